import Foundation
import Intake
import Reform
import Runtime
import Testing

/// Totals by the place that they say (全市、全省), and the ratios that stand in them.
struct TotalScopeTests {
  private func examine(_ title: String, _ rows: String...) throws -> FigureImport.File {
    try Desk().examine("\(title)\n地区,医疗服务收入,医疗收入\n\(rows.joined(separator: "\n"))\n")
  }

  private func ratios(_ title: String, _ rows: String...) throws -> FigureImport.File {
    try Desk().examine("\(title)\n地区,医疗服务收入占比（%）\n\(rows.joined(separator: "\n"))\n")
  }

  private func places(_ file: FigureImport.File) -> [String] { file.figures.map(\.place) }

  @Test(arguments: [
    ("小店区2022年", "全市", "140100"), ("小店区2022年", "全市合计", "140100"), ("太原市2022年", "全省", "140000"),
    ("小店区2022年", "全省总计", "140000"), ("太原市本级2022年", "全市", "140100"),
  ])
  func aTotalOfAWiderPlaceIsOfThatPlaceAndAskedAbout(
    _ title: String, _ total: String, _ place: String
  ) throws {
    let file = try examine(title, "\(total),29500,100000")
    #expect(places(file) == [place] && file.checks == ["other-place"], "\(file.told)")
    #expect(!file.isBarred && file.told.contains(total))
  }

  @Test(arguments: [
    ("太原市2022年", "全市", "140100"), ("太原市2022年", "合计", "140100"), ("小店区2022年", "合计", "140105"),
    ("小店区2022年", "全区", "140105"), ("小店区2022年", "小计", "140105"), ("2022年", "全省", "140000"),
    ("娄烦县2022年", "全县", "140123"),
  ])
  func aTotalOfThePlaceOfItsTableIsTaken(
    _ title: String, _ total: String, _ place: String
  ) throws {
    let file = try examine(title, "\(total),29500,100000")
    #expect(places(file) == [place] && file.findings.isEmpty, "\(file.told)")
  }

  @Test(arguments: [
    ("2022年", "全市"), ("2022年", "合计"), ("太原市2022年", "全县"), ("太原市2022年", "全区"), ("太原市2022年", "县区合计"),
    ("2022年", "全县"),
  ])
  func aTotalOfNobodyKnowsWhatIsRefusedForThat(_ title: String, _ total: String) throws {
    let file = try examine(title, "\(total),10000,40000")
    #expect(file.checks == ["no-place"] && file.isBarred && file.figures.isEmpty, "\(file.told)")
    #expect(file.findings.first?.source.cell == "A3" && file.told.contains("“\(total)”"))
  }

  @Test func eachTotalIsToldByItsOwnName() throws {
    let file = try examine(
      "太原市2022年", "小店区,59347,178316", "迎泽区,48231,150320", "全省,1837674,5647797", "全市,300000,900000")
    #expect(places(file) == ["140105", "140106", "140000", "140100"], "\(file.told)")
    #expect(!file.isBarred && file.checks == ["other-place", "city-sum"])
    let asked = try #require(file.findings.first { $0.check == "other-place" })
    #expect(asked.source.cell == "B5" && asked.message.zh.contains("山西省"))
  }

  @Test func aCityOutsideThatOfTheTitleIsAskedAbout() throws {
    let file = try examine("太原市2022年", "晋城,10000,40000")
    #expect(places(file) == ["140500"] && file.checks == ["other-place"], "\(file.told)")
  }

  @Test func theTotalsOfColumnsAreOfWhatTheySay() throws {
    let file = try Desk().examine(
      "太原市2022年\n指标,全省\n医疗服务收入,1837674\n医疗收入,5647797\n")
    #expect(places(file) == ["140000"] && file.checks == ["other-place"], "\(file.told)")
    let several = try Desk().examine(
      "小店区2022年\n指标,小店区,全市,全省\n医疗服务收入,18370,283767,1837674\n医疗收入,56477,864779,5647797\n")
    #expect(Set(places(several)) == ["140105", "140100", "140000"], "\(several.told)")
    #expect(several.checks == ["other-place"] && !several.isBarred)
  }

