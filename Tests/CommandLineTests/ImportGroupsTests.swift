import Foundation
import Reform
import TestSupport
import Testing

@Suite struct ImportGroupsTests {
  let program: Program
  let today = ["--today", "2024-03-01"]

  init() throws {
    program = try Program()
    try program.with(.bundled)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = program.scratch.file(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func run(_ arguments: String...) throws -> Program.Result {
    try program.run(arguments + today)
  }

  private let money = """
    运城市医保总额预算结算表,,,,,
    单位：万元,,,,,
    县（市、区）,年度,年度总额预算,1月预拨,2月预拨,实际发生
    盐湖区,2023,"55,770.13",4000,4000.5,54256.32
    临猗县,2023,31100,2000,2000,31500.0000001
    合计,,86870.13,6000,6000.5,85756.32
    """

  @Test func moneyIsReadInItsUnitAndSettled() throws {
    let path = try file("结算.csv", money)
    let entered = try run("import", "settlements", path)
    #expect(entered.code == 1 && entered.output.contains("F5") && entered.output.contains("不到分"))
    let mended = try file("结算.csv", money.replacing("31500.0000001", with: "31500"))
    let result = try run("import", "settlements", mended)
    #expect(result.code == 0 && result.output.contains("已登记 8 条"), "\(result.output)")
    let json = try JSON(run("settle", "盐湖区", "--year", "2023", "--json").output)
    #expect(json["budget"].number == 55_770_130_000)
    #expect(json["balance"].number == 1_513_810_000)
    #expect(json["advances"]["2"].number == 4_000_500_000)
    let again = try run("import", "settlements", mended)
    #expect(again.code == 0 && again.output.contains("没有新内容"))
  }

  @Test func aTakenBackImportLeavesTheLedgerAsBefore() throws {
    let path = try file("a.csv", "县,年度,预算\n盐湖区,2023,100\n")
    let result = try JSON(run("import", "settlements", path, "--json").output)
    let act = try #require(result["act"].number)
    #expect(result["entered"].number == 1)
    #expect(try run("import", "settlements", "--take-back", "\(act)").code == 0)
    let settled = try run("settle", "盐湖区", "--year", "2023")
    #expect(settled.code == 1)
  }

  @Test(arguments: [
    ("县,年度,预算\n盐湖区,2023,-5\n", "C2", "负数"),
    ("县,年度,预算\n盐湖,2023,很多\n", "C2", "不是数字"),
    ("县,年度,预算（万元）\n盐湖,2023,9999999999999\n", "C2", "超过"),
    ("县,年度,预算\n盐胡区,2023,5\n", "A2", "是不是“盐湖区”"),
    ("县,年度,预算\n运城市,2023,5\n", "A2", "不是县"),
    ("市,县,年度,预算\n长治市,盐湖区,2023,5\n", "A2", "不属于长治市"),
    ("县,年度,预算\n盐湖区,2023,5\n盐湖区,2023,6\n", "C3", "第 2 行已有"),
    ("县,预算\n盐湖区,5\n", "2", "不知道是哪一年"),
    ("县,年度,预算\n城区,2023,5\n", "A2", "不止一个"),
    ("县,年度,预算,超支基金承担比例\n盐湖区,2023,5,120\n", "D2", "0 到 100"),
    ("什么,都,没有\n1,2,3\n", "x.csv", "找不到表头"),
  ])
  func badMoneyIsToldWithItsPlaceAndNothingIsEntered(
    text: String, place: String, words: String
  ) throws {
    let path = try file("x.csv", text)
    let result = try run("import", "settlements", path)
    #expect(result.code == 1, "\(result.output)")
    #expect(result.output.contains(place) && result.output.contains(words), "\(result.output)")
    #expect(result.complaint.contains("没有登记任何内容"))
    #expect(try run("settle", "盐湖区", "--year", "2023").code == 1)
  }

  private let groups = """
    县,集团名称,牵头医院,成员机构,层级,加入日期,离开日期
    沁县,沁县医疗集团,沁县人民医院,沁县人民医院,县级,,
    沁县,,,界河卫生院,乡级,2018-01-01,2023年6月30日
    武乡县,武乡县医疗集团,武乡县人民医院,界河卫生院,乡级,2023/7/1,
    """

  @Test func groupsComeInAndMovesInMidYearAreTold() throws {
    let path = try file("集团.csv", groups)
    let result = try run("import", "groups", path)
    #expect(result.code == 0, "\(result.output)\(result.complaint)")
    #expect(result.output.contains("2023-06-30 离开沁县，2023-07-01 加入武乡县"))
    let shown = try JSON(run("groups", "沁县", "--json").output)
    #expect(shown["name"].text == "沁县医疗集团" && shown["members"].items.count == 2)
  }

  @Test(arguments: [
    ("2023年6月30日", "", "D4", "同时在"), ("2018-01-01", "一月", "F3", "不是日期"),
    ("乡级,2018", "厂办,2018", "E3", "不认识"),
    ("武乡县,武乡县医疗集团,武乡县人民医院", "沁县,另一集团,另一医院", "B4", "第 2 行已有"),
    ("2018-01-01", "2024-01-01", "D3", "早于"),
    ("武乡县医疗集团,武乡县人民医院", "武乡县医疗集团,", "C4", "同时填"),
  ])
  func badGroupsAreToldWithTheirPlace(
    wrong: String, with: String, place: String, words: String
  ) throws {
    let text = groups.replacing(wrong, with: with)
    let result = try run("import", "groups", try file("集团.csv", text))
    #expect(result.code == 1, "\(result.output)")
    #expect(result.output.contains(place) && result.output.contains(words), "\(result.output)")
    #expect(try JSON(run("groups", "武乡县", "--json").output)["name"].isNull)
  }

  @Test func aGroupInTwoFilesIsRefused() throws {
    let one = try file("一.csv", groups)
    let two = try file("二.csv", groups.replacing("沁县医疗集团", with: "别的集团"))
    let result = try run("import", "groups", one, two)
    #expect(result.code == 1 && result.output.contains("一.csv 里已有"))
  }

  @Test func aMemberThatTheLedgerHasSinceADayNeedsNoDayAgain() throws {
    #expect(try run("import", "groups", try file("一.csv", groups)).code == 0)
    let text = "县,成员机构,层级\n武乡县,界河卫生院,乡级\n"
    let again = try run("import", "groups", try file("二.csv", text))
    #expect(again.code == 0 && again.output.contains("没有新内容"), "\(again.output)")
  }
}

extension ImportGroupsTests {
  @Test func theFormsThatAreWrittenComeBackUnchanged() throws {
    let bare = ["--ledger", try TestLedger.bundled.make(in: program.scratch, named: "copy.sqlite")]
    let (money, groups) = (program.scratch.file("钱.csv"), program.scratch.file("团.csv"))
    try program.with(.sample)
    let wrote = try program.run(
      "template", "settlements", "--year", "2022", "--to", money, "--place", "运城", "--sample")
    #expect(wrote.code == 0, "\(wrote.complaint)")
    #expect(
      try program.run("template", "groups", "--to", groups, "--place", "长治", "--sample").code == 0)
    for arguments in [["import", "settlements", money], ["import", "groups", groups]] {
      let result = try program.run(arguments + bare + today)
      #expect(result.code == 0, "\(result.output)\(result.complaint)")
    }
    let settle = ["settle", "运城", "--year", "2022", "--json"]
    let copied = try JSON(program.run(settle + bare + today).output).items
    let original = try JSON(program.run(settle + ["--sample"]).output).items
    #expect(copied.count == 13)
    #expect(copied.map { $0["budget"].number } == original.map { $0["budget"].number })
    #expect(copied.map { $0["balance"].number } == original.map { $0["balance"].number })
    let shown = try JSON(program.run(["groups", "沁县", "--json"] + bare + today).output)
    #expect(shown["moves"].items.count == 1)
  }
}

extension ImportGroupsTests {
  private var scores: String {
    """
    县,年度,类别,就医和诊疗秩序,医疗卫生服务能力,医疗卫生资源利用,医保基金使用效能,总分,考核结果
    山西省,2023,权重,30,30,20,20,,
    盐湖区,2023,得分,90,80,70,60,77,良好
    """
  }

