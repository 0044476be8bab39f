import Bundle
import Foundation
import Intake
import Reform
import Runtime
import TestSupport
import Testing

/// Tables as offices send them, each with its exact right answer; all of it is made up.
struct TableCaseTests {
  static let folder = Places.root + "/Tests/Fixtures/tables"

  private static func read(_ name: String, year: Int? = nil) throws -> FigureReading {
    let url = URL(fileURLWithPath: "\(folder)/\(name)")
    let intake = FigureIntake(book: Desk.book, divisions: Desk.divisions, year: year)
    return intake.read([UInt8](try Data(contentsOf: url)), file: name)
  }

  struct Right: Sendable, CustomTestStringConvertible {
    var name: String
    /// `place year numerator/denominator`, of the services' share where no indicator stands in front.
    var figures: [String]
    var checks: Set<String> = []
    var year: Int?

    var testDescription: String { name }
  }

  static let right: [Right] = [
    Right(
      name: "r01-total-before-parts.xlsx",
      figures: ["140423 2023 1300/4600", "140429 2023 1000/3500"]),
    Right(name: "r02-last-year-beside.xlsx", figures: ["140423 2023 1300/4600"]),
    Right(name: "r03-two-years.xlsx", figures: ["140423 2022 1200/4500", "140423 2023 1300/4600"]),
    Right(name: "r06-number-of-a-document.csv", figures: ["140423 2023 1300/4600"]),
    Right(
      name: "r07-year-as-date.xlsx", figures: ["140423 2022 1300/4600", "140429 2021 900/3100"]),
    Right(
      name: "r08-count-unit-in-title.xlsx",
      figures: ["primary-visit-share 140423 2023 352000/601000"]),
    Right(name: "r09-unit-alone-in-cell.xlsx", figures: ["140423 2023 1300/4600"]),
    Right(name: "r10-unit-column.xlsx", figures: ["140423 2023 1300/4600"]),
    Right(
      name: "r11-shown-in-wan.xlsx", figures: ["140423 2023 1300/4600"], checks: ["shown-differs"]),
    Right(
      name: "r12-hidden-column.xlsx", figures: ["140423 2023 1300/4600"], checks: ["hidden-column"]),
    Right(
      name: "r13-side-by-side.xlsx", figures: ["140423 2023 1300/4600", "140429 2023 800/3000"]),
    Right(name: "r17-numbering-row.xlsx", figures: ["140423 2023 1300/4600"]),
    Right(name: "r18-signature-row.xlsx", figures: ["140423 2023 1300/4600"]),
    Right(name: "r19-backslashes-in-the-zip.xlsx", figures: ["140423 2023 1300/4600"]),
    Right(
      name: "r21-sheet-of-the-form-alone.xlsx",
      figures: [
        "140302 2024 12000/34000", "140303 2024 12001/34001", "140311 2024 12002/34002",
        "140321 2024 12003/34003", "140322 2024 12004/34004",
      ], checks: ["made-up"]),
    Right(
      name: "t14-晋城-两年并列.xlsx",
      figures: [
        "personnel-share 140502 2024 36657/91087", "personnel-share 140521 2024 14325/33442",
        "personnel-share 140522 2024 20805/51948", "personnel-share 140524 2024 15463/36791",
        "personnel-share 140525 2024 25114/62477", "personnel-share 140581 2024 30564/72014",
      ], checks: ["wrong-year"], year: 2024),
    Right(
      name: "02-晋城-指标为行年份为列.xlsx",
      figures: [
        "140500 2024 121093/380043", "personnel-share 140500 2024 144284/351069",
        "in-county-admission 140500 2024 309414/386252",
        "primary-visit-share 140500 2024 6429946/11486404",
      ], checks: ["other-basis", "wrong-year"], year: 2024),
  ]

  static func words(_ figure: Figure) -> String {
    let head = figure.indicator == Desk.share ? "" : figure.indicator + " "
    let parts = [figure.numerator, figure.denominator].compactMap { $0.map { "\($0)" } }
    return "\(head)\(figure.place) \(figure.period) \(parts.joined(separator: "/"))"
  }

  @Test(arguments: right)
  func aTableIsReadForWhatItSays(_ right: Right) throws {
    let reading = try Self.read(right.name, year: right.year)
    #expect(reading.figures.map { Self.words($0.figure) }.sorted() == right.figures.sorted())
    #expect(Set(reading.findings.map(\.check)) == right.checks)
    #expect(!reading.findings.contains { $0.severity == .error })
  }

  /// Refused, with the check and the cell that it names.
  static let refused: [[String]] = [
    ["r04-half-year-title.xlsx", "part-of-year", "A1"],
    ["r05-quarter-as-period.csv", "part-of-year", "A2"],
    ["r14-two-lines-in-a-cell.xlsx", "not-a-number", "C3"],
    ["r15-bare-thousands.csv", "extra-cells", "E3"],
    ["r22-shared-strings-cut.xlsx", "unreadable", ""], ["t16a-晋城-上半年.xlsx", "part-of-year", "A1"],
  ]

