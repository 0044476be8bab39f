import GRDB
import Reform

extension Ledger {
  /// The newest format of ledger files that this program knows.
  public static var newestFormat: Int { Int(Schema.version) }

  /// Makes the ledger one of a hub's: what was entered in it waits to be sent.
  ///
  /// `bundled` are the tasks that come with the program. Throws where it belongs to another hub, or is
  /// of another province.
  public func join(
    _ greeting: HubGreeting, service: String, bundled: Set<ReformTask.ID>
  ) throws {
    try writing { db in
      let rows = SharedRows(db: db)
      if let held = try rows.membership() {
        guard held.hub == greeting.hub else {
          throw Fault(
            "这本台账已经加入另一个共享库（\(held.service)），不能再加入这一个。",
            "This ledger belongs to another hub (\(held.service)) and cannot join this one.",
            exitCode: 2)
        }
        // What a hub keeps for those that join has been no office's.
        if held.office.isEmpty { try rows.set("origin", ActName.freshOrigin()) }
        try rows.set("service", service)
        try rows.greet(greeting)
        return
      }
      let there = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM division WHERE code = ?)",
        arguments: [number(greeting.province)])
      guard there == true else {
        throw Fault(
          "这本台账不是共享库那个省的，没有加入。",
          "This ledger is of another province than the hub; it was not joined.", exitCode: 2)
      }
      try rows.set("service", service)
      try rows.set("hub", greeting.hub)
      try rows.set("origin", ActName.freshOrigin())
      try rows.greet(greeting)
      try Registering(self, db).add(isJoining: true)
      try remember(bundled, db)
    }
  }

  /// Keeps what documents were like before all that was entered so far, as far as that changed them.
  private func remember(_ bundled: Set<ReformTask.ID>, _ db: Database) throws {
    let changed = try Row.fetchAll(
      db,
      sql: """
        SELECT document, min(act) AS act FROM (
          SELECT document, act FROM filing
          UNION ALL SELECT document, act FROM hand_step WHERE kind = 'make'
          UNION ALL SELECT meeting, act FROM meeting_step)
        GROUP BY document
        """)
    guard !changed.isEmpty else { return }
    let before = HeldBefore(db: db)
    for row in changed {
      try before.keep(row.value("document"), before: row.value("act"), only: bundled)
    }
    var taking = Taking(self, db)
    try taking.takeAnew()
  }
}

extension SharedAct {
  /// Throws where it enters for a place outside of a place's part of the tree.
  public func expect(within place: Division.Code, office: String) throws {
    let part = codes(within: place)
    guard let content = try? ActBody(text: body) else {
      throw Fault(
        "“\(office)”的第 \(name.number) 次登记读不出来；没有收取。",
        "Act \(name.number) of “\(office)” cannot be read; nothing was taken.")
    }
    guard let other = content.places.first(where: { !part.contains(Int($0)) }) else { return }
    throw Fault(
      "“\(office)”的第 \(name.number) 次登记是 \(other) 的，不归它管；没有收取。",
      "Act \(name.number) of “\(office)” is for \(other), which is not its own; nothing was taken."
    )
  }
}
