import Bundle
import Foundation
import Reform
import TestSupport
import Testing

@testable import Intake

/// Tables and the parts of workbooks and Word files with numbers at the ends of what fits, and
/// random mixtures of them: every one ends in a reading or in a sentence.
@Suite struct SoupTests {
  private static let numbers = [
    "-1", "0", "1", "2", "8", "9", "32767", "9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "99999999999999999999", "1048577", "", "x",
  ]
  private static let places = [
    "A1", "B2", "A0", "XFD1048576", "XFE1", "A9223372036854775807", "AAAAAAAAAAAAAAAA1", "1A", "",
    "A1:C3", "C3:A1", "A1:XFD1048576", ":",
  ]
  private static let cells = [
    "1300", "4600", "1E-9223372036854775808", "1E9223372036854775807", "1e99", "9.99e127", "-5",
    "--5", "1" + String(repeating: "0", count: 400),
    "0." + String(repeating: "0", count: 400) + "1", "NaN", "1,300",
    "99999999999999999999999999999999999999999", "1万亿亿", "(5)", "2958466",
    "2023-13-45", "襄垣县", "合计", "2023", "1—6月", "", "—", "甲",
  ]
  private static let head = "地区,公立医院医疗服务收入（万元）,公立医院医疗收入（万元）\n"

  private let intake = FigureIntake(book: Desk.book, divisions: Desk.divisions)

  @Test(arguments: [
    "1E-9223372036854775808", "1E9223372036854775807", "1E400", "1E-400",
    "0." + String(repeating: "0", count: 400) + "1", "1" + String(repeating: "0", count: 400),
    "99999999999999999999999999999999999999999",
  ])
  func aNumberBeyondAllMeasureIsAFinding(cell: String) {
    let text = "长治市2023年度医改指标\n" + Self.head + "襄垣县,\(cell),4600\n"
    let reading = intake.read(Array(text.utf8), file: "表.csv")
    #expect(reading.findings.contains { $0.severity == .error }, "\(reading.figures)")
    #expect(!reading.figures.contains { $0.figure.numerator != nil })
  }

  @Test(arguments: [1, 2])
  func anyTableIsReadOrRefused(seed: UInt64) {
    var dice = Dice(seed: seed)
    let groups = GroupIntake(
      .settlements, catalogue: BundledCatalogue.tables(), charter: BundledCatalogue.charter(),
      today: Desk.today)
    for round in 0..<120 {
      var text = round.isMultiple(of: 2) ? "长治市2023年度（单位：元）\n" + Self.head : ""
      for _ in 0..<dice.roll(6) {
        let row = (0..<dice.roll(5)).map { _ in dice.pick(Self.cells) }
        text += "襄垣县," + row.joined(separator: dice.pick([",", ",", "\t", ",\""])) + "\n"
      }
      _ = intake.read(Array(text.utf8), file: "表.csv")
      if round.isMultiple(of: 10) { _ = groups.read(Array(text.utf8), file: "表.csv") }
    }
  }

  @Test(arguments: [1, 2])
  func anyPartsOfAWorkbookAreReadOrRefused(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for _ in 0..<60 {
      var rows = ""
      for _ in 0..<dice.roll(5) {
        rows += "<row r='\(dice.pick(Self.numbers))' hidden='\(dice.roll(2))'>"
        for _ in 0..<dice.roll(5) {
          let kind = dice.pick(["n", "s", "b", "e", "str", "inlineStr", "d", "?"])
          rows += "<c r='\(dice.pick(Self.places))' t='\(kind)' s='\(dice.pick(Self.numbers))'>"
          rows += "<v>\(dice.pick(Self.cells + Self.numbers))</v></c>"
        }
        rows += "</row>"
      }
      let merges = "<mergeCells><mergeCell ref='\(dice.pick(Self.places))'/></mergeCells>"
      let styles =
        "<numFmts><numFmt numFmtId='\(dice.pick(Self.numbers))' formatCode='[$-1]0!.0,'/></numFmts>"
        + "<cellXfs><xf numFmtId='\(dice.pick(Self.numbers))'/></cellXfs>"
      let book = RawWorkbook(
        sheet: rows, more: merges, strings: "<si><t>襄垣县</t></si>", styles: styles,
        properties: "<workbookPr date1904='1'/>")
      _ = intake.read(try book.bytes(), file: "表.xlsx")
    }
  }

  @Test(arguments: [1, 2])
  func anyPartsOfAWordFileAreReadOrRefused(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let reader = DocumentReader(divisions: Desk.divisions, departments: DepartmentNames())
    let words = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    let texts = ["做好工作", "（省卫健委负责）", "）", "（", "2025年底前", "一、"]
    for _ in 0..<60 {
      var (body, levels) = ("", "")
      for _ in 0..<(1 + dice.roll(8)) {
        let (level, span) = (dice.pick(Self.numbers), dice.pick(Self.numbers))
        let runs = (0..<2).map { _ in "<w:r><w:t>\(dice.pick(texts))</w:t></w:r></w:p>" }
        body += "<w:p><w:pPr><w:pStyle w:val='a'/><w:numPr><w:ilvl w:val='\(level)'/>"
        body += "<w:numId w:val='1'/></w:numPr></w:pPr>" + runs[0]
        body += "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='\(span)'/><w:vMerge/></w:tcPr>"
        body += "<w:p>" + runs[1] + "</w:tc></w:tr></w:tbl>"
      }
      for _ in 0..<dice.roll(6) {
        levels += "<w:lvl w:ilvl='\(dice.pick(Self.numbers))'>"
        levels += "<w:start w:val='\(dice.pick(Self.numbers))'/>"
        levels += "<w:numFmt w:val='\(dice.pick(["decimal", "chineseCounting"]))'/>"
        levels += "<w:lvlText w:val='\(dice.pick(["%1、", "（%2）", "%9%0"]))'/></w:lvl>"
      }
      let numbering =
        "<w:abstractNum w:abstractNumId='0'>\(levels)</w:abstractNum>"
        + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
      let bytes = try RawWorkbook.zip([
        (
          "word/document.xml",
          Array("<w:document \(words)><w:body>\(body)</w:body></w:document>".utf8)
        ),
        ("word/numbering.xml", Array("<w:numbering \(words)>\(numbering)</w:numbering>".utf8)),
      ])
      _ = try? reader.read(bytes, name: "t.docx")
    }
  }
}
