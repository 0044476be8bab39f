import Reform
import Testing

@testable import Intake

/// Small tables that would make much of themselves: each is refused by a limit that is told, or read
/// for what it is.
struct LimitTests {
  private func words(_ bytes: [UInt8]) -> String {
    do {
      _ = try SheetReader.read(bytes, name: "表")
      return ""
    } catch { return error.message.zh }
  }

  private func listing(_ sheets: [(id: String, part: String)]) -> RawWorkbook {
    var book = RawWorkbook(sheet: "<row r='1'><c r='A1'><v>1</v></c></row>")
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let names = sheets.enumerated().map {
      "<sheet name='表\($0.offset)' sheetId='\($0.offset + 1)' r:id='\($0.element.id)'/>"
    }
    book.put(
      "<workbook xmlns='m' xmlns:r='\(office)'><sheets>\(names.joined())</sheets></workbook>",
      in: "xl/workbook.xml")
    let links = sheets.map {
      "<Relationship Id='\($0.id)' Type='\(office)/worksheet' Target='\($0.part)'/>"
    }
    book.put(
      "<Relationships>\(links.joined())</Relationships>", in: "xl/_rels/workbook.xml.rels")
    return book
  }

  @Test func onePartIsOneSheet() throws {
    let one = "worksheets/sheet1.xml"
    #expect(words(try listing([("a", one)]).bytes()).isEmpty)
    #expect(words(try listing([("a", one), ("a", one)]).bytes()).contains("同一份内容"))
    #expect(words(try listing([("a", one), ("b", "/xl/" + one)]).bytes()).contains("同一份内容"))
    let many = (0...Limits.sheets).map { ("s\($0)", "worksheets/sheet\($0).xml") }
    #expect(words(try listing(many).bytes()).contains("超过 256 张"))
  }

  private func merging(_ areas: [String]) throws -> [UInt8] {
    let cells = areas.map { "<mergeCell ref='\($0)'/>" }.joined()
    return try RawWorkbook(
      sheet: "<row r='1'><c r='A1'><v>1</v></c></row>",
      more: "<mergeCells>\(cells)</mergeCells>"
    ).bytes()
  }

  @Test func mergedAreasAreAllKnownOrAllRefused() throws {
    let bytes = try merging((1...70_000).map { "A\($0 * 2):A\($0 * 2 + 1)" })
    let merges = try #require(try SheetReader.read(bytes, name: "表").sheets.first?.merges)
    #expect(merges.area(row: 140_001, column: 1)?.rows == 140_000...140_001)
    #expect(merges.area(row: 140_001, column: 2) == nil)
    let wide = (1...2000).map { "A\($0):XFD\($0)" }
    #expect(words(try merging(wide)).contains("合并的单元格太多"))
  }

  @Test func aCellHasNoMoreSignsThanExcelGivesIt() throws {
    let most = String(repeating: "做", count: Limits.cellSigns)
    let shared = "<row r='3'><c r='B3' t='s'><v>0</v></c></row>"
    func inline(_ text: String) -> String {
      "<row r='3'><c r='B3' t='inlineStr'><is><t>\(text)</t></is></c></row>"
    }
    #expect(words(try RawWorkbook(sheet: shared, strings: "<si><t>\(most)</t></si>").bytes()) == "")
    #expect(
      words(try RawWorkbook(sheet: shared, strings: "<si><t>\(most)了</t></si>").bytes())
        .contains("32767 字"))
    #expect(words(try RawWorkbook(sheet: inline(most)).bytes()) == "")
    #expect(
      words(try RawWorkbook(sheet: inline(most + "了")).bytes()).contains("第 3 行第 2 列"))
    #expect(words(Array("地区,数\n太原市,\(most)\n".utf8)) == "")
    #expect(words(Array("地区,数\n太原市,\(most)了\n".utf8)).contains("第 2 行第 2 列"))
    #expect(words(Array("地区,数\n太原市,\"\(most)了".utf8)).contains("第 2 行第 2 列"))
  }

  @Test func textThatManyCellsShareIsCountedInEach() throws {
    let text = String(repeating: "做", count: Limits.cellSigns)
    let count = Limits.cellText / text.utf8.count + 1
    let rows = (1...count).map { "<row r='\($0)'><c r='A\($0)' t='s'><v>0</v></c></row>" }
    let book = RawWorkbook(sheet: rows.joined(), strings: "<si><t>\(text)</t></si>")
    #expect(words(try book.bytes()).contains("128 MB"))
  }

  @Test func aRowHasNoMoreColumnsThanExcelGivesIt() {
    func row(_ columns: Int) -> String {
      "太原市" + String(repeating: ",1", count: columns - 1) + "\n"
    }
    #expect(words(Array(row(Limits.columns).utf8)) == "")
    #expect(words(Array(("地区\n" + row(Limits.columns + 1)).utf8)).contains("第 2 行超过"))
    #expect(words([UInt8](repeating: UInt8(ascii: ","), count: 1 << 20)).contains("16384 列"))
  }

  /// What is read of an archive counts together, so that many parts make no more than one.
  @Test func partsOfAnArchiveCountTogether() throws {
    func book(_ count: Int) throws -> [UInt8] {
      var book = listing((1...count).map { ("s\($0)", "worksheets/sheet\($0).xml") })
      for sheet in 1...count {
        book.put(
          "<worksheet>\(String(repeating: " ", count: 1_000_000))</worksheet>",
          in: "xl/worksheets/sheet\(sheet).xml")
      }
      return try book.bytes()
    }
    #expect(words(try book(4)).isEmpty)
    #expect(words(try book(12)).contains("异常大"))
  }

  @Test func commentsThatAreNamedOftenAreReadOnce() throws {
    var book = RawWorkbook(sheet: "<row r='1'><c r='A1'><v>1</v></c></row>")
    let links = (1...500).map {
      "<Relationship Id='c\($0)' Type='x/comments' Target='../comments1.xml'/>"
    }
    book.put(
      "<Relationships>\(links.joined())</Relationships>", in: "xl/worksheets/_rels/sheet1.xml.rels")
    book.put(
      "<comments><comment ref='A1'><text><t>注</t></text></comment></comments>",
      in: "xl/comments1.xml")
    #expect(try SheetReader.read(book.bytes(), name: "表").sheets.first?.comments.count == 1)
  }

  @Test func hiddenColumnsThatLieInEachOtherAreOneSpan() throws {
    let spans = (1...2000).map { "<col min='\($0)' max='\($0 + 3000)' hidden='1'/>" }
    let book = RawWorkbook(
      sheet: "<row r='1'><c r='A1'><v>1</v></c></row>",
      more: "<cols>\(spans.joined())<col min='9000' max='9001' hidden='1'/></cols>")
    let sheet = try #require(try SheetReader.read(book.bytes(), name: "表").sheets.first)
    #expect(sheet.hiddenColumns == [1...5000, 9000...9001])
    #expect(sheet.isHidden(column: 5000) && !sheet.isHidden(column: 5001))
    #expect(sheet.isHidden(column: 9001) && !sheet.isHidden(column: 8999))
  }
}
