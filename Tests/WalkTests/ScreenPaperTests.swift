import Bundle
import Cells
import Foundation
import LedgerStore
import Papers
import Reform
import TestSupport
import Testing

@testable import Dashboard
@testable import Runtime

/// The papers that screens write are those of the commands.
@Suite struct ScreenPaperTests {
  private func walk(_ place: Division.Code? = nil, _ language: Language = .zh) throws -> Walk {
    var setting = Walk.Setting()
    (setting.ledger, setting.size, setting.place) = (.sample, Size(columns: 100, rows: 30), place)
    setting.settings.language = language
    return try Walk(setting)
  }

  private func written(_ walk: Walk) throws -> [String] {
    let endings = [".docx", ".xlsx", ".csv"]
    return try FileManager.default.contentsOfDirectory(atPath: walk.scratch.path)
      .filter { name in endings.contains { name.hasSuffix($0) } }.sorted()
  }

  static let screens = [
    ("1 x Enter", nil, "山西省.*通报.*docx"), ("1 x Down Enter", nil, "山西省.*月报.*docx"),
    ("1 x Down Down Enter", nil, "山西省.*简况.*docx"), ("2 x Enter", nil, "山西省.*台账.*xlsx"),
    ("5 x Enter", nil, "通报.*docx"), ("4 x Down Down Enter", "140100", "太原市.*催报单.*docx"),
    ("4 x Down Down Down Enter", "140100", "太原市.*简况.*docx"),
    ("4 Enter G k Enter X Enter", "140802", "结算.*docx"), ("1 Ctrl-S Ctrl-S", nil, "csv"),
  ]

  @Test(arguments: screens)
  func aScreenWritesThePaperThatShowsTheSame(
    keys: String, place: Division.Code?, name: String
  ) throws {
    let walk = try walk(place)
    try walk.press(keys)
    let files = try written(walk)
    let isThere = try files.count == 1 && files[0].contains(Regex(name))
    #expect(isThere, "\(keys): \(files) \(walk.canvas.text)")
    #expect(walk.canvas.row(29).contains("已导出到") && walk.disagreements.isEmpty)
  }

  /// As of a past day, byte for byte what the command makes.
  @Test func aPaperOfAPastDaySpeaksOfThatDay() throws {
    let walk = try walk()
    let day = walk.world.today.adding(days: -60)
    try walk.press("@ '\(day)' Enter 1 x Enter")
    let desk = PaperDesk(
      walk.world.ledger, walk.state.catalogue, on: day, .zh, isSample: true)
    let made = try desk.circular(on: try desk.place("140000"))
    let file = walk.scratch.file("\(made.fileName).docx")
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
    let templates = PaperTemplateFiles(folder: walk.state.settings.tables)
    let paper = try templates.arranged(made.paper(signed: walk.world.today))
    #expect(try paper.bytes(as: .docx) == bytes)
    let now = PaperDesk(
      walk.world.ledger, walk.state.catalogue, on: walk.world.today, .zh, isSample: true)
    let other = try now.circular(on: try now.place("140000")).paper(signed: walk.world.today)
    #expect(try templates.arranged(other).bytes(as: .docx) != bytes)
  }

  @Test func thePapersOfAllCitiesStandInAFolder() throws {
    let walk = try walk()
    try walk.press("4 x")
    let rows = walk.canvas.text.split(separator: "\n").filter { $0.contains("催报单") }
    #expect(rows.contains { $0.contains("各市催报单") })
    try walk.press("Down Down Enter")
    let all = try FileManager.default.subpathsOfDirectory(atPath: walk.scratch.path)
      .filter { $0.contains("催报单") && $0.hasSuffix(".docx") }
    #expect(!all.isEmpty && all.allSatisfy { $0.contains("/") }, "\(walk.canvas.text)")
  }

  @Test func nothingIsWrittenOver() throws {
    let walk = try walk()
    try walk.press("2 x Enter x Enter")
    #expect(try written(walk).count == 2)
  }

  @Test(arguments: [Language.zh, .en])
  func aFolderThatCannotBeWrittenIsOneSentence(language: Language) throws {
    let walk = try walk(nil, language)
    try FileManager.default.removeItem(atPath: walk.scratch.path)
    try Data().write(to: URL(fileURLWithPath: walk.scratch.path))
    defer { try? FileManager.default.removeItem(atPath: walk.scratch.path) }
    let runner = EffectRunner(walk.world)
    let action = runner.run(.paper(.ledger("140000")), on: walk.state)
    guard case .failed(let fault)? = action else {
      Issue.record("written all the same")
      return
    }
    #expect(!fault.message(language).isEmpty)
  }

  @Test func aScreenWithoutAPaperSaysSo() throws {
    let walk = try walk()
    try walk.press("7 Ctrl-S")
    #expect(try written(walk).contains { $0.hasSuffix(".csv") })
  }

  @Test func aCountyHasNoCircular() throws {
    let walk = try walk("140121")
    try walk.press("1 x")
    #expect(walk.canvas.text.contains("简况") && !walk.canvas.text.contains("通报（"))
    try walk.press("Esc 5 x")
    #expect(walk.canvas.row(29).contains("没有可出的材料"))
  }

  // MARK: Changes

  /// The counts of the screen are those of the command, by task and by place.
  @Test func changesAreCountedByTaskAndByPlace() throws {
    let walk = try walk()
    let since = walk.world.today.adding(days: -60)
    try walk.press("6 v v c '\(since)' Enter g")
    let desk = PaperDesk(
      walk.world.ledger, walk.state.catalogue, on: walk.world.today, .zh, isSample: true)
    let changes = try desk.changes(since: since, in: "140000")
    #expect(!changes.isEmpty && walk.canvas.text.contains("按任务"))
    let tasks = LineChange.groups(of: changes, by: .task, walk.state.catalogue)
    let first = try #require(tasks.first)
    let row = try #require(
      walk.canvas.text.split(separator: "\n").first { $0.contains(first.name.zh.prefix(8)) })
    #expect(row.contains(" \(first.changes.count) "))
    #expect(tasks.map(\.changes.count).reduce(0, +) == changes.count)
    try walk.press("g")
    let places = LineChange.groups(of: changes, by: .place, walk.state.catalogue)
    #expect(walk.canvas.text.contains("按地区"))
    #expect(walk.canvas.text.contains(try #require(places.first).name.zh))
    try walk.press("Enter")
    #expect(walk.state.tab == .places)
    try walk.press("Esc g")
    #expect(!walk.canvas.text.contains("按地区") && !walk.canvas.text.contains("按任务"))
    #expect(walk.disagreements.isEmpty)
  }
}
