import Cells
import Foundation
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// Medical groups on the screen of comparing, and the pools that a county is ranked in.
@Suite struct CompareGroupTests {
  private func walk(
    _ ledger: TestLedger = .sample, columns: Int = 100, place: Division.Code? = nil
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size) = (ledger, Size(columns: columns, rows: 30))
    setting.place = place
    return try Walk(setting)
  }

  /// From the first measure of groups to the total of the assessment, over the lists.
  private static let total = Array(repeating: "l", count: 12).joined(separator: " ")

  private func facts(_ walk: Walk) -> [String] { [27, 28].map { walk.canvas.row($0) } }

  @Test func figuresComeFirstAndGroupsAfterThem() throws {
    let walk = try walk(columns: 160)
    try walk.press("5")
    // The four monitored ones are known from the overview, then all figures come, then the groups.
    let edges = walk.screens.filter { $0.row(1).contains("各项指标") }.map { screen in
      (0..<30).map(screen.row).first { $0.contains("右 +") } ?? ""
    }
    let whole = try #require(edges.firstIndex { $0.contains("右 +19") })
    #expect(edges[(whole + 1)...].allSatisfy { $0.contains("右 +48") } && whole + 1 < edges.count)
    var state = walk.state
    #expect(update(&state, .shown).isEmpty)
  }

  @Test func aKeyLeadsToTheGroupsAndBackToTheIndicatorLeft() throws {
    let walk = try walk()
    try walk.press("5 l l y")
    #expect(walk.canvas.row(2).contains("医疗集团") && facts(walk)[0].contains("医疗集团六统一 2023"))
    try walk.press("l y")
    #expect(facts(walk)[0].contains("县域内住院率"))
    try walk.press("y")
    #expect(facts(walk)[0].contains("三清单"))
  }

  @Test func withoutGroupsTheKeySaysSo() throws {
    let walk = try walk(.figures)
    let before = try walk.pressing("5")
    try walk.press("y")
    #expect(walk.canvas.row(29).contains("没有医疗集团的登记"))
    #expect(walk.canvas.row(4) == before.row(4))
  }

  @Test func aTotalOfAnAssessmentIsComparedByCountyOnly() throws {
    let cities = try walk()
    try cities.press("5 y \(Self.total)")
    #expect(!cities.canvas.text.contains("考核总分"))
    let walk = try walk()
    try walk.press("5 t y \(Self.total)")
    #expect(walk.canvas.text.contains("考核总分"))
    try walk.press("Home v v v")
    #expect(!walk.canvas.text.contains("NaN"))
    try walk.press("Esc h l")
    try walk.press("j")
    #expect(facts(walk)[0].contains("小店区"))
  }

  @Test func theMoversOfATotalAreRefusedInASentence() throws {
    let walk = try walk()
    try walk.press("5 t y \(Self.total) v v v")
    #expect(walk.canvas.text.contains("不能相加"))
  }

  @Test func enterOpensTheGroupAndEscComesBack() throws {
    let walk = try walk()
    try walk.press("5 t y j l l")
    let before = walk.canvas
    try walk.press("Enter")
    #expect(walk.state.tab == .places)
    #expect(walk.canvas.row(1).contains("小店区 › 医疗集团"))
    #expect(walk.canvas.text.contains("预算结算 2023"))
    try walk.press("Enter Esc")
    #expect(walk.state.tab == .places)
    try walk.press("Esc")
    #expect(walk.canvas == before)
    // Of a city there is no one group: its place is opened.
    try walk.press("t Enter")
    #expect(walk.canvas.row(1).hasPrefix(" 山西省"))
  }

  @Test func theNumberOfTheScreenForgetsWhereOneCameFrom() throws {
    let walk = try walk()
    try walk.press("5 t y j l l Enter 4 Esc")
    #expect(walk.state.tab == .overview)
  }

  @Test func whyAndEnterWorkInEveryLook() throws {
    let walk = try walk()
    // The movers of the province are cities, whatever level was compared before.
    try walk.press("5 t y v v v j w")
    #expect(walk.canvas.text.contains("为什么") && walk.canvas.text.contains("六统一完成率"))
    try walk.press("Esc Enter")
    #expect(walk.canvas.row(1).contains("太原市") && walk.state.tab == .places)
    try walk.press("Esc")
    #expect(walk.state.tab == .compare && walk.canvas.text.contains("拉动分析 · 六统一"))
    // Where figures are collected there are no measures: the first indicator is opened.
    try walk.press("v Enter")
    #expect(walk.state.tab == .indicators && walk.canvas.row(1).contains("公立医院医疗服务收入"))
  }

  @Test func aGroupOfAnotherCountyIsOpenedFromACountyAndLeft() throws {
    let walk = try walk(place: "140423")
    try walk.press("5 y")
    #expect(facts(walk)[0].contains("襄垣县"))
    try walk.press("j Enter")
    #expect(walk.state.scope == "140425" && walk.canvas.row(1).contains("平顺县 › 医疗集团"))
    try walk.press("Esc")
    #expect(walk.state.tab == .compare && walk.state.scope == "140423")
  }

  @Test func whyTellsWhatAMeasureIsMadeOf() throws {
    let walk = try walk()
    try walk.press("5 t y j w")
    let text = walk.canvas.text
    #expect(text.contains("2 ÷ 6 × 100 = 33.3%") && text.contains("示例内容一"))
    #expect(text.contains("没有佐证") && text.contains("全省 107/117 · 本市 9/10"))
    try walk.press("Esc \(Self.total) w")
    #expect(walk.canvas.text.contains("就医和诊疗秩序 30% ×"))
    try walk.press("Esc l w")
    #expect(walk.canvas.text.contains("年度总额预算") && walk.canvas.text.contains("12 个月，合计"))
    try walk.press("Esc k w")
    #expect(walk.canvas.text.contains("山西省 2023"))
  }

  @Test func aCountyHasThreeRanksWhateverIsShown() throws {
    let walk = try walk()
    try walk.press("5 t j")
    #expect(facts(walk)[1].contains(/全省 \d+\/116（上年/) && facts(walk)[1].contains(/本市 \d+\/10/))
    #expect(facts(walk)[1].contains("同规模 "))
    let ranks = facts(walk)[1]
    // Among the counties of its city alone the three ranks are the same.
    try walk.press("g j j j j j Enter")
    #expect(walk.canvas.row(1).contains("太原 · 10 县"))
    #expect(facts(walk)[1] == ranks)
    try walk.press("Esc")
    #expect(walk.canvas.row(1).contains("117 县"))
  }

  @Test func theProvinceIsNarrowedToACityFromEitherLevel() throws {
    let walk = try walk()
    try walk.press("5 g End")
    for _ in 0..<30 { walk.send([.key(.down)]) }
    try walk.press("Enter")
    #expect(walk.canvas.row(1).contains("吕梁 · 13 县"))
    try walk.press("t")
    #expect(walk.canvas.row(1).contains("山西 · 11 市"))
  }

  @Test func aCountyIsFoundFromAmongTheCities() throws {
    let walk = try walk()
    walk.send([.key("5"), .key("襄"), .key("垣"), .key(.enter)])
    #expect(walk.canvas.row(1).contains("117 县") && facts(walk)[0].contains("襄垣县"))
    walk.send([.key("长"), .key("治"), .key("市"), .key(.enter)])
    #expect(walk.canvas.row(1).contains("11 市") && facts(walk)[0].contains("长治市"))
  }

  @Test func anExportHoldsTheMeasuresWithTheirMarks() throws {
    let walk = try walk()
    try walk.export("5 t")
    let names = try FileManager.default.contentsOfDirectory(atPath: walk.scratch.path)
    let name = try #require(names.first { $0.hasSuffix(".csv") })
    let text = try #require(contents(of: walk.scratch.file(name)))
    #expect(text.contains("六统一完成率,2023,107,107,107,140105,小店区"))
    #expect(text.contains("年度绩效考核总分,2023,28,"))
  }

  @Test func ofAPastDayTheMeasuresAreThoseOfThatDay() throws {
    let walk = try walk()
    try walk.press("5 t y j l \(Self.total)")
    #expect(facts(walk)[0].contains("支出占预算 2023"))
    // The spending of 2023 was entered on 2024-02-25.
    try walk.press("@ '2024-02-24' Enter")
    #expect(facts(walk)[0].contains("支出占预算") && !facts(walk)[0].contains("2023 · 9"))
  }
}

extension Walk {
  /// The screen after some keys.
  fileprivate func pressing(_ keys: String) throws -> Canvas {
    try press(keys)
    return canvas
  }
}
