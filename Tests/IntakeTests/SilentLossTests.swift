import Reform
import Testing

@testable import Intake

/// What was once lost or misread without a word: now it is read, or asked about.
struct SilentLossTests {
  private static let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2024〕2号\n2024年3月1日\n"

  private func read(_ text: String) throws -> DocumentReading {
    try Sample.read(Self.head + text + "\n")
  }

  // MARK: Units

  @Test(arguments: [
    ("由市人社局会同市财政局、市卫健委研究制定办法。", ["市人社局 responsible", "市财政局 cooperating", "市卫健委 cooperating"]),
    ("由市人社局牵头，会同市财政局、市卫健委制定办法。", ["市人社局 lead", "市财政局 cooperating", "市卫健委 cooperating"]),
    ("由市人社局牵头会同市财政局制定办法。", ["市人社局 lead", "市财政局 cooperating"]),
    ("市医保局联合市公安局开展检查。", ["市医保局 responsible", "市公安局 cooperating"]),
    ("市委督查室、市政府督查室定期督查。", ["市委督查室 responsible", "市政府督查室 responsible"]),
    ("市政府办公室督促落实。", ["市政府办公室 responsible"]),
    ("市委组织部组织开展培训。", ["市委组织部 responsible"]),
    ("市人力资源和社会保障局研究制定细则。", ["市人力资源和社会保障局 responsible"]),
    ("市中医院重点专科建设取得进展。", []), ("市级医院对口支援县级医院。", []), ("各市每年报送总结。", []),
    ("市纪委监委派驻机构约谈相关人员。", ["市纪委监委派驻机构 responsible"]),
    ("（妇幼科、基层科）", ["妇幼科 responsible", "基层科 responsible"]),
    ("（县医保局负责、县财政局保障资金）", ["县医保局 responsible", "县财政局 responsible"]),
    ("局老龄科牵头，各单位按月更新台账。", ["局老龄科 lead"]),
    ("2025年5月底前由市卫健局会同市财政局出台细则。", ["市卫健局 responsible", "市财政局 cooperating"]),
    ("市卫健局老龄科、基层科定期指导。", ["市卫健局老龄科 responsible", "基层科 responsible"]),
    ("（市卫健委、市民政局，2024年8月前）", ["市卫健委 responsible", "市民政局 responsible"]),
    ("（市卫健委负责，2025/3/31前完成）", ["市卫健委 responsible"]),
  ])
  func unitsOfASentenceAreRead(_ sentence: String, _ units: [String]) throws {
    let sentence = sentence.hasPrefix("（") ? "做好工作。" + sentence : sentence
    #expect(try Sample.units(sentence) == units)
  }

  @Test(arguments: [
    ("责任单位（牵头）\t责任单位（参与）", "lead", "cooperating"),
    ("责任单位(牵头)\t责任单位(配合)", "lead", "cooperating"),
    ("第一责任单位\t协办单位", "lead", "cooperating"),
    ("责任单位（部门）\t备注", "responsible", ""),
  ])
  func aBracketInTheHeadOfAColumnSaysTheRole(
    _ heads: String, _ first: String, _ second: String
  ) throws {
    let reading = try read("序号\t任务\t\(heads)\n1\t建设甲中心\t市卫健委\t市财政局\n2\t建设乙中心\t市医保局\t市民政局")
    let roles = reading.clauses.map { $0.departments.map { $0.value.role.rawValue } }
    let wanted = [first] + (second.isEmpty ? [] : [second])
    #expect(roles == [wanted, wanted])
  }

  @Test func whoRunsASiteAnswersForNothing() throws {
    let reading = try read(
      "1．建设甲中心。（市卫健委负责）\n相关链接：省卫健委\n主办单位：市政府办公室　承办单位：市数据中心　晋ICP备05000000号")
    let units = reading.clauses.flatMap { $0.departments.map(\.value.name) }
    #expect(units == ["市卫健委"])
  }

  @Test func whatASentenceNamesIsToBeChecked() throws {
    let findings = try read("一、市委督查室、市政府督查室定期督查。").findings
    #expect(findings.map(\.check) == ["unit-from-sentence"])
    #expect(findings.first?.words == "市委督查室、市政府督查室")
  }

