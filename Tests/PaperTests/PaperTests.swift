import Foundation
import Reform
import TestSupport
import Testing

@testable import Intake
@testable import Papers

/// Intake has a type of this name for itself.
typealias Paper = Papers.Paper

/// Papers as values, and what each writer makes of the same one.
struct PaperTests {
  private let day = Day(ordinal: 20_063)  // 2024-12-06

  private func paper(_ blocks: [Paper.Block], _ language: Language = .zh) -> Paper {
    Paper(
      title: "催报 <样> & 稿", day: day, language: language, isSample: true, blocks: blocks)
  }

  private var table: PaperTable {
    PaperTable(
      [.init("序号", share: 1, isCentered: true), .init("任务", share: 5), .init("县", share: 2)],
      rows: [["1", "推进|医共体", "甲县"], ["2", "=1+1"]])
  }

  @Test func headingsAreNumberedByTheirLevels() {
    let levels = [1, 2, 3, 3, 2, 3, 1, 2]
    let blocks = levels.map { Paper.Block.heading($0, "甲") }
    func heads(_ language: Language) -> [String] {
      paper(blocks, language).numbered.compactMap { block in
        if case .heading(_, let text) = block { text } else { nil }
      }
    }
    #expect(heads(.zh) == ["一、甲", "（一）甲", "1.甲", "2.甲", "（二）甲", "1.甲", "二、甲", "（一）甲"])
    #expect(
      heads(.en) == [
        "1. 甲", "1.1 甲", "1.1.1 甲", "1.1.2 甲", "1.2 甲", "1.2.1 甲", "2. 甲", "2.1 甲",
      ])
    #expect([1, 10, 11, 20, 99, 100].map(Paper.chinese) == ["一", "十", "十一", "二十", "九十九", "100"])
  }

  @Test func aTableIsAsWideAsTheTextToTheLastTwip() {
    let widths = table.widths(of: PaperPage.textWidth)
    #expect(widths.reduce(0, +) == PaperPage.textWidth && widths.count == 3)
    #expect(widths[1] > widths[2] && widths[2] > widths[0])
    #expect(table.rows[1] == ["2", "=1+1", ""])
  }

  @Test func thePageIsThatOfTheStandard() {
    #expect(PaperPage.textHeight / PaperPage.linePitch == 22)
    #expect(PaperPage.line * 22 <= PaperPage.textHeight)
    let pitch = Double(PaperPage.textSize) / 2 + Double(PaperPage.characterSpace) / 4096
    #expect(Int(Double(PaperPage.textWidth) / 20 / pitch) == 28)
    let spaced = PaperPage.textSize * 10 + PaperPage.characterSpacing
    #expect(PaperPage.textWidth / spaced == 28)
  }

  @Test func theWordFileIsReadBackWithTheSameText() throws {
    let written = paper([
      .address("太原市医改办："), .paragraph("截至今日，有 2 项。"), .heading(1, "按任务"), .table(table),
      .heading(2, "说明"), .list(["甲\u{7}", "乙"]), .pageBreak,
      .signature(unit: "省医改办", day: day),
    ])
    let read = try DocxReader.read(try written.bytes(as: .docx), name: "t.docx")
    let lines = text(read.scalars).split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    #expect(
      lines == [
        "催报 <样> & 稿", "截至2024年12月6日　示例数据，全部虚构", "太原市医改办：", "截至今日，有 2 项。", "一、按任务",
        "序号\t任务\t县", "1\t推进|医共体\t甲县", "2\t=1+1", "（一）说明", "1. 甲␇", "2. 乙", "省医改办",
        "2024年12月6日",
      ])
    #expect(read.findings.isEmpty)
  }

  @Test func everyPartOfTheWordFileIsWellFormedAndNamed() throws {
    let bytes = try paper([.table(table), .paragraph("]]> \u{1} \u{FFFE}")]).bytes(as: .docx)
    let parts = DocxWriter(paper([.table(table)])).parts()
    let archive = try ZipArchive(bytes, name: "t.docx")
    var types = ""
    for part in parts {
      let content = try #require(try archive.bytes(of: part.name), "\(part.name)")
      if part.name == "[Content_Types].xml" { types = String(decoding: content, as: UTF8.self) }
      try XMLStream.walk(
        content, name: part.name, start: { _, _ in }, end: { _ in }, text: { _ in })
    }
    for part in parts where part.name.hasPrefix("word/") && part.name.hasSuffix(".xml") {
      #expect(types.contains("/\(part.name)\""), "\(part.name)")
    }
  }

  @Test func everyPageSaysTheDayAndThatItIsMadeUp() {
    let parts = DocxWriter(paper([])).parts()
    for name in ["word/header1.xml", "word/header2.xml"] {
      let header = parts.first { $0.name == name }?.text ?? ""
      #expect(header.contains("截至2024年12月6日") && header.contains("示例数据，全部虚构"))
    }
    var real = paper([], .en)
    real.isSample = false
    #expect(real.remark == "As of 2024-12-06")
    #expect(HTMLWriter(paper([])).text().contains("<div class=\"every\">截至2024年12月6日"))
  }

  @Test func theSamePaperGivesTheSameBytes() throws {
    let paper = paper([.table(table)])
    #expect(try paper.bytes(as: .docx) == paper.bytes(as: .docx))
  }

  @Test func nothingOfTheDataIsTakenForMarks() {
    let written = paper([.paragraph("<script>alert(\"1\")</script>"), .table(table)])
    let html = HTMLWriter(written).text()
    #expect(!html.contains("<script") && html.contains("&lt;script&gt;"))
    #expect(html.contains("<title>催报 &lt;样&gt; &amp; 稿</title>"))
    let markdown = MarkdownWriter(written).text()
    #expect(markdown.contains("| 1 | 推进\\|医共体 | 甲县 |"))
    #expect(markdown.contains("\\<script\\>"))
  }

  @Test(arguments: [
    ("../../etc/passwd", "etc-passwd"), (".hidden", "hidden"), ("a/b\\c:d*e?f", "a-b-c-d-e-f"),
    ("", "yigai"), ("太原市\n催报单", "太原市 催报单"), ("..", "yigai"),
  ])
  func aFileNameIsNoPath(words: String, name: String) {
    #expect(PaperFile.name(words) == name)
  }
}
