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

/// LibreOffice of this machine.
private enum Office {
  static let path: String? = {
    let files = FileManager.default
    let found = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
      files.isExecutableFile(atPath: $0) && files.isExecutableFile(atPath: "/usr/bin/pdftotext")
    }
    if found == nil { print("skipped: what needs soffice and pdftotext, which are not there") }
    return found
  }()

  static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    process.waitUntilExit()
  }
}
