import Foundation
import Intake
import Reform
import Runtime
import Testing

/// Every way in which offices lay out a table: right is the exact figure, a question, or a refusal.
struct LayoutTests {
  private func examine(_ drawn: Drawn) throws -> FigureImport.File {
    let files = try FigureImport(
      book: Desk.book, catalogue: Desk.catalogue, ledger: Desk().ledger,
      today: Day(ordinal: 20_139), year: drawn.year  // 2025-02-20
    ).examine([("\(drawn.name).xlsx", try drawn.book.bytes())])
    return try #require(files.first)
  }

  @Test(arguments: Drawn.headings + Drawn.layouts + Drawn.doubts + Drawn.lines)
  func aTableIsReadAskedAboutOrRefused(_ drawn: Drawn) throws {
    let file = try examine(drawn)
    let warnings = file.findings.filter { $0.severity == .warning }
    switch drawn.right {
    case .taken(let figures):
      #expect(file.figures.map(TableCaseTests.words).sorted() == figures.sorted(), "\(file.told)")
      #expect(!file.isBarred && warnings.isEmpty, "\(file.told)")
    case .asked: #expect(!file.isBarred && !warnings.isEmpty, "\(file.told)")
    case .refused: #expect(file.isBarred, "\(file.told)")
    }
  }

  /// The name of a file decides nothing: what it alone says is asked about by its name.
  @Test(
    arguments: [
      ("长治2月18日.xlsx", "长治市2023年", []), ("2023年半年报.xlsx", "长治市2023年", ["part-of-year"]),
      ("2023年一季度.xlsx", "长治市", ["part-of-year"]), ("2023年11月.xlsx", "长治市", ["part-of-year"]),
      ("2024年1月.xlsx", "长治市2023年", []), ("长治2023年.xlsx", "长治市", ["wrong-year"]),
    ] as [(String, String, [String])])
  func theNameOfAFileDecidesNothing(_ name: String, _ title: String, _ checks: [String]) throws {
    let drawn = GridBook("\(title)\n县区|医疗服务收入（万元）|医疗收入（万元）\n襄垣县|1300|4600")
    let file = try Desk().examine(name, try drawn.bytes())
    #expect(file.checks == Set(checks), "\(file.told)")
    #expect(file.findings.allSatisfy { $0.message.zh.contains(name) })
  }

  @Test func aCommentOnACellIsHeard() throws {
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for (words, check) in [("张三:\n不含中医院", "other-basis"), ("1-9月数", "part-of-year")] {
      let drawn = GridBook("长治市2023年\n县区|医疗服务收入（万元）|医疗收入（万元）\n襄垣县|1300|4600")
      let book = try drawn.bytes(with: [
        (
          "xl/worksheets/_rels/sheet1.xml.rels",
          "<Relationships><Relationship Id='c' Type='\(kinds)/comments' Target='../comments1.xml'/>"
            + "</Relationships>"
        ),
        (
          "xl/comments1.xml",
          "<comments><commentList><comment ref='B3'><text><r><t>\(words)</t></r></text></comment>"
            + "</commentList></comments>"
        ),
      ])
      let file = try Desk().examine("表.xlsx", book)
      #expect(file.checks == [check] && file.findings.first?.source.cell == "B3", "\(file.told)")
    }
  }

  @Test func aScreenAdvisesNoOptionsOfACommand() throws {
    let drawn = GridBook("长治市\n县区|医疗服务收入（万元）|医疗收入（万元）\n襄垣县|1300|4600")
    let bytes = try drawn.bytes()
    for isOnScreen in [true, false] {
      let files = try FigureImport(
        book: Desk.book, catalogue: Desk.catalogue, ledger: Desk().ledger, today: Desk.today,
        onScreen: isOnScreen
      ).examine([("表.xlsx", bytes)])
      let finding = try #require(files.first?.findings.first)
      #expect(finding.check == "no-year" && finding.source.cell == "A2")
      #expect(finding.message.zh.contains("--year") != isOnScreen)
    }
  }

  @Test func everyNumberThatIsReadOrLeftIsTold() throws {
    let drawn = GridBook(
      """
      襄垣县医疗收入（单位：元）
      指标|2022年|2023年|计划
      医疗服务收入|12000000|13000000|14000000
      医疗收入|45000000|46000000|47000000
      """)
    let intake = FigureIntake(book: Desk.book, divisions: Desk.divisions)
    let reading = intake.read(try drawn.bytes(), file: "表.xlsx")
    let taken = reading.columns.filter { $0.use == .taken }
    #expect(taken.map(\.name) == ["B", "C", "B", "C"])
    #expect(taken.map(\.period) == [.year(2022), .year(2023), .year(2022), .year(2023)])
    #expect(taken.map(\.part) == [.numerator, .numerator, .denominator, .denominator])
    #expect(taken.allSatisfy { $0.unit == "元" && $0.factor * 10_000 == 1 && $0.count == 1 })
    #expect(reading.columns.filter { $0.use == .plan }.map(\.count) == [2])
  }

