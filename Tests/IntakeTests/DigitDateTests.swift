import Reform
import Testing

@testable import Intake

/// Days that are set with digits: each is read exactly or asked about.
struct DigitDateTests {
  @Test(arguments: [
    ("2025.06.30前完成。", "2025-06-30"), ("2025-6-30前完成。", "2025-06-30"),
    ("到2025/12/31，基本建成。", "2025-12-31"),
    ("20250630前完成。", "2025-06-30"), ("2025.12底前完成。", "2025-12-31"), ("2025.6底前完成。", "2025-06-30"),
    ("2025.6月底前完成。", "2025-06-30"), ("2025-06月底前完成。", "2025-06-30"),
    ("2025.06.30日前完成。", "2025-06-30"),
    ("２０２５．０６．３０前完成。", "2025-06-30"), ("2025年6.30前完成。", "2025-06-30"),
    ("2025年6月15前完成。", "2025-06-15"),
    ("2025年6月30日18:00前完成。", "2025-06-30"), ("2025年6月30日下午5点前完成。", "2025-06-30"),
    ("2025年6月30日24时前完成。", "2025-06-30"), ("2025年6月30日下班前完成。", "2025-06-30"),
    ("2025年6—9月底前完成。", "2025-09-30"), ("到2025.12，建成1个中心。", "2025-12-31"),
    ("2025·6·30前完成。", "2025-06-30"),
    ("2025.3.1-2025.6.30前完成。", "2025-06-30"), ("二O二五年底前完成。", "2025-12-31"),
    ("2O25年底前完成。", "2025-12-31"),
    ("2025 年 6 月 30 日前完成。", "2025-06-30"), ("于2025.6.30之前完成。", "2025-06-30"),
  ])
  func daysInDigitsAreRead(_ sentence: String, _ due: String) throws {
    let clause = try Sample.clause("做好工作。" + sentence)
    #expect(clause.deadlines.map { $0.value.due?.description } == [due])
  }

  @Test(arguments: [
    ("6.30前完成。", "2025-06-30", "year-inferred"), ("12/31前完成。", "2025-12-31", "year-inferred"),
    ("25年底前完成。", "2025-12-31", "year-of-two-digits"),
    ("26年6月底前完成。", "2026-06-30", "year-of-two-digits"),
    ("2025.02.30前完成。", "2025-02-28", "no-such-day"),
    ("2025年6月31日前完成。", "2025-06-30", "no-such-day"),
    ("2025年12月32日前完成。", "2025-12-31", "no-such-day"),
    ("2025年初完成。", "2025-12-31", "beginning-of"),
  ])
  func whatHasToBeSupposedIsAskedAbout(_ sentence: String, _ due: String, _ check: String) throws {
    let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2025〕2号\n2025年1月16日\n"
    let reading = try Sample.read(head + "一、做好工作。" + sentence)
    #expect(reading.clauses[0].deadlines.map { $0.value.due?.description } == [due])
    #expect(reading.findings.map(\.check).contains(check))
  }

  @Test(arguments: ["2025年6月30日各县上报情况。", "2025.6.30各县上报情况。", "截至2025年6月30日，各县须上报。", "（2025.12.31）"])
  func aDayThatIsNotTakenIsAskedAbout(_ sentence: String) throws {
    let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2025〕2号\n2025年1月16日\n"
    let reading = try Sample.read(head + "一、做好工作。" + sentence)
    #expect(reading.clauses[0].deadlines.isEmpty)
    #expect(reading.findings.map(\.check) == ["date-not-taken"])
  }

  @Test(arguments: [
    "投入2025.12万元。", "比例为2025.6%。", "编号20251301的项目。", "版本2025.6.30.1上线。", "电话20250630123。",
    "增长6.30个百分点。",
    "自2025.3.1起施行。", "按6:3:1分担。", "GB2025.6.30标准。", "2024.6.30前已完成。",
  ])
  func otherNumbersAreNoDays(_ sentence: String) throws {
    #expect(try Sample.clause("做好工作。" + sentence).deadlines.isEmpty)
  }

  @Test(arguments: [
    ("每年13月底前完成总结。", "no-such-day"), ("每年2月30日前完成总结。", "no-such-day"),
    ("每年12月32日前完成总结。", "no-such-day"), ("每年春节前完成总结。", "no-such-day"),
    ("半年内建成中心。", "span-without-start"), ("力争一年半内建成中心。", "span-without-start"),
    ("印发之日起半年内建成中心。", "reckoned-from-issue"), ("后年底前建成中心。", "unread-deadline"),
  ])
  func whatComesEveryYearOrWithinSomeTimeIsAskedAbout(_ sentence: String, _ check: String) throws {
    let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2025〕2号\n2025年1月16日\n"
    let reading = try Sample.read(head + "一、做好工作。" + sentence)
    #expect(reading.findings.map(\.check).contains(check), "\(reading.findings)")
    // A day past the end of its month is taken for the last one, and asked about.
    let isLast = sentence.contains("12月32日")
    let days = reading.clauses[0].deadlines.map { $0.value.due?.description }
    #expect(days.contains("2025-12-31") == isLast, "\(days)")
  }

  @Test(arguments: ["近半年内就诊的患者。", "每年底前完成总结。", "每年2月29日前完成总结。", "每年召开会议。"])
  func whatIsPlainIsNotAskedAbout(_ sentence: String) throws {
    let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2025〕2号\n2025年1月16日\n"
    let reading = try Sample.read(head + "一、做好工作。" + sentence)
    let checks = Set(reading.findings.map(\.check))
    #expect(checks.isDisjoint(with: ["no-such-day", "year-inferred", "unread-deadline"]))
  }

  @Test func aFieldInDigitsIsRead() throws {
    let row = "序号\t任务\t责任单位\t完成时限\n"
    for (words, due) in [
      ("2025.06.30", "2025-06-30"), ("2025.12", "2025-12-31"), ("2025/6/30", "2025-06-30"),
      ("20251231", "2025-12-31"),
    ] {
      let reading = try Sample.read(row + "1\t做好工作\t省医保局\t\(words)\n")
      #expect(reading.clauses[0].deadlines.map { $0.value.due?.description } == [due])
    }
  }
}
