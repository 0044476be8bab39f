import Bundle
import LedgerStore
import Reform
import TestSupport
import Testing

/// Two people through two handles on one file: who has not seen what the other entered enters
/// nothing and is told of it, whatever it is.
@Suite struct QuickerTests {
  private let open: OpenLedger
  private let other: Ledger
  private let rules: ActRules
  private let day = SmallCatalogue.day
  private static let share = "medical-service-share"

  init() throws {
    open = try OpenLedger()
    other = try open.another()
    let tasks = open.catalogue.tasks.map { task in
      var task = task
      task.targets = [
        TaskTarget(key: "n", metric: Phrase("数", "n"), op: .atLeast, value: 1, unit: "个")
      ]
      return task
    }
    rules = ActRules(
      open.catalogue.holding(
        documents: open.catalogue.documents, clauses: open.catalogue.clauses, tasks: tasks))
  }

  private func theirs(_ content: Act.Content) throws {
    let act = Act(content, OpenLedger.stamp("李华"), overriding: true)
    _ = try other.enter(act, under: rules).entered()
  }

  /// What came in between where something is entered that has not seen it; all the same it is entered
  /// by who is certain.
  private func between(_ content: Act.Content) throws -> Between {
    let (act, last) = (Act(content, OpenLedger.stamp()), try open.ledger.lastAct())
    guard case .moved(let between) = try open.ledger.enter(act, under: rules) else {
      throw TestFailure("entered over it: \(content)")
    }
    #expect(try open.ledger.lastAct() == last)
    #expect(!between.fault.message.zh.isEmpty && !between.fault.message.en.isEmpty)
    return between
  }

  private func enter(_ content: Act.Content, overriding: Bool = false) throws {
    let act = Act(content, OpenLedger.stamp(), overriding: overriding)
    _ = try open.ledger.enter(act, under: rules).entered()
  }

  @Test func ofALine() throws {
    let line = OpenLedger.changzhi
    try theirs(.lines([Change(line, status: .underway)]))
    guard case .lines(let entries) = try between(.lines([Change(line, status: .done)])) else {
      throw TestFailure("no lines")
    }
    #expect(entries.map(\.who) == ["李华"])
    try enter(.lines([Change(line, status: .done, seen: entries[0].id)]))
  }

  @Test func ofADueDay() throws {
    let line = Line("demo-1/5", in: "140000")
    try theirs(.lines([Change(line, due: .some(Day(2020, 9, 30)))]))
    let mine = Change(line, due: .some(Day(2020, 12, 31)), dueSeen: .some(nil))
    guard case .lines(let entries) = try between(.lines([mine])) else {
      throw TestFailure("no lines")
    }
    #expect(entries.map(\.due) == ["2020-09-30"])
    try enter(.lines([mine]), overriding: true)
  }

  @Test func ofAnActual() throws {
    func actual(_ value: Amount, seen: Int) -> Act.Content {
      let key = TargetActual.Key("demo-1/3", "n", in: "140400")
      return .actual(TargetActual(key, value, on: day, source: "通报"), seen: seen)
    }
    try theirs(actual(3, seen: 0))
    guard case .actual(let entry) = try between(actual(4, seen: 0)) else {
      throw TestFailure("no actual")
    }
    #expect(entry.actual.value == 3 && entry.who == "李华")
    try enter(actual(4, seen: entry.id))
  }

  private func batch(_ number: Int, hash: String? = nil, in place: String = "140400") -> NewBatch {
    let figure = Figure(
      Self.share, in: place, .year(2019), numerator: Amount(number), denominator: 100)
    return NewBatch(.file, file: "a.csv", hash: hash, figures: [figure])
  }

  @Test func ofAFigure() throws {
    let seen = try open.ledger.lastAct()
    try theirs(.figures(batch(1)))
    guard case .figures(let figures) = try between(.figures(batch(2), seen: seen)) else {
      throw TestFailure("no figures")
    }
    #expect(figures.map(\.figure.numerator) == [1] && figures.map(\.batch.who) == ["李华"])
    // Of another place nothing came in between.
    try enter(.figures(batch(2, in: "140100"), seen: seen))
    try enter(.figures(batch(2), seen: open.ledger.lastAct()))
  }

  @Test func ofAFigureThatWasTakenBack() throws {
    try theirs(.figures(batch(1)))
    let seen = try open.ledger.lastAct()
    _ = try other.takeBack(.figures, OpenLedger.stamp("李华"), under: rules)
    guard case .figures(let figures) = try between(.figures(batch(2), seen: seen)) else {
      throw TestFailure("no figures")
    }
    #expect(figures.map(\.batch.withdrawal?.who) == ["李华"])
  }

  @Test func ofAFile() throws {
    try theirs(.figures(batch(1, hash: "aa")))
    let seen = try open.ledger.lastAct()
    guard case .file(let same) = try between(.figures(batch(1, hash: "aa"), seen: seen)) else {
      throw TestFailure("no file")
    }
    #expect(same.hash == "aa" && same.who == "李华")
    _ = try other.takeBack(.figures, OpenLedger.stamp("李华"), under: rules)
    try enter(.figures(batch(1, hash: "aa"), seen: open.ledger.lastAct()))
  }

