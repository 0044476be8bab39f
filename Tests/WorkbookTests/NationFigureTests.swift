import Bundle
import Intake
import Reform
import Testing

/// Figures of a ledger of the whole country, where counties of several provinces share a name.
struct NationFigureTests {
  private func read(_ rows: [String], in region: Division.Code? = nil) -> FigureReading {
    let tables = BundledCatalogue.tables(of: Divisions.country)
    let intake = FigureIntake(
      book: tables.indicators, divisions: tables.divisions, year: 2024, in: region)
    let head = "地区,医疗服务收入（万元）,医疗收入（万元）"
    return intake.read(
      Array(([head] + rows.map { "\($0),10,30" }).joined(separator: "\n").utf8), file: "a.csv")
  }

  private func places(_ reading: FigureReading) -> [Division.Code] {
    reading.figures.map(\.figure.place)
  }

  @Test func provincesCitiesAndCountiesAreReadUnderEachOther() {
    let reading = read(["浙江省", "杭州市", "上城区", "宁波市", "江北区", "重庆市", "江北区"])
    #expect(
      places(reading) == ["330000", "330100", "330102", "330200", "330205", "500000", "500105"],
      "\(reading.findings)")
  }

  @Test func aNameThatSeveralProvincesHaveIsAskedFor() {
    let reading = read(["江北区"])
    #expect(reading.figures.isEmpty)
    #expect(
      reading.findings.contains {
        $0.severity == .error && $0.message.zh.contains("500105")
          && $0.message.zh.contains("330205")
      }, "\(reading.findings)")
  }

  @Test func thePlaceOfTheImportSaysWhichIsMeant() {
    #expect(places(read(["江北区"], in: "500000")) == ["500105"])
    #expect(places(read(["江北区"], in: "330000")) == ["330205"])
    #expect(read(["江北区"], in: "110000").figures.isEmpty)
  }

  @Test func aProvinceOwnLevelNeedsItsProvince() {
    #expect(places(read(["浙江省", "省本级"])) == ["330000", "330001"])
    #expect(read(["省本级"]).figures.isEmpty)
  }

  @Test func theCountryIsTheSumOfItsProvinces() throws {
    let tables = BundledCatalogue.tables(of: Divisions.country)
    let provinces = tables.divisions.parts(of: Divisions.country)
    let reading = read(provinces.map(\.name))
    #expect(reading.figures.count == 31, "\(reading.findings)")
    let report = IndicatorReport(
      reading.figures.map(\.figure), tables.indicators, tables.divisions)
    let indicator = try #require(reading.figures.first?.figure.indicator)
    let whole = try #require(report.reading(indicator, in: Divisions.country, 2024))
    #expect(whole.isComplete && whole.numerator == 310 && whole.denominator == 930)
  }

  @Test(arguments: [
    ("全市", "500000", "500000"), ("全市", "330100", "330100"), ("全省", "330000", "330000"),
    ("全区", "500105", "500105"), ("全区", "450000", "450000"),
  ])
  func aTotalIsOfThePlaceThatItSays(_ total: String, _ region: String, _ place: String) {
    let reading = read([total], in: region)
    #expect(places(reading) == [place] && reading.findings.isEmpty, "\(reading.findings)")
  }

  @Test func aTotalOfNoKnownProvinceIsRefused() {
    for (total, region) in [("全省", nil), ("全市", "330000"), ("全省", "330100")] {
      let reading = read([total], in: region)
      #expect(reading.figures.isEmpty, "\(reading.findings)")
      #expect(reading.findings.contains { $0.severity == .error && $0.words != nil })
    }
  }
}
