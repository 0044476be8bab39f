import Bundle
import Foundation
import GRDB
import Intake
import LedgerStore
import Reform
import TestSupport
import Testing

@Suite struct GroupLedgerTests {
  private let open: OpenLedger
  private let charter = BundledCatalogue.charter()
  private var divisions: Divisions { open.catalogue.divisions }

  init() throws { open = try OpenLedger() }

  private func stamp(_ day: String = "2023-03-01", _ who: String = "王明") -> Stamp {
    let day = Day(day) ?? SmallCatalogue.day
    return Stamp(who: who, day: day, at: "\(day)T09:30:00+0800")
  }

  @discardableResult
  private func record(_ contents: GroupFact.Content..., on day: String = "2023-03-01") throws -> Int
  {
    try open.ledger.record(
      contents.map { GroupFact("140821", $0) }, under: charter, in: divisions, stamp(day))
  }

  private func book(_ day: String = "2030-01-01") throws -> GroupState {
    try open.ledger.groupBook(asOf: try #require(Day(day)))
  }

  @Test func everyKindOfFactComesBackAsItWasRecorded() throws {
    let sent: [GroupFact.Content] = [
      .card(.urban, name: "甲集团", leadHospital: "甲医院"),
      .member(.init("乙卫生院", .township, from: Day(2020, 1, 1), to: Day(2022, 6, 30))),
      .member(.init("丙卫生室", .village), isDropped: true),
      .item("six-unified", 1, title: Phrase("第一项", "item one")),
      .evidence("six-unified", 1, done: Day(2021, 2, 3), text: "文件“一”"),
      .evidence("six-unified", 2, done: nil, text: "撤销"),
      .weights(
        2022, ["quality": Decimal(sent: "33.5") ?? 0, "finance": Decimal(sent: "66.5") ?? 0]),
      .score(2022, "quality", Decimal(sent: "87.25") ?? 0), .verdict(2022, "良好"),
      .capitation(from: 2023, isSelected: true, evidence: "名单"),
      .terms(
        2022,
        SettlementTerms(
          overrunFundShare: Decimal(sent: "33.3"), surplusDevelopment: 0, assessmentFactor: 95)),
      .staffing(
        2022, member: "乙卫生院", Staffing(inPost: 17, posts: 20, professionals: 16, staff: 19)),
      .budget(2022, Fen.limit), .advance(2022, month: 12, Fen(1)), .spending(2022, .zero),
    ]
    let facts = sent.map { GroupFact("140821", $0, isMadeUp: true) }
    let act = try open.ledger.record(facts, under: charter, in: divisions, stamp())
    let entries = try book().entries
    #expect(entries.map(\.fact) == facts)
    #expect(entries.allSatisfy { $0.act == act && $0.who == "王明" && $0.day == stamp().day })
    #expect(try open.ledger.group(of: "140821", asOf: stamp().day).name == "甲集团")
  }

  @Test func aLaterFactStandsOverAnEarlierOneAndAPastDayIsReadAsItWas() throws {
    try record(.budget(2022, Fen(100)), on: "2022-01-10")
    try record(.budget(2022, Fen(200)), on: "2022-05-10")
    // Entered later for an earlier day, it slots in where it belongs.
    try record(.budget(2022, Fen(150)), on: "2022-03-10")
    #expect(try book().account(of: "140821", 2022).budget == Fen(200))
    #expect(try book("2022-04-01").account(of: "140821", 2022).budget == Fen(150))
    #expect(try book("2022-01-10").account(of: "140821", 2022).budget == Fen(100))
    #expect(try book("2022-01-09").entries.isEmpty)
    #expect(try book().history(of: "140821").count == 3)
  }

  @Test func takingBackRestoresWhatStoodBeforeAndRemovesNothing() throws {
    try record(.budget(2022, Fen(100)), on: "2022-01-10")
    let act = try record(.budget(2022, Fen(200)), .spending(2022, Fen(7)), on: "2022-05-10")
    try open.ledger.takeBack(groupAct: act, in: divisions, stamp("2022-06-01"))
    let account = try book().account(of: "140821", 2022)
    #expect(account.budget == Fen(100) && account.spending == nil)
    #expect(try book("2022-05-31").account(of: "140821", 2022).budget == Fen(200))
    #expect(throws: Fault.self) {
      try open.ledger.takeBack(groupAct: act, in: divisions, stamp("2022-06-02"))
    }
    #expect(throws: Fault.self) {
      try open.ledger.takeBack(groupAct: 999, in: divisions, stamp("2022-06-02"))
    }
    #expect(try open.ledger.putBackGroups(in: divisions, stamp("2022-06-03")) != nil)
    #expect(try book().account(of: "140821", 2022).budget == Fen(200))
  }

  @Test func undoingGroupsTouchesNeitherTasksNorFigures() throws {
    try open.enter(.done)
    let figure = Figure("x", in: "140400", .year(2019), numerator: 1)
    try open.ledger.post(NewBatch(.typed, figures: [figure]), stamp("2020-03-02"))
    try record(.budget(2022, Fen(100)))
    #expect(try open.ledger.takeBackGroups(in: divisions, stamp()) != nil)
    #expect(try book().entries.isEmpty && open.status() == .done)
    #expect(try open.ledger.figures(asOf: stamp().day).count == 1)
    #expect(try open.ledger.takeBackGroups(in: divisions, stamp()) == nil)
    #expect(try open.ledger.takeBackFigures(stamp()) != nil)
    #expect(try open.ledger.takeBackFigures(stamp()) == nil)
    #expect(try open.ledger.putBackGroups(in: divisions, stamp()) != nil)
    #expect(try book().account(of: "140821", 2022).budget == Fen(100))
    #expect(try open.ledger.figures(asOf: stamp().day).isEmpty && open.status() == .done)
  }

  @Test func aBadFactAmongGoodOnesEntersNothing() throws {
    let before = try open.ledger.lastAct()
    #expect(throws: Fault.self) { try record(.budget(2022, Fen(1)), .spending(2022, Fen(-1))) }
    let twice = #expect(throws: Fault.self) {
      try record(.budget(2022, Fen(1)), .budget(2022, Fen(2)))
    }
    #expect(twice?.message.zh.contains("出现两次") == true)
    #expect(throws: Fault.self) { try record() }
    #expect(try book().entries.isEmpty && open.ledger.lastAct() == before)
  }

  @Test func aMemberCannotBeInTwoGroupsAtOnce() throws {
    try record(.member(.init("乙卫生院", .township, from: Day(2020, 1, 1))))
    func join(_ from: Day?) throws {
      let member = MedicalGroup.Member("乙卫生院", .township, from: from)
      try open.ledger.record(
        [GroupFact("140822", .member(member))], under: charter, in: divisions, stamp())
    }
    let fault = #expect(throws: Fault.self) { try join(Day(2023, 7, 1)) }
    #expect(fault?.message.zh.contains("乙卫生院") == true)
    #expect(try book().entries.count == 1)
    try record(.member(.init("乙卫生院", .township, from: Day(2020, 1, 1), to: Day(2023, 6, 30))))
    try join(Day(2023, 7, 1))
    #expect(try book().group(of: "140822").members.count == 1)
  }

  @Test(arguments: [
    "UPDATE group_fact SET fen = 1", "DELETE FROM group_fact", "UPDATE settlement SET balance = 1",
    "DELETE FROM settlement",
  ])
  func factsAndSettlementsAreNeverChanged(sql: String) throws {
    try record(.budget(2022, Fen(100)))
    try open.ledger.sign(SignedSettlement(county: "140821", year: 2022, balance: Fen(3)), stamp())
    let queue = try DatabaseQueue(path: open.path)
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: sql) }
    }
    #expect(error?.message?.contains("added, never") == true)
    try queue.close()
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test(arguments: [
    "140821, 'budget', 2022, '', -1", "140821, 'budget', 2022, '', 1000000000000001",
    "140821, 'budget', 2022, '', NULL", "140821, 'nothing', 2022, '', NULL",
    "1, 'budget', 2022, '', 1", "140821, 'budget', NULL, '', 1", "140821, 'card', 2022, '', NULL",
  ])
  func theSchemaRefusesFactsThatMakeNoSense(values: String) throws {
    let act = try record(.spending(2020, Fen(1)))
    let queue = try DatabaseQueue(path: open.path)
    #expect(throws: DatabaseError.self) {
      try queue.write {
        try $0.execute(
          sql: """
            INSERT INTO group_fact (act, place, kind, year, slot, fen, made_up)
            VALUES (\(act), \(values), 0)
            """)
      }
    }
    try queue.close()
  }

  @Test func aGuardThatIsMissingIsFound() throws {
    let queue = try DatabaseQueue(path: open.path)
    try queue.write { try $0.execute(sql: "DROP TRIGGER settlement_stays") }
    try queue.close()
    #expect(try open.ledger.findings().map(\.check) == ["guards"])
  }

  @Test func aSignedSettlementIsKeptAndALaterOneStandsOverIt() throws {
    var signed = SignedSettlement(
      county: "140821", year: 2022, balance: Fen(-10), rule: "agreed",
      parts: ["fund": Fen(4), "group": Fen(6)], note: "双方盖章")
    try open.ledger.sign(signed, stamp("2023-03-01"))
    let day = try #require(Day(2024, 1, 1))
    #expect(try open.ledger.signedSettlements(asOf: day) == [signed])
    signed.balance = Fen(-8)
    let act = try open.ledger.sign(signed, stamp("2023-04-01"))
    #expect(try open.ledger.signedSettlements(year: 2022, asOf: day) == [signed])
    #expect(try open.ledger.signedSettlements(year: 2021, asOf: day).isEmpty)
    try open.ledger.takeBack(groupAct: act, in: divisions, stamp("2023-05-01"))
    #expect(try open.ledger.signedSettlements(asOf: day).map(\.balance) == [Fen(-10)])
  }

  @Test func aSigningIsTakenBackAndPutBackLikeEveryOtherAct() throws {
    let day = try #require(Day(2024, 1, 1))
    func balances() throws -> [Int64] {
      try open.ledger.signedSettlements(asOf: day).map(\.balance.count)
    }
    try record(.budget(2022, Fen(100)), .spending(2022, Fen(90)))
    try open.ledger.sign(SignedSettlement(county: "140821", year: 2022, balance: Fen(10)), stamp())
    #expect(try open.ledger.takeBackGroups(in: divisions, stamp()) != nil)
    #expect(try balances() == [])
    #expect(try book().account(of: "140821", 2022).spending == Fen(90))
    #expect(try open.ledger.putBackGroups(in: divisions, stamp()) != nil)
    #expect(try balances() == [10])
    // Twice back: the signing, then the money that it rested on.
    _ = try open.ledger.takeBackGroups(in: divisions, stamp())
    #expect(try open.ledger.takeBackGroups(in: divisions, stamp()) != nil)
    #expect(try balances() == [] && book().entries.isEmpty)
    #expect(try open.ledger.takeBackGroups(in: divisions, stamp("2023-03-01", "李华")) == nil)
  }

  @Test func settlementsOfARegionAreThereForEveryCounty() throws {
    try record(.budget(2022, Fen(100)), .spending(2022, Fen(90)))
    let whole = try BundledCatalogue.whole()
    let day = try #require(Day(2024, 1, 1))
    let found = try open.ledger.settlements(year: 2022, in: "140800", charter, whole, asOf: day)
    #expect(found.count == 13)
    let own = try #require(found.first { $0.county == "140821" })
    #expect(own.outcome == .surplus && own.parts.map(\.fen) == [Fen(4), Fen(6)])
    #expect(found.filter { $0.outcome == .open }.count == 12)
  }

  @Test func noTasksHaveNoTalliesInAnyPlace() throws {
    let open = try OpenLedger(.small)
    for place in ["140000", "140400", "140403"] {
      let scope = open.catalogue.divisions[place]
      #expect(try open.ledger.tallies(asOf: SmallCatalogue.day, in: scope, of: []).isEmpty)
    }
  }

  @Test func aPlaceReportCountsWhatTheLedgerHolds() throws {
    let open = try OpenLedger(.small)
    let report = try #require(
      try open.ledger.placeReport(of: "140400", open.catalogue, asOf: SmallCatalogue.day))
    let task = try #require(open.catalogue.position(of: "demo-1/1"))
    #expect(report.tasks[task]?.status == .signedOff)
    #expect(report.parts.count == 12)
    let county = try #require(report.parts.first { $0.place == "140403" })
    #expect(county.counts[.done] == 1)
    #expect(
      try open.ledger.placeReport(of: "140000", open.catalogue, asOf: SmallCatalogue.day)?.parts
        .first { $0.place == "140400" }?.counts == report.counts)
  }
}
