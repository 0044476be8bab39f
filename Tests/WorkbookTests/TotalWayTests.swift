import Runtime
import TestSupport
import Testing

/// Totals that add up in one of the ways in which tables show cities, own levels and counties.
struct TotalWayTests {
  private func examine(
    _ rows: String, title: String = "2022年", head: String = "地区"
  ) throws -> FigureImport.File {
    try Desk().examine("\(title)\n\(head),医疗收入（万元）,医疗服务收入（万元）\n\(rows)")
  }

  @Test(arguments: [
    "太原市,500000,150000\n其中：市本级,200000,60000\n大同市,60000,18000\n其中：市本级,20000,6000\n合计,560000,168000\n",
    "合计,560000,168000\n太原市,500000,150000\n市本级,200000,60000\n大同市,60000,18000\n市本级,20000,6000\n",
    "太原市,500000,150000\n其中：小店区,150000,45000\n大同市,60000,18000\n其中：平城区,30000,9000\n合计,560000,168000\n",
    "省直,100000,30000\n太原市,500000,150000\n其中：市直,200000,60000\n大同市,60000,18000\n其中：市直,20000,6000\n全省合计,660000,198000\n",
  ])
  func citiesBesideTheirPartsAddUp(_ rows: String) throws {
    let file = try examine(rows)
    #expect(!file.checks.contains("total-row"), "\(file.told)")
    let wrong = try examine(
      rows.replacing("560000", with: "570000").replacing("660000", with: "670000"))
    #expect(wrong.checks.contains("total-row"), "\(wrong.told)")
  }

  @Test func aSubtotalOfCountiesLeavesTheOwnLevelOut() throws {
    let rows = "市直,150000,45000\n泽州,50000,15000\n高平,50000,15000\n小计,100000,30000\n总计,250000,75000\n"
    let file = try examine(rows, title: "2022年晋城市公立医院收入（万元）", head: "县区")
    #expect(!file.checks.contains("total-row"), "\(file.told)")
    let wrong = try examine(
      rows.replacing("小计,100000", with: "小计,100001"), title: "2022年晋城市公立医院收入（万元）", head: "县区")
    #expect(wrong.checks.contains("total-row"), "\(wrong.told)")
  }

  @Test func aSubtotalIsOfTheCityThatItsRowNames() throws {
    let file = try examine(
      "太原市,市直,200000,60000\n太原市,小店区,50000,15000\n大同市,市直,100000,30000\n大同市,平城区,50000,15000\n大同市,小计,150000,45000\n",
      head: "市,县区")
    #expect(!file.checks.contains("total-row"), "\(file.told)")
    let wrong = try examine(
      "太原市,市直,200000,60000\n太原市,小店区,50000,15000\n大同市,市直,100000,30000\n大同市,平城区,50000,15000\n大同市,小计,160000,45000\n",
      head: "市,县区")
    #expect(wrong.checks.contains("total-row"), "\(wrong.told)")
  }

  @Test(arguments: [
    ("医疗服务收入占比（%）", "省本级,40,41\n太原市,31,32\n大同市,28,29\n全省,30,31\n", "140000"),
    ("长治市医疗服务收入占比（%）", "市本级,40,41\n襄垣县,31,32\n平顺县,28,29\n全市,30,31\n", "140400"),
  ])
  func aRatioOfANamedWholeIsReadBesideItsOwnLevel(
    _ title: String, _ rows: String, _ whole: String
  ) throws {
    let file = try Desk().examine("\(title)\n地区,2021年,2022年\n\(rows)")
    #expect(
      file.figures.filter { $0.place == whole }.compactMap(\.stated) == [30, 31], "\(file.told)")
  }

  @Test func aTotalOfSettlementsThatCountsARefusedRowIsNotChecked() throws {
    let file = try GroupDesk().examine(
      .settlements, "2023年结算表（单位：元）\n县,年度,预算\n市本级,2023,5\n盐湖区,2023,5\n合计,,10\n")
    #expect(!file.findings.contains { $0.check == "total-row" } && file.isBarred, "\(file.told)")
    #expect(file.told.contains("没有核对"))
  }
}
