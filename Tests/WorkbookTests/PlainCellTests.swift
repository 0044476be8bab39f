import Bundle
import Foundation
import Intake
import Reform
import Runtime
import TestSupport
import Testing

/// Numbers and years of cells that cannot be what they say, and true reasons for what is refused.
struct PlainCellTests {
  @Test(arguments: [
    "59.347,6", "12.345,6", "77.1,9", "1,23", "1,42479", "1234,567", "1,234,5678", "12.345.678",
    "1.234,567",
    "1,234.5,6", "59347,", ",593", "3,3e4",
  ])
  func aCommaThatPartsNoThousandsIsRefused(_ cell: String) throws {
    let file = try Desk().examine(
      "2022年\n地区,医疗服务收入（万元）,医疗收入（万元）\n小店区,\"\(cell)\",178316\n")
    #expect(file.checks == ["not-a-number"] && file.figures.first?.numerator == nil, "\(file.told)")
    #expect(file.findings.first?.source.cell == "B3")
  }

  @Test(arguments: [
    ("59,347.6", "59347.6"), ("1,234,567.25", "1234567.25"), ("5,9347", "59347"),
    ("59347.6", "59347.6"),
    ("3.3e4", "33000"), ("１２，３４５", "12345"),
  ])
  func aCommaThatPartsThousandsIsLeftOut(_ cell: String, _ number: String) throws {
    let file = try Desk().examine(
      "2022年\n地区,医疗服务收入（万元）,医疗收入（万元）\n小店区,\"\(cell)\",9178316\n")
    #expect(file.figures.first?.numerator == Decimal(string: number), "\(file.told)")
  }

  @Test func aCommaForAPointIsRefusedInSettlementsToo() {
    let intake = GroupIntake(
      .settlements, catalogue: BundledCatalogue.tables(), charter: BundledCatalogue.charter(),
      today: Desk.today)
    let table = "2023年度\n县（市、区）,年度总额预算（万元）\n盐湖区,\"55.800,5\"\n"
    let reading = intake.read([UInt8](table.utf8), file: "表.csv")
    #expect(reading.findings.map(\.check) == ["not-a-number"] && reading.facts.isEmpty)
  }

  @Test(arguments: [
    ("太原市1924年\n地区,医疗服务收入,医疗收入\n小店区,59347,178316\n", "A1"),
    ("太原市\n地区,1924年医疗服务收入,1924年医疗收入\n小店区,59347,178316\n", "B2"),
    ("太原市\n地区,年份,医疗服务收入,医疗收入\n小店区,1924,59347,178316\n", "B3"),
    ("太原市1948年度\n指标,小店区\n医疗服务收入,59347\n医疗收入,178316\n", "A1"),
  ])
  func aYearBeforeThoseOfTheLedgerIsRefused(_ table: String, _ cell: String) throws {
    let file = try Desk().examine(table)
    #expect(file.checks.contains("wrong-year") && file.isBarred, "\(file.told)")
    let finding = try #require(file.findings.first { $0.check == "wrong-year" })
    #expect(finding.source.cell == cell && finding.message.zh.contains("1949"))
  }

  @Test(arguments: [
    ("小店区2022年\n地区,全省医疗服务收入占比（%）\n小店区,33.3\n", "no-header"),
    ("2022年\n地区,医疗服务收入占比（%）\n平均,33.3\n", "no-figures"),
  ])
  func numbersThatAreThereAreNotCalledMissing(_ table: String, _ check: String) throws {
    let file = try Desk().examine(table)
    #expect(file.checks.contains(check) && file.isBarred, "\(file.told)")
    #expect(!file.told.contains("没有填指标数据") && !file.told.contains("没有一列的表头"))
  }
}
