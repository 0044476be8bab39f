import Foundation
import Intake
import Reform
import Testing

/// What is read out of workbooks and text files, cell by cell.
struct SheetReaderTests {
  private func sheet(_ book: RawWorkbook) throws -> Sheet {
    try #require(try SheetReader.read(book.bytes(), name: "表.xlsx").sheets.first)
  }

  private func number(_ text: String) -> CellValue {
    .number(Decimal(string: text) ?? 0, isPercent: false)
  }

  @Test(arguments: [
    ("<c r='B7'><v>12</v></c>", CellValue.number(12, isPercent: false)),
    ("<c r='B7' t='n'><v>1.2999999999999998</v></c>", .number(Decimal(13) / 10, isPercent: false)),
    ("<c r='B7'><v>1.5E3</v></c>", .number(1500, isPercent: false)),
    ("<c r='B7'><v>-0.25</v></c>", .number(Decimal(-25) / 100, isPercent: false)),
    ("<c r='B7' t='s'><v>0</v></c>", .text("富文本")),
    ("<c r='B7' t='inlineStr'><is><r><t>行</t></r><r><t>内</t></r></is></c>", .text("行内")),
    ("<c r='B7' t='str'><f>A1</f><v>算得</v></c>", .text("算得")),
    ("<c r='B7' t='b'><v>1</v></c>", .boolean(true)),
    ("<c r='B7' t='e'><f>1/0</f><v>#DIV/0!</v></c>", .error("#DIV/0!")),
    ("<c r='B7'><f>SUM(A1:A2)</f><v>33</v></c>", .number(33, isPercent: false)),
    ("<c r='B7'><f>SUM(A1:A2)</f></c>", .uncached),
    ("<c r='B7' s='1'><v>0.352</v></c>", .number(Decimal(352) / 1000, isPercent: true)),
    ("<c r='B7' s='2'><v>43895</v></c>", .date(Day(2020, 3, 5), serial: 43_895)),
    ("<c r='B7' s='3'><v>43895</v></c>", .date(Day(2020, 3, 5), serial: 43_895)),
    ("<c r='B7' s='4'><v>43895</v></c>", .number(43_895, isPercent: false)),
  ])
  func everyKindOfCellIsKnown(_ cell: String, _ value: CellValue) throws {
    let book = RawWorkbook(
      sheet: "<row r='7'>\(cell)</row>",
      strings: "<si><r><t>富</t></r><r><t>文本</t></r><rPh sb='0' eb='1'><t>ふ</t></rPh></si>",
      styles: """
        <numFmts><numFmt numFmtId='176' formatCode='[$-804]yyyy&quot;年&quot;m&quot;月&quot;'/>
        <numFmt numFmtId='177' formatCode='[Red]0.00&quot;day&quot;'/></numFmts>
        <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>
        <cellXfs><xf numFmtId='0'/><xf numFmtId='10'/><xf numFmtId='14'/><xf numFmtId='176'/>
        <xf numFmtId='177'/></cellXfs>
        """)
    let sheet = try sheet(book)
    #expect(sheet.name == "表一")
    #expect(sheet.rows.map(\.number) == [7])
    #expect(sheet.rows.first?[2] == value)
  }

  @Test func serialDaysCountFrom1904WhereTheWorkbookSaysSo() throws {
    let book = RawWorkbook(
      sheet: "<row r='1'><c r='A1' s='1'><v>42433</v></c></row>",
      styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>",
      properties: "<workbookPr date1904='1'/>")
    #expect(try sheet(book).rows.first?[1] == .date(Day(2020, 3, 5), serial: 42_433))
  }

  @Test func cellsWithoutNamesFollowEachOther() throws {
    let book = RawWorkbook(
      sheet: "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>")
    let sheet = try sheet(book)
    #expect(sheet.rows.map(\.number) == [1, 2])
    #expect(sheet.rows[0].cells.map(\.column) == [1, 3])
  }

  @Test func prefixesAndPathsFromTheRootAreFollowed() throws {
    var book = RawWorkbook(sheet: "")
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book.put(
      "<x:workbook xmlns:x='m' xmlns:q='\(office)'><x:sheets><x:sheet name='二' sheetId='2' q:id='b'/>"
        + "<x:sheet name='一' sheetId='1' q:id='a' state='hidden'/></x:sheets></x:workbook>",
      in: "xl/workbook.xml")
    book.put(
      "<Relationships><Relationship Id='a' Type='\(office)/worksheet' Target='/xl/deep/one.xml'/>"
        + "<Relationship Id='b' Type='\(office)/worksheet' Target='../xl/deep/two.xml'/></Relationships>",
      in: "xl/_rels/workbook.xml.rels")
    for (name, value) in [("one", 1), ("two", 2)] {
      book.put(
        "<x:worksheet xmlns:x='m'><x:sheetData><x:row r='1' hidden='1'><x:c r='A1'><x:v>\(value)</x:v>"
          + "</x:c></x:row></x:sheetData></x:worksheet>", in: "xl/deep/\(name).xml")
    }
    let sheets = try SheetReader.read(book.bytes(), name: "表.xlsx").sheets
    #expect(sheets.map(\.name) == ["二", "一"])
    #expect(sheets.map(\.isHidden) == [false, true])
    #expect(sheets.map { $0.rows.first?[1] } == [number("2"), number("1")])
    #expect(sheets[0].rows.first?.isHidden == true)
  }

