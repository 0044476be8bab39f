import Foundation
import TestSupport
import Testing

/// A ledger of any province: made, opened by plain `--ledger`, and never of another one.
@Suite struct NewTests {
  private func made(_ province: String, _ program: Program) throws -> String {
    let path = program.scratch.file("own.sqlite")
    let result = try program.run("new", "--province", province, "--ledger", path)
    #expect(result.code == 0, "\(result.complaint)")
    return path
  }

  @Test(arguments: [
    ("浙江", "330000", 11, 90), ("beijing", "110000", 0, 16), ("460000", "460000", 4, 25),
    ("Inner Mongolia", "150000", 12, 103), ("山西省", "140000", 11, 117),
    ("Shaanxi", "610000", 10, 107), ("香港", "810000", 0, 0),
    ("全国", "100000", 333, 2843), ("China", "100000", 333, 2843),
  ])
  func aLedgerHasTheCitiesAndCountiesOfItsProvince(
    name: String, code: String, cities: Int, counties: Int
  ) throws {
    let program = try Program()
    let path = try made(name, program)
    let places = try JSON(program.run("places", "--ledger", path, "--json").output)
    #expect(places["code"].text == code)
    let said = try program.run("check", "--ledger", path)
    #expect(said.code == 0, "\(said.complaint)")
    let again = try program.run("new", "--province", name, "--ledger", path)
    #expect(again.code == 2 && again.complaint.contains(path))
    let other = program.scratch.file("two.sqlite")
    let told = try program.run("new", "--province", name, "--ledger", other, "--lang", "en").output
    #expect(cities == 0 || told.contains("\(cities) cities"), "\(told)")
    #expect(
      counties == 0 || told.contains("\(counties) counties")
        || told.contains("\(counties) districts"), "\(told)")
  }

  @Test(arguments: [
    ("浙西", "浙江"), ("Zhejang", "浙江"), ("杭州", "浙江省"), ("", "--province"),
    ("qwertyuiop", "北京"),
  ])
  func whatIsNoProvinceIsRefusedWithTheNearest(name: String, told: String) throws {
    let program = try Program()
    let path = program.scratch.file("own.sqlite")
    let result = try program.run("new", "--province", name, "--ledger", path)
    #expect(result.code == 2 && result.complaint.contains(told), "\(result.complaint)")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [
    ["places"], ["tasks"], ["indicators"], ["groups"], ["targets"], ["history"], ["slips"],
    ["meeting"], ["groups", "西湖区"], ["settle", "--year", "2023"], ["shot", "overview"],
    ["shot", "places"],
    ["shot", "compare"], ["shot", "indicators"], ["shot", "tasks"], ["shot", "documents"],
    ["compare", "no-such", "--year", "2023"], ["places", "没有这里"], ["groups", "上城区"],
    ["tasks", "--place", "changzhi"], ["mark", "no-such", "--status", "done"],
  ])
  func nothingInItIsOfShanxi(arguments: [String]) throws {
    let program = try Program()
    let path = try made("浙江", program)
    for language in ["zh", "en"] {
      let result = try program.run(arguments + ["--ledger", path, "--lang", language])
      let said = result.output + result.complaint
      for word in ["山西", "晋", "Shanxi", "太原", "长治", "Changzhi", "运城", "117"] {
        #expect(!said.contains(word), "\(arguments) \(word): \(said)")
      }
    }
  }

  @Test func aDocumentBindsTheProvinceThatItIsOf() throws {
    let program = try Program()
    let path = try made("浙江", program)
    func imported(_ text: String) throws -> Program.Result {
      try program.scratch.write(text, to: "plan.txt")
      return try program.run(
        "import", "document", program.scratch.file("plan.txt"), "--accept-sure", "--ledger", path)
    }
    let plan = """
      （虚构示例）基层就医便民行动方案

      各市、县（市、区）人民政府：

      虚构示例编写组
      2024年11月20日

      一、方便群众就近看病

      （一）延长基层门诊时间。2025年3月底前，各县（市、区）每个乡镇卫生院开设夜间门诊。\
      （责任单位：省卫生健康委，各县（市、区）人民政府）

      （二）建设用药窗口。2025年6月底前，优先在温州市、杭州市西湖区布点。（省卫生健康委牵头，省医保局配合）
      """
    let own = try imported("浙虚构示例〔2024〕1号\n\n" + plan)
    #expect(own.code == 0, "\(own.complaint)")
    let tasks = try JSON(program.run("tasks", "--ledger", path, "--json").output)
    let all = try program.run("tasks", "--ledger", path, "--json", "--place", "西湖").output
    #expect(!tasks.items.isEmpty && all.contains("330106"), "\(all)")
    for foreign in ["晋虚构示例〔2024〕1号", "苏政发〔2024〕1号"] {
      let result = try imported(foreign + "\n\n" + plan)
      #expect(result.code == 1 && result.complaint.contains("浙江省"), "\(result.complaint)")
    }
    let city = try imported("大同市人民政府办公室文件\n同政办发〔2024〕9号\n\n大同市人民政府办公室\n关于印发（虚构）方案的通知\n\n" + plan)
    #expect(city.code == 1 && city.complaint.contains("山西省"), "\(city.complaint)")
    let nation = try imported("国办发〔2024〕99号\n\n国务院办公厅\n关于印发（虚构）方案的通知\n\n" + plan)
    #expect(nation.code == 0, "\(nation.complaint)")
  }

  @Test func whatCannotBeOpenedIsNotOffered() throws {
    let program = try Program()
    let empty = try program.scratch.write("", to: "empty.sqlite")
    let folder = program.scratch.file("folder")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let link = program.scratch.file("link.sqlite")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: program.scratch.file("nowhere.sqlite"))
    for (path, words) in [(empty, "是空文件"), (folder, "是文件夹"), (link, "是一个链接")] {
      let result = try program.run("new", "--province", "浙江", "--ledger", path)
      #expect(result.code == 2 && result.complaint.contains(words), "\(result)")
      #expect(!result.complaint.contains("打开它"))
    }
    let looked = try program.run("tasks", "--ledger", link)
    #expect(looked.code != 0 && looked.complaint.contains("是一个链接"), "\(looked)")
    #expect(!looked.complaint.contains("yigai new"))
  }

  /// What has nothing yet says how to get on.
  @Test func anEmptyLedgerSaysHowToGetOn() throws {
    let program = try Program()
    let path = try made("海南", program)
    for (screen, zh, en) in [
      ("tasks", "台账里还没有任务", "The ledger has no tasks"),
      ("documents", "台账里还没有文件", "The ledger has no"),
    ] {
      let shot = ["shot", screen, "--ledger", path, "--size", "160x50"]
      let (chinese, english) = (try program.run(shot), try program.run(shot + ["--lang", "en"]))
      #expect(chinese.output.contains(zh), "\(chinese.output)")
      #expect(english.output.contains(en), "\(english.output)")
    }
  }
}
