import Foundation
import Intake
import Reform
import Runtime
import TestSupport
import Testing

/// What a city runs itself (市本级): read by its name, added up, and stated where only the total says it.
struct OwnLevelTests {
  private static let counties = [
    ("潞州区", 53_832, 147_888), ("上党区", 23_532, 59_186), ("屯留区", 18_141, 48_340),
    ("潞城区", 12_463, 34_844), ("襄垣县", 19_366, 50_965), ("平顺县", 7_467, 19_369),
    ("黎城县", 9_783, 25_147), ("壶关县", 15_553, 39_133), ("长子县", 18_965, 49_711),
    ("武乡县", 8_973, 23_995), ("沁县", 8_303, 23_050), ("沁源县", 9_565, 24_306),
  ]

  private func table(_ more: [String], before: [String] = []) -> String {
    let rows = Self.counties.map { "\($0.0),\($0.1),\($0.2)" }
    let head = "长治市2022年度公立医院收支情况\n县（市、区）,医疗服务收入（万元）,医疗收入（万元）"
    return ([head] + before + rows + more).joined(separator: "\n")
  }

  private func report(_ file: FigureImport.File) -> IndicatorReport {
    IndicatorReport(file.figures, Desk.book, Desk.divisions)
  }

  @Test(arguments: ["市本级", "长治市本级", "市直", "市直医院", "市属公立医院", "长治市市直", "市级", "1.市本级", "市直小计"])
  func theOwnLevelIsAPartOfItsCity(_ name: String) throws {
    let file = try Desk().examine(table(["全市合计,507177,1358279"], before: ["\(name),301234,812345"]))
    #expect(file.findings.isEmpty, "\(file.told)")
    #expect(file.figures.count == 13)
    let own = try #require(file.figures.first { $0.place == "140401" })
    #expect(own.numerator == 301_234 && own.denominator == 812_345)
    let city = try #require(report(file).reading(Desk.share, in: "140400", 2022))
    #expect(city.numerator == 507_177 && city.denominator == 1_358_279)
    #expect(city.isComplete && city.basis == .summed(parts: 13, missing: []))
    #expect(
      report(file).figures.parts(of: "140400", Desk.share, in: [2022]).last == "140401")
    let explained = try #require(Explanation(report(file), Desk.share, in: "140400", 2022))
    #expect(explained.parts.last?.place == "140401")
    #expect(explained.parts.last?.reading?.numerator == 301_234)
  }

  @Test func aTotalOverItsCountiesIsKeptAsStated() throws {
    let file = try Desk().examine(table(["全市合计,507177,1358279"]))
    #expect(file.checks == ["city-sum"], "\(file.told)")
    #expect(file.findings.allSatisfy { $0.severity == .warning })
    let city = try #require(file.figures.first { $0.place == "140400" })
    #expect(city.numerator == 507_177 && city.denominator == 1_358_279)
    #expect(city.note == "表内合计" && city.source.row == 15)
    let reading = try #require(report(file).reading(Desk.share, in: "140400", 2022))
    #expect(reading.value == city.numerator.map { $0 * 100 / 1_358_279 })
    #expect(reading.sum?.numerator == 205_943)
  }

  @Test(arguments: ["合计,205943,545934", "全市合计,205943,545934", "县区小计,205943,545934"])
  func aTotalThatItsRowsGiveIsOnlyAConfirmation(_ total: String) throws {
    let file = try Desk().examine(table([total]))
    #expect(file.findings.isEmpty && file.figures.count == 12, "\(file.told)")
  }

  @Test func aTotalOfTheCountiesLeavesTheOwnLevelOut() throws {
    let file = try Desk().examine(
      table(
        ["县区小计,205943,545934", "全市合计,507177,1358279"], before: ["市本级,301234,812345"]))
    #expect(file.findings.isEmpty && file.figures.count == 13, "\(file.told)")
  }

  @Test(arguments: ["全市合计,105943,545934", "合计,507177,545934", "合计,205940,545934"])
  func aTotalThatCannotBeIsAnError(_ total: String) throws {
    let file = try Desk().examine(table([total]))
    #expect(file.checks == ["total-row"], "\(file.told)")
    #expect(file.isBarred)
  }

  @Test func anOwnLevelThatDoesNotAddUpIsAnError() throws {
    let file = try Desk().examine(
      table(["全市合计,507177,1358279"], before: ["市本级,301234,812340"]))
    #expect(file.checks == ["total-row"] && file.isBarred, "\(file.told)")
  }

  @Test func theProvinceHasAnOwnLevelToo() throws {
    let file = try Desk().examine(
      "山西省2022年\n地区,医疗服务收入（万元）,医疗收入（万元）\n省直,300,800\n太原市,100,300\n")
    #expect(file.findings.isEmpty, "\(file.told)")
    #expect(file.figures.map(\.place) == ["140001", "140100"])
  }

  @Test func theOwnLevelIsNoCountyAndNoPlaceOfTheMap() {
    let divisions = Desk.divisions
    #expect(divisions.own.count == 12 && divisions.all.count == 129)
    #expect(divisions["140401"]?.name == "长治市本级" && divisions["140001"]?.name == "山西省本级")
    #expect(divisions.parts(of: "140400").allSatisfy { $0.level == .county })
    #expect(divisions.all(.county, within: "140000").count == 117)
    #expect(divisions.city(of: "140401") == "140400" && divisions.city(of: "140001") == "140000")
    #expect(divisions.isWithin("140401", "140400") && !divisions.isWithin("140001", "140100"))
    #expect(divisions.own(of: "140403") == nil)
  }

  /// A sum without the own level lacks a part only where another year or a total says that there is one.
  @Test func anOwnLevelIsMissedOnlyWhereOneIsKnown() throws {
    let divisions = Desk.divisions
    let counties = divisions.parts(of: "140400").map(\.id)
    func figures(_ year: Int) -> [Figure] { counties.map { Desk.figure($0, year, 10, 30) } }
    func missing(_ more: [Figure]) -> [Division.Code]? {
      IndicatorReport(figures(2022) + figures(2023) + more, Desk.book, divisions)
        .reading(Desk.share, in: "140400", 2023)?.missing
    }
    #expect(missing([]) == [])
    #expect(missing([Desk.figure("140401", 2022, 10, 30)]) == ["140401"])
    #expect(missing([Desk.figure("140401", 2022, 0, 0)]) == [])
    #expect(missing([Desk.figure("140400", 2022, 200, 400)]) == ["140401"])
    #expect(missing([Desk.figure("140400", 2022, 120, 360)]) == [])
    #expect(
      missing([Desk.figure("140401", 2022, 10, 30), Desk.figure("140401", 2023, 5, 9)]) == [])
  }
}

extension OwnLevelTests {
  private func examine(_ title: String, _ rows: [String]) throws -> FigureImport.File {
    try Desk().examine(
      "\(title)\n地区,医疗服务收入（万元）,医疗收入（万元）\n" + rows.joined(separator: "\n") + "\n")
  }

  @Test func aPlaceOutsideTheCityOfTheTitleIsAskedAbout() throws {
    let file = try examine("太原市2022年", ["小店区,10000,30000", "省属医院,50000,90000"])
    #expect(file.checks == ["other-place"] && !file.isBarred, "\(file.told)")
    #expect(file.figures.map(\.place) == ["140105", "140001"])
    let other = try examine("长治市2022年", ["潞州区,10000,30000", "平定县,10000,30000"])
    #expect(other.checks == ["other-place"] && !other.isBarred, "\(other.told)")
  }

  @Test func aBureauOfACityMayMeanItsOwnLevel() throws {
    let file = try examine("2022年", ["长治市卫健委,50000,90000", "襄垣县卫健局,10000,30000"])
    #expect(file.checks == ["other-place"] && !file.isBarred, "\(file.told)")
    #expect(file.told.contains("长治市本级"))
  }
}
