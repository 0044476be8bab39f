import Foundation
import TestSupport
import Testing

@Suite struct FilesTests {
  @Test func aNewLedgerIsMadePrivateWhereXDGSays() throws {
    let program = try Program()
    let result = try program.run("new", "--province", "山西")
    #expect(result.code == 0)
    let path = program.scratch.file("data/yigai/ledger.sqlite")
    #expect(permissions(of: path) == 0o600)
    #expect(permissions(of: program.scratch.file("data/yigai")) == 0o700)
    #expect(!FileManager.default.fileExists(atPath: program.scratch.file("home")))
  }

  @Test func withoutXDGItLiesInTheHome() throws {
    let program = try Program(["XDG_DATA_HOME": nil, "XDG_CONFIG_HOME": nil])
    _ = try program.run("new", "--province", "山西")
    #expect(permissions(of: program.scratch.file("home/.local/share/yigai/ledger.sqlite")) == 0o600)
    _ = try program.run("config")
    #expect(permissions(of: program.scratch.file("home/.config/yigai/config.toml")) == 0o600)
  }

  @Test func theConfigurationIsWrittenOnceAndLeftAlone() throws {
    let program = try Program()
    let path = program.scratch.file("config/yigai/config.toml")
    let first = try program.run("config")
    #expect(first.code == 0 && first.output.contains(path))
    #expect(permissions(of: path) == 0o600)
    let template = try #require(contents(of: path))
    let printed = try program.run("config", "--print").output
    #expect(template == printed)
    #expect(template.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    try "# mine\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try program.run("config").code == 0)
    #expect(contents(of: path) == "# mine\n")
  }

  @Test(arguments: [
    ("language = \"fr\"", 1), ("# x\n\ntheme = 3", 3), ("nonsense = 1", 1), ("mouse = \"yes\"", 1),
    ("ledger = \"own.sqlite\"", 1), ("province = \"浙西\"", 1), ("place = 3", 1),
    ("[keys]\nclose = [\"Foo\"]", 2), ("[keys]\nfly = [\"x\"]", 2), ("a = = b", 1),
    ("[keys]\nclose = [\"s\"]", 2),
  ])
  func aMistakeInTheConfigurationIsNamedWithItsLine(text: String, line: Int) throws {
    let program = try Program()
    try program.with(.bundled)
    let path = try program.scratch.write(text + "\n", to: "config/yigai/config.toml")
    let result = try program.run("config")
    #expect(result.code == 1)
    #expect(result.output.contains("\(path):\(line) "), "\(result.output)")
    for command in [["tasks"], ["history", "--json"], ["targets", "--csv"]] {
      let result = try program.run(command)
      #expect(result.code == 0)
      #expect(result.complaint.components(separatedBy: "\(path):\(line) ").count == 2)
    }
  }