  @Test func theSameAsAboveIsWhatStandsAbove() throws {
    let reading = try read(
      "序号\t任务\t责任单位\t完成时限\n1\t建设甲\t市卫健委、市财政局\t2024年12月底\n2\t建设乙\t同上\t同上\n3\t建设丙\t〃\t2025年6月底")
    #expect(
      reading.clauses.map { $0.departments.map(\.value.name) }
        == Array(
          repeating: ["市卫健委", "市财政局"], count: 3))
    #expect(
      reading.clauses.map { $0.deadlines.map { $0.value.due?.description } }
        == [["2024-12-31"], ["2024-12-31"], ["2025-06-30"]])
    #expect(reading.findings.isEmpty)
  }

  // MARK: Numbering

  @Test(arguments: [
    "一、监管\n1．建立清单。（市医保局负责）\n2．100%完成整改。（市财政局负责）",
    "一、监管\n1．20项行为列入清单。（市医保局负责）\n2．100%完成整改。（市财政局负责）",
    "一、监管\n1.建立清单。（市医保局负责）\n2.100%完成整改。（市财政局负责）",
    "一、监管\n行动一：建立清单。（市医保局负责）\n行动二：完成整改。（市财政局负责）",
    "一、监管\n任务1：建立清单。（市医保局负责）\n任务2：完成整改。（市财政局负责）",
  ])
  func everyItemIsAClause(_ text: String) throws {
    let units = try read(text).clauses.map { $0.departments.map(\.value.name) }
    #expect(units == [["市医保局"], ["市财政局"]])
  }

  @Test func numbersGoOnBehindAHeading() throws {
    let reading = try read(
      "一、甲\n1.做好。（市医保局负责）\n2.做好。（市医保局负责）\n二、乙\n3.2025年3月底前做好。（市财政局负责）\n4.做好。（市财政局负责）")
    #expect(reading.clauses.map(\.path) == ["1", "2", "3", "4"])
    #expect(reading.clauses[2].deadlines.map { $0.value.due?.description } == ["2025-03-31"])
  }

  @Test(arguments: ["1.做好甲。（市卫健委负责）\n2.", "1．做好甲。（市卫健委负责）\n2．"])
  func theNumberIsNoPartOfTheDay(_ number: String) throws {
    let clauses = try read("一、任务\n\(number)10月底前做好乙。（市财政局负责）").clauses
    #expect(clauses.last?.deadlines.map { $0.value.due?.description } == ["2024-10-31"])
  }

  @Test(arguments: ["工程一、二期", "任务1.5亿元", "项目一起推进", "行动一致", "改革2024年"])
  func wordsWithNumbersAreNoNumbering(_ line: String) {
    #expect(Marker.read(scalars(line), at: 0, limit: scalars(line).count) == nil)
  }

  @Test func itemsThatGoOnCountingAreClausesThoughOnlyTheLastHasANote() throws {
    let reading = try read(
      "一、甲\n（一）做好。（市医保局负责）\n（二）做好。（市医保局负责）\n二、乙\n（三）做好。\n（四）做好。（市财政局负责）")
    #expect(reading.clauses.map(\.path) == ["1", "2", "3", "4"])
  }

  @Test func aHeadingInATableIsNoSecondHeader() throws {
    let reading = try read("序号\t任务\t牵头部门\t责任部门\t时限\n一、推进三医协同\n1\t做好\t市医保局\t市卫健局\t2024年9月底")
    #expect(reading.clauses.map { $0.departments.map(\.value.name) } == [["市医保局", "市卫健局"]])
    #expect(reading.findings.isEmpty)
  }

  // MARK: Days

  @Test(arguments: [
    ("今年第三季度完成。", ["2024-09-30"]), ("2025年Q1完成。", ["2025-03-31"]),
    ("2025年Q1、Q3各开展一次。", ["2025-03-31", "2025-09-30"]),
    ("2025年一季度、三季度各开展一次。", ["2025-03-31", "2025-09-30"]),
    ("2024-2026年分步实施。", ["2026-12-31"]),
    ("2024年、2025年分别完成50%、100%。", ["2024-12-31", "2025-12-31"]),
    ("三季度完成。", ["2024-09-30"]), ("力争今年上半年落地。", ["2024-06-30"]),
    ("2025-2026年度各县补充人员。", ["2026-12-31"]), ("每年3月、9月各开展一次。", ["2024-03-31", "2024-09-30"]),
  ])
  func daysOfASentenceAreRead(_ sentence: String, _ due: [String]) throws {
    let clause = try read("一、做好工作。\(sentence)（市卫健委负责）").clauses[0]
    #expect(clause.deadlines.compactMap { $0.value.due?.description } == due)
  }

  @Test(arguments: [
    ("2023年6月底前完成。", "date-in-the-past"), ("到2020年底，基本建成。", "date-in-the-past"),
    ("2026年2月30日前完成。", "no-such-day"), ("2025年向全市铺开。", "date-not-taken"),
    ("今年三季度铺开。", "date-not-taken"), ("6月至9月开展专项行动。", "date-not-taken"),
    ("2025年国庆节前完成。", "date-not-taken"), ("春节前完成。", "unread-deadline"),
    ("下月底前完成。", "unread-deadline"), ("其中2025年100名。", "date-not-taken"),
    ("全年完成。", "year-inferred"),
  ])
  func aDayThatCannotBeMeantIsAskedAbout(_ sentence: String, _ check: String) throws {
    let reading = try read("一、做好工作。\(sentence)（市卫健委负责）")
    #expect(reading.findings.map(\.check) == [check])
  }

  @Test(arguments: ["落实2023年底前已出台的政策。", "按照2025年工作要点执行。", "2023年以来成效明显。"])
  func whatIsOnlyToldIsNotAskedAbout(_ sentence: String) throws {
    #expect(try read("一、做好工作。\(sentence)（市卫健委负责）").findings.isEmpty)
  }

  // MARK: Targets

  @Test func aTableOfTargetsMayNameUnitsAndABase() throws {
    let reading = try read(
      "序号\t指标\t单位\t基数\t2024年目标\t2025年目标\t责任单位\n1\t县域内就诊率\t%\t85\t88\t90\t市卫健委")
    #expect(reading.targets.map(\.target.year) == [2024, 2025])
    #expect(reading.targets.map(\.target.value) == [88, 90])
    #expect(reading.targets.map(\.target.unit) == ["%", "%"])
    #expect(reading.targets.map(\.base) == [85, 85])
    #expect(reading.findings.map(\.check) == ["units-of-targets"])
    #expect(reading.findings.first?.words == "县域内就诊率：市卫健委")
  }
}
