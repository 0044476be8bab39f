import GRDB
import LedgerStore
import Reform
import TestSupport
import Testing

/// Cities and the province have lines of their own (本级).
@Suite struct LevelTests {
  private let stamp = OpenLedger.stamp()

  /// The small catalogue, where the clause for each county binds the cities too.
  private func widened(_ catalogue: Catalogue) -> Catalogue {
    let tasks = catalogue.tasks.map { task in
      var task = task
      if task.id == "demo-1/3" { task.also = [.eachCity] }
      return task
    }
    return catalogue.holding(
      documents: catalogue.documents, clauses: catalogue.clauses, tasks: tasks)
  }

  @Test func aLedgerOfVersionFourIsTakenUpWithoutLosingAnEntry() throws {
    let open = try OpenLedger()
    try open.enter(.done, Line("demo-1/3", in: "140403"))
    try open.enter(.underway, Line("demo-1/1", in: "140400"), note: "备注")
    let before = try open.ledger.history(.init())
    open.ledger.close()
    let queue = try DatabaseQueue(path: open.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          DROP TRIGGER entry_is_dated; \(OpenLedger.withoutRegions) DROP TABLE monthly;
          DROP TABLE meeting_step; DROP TABLE decision; DROP TABLE slip_step;
          DROP TABLE sent_form; DROP TABLE seal; DROP TABLE hand_step;
          \(OpenLedger.sharingTables.map { "DROP TABLE \($0);" }.joined())
          ALTER TABLE collecting DROP COLUMN month;
          DROP INDEX entry_until; ALTER TABLE entry DROP COLUMN until;
          DROP TRIGGER act_is_named; ALTER TABLE act DROP COLUMN about;
          ALTER TABLE task DROP COLUMN also; DROP TABLE actual; DROP TABLE task_tie;
          ALTER TABLE task_target DROP COLUMN key; ALTER TABLE task_target DROP COLUMN places;
          """)
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    try queue.close()

    let looked = try Ledger(at: open.path, access: .readOnly)
    let old = try looked.catalogue(over: SmallCatalogue.make())
    #expect(old.task("demo-1/3")?.levels == [.eachCounty])
    looked.close()

    let ledger = try Ledger(at: open.path)
    defer { ledger.close() }
    try ledger.file(widened(SmallCatalogue.make()), revision: "2026-11-30-x")
    let catalogue = try ledger.catalogue(over: SmallCatalogue.make())
    #expect(try ledger.history(.init()) == before)
    #expect(try ledger.findings().isEmpty)
    let task = try #require(catalogue.task("demo-1/3"))
    #expect(task.level == .eachCounty && task.levels == [.eachCity, .eachCounty])
    let lines = try ledger.standings(
      of: task, in: catalogue, asOf: SmallCatalogue.day, within: "140400")
    #expect(lines.count == 13 && lines.first?.line.place == "140400")
    #expect(lines.first { $0.line.place == "140403" }?.status == .done)
  }

  @Test func aCitysOwnLineIsMarkedAndCountedByItself() throws {
    let open = try OpenLedger()
    try open.ledger.file(widened(SmallCatalogue.make()), revision: "2026-11-30-x")
    let catalogue = try open.ledger.catalogue(over: SmallCatalogue.make())
    let city = try #require(catalogue.divisions["140400"])
    let position = try #require(catalogue.position(of: "demo-1/3"))
    _ = try open.ledger.record([Change(Line("demo-1/3", in: city.id), status: .done)], stamp)
    _ = try open.ledger.record([Change(Line("demo-1/3", in: "140403"), status: .done)], stamp)

    let day = SmallCatalogue.day
    let whole = TaskReport(
      catalogue, tallies: try open.ledger.tallies(asOf: day), on: day, in: city.id)
    #expect(whole[position]?.counts.finished == 2 && whole[position]?.counts.total == 13)
    let own = try open.ledger.tallies(asOf: day, in: city, ownLevel: true)
    let report = TaskReport.ofOwnLevel(catalogue, tallies: own, on: day, at: city.id)
    #expect(report[position]?.status == .done && report[position]?.counts.total == 1)
    let county = try open.ledger.tallies(asOf: day, in: catalogue.divisions["140405"])
    #expect(county.isEmpty)

    let place = try #require(try open.ledger.placeReport(of: city.id, catalogue, asOf: day))
    #expect(place.ownLevel?.rate.base == .own)
    #expect(place.ownLevel?.counts.finished == 1)
    #expect(place.parts.first { $0.place == "140403" }?.counts.finished == 1)
  }

  @Test func aLineOfItsOwnIsOneThatStandsBesideItsParts() throws {
    let catalogue = widened(SmallCatalogue.make())
    let divisions = catalogue.divisions
    let both = try #require(catalogue.task("demo-1/3"))
    #expect(both.isOwnLevel("140400", in: divisions))
    #expect(!both.isOwnLevel("140403", in: divisions) && !both.isOwnLevel("140000", in: divisions))
    let cities = try #require(catalogue.task("demo-1/1"))
    #expect(!cities.isOwnLevel("140400", in: divisions))
    let fan = catalogue.fanOut(of: both)
    #expect(fan.count == 128 && fan == fan.sorted() && fan.first == "140100")
  }
}
