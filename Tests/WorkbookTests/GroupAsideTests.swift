import Intake
import Reform
import TestSupport
import Testing

/// Tables of groups and settlements: notes, merged cells and totals beside what is entered.
struct GroupAsideTests {
  private func settlements(_ lines: String, merges: [String] = []) throws -> GroupReading {
    try GroupDesk().examine(
      .settlements, "表.xlsx", try GridBook(lines, merges: merges).bytes())
  }

  private func groups(_ rows: String, merges: [String] = []) throws -> GroupReading {
    let head = "县|集团名称|牵头医院|成员机构|层级|加入日期|年度|在编在岗人数|核定编制数|备注\n"
    return try GroupDesk().examine(
      .groups, "表.xlsx", try GridBook(head + rows, merges: merges).bytes())
  }

  private func checks(_ reading: GroupReading) -> [String] {
    reading.findings.filter { $0.severity != .note }.map(\.check)
  }

  @Test func anAmountMergedOverCountiesIsRefused() throws {
    let found = try settlements(
      "2023年结算表（单位：元）\n县|年度|预算\n盐湖区|2023|12000\n临猗县|2023|", merges: ["C3:C4"])
    #expect(checks(found) == ["merged-number"] && found.isBarred, "\(found.told)")
    #expect(found.facts.isEmpty)
  }

  @Test(arguments: ["预计数", "去年数", "1—11月数", "未经审核"])
  func aRemarkBesideAnAmountIsAskedAbout(_ words: String) throws {
    let found = try settlements("2023年结算表（单位：元）\n县|年度|预算|备注\n盐湖区|2023|12000|\(words)")
    #expect(found.findings.contains { $0.check == "other-basis" }, "\(found.told)")
    #expect(found.told.contains(words))
  }

  @Test func aNoteBelowAmountsIsAskedAbout() throws {
    let found = try settlements(
      "2023年结算表（单位：元）\n县|年度|预算\n盐湖区|2023|12000\n注：实际发生为1—11月数，全年数未出。")
    #expect(found.findings.contains { $0.check == "other-basis" }, "\(found.told)")
    let plain = try settlements("2023年结算表（单位：元）\n县|年度|预算\n盐湖区|2023|12000\n注：金额为元")
    #expect(!plain.findings.contains { $0.check == "other-basis" }, "\(plain.told)")
  }

  private static let members =
    "襄垣县|襄垣县医疗集团|襄垣县人民医院|襄垣县人民医院|县级|2019-07-01|2023|300|350|\n|||古韩镇卫生院|乡级|2019-07-01|2023|30|35|"

  @Test(arguments: ["已退出", "拟加入"])
  func aRemarkBesideAMemberIsAskedAbout(_ words: String) throws {
    let found = try groups(Self.members + words)
    #expect(found.findings.contains { $0.check == "other-basis" }, "\(found.told)")
    let note = try groups(Self.members + "\n注：以上为拟组建方案，未正式成立。")
    #expect(note.findings.contains { $0.check == "other-basis" }, "\(note.told)")
    let plain = try groups(Self.members + "新址")
    #expect(!plain.findings.contains { $0.check == "other-basis" }, "\(plain.told)")
  }

  @Test(arguments: ["小计", "合计"])
  func aTotalAmongMembersIsNoMember(_ word: String) throws {
    for county in ["襄垣县", ""] {
      let found = try groups(Self.members + "\n\(county)|||\(word)|乡级||2023|330|385|")
      #expect(members(found) == ["襄垣县人民医院", "古韩镇卫生院"], "\(found.told)")
      #expect(!found.isBarred, "\(found.told)")
      let wrong = try groups(Self.members + "\n\(county)|||\(word)|乡级||2023|331|385|")
      #expect(checks(wrong).contains("total-row"), "\(wrong.told)")
    }
  }

  @Test func aPartOfTheMembersIsNoMember() throws {
    let found = try groups(Self.members + "\n襄垣县|||其中：乡镇卫生院|乡级||2023|30|35|")
    #expect(found.isBarred && checks(found) == ["not-a-member"], "\(found.told)")
  }

  @Test func personsOfTotalsAreAddedUp() throws {
    let right = try groups(Self.members + "\n合计||||||2023|330|385|")
    #expect(!right.isBarred && !right.told.contains("没有核对"), "\(right.told)")
    let wrong = try groups(Self.members + "\n合计||||||2023|999|385|")
    #expect(checks(wrong).contains("total-row"), "\(wrong.told)")
  }

  @Test func aDayMergedOverMembersIsThatOfEach() throws {
    let found = try groups(
      "襄垣县|襄垣县医疗集团|襄垣县人民医院|襄垣县人民医院|县级|2019-07-01|2023|300|350|\n|||古韩镇卫生院|乡级||2023|30|35|",
      merges: ["F2:F3"])
    let days = found.facts.compactMap { sent -> String? in
      if case .member(let member, _) = sent.fact.content { member.from?.description } else { nil }
    }
    #expect(days == ["2019-07-01", "2019-07-01"], "\(found.told)")
  }

  private func members(_ reading: GroupReading) -> [String] {
    reading.facts.compactMap { sent in
      if case .member(let member, _) = sent.fact.content { member.name } else { nil }
    }
  }
}