  @Test(arguments: refused)
  func whatCannotBeTakenIsRefusedByItsCell(_ case: [String]) throws {
    let (name, check, cell) = (`case`[0], `case`[1], `case`[2])
    for year in [nil, 2023, 2024] as [Int?] {
      let reading = try Self.read(name, year: year)
      let finding = try #require(reading.findings.first { $0.check == check })
      #expect(finding.severity == .error)
      #expect((finding.source.cell ?? "") == cell)
    }
  }

  @Test func aYearThatTheTitleContradictsIsRefused() throws {
    let reading = try Self.read("09-运城-年份写错.xlsx", year: 2024)
    let finding = try #require(reading.findings.first { $0.check == "wrong-year" })
    #expect(finding.severity == .error && finding.source.cell == "A1")
    let own = try Self.read("09-运城-年份写错.xlsx")
    #expect(own.findings.isEmpty && own.figures.count == 13)
    #expect(own.figures.allSatisfy { $0.figure.period == .year(2023) })
  }

  @Test func unitsOfMoneyAreThoseOfTheirTable() throws {
    let reading = try Self.read("05-太原-亿元与元.xlsx")
    let found = Set(reading.figures.map { Self.words($0.figure) })
    #expect(reading.findings.isEmpty && found.count == 20)
    #expect(found.contains("140105 2024 59347/178316"))
    #expect(found.contains("personnel-share 140181 2024 16524/39747"))
  }

  @Test func hiddenColumnsAndRowsAreNotReadAndSaid() throws {
    let reading = try Self.read("06-临汾-隐藏列与隐藏行.xlsx")
    #expect(reading.figures.count == 17)
    #expect(reading.findings.map(\.check).sorted() == ["hidden-column", "hidden-row"])
    let first = try #require(reading.figures.first { $0.figure.place == "141002" })
    #expect([first.figure.numerator, first.figure.denominator] == [65_873, 169_321])
    #expect(reading.totals.first?.numerator == 260_372)
  }

  @Test func anIncidenceInHundredThousandthsIsBroughtToThousandths() throws {
    let reading = try Self.read("r16-unit-that-is-not-known.csv")
    #expect(reading.findings.isEmpty)
    #expect(reading.figures.first?.figure.stated == Decimal(string: "0.285"))
  }

  @Test func aSettlementTakesItsYearFromTheTitleAndNotFromADocument() throws {
    let catalogue = BundledCatalogue.tables()
    let name = "r20-settlement-number-of-a-document.xlsx"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name)")))
    let charter = BundledCatalogue.charter()
    let intake = GroupIntake(
      .settlements, catalogue: catalogue, charter: charter, today: Desk.today)
    let reading = intake.read(bytes, file: name)
    #expect(reading.findings.isEmpty)
    let years = reading.facts.map { sent -> Int? in
      switch sent.fact.content {
      case .budget(let year, _), .spending(let year, _): year
      default: nil
      }
    }
    #expect(years == [2023, 2023])
  }

  @Test func aSettlementInAnotherCurrencyOrOfHalfAYearIsRefused() {
    let intake = GroupIntake(
      .settlements, catalogue: BundledCatalogue.tables(), charter: BundledCatalogue.charter(),
      today: Desk.today)
    let table = "县（市、区）,年度总额预算（万美元）\n盐湖区,55800\n"
    let foreign = intake.read([UInt8]("2023年度\n\(table)".utf8), file: "表.csv")
    #expect(foreign.findings.map(\.check) == ["unknown-unit"])
    let half = table.replacing("万美元", with: "万元")
    let part = intake.read([UInt8]("2023年上半年\n\(half)".utf8), file: "表.csv")
    #expect(part.findings.map(\.check) == ["part-of-year"] && part.isBarred)
    let two = intake.read([UInt8]("2023年度\n2022年度执行情况\n\(half)".utf8), file: "表.csv")
    #expect(two.findings.map(\.check) == ["wrong-year"] && two.isBarred)
  }

  @Test func aFormSheetStaysGreyWhereverItWent() throws {
    let whole = "阳泉市2024年度医改指标数据填报表 · 医疗服务收入占比"
    let table = """
      代码,地区,公立医院医疗服务收入占医疗收入的比例,,,,,,,
      ,,公立医院医疗服务收入（万元）,公立医院医疗收入（万元）,"医疗服务收入占比（%，自动）",2023年公立医院医疗服务收入,2023年公立医院医疗收入,2023年医疗服务收入占比,标记,备注
      140302,城区,12000,34000,35.29,11631,33548,34.67,,
      """
    let intake = FigureIntake(book: Desk.book, divisions: Desk.divisions)
    for text in ["\(whole)\n\(table)", "新加的一行\n\(whole)\n\(table)"] {
      let reading = intake.read([UInt8](text.utf8), file: "表.csv")
      #expect(reading.figures.map { Self.words($0.figure) } == ["140302 2024 12000/34000"])
      #expect(reading.figures.first?.figure.stated == nil)
      #expect(reading.columns.filter { $0.use == .shown }.map(\.name) == ["E", "F", "G", "H"])
    }
  }
}
