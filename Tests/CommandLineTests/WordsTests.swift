import TestSupport
import Testing

/// What is wrong with a command line is said in one language.
@Suite struct WordsTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.with(.bundled)
  }

  @Test(arguments: [
    (["tasks", "--nope"], "没有选项 --nope。"),
    (["tasks", "--plac", "长治"], "没有选项 --plac；是不是 --place？"),
    (["tasks", "x y"], "多写了“x y”。"), (["tasks", "x", "y"], "多写了 2 项：x、y。"),
    (["tasks", "--place"], "--place <place> 后面缺少内容。"), (["mark"], "缺少 <task>。"),
    (["mark", "annex-8"], "缺少 --status <status>。"),
    (["history", "--limit", "many"], "--limit <limit> 不能写“many”。"),
    (["tasks", "--json=yes"], "选项 --json 后面不写内容，却写了“yes”。"),
  ])
  func aComplaintOfTheParserIsChinese(arguments: [String], words: String) throws {
    let result = try program.run(arguments)
    #expect(result.code == 2 && result.output.isEmpty)
    // The help that it points to is that of the command.
    let help = try #require(arguments.first)
    #expect(result.complaint == "yigai: 命令有误：\(words)用 yigai \(help) --help 看用法。\n")
  }

  @Test(arguments: [
    (["papers", "remindr", "--to", "out"], "papers", "reminder、brief、ledger"),
    (["papers", "remindr"], "papers", "minutes、templates"),
    (["slips", "isue"], "slips", "propose、issue、receive"),
    (["meeting", "lst"], "meeting", "list、show"),
    (["--lang", "zh", "import", "documnt"], "import", "document、figures"),
  ])
  func aCommandBelowAnotherThatIsNotThereIsNamedWithThoseThatAre(
    arguments: [String], command: String, known: String
  ) throws {
    let result = try program.run(arguments)
    #expect(result.code == 2 && result.output.isEmpty)
    let word = arguments.first {
      !["papers", "slips", "--lang", "zh", "meeting", "import"].contains($0)
    }
    #expect(
      result.complaint.hasPrefix(
        "yigai: 命令有误：yigai \(command) 后面没有“\(word ?? "")”，只有 "))
    #expect(result.complaint.contains(known), "\(result.complaint)")
    #expect(result.complaint.hasSuffix("。用 yigai \(command) --help 看用法。\n"))
  }

  @Test(arguments: [
    (["mark", "annex-8", "--status", "销号"], "已销号（signedOff）、暂缓（suspended）"),
    (["tasks", "--signal", "紫"], "红（red）"), (["slips", "--level", "橙"], "黄"),
  ])
  func aValueThatIsNotThereIsRefusedWithTheChineseOnes(
    arguments: [String], known: String
  ) throws {
    let result = try program.run(arguments)
    #expect(result.code == 2 && result.complaint.contains(known), "\(result.complaint)")
  }

  /// Between English words no full-width sign stands.
  @Test(arguments: [
    ["config"], ["config"], ["check"],
    ["mark", "annex-8", "--status", "done", "--place", "临汾", "--note", "agreed", "--by", "Li"],
    ["task", "leave-out", "annex-9", "--reason", "no more", "--by", "Li"],
    ["task", "left-out"],
    ["slips", "issue", "--task", "jyg-2019-1/17", "--place", "太原", "--by", "Li"],
  ])
  func englishHasEnglishPunctuation(arguments: [String]) throws {
    let result = try program.run(arguments + ["--lang", "en"])
    #expect(result.code == 0, "\(result.complaint)")
    let said = result.output + result.complaint
    #expect(!said.contains(/[：，。；、（）]/), "\(said)")
  }

  @Test func inEnglishItIsEnglish() throws {
    let result = try program.run("tasks", "--nope", "--lang", "en")
    #expect(result.complaint == "yigai: Unknown option '--nope'. See yigai tasks --help.\n")
  }

  @Test func aDepartmentThatNobodyHasIsRefusedWithThoseLikeIt() throws {
    let none = try program.run("tasks", "--department", "不存在")
    #expect(none.code == 2 && none.complaint.contains("没有叫“不存在”的部门"))
    let like = try program.run("tasks", "--department", "医保")
    #expect(like.code == 2 && like.complaint.contains("省医保局"), "\(like.complaint)")
    #expect(try program.run("tasks", "--department", "省医保局").code == 0)
  }

  @Test func aYearFarAheadIsRefused() throws {
    let path = program.scratch.file("x.xlsx")
    let result = try program.run("template", "figures", "--year", "3000", "--to", path)
    #expect(result.code == 2 && result.complaint.contains("--year 3000 还早"))
  }

  @Test(arguments: [
    ("长治市上党区", "140404"), ("长治上党", "140404"), ("山西省长治市上党区", "140404"), ("dt", "140200"),
    ("taiyuan", "140100"),
  ])
  func aPlaceIsFoundAsOnTheScreen(name: String, code: String) throws {
    let place = try JSON(program.run("places", name, "--json").output)
    #expect(place["code"].text == code)
  }

  @Test func initialsOfACityAndItsCountyMeanTheCityAndSaySo() throws {
    for looking in [["places", "--place", "cz"], ["places", "cz"]] {
      let result = try program.run(looking + ["--json"])
      #expect(try JSON(result.output)["code"].text == "140400")
      #expect(result.complaint == "yigai: “cz”按长治市办；也可能是 140428 长治长子县，要看它请用代码。\n")
    }
  }

  @Test func whereSomethingIsEnteredInitialsOfSeveralAreAskedAbout() throws {
    let mark = ["mark", "annex-8", "--status", "done", "--place", "cz"]
    let zh = try program.run(mark)
    #expect(zh.code == 2 && zh.complaint.contains("140400 山西长治市、140428 长治长子县"))
    let en = try program.run(mark + ["--lang", "en"])
    #expect(en.code == 2 && en.complaint.contains("140400 Changzhi in Shanxi, 140428 Zhangzi"))
    #expect(try program.run("tasks", "--place", "城区").code == 2)
  }

  @Test func aCommandThatIsNotThereIsNamed() throws {
    let zh = try program.run("taks")
    #expect(zh.code == 2 && zh.complaint == "yigai: 命令有误：没有命令“taks”。用 yigai --help 看用法。\n")
    let en = try program.run("--lang", "en", "taks")
    #expect(en.complaint == "yigai: There is no command “taks”. See yigai --help.\n")
    let option = try program.run("--sample", "--language", "en")
    #expect(option.complaint.contains("没有选项 --language") && option.code == 2)
  }
}
