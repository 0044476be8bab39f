import Reform
import Testing

@testable import Intake

/// Days as people write them, and what has three numbers and is none.
struct DayWordTests {
  @Test(arguments: [
    "2026-11-05", "2026/11/5", "2026.11.5", "2026年11月5日", "2026年11月5号", "20261105",
    "2026 年 11 月 5 日",
    "截至2026年11月5号", "2026年11月5日前", "2026年11月5日（星期四）", "２０２６年１１月５日",
  ])
  func aDayIsRead(_ text: String) { #expect(DayWords.day(text) == Day(2026, 11, 5)) }

  @Test(arguments: [
    "2026年1-9月", "2026年7-9月", "2026年10月-11月", "2026.1-10", "2026年11月第2周", "2026年9月5个县", "2026年3季度1",
    "2026年11月 2个县完成", "2025年12月底 10", "2026年11月20%", "2026-11/5",
  ])
  func threeNumbersAreNoDay(_ text: String) { #expect(DayWords.day(text) == nil) }
}
