import GRDB
import Reform

extension Ledger {
  /// Enters facts of medical groups in one transaction, all of them or none; gives the act.
  ///
  /// A fact that stands already is not touched: the later one stands over it. Throws a `Fault`
  /// where a fact makes no sense (`GroupCharter.refuse`), where two of them are for the same slot,
  /// or where a member would be in two groups at once.
  @discardableResult
  public func record(
    _ facts: [GroupFact], under charter: GroupCharter, in divisions: Divisions, _ stamp: Stamp
  ) throws -> Int {
    guard !facts.isEmpty else {
      throw Fault("没有要登记的内容。", "There is nothing to enter.")
    }
    var seen: Set<GroupFact.Slot> = []
    for fact in facts {
      try charter.refuse(fact, in: divisions)
      guard seen.insert(fact.slot).inserted else { throw Self.twice(fact, divisions) }
    }
    return try writing { db in
      let act = try insertAct(.entered, answers: nil, stamp, db)
      for fact in facts { try insert(fact, act: act, db) }
      let names = Set(facts.compactMap(\.memberName))
      if !names.isEmpty {
        try book(asOf: Day.last(ofYear: 9999), db).refuseOverlaps(divisions, of: names)
      }
      return act
    }
  }

  /// Enters many acts in one transaction, each with its own stamp: for the making of samples.
  public func record(
    _ acts: [(stamp: Stamp, facts: [GroupFact])], signed: [(stamp: Stamp, SignedSettlement)] = []
  ) throws {
    try writing { db in
      for (stamp, facts) in acts {
        let act = try insertAct(.entered, answers: nil, stamp, db)
        for fact in facts { try insert(fact, act: act, db) }
      }
      for (stamp, settlement) in signed {
        try insert(settlement, act: insertAct(.entered, answers: nil, stamp, db), db)
      }
    }
  }

  /// Enters what fund and group have signed for a year; a later one stands over it.
  @discardableResult
  public func sign(_ settlement: SignedSettlement, _ stamp: Stamp) throws -> Int {
    try writing { db in
      let act = try insertAct(.entered, answers: nil, stamp, db)
      try insert(settlement, act: act, db)
      return act
    }
  }

  /// Takes an act on groups back, so that what stood before it stands again; nothing is removed.
  public func takeBack(groupAct act: Int, in divisions: Divisions, _ stamp: Stamp) throws {
    try writing { db in
      let isThere = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM group_fact WHERE act = :act)
            OR EXISTS (SELECT 1 FROM settlement WHERE act = :act)
          """, arguments: ["act": act])
      guard isThere == true else {
        throw Fault(
          "没有编号 \(act) 的医疗集团登记。", "There is no entry \(act) of a medical group.", exitCode: 2)
      }
      let (last, isStanding) = try lastAnswer(to: act, db)
      guard isStanding else {
        throw Fault("登记 \(act) 已经撤回。", "Entry \(act) was taken back already.")
      }
      _ = try insertAct(.undone, answers: last, stamp, db)
      // What came back may be a member that has joined another group since.
      try book(asOf: Day.last(ofYear: 9999), db).refuseOverlaps(divisions)
    }
  }

  /// Takes back this person's last act on groups that stands, and gives its number.
  public func takeBackGroups(in divisions: Divisions, _ stamp: Stamp) throws -> Int? {
    try writing { db -> Int? in
      guard let target = try lastStanding(of: stamp.who, .groups, db) else { return nil }
      _ = try insertAct(.undone, answers: target, stamp, db)
      try book(asOf: Day.last(ofYear: 9999), db).refuseOverlaps(divisions)
      return target
    }
  }

  /// Puts back what this person took back last of groups, unless something was entered since.
  public func putBackGroups(in divisions: Divisions, _ stamp: Stamp) throws -> Int? {
    try writing { db -> Int? in
      guard let target = try lastTakenBack(of: stamp.who, .groups, db) else { return nil }
      _ = try insertAct(.redone, answers: target, stamp, db)
      try book(asOf: Day.last(ofYear: 9999), db).refuseOverlaps(divisions)
      return target
    }
  }

  private static func twice(_ fact: GroupFact, _ divisions: Divisions) -> Fault {
    let place = divisions[fact.place]
    let (kind, year) = (fact.kind.name, fact.slot.year.map { " \($0)" } ?? "")
    return Fault(
      "\(place?.name ?? fact.place)\(year) 的“\(kind.zh)”出现两次，没有登记。",
      "\(place?.english ?? fact.place)\(year): “\(kind.en)” is there twice; nothing was entered.")
  }

  private func insert(_ fact: GroupFact, act: Int, _ db: Database) throws {
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

  private func insert(_ settlement: SignedSettlement, act: Int, _ db: Database) throws {
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
