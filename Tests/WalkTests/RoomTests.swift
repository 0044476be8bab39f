import Cells
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// What has no room is counted, and nothing that adds up is left away.
@Suite struct RoomTests {
  private func walk(
    _ columns: Int, _ rows: Int, _ language: Language = .zh, _ ledger: TestLedger = .sample
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size) = (ledger, Size(columns: columns, rows: rows))
    setting.settings.language = language
    return try Walk(setting)
  }

  private static let sizes = [(80, 24), (60, 14), (100, 30)]

  @Test(arguments: ["1", "4"], sizes)
  func everyStatusAndLightHasItsNumber(key: String, size: (Int, Int)) throws {
    for language in Language.allCases { try hold(key, size, language) }
  }

  private func hold(_ key: String, _ size: (Int, Int), _ language: Language) throws {
    let walk = try walk(size.0, size.1, language)
    try walk.press(key)
    for status in Status.allCases {
      let words = Words.status(status)(language)
      let number = walk.state.report.counts[status]
      let isThere = walk.canvas.text.split(separator: "\n").contains { line in
        line.split(separator: words).dropFirst().contains { rest in
          rest.trimmingPrefix { $0 == " " }.hasPrefix("\(number)")
        } || line.contains("\(words) \(number)")
      }
      #expect(isThere, "\(words) \(number): \(walk.canvas.text)")
    }
    let count = walk.state.report.lights.grey
    let sign = Words.sign(.grey)(language)
    let found = walk.canvas.text.split(separator: "\n").contains { line in
      line.contains(sign) && line.contains("\(count)")
    }
    #expect(found, "\(walk.canvas.text)")
  }

  @Test(arguments: Language.allCases)
  func theValueOfAYearStandsOnANarrowWindow(language: Language) throws {
    let walk = try walk(60, 14, language)
    try walk.press("3")
    let line = try #require(walk.state.model.figures.board?.lines.first?.years.last)
    let rows = walk.canvas.text.split(separator: "\n").suffix(5).joined(separator: "\n")
    #expect(rows.contains(line.value), "\(rows)")
    #expect(rows.contains(language == .zh ? "分子、分母：w" : "w: Numerator"), "\(rows)")
  }

  @Test func aBaseIsCutWithAMark() throws {
    let walk = try walk(60, 14, .en)
    let edge = walk.canvas.text.split(separator: "\n").first { $0.contains("of tasks all") }
    #expect(try #require(edge).contains("…"), "\(walk.canvas.text)")
  }

  @Test func listsCountWhatLiesBelow() throws {
    let walk = try walk(60, 14)
    try walk.press("4")
    let cities = walk.state.catalogue.divisions.parts(of: "140000").count
    let shown = walk.canvas.text.split(separator: "\n").dropFirst(4).count { $0.contains("%") }
    #expect(shown < cities && walk.canvas.text.contains(" +\(cities - 8) "), "\(walk.canvas.text)")
    // The last one under the cursor: nothing lies below any more.
    try walk.press("G")
    let edge = walk.canvas.text.split(separator: "\n").dropLast().last ?? ""
    #expect(!edge.prefix(34).contains("+"), "\(edge)")
  }

  @Test func keyIndicatorsCountThoseBelow() throws {
    let walk = try walk(60, 14)
    #expect(
      walk.canvas.text.split(separator: "\n").contains {
        $0.hasPrefix("╰") && $0.prefix(30).contains("+2")
      })
  }

  @Test func aTaskSaysThatItShowsTheNewestAndReadsTheRest() throws {
    let walk = try walk(100, 30)
    let task = try #require(walk.state.catalogue.task("jyg-2019-1/16"))
    let all = try walk.world.ledger.historyCount(.init(task: task.id, withActuals: true))
    try #require(all > TaskDetail.slice)
    try walk.press("2 / '\(task.id)' Enter Enter")
    #expect(walk.state.openTasks.last?.task == task.id)
    #expect(walk.canvas.text.contains("最新 200 / 共 \(all)"), "\(walk.canvas.text)")
    try walk.press("Tab G")
    #expect(walk.state.openTasks.last?.detail?.history.count == all)
    #expect(walk.state.openTasks.last?.history.selected == all - 1)
    #expect(!walk.canvas.text.contains("最新"))
    // Going down by pages reads on too.
    let another = try self.walk(80, 24)
    try another.press("2 / '\(task.id)' Enter Enter Tab")
    try another.press(Array(repeating: "PgDn", count: 220).joined(separator: " "))
    #expect(another.state.openTasks.last?.detail?.history.count == all)
  }

  @Test func lastEntriesSayThatTheyAreTheNewest() throws {
    let walk = try walk(80, 24)
    #expect(walk.canvas.text.contains("最新 40 条"))
  }
}
