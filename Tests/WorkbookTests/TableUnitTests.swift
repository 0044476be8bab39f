import Foundation
import Intake
import Reform
import Runtime
import Testing

/// Units that stand over or under a whole table, against those that its columns count in.
struct TableUnitTests {
  private static let cost = "cost-per-visit"

  private func examine(_ lines: String...) throws -> FigureImport.File {
    try Desk().examine(lines.joined(separator: "\n") + "\n")
  }

  private func value(_ file: FigureImport.File, _ indicator: String) -> Decimal? {
    file.figures.first { $0.indicator == indicator }?.stated
  }

  @Test(arguments: ["万元", "千元", "百万元", "亿元"])
  func aUnitOfSumsIsNoneOfAnAmountPerHead(_ unit: String) throws {
    let file = try examine(
      "太原市2022年（单位：\(unit)）", "地区,医疗服务收入,医疗收入,人均费用", "小店区,59347,178316,242.75")
    #expect(value(file, Self.cost) == nil && file.isBarred, "\(file.told)")
    let asked = try #require(file.findings.first { $0.source.cell == "D2" }, "\(file.told)")
    #expect(asked.check == "unknown-unit" && asked.message.zh.contains("人均费用（元）"))
    #expect(asked.message.zh.contains("A1"))
  }

  @Test func theWayOutThatIsToldWorks() throws {
    let file = try examine(
      "太原市2022年（单位：万元）", "地区,医疗服务收入,医疗收入,人均费用（元）", "小店区,59347,178316,242.75")
    #expect(file.findings.isEmpty, "\(file.told)")
    #expect(value(file, Self.cost) == Decimal(string: "242.75"))
    #expect(file.figures.first?.denominator == 178_316)
  }

  @Test func theWayOutWorksWhereIndicatorsStandInRows() throws {
    let asked = try examine("太原市2022年（单位：万元）", "指标,小店区,迎泽区", "人均费用,242.75,231.1")
    #expect(asked.isBarred && asked.told.contains("A3"), "\(asked.told)")
    let file = try examine("太原市2022年（单位：万元）", "指标,小店区,迎泽区", "人均费用（元）,242.75,231.1")
    #expect(file.findings.isEmpty && value(file, Self.cost) == Decimal(string: "242.75"))
  }

  @Test(arguments: ["地区,人均费用（万元）", "地区,人均费用/万元"])
  func aUnitInTheHeadingIsObeyedAndAskedAbout(_ head: String) throws {
    let file = try examine("太原市2022年", head, "小店区,0.0242")
    #expect(value(file, Self.cost) == 242 && file.checks == ["unknown-unit"], "\(file.told)")
    #expect(!file.isBarred)
  }

  @Test(arguments: [
    "注：人均费用单位为元", "注：人均费用以元计。", "注：人均费用按元填报", "注：人均费用为元，其余为万元", "说明：1.人均费用的单位：元", "注：人均指标单位为元",
  ])
  func aNoteThatNamesAColumnIsOfIt(_ note: String) throws {
    let file = try examine(
      "太原市2022年（单位：万元）", "地区,医疗服务收入,医疗收入,人均费用", "小店区,59347,178316,242.75", "\"\(note)\",,,")
    #expect(file.findings.isEmpty, "\(file.told)")
    #expect(value(file, Self.cost) == Decimal(string: "242.75"))
    #expect(file.figures.first?.denominator == 178_316)
  }

  @Test func aTitleMayGiveBothUnits() throws {
    for title in ["单位：万元、元/人次", "单位：万元，人均费用单位：元", "金额单位：万元；人均费用：元"] {
      let file = try examine(
        "\"太原市2022年（\(title)）\"", "地区,医疗服务收入,医疗收入,人均费用", "小店区,59347,178316,242.75")
      #expect(file.findings.isEmpty, "\(title)\n\(file.told)")
      #expect(value(file, Self.cost) == Decimal(string: "242.75"))
    }
  }

  @Test(arguments: [
    "注：以上金额单位为元", "注：以上金额以元计", "以上金额单位为元", "（注：本表单位：元）",
  ])
  func aNoteAgainstTheTitleIsAskedAbout(_ note: String) throws {
    let file = try examine(
      "太原市2022年（单位：万元）", "地区,医疗服务收入,医疗收入", "小店区,59347,178316", "\(note),,")
    #expect(file.checks == ["unknown-unit"] && file.isBarred, "\(file.told)")
    #expect(file.told.contains("A1") && file.told.contains("A4"))
    let told = try examine(
      "太原市2022年（单位：万元）", "地区,医疗服务收入（万元）,医疗收入（万元）", "小店区,59347,178316", "\(note),,")
    #expect(told.findings.isEmpty, "\(told.told)")
  }

  @Test func aUnitBesideTheNumbersIsNotPassedOver() throws {
    let file = try examine(
      "太原市2022年（单位：万元）", "地区,医疗服务收入,医疗收入,备注", "小店区,59347,178316,单位为元")
    #expect(file.checks == ["unknown-unit"] && file.isBarred, "\(file.told)")
    let same = try examine(
      "太原市2022年（单位：万元）", "地区,医疗服务收入,医疗收入,备注", "小店区,59347,178316,单位为万元")
    #expect(same.findings.isEmpty, "\(same.told)")
  }

  @Test func aUnitOfVisitsIsNoneOfInstitutions() throws {
    let file = try examine("太原市2022年（单位：万人次）", "地区,三级水平学科", "小店区,3")
    #expect(file.isBarred && file.figures.isEmpty, "\(file.told)")
    let own = try examine("太原市2022年（单位：万人次）", "地区,三级水平学科（个）", "小店区,3")
    #expect(own.figures.first?.numerator == 3, "\(own.told)")
  }

  @Test func perMilleOverATableOfPercentagesIsAskedAbout() throws {
    let file = try examine("太原市2022年（单位：‰）", "地区,医疗服务收入占比", "小店区,331")
    #expect(file.isBarred && file.figures.isEmpty, "\(file.told)")
  }

  @Test(arguments: ["12亿", "9万"])
  func aCellWithHalfAUnitIsNamed(_ cell: String) throws {
    let file = try Desk().examine("2022年\n地区,医疗收入（万元）,医疗服务收入（万元）\n太原市,300000,\(cell)\n")
    #expect(file.isBarred && file.told.contains("“\(cell)”自带的单位"), "\(file.told)")
    let money = try GroupDesk().examine(
      .settlements, "2023年结算表（单位：元）\n县,年度,预算\n盐湖区,2023,\(cell)\n")
    #expect(money.isBarred && money.told.contains("“\(cell)”自带的单位"), "\(money.told)")
  }
}
