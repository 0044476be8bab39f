import Foundation
import Intake
import Reform
import Runtime
import Testing

/// Periods in cells beside a label and in columns, and words beside the numbers that narrow what is counted.
struct PeriodColumnTests {
  private static let heads = "医疗服务收入（万元）|医疗收入（万元）"

  private func examine(
    _ lines: String, format: String? = nil, year: Int? = nil
  ) throws -> FigureImport.File {
    try Desk().examine("表.xlsx", GridBook(lines, format: format).bytes(), year: year)
  }

  @Test(arguments: [
    "统计截止时间|2023-09-30", "截止日期|2023-09-30", "统计期间：20230101-20230630", "统计期间|20230101-20230630",
    "统计期间|2023年1—6月", "统计日期|2023.9.30", "数据截止日期|@45199", "统计截止时间|@45199", "报告期|三季度",
    "数据截至2023年3月31日", "截止日期|2023-03-31",
  ])
  func aPartOfTheYearAboveTheTableIsRefused(_ label: String) throws {
    for year in [nil, 2023] as [Int?] {
      let file = try examine(
        "长治市\(year == nil ? "2023年" : "")医改监测表\n\(label)\n地区|\(Self.heads)\n潞州区|11900|32500",
        format: "yyyy-mm-dd", year: year)
      #expect(file.checks.contains("part-of-year") && file.isBarred, "\(label) \(file.told)")
      #expect(file.figures.isEmpty, "\(label)")
    }
  }

  @Test(arguments: [
    "统计期间|20230101-20231231", "统计截止时间|2023-12-31", "统计截止时间|@45291", "统计期间|1—4季度",
    "数据截至2024年2月1日", "截止日期|2024-01-31",
  ])
  func theWholeYearAboveTheTableIsRead(_ label: String) throws {
    let file = try examine(
      "长治市2023年医改监测表\n\(label)\n地区|\(Self.heads)\n潞州区|11900|32500", format: "yyyy-mm-dd")
    #expect(file.figures.count == 1 && !file.isBarred, "\(file.told)")
  }

  @Test(arguments: [
    ("截止时间", "2023.6.30"), ("截止时间", "2023年6月"), ("数据日期", "@45107"), ("统计日期", "2023-06-30"),
    ("统计月份", "6"), ("季度", "4"), ("季度", "3"), ("月份", "12"), ("统计期间", "1-6月"),
  ])
  func aPartOfTheYearInAColumnIsRefused(_ head: String, _ cell: String) throws {
    let file = try examine(
      "长治市2023年\n地区|\(head)|\(Self.heads)\n潞州区|\(cell)|11900|32500", format: "yyyy-mm-dd")
    #expect(file.checks == ["part-of-year"] && file.figures.isEmpty, "\(head) \(file.told)")
    #expect(!file.told.contains("不是一个年份"))
  }

  @Test(arguments: [
    ("截止时间", "2023.12.31"), ("截止时间", "2023年12月"), ("数据日期", "@45291"), ("统计日期", "2024-01-20"),
    ("期间", "1—4季度"), ("期间", "一至四季度"), ("期间", "前四季度"),
  ])
  func theWholeYearInAColumnIsRead(_ head: String, _ cell: String) throws {
    let file = try examine(
      "长治市2023年\n地区|\(head)|\(Self.heads)\n潞州区|\(cell)|11900|32500", format: "yyyy-mm-dd")
    #expect(file.findings.isEmpty, "\(head) \(file.told)")
    #expect(file.figures.map(\.period) == [.year(2023)])
  }

  // MARK: What is narrower

  @Test(arguments: [
    ("医院类别", "三级医院"), ("级别", "三级"), ("机构类型", "民营医院"), ("险种", "职工医保"), ("统计范围", "三级医院"),
    ("类型", "中医"), ("统计范围", "城区部分机构数"),
  ])
  func aColumnThatNarrowsTheNumbersIsAskedAbout(_ head: String, _ cell: String) throws {
    let file = try examine("长治市2023年\n地区|\(head)|\(Self.heads)\n潞州区|\(cell)|11900|32500")
    #expect(file.checks == ["other-basis"] && !file.isBarred, "\(head) \(file.told)")
    #expect(file.told.contains(cell))
  }

  @Test(arguments: [
    ("医院类别", "公立医院"), ("统计范围", "全市"), ("级别", "县级"), ("责任单位", "长治市中医医院管理中心"), ("备注", "含三级医院年报"),
  ])
  func whatChangesNothingIsNotAskedAbout(_ head: String, _ cell: String) throws {
    let file = try examine("长治市2023年\n地区|\(head)|\(Self.heads)\n潞州区|\(cell)|11900|32500")
    #expect(!file.checks.contains("other-basis") || cell.hasPrefix("含"), "\(head) \(file.told)")
  }

  @Test(arguments: ["三级公立医院药占比情况", "民营医院药占比", "中医医院药占比", "职工医保药占比", "试点地区药占比"])
  func aTitleOfSomeOnlyIsAskedAbout(_ title: String) throws {
    let file = try examine("长治市2023年\(title)\n地区|药品收入（万元）|医疗收入（万元）\n潞州区|11900|32500")
    #expect(file.checks == ["other-basis"], "\(file.told)")
  }

  @Test func aTitleThatTheIndicatorItselfHasIsNot() throws {
    for (title, head) in [
      ("达到三级医院水平的学科数", "达到三级医院水平的学科数（个）"), ("二级以上公立医院接入率", "二级以上公立医院接入率（%）"),
    ] {
      let file = try examine("长治市2023年\(title)\n地区|\(head)|备注\n潞州区|3|")
      #expect(!file.checks.contains("other-basis"), "\(file.told)")
    }
  }
}
