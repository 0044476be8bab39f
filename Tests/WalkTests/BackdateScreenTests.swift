import Cells
import Reform
import TestSupport
import Testing

/// The header says for which day things are entered, however narrow the window is.
@Suite struct BackdateScreenTests {
  private func walk(_ columns: Int, _ language: Language = .zh) throws -> Walk {
    var setting = Walk.Setting()
    setting.size = Size(columns: columns, rows: 24)
    setting.settings.language = language
    return try Walk(setting)
  }

  private func header(_ walk: Walk) -> Substring {
    walk.canvas.text.split(separator: "\n").first ?? ""
  }

  @Test(arguments: [(80, "补 2020-02-10"), (160, "补登 2020-02-10")])
  func theHeaderSaysForWhichDayThingsAreEntered(columns: Int, badge: String) throws {
    let walk = try walk(columns)
    try walk.press("2 B '2020-02-10' Enter")
    #expect(header(walk).contains(badge), "\(header(walk))")
    try walk.press("B Ctrl-U Enter")
    #expect(!header(walk).contains("补"), "\(header(walk))")
  }

  @Test(arguments: Language.allCases, [80, 100, 120, 160])
  func theDayStandsApartFromTheTabs(language: Language, columns: Int) throws {
    let walk = try walk(columns, language)
    try walk.press("7 B '2020-02-10' Enter")
    let words = header(walk)
    let badges =
      language == .zh
      ? [" 补登 2020-02-10", " 补 2020-02-10", " 补 20-02-10"]
      : [" for 2020-02-10", " for 20-02-10"]
    #expect(badges.contains { words.contains($0) }, "\(words)")
    #expect(words.contains(language == .zh ? "文件 " : "Documents "), "\(words)")
  }

  /// Another day is written over the one that holds; Enter alone is today again, as the line says.
  @Test(arguments: Language.allCases)
  func theDayIsWrittenAnewAndEnterAloneIsToday(language: Language) throws {
    let walk = try walk(100, language)
    try walk.press("2 B '2020-02-10' Enter")
    #expect(walk.canvas.text.contains("B Enter"))
    try walk.press("B")
    #expect(walk.canvas.text.contains("2020-02-10"))
    try walk.press("'2020-01-15' Enter")
    #expect(walk.state.model.backdate == Day(2020, 1, 15))
    try walk.press("B Enter")
    #expect(walk.state.model.backdate == nil)
  }
}
