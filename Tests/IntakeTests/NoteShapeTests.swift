import Reform
import Testing

@testable import Intake

/// Notes and days in unusual dress: behind dashes, with what each does, as in the line above.
struct NoteShapeTests {
  private static let head = "云川省卫生健康委员会关于做好工作的通知\n云卫发〔2025〕2号\n2025年1月16日\n"

  private func read(_ text: String) throws -> DocumentReading {
    try Sample.read(Self.head + text + "\n")
  }

  // MARK: Units

  @Test(arguments: [
    ("做好。——县医保中心", ["县医保中心 responsible"]),
    ("做好。——县卫体局牵头，县委编办、县人社局配合", ["县卫体局 lead", "县委编办 cooperating", "县人社局 cooperating"]),
    ("做好。——这是民生工程", []),
    (
      "做好。（县医保局，县财政局，县卫健局：分别负责政策、资金、服务）",
      ["县医保局 responsible", "县财政局 responsible", "县卫健局 responsible"]
    ),
    ("做好。〔县医保中心：制定细则；县医疗集团：抓好落实〕", ["县医保中心 responsible", "县医疗集团 responsible"]),
    ("做好。（责任单位：县执法队会同各医疗卫生单位）", ["县执法队 responsible", "各医疗卫生单位 cooperating"]),
    ("做好。（市卫健局负责，市中医院技术支持）", ["市卫健局 responsible", "市中医院 cooperating"]),
    ("做好。（责任单位：各家庭医生团队所在单位）", ["各家庭医生团队所在单位 responsible"]),
    (
      "做好。责任单位：县文旅局、县卫健局、县融媒体中心（排第一位的为牵头单位）",
      ["县文旅局 lead", "县卫健局 cooperating", "县融媒体中心 cooperating"]
    ),
    ("市人民医院要完成改造，牵头科室为妇幼科。", ["妇幼科 lead", "市人民医院 responsible"]),
    ("由市妇幼保健院具体承担，市民政局积极配合。", ["市妇幼保健院 responsible", "市民政局 cooperating"]),
    ("市卫健局抓总，市人民医院具体落实。", ["市卫健局 lead", "市人民医院 responsible"]),
    (
      "由区卫健局基层科牵头、区医保局待遇科配合，确定目录。", ["区卫健局基层科 lead", "区医保局待遇科 cooperating"]
    ),
    ("由基层指导科（托育办）负责。", ["基层指导科(托育办) responsible"]),
    ("请市财政局于5月20日前拨付，请市妇联协助做好宣传。", ["市妇联 cooperating", "市财政局 responsible"]),
    ("做好。责任单位及责任人：市卫健局", ["市卫健局 responsible"]),
    ("区医保局：负责统筹推进，会同区财政局测算资金。", ["区医保局 responsible", "区财政局 cooperating"]),
    ("做好。（市医保局牵头，落实省级部署）", ["市医保局 lead"]),
    (
      "做好。（责任单位：县卫健局、县应急局（共同牵头），县公安局、县交通局（配合））",
      ["县卫健局 lead", "县应急局 lead", "县公安局 cooperating", "县交通局 cooperating"]
    ),
    ("做好。（集团质控中心、公共卫生管理中心）", ["集团质控中心 responsible", "公共卫生管理中心 responsible"]),
    ("做好。（县疾控中心、县水利局，5月底、9月底）", ["县疾控中心 responsible", "县水利局 responsible"]),
    (
      "做好。（洪水镇、蟠龙镇等有关乡镇党委政府负责）",
      ["洪水镇 responsible", "蟠龙镇 responsible", "有关乡镇党委政府 responsible"]
    ),
    (
      "做好。（县民政局、县市场监管局，县消防救援大队配合）",
      ["县民政局 responsible", "县市场监管局 responsible", "县消防救援大队 cooperating"]
    ),
    ("做好。责任：各乡镇卫生院；指导：县卫健局", ["各乡镇卫生院 responsible", "县卫健局 responsible"]),
  ])
  func unitsAreRead(_ sentence: String, _ units: [String]) throws {
    #expect(try Sample.units(sentence) == units)
  }

  @Test func asAboveIsReadInLabels() throws {
    let reading = try read(
      "问题1：甲\n责任单位：县卫健局牵头，县教育局配合\n整改时限：6月底\n问题2：乙\n责任单位：同上\n整改时限：同上")
    let units = reading.clauses.map { $0.departments.map { "\($0.value.name) \($0.value.role)" } }
    #expect(units == Array(repeating: ["县卫健局 lead", "县教育局 cooperating"], count: 2))
    #expect(reading.clauses.map { $0.deadlines.count } == [1, 1])
  }