  @Test func theTotalsOfLongTablesAreOfWhatTheySay() throws {
    let file = try Desk().examine(
      "太原市2022年\n地区,指标,值\n小店区,医疗服务收入占比,33.3\n全市,医疗服务收入占比,31\n全省,医疗服务收入占比,34.5\n")
    #expect(places(file) == ["140105", "140100", "140000"], "\(file.told)")
    #expect(file.figures.map(\.stated) == [Decimal(string: "33.3"), 31, Decimal(string: "34.5")])
  }

  // MARK: Ratios

  @Test func theRatioOfATotalIsThatOfItsPlace() throws {
    let file = try ratios("太原市2022年", "小店区,33.3", "迎泽区,32", "全市,31", "全省,34.5")
    #expect(places(file) == ["140105", "140106", "140100", "140000"], "\(file.told)")
    #expect(file.figures.map(\.stated).suffix(2) == [31, Decimal(string: "34.5")])
    #expect(file.checks == ["other-place"] && !file.isBarred)
    let plain = try ratios("太原市2022年", "小店区,33.3", "迎泽区,32", "合计,32.6")
    #expect(places(plain) == ["140105", "140106", "140100"] && plain.findings.isEmpty)
  }

  @Test(arguments: ["合计,65.3", "全市,65.3"])
  func ratiosThatWereAddedUpAreNotEntered(_ total: String) throws {
    let file = try ratios("太原市2022年", "小店区,33.3", "迎泽区,32", total)
    #expect(
      places(file) == ["140105", "140106"] && file.checks == ["unread-number"], "\(file.told)")
    #expect(file.findings.first?.source.cell == "B5")
  }

  @Test(arguments: ["小计,32", "县区合计,31", "东部小计,32"])
  func theRatioOfAPartIsNamedAsNotRead(_ total: String) throws {
    let file = try ratios("太原市2022年", "小店区,33.3", "迎泽区,32", total)
    #expect(
      places(file) == ["140105", "140106"] && file.checks == ["unread-number"], "\(file.told)")
  }

  @Test(arguments: ["全市平均,31", "全省平均水平,31", "平均,31", "各县平均,31"])
  func anAverageIsNamedAsNotRead(_ average: String) throws {
    let file = try ratios("太原市2022年", "小店区,33.3", "迎泽区,32", average)
    #expect(
      places(file) == ["140105", "140106"] && file.checks == ["unread-number"], "\(file.told)")
    #expect(file.findings.first?.severity == .note && file.findings.first?.source.line == 5)
  }

  @Test func theRatioOfATotalIsCheckedByItsParts() throws {
    let table = """
      太原市2022年
      地区,医疗服务收入,医疗收入,医疗服务收入占比（%）
      小店区,59347,178316,33.28
      迎泽区,48231,150320,32.09

      """
    let wrong = try Desk().examine(table + "合计,107578,328636,37.7\n")
    #expect(wrong.checks == ["stated-differs"], "\(wrong.told)")
    #expect(wrong.findings.first?.source.cell == "D5")
    let right = try Desk().examine(table + "合计,107578,328636,32.73\n")
    #expect(right.findings.isEmpty, "\(right.told)")
    let alone = try Desk().examine(table + "合计,,,37.7\n")
    #expect(alone.checks == ["total-row"] && !alone.isBarred, "\(alone.told)")
  }

  @Test func theSumOfCountiesAndOwnLevelIsCalledSo() throws {
    let counties = Desk.divisions.parts(of: "140500").map { "\($0.name),10000,20000" }
    let file = try Desk().examine(
      "2022年\n地区,医疗服务收入,医疗收入\n晋城市,99999,199999\n市本级,10000,20000\n"
        + counties.joined(separator: "\n") + "\n")
    #expect(file.told.contains("各县和市本级之和是 70,000"), "\(file.told)")
  }
}
