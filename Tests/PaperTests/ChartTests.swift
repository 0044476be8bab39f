import Foundation
import Reform
import TestSupport
import Testing

@testable import Intake
@testable import Papers

/// Charts as values, and what each writer makes of the same one.
struct ChartTests {
  private let day = Day(ordinal: 20_063)

  private func chart(
    _ kind: PaperChart.Kind, _ values: [Decimal?] = [30, nil, 35.5], target: Decimal? = 35
  ) -> PaperChart {
    PaperChart(
      kind, title: "占比 <走势> & 目标", unit: "%", axis: "年", categories: ["2022", "2023", "2024"],
      series: [.init("山西省", values)], target: target.map { .init("目标 ≥35%", $0) }, digits: 2)
  }

  private func paper(_ charts: PaperChart...) -> Paper {
    Paper(
      title: "月报", day: day, language: .zh, isSample: true,
      blocks: charts.flatMap { [.chart($0), .note("批次 1")] })
  }

  @Test func aTableHasEveryValueAndTheTarget() {
    #expect(
      chart(.line).table.rows == [
        ["2022", "30.00", "35.00"], ["2023", "—", "35.00"], ["2024", "35.50", "35.00"],
      ])
    let short = PaperChart(
      .bars, title: "", unit: "", axis: "", categories: ["甲", "乙"], series: [.init("数", [1])])
    #expect(short.series[0].values == [1, nil] && short.table.rows[1] == ["乙", "—"])
    let text = MarkdownWriter(paper(chart(.bars))).text()
    #expect(text.contains("**占比 \\<走势\\> & 目标 (%)**\n\n| 年 | 山西省 | 目标 ≥35% |"))
    #expect(text.contains("\n\n注：批次 1\n"))
  }

  @Test(
    arguments: [
      ([0, 7], 0, 8, 2), ([31, 38.5], 30, 40, 2), ([-3, 4], -4, 6, 2), ([5, 5], 4, 6.5, 0.5),
      ([0.01, 0.05], 0.01, 0.06, 0.01), ([1200, 98_000], 0, 100_000, 20_000),
    ] as [([Decimal], Double, Double, Double)])
  func stepsAreRoundAndTakeInEveryValue(
    values: [Decimal], low: Double, high: Double, step: Double
  ) {
    let chart = PaperChart(
      .line, title: "", unit: "", axis: "", categories: values.map { "\($0)" },
      series: [.init("", values)])
    let scale = ChartScale(chart)
    #expect(abs(scale.step - step) < 1e-9, "\(scale)")
    #expect(abs(scale.low - low) < 1e-9 && abs(scale.high - high) < scale.step + 1e-9, "\(scale)")
    for value in values {
      #expect((scale.low - 1e-9...scale.high + 1e-9).contains(XLSXWriter.double(value)))
    }
    var bars = chart
    bars.kind = .bars
    #expect(ChartScale(bars).low <= 0 && ChartScale(bars).high >= 0)
  }

  @Test func aDrawingHasABarForEveryValueAndALineForTheTarget() {
    let bars = ChartSVG(chart(.bars)).text()
    #expect(bars.components(separatedBy: "<rect ").count - 1 == 2)
    #expect(bars.components(separatedBy: "stroke-dasharray").count - 1 == 2)
    #expect(bars.contains(">—</text>") && bars.contains("占比 &lt;走势&gt; &amp; 目标 (%)"))
    #expect(!bars.contains("<走势>"))
    let line = ChartSVG(chart(.line)).text()
    #expect(line.components(separatedBy: "<circle ").count - 1 == 2)
    // The year without a value breaks the line: no segment is drawn.
    #expect(!line.contains("stroke-width=\"2.0\""))
    let whole = ChartSVG(chart(.line, [30, 31, 32], target: nil)).text()
    #expect(whole.components(separatedBy: "stroke-width=\"2.0\"").count - 1 == 2)
    #expect(!whole.contains("stroke-dasharray"))
    #expect(HTMLWriter(paper(chart(.bars))).text().contains("<figure><svg "))
  }

  @Test func aWordFileHasNativeChartsWithTheirNumbersInAWorkbook() throws {
    let bytes = try paper(chart(.bars), chart(.line)).bytes(as: .docx)
    let archive = try ZipArchive(bytes, name: "t.docx")
    func text(_ name: String) throws -> String {
      String(decoding: try #require(try archive.bytes(of: name), "\(name)"), as: UTF8.self)
    }
    for name in ["word/charts/chart1.xml", "word/charts/_rels/chart2.xml.rels"] {
      try XMLStream.walk(
        Array(try text(name).utf8), name: name, start: { _, _ in }, end: { _ in }, text: { _ in })
    }
    let (bars, line) = (try text("word/charts/chart1.xml"), try text("word/charts/chart2.xml"))
    #expect(bars.contains("<c:barChart>") && bars.contains("<c:f>Sheet1!$B$2:$B$4</c:f>"))
    #expect(bars.contains("<c:pt idx=\"2\"><c:v>35.5</c:v></c:pt>") && !bars.contains("走势>"))
    // The target is a line across, in both.
    #expect(bars.contains("<c:lineChart>") && line.contains("<c:prstDash") == false)
    #expect(bars.contains("<a:prstDash val=\"dash\"/>") && !line.contains("<c:barChart>"))
    #expect(try text("word/_rels/document.xml.rels").contains("charts/chart2.xml"))
    let types = try text("[Content_Types].xml")
    #expect(types.contains("Extension=\"xlsx\"") && types.contains("/word/charts/chart2.xml"))
    let book = try #require(try archive.bytes(of: "word/embeddings/chart1.xlsx"))
    let sheet = try #require(try SheetReader.read(book, name: "c.xlsx").sheets.first)
    #expect(sheet.name == "Sheet1" && sheet.rows.first?[2]?.words == "山西省")
    #expect(sheet.rows.last?[2] == .number(35.5, isPercent: false))
    #expect(sheet.rows.last?[3] == .number(35, isPercent: false))
  }

  @Test func theSameChartsGiveTheSameBytes() throws {
    let paper = paper(chart(.bars), chart(.line))
    #expect(try paper.bytes(as: .docx) == paper.bytes(as: .docx))
  }
}
