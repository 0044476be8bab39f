import Reform
import Testing

@testable import Intake

/// Parts of a year, however they are written, are no year.
@Suite struct PeriodTextTests {
  @Test(arguments: [
    "统计区间：2024.01-2024.11", "2024.01—2024.11", "2024/01~2024/06", "2024.7-2024.12",
    "2024-01至2024-11", "202401-202409", "（2024.1-2024.11）", "数据截至2024年9月30日",
    "数据截止日期：2024.10.31", "统计截止时间：11月30日", "（2024.1-6）", "2024年1—11月", "2024/01~06", "2024.11",
    "1月1日至9月30日",
  ])
  func aPartOfAYearIsOne(_ text: String) {
    #expect(PeriodText(text).isPart, "\(PeriodText(text))")
  }

  @Test(arguments: [
    "2024年1月—2024年12月", "2024.01-2024.12", "截至2024年12月31日", "截至2024年12月底",
    "数据截至2025年1月31日", "报送截止时间：11月30日", "2022-2024年", "2024.1-12", "2024-1-6", "05-2月18日",
  ])
  func aWholeYearIsNone(_ text: String) {
    #expect(!PeriodText(text).isPart, "\(PeriodText(text))")
  }

  @Test(arguments: [
    "2026年13月底前完成改造。", "2025年Q5前完成改造。", "2025年春节前完成改造。", "2025年中前完成改造。",
  ])
  func aDayThatNobodyCanReadIsADoubtAndNotTheEndOfTheYear(_ sentence: String) throws {
    let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2025〕2号\n2025年1月16日\n"
    let reading = try Sample.read(head + "一、推进改造。" + sentence + "（省卫健委负责）\n")
    #expect(reading.clauses[0].deadlines.isEmpty)
    #expect(reading.findings.contains { $0.check == "date-not-taken" })
  }
}