  @Test func aMillionEmptyRowsLeaveNothing() throws {
    let rows = (1...1_000_000).map { "<row r='\($0)'/>" }.joined()
    #expect(try sheet(RawWorkbook(sheet: rows)).rows.isEmpty)
  }

  @Test(arguments: ["太原市,１,2\n\"长治, 市\",3,\n", "太原市;１;2\n长治, 市;3;\n", "太原市\t１\t2\n长治, 市\t3\t\n"])
  func textIsReadWhateverTheSeparator(_ text: String) throws {
    let sheets = try SheetReader.read([UInt8](text.utf8), name: "表.csv").sheets
    #expect(
      sheets.first?.rows.map { $0.cells.map { $0.value } } == [
        [.text("太原市"), .text("１"), .text("2")], [.text("长治, 市"), .text("3")],
      ])
    #expect(sheets.first?.name == nil)
  }

  @Test func textIsReadWhateverTheEncoding() throws {
    let gb: [UInt8] = [0xCC, 0xAB, 0xD4, 0xAD, 0xCA, 0xD0, 0x2C, 0x31, 0x0D, 0x0A]
    let marked = [0xEF, 0xBB, 0xBF] + [UInt8]("太原市,1\r\n".utf8)
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in "太原市,1\r\n".utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    for bytes in [gb, marked, wide] {
      let row = try SheetReader.read(bytes, name: "表.csv").sheets.first?.rows.first
      #expect(row?.cells.map { $0.value } == [CellValue.text("太原市"), CellValue.text("1")])
    }
  }
}

/// Files that are broken, or meant to break the reader.
struct HostileWorkbookTests {
  private func words(_ bytes: [UInt8]) -> String {
    do {
      _ = try SheetReader.read(bytes, name: "表.xlsx")
      return ""
    } catch { return error.message.zh }
  }

  private func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }

  @Test func oldFilesAndPasswordsAreToldApart() {
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(words(head + wide("Workbook")).contains(".xls"))
    #expect(words(head + wide("EncryptedPackage")).contains("密码"))
  }

  @Test func whatIsNoTableGetsASentence() throws {
    #expect(words([]).contains("空文件"))
    #expect(words([UInt8]("%PDF-1.4".utf8)).contains("PDF"))
    #expect(words([UInt8]("<html><table>".utf8)).contains("网页"))
    #expect(words([0x7F, 0x45, 0, 0, 1]).contains("不是表格"))
    let zip = try RawWorkbook.zip([("word/document.xml", [UInt8]("<w/>".utf8))])
    #expect(words(zip).contains("不是 .xlsx"))
    let binary = try RawWorkbook.zip([
      (
        "_rels/.rels",
        [UInt8](
          "<R><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.bin'/></R>".utf8)
      ),
      ("xl/workbook.bin", [1]),
    ])
    #expect(words(binary).contains(".xlsb"))
  }

  @Test func aWorkbookCutOffIsRefused() throws {
    let rows = (1...2000).map { "<row r='\($0)'><c><v>\($0 * 7919)</v></c></row>" }.joined()
    let bytes = try RawWorkbook(sheet: rows).bytes()
    #expect(words(bytes).isEmpty)
    #expect(words(Array(bytes.prefix(bytes.count / 2))).contains("损坏"))
    var changed = bytes
    changed[bytes.count / 3] ^= 0xFF
    #expect(words(changed).contains("损坏"))
  }

  @Test func aBombIsRefusedBeforeItUnpacks() throws {
    let blank = String(repeating: " ", count: 40 << 20)
    #expect(words(try RawWorkbook(sheet: blank).bytes()).contains("异常大"))
  }

  @Test func entitiesAreRefused() throws {
    var book = RawWorkbook(sheet: "")
    book.put(
      "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><worksheet><sheetData><row><c "
        + "t='str'><v>&b;</v></c></row></sheetData></worksheet>", in: "xl/worksheets/sheet1.xml")
    #expect(words(try book.bytes()).contains("文档类型"))
  }

  @Test func malformedSheetsAreRefused() throws {
    #expect(words(try RawWorkbook(sheet: "<row><c></row>").bytes()).contains("损坏"))
    var book = RawWorkbook(sheet: "")
    book.put("", in: "xl/worksheets/sheet1.xml")
    #expect(words(try book.bytes()).contains("损坏"))
  }
}