  @Test func ofATarget() throws {
    func target(_ value: Amount, year: Int = 2022) -> OwnTarget {
      OwnTarget(
        Target(
          Self.share, region: "140000", scope: .inAll, .atLeast, value, year: year,
          origin: .ledger(who: "", day: day, note: nil, isMadeUp: false)))
    }
    let seen = try open.ledger.lastAct()
    try theirs(.target(target(40)))
    #expect(try between(.target(target(50), seen: seen)) == .target(Self.share))
    try enter(.target(target(50, year: 2025), seen: seen))
    try enter(.target(target(50), seen: open.ledger.lastAct()))
  }

  @Test func ofTheCollecting() throws {
    let seen = try open.ledger.lastAct()
    try theirs(.collecting(CollectionStep(.locked, "140000", year: 2019)))
    let mine = CollectionStep(.sentBack, "140400", year: 2019, reason: "请核对")
    guard case .collecting(let entries) = try between(.collecting(mine, seen: seen)) else {
      throw TestFailure("no collecting")
    }
    #expect(entries.map(\.kind) == [.locked] && entries.map(\.who) == ["李华"])
    // Of another year nothing came in between.
    try enter(
      .collecting(CollectionStep(.sentBack, "140400", year: 2018, reason: "请核对"), seen: seen))
    try enter(.collecting(mine, seen: open.ledger.lastAct()))
  }

  @Test func ofAFormThatIsSentBack() throws {
    let seen = try open.ledger.lastAct()
    func form(_ place: Division.Code) -> Act.Content {
      .returned(
        [SentForm(place, made: day, file: "\(place).xlsx", hash: place, count: 1)], [])
    }
    let mine = CollectionStep(.sentBack, "140400", year: 2020, month: 3, reason: "缺行")
    try theirs(form("140100"))
    // The form of another place, and figures that were sent back, are something else.
    try theirs(.collecting(CollectionStep(.sentBack, "140400", year: 2020, reason: "请核对")))
    try enter(.collecting(mine, seen: seen))
    try theirs(form("140403"))
    #expect(try between(.collecting(mine, seen: seen)) == .forms(by: ["李华"]))
    try enter(.collecting(mine, seen: open.ledger.lastAct()))
    let faulty = CollectionStep(.locked, "140000", year: 2020, month: 3)
    #expect(throws: Fault.self) { try enter(.collecting(faulty)) }
  }

  @Test func ofAGroup() throws {
    func fact(_ fen: Int64) -> [GroupFact] { [GroupFact("140821", .budget(2019, Fen(fen)))] }
    try theirs(.group(fact(100)))
    guard case .group(let entries) = try between(.group(fact(200), seen: 0)) else {
      throw TestFailure("no facts")
    }
    #expect(entries.map(\.fact) == fact(100))
    try enter(.group([GroupFact("140821", .spending(2019, Fen(1)))], seen: 0))
    try enter(.group(fact(200), seen: entries[0].id))
  }

  @Test func ofASettlement() throws {
    let charter = BundledCatalogue.charter()
    let id = GroupCharter.gate
    let items = (1...6).flatMap { number -> [GroupFact] in
      [
        GroupFact("140821", .item(id, number, title: Phrase("第\(number)项", "\(number)"))),
        GroupFact(
          "140821", .evidence(id, number, done: Day(2018, 1, 1), text: "文件")),
      ]
    }
    func money(_ spending: Int64) -> [GroupFact] {
      [
        GroupFact("140821", .budget(2018, Fen(10_000))),
        GroupFact("140821", .spending(2018, Fen(spending))),
      ]
    }
    try theirs(.group(items + money(10_000)))
    func settled() throws -> SignedSettlement {
      let desk = try open.ledger.groupAccounts(charter, rules.catalogue, asOf: day)
      return try #require(SignedSettlement(desk.settlement(of: "140821", 2018)))
    }
    let seen = try settled()
    try theirs(.group(money(9000)))
    #expect(try between(.settlement(seen)) == .settlement)
    let now = try settled()
    try enter(.settlement(now))
    #expect(try between(.settlement(now)) == .signed)
  }

  @Test func ofADraft() throws {
    var review = Review(
      file: "x", document: try #require(open.catalogue.document("demo-1")), isKnown: true)
    let held = try #require(open.catalogue.task("demo-1/1"))
    review.drafts = ["1", "3"].map { path in
      let clause = ClauseDraft(kind: .numbered, path: path, title: "一", text: "一")
      var task = held
      (task.id, task.clause, task.title) = ("demo-1/\(path)", path, Phrase("新", "new"))
      return TaskDraft(clause, task, held: open.catalogue.task(task.id))
    }
    var kept = try open.ledger.keep(review, OpenLedger.stamp(), in: open.catalogue)
    kept.drafts[0].decision = .accepted
    try open.ledger.decide([0: kept.drafts[0]], in: kept.id)
    let mine = Filing(kept)
    kept.drafts[1].decision = .accepted
    try other.decide([1: kept.drafts[1]], in: kept.id)
    #expect(try between(.filing(mine)) == .drafts("demo-1"))
    try enter(.filing(Filing(kept)))
    // It is closed by now.
    let act = Act(.filing(Filing(kept)), OpenLedger.stamp())
    #expect(throws: Fault.self) { try open.ledger.enter(act, under: rules) }
  }
}
