import Reform
import Testing

@testable import Intake

/// Word files as offices send them: what Word prints is read, and nothing else.
struct WordTests {
  private func read(_ file: WordFile) throws -> DocumentReading {
    try Sample.reader.read(file.bytes(), name: "t.docx")
  }

  private func text(_ body: String, numbering: String? = nil, styles: String? = nil) throws
    -> [String]
  {
    var file = WordFile(body)
    (file.numbering, file.styles) = (numbering, styles)
    let read = try DocxReader.read(file.bytes(), name: "t.docx")
    return Intake.text(read.scalars).split(separator: "\n").map(String.init)
  }

  private typealias W = WordFile

  @Test func theMainPartIsTheOneThatThePackageNames() throws {
    var file = WordFile(W.head + W.p("一、做好工作。（市财政局负责）"))
    file.main = "word/document2.xml"
    #expect(try read(file).clauses.map(\.text) == ["做好工作。（市财政局负责）"])
  }

  @Test func strictFilesAndOtherPrefixesAreReadAlike() throws {
    var file = WordFile(W.head + W.p("重点任务", W.number(1)) + W.p("做好。（市财政局负责）", W.number(1, 1)))
    file.numbering = W.usual
    file.namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    file.office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    file.prefix = "x"
    #expect(try read(file).clauses.map(\.place) == ["一、（一）"])
    #expect(try read(file).clauses.map(\.departments.first?.value.name) == ["市财政局"])
  }

