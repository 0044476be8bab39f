import Reform
import Testing

/// The note of a form comes apart as it was put together.
struct ReportedWordsTests {
  @Test(arguments: [Language.zh, .en])
  func aNoteComesApartAsItWasPutTogether(language: Language) throws {
    var report = LineReport(Line("a", in: "140100"), at: SourcePlace(file: "x"))
    report.language = language
    (report.progress, report.problem, report.next) = ("已谈两轮", "缺钱", "签约")
    (report.day, report.sender) = (Day(ordinal: 20_000), "张三")
    let words = ReportedWords(try #require(report.note))
    #expect(words.progress == "已谈两轮" && words.problem == "缺钱" && words.next == "签约")
    #expect(words.other?.hasPrefix(language == .zh ? "截至 " : "as of ") == true)
    #expect(words.other?.hasSuffix("张三") == true)
  }

  @Test func whatStandsBehindASeparatorStaysWithItsColumn() {
    let words = ReportedWords("进展：甲；乙；下一步：丙；")
    #expect(words.progress == "甲；乙" && words.next == "丙；" && words.problem == nil)
    #expect(ReportedWords("会上定了；月底前报").other == "会上定了；月底前报")
    #expect(ReportedWords("").other == "" && ReportedWords("").progress == nil)
  }
}
