import Reform
import Testing

@testable import Intake

/// What a document is filed as, and where its clauses stand.
struct TitleTests {
  private static let notice = "云川省人民政府办公厅关于印发云川省医共体建设实施方案的通知"

  @Test(arguments: ["2 重点任务", "2重点任务安排", "2 年度重点任务"])
  func aNumberedHeadingIsNoTitle(_ heading: String) throws {
    let reading = try Sample.read(
      "\(Self.notice)\n云政办发〔2026〕3号\n2026年2月1日\n1 总体要求\n做好工作。\n\(heading)\n2.1 完成甲。（省卫健委负责）\n2.2 完成乙。（省卫健委负责）\n"
    )
    #expect(reading.head.title == Self.notice)
    #expect(reading.head.plan == nil)
  }

  @Test func theTableOfAnAnnexIsNotThePlanOfTheNotice() throws {
    let table = "附件\n重点任务分工表\n序号\t重点任务\t责任单位\n1\t完成甲\t省卫健委\n2\t完成乙\t省医保局\n"
    let reading = try Sample.read(
      "\(Self.notice)\n云政办发〔2026〕3号\n现印发给你们。\n云川省人民政府办公厅\n2026年2月1日\n" + table)
    #expect(reading.head.title == Self.notice)
    #expect(reading.head.plan == nil)
  }

  @Test func thePlanThatIsSentOutIsTheTitle() throws {
    let reading = try Sample.read(
      "\(Self.notice)\n云政办发〔2026〕3号\n2026年2月1日\n云川省医共体建设实施方案\n一、完成甲。（省卫健委负责）\n二、完成乙。（省卫健委负责）\n"
    )
    #expect(reading.head.plan == "云川省医共体建设实施方案")
  }

  @Test(arguments: [
    ("云川省人民政府办公厅印发《关于加强基层人才队伍的若干措施》", "云川省人民政府办公厅印发《关于加强基层人才队伍的若干措施》"),
    ("云川省人民政府办公厅印发《关于加强基层人才队伍的若干措施》\n的通知", "云川省人民政府办公厅印发《关于加强基层人才队伍的若干措施》的通知"),
    ("云川省人民政府办公厅\n印发《关于加强基层人才队伍的若干措施》", "云川省人民政府办公厅印发《关于加强基层人才队伍的若干措施》"),
  ])
  func whatAnOfficeSendsOutMayEndItsTitle(_ lines: String, _ title: String) throws {
    let reading = try Sample.read("\(lines)\n云办发〔2026〕3号\n2026年2月1日\n一、完成甲。（省卫健委负责）\n")
    #expect(reading.head.title == title && reading.head.number == "云办发〔2026〕3号")
  }

  @Test func decimalNumbersArePrintedOnce() throws {
    let reading = try Sample.read(
      "\(Self.notice)\n云政办发〔2026〕3号\n2026年2月1日\n1 总体要求\n2 重点任务\n2.1 强化甲\n2.1.1 完成甲。（省卫健委负责）\n2.1.2 完成乙。（省卫健委负责）\n2.2 强化丙\n2.2.1 完成丙。（省卫健委负责）\n"
    )
    #expect(reading.clauses.map(\.place) == ["2.1.1", "2.1.2", "2.2.1"])
  }
}