  @Test(arguments: [("朝阳", "没有叫“朝阳”的地区"), ("城区", "不止一个")])
  func aPlaceThatTheLedgerDoesNotHaveIsTold(name: String, reason: String) throws {
    let program = try Program()
    try program.with(.bundled)
    let path = try program.scratch.write("place = \"\(name)\"\n", to: "config/yigai/config.toml")
    for command in [["tasks"], ["places", "--json"], ["shot", "overview"]] {
      let result = try program.run(command)
      #expect(result.code == 0)
      let told = "\(path):1 place = “\(name)”，看的是山西省："
      #expect(
        result.complaint.contains(told) && result.complaint.contains(reason), "\(result.complaint)")
    }
    #expect(try program.run("check").output.contains("\(path):1 place = “\(name)”"))
    try program.scratch.write("place = \"太原\"\n", to: "config/yigai/config.toml")
    #expect(try program.run("tasks").complaint.isEmpty)
  }

  @Test(arguments: ["\"\"", "\"rel.sqlite\"", "5"])
  func aLedgerThatIsNoneIsNamedWhereThereIsNoOther(value: String) throws {
    let program = try Program()
    let path = try program.scratch.write("ledger = \(value)\n", to: "config/yigai/config.toml")
    for command in [["tasks"], ["new", "--province", "山西"]] {
      let result = try program.run(command)
      #expect(result.code != 0 && result.complaint.contains("\(path):1：ledger 的值不对"), "\(result)")
    }
    let named = program.scratch.file("own.sqlite")
    #expect(try program.run("new", "--province", "山西", "--ledger", named).code == 0)
  }

  @Test func aProvinceThatIsNoneIsNamed() throws {
    let program = try Program()
    let path = try program.scratch.write("province = \"火星\"\n", to: "config/yigai/config.toml")
    let result = try program.run("new", "--ledger", program.scratch.file("own.sqlite"))
    #expect(result.code == 2 && result.complaint.contains("\(path):1：province 的值不对"), "\(result)")
  }

  @Test func everythingInTheTemplateIsTrue() throws {
    let program = try Program()
    let lines = try program.run("config", "--print").output.split(separator: "\n")
    let bare = lines.map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0[...] }
    let sections = ["[keys]", "[backup]", "[sharing]"]
    let isSetting = bare.filter {
      $0.contains(" = ") && $0.first?.isASCII == true || sections.contains(String($0))
    }
    #expect(isSetting.count > 40)
    try program.scratch.write(isSetting.joined(separator: "\n"), to: "config/yigai/config.toml")
    let result = try program.run("config")
    #expect(result.code == 0, "\(result.output)")
  }

  @Test func theConfigurationIsUsed() throws {
    let program = try Program()
    try program.with(.bundled)
    try program.scratch.write(
      "language = \"en\"\nname = \"医改办 王某\"\n", to: "config/yigai/config.toml")
    let result = try program.run("mark", "annex-8", "--status", "done", "--json")
    #expect(try JSON(result.output)["who"].text == "医改办 王某")
    #expect(try program.run("shot", "overview").output.contains("Progress of tasks"))
    #expect(try program.run("shot", "overview", "--lang", "zh").output.contains("任务进展"))
  }

  @Test(arguments: ["text", "folder", "missing"])
  func whatIsNoLedgerIsNamed(kind: String) throws {
    let program = try Program()
    let path =
      kind == "text"
      ? try program.scratch.write("not a ledger", to: "x.txt")
      : kind == "folder" ? program.scratch.path : program.scratch.file("missing.sqlite")
    let result = try program.run("tasks", "--read-only", "--ledger", path)
    #expect(result.code == 1 && result.complaint.contains(path))
    #expect(result.complaint.split(separator: "\n").count == 1)
  }
}

@Suite struct SampleTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.with(.sample)
  }

  @Test(arguments: [
    ["tasks"], ["tasks", "--csv"], ["history"], ["check"], ["shot", "overview"], ["shot", "tasks"],
    ["shot", "documents"], ["shot", "annex-9"], ["shot", "tasks", "--size", "60x16"],
    ["mark", "annex-8", "--status", "done"], ["shot", "overview", "--place", "长治"],
  ])
  func everythingSaysThatItIsMadeUp(arguments: [String]) throws {
    let result = try program.run(arguments + ["--sample"])
    #expect(result.code == 0)
    #expect(result.output.contains("示例"))
  }

  @Test func itIsPinnedToADay() throws {
    #expect(try program.run("shot", "overview", "--sample").output.contains("截至 2024-12-06"))
  }

  @Test func itIsMadeOnFirstUseBesideTheRealLedger() throws {
    let fresh = try Program()
    #expect(try fresh.run("check", "--sample").output.contains("台账完好"))
    #expect(permissions(of: fresh.scratch.file("data/yigai/sample.sqlite")) == 0o600)
    #expect(!FileManager.default.fileExists(atPath: fresh.scratch.file("data/yigai/ledger.sqlite")))
  }

  @Test func itIsTheSameAtEveryMaking() throws {
    let fresh = try Program()
    let one = try fresh.run("history", "--sample", "--json", "--limit", "100000").output
    let other = try program.run("history", "--sample", "--json", "--limit", "100000").output
    let isSame = one == other
    #expect(isSame && one.count > 100_000)
  }

  @Test func makingItAnewKeepsTheOldOneAside() throws {
    _ = try program.run("mark", "annex-8", "--status", "suspended", "--sample")
    #expect(try program.run("sample").code == 0)
    let aside = program.scratch.file("data/yigai/sample.sqlite.old")
    #expect(permissions(of: aside) == 0o600)
    let kept = try program.run("history", "--ledger", aside, "--json", "--limit", "1")
    #expect(try JSON(kept.output)[0]["status"].text == "suspended")
    #expect(try JSON(kept.output)[0]["who"].text == "tester")
  }
}

