import Foundation
import GRDB
import LedgerStore
import Reform
import TestSupport
import Testing

@Suite struct FigureTests {
  private let open: OpenLedger
  private let key = Figure.Key("medical-service-share", in: "140400", .year(2019))

  init() throws { open = try OpenLedger() }

  private func stamp(_ who: String = "王明", _ day: String = "2020-03-02") -> Stamp {
    let day = Day(day) ?? SmallCatalogue.day
    return Stamp(who: who, day: day, at: "\(day)T09:30:00+0800")
  }

  private func figure(
    _ numerator: Decimal, _ denominator: Decimal = 1000, in place: Division.Code = "140400",
    year: Int = 2019
  ) -> Figure {
    Figure(
      key.indicator, in: place, .year(year), numerator: numerator, denominator: denominator,
      source: SourcePlace(sheet: "表1", row: 7, column: 3))
  }

  @discardableResult
  private func post(
    _ figures: Figure..., day: String = "2020-03-02", who: String = "王明"
  ) throws -> Batch {
    try open.ledger.post(
      NewBatch(.file, file: "长治.xlsx", hash: "ab", checks: ["a", "b"], figures: figures),
      stamp(who, day))
  }

  private func standing(_ day: String = "2030-01-01") throws -> [Decimal?] {
    let day = try #require(Day(day))
    return try open.ledger.figures(.init(), asOf: day).map(\.numerator)
  }

  @Test func aFigureComesBackAsItWasPosted() throws {
    var sent = figure(Decimal(sent: "12345678901234567890.123") ?? 0, 7)
    (sent.stated, sent.note) = (Decimal(sent: "33.30"), "见附注")
    sent.flags = [.provisional, .breakInSeries]
    let batch = try post(sent)
    let found = try #require(try open.ledger.figures(.init(), asOf: SmallCatalogue.day).first)
    sent.batch = batch.id
    sent.source.file = "长治.xlsx"
    #expect(found == sent && found.source.cell == "C7")
    let listed = try open.ledger.batches(asOf: SmallCatalogue.day)
    #expect(listed == [batch] && batch.count == 1 && batch.checks == ["a", "b"])
  }

  @Test func theLastBatchStandsAndNoneIsOverwritten() throws {
    try post(figure(10))
    try post(figure(20), figure(5, in: "140100"))
    #expect(try standing() == [5, 20])
    let history = try open.ledger.history(of: key, asOf: SmallCatalogue.day)
    #expect(history.map(\.figure.numerator) == [20, 10])
  }

  @Test func aBatchTakenBackGivesWayToTheOneBefore() throws {
    try post(figure(10))
    let second = try post(figure(20))
    try open.ledger.withdraw(second.id, reason: "报错了", stamp("李红", "2020-03-05"))
    #expect(try standing() == [10])
    #expect(try standing("2020-03-04") == [20])
    let batch = try #require(try open.ledger.batches(asOf: Day(ordinal: 20_000)).last)
    #expect(batch.withdrawal?.who == "李红" && batch.withdrawal?.reason == "报错了")
    #expect(try open.ledger.history(of: key, asOf: Day(ordinal: 20_000)).count == 2)
    #expect(throws: Fault.self) { try open.ledger.withdraw(second.id, stamp()) }
    #expect(throws: Fault.self) { try open.ledger.withdraw(99, stamp()) }
  }

  @Test func undoAndRedoReachBatches() throws {
    try post(figure(10))
    try post(figure(20))
    for (batch, expected) in [(2, [Decimal(10)]), (1, [])] {
      #expect(try open.ledger.takeBackFigures(stamp()) == .figures(batch))
      #expect(try standing() == expected)
    }
    #expect(try open.ledger.takeBackFigures(stamp()) == nil)
    for (batch, expected) in [(1, [Decimal(10)]), (2, [20])] {
      #expect(try open.ledger.putBackFigures(stamp()) == .figures(batch))
      #expect(try standing() == expected)
    }
    #expect(try open.ledger.putBackFigures(stamp()) == nil)
  }

  /// Whoever takes back what was entered on a task does not touch the figures, nor the other way.
  @Test func tasksAndFiguresAreTakenBackApart() throws {
    try open.enter(.done)
    try post(figure(10))
    #expect(try open.ledger.takeBack(stamp()).entries?.count == 1)
    #expect(try standing() == [10] && open.status() == .notStarted)
    #expect(try open.ledger.takeBack(stamp()) == .nothing)
    #expect(try open.ledger.takeBackFigures(stamp()) == .figures(1))
    #expect(try open.ledger.putBack(stamp()).entries?.count == 1)
    #expect(try standing().isEmpty && open.status() == .done)
    #expect(try open.ledger.putBackFigures(stamp()) == .figures(1))
  }

  @Test func aPutBackBatchCanBeTakenBackAgain() throws {
    let batch = try post(figure(10))
    try open.ledger.withdraw(batch.id, stamp())
    _ = try open.ledger.putBackFigures(stamp())
    #expect(try standing() == [10])
    try open.ledger.withdraw(batch.id, stamp())
    #expect(try standing().isEmpty)
  }