  @Test func aColumnOfUnitsAndPeopleIsRead() throws {
    let reading = try read("序号\t整改措施\t牵头科室及责任人\t责任单位\t整改期限\n1\t修订路径\t医政科\t区人民医院\t2025年7月底")
    #expect(reading.clauses.map { $0.departments.map(\.value.name) } == [["医政科", "区人民医院"]])
  }

  @Test func aReportAskedOfAllIsNoPartOfTheLastItem() throws {
    let reading = try read(
      "一、甲。由市医保局负责做好有关工作，确保取得实效。\n二、乙。由市财政局负责做好有关工作，确保取得实效和长远成效。\n各单位落实情况请于2025年12月5日前报市卫健局。")
    #expect(reading.clauses.map { $0.departments.map(\.value.name) } == [["市医保局"], ["市财政局"]])
    #expect(reading.clauses[1].deadlines.isEmpty)
    #expect(reading.findings.contains { $0.check == "left-out" })
  }

  @Test func aTitleMayEndWithItsPeriodAndTheDayStandBehindALabel() throws {
    let reading = try Sample.read(
      "云川市卫生健康局任务清单（2026年第一季度）\n制表单位：云川市卫生健康局　制表日期：2026年1月8日\n"
        + "序号\t任务\t责任科室\t完成时限\n1\t开展检查\t安监科\t1月20日前\n2\t做好宣传\t宣传科\t3月25日\n")
    #expect(reading.head.title == "云川市卫生健康局任务清单（2026年第一季度）")
    #expect(reading.head.issued?.description == "2026-01-08")
    #expect(reading.clauses.map(\.path) == ["1", "2"])
  }