  @Test func anAssessmentComesInOnceAndNothingOfItWhereOneCellIsWrong() throws {
    let wrong = try file("错.csv", scores.replacing("30,30,20", with: "30,30,30"))
    let barred = try run("import", "assessments", wrong)
    #expect(barred.code == 1 && barred.output.contains("加起来是 110"), "\(barred.output)")
    let path = try file("考核.csv", scores)
    let dry = try JSON(run("import", "assessments", path, "--dry-run", "--json").output)
    #expect(dry["errors"].number == 0 && dry["act"].isNull && dry["files"][0]["facts"].number == 6)
    let entered = try run("import", "assessments", path)
    #expect(entered.code == 0 && entered.output.contains("已登记 6 条"), "\(entered.output)")
    let again = try run("import", "assessments", path)
    #expect(again.code == 0 && again.output.contains("没有新内容"))
    let shown = try JSON(run("groups", "盐湖区", "--json").output)["assessments"][0]
    #expect(shown["total"].number == 77 && shown["verdict"].text == "良好")
    #expect(shown["source"]["clause"].text == "2.2.4" && shown["rejected"].items.count == 1)
  }

  @Test func scoresThatDoNotCountAskFirstAndAreKept() throws {
    let path = try file("旧.csv", "县,年度,医疗质量\n沁县,2022,88\n")
    let held = try run("import", "assessments", path)
    #expect(held.code == 1 && held.output.contains("只管运城市"), "\(held.output)")
    #expect(try run("import", "assessments", path, "--accept-warnings").code == 0)
    let shown = try run("groups", "沁县")
    #expect(shown.output.contains("另按其他规定登记，不计入") && shown.output.contains("88"))
  }