  @Test func aPastDayShowsWhatStoodThen() throws {
    try post(figure(10), day: "2020-02-01")
    try post(figure(20), day: "2020-02-20")
    #expect(try standing("2020-01-31").isEmpty)
    #expect(try standing("2020-02-19") == [10])
    #expect(try standing("2020-02-20") == [20])
    // Entered later for an earlier day of the books: the later day stands.
    try post(figure(15), day: "2020-02-10")
    #expect(try standing("2020-02-15") == [15])
    #expect(try standing() == [20])
  }

  @Test func filtersNarrowWhatIsRead() throws {
    try post(
      figure(1, in: "140000"), figure(2, in: "140400"), figure(3, in: "140403"),
      figure(4, in: "140100"), figure(5, in: "140400", year: 2018))
    func found(_ filter: Ledger.FigureFilter) throws -> [Decimal?] {
      try open.ledger.figures(filter, asOf: SmallCatalogue.day).map(\.numerator)
    }
    #expect(try found(.init(region: "140400")) == [5, 2, 3])
    #expect(try found(.init(places: ["140400"], years: 2019...2020)) == [2])
    #expect(try found(.init(indicators: ["nothing"])).isEmpty)
    #expect(try found(.init(indicators: [key.indicator], years: 2018...2018)) == [5])
  }

  @Test func aBatchThatMakesNoSenseLeavesNothingBehind() throws {
    for figures in [
      [], [figure(1), figure(2)], [figure(1), figure(2, in: "999999")],
      [Figure(key.indicator, in: "140400", .year(2019))],
    ] {
      #expect(throws: Fault.self) {
        try open.ledger.post(NewBatch(.typed, figures: figures), stamp())
      }
    }
    #expect(try open.ledger.batches(asOf: SmallCatalogue.day).isEmpty)
    #expect(try open.ledger.lastAct() == 0)
  }

  @Test(arguments: [
    "UPDATE figure SET numerator = '1'", "DELETE FROM figure", "UPDATE batch SET note = 'x'",
    "DELETE FROM batch", "DELETE FROM withdrawal", "UPDATE indicator SET key = 'x'",
    "UPDATE target SET value = '1'", "DELETE FROM collecting",
  ])
  func figuresAndBatchesAreNeverChanged(sql: String) throws {
    let batch = try post(figure(10))
    try open.ledger.withdraw(batch.id, stamp())
    try open.ledger.set(target(50), stamp())
    try open.ledger.lock(year: 2019, in: "140000", stamp())
    let queue = try DatabaseQueue(path: open.path)
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: sql) }
    }
    #expect(error?.message?.contains("added, never") == true)
    try queue.close()
  }

  @Test(arguments: [
    "INSERT INTO figure VALUES (1, 140400, '2020', 1, '12x', NULL, NULL, 0, NULL, NULL, NULL, NULL)",
    "INSERT INTO figure VALUES (1, 140400, '2020', 1, NULL, '1', NULL, 0, NULL, NULL, NULL, NULL)",
    "INSERT INTO figure VALUES (1, 1, '2020', 1, '1', NULL, NULL, 0, NULL, NULL, NULL, NULL)",
    "INSERT INTO figure VALUES (1, 140400, '2019', 1, '1', NULL, NULL, 0, NULL, NULL, NULL, NULL)",
    "INSERT INTO batch (act, kind, checks, count) VALUES (1, 'guess', '', 1)",
    "INSERT INTO collecting VALUES (1, 'return', 140400, 2019, '')",
  ])
  func theSchemaRefusesFiguresThatMakeNoSense(sql: String) throws {
    try post(figure(10))
    let queue = try DatabaseQueue(path: open.path)
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    try queue.close()
  }

  @Test func aMissingGuardIsFound() throws {
    let queue = try DatabaseQueue(path: open.path)
    try queue.write { try $0.execute(sql: "DROP TRIGGER figure_is_kept") }
    try queue.close()
    #expect(try open.ledger.findings().map(\.check) == ["guards"])
  }

  private func target(_ value: Decimal, year: Int? = 2025) -> Target {
    Target(
      key.indicator, region: "140000", scope: .everywhere, .atLeast, value, year: year,
      origin: .ledger(who: "王明", day: SmallCatalogue.day, note: nil, isMadeUp: false))
  }

  @Test func aTargetSetLaterStandsAndCanBeTakenBack() throws {
    try open.ledger.set(target(50), stamp())
    try open.ledger.set(target(40, year: nil), stamp())
    try open.ledger.set(target(55), stamp())
    func values() throws -> [Decimal] {
      try open.ledger.targets(asOf: SmallCatalogue.day).map(\.value)
    }
    #expect(
      try open.ledger.targets(asOf: SmallCatalogue.day) == [target(55), target(40, year: nil)])
    #expect(try open.ledger.takeBackFigures(stamp()) == .target(key.indicator))
    #expect(try values() == [50, 40])
    try open.ledger.drop(target(50), stamp())
    #expect(try values() == [40])
  }
}