  @Test func theOfficeThatHeadsASectionAnswersForItsTasks() throws {
    let reading = try read("一、县卫健局\n1.制定预案。\n2.组织培训。\n二、县教科局\n3.开展演练。\n三、县疾控中心\n4.发布报告。")
    #expect(
      reading.clauses.map { $0.departments.map(\.value.name) }
        == [["县卫健局"], ["县卫健局"], ["县教科局"], ["县疾控中心"]])
    #expect(reading.findings.isEmpty)
  }

  @Test func rowsWithNumbersOfTwoPartsKeepThem() throws {
    let reading = try read("编号\t任务\t责任单位\n1.1\t做好甲\t县医保局\n1.2\t做好乙\t县财政局\n2.1\t做好丙\t县卫健局")
    #expect(reading.clauses.map(\.path) == ["1.1", "1.2", "2.1"])
  }

  @Test func unitsBeforeAColonOnSeveralLinesAreTasks() throws {
    let reading = try read("一、职责分工\n市医保局：负责统筹协调，8月10日前完成培训。\n市人社局：协调做好社保卡激活。\n市卫健局：负责考核。")
    #expect(
      reading.clauses.map { $0.departments.map(\.value.name) } == [["市医保局"], ["市人社局"], ["市卫健局"]])
  }

  @Test func anItemWithoutANoteCountsAmongThoseThatHaveOne() throws {
    let reading = try read(
      "一是抓项目。做好甲，责任单位：市人民医院。\n二是抓整改。做好乙，责任单位：局属各单位。\n三是抓迎检。各单位要做好自查，由局爱卫办牵头，做好丙。\n四是抓预算。做好丁，责任科室：规财科。"
    )
    #expect(
      reading.clauses.map { $0.departments.map(\.value.name) }
        == [["市人民医院"], ["局属各单位"], ["局爱卫办", "各单位"], ["规财科"]])
  }

  @Test func whomASentenceChargesBesideItsNoteIsTold() throws {
    let reading = try read("一、做好甲。由市财政局负责保障经费。（市卫健局牵头）")
    #expect(reading.clauses[0].departments.map(\.value.name) == ["市卫健局"])
    #expect(reading.findings.filter { $0.check == "unit-in-text" }.map(\.words) == ["市财政局"])
  }

  // MARK: Days

  @Test(arguments: [
    ("2025—2027年每年为基层培养医学生10名。", ["2027-12-31"]),
    ("2025、2026、2027年分别达到10名、20名、30名。", ["2025-12-31", "2026-12-31", "2027-12-31"]),
    ("2025年培养10名，2026年20名，2027年30名。", ["2025-12-31", "2026-12-31", "2027-12-31"]),
    ("市人民医院2025年建成肿瘤科，2026年建成精神科。", ["2025-12-31", "2026-12-31"]),
    ("就诊率2025年达到60%，2027年达到70%。", ["2025-12-31", "2027-12-31"]),
    ("次年3月底前完成清算。", ["2026-03-31"]), ("全年完成1800例。", ["2025-12-31"]),
    ("上半年、下半年各完成10个。", ["2025-06-30", "2025-12-31"]),
    ("5月、8月、11月各开展一次。", ["2025-05-31", "2025-08-31", "2025-11-30"]),
    ("上半年召开一次管委会会议，三季度迎接省级评审。", ["2025-06-30", "2025-09-30"]),
    ("改扩建项目2025年8月开工建设。", ["2025-08-31"]),
    ("10月22日前后集中宣传。", []), ("把每年9月第一周作为宣传周。", []), ("2026年13月底前完成。", []),
  ])
  func daysAreRead(_ sentence: String, _ due: [String]) throws {
    let clause = try read("一、做好工作。\(sentence)（市卫健委负责）").clauses[0]
    #expect(clause.deadlines.compactMap { $0.value.due?.description } == due)
  }

  @Test func theStagesOfAPlanHaveTheirDays() throws {
    let reading = try read(
      "一、组织实施\n（一）集中整改（9月6日—11月30日）。各单位逐项整改。\n（二）总结（12月1日—12月10日）。区卫健局组织考核。")
    #expect(
      reading.clauses.map { $0.deadlines.map { $0.value.due?.description } }
        == [["2025-11-30"], ["2025-12-10"]])
  }

  @Test(arguments: ["每两年评估一次。", "每隔三年评估一次。"])
  func whatComesOnceInYearsIsAskedAbout(_ sentence: String) throws {
    let reading = try read("一、做好工作。\(sentence)（市卫健委负责）")
    #expect(reading.findings.map(\.check) == ["unread-deadline"])
  }

  @Test func aBeginningInAFieldIsAskedAbout() throws {
    let reading = try read("序号\t工作任务\t牵头单位\t完成时限\n1\t免费筛查\t县妇幼保健院\t自5月1日起")
    #expect(reading.clauses.map(\.deadlines.count) == [0])
    #expect(reading.findings.map(\.check) == ["unread-deadline"])
  }

  @Test func numberAndDayMayShareALine() throws {
    let reading = try Sample.read(
      "云川县医疗保障局2025年工作台账\n云医保〔2025〕15号　　2025年3月25日\n序号|任务|责任股室|完成时限\n1|修订基准|法规股|5月底\n2|做好宣传|办公室|全年\n"
    )
    #expect(reading.head.number == "云医保〔2025〕15号")
    #expect(reading.head.issued?.description == "2025-03-25")
    #expect(
      reading.clauses.map { $0.deadlines.map { $0.value.due?.description } }
        == [["2025-05-31"], ["2025-12-31"]])
  }

  @Test func theAimOfAYearIsNoTime() throws {
    let reading = try read("序号\t项目\t年度目标任务\t牵头单位\t完成时限\n1\t卫生室\t改造40个村卫生室\t县卫健局\t2025年9月底")
    #expect(reading.findings.isEmpty)
    #expect(reading.clauses.map(\.deadlines.count) == [1])
  }

  @Test(arguments: [
    (
      "责任单位为省卫生健康委，参与单位为省医保局、省财政厅。", ["省卫生健康委 responsible", "省医保局 cooperating", "省财政厅 cooperating"]
    ),
    ("牵头单位为省医保局，配合单位为省财政厅。", ["省医保局 lead", "省财政厅 cooperating"]),
    ("此项工作由省卫生健康委牵头，省医保局配合。", ["省卫生健康委 lead", "省医保局 cooperating"]),
    ("该项工作由省卫生健康委牵头。", ["省卫生健康委 lead"]),
    ("本项任务由省卫生健康委负责，省医保局配合。", ["省卫生健康委 responsible", "省医保局 cooperating"]),
    ("由广州市政府牵头，佛山市政府配合。", ["广州市政府 lead", "佛山市政府 cooperating"]),
    ("（此项工作由省卫生健康委牵头，省医保局配合）", ["省卫生健康委 lead", "省医保局 cooperating"]),
  ])
  func whoLeadsIsSaidInAWholeSentence(_ sentence: String, _ units: [String]) throws {
    #expect(Set(try Sample.units("推进改革。完善制度。" + sentence)) == Set(units))
  }
}
