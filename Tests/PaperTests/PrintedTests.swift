import Foundation
import Reform
import TestSupport
import Testing

@testable import Papers

/// Papers as LibreOffice prints them; skipped where it is not installed.
@Suite(.enabled(if: Office.path != nil, "needs soffice, which is not there"))
struct PrintedTests {
  private let day = Day(ordinal: 20_063)

  private func pages(_ paper: Paper) throws -> [[String]] {
    let scratch = try Scratch()
    try paper.write(as: .docx, to: scratch.file("p.docx"))
    try Office.run(
      Office.path ?? "",
      [
        "-env:UserInstallation=file://\(scratch.path)/profile", "--headless", "--convert-to", "pdf",
        "--outdir", scratch.path, scratch.file("p.docx"),
      ])
    try Office.run(
      "/usr/bin/pdftotext", ["-layout", scratch.file("p.pdf"), scratch.file("p.txt")])
    let text = try #require(contents(of: scratch.file("p.txt")))
    return text.components(separatedBy: "\u{C}").dropLast().map { page in
      page.split(separator: "\n").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    }
  }

  @Test func aPageHasTwentyTwoLinesOfTwentyEightCharacters() throws {
    var paper = Paper(title: "标题", day: day, language: .zh, isSample: true)
    paper.blocks = [.paragraph(String(repeating: "医", count: 2000))]
    let pages = try pages(paper)
    #expect(pages.count == 4)
    let second = try #require(pages.dropFirst().first)
    #expect(second.first == "截至2024年12月6日　示例数据，全部虚构" || second.first == "截至2024年12月6日示例数据，全部虚构")
    #expect(second.last == "—2—")
    let lines = second.filter { $0.contains("医") }
    #expect(lines.count == 22 && lines.allSatisfy { $0.count == 28 }, "\(lines.map(\.count))")
  }

  @Test func chartsArePrintedWithTheirWordsAndNumbers() throws {
    var paper = Paper(title: "月报", day: day, language: .zh, isSample: true)
    let charts = [PaperChart.Kind.bars, .line].map { kind in
      PaperChart(
        kind, title: kind == .bars ? "各地占比" : "占比走势", unit: "%", axis: "年",
        categories: ["2021", "2022", "2023"], series: [.init("山西省", [31.25, nil, 33.5])],
        target: .init("目标", 35), digits: 2)
    }
    paper.blocks = charts.map { .chart($0) } + [.note("批次 1")]
    let pages = try pages(paper)
    let lines = pages.flatMap(\.self)
    #expect(pages.count == 1)
    for words in ["各地占比(%)", "占比走势(%)", "2022", "山西省", "目标", "33.5", "注：批次1"] {
      #expect(lines.contains { $0.contains(words) }, "\(words): \(lines)")
    }
  }

  @Test func everyCellOfATableIsPrinted() throws {
    var paper = Paper(title: "标题", day: day, language: .zh, isSample: false)
    let table = PaperTable(
      [.init("序号", share: 1), .init("任务", share: 3)], rows: (1...60).map { ["\($0)", "任务\($0)"] })
    paper.blocks = [.table(table)]
    let pages = try pages(paper)
    #expect(pages.count >= 2)
    for page in pages { #expect(page.contains("序号任务")) }
    let lines = Set(pages.flatMap(\.self))
    for row in table.rows { #expect(lines.contains(row.joined())) }
  }
}

/// Papers as Chromium prints them; skipped where it is not installed.
@Suite(.enabled(if: Office.browser != nil, "needs chromium, which is not there"))
struct BrowserTests {
  @Test func everyPageOfAWebPageSaysWhatItRestsOn() throws {
    let scratch = try Scratch()
    var paper = Paper(title: "月报", day: Day(ordinal: 20_063), language: .zh, isSample: true)
    let table = PaperTable(
      [.init("序号", share: 1), .init("任务", share: 3)], rows: (1...90).map { ["\($0)", "任务\($0)"] })
    let chart = PaperChart(
      .bars, title: "各地占比", unit: "%", axis: "地区", categories: ["太原", "大同"],
      series: [.init("占比", [31.25, 33.5])], target: .init("目标", 35), digits: 2)
    paper.blocks =
      [.heading(1, "概况"), .chart(chart), .table(table)]
      + (1...60).map { .paragraph("第\($0)段。") } + [.pageBreak, .note("批次 1")]
    try paper.write(as: .html, to: scratch.file("p.html"))
    try Office.run(
      Office.browser ?? "",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--user-data-dir=\(scratch.path)/profile", "--print-to-pdf=\(scratch.file("p.pdf"))",
        scratch.file("p.html"),
      ])
    try Office.run(
      "/usr/bin/pdftotext", ["-layout", scratch.file("p.pdf"), scratch.file("p.txt")])
    let text = try #require(contents(of: scratch.file("p.txt")))
    let pages = text.components(separatedBy: "\u{C}").dropLast()
    #expect(pages.count >= 5)
    for (index, page) in pages.enumerated() {
      #expect(page.contains("截至2024年12月6日") && page.contains("示例数据，全部虚构"), "\(index)")
      #expect(page.filter { $0 != " " }.contains("—\(index + 1)—"))
    }
    for words in ["一、概况", "各地占比", "33.50", "目标", "任务90", "第60段。"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(pages.last?.contains("注：批次 1") == true)
  }
}

/// LibreOffice and Chromium of this machine.
private enum Office {
  static let path = found(["/usr/bin/soffice", "/usr/local/bin/soffice"], "soffice")
  static let browser = found(["/usr/bin/chromium"], "chromium")

  private static func found(_ paths: [String], _ name: String) -> String? {
    let files = FileManager.default
    let found = paths.first {
      files.isExecutableFile(atPath: $0) && files.isExecutableFile(atPath: "/usr/bin/pdftotext")
    }
    if found == nil { print("skipped: what needs \(name) and pdftotext, which are not there") }
    return found
  }

  static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    process.waitUntilExit()
  }
}