  @Test func placesInHeadingsAreThoseOfTheCityInTheTitle() throws {
    let drawn = GridBook(
      "晋城市2023年（万元）\n指标|城区|高平市|合计\n医疗服务收入|36657|30564|67221\n医疗收入|91087|72014|163101")
    let file = try Desk().examine("表.xlsx", try drawn.bytes())
    #expect(file.findings.isEmpty, "\(file.told)")
    #expect(
      file.figures.map(TableCaseTests.words)
        == ["140502 2023 36657/91087", "140581 2023 30564/72014"])
  }

  @Test func columnsOfNoWidthAreHidden() throws {
    var drawn = GridBook("2023年\n县区|医疗服务收入（万元）|医疗收入（万元）\n襄垣县|1300|4600")
    drawn.columns = "<col min='3' max='3' width='0' customWidth='1'/>"
    let file = try Desk().examine("表.xlsx", try drawn.bytes())
    #expect(file.checks == ["hidden-column", "missing-part"])
  }

  @Test(
    arguments: [
      ("2024年报送的2023年度", 2023), ("晋医改组发〔2019〕1号，2023年", 2023), ("二〇二三年度", 2023),
      ("2 0 2 3 年", 2023),
      ("2024年2月5日 2023年度", 2023), ("23年", 2023), ("2023年底", 2023), ("2022—2023年", nil),
      ("近20年", nil),
      ("2023年1月1日至2023年12月31日", 2023), ("2019年以来", nil), ("表1 2022年", 2022), ("（2019）5号", nil),
    ] as [(String, Int?)])
  func aYearIsReadFromWordsAndNotFromDatesOrNumbers(_ words: String, _ year: Int?) {
    let name = "长治市\(words)"
    let drawn = "\(name)\n县区,医疗服务收入（万元）,医疗收入（万元）\n襄垣县,1300,4600\n"
    let intake = FigureIntake(book: Desk.book, divisions: Desk.divisions)
    let reading = intake.read([UInt8](drawn.utf8), file: "表.csv")
    #expect(reading.figures.first?.figure.period.year == year)
    #expect(reading.findings.contains { $0.check == "no-year" } == (year == nil))
  }

  @Test(arguments: [
    "上半年", "1—6月", "1-9月", "前三季度", "第一季度", "一季度", "Q4", "一至六月", "6月", "2023H1", "下半年", "1~3月份",
    "截至9月底",
  ])
  func aPartOfTheYearIsNotTheYear(_ words: String) {
    let drawn = "长治市2023年\(words)指标\n县区,医疗服务收入（万元）,医疗收入（万元）\n襄垣县,1300,4600\n"
    for year in [nil, 2023] as [Int?] {
      let intake = FigureIntake(book: Desk.book, divisions: Desk.divisions, year: year)
      let reading = intake.read([UInt8](drawn.utf8), file: "表.csv")
      #expect(reading.figures.isEmpty)
      #expect(reading.findings.map(\.check) == ["part-of-year"])
    }
  }

  @Test(arguments: [
    "县区,医疗服务收入（万元）,医疗收入（万元）\n襄垣县,\"1,300,4600\n武乡县,800,3500\n",
    "县区,医疗服务收入（万元）,医疗收入（万元）\n襄垣县,\"1,300\"元,4600\n",
    "县区,医疗服务收入（万元）,医疗收入（万元）,备注\n襄垣县,1300,4600,\"见附件\n武乡县,800,3500,\"\n",
  ])
  func quotesThatDoNotFitAreRefusedByTheirLine(_ table: String) throws {
    let file = try Desk().examine("2023年\n" + table)
    #expect(file.checks == ["unreadable"])
    #expect(file.findings.first?.message.zh.contains("第 3 行") == true)
  }

  @Test func textsThatAreNotInTheFileAreNamedByTheirCell() throws {
    let book = RawWorkbook(
      sheet: "<row r='7'><c r='B7' t='s'><v>4</v></c></row>", strings: "<si><t>一</t></si>")
    #expect(throws: (any Error).self) { try SheetReader.read(book.bytes(), name: "表.xlsx") }
    let file = try Desk().examine("表.xlsx", try book.bytes())
    #expect(file.findings.first?.message.zh.contains("B7") == true)
  }

  @Test func namesInTheZipMayHaveBackslashesOrBeInGBK() throws {
    var book = RawWorkbook(sheet: "<row r='1'><c r='A1'><v>3</v></c></row>")
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book.put(
      "<Relationships><Relationship Id='r1' Type='\(office)/worksheet' Target='worksheets\\表一.xml'/>"
        + "</Relationships>", in: "xl/_rels/workbook.xml.rels")
    for index in book.entries.indices where book.entries[index].name.hasSuffix("sheet1.xml") {
      book.entries[index].name = "xl/worksheets/表一.xml"
    }
    for index in book.entries.indices {
      book.entries[index].name = book.entries[index].name.replacing("/", with: "\\")
    }
    let sheet = try SheetReader.read(try book.bytes(), name: "表.xlsx").sheets.first
    #expect(sheet?.rows.first?[1] == .number(3, isPercent: false))
  }
}
