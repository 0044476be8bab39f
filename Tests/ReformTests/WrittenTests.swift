import Foundation
import Reform
import Testing

/// Numbers, amounts and days as people write them.
@Suite struct WrittenTests {
  @Test(arguments: [
    ("12", "12"), ("12.50", "12.5"), ("１２．５％", "12.5"), (" 40% ", "40"), ("-3", "-3"),
    ("1,234.5", "1234.5"), ("１２，３４５", "12345"), ("0.0001", "0.0001"), ("8。5", "8.5"),
  ])
  func aNumberIsReadInAnyWidth(text: String, plain: String) throws {
    #expect(try Amount(written: text) == Amount(string: plain))
  }

  @Test(arguments: [
    "", " ", "%", "12,34", "1,2345", ",123", "1.2.3", "1.234,567", "十二", "1e5", "0x1",
  ])
  func whatIsNoNumberIsRefused(text: String) {
    #expect(throws: Fault.self) { try Amount(written: text) }
  }

  @Test(arguments: [
    ("557701292.47", Int64(55_770_129_247)), ("557,701,292.47", 55_770_129_247),
    ("55770.129247万元", 55_770_129_247), ("55770.13万", 55_770_130_000), ("5.9亿", 59_000_000_000),
    ("５．９亿元", 59_000_000_000), ("￥1,234.50", 123_450), ("¥0.07 元", 7), ("0", 0),
    ("12 yuan", 1200), ("1 234 567", 123_456_700), ("10000000000000", 1_000_000_000_000_000),
  ])
  func anAmountIsExactToTheFen(text: String, fen: Int64) throws {
    #expect(try Fen(written: text) == Fen(fen))
  }

  @Test(arguments: [
    ("12,34", "不是金额"), ("万元", "不是金额"), ("", "不是金额"), ("五百", "不是金额"), ("-1", "小于零"),
    ("0.001", "两位小数"), ("1.00000001万元", "两位小数"), ("10000000000000.01", "不超过"),
    ("99999999999999999999999999999亿", "不超过"),
  ])
  func anAmountThatCannotBeIsRefusedWithItsReason(text: String, words: String) {
    let fault = #expect(throws: Fault.self) { try Fen(written: text) }
    #expect(fault?.message.zh.contains(words) == true, "\(fault?.message.zh ?? "")")
  }

  @Test(arguments: [
    "2020-02-29", "2020-2-29", "2020/02/29", "2020.2.29", "2020年2月29日", "20200229", " ２０２０－０２－２９ ",
  ])
  func aDayIsReadAsPeopleWriteIt(text: String) {
    #expect(Day(written: text) == Day(2020, 2, 29))
  }

  @Test(arguments: [
    "", "2020", "2019-02-29", "20-02-28", "2020-02", "2020-02-28-1", "2020022", "明天",
  ])
  func whatIsNoDayIsNone(text: String) {
    #expect(Day(written: text) == nil)
  }

  @Test(arguments: [
    ("2026年底前", Day(2026, 12, 31)), ("2026年末", Day(2026, 12, 31)), ("2026年9月底", Day(2026, 9, 30)),
    ("２０２８年２月底前", Day(2028, 2, 29)), ("2026年12月底前", Day(2026, 12, 31)),
    ("2026-06-30", Day(2026, 6, 30)), ("2026年6月30日前", Day(2026, 6, 30)), ("2026年9月", nil),
    ("2026年", nil), ("年底前", nil), ("26年底", nil), ("2026年13月底", nil), ("2026月底", nil),
    ("2026年6月30日底", nil), ("", nil), ("前", nil),
  ])
  func theEndOfAMonthOrYearIsADayDue(text: String, day: Day?) {
    #expect(Day(dueBy: text) == day)
  }
}
