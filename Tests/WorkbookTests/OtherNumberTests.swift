import Testing

/// Words of titles, sheets, remarks and notes by which numbers are not those of the year.
struct OtherNumberTests {
  private static let rows = "广州市|40|100\n深圳市|41|110"

  private func titled(_ title: String, sheet: String = "表一") throws -> ProvinceTable {
    try ProvinceTable("\(title)\n地区|医疗服务收入|医疗收入\n" + Self.rows, sheet: sheet)
  }

  @Test(arguments: [
    "2024年公立医院收入目标（万元）", "2024年公立医院收入与上年差额（万元）", "2024年公立医院收入预测（万元）", "2024年公立医院收入任务分解表（万元）",
    "2024年公立医院收入增量（万元）", "2024年公立医院收入增长额（万元）", "2024年公立医院院均收入（万元）", "2024年公立医院月均收入（万元）",
    "2024年农村居民公立医院收入（万元）", "关于下达2024年公立医院收入指标的表（万元）", "2024年公立医院收入考核指标值（万元）",
    "2024年公立医院收入（作废）（万元）",
  ])
  func titlesAskedAbout(_ title: String) throws {
    let table = try titled(title)
    #expect(table.asked == ["other-basis"], "\(table.told)")
  }

  @Test(arguments: [
    "2024年公立医院收入目标完成情况（万元）", "2024年医改重点任务监测表（万元）", "2024年公立医院收入情况表（万元）", "2024年广东省医改监测指标汇总表（万元）",
    "2024年公立医院门诊、住院收入情况（万元）", "2024年度卫生健康统计年报（万元）", "2024年计划生育与公立医院收入（万元）",
    "2024年预算执行情况（万元）", "2024年医改任务完成情况（万元）",
  ])
  func titlesNotAskedAbout(_ title: String) throws {
    let table = try titled(title)
    #expect(table.asked.isEmpty && table.shares.count == 2, "\(table.told)")
  }

  @Test(arguments: ["上年", "上年数", "去年", "计划", "预测", "目标", "同比", "增减", "作废", "草稿", "旧表", "样表", "示例"])
  func sheetsAskedAbout(_ name: String) throws {
    let table = try titled("2024年公立医院收入（万元）", sheet: name)
    #expect(table.asked == ["other-basis"], "\(table.told)")
  }

  @Test func aTitleMaySpeakOfTheOtherColumns() throws {
    let table = try ProvinceTable(
      "2024年公立医院收入与上年增减情况（万元）\n地区|医疗服务收入|医疗收入|上年医疗收入|增减\n广州市|40|100|90|10")
    #expect(table.asked.isEmpty && table.shares == ["440100 2024 40/100"], "\(table.told)")
  }

  @Test(arguments: ["上年数", "为上年数", "按去年数填", "计划数", "缺第一人民医院", "数据有误", "作废", "此行不要"])
  func remarksAndNotesAskedAbout(_ words: String) throws {
    let beside = try ProvinceTable(
      "2024年公立医院收入（万元）\n地区|医疗服务收入|医疗收入|备注\n广州市|40|100|\(words)\n深圳市|41|110")
    #expect(beside.asked == ["other-basis"], "\(beside.told)")
    let below = try ProvinceTable(
      "2024年公立医院收入（万元）\n地区|医疗服务收入|医疗收入\n\(Self.rows)\n注：\(words)")
    #expect(below.asked == ["other-basis"], "\(below.told)")
  }

  @Test(arguments: ["已审核", "比上年增长5%", "口径同上年", "无", "新增一家医院", "如数据有误请联系", "上年数为决算数"])
  func remarksAndNotesNotAskedAbout(_ words: String) throws {
    let table = try ProvinceTable(
      "2024年公立医院收入（万元）\n地区|医疗服务收入|医疗收入|备注\n广州市|40|100|\(words)\n深圳市|41|110\n注：\(words)")
    #expect(table.asked.isEmpty, "\(table.told)")
  }
}
