import Reform
import Testing

@testable import Intake

/// Whole years and spans of days and months: read, or asked about, and never passed over.
struct SpanTests {
  private static let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2026〕2号\n2026年2月1日\n"

  private func read(_ sentence: String) throws -> DocumentReading {
    try Sample.read(Self.head + "一、做好工作。\(sentence)（省卫健委负责）\n二、做好。（省卫健委负责）\n")
  }

  private func field(_ words: String) throws -> DocumentReading {
    try Sample.read(
      Self.head + "一、做好工作。（责任单位：省卫健委；完成时限：\(words)）\n二、做好。（省卫健委负责）\n")
  }

  @Test(arguments: [
    ("2026年内完成甲。", "2026-12-31"), ("力争2026年内完成甲。", "2026-12-31"), ("甲2026年内完成。", "2026-12-31"),
    ("做好甲（2026年内）。", "2026-12-31"), ("2026年之内完成甲。", "2026-12-31"),
    ("2026年以内完成甲。", "2026-12-31"), ("二〇二七年内完成甲。", "2027-12-31"), ("2026年年内完成甲。", "2026-12-31"),
    ("2026年度完成甲。", "2026-12-31"), ("甲2026年度完成。", "2026-12-31"), ("力争2027年度建成甲。", "2027-12-31"),
    ("2026年度内完成甲。", "2026-12-31"), ("到2027年度，完成甲。", "2027-12-31"),
    ("本年度完成甲。", "2026-12-31"), ("年度内完成甲。", "2026-12-31"), ("今年完成甲。", "2026-12-31"),
    ("明年完成甲。", "2027-12-31"), ("2026年年度完成甲。", "2026-12-31"), ("2026年度各市完成甲。", "2026-12-31"),
  ])
  func aWholeYearIsRead(_ sentence: String, _ due: String) throws {
    let deadlines = try read(sentence).clauses[0].deadlines.map(\.value)
    #expect(deadlines.map { $0.due?.description } == [due])
    #expect(deadlines.map(\.kind) == [.year])
  }

  @Test(arguments: [
    ("2026年内", "2026-12-31"), ("2027年年内", "2027-12-31"), ("2026年度", "2026-12-31"),
    ("本年度", "2026-12-31"), ("年度内", "2026-12-31"),
  ])
  func aFieldMayHoldAWholeYear(_ words: String, _ due: String) throws {
    let reading = try field(words)
    #expect(reading.clauses[0].deadlines.map { $0.value.due?.description } == [due])
    #expect(!reading.findings.contains { $0.check == "unread-deadline" })
  }

  @Test(arguments: [
    "对2026年度考核结果进行通报。", "公布2026年度工作报告。", "今年完成情况良好。", "足额发放当年基本公共卫生服务补助。",
    "3个工作日内办结。", "5个工作日内完成审核。", "对符合条件的，3个工作日内拨付资金。", "出院后7日内随访。", "近3年内无违规。",
    "30天内再住院率下降。", "一次挂号3天内有效。",
  ])
  func whatIsNoDeadlineIsNeitherReadNorAskedAbout(_ sentence: String) throws {
    let reading = try read(sentence)
    #expect(reading.clauses[0].deadlines.isEmpty)
    #expect(reading.findings.isEmpty)
  }

  @Test(arguments: [
    ("30日内完成整改。", "span-without-start", "30日内"), ("两周内完成甲。", "span-without-start", "两周内"),
    ("10个工作日内报送方案。", "span-without-start", "10个工作日内"),
    ("收到本通知后15个工作日内，制定方案。", "unread-deadline", "收到本通知后15个工作日内"),
    ("接到通知后一周内上报。", "unread-deadline", "接到通知后一周内"),
    ("自本意见施行之日起6个月内完成甲。", "unread-deadline", "自本意见施行之日起6个月内"),
    ("项目批复后6个月内开工。", "unread-deadline", "项目批复后6个月内"),
    ("会后10日内报送甲。", "unread-deadline", "会后10日内"),
    ("2026年左右建成甲。", "date-not-taken", "2026年"),
  ])
  func aSpanWithoutADayIsAskedAbout(_ sentence: String, _ check: String, _ words: String) throws {
    let reading = try read(sentence)
    #expect(reading.findings.map(\.check) == [check])
    #expect(reading.findings.first?.words == words)
    #expect(reading.clauses[0].deadlines.isEmpty)
    #expect(reading.clauses[0].targets.isEmpty)
  }

  @Test func lettersBehindAYearAreNoPartOfTheDay() throws {
    let reading = try read("2026年DRG付费占比达到80%。")
    #expect(reading.clauses[0].deadlines.map { $0.value.due?.description } == ["2026-12-31"])
    #expect(reading.findings.isEmpty)
  }
}