  @Test func numbersOfStylesArePrinted() throws {
    let styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"a1\"><w:pPr>\(W.number(1))</w:pPr></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"a2\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
      + "</w:numPr></w:pPr></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"a3\"><w:basedOn w:val=\"a2\"/></w:style>"
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\">" + W.level(0, "chineseCounting", "%1、")
      + W.level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"a2\"/>") + "</w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    let lines = try text(
      W.p("推进", W.style("a1")) + W.p("甲", W.style("a2")) + W.p("乙", W.style("a3"))
        + W.p("深化", W.style("a1")) + W.p("丙", W.style("a2"))
        + W.p("无号", W.style("a1") + W.number(0)), numbering: numbering, styles: styles)
    #expect(lines == ["一、 推进", "（一） 甲", "（二） 乙", "二、 深化", "（一） 丙", "无号"])
  }

  @Test func aListThatBeginsAgainBeginsAgain() throws {
    let lines = try text(
      W.p("甲", W.number(1)) + W.p("乙", W.number(1)) + W.p("丙", W.number(2)) + W.p("丁", W.number(2)),
      numbering: W.usual)
    #expect(lines == ["一、 甲", "二、 乙", "一、 丙", "二、 丁"])
  }

  @Test func anEmptyNumberedParagraphCountsAndADeletedOneDoesNot() throws {
    let deleted =
      "<w:p><w:pPr>\(W.number(1))<w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
      + "<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    let empty = "<w:p><w:pPr>\(W.number(1))</w:pPr></w:p>"
    let lines = try text(
      W.p("甲", W.number(1)) + deleted + W.p("乙", W.number(1)) + empty + W.p("丙", W.number(1)),
      numbering: W.usual)
    #expect(lines == ["一、 甲", "二、 乙", "四、 丙"])
  }

  @Test func theNumberingOfBeforeAChangeIsNotRead() throws {
    let changed =
      "<w:p><w:pPr>\(W.number(1))<w:pPrChange><w:pPr>\(W.number(0))</w:pPr></w:pPrChange></w:pPr>"
      + W.r("甲") + "</w:p>"
    #expect(try text(changed, numbering: W.usual) == ["一、 甲"])
  }

  @Test(arguments: [
    ("chineseCounting", 11, "十一"), ("chineseCountingThousand", 105, "一百零五"),
    ("ideographDigital", 20, "二〇"), ("decimalZero", 3, "03"), ("upperLetter", 28, "BB"),
    ("lowerRoman", 14, "xiv"), ("decimalEnclosedCircle", 3, "③"), ("decimalEnclosedParen", 2, "⑵"),
    ("ideographTraditional", 2, "乙"), ("decimal", 7, "7"), ("japaneseCounting", 10, "十"),
    ("decimal", Int.max, String(Int.max)), ("chineseCounting", -1, "-1"),
  ])
  func numbersAreWrittenAsWordWritesThem(_ format: String, _ value: Int, _ written: String) {
    #expect(WordNumberFormat.written(value, format) == written)
  }

  @Test func hiddenAndDeletedTextIsNotReadAndInsertedTextIs() throws {
    let body =
      W.head + "<w:p>" + W.r("一、做好工作") + W.r("三年", "<w:vanish/>")
      + W.r("甲", "<w:vanish w:val=\"0\"/>") + "<w:del>" + W.r("乙") + "</w:del><w:ins>" + W.r("丙")
      + "</w:ins><w:moveFrom>" + W.r("丁") + "</w:moveFrom>" + W.r("。") + "</w:p>"
    let reading = try read(WordFile(body))
    #expect(reading.clauses.map(\.text) == ["做好工作甲丙。"])
    let finding = try #require(reading.findings.first { $0.check == "hidden-text" })
    #expect(finding.words == "三年" && finding.source.line == 4)
  }

  @Test func aHiddenStyleHides() throws {
    let styles =
      "<w:style w:type=\"character\" w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style>"
    let lines = try text(
      "<w:p>" + W.r("甲") + W.r("乙", "<w:rStyle w:val=\"h\"/>") + "</w:p>", styles: styles)
    #expect(lines == ["甲"])
  }

  private func box(_ text: String) -> String {
    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>"
      + W.p(text) + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
      + "<v:textbox><w:txbxContent>" + W.p(text) + "</w:txbxContent></v:textbox></w:pict>"
      + "</mc:Fallback></mc:AlternateContent></w:r>"
  }

  @Test func aTextBoxStandsApartAndOnce() throws {
    let body =
      W.head + "<w:p>" + W.r("一、做好") + box("注：此框为说明，由市财政局解释") + W.r("工作。") + "</w:p>"
      + W.p("各县要落实。") + W.p("二、推进改革。")
    let reading = try read(WordFile(body))
    #expect(
      reading.clauses.map(\.text)
        == ["做好工作。\n各县要落实。", "推进改革。"].map { $0.replacing("\n", with: "") })
    let lines = try text(body)
    #expect(lines.filter { $0.contains("注：") } == ["注：此框为说明，由市财政局解释"])
  }

  @Test func aNumberInABoxOfTheHeadIsRead() throws {
    let body =
      "<w:p>" + box("某政办发〔2025〕3号") + "</w:p>" + W.p("某市人民政府办公室关于做好工作的通知")
      + W.p("2025年1月16日") + W.p("一、做好工作。")
    #expect(try read(WordFile(body)).head.number == "某政办发〔2025〕3号")
  }

  @Test func aTableInATableIsATable() throws {
    let inner = W.table([
      [W.p("序号"), W.p("任务"), W.p("责任单位"), W.p("完成时限")],
      [W.p("1"), W.p("出台集团章程"), W.p("市卫生健康委"), W.p("2025年6月底前")],
      [W.p("2"), W.p("接入会诊中心"), W.p("市医保局"), W.p("2025年底前")],
    ])
    let reading = try read(
      WordFile(W.head + W.p("一、做好工作。（市财政局负责）") + W.p("附件") + W.table([[W.p("任务清单") + inner]])))
    let rows = reading.clauses.filter { $0.path.hasPrefix("annex") }
    #expect(rows.map(\.place) == ["附件第1行", "附件第2行"])
    #expect(rows.map { $0.departments.map(\.value.name) } == [["市卫生健康委"], ["市医保局"]])
    #expect(
      rows.map { $0.deadlines.first?.value.due?.description } == ["2025-06-30", "2025-12-31"])
  }

  @Test func theTextInACellOfALayoutTableIsText() throws {
    let cell = W.p("一、做好工作。（市财政局负责）") + W.p("二、推进改革。（市教育局负责）")
    let reading = try read(WordFile(W.head + W.table([[W.p("导航"), cell]])))
    #expect(reading.clauses.map(\.path) == ["1", "2"])
  }

  @Test func fieldsGiveTheirResultsAndContentsNothing() throws {
    func field(_ code: String, _ result: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>\(code)</w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + W.r(result)
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }
    let lines = try text(
      "<w:p>" + field(" TOC \\o ", "一、做好 3") + "</w:p>" + "<w:p>" + W.r("甲")
        + field("DATE", "2025年")
        + "</w:p><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + W.r("坏") + "</w:p>"
        + W.p("乙"))
    #expect(lines == ["甲2025年", "乙"])
  }

  @Test func mathSymbolsAndHyphensAreRead() throws {
    let body =
      "<w:p xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">" + W.r("率")
      + "<m:oMath><m:r><m:t>≥90%</m:t></m:r></m:oMath><w:r><w:noBreakHyphen/></w:r>"
      + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>"
    #expect(try text(body) == ["率≥90%-\u{F0FC}"])
  }

  @Test func anEmbeddedTableOfExcelIsSaid() throws {
    let object =
      "<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r></w:p>"
    let reading = try read(WordFile(W.head + W.p("一、做好工作。") + object))
    #expect(reading.findings.contains { $0.check == "embedded-part" && $0.source.line == 5 })
  }

  @Test func numbersAtTheEndsOfIntAreBorne() throws {
    let numbering = W.usual.replacing(
      "<w:start w:val=\"1\"/>", with: "<w:start w:val=\"9223372036854775807\"/>")
    let body = W.p("甲", W.number(1)) + W.p("乙", W.number(1, -1)) + W.p("丙", W.number(1, 99))
    #expect(try text(body, numbering: numbering).count == 3)
  }
}
