import Foundation
import Intake
import Reform
import Runtime
import Testing

/// Tables as offices really make them.
struct FigureIntakeTests {
  private func figures(_ text: String) throws -> [Figure] {
    let file = try Desk().examine(text)
    #expect(file.findings.filter { $0.severity == .error }.isEmpty, "\(file.told)")
    return file.figures
  }

  private func numbers(_ figure: Figure?) -> [Decimal?] {
    [figure?.numerator, figure?.denominator, figure?.stated]
  }

  @Test func aTableWithEverythingInItIsRead() throws {
    let found = try figures(
      """
      附件2,,,,,
      长治市2023年度医改监测指标统计表,,,,,
      填报单位：长治市医改办（盖章）,,,填报日期：2024年2月5日,,单位：万元
      序号,县（市、区）,医疗服务收入,,,人员经费（元）
      ,,公立医院医疗服务收入（万元）,公立医院 医疗收入（万元）,占比(%),
      甲,乙,1,2,3,4
      1,潞 州 区,"12,345.60",３４５６７.５,35.71%,
      2,上党,—,-,,
      ,合  计,12345.6,34567.5,,
      注：以上为年报数据。,,,,,
      填表人：张三,,审核人：李四,,,
      """)
    #expect(found.map(\.place) == ["140403"])
    #expect(found.first?.period == .year(2023))
    #expect(
      numbers(found.first) == [
        Decimal(string: "12345.6"), Decimal(string: "34567.5"), Decimal(string: "35.71"),
      ])
    #expect(found.first?.source == SourcePlace(file: "表.csv", row: 7, column: 3))
  }

  @Test(arguments: [
    ("公立医院医疗收入（元）", "330000000"), ("公立医院医疗收入(亿元)", "3.3"), ("公立医院医疗收入/千元", "330000"),
    ("公立医院医疗收入", "3.3亿元"), ("公立医院医疗收入（万元）", "３３，０００"), ("2023年公立医院医疗收入（万元）", "33000.00"),
    ("Medical revenue (10,000 yuan)", "33,000"), ("1.公立医院医疗收入", "3.3e4"),
  ])
  func unitsAreBroughtToThatOfTheCatalogue(_ head: String, _ cell: String) throws {
    let found = try figures(
      "2023年\n地区,公立医院医疗服务收入（万元）,\"\(head)\"\n潞州区,12000,\"\(cell)\"\n")
    #expect(found.first?.denominator == 33_000)
  }

  @Test func aUnitAboveTheTableIsThatOfItsAmounts() throws {
    let found = try figures("2023年,单位：元\n地区,公立医院医疗服务收入,公立医院医疗收入\n潞州区,12000,33000\n")
    #expect(numbers(found.first).prefix(2) == [Decimal(string: "1.2"), Decimal(string: "3.3")])
  }

  @Test func longTablesAreReadByTheIndicatorOfEachRow() throws {
    let found = try figures(
      """
      行政区划代码,地区,年份,指标名称,分子,分母,备注
      140403,潞州区,2023,医疗服务收入占比,12000,33000,年报
      140403,潞州区,2022年,县域内住院率,900,1000,
      140500,晋城市,2023,签约率,9,10,
      """)
    #expect(
      found.map(\.indicator) == ["medical-service-share", "in-county-admission", "contract-rate"])
    #expect(found.map(\.period) == [.year(2023), .year(2022), .year(2023)])
    #expect(found.first?.note == "年报")
  }

  @Test func placesAreFoundWithTheirCity() throws {
    let found = try figures(
      """
      2023年
      市,县,公立医院医疗服务收入,公立医院医疗收入
      阳泉市,城区,1,2
      ,平定县,1,2
      晋城,城区,1,2
      ,泽州县医疗集团,1,2
      长治市,屯留,1,2
      ,山西省长治市沁县,1,2
      """)
    #expect(found.map(\.place) == ["140302", "140321", "140502", "140525", "140405", "140430"])
  }

  @Test func columnsOfSeveralYearsGiveFiguresOfSeveralYears() throws {
    let found = try figures(
      """
      地区,2021年医疗服务收入（万元）,2021年医疗收入（万元）,2022年医疗服务收入（万元）,2022年医疗收入（万元）,同比
      潞州区,1,4,2,4,25
      """)
    #expect(found.map(\.period) == [.year(2021), .year(2022)])
    #expect(found.map(\.numerator) == [1, 2])
  }

  @Test func twoTablesOnASheetAreBothRead() throws {
    let found = try figures(
      """
      表1 2022年
      地区,公立医院医疗服务收入,公立医院医疗收入
      潞州区,1,4

      表2 2023年
      地区,公立医院人员支出,公立医院业务支出
      潞州区,3,7
      """)
    #expect(found.map(\.indicator) == ["medical-service-share", "personnel-share"])
    #expect(found.map(\.period) == [.year(2022), .year(2023)])
  }

  @Test func aTableWithoutPlacesIsOfThePlaceInItsTitle() throws {
    let found = try figures("沁源县2023年度\n指标,分子,分母\n医疗服务收入占比,1,4\n")
    #expect(found.map(\.place) == ["140431"])
  }

  @Test func flagsAndNotesAreKept() throws {
    let found = try figures(
      "2023年\n地区,公立医院医疗服务收入,公立医院医疗收入,标记,备注\n潞州区,1,4,初步、口径调整,见附表\n")
    #expect(found.first?.flags == [.provisional, .breakInSeries])
    #expect(found.first?.note == "见附表")
  }

  @Test func subtotalsAddUpWhatStandsBeforeThem() throws {
    let found = try figures(
      """
      2023年
      地区,公立医院医疗服务收入,公立医院医疗收入
      平定县,1,4
      盂县,2,5
      小计,3,9
      高平市,5,9
      沁水县,5,9
      小计,10,18
      合计,13,27
      """)
    #expect(found.count == 4)
  }

  @Test func mergedHeadingsNameTheColumnsBelowThem() throws {
    func text(_ cell: String, _ words: String) -> String {
      "<c r='\(cell)' t='str'><v>\(words)</v></c>"
    }
    let book = RawWorkbook(
      sheet: "<row r='1'>\(text("A1", "2023年各县指标"))</row>"
        + "<row r='2'>\(text("A2", "市"))\(text("B2", "县"))\(text("C2", "医疗服务收入占比"))</row>"
        + "<row r='3'>\(text("C3", "分子"))\(text("D3", "分母"))\(text("E3", "比例（%）"))</row>"
        + "<row r='4'>\(text("A4", "长治市"))\(text("B4", "沁县"))<c r='C4'><v>1000</v></c><c r='D4'><v>4000</v></c>"
        + "<c r='E4' s='1'><f>C4/D4</f><v>0.25</v></c></row>"
        + "<row r='5'>\(text("B5", "武乡县"))<c r='C5'><v>3000</v></c><c r='D5'><v>4000</v></c></row>",
      more: "<mergeCells><mergeCell ref='A1:E1'/><mergeCell ref='A2:A3'/><mergeCell ref='B2:B3'/>"
        + "<mergeCell ref='C2:E2'/><mergeCell ref='A4:A5'/></mergeCells>",
      styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='10'/></cellXfs>")
    let file = try Desk().examine("表.xlsx", book.bytes())
    #expect(file.findings.isEmpty, "\(file.told)")
    #expect(file.figures.map(\.place) == ["140430", "140429"])
    #expect(numbers(file.figures.first) == [1000, 4000, 25])
  }
}
