import Foundation
import TestSupport
import Testing

/// What commands say in ledgers of provinces that are made otherwise than the one of the documents.
@Suite struct ProvinceCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  private func made(_ province: String) throws -> String {
    let path = program.scratch.file("\(province).sqlite")
    let result = try program.run("new", "--province", province, "--ledger", path)
    #expect(result.code == 0, "\(result.complaint)")
    return path
  }

  private func run(_ path: String, _ arguments: String...) throws -> Program.Result {
    try program.run(arguments + ["--ledger", path, "--today", "2025-03-01"])
  }

  /// Imports two of the monitored indicators for some places.
  private func send(_ names: [String], into path: String) throws {
    let head = "地区,年份,医疗服务收入（万元）,医疗收入（万元）,人员支出（万元）,业务支出（万元）"
    let rows = names.map { "\($0),2024,1500000,5000000,2000000,5000000" }
    try program.scratch.write(([head] + rows).joined(separator: "\n") + "\n", to: "sent.csv")
    let file = program.scratch.file("sent.csv")
    let result = try run(path, "import", "figures", file, "--by", "甲")
    #expect(result.code == 0, "\(result.output)\(result.complaint)")
  }

  @Test func whatWasSentIsCountedWhereNoDocumentAsksForIt() throws {
    let path = try made("浙江")
    try send(["杭州市", "宁波市"], into: path)
    let result = try run(path, "indicators", "--collection", "--year", "2024", "--json")
    #expect(result.complaint.contains("没有文件要求报送"), "\(result.complaint)")
    let board = try JSON(result.output)
    #expect((board["documented"].value as? Bool) == false && board["asked"].items.count == 4)
    let states = Dictionary(
      board["rows"].items.map { ($0["name"].text ?? "", $0["state"].text) },
      uniquingKeysWith: { first, _ in first })
    #expect(states["杭州市"] == "partly" && states["温州市"] == "missing")
    let rows = board["rows"].items.first { $0["name"].text == "杭州市" }
    #expect(rows?["present"].items.count == 2 && rows?["absent"].items.count == 2)
  }

  @Test(arguments: [("海南", "琼海市", 19), ("河南", "济源市", 18), ("新疆", "石河子市", 25)])
  func placesThatLieInNoCityAreComparedAndCollected(
    province: String, place: String, count: Int
  ) throws {
    let path = try made(province)
    try send([place], into: path)
    let compared = try JSON(
      try run(path, "compare", "medical-service-share", "--year", "2024", "--json").output)
    #expect(compared["rows"].items.count == count)
    let row = compared["rows"].items.first { $0["name"].text == place }
    #expect((row?["value"].value as? NSNumber)?.doubleValue == 30)
    let board = try JSON(
      try run(path, "indicators", "--collection", "--year", "2024", "--json").output)
    // The own level of the province stands there too.
    #expect(board["rows"].items.count == count + 1)
    #expect(
      board["rows"].items.contains { $0["name"].text == place && $0["state"].text == "partly" })
  }

  @Test(arguments: [("重庆", "万州区", 38), ("北京", "东城区", 16)])
  func theDistrictsOfAMunicipalityAreComparedWithoutALevel(
    province: String, place: String, count: Int
  ) throws {
    let path = try made(province)
    try send([place], into: path)
    for level in [[], ["--level", "city"], ["--level", "county"]] {
      let words = ["compare", "medical-service-share", "--year", "2024", "--json"] + level
      let result = try program.run(words + ["--ledger", path])
      let compared = try JSON(result.output)
      #expect(compared["rows"].items.count == count, "\(level) \(result.complaint)")
      #expect(compared["level"].text == "county")
    }
    let help = try program.run("compare", "--help").output
    #expect(help.contains("province | city | county"))
  }

  // MARK: Words

  private static let document = """
    国务院办公厅关于印发深化医药卫生体制改革重点工作任务的通知

    国办发〔2024〕29号

    一、重点任务

    （一）制定实施方案。2024年9月底前印发。（责任单位：国家卫生健康委、国家医保局）

    （二）完善价格机制。2024年10月底前完成。国家医保局牵头，财政部、省卫生健康委配合。

    国务院办公厅
    2024年6月3日
    """

  private func imported(into path: String) throws {
    try program.scratch.write(Self.document, to: "plan.txt")
    let file = program.scratch.file("plan.txt")
    let result = try run(path, "import", "document", file, "--accept-sure")
    #expect(result.code == 0, "\(result.complaint)")
  }

  /// A slip of a province goes to a unit of its own, whatever ministries a document names.
  @Test(arguments: [("浙江", "浙江省医改办"), ("重庆", "重庆市医改办")])
  func noSlipGoesToAMinistry(province: String, unit: String) throws {
    let path = try made(province)
    try imported(into: path)
    let proposed = try run(path, "slips", "propose")
    #expect(proposed.output.contains(unit), "\(proposed.output)\(proposed.complaint)")
    #expect(!proposed.output.contains("国家"), "\(proposed.output)")
    let tasks = try JSON(try run(path, "tasks", "--json").output).items
    for task in tasks.compactMap({ $0["id"].text }) {
      let issued = try run(
        path, "slips", "issue", "--task", task, "--place", province, "--by", "甲", "--json")
      let slip = issued.output
      #expect(issued.code == 0 && slip.contains(unit), "\(slip)\(issued.complaint)")
      #expect(!slip.contains("国家卫生健康委") && !slip.contains("国家医保局") && !slip.contains("财政部"))
    }
  }

  @Test(arguments: [
    ("浙江", "杭州", "随国家"), ("重庆", "万州区", "随国家"), ("全国", "杭州", "随国家"),
  ])
  func aTaskThatTheCountrySetIsToldAsSuch(province: String, place: String, told: String) throws {
    let path = try made(province)
    try imported(into: path)
    let page = try run(path, "places", place).output
    #expect(page.contains(told) && !page.contains("随省"), "\(page)")
  }

  @Test func whatAMunicipalitySetIsToldAsOfTheMunicipality() throws {
    let path = try program.with(.chongqing)
    let page = try program.run(
      "places", "万州区", "--ledger", path, "--today", "2020-03-02"
    ).output
    #expect(page.contains("随市") && !page.contains("随省"), "\(page)")
  }

  @Test(arguments: [[], ["--list", "all"], ["--list", "six-unified"]])
  func noListIsToldAsSuch(list: [String]) throws {
    let path = try made("浙江")
    let file = program.scratch.file("x.csv")
    let result = try program.run(
      ["template", "evidence", "--to", file, "--ledger", path] + list)
    #expect(result.code == 1 && result.complaint.contains("没有一份文件列有清单"), "\(result.complaint)")
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func theCircularOfAMunicipalityNamesOnlyThoseThatLead() throws {
    let path = try program.with(.chongqing)
    let file = program.scratch.file("circular.md")
    let result = try program.run(
      "papers", "circular", "--format", "md", "--to", file, "--ledger", path, "--today",
      "2020-03-02")
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    #expect(text.contains("居前的是万州区（50%，并列第 1 位）、垫江县（50%，并列第 1 位）。"), "\(text)\(result.complaint)")
    #expect(text.contains("居后的是36 个区县（0%，并列第 3 位）。"), "\(text)")
  }

  @Test func nobodyIsRankedInAnEmptyLedger() throws {
    let path = try made("浙江")
    let page = try JSON(try run(path, "places", "--json").output)
    #expect(page["league"].items.count == 11)
    #expect(page["league"].items.allSatisfy { $0["rank"].value is NSNull })
  }
}
