import LedgerStore
import Reform
import TestSupport
import Testing

@testable import Cells
@testable import Dashboard

/// What forms do besides what stories show.
@Suite struct FormTests {
  private func walk(
    _ ledger: TestLedger = .sample, size: Size = Size(columns: 100, rows: 30),
    place: Division.Code = "140802", isReadOnly: Bool = false
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size, setting.place) = (ledger, size, place)
    setting.isReadOnly = isReadOnly
    let walk = try Walk(setting)
    try walk.press("4 Enter")
    return walk
  }

  private func form(_ walk: Walk) throws -> Form {
    guard let form = walk.state.overlay as? Form else { throw TestFailure("no form is open") }
    return form
  }

  /// The text left of the terminal's cursor in its row.
  private func written(_ walk: Walk) throws -> String {
    let cursor = try #require(walk.canvas.cursor)
    var text = String.UnicodeScalarView()
    for cell in walk.canvas.cells(inRow: cursor.y).prefix(cursor.x) { cell.write(to: &text) }
    return String(text)
  }

  @Test func chineseGoesInAtTheCursorAndTheCursorFollows() throws {
    let walk = try walk(.bundled)
    try walk.press("e '盐湖医疗集团' Left Left '区'")
    #expect(try written(walk).hasSuffix("盐湖医疗区"))
    #expect(try form(walk).text(.name) == "盐湖医疗区集团")
    try walk.press("Home '县' Backspace \"运城市\n\"")
    #expect(try written(walk).hasSuffix("运城市 "))
    #expect(try form(walk).text(.name).hasPrefix("运城市"))
    #expect(try form(walk).text(.name).hasSuffix("盐湖医疗区集团"))
  }

  @Test func aNameLongerThanItsFieldKeepsItsEndInSight() throws {
    let walk = try walk(.bundled, size: Size(columns: 80, rows: 24))
    try walk.press("e '\(String(repeating: "医疗集团", count: 20))末'")
    #expect(try written(walk).hasSuffix("医疗集团末"))
    #expect(walk.canvas.cursor.map { $0.x < 78 } == true)
  }

  @Test func aClickPutsTheCursorOnAFieldAndOneOutsideAsksFirst() throws {
    let walk = try walk()
    try walk.press("e")
    let lines = walk.canvas.text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("│   牵头医院") })
    walk.send([.mouse(Mouse(.press, at: Point(x: 40, y: row)))])
    #expect(walk.canvas.cursor?.y == row)
    try walk.press("'x'")
    walk.send([.mouse(Mouse(.press, at: Point(x: 1, y: 28)))])
    #expect(walk.canvas.text.contains("再按 Esc 放弃"))
    try walk.press("'y'")
    #expect(!walk.canvas.text.contains("再按 Esc 放弃"))
    #expect(try form(walk).text(.lead).hasSuffix("xy"))
  }

  @Test func aFormThatWasNotChangedIsLeftAtOnceAndEntersNothing() throws {
    let walk = try walk()
    let before = try walk.world.ledger.lastAct()
    try walk.press("e Esc")
    #expect(walk.state.overlay == nil)
    try walk.press("e Ctrl-S")
    #expect(walk.state.overlay == nil && walk.canvas.text.contains("没有改动"))
    // Written over and back again, and an amount in other words.
    try walk.press("Tab G k Enter j e 'x' Backspace Ctrl-S")
    #expect(try walk.world.ledger.lastAct() == before)
  }

  @Test func onlyWhatWasChangedIsEntered() throws {
    let walk = try walk()
    try walk.press("G k Enter e Down '4000万' Ctrl-S")
    let book = try walk.world.ledger.groupBook(asOf: walk.state.day)
    let last = try walk.world.ledger.lastAct()
    let entered = book.entries.filter { $0.act == last }
    #expect(entered.map(\.fact.content) == [.advance(2023, month: 1, Fen(4_000_000_000))])
    #expect(entered.first?.fact.isMadeUp == true)
  }

  @Test func whatIsEnteredCannotBeEmptied() throws {
    let walk = try walk()
    try walk.press("G k Enter e Ctrl-U Down")
    #expect(walk.canvas.text.contains("登记过的不能清空"))
    try walk.press("Ctrl-S")
    #expect(try form(walk).list.selected == 0)
  }

  @Test func aSettlementThatHasChangedMeanwhileIsNotSigned() throws {
    let walk = try walk()
    try walk.press("G k Enter d")
    let other = try Ledger(at: walk.path)
    defer { other.close() }
    let facts = [GroupFact("140802", .spending(2023, Fen(1)))]
    let stamp = Stamp(who: "李华", day: walk.state.day, at: "2024-12-06T10:00:00+0800")
    try other.record([(stamp: stamp, facts: facts)])
    // Whether the screen has been refreshed since or not, what was shown is not signed.
    walk.send([.tick])
    try walk.press("'已核对' Enter")
    #expect(walk.canvas.text.contains("台账刚有变动"))
    #expect(try form(walk).text(.note) == "已核对")
    #expect(
      try walk.world.ledger.signedSettlements(year: 2023, asOf: walk.state.day)
        .allSatisfy { $0.county != "140802" })
  }

  /// Whether the screen is refreshed before the form is entered, after it was refused, or never.
  @Test(arguments: [[false, false], [true, false], [false, true], [true, true]])
  func whatSomebodyEnteredMeanwhileIsNotWrittenOverUnawares(ticks: [Bool]) throws {
    let walk = try walk()
    try walk.press("G k Enter e '5亿' ")
    let other = try Ledger(at: walk.path)
    defer { other.close() }
    let facts = [GroupFact("140802", .budget(2023, Fen(7)))]
    let stamp = Stamp(who: "李华", day: walk.state.day, at: "2024-12-06T10:00:00+0800")
    try other.record([(stamp: stamp, facts: facts)])
    func budget() throws -> Int64? {
      try walk.world.ledger.groupBook(asOf: walk.state.day).account(of: "140802", 2023).budget?
        .count
    }
    if ticks[0] { walk.send([.tick]) }
    // In a county the refresh has no task to count anew, and must not fail for that.
    #expect(!walk.canvas.text.contains("出错"))
    try walk.press("Ctrl-S")
    #expect(walk.canvas.text.contains("李华刚登记了“年度总额预算”"))
    if ticks[1] { walk.send([.tick]) }
    #expect(try form(walk).text(.budget) == "500,000,000.00" && budget() == 7)
    try walk.press("Ctrl-S")
    #expect(try walk.state.overlay == nil && budget() == 50_000_000_000)
  }

  @Test func aGroupWithoutSixUnifiedIsNotSigned() throws {
    let walk = try walk(place: "140827")
    let desk = try #require(walk.state.model.placeCache.desk(on: walk.state.day))
    let gate = desk.settlement(of: "140827", 2023).qualification
    try walk.press("G k d")
    #expect(
      walk.canvas.text.contains("六统一") && walk.canvas.text.contains("不能签认") == !gate.isComplete)
    #expect(!gate.isComplete)
  }

  @Test func nothingCanBeWrittenWhereTheLedgerIsReadOnly() throws {
    let walk = try walk(isReadOnly: true)
    for keys in ["e", "+", "x", "G k d"] {
      try walk.press(keys)
      #expect(walk.state.overlay == nil)
      #expect(walk.canvas.text.contains("不能登记"))
    }
  }

  @Test func everyFormIsDrawnAtEverySize() throws {
    let walk = try walk()
    let desk = try #require(walk.state.model.placeCache.desk(on: walk.state.day))
    let set = GroupCharter.gate
    let forms: [GroupForm] = [
      .card, .member(nil), .item(set, 1), .evidence(set, 1), .weights(2023), .scores(2023),
      .scores(nil), .money(2023), .money(nil), .terms(2023), .selection(2023), .signing(2023),
    ]
    for (columns, rows) in [(10, 4), (60, 14), (80, 24), (160, 50)] {
      walk.send([.resize(Size(columns: columns, rows: rows))])
      for language in Language.allCases {
        let maker = FormMaker(
          desk: desk, county: "140802", today: walk.state.today, language: language)
        for subject in forms {
          var state = walk.state
          state.model.settings.language = language
          state.overlay = maker.form(GroupField(subject))
          let count = maker.form(GroupField(subject)).keys.count
          for _ in 0...count {
            let canvas = view(state).canvas
            #expect(canvas.size == state.size)
            #expect(state.isTooSmall || canvas.cursor.map { $0.y < rows && $0.x < columns } == true)
            _ = update(&state, .event(.key(.tab)))
          }
        }
      }
    }
  }

  @Test func everyEntryOfAFormHoldsWhatStandsNow() throws {
    let walk = try walk()
    let desk = try #require(walk.state.model.placeCache.desk(on: walk.state.day))
    for form in [GroupForm.card, .evidence(GroupCharter.gate, 1), .weights(2023), .terms(2023)] {
      let made = FormMaker(desk: desk, county: "140802", today: walk.state.today, language: .zh)
        .form(GroupField(form))
      for fact in try made.facts(desk, isMadeUp: true) {
        let place = desk.book[fact.slot] ?? desk.book[GroupFact("140000", fact.content).slot]
        #expect(place?.fact.content == fact.content, "\(form)")
      }
    }
  }
}
