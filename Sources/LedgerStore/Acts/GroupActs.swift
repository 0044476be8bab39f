import GRDB
import Reform

/// Acts on medical groups: facts, and settlements that were signed.
///
/// A fact that stands already is not touched: the later one stands over it.
struct GroupActs {
  let ledger: Ledger
  let db: Database
  let divisions: Divisions

  /// Throws where there are no facts, one makes no sense (`GroupCharter.refuse`), or two are for the
  /// same slot.
  func refuse(_ facts: [GroupFact], under charter: GroupCharter) throws {
    guard !facts.isEmpty else {
      throw Fault("没有要登记的内容。", "There is nothing to enter.")
    }
    var seen: Set<GroupFact.Slot> = []
    for fact in facts {
      try charter.refuse(fact, in: divisions)
      guard seen.insert(fact.slot).inserted else { throw Self.twice(fact, divisions) }
    }
  }

  /// Facts that stand in the same slots and came after the newest that the person saw.
  func between(_ facts: [GroupFact], _ seen: GroupEntry.ID, on day: Day) throws -> Between? {
    let book = try GroupBook.read(db: db, asOf: day)
    let newer = facts.compactMap { book[$0.slot] }.filter { $0.id > seen }
    return newer.isEmpty ? nil : .group(newer)
  }

  /// Whether the ledger comes to something else by now, or the same was signed; throws where the
  /// settlement does not bind.
  func between(_ signed: SignedSettlement, _ rules: ActRules, on day: Day) throws -> Between? {
    let desk = try ledger.groupAccounts(rules.charter(), rules.catalogue, asOf: day)
    let settlement = desk.settlement(of: signed.county, signed.year)
    if let obstacle = settlement.obstacle { throw Fault(obstacle.zh, obstacle.en) }
    guard signed.agrees(with: settlement) else { return .settlement }
    return settlement.signed?.says(signed) == true ? .signed : nil
  }

  func put(_ facts: [GroupFact], _ stamp: Stamp) throws -> Entered? {
    guard !facts.isEmpty else { return nil }
    let act = try ActRows(db: db).enter(.group, stamp)
    for fact in facts { try insert(fact, act: act) }
    return Entered(act: act, .group)
  }

  func put(_ settlement: SignedSettlement, _ stamp: Stamp) throws -> Entered {
    let act = try ActRows(db: db).enter(.settlement, stamp)
    try insert(settlement, act: act)
    return Entered(act: act, .settlement)
  }

  /// Throws where an institution of one of the facts is in two groups at once.
  func refuseOverlaps(of facts: [GroupFact]) throws {
    let names = Set(facts.compactMap(\.memberName))
    guard !names.isEmpty else { return }
    try GroupBook.read(db: db, asOf: Day.last(ofYear: 9999)).refuseOverlaps(divisions, of: names)
  }

  private static func twice(_ fact: GroupFact, _ divisions: Divisions) -> Fault {
    let place = divisions[fact.place]
    let (kind, year) = (fact.kind.name, fact.slot.year.map { " \($0)" } ?? "")
    return Fault(
      "\(place?.name ?? fact.place)\(year) 的“\(kind.zh)”出现两次，没有登记。",
      "\(place?.english ?? fact.place)\(year): “\(kind.en)” is there twice; nothing was entered.")
  }

  private func insert(_ fact: GroupFact, act: Int) throws {
    let row = GroupRow(fact)
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO group_fact (act, place, kind, year, slot, choice, first, last, fen, text, detail,
          made_up)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.execute(arguments: [
      act, number(row.place), row.kind.rawValue, row.year, row.slot, row.choice,
      row.first?.number, row.last?.number, row.fen?.count, row.text, row.detail, row.isMadeUp,
    ])
  }

  private func insert(_ settlement: SignedSettlement, act: Int) throws {
    try db.execute(
      sql: """
        INSERT INTO settlement (act, place, year, balance, rule, parts, note, made_up)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        act, number(settlement.county), settlement.year, settlement.balance.count,
        settlement.rule, settlement.partsText, settlement.note, settlement.isMadeUp,
      ])
  }
}

extension GroupFact {
  /// The institution that a fact is about; nil for other kinds.
  fileprivate var memberName: String? {
    guard case .member(let member, isDropped: false) = content else { return nil }
    return member.name
  }
}