@Suite struct ShotTests {
  @Test func aShotIsTheScreenOfTheApp() throws {
    let program = try Program()
    try program.with(.sample)
    var setting = Walk.Setting()
    setting.ledger = .sample
    let walk = try Walk(setting)
    let overview = try program.run("shot", "overview", "--size", "80x24", "--sample")
    #expect(overview.output == walk.canvas.text + "\n")
    try walk.press("2 g c j")
    let keys = try program.run(
      "shot", "tasks", "--size", "80x24", "--sample", "--keys", "g c j")
    #expect(keys.output == walk.canvas.text + "\n")
  }

  @Test func aShotOfATaskOpensIt() throws {
    let program = try Program()
    try program.with(.bundled)
    let shot = try program.run("shot", "annex-9", "--size", "100x30", "--today", "2020-03-02")
      .output
    #expect(shot.contains("附件第9行"))
    #expect(shot.split(separator: "\n", omittingEmptySubsequences: false).count == 31)
    let clause = try program.run(
      "shot", "jyg-2019-1/1", "--size", "100x30", "--today", "2020-03-02")
    #expect(clause.output.contains("一把手抓医改"))
  }

  @Test func aShotEntersNothing() throws {
    let program = try Program()
    try program.with(.bundled)
    let shot = try program.run("shot", "annex-8", "--keys", "d")
    #expect(shot.code == 0 && shot.output.contains("只读"))
    #expect(try program.run("history", "--json").output == "[\n\n]\n")
  }

  @Test func anSVGIsAPicture() throws {
    let program = try Program()
    try program.with(.sample)
    let svg = try program.run("shot", "overview", "--sample", "--svg").output
    #expect(svg.hasPrefix("<svg") && svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("示例"))
  }
}

@Suite struct CheckTests {
  @Test func aSoundLedgerIsSaidToBeSound() throws {
    let program = try Program()
    let path = try program.with(.bundled)
    let result = try program.run("check")
    #expect(result.code == 0 && result.output.contains("台账完好") && result.output.contains(path))
    let english = try program.run("check", "--lang", "en")
    #expect(english.output.contains("the ledger is sound"))
  }

  @Test func checkingMakesNoLedger() throws {
    let program = try Program()
    let result = try program.run("check")
    #expect(result.code == 1 && result.complaint.contains("还没有台账"))
    #expect(!FileManager.default.fileExists(atPath: program.scratch.file("data")))
  }

  @Test func aDamagedLedgerIsFoundOut() throws {
    let program = try Program()
    let path = try program.with(.bundled)
    var bytes = try #require(FileManager.default.contents(atPath: path))
    for index in stride(from: bytes.count / 2, to: bytes.count, by: 2) { bytes[index] = 0x5A }
    try bytes.write(to: URL(fileURLWithPath: path))
    let result = try program.run("check")
    #expect(result.code == 1)
    #expect((result.output + result.complaint).contains("损坏"))
  }
}

@Suite struct HelpTests {
  @Test(arguments: [
    ["--help"], ["tasks", "--help"], ["help", "mark"], ["--version"], ["manual", "man"],
  ])
  func whatIsAskedForGoesToStandardOutput(arguments: [String]) throws {
    let program = try Program()
    let result = try program.run(arguments)
    #expect(result.code == 0 && !result.output.isEmpty && result.complaint.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: program.scratch.file("data")))
  }

  @Test func theManualNamesEveryCommandAndKey() throws {
    let program = try Program()
    let manual = try program.run("manual", "man").output
    for word in ["tasks", "mark", "history", "shot", "check", "config", "Ctrl-R", "F10"] {
      #expect(manual.replacing("\\-", with: "-").contains(word), "\(word)")
    }
  }
}
