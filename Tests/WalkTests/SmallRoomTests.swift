import Cells
import Foundation
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// What a screen says where there is little room, and what the search of the documents leaves.
@Suite struct SmallRoomTests {
  private func walk(_ size: Size, _ ledger: TestLedger = .bundled) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size) = (ledger, size)
    return try Walk(setting)
  }

  private func rows(_ state: AppState) -> [String] {
    let canvas = view(state).canvas
    return (0..<state.size.rows).map { canvas.row($0) }
  }

  private func trial(_ severity: Finding.Severity) -> FigureTrial {
    let cells = [["列", "名称"]] + (1...9).map { ["第\($0)列", "指标"] }
    let finding = Finding(
      "magnitude", severity, Phrase("数值过大", "too large"),
      at: .init(file: "a.xlsx", sheet: "表一", line: 5, column: 3))
    return FigureTrial(
      path: "a.xlsx", hash: "0", file: "a.xlsx", cells: cells, findings: [finding], count: 9,
      unchanged: 0)
  }

  @Test func aWarningIsSeenInTheSmallestWindowAndTheRestIsScrolledTo() throws {
    var state = try walk(Size(columns: 60, rows: 14)).state
    _ = update(&state, .review(.figures(trial(.warning))))
    #expect(rows(state).contains { $0.contains("表一 C5：数值过大") })
    #expect(!rows(state).contains { $0.contains("第9列") })
    for _ in 1...12 { _ = update(&state, .event(.key(.down))) }
    #expect(rows(state).contains { $0.contains("第9列") })
    #expect(rows(state).contains { $0.contains("有 1 处提醒") })
  }

  @Test func whatBarsAnImportStandsUnderTheNameOfItsFile() throws {
    var state = try walk(Size(columns: 80, rows: 24)).state
    _ = update(&state, .review(.figures(trial(.error))))
    #expect(rows(state).contains { $0.contains("导入指标数据：a.xlsx") })
    #expect(!rows(state).contains { $0.contains("─ 为什么 ─") })
    #expect(rows(state).contains { $0.contains("错误 表一 C5：数值过大") })
  }

  @Test func aSearchOfTheDocumentsStaysThere() throws {
    let walk = try walk(Size(columns: 100, rows: 30))
    try walk.press("7")
    let all = walk.state.documents.rows(walk.state.model).count
    try walk.press("/ '三级中医院' Enter")
    #expect(walk.state.tab == .documents)
    let found = walk.state.documents.rows(walk.state.model).count
    #expect(found > 0 && found < all)
    try walk.press("Esc")
    #expect(
      walk.state.documents.rows(walk.state.model).count == all && walk.state.tab == .documents)
  }
}
