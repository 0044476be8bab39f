import Cells
import Foundation
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// What the screens of figures do besides what stories show.
@Suite struct FigureScreenTests {
  private func walk(
    _ ledger: TestLedger = .figures, size: Size = Size(columns: 100, rows: 30),
    place: Division.Code? = nil
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size, setting.place) = (ledger, size, place)
    return try Walk(setting)
  }

  @Test func figuresAreReadAfterTheFirstFrameAndOnce() throws {
    let walk = try walk()
    #expect(walk.screens.first?.text.contains("正在读取数据") == true)
    #expect(walk.canvas.text.contains("36.45%"))
    var state = walk.state
    #expect(update(&state, .shown).isEmpty)
    #expect(update(&state, .event(.key("3"))).isEmpty)
    let wanted = Effect.read(.figures(.init(day: state.day, isWhole: true)))
    #expect(update(&state, .shown) == [wanted])
    #expect(update(&state, .shown).isEmpty)
  }

  @Test func withoutFiguresNothingIsAskedForAndNoRoomIsKept() throws {
    let walk = try walk(.small)
    #expect(!walk.canvas.text.contains("关键指标"))
    #expect(walk.state.figures.figures == nil)
  }

  @Test func figuresOfAnotherDayAreNeverShown() throws {
    let walk = try walk()
    var state = walk.state
    let late = try #require(state.figures.figures)
    let progress = LedgerState(
      day: state.day.adding(days: -400), scope: state.scope, tallies: [], provincial: [],
      entered: [:], recent: [], hasFigures: true)
    _ = update(&state, .loaded(progress))
    #expect(state.figures.board == nil)
    #expect(!view(state).canvas.text.contains("36.45%"))
    // The answer to a question of before comes too late.
    _ = update(&state, .shown)
    _ = update(&state, .answered(.figures(late.request), .figures(late)))
    #expect(state.figures.board == nil)
  }

  @Test func anotherPlaceIsShownWithoutReadingAnew() throws {
    let walk = try walk()
    var state = walk.state
    let progress = LedgerState(
      day: state.day, scope: "140400", tallies: [], provincial: [], entered: [:], recent: [],
      hasFigures: true)
    _ = update(&state, .loaded(progress))
    #expect(state.figures.board?.place == "140400")
    #expect(update(&state, .shown).isEmpty)
  }

  @Test func whatAnotherProgramPostsIsReadAnew() throws {
    let walk = try walk()
    var state = walk.state
    let same = LedgerState(
      day: state.day, scope: state.scope, tallies: [], provincial: [], entered: [:], recent: [],
      hasFigures: true)
    _ = update(&state, .loaded(same))
    #expect(
      update(&state, .shown) == [.read(.figures(.init(day: state.day, isWhole: false, turn: 1)))])
  }

  @Test func theFirstFiguresOfAnotherProgramMakeRoomForThemselves() throws {
    var state = try walk(.small).state
    let news = LedgerState(
      day: state.day, scope: state.scope, tallies: [], provincial: [],
      entered: state.progress.entered, recent: state.progress.recent,
      lastEntry: state.progress.lastEntry, hasFigures: true, changed: [])
    _ = update(&state, .loaded(news))
    #expect(view(state).canvas.text.contains("关键指标"))
    #expect(
      update(&state, .shown) == [.read(.figures(.init(day: state.day, isWhole: false, turn: 1)))])
  }

  @Test func aLightFollowsTheTarget() throws {
    let board = try #require(try walk().state.figures.board)
    let share = try #require(board.lines.first)
    #expect(share.signal == .yellow && share.target != nil)
    // 40 % of 1,100,000 is 440,000; 401,000 are there.
    #expect(share.brief.first?.zh == "还差 39,000 万元（分母不变），即 3.55 个百分点")
    #expect(board.lines.dropFirst().allSatisfy { $0.signal == .grey })
  }

  @Test func anIncompleteSumSaysWhatItLacks() throws {
    let board = try #require(try walk().state.figures.board)
    let years = try #require(board.lines.first?.years)
    #expect(years.map(\.missing) == [[], ["140500"], [], []])
    #expect(years.map(\.change) == ["", "", "", "+2.52"])
    #expect(years.allSatisfy { $0.isSum && $0.flags.contains(.madeUp) })
  }

  @Test func anExportCarriesTheMarksOfEveryNumber() throws {
    let walk = try walk()
    try walk.press("3 Ctrl-S")
    let names = try FileManager.default.contentsOfDirectory(atPath: walk.scratch.path)
    let name = try #require(names.first { $0.hasSuffix(".csv") })
    let text = try #require(contents(of: walk.scratch.file(name)))
    #expect(text.contains("公立医院医疗服务收入占医疗收入的比例,140000,山西省,2019,401000,万元,1100000"))
    #expect(text.contains("示例、缺 1 地,合计,晋城市"))
  }

  @Test func theMapTakesEveryMeasureInTurn() throws {
    let walk = try walk(size: Size(columns: 160, rows: 50))
    var titles: [String] = []
    for _ in 0..<6 {
      titles.append(String(walk.canvas.row(1).suffix(38)))
      try walk.press("c")
    }
    #expect(Set(titles).count == 5 && titles[0] == titles[5])
  }

  @Test(arguments: ["60x14", "70x18", "80x24", "100x30", "140x24", "160x50", "240x70"])
  func everyWindowHoldsTheScreens(size: String) throws {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    let walk = try walk(size: Size(columns: parts[0], rows: parts[1]))
    for keys in ["3", "Tab Down Down Down", "G", "Esc", "1 Tab", "L 3", "Tab"] {
      try walk.press(keys)
      #expect(walk.disagreements.isEmpty, "\(walk.disagreements)")
    }
  }
}
