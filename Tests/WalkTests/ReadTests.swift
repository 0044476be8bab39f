import Cells
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

@testable import Dashboard

/// What is read beside the loop: keys meanwhile, answers that come late, and answers that do not come.
@Suite struct ReadTests {
  private let answerer = Answerer()

  private func walk(
    _ ledger: TestLedger = .figures, reads: ReadQueue?, readOnly: Bool = false, columns: Int = 100
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size) = (ledger, Size(columns: columns, rows: 30))
    (setting.reads, setting.isReadOnly) = (reads, readOnly)
    return try Walk(setting)
  }

  /// A walk whose first figures are there.
  private func begun(_ ledger: TestLedger = .figures, columns: Int = 100) throws -> Walk {
    let walk = try walk(ledger, reads: answerer.queue, columns: columns)
    try answerer.answerAll(for: walk)
    return walk
  }

  private func body(_ walk: Walk) -> [String] { (1..<29).map(walk.canvas.row) }

  private func figures(_ reads: [Read]) -> [Figures.Request] {
    reads.compactMap { if case .figures(let request) = $0 { request } else { nil } }
  }

  private func views(_ reads: [Read]) -> [LedgerState.Request] {
    reads.compactMap { if case .progress(let request) = $0 { request } else { nil } }
  }

  // MARK: Keys meanwhile

  @Test func keysAreTakenWhileSomethingIsRead() throws {
    let (walk, other) = (try begun(), try self.walk(reads: nil))
    try walk.press("4")
    #expect(walk.canvas.text.contains("正在读取…") && !answerer.waiting.isEmpty)
    for keys in ["2", "j", "j", "Enter", "Esc", "L", "L", "4"] {
      try walk.press(keys)
      try other.press(keys)
      if keys != "4" { #expect(walk.canvas == other.canvas, "\(keys)") }
    }
    #expect(walk.canvas != other.canvas)
    try answerer.answerAll(for: walk)
    #expect(walk.canvas == other.canvas)
  }

  @Test func whatIsAskedForAScreenThatIsLeftIsNotRead() throws {
    let walk = try begun()
    try walk.press("4")
    #expect(figures(answerer.waiting).map(\.isWhole) == [true])
    try walk.press("2")
    #expect(answerer.waiting.isEmpty && walk.state.readsInFlight.isEmpty)
  }

  @Test func theOldDayStaysUntilTheNewOneIsRead() throws {
    let walk = try begun(columns: 110)
    let before = body(walk)
    try walk.press("@ '2020-02-01' Enter")
    #expect(walk.canvas.row(0).contains("2020-03-02，正在读取 2020-02-01…"))
    #expect(body(walk) == before && walk.state.day == walk.world.today)
    try answerer.answerAll(for: walk)
    #expect(walk.canvas.row(0).contains("回看 2020-02-01"))
    #expect(!walk.canvas.row(0).contains("正在读取"))
  }

  @Test func aNarrowWindowShowsTheOldDayWithASign() throws {
    let walk = try begun()
    walk.send([.resize(Size(columns: 60, rows: 16))])
    try walk.press("@ '2020-02-01' Enter")
    #expect(walk.canvas.row(0).contains("2020-03-02…"))
    #expect(!walk.canvas.row(0).contains("2020-02-01"))
  }

  @Test func nothingIsEnteredWhileAnotherPlaceIsRead() throws {
    let walk = try begun()
    try walk.press("2 p '长治' Enter")
    try walk.press("d")
    #expect(walk.canvas.text.contains("正在读取 长治，读完再登记"))
    try answerer.answerAll(for: walk)
    try walk.press("d")
    #expect(walk.canvas.text.contains("Enter 登记"))
  }

  @Test func aDayAndAPlaceThatAreGoneToOneAfterTheOtherAreBothGoneTo() throws {
    let walk = try begun()
    try walk.press("p '长治' Enter @ '2020-02-01' Enter")
    #expect(views(answerer.waiting).map(\.scope) == ["140400"])
    try answerer.answerAll(for: walk)
    #expect(walk.state.scope == "140400" && walk.state.day == Day(2020, 2, 1))
  }

  // MARK: Late answers

  @Test func anAnswerThatNobodyWaitsForIsDropped() throws {
    let walk = try begun()
    try walk.press("@ '2020-02-01' Enter")
    try answerer.find(for: walk)
    try walk.press("@ '2020-02-15' Enter")
    try answerer.find(for: walk)
    answerer.give()
    walk.send([.woken])
    #expect(walk.state.day == walk.world.today)
    answerer.give()
    walk.send([.woken])
    #expect(walk.state.day == Day(2020, 2, 15))
  }

  @Test func figuresOfTheDayBeforeAreDropped() throws {
    let walk = try begun()
    try walk.press("3")
    try answerer.find(for: walk)
    try walk.press("@ '2020-02-01' Enter")
    try answerer.find(for: walk)
    answerer.give(1)
    walk.send([.woken])
    #expect(walk.state.day == Day(2020, 2, 1))
    answerer.give()
    walk.send([.woken])
    #expect(walk.state.figures.figures == nil)
    try answerer.answerAll(for: walk)
    #expect(walk.state.figures.figures?.request.day == Day(2020, 2, 1))
  }

  @Test func whatAnotherEntersWhileAPlaceIsReadIsInItAtOnce() throws {
    let walk = try begun()
    try walk.press("p '长治' Enter")
    try answerer.find(for: walk)
    try walk.another("李强", enters: "demo-3/1", ["140400"], .done, "同时登记")
    walk.send([.tick])
    answerer.give()
    walk.send([.woken])
    #expect(walk.state.scope == "140400" && walk.disagreements.isEmpty)
    #expect(walk.state.progress.recent.contains { $0.note == "同时登记" })
  }

  @Test func whatOneEntersOneselfIsNotUndoneByALateAnswer() throws {
    let walk = try begun(.small)
    try walk.press("4")
    try answerer.find(for: walk)
    try walk.press("2 d 'mine' Enter")
    #expect(walk.canvas.text.contains("已记入台账"))
    answerer.give()
    walk.send([.woken])
    try walk.press("4")
    // The old state shows only until the new one is there.
    #expect(answerer.waiting.count == 1)
    try answerer.answerAll(for: walk)
    let other = try self.walk(.small, reads: nil)
    try other.press("4 2 d 'mine' Enter 4")
    #expect(walk.canvas == other.canvas)
  }

  @Test func laterFiguresAreNotWrittenOverByEarlierOnes() throws {
    let walk = try walk(reads: answerer.queue)
    try answerer.find(for: walk)
    try post(41_000, on: walk)
    walk.send([.tick])
    try answerer.find(for: walk)
    for index in [1, 0] {
      answerer.give(index)
      walk.send([.woken])
      #expect(walk.state.figures.figures?.request.turn == 1)
    }
    try answerer.answerAll(for: walk)
    let other = try walk.restarted()
    try answerer.answerAll(for: other)
    #expect(walk.state.figures.board?.lines == other.state.figures.board?.lines)
  }

  @Test func figuresFromBeforeAPostingAreReadAgain() throws {
    let walk = try walk(reads: answerer.queue)
    try answerer.find(for: walk)
    try post(42_000, on: walk)
    walk.send([.tick])
    answerer.give()
    walk.send([.woken])
    #expect(walk.state.figures.figures != nil)
    #expect(figures(answerer.waiting).map(\.turn) == [1])
  }

  /// Another program posts a figure.
  private func post(_ numerator: Int, on walk: Walk) throws {
    let ledger = try Ledger(at: walk.path)
    defer { ledger.close() }
    let figure = Figure(
      "medical-service-share", in: "140400", .year(2019), numerator: Amount(numerator),
      denominator: 100_000, flags: [.madeUp],
      source: SourcePlace(file: "a.xlsx", sheet: "上报", row: 6, column: 3))
    let batch = NewBatch(
      .file, file: "a.xlsx", hash: nil, note: nil, checks: [], figures: [figure])
    let day = SmallCatalogue.day
    _ = try ledger.post(batch, Stamp(who: "李强", day: day, at: "\(day)T10:00:00+0800"))
  }

  // MARK: No answers

  @Test func aReadThatFailsIsToldAndMayBeAskedForAgain() throws {
    let walk = try begun()
    try walk.press("3")
    try answerer.give(.fault(Fault("磁盘出错。", "The disk failed.")))
    walk.send([.woken])
    #expect(walk.canvas.row(29).contains("磁盘出错。"))
    walk.send([.tick, .tick])
    #expect(answerer.waiting.isEmpty && walk.state.readsInFlight.isEmpty)
    try walk.press("3")
    #expect(figures(answerer.waiting).map(\.isWhole) == [true])
    try answerer.answerAll(for: walk)
    #expect(walk.state.figures.figures?.request.isWhole == true)
  }

  @Test func aDayThatCannotBeReadLeavesTheOldOne() throws {
    let walk = try begun()
    try walk.press("@ '2020-02-01' Enter")
    try answerer.give(.fault(Fault("磁盘出错。", "The disk failed.")))
    walk.send([.woken])
    #expect(walk.canvas.row(0).contains("截至 2020-03-02"))
    #expect(!walk.canvas.row(0).contains("2020-02-01"))
    try walk.press("2 d")
    #expect(walk.canvas.text.contains("Enter 登记"))
  }

  @Test func whereNobodyCanAnswerBesideTheLoopItAnswersItself() throws {
    let walk = try begun()
    try walk.press("4")
    try answerer.give(.unable)
    walk.send([.woken])
    #expect(walk.canvas.text.contains("欠账与到期") && answerer.waiting.isEmpty)
  }

  @Test func aQuestionOfAnotherCatalogueHasNoAnswer() throws {
    let walk = try begun()
    var ground = ReadGround(walk.state)
    let request = LedgerState.Request(day: walk.state.day, scope: "140000")
    let reader = Reader(walk.world.ledger)
    guard case .answer = reader.outcome(of: Question(.progress(request), ground)) else {
      throw TestFailure("no answer")
    }
    ground.catalogue = ground.catalogue.holding(
      documents: ground.catalogue.documents, clauses: ground.catalogue.clauses,
      tasks: Array(ground.catalogue.tasks.dropFirst()))
    guard case .outdated = reader.outcome(of: Question(.progress(request), ground)) else {
      throw TestFailure("an answer")
    }
  }
}
