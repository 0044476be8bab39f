import Cells
import Reform
import TestSupport
import Testing

@testable import Dashboard

/// Lines that are written: what stands in them gives way, and what is refused is said whole.
@Suite struct PromptTests {
  private func walk(
    _ ledger: TestLedger, _ size: Size, _ language: Language = .zh
  ) throws -> Walk {
    var setting = Walk.Setting()
    (setting.size, setting.ledger) = (size, ledger)
    setting.settings.language = language
    return try Walk(setting)
  }

  /// What stands on the screen without the edges of boxes and the breaks of lines.
  private func run(_ walk: Walk, _ language: Language) -> String {
    let lines = walk.canvas.text.split(separator: "\n").map { line in
      line.filter { !"│╭╮╰╯─".contains($0) }.split(separator: " ").joined(separator: " ")
    }
    return lines.joined(separator: language == .zh ? "" : " ")
  }

  @Test(
    arguments: Language.allCases,
    [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 160, rows: 50)])
  func theRefusalOfADocumentIsSaidWhole(language: Language, size: Size) throws {
    let walk = try walk(.zhejiang, size, language)
    let path = Places.root + "/Resources/examples/made-up-plan.txt"
    try walk.press("7 i '\(path)' Enter")
    #expect(walk.state.overlay is Prompt)
    let said = run(walk, language)
    for words in language == .zh
      ? ["山西省的文件（晋虚构示例", "没有写入"]
      : ["another province (Shanxi,", "and nothing was written.", "tasks: XLSX, CSV)"]
    {
      #expect(said.contains(words), "\(words)\n\(walk.canvas.text)")
    }
  }

  @Test func theYearOfAFormIsWrittenOver() throws {
    let walk = try walk(.bundled, Size(columns: 100, rows: 30))
    try walk.press("0 Down Down Down Enter")
    let prompt = try #require(walk.state.overlay as? Prompt)
    #expect(prompt.field.text == "\(walk.state.day.year - 1)")
    try walk.press("'2018'")
    #expect((walk.state.overlay as? Prompt)?.field.text == "2018")
    try walk.press("'5'")
    #expect((walk.state.overlay as? Prompt)?.field.text == "2018")
    #expect(walk.canvas.text.contains("放不下"))
  }

  @Test(arguments: Language.allCases)
  func whatDoesNotFitAFilterIsSaid(language: Language) throws {
    let walk = try walk(.small, Size(columns: 100, rows: 30), language)
    try walk.press("2 / '\(String(repeating: "abcde ", count: 11))'")
    #expect(walk.canvas.text.contains(language == .zh ? "放不下" : "no room"))
  }

  /// A fault that one line has no room for takes several, and goes with the next key.
  @Test func aFaultThatALineHasNoRoomForTakesSeveral() throws {
    let walk = try walk(.small, Size(columns: 60, rows: 14), .en)
    try walk.press("@ '2020-01-15' Enter 2 d")
    #expect(run(walk, .en).contains("nothing can be entered; @ goes back to today"))
    try walk.press("j")
    #expect(!run(walk, .en).contains("goes back to today"))
    #expect(walk.disagreements.isEmpty)
  }
}