  @Test func theSelectionForPaymentByHeadGovernsTheSettlement() throws {
    let path = try file(
      "试点.csv",
      "县,年度,预算,实际发生,按人头打包付费试点,试点起始年,试点佐证\n沁县,2024,100,120,是,2023,卫健函〔2023〕1号\n")
    #expect(try run("import", "settlements", path).code == 0)
    let settled = try JSON(run("settle", "沁县", "--year", "2024", "--json").output)
    #expect(settled["rule"]["source"]["clause"].text == "2.5.2", "\(settled)")
    let list = try run("settle", "长治", "--year", "2024", "--csv")
    #expect(
      list.code == 0 && list.output.contains("沁县,100.00,,120.00,-20.00"), "\(list.output)")
    #expect(try run("settle", "长治", "--year", "2024", "--csv", "--json").code == 2)
  }

  @Test func aTotalThatCannotBeCheckedIsToldAndHoldsNothingUp() throws {
    let path = try file("a.csv", "县,年度,预算\n盐湖区,2022,100\n盐湖区,2023,100\n合计,,200\n")
    let result = try run("import", "settlements", path)
    #expect(result.code == 0 && result.output.contains("说明 a.csv 第 4 行"), "\(result.output)")
    #expect(result.output.contains("已登记 2 条"))
  }

  @Test func formsOfAssessmentsAndEvidenceAreWrittenAsWorkbooksAndComeBack() throws {
    try program.with(.sample)
    let today = ["--today", "2024-12-06"]
    let bare = ["--ledger", try TestLedger.bundled.make(in: program.scratch, named: "copy.sqlite")]
    for (form, more) in [("assessments", ["--year", "2023"]), ("evidence", ["--list", "all"])] {
      let path = program.scratch.file("\(form).xlsx")
      let wrote = try program.run(
        ["template", form, "--to", path, "--place", "长治", "--sample"] + more)
      #expect(wrote.code == 0, "\(wrote.complaint)")
      let result = try program.run(["import", form, path] + bare + today)
      #expect(result.code == 0 && result.output.contains("标为示例"), "\(result.output)")
    }
    let shown = try JSON(program.run(["groups", "沁县", "--json"] + bare + today).output)
    let original = try JSON(program.run("groups", "沁县", "--json", "--sample").output)
    #expect(shown["sixUnifiedDone"].number == original["sixUnifiedDone"].number)
    #expect(
      shown["assessments"].items.first { $0["year"].number == 2023 }?["total"].number
        == original["assessments"].items.first { $0["year"].number == 2023 }?["total"].number)
  }

  @Test(arguments: [
    (["template", "evidence", "--to", "x.pdf"], ".xlsx"),
    (["template", "evidence", "--list", "七统一", "--to", "x.csv"], "没有叫“七统一”的清单"),
    (["template", "assessments", "--year", "2018", "--to", "x.csv"], "从 2019 年起有"),
    (["import", "assessments", "x.csv", "--year", "20"], "--year"),
  ])
  func wrongWordsOfFormsGetASentence(arguments: [String], words: String) throws {
    let result = try program.run(arguments)
    #expect(result.code == 2 && result.complaint.contains(words), "\(result.complaint)")
  }
}
