import Foundation
import TestSupport
import Testing

/// A value of JSON, looked into by name.
struct JSON {
  let value: Any

  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  private init(value: Any) { self.value = value }

  subscript(name: String) -> JSON { JSON(value: (value as? [String: Any])?[name] ?? NSNull()) }
  subscript(index: Int) -> JSON { JSON(value: items[index].value) }

  var items: [JSON] { (value as? [Any])?.map { JSON(value: $0) } ?? [] }
  var keys: Set<String> { Set((value as? [String: Any])?.keys.map { $0 } ?? []) }
  var text: String? { value as? String }
  var number: Int? { (value as? NSNumber)?.intValue }
  var isNull: Bool { value is NSNull }
}

@Suite struct TasksTests {
  private let program: Program
  private let day = ["--today", "2020-03-02"]

  init() throws {
    program = try Program()
    try program.with(.bundled)
  }

  private func tasks(_ more: String...) throws -> [JSON] {
    let result = try program.run(["tasks", "--json"] + day + more)
    #expect(result.code == 0 && result.complaint.isEmpty, "\(result.complaint)")
    return try JSON(result.output).items
  }

  @Test func aTaskHasTheShapeThatWasPromised() throws {
    let all = try tasks("--document", "jyg-2019-1")
    let task = try #require(all.first { $0["id"].text == "jyg-2019-1/annex-9" })
    #expect(
      task.keys.isSuperset(of: [
        "id", "document", "clause", "title", "theme", "departments", "deadlines", "places",
        "targets", "level", "supersedes", "standings",
      ]))
    #expect(task["document"].text == "jyg-2019-1" && task["clause"].text == "annex-9")
    #expect(task["title"].keys == ["zh", "en"] && task["theme"].text == "payment")
    #expect(task["level"].text == "named")
    let department = task["departments"][0]
    #expect(department.keys == ["name", "bureau", "role"])
    #expect(department["name"].text == "省医保局" && department["bureau"].isNull)
    #expect(department["role"].text == "responsible")
    let deadline = task["deadlines"][0]
    #expect(deadline["kind"].text == "year" && deadline["due"].text == "2020-12-31")
    #expect(deadline["years"].items.map(\.number) == [2020])
    #expect(
      task["places"].items.map { $0["code"].text } == [
        "140100", "140800", "140400", "140700", "140300",
      ])
    #expect(task["places"][0]["name"].text == "太原市" && task["places"][0]["role"].text == "lead")
    let standing = task["standings"][0]
    #expect(standing.keys == ["place", "period", "status", "signal", "due"])
    #expect(standing["place"].text == "140100" && standing["period"].isNull)
    #expect(standing["status"].text == "notStarted" && standing["signal"].text == "green")
    #expect(standing["due"].text == "2020-12-31" && task["standings"].items.count == 5)
  }

  @Test func aSearchSaysWhereItFoundSomething() throws {
    let marked = try program.run(
      ["mark", "annex-10", "--place", "太原", "--status", "underway", "--note", "办法已报省厅会签"] + day)
    #expect(marked.code == 0)
    let noted = try tasks("--search", "会签")
    #expect(noted.map { $0["id"].text } == ["jyg-2019-1/annex-10"])
    let hit = try #require(noted.first)["hits"][0]
    #expect(hit["field"].text == "note" && hit["excerpt"].text == "办法已报省厅会签")
    #expect(try tasks("--search", "会签", "--place", "长治").isEmpty)
    let named = try tasks("--search", "审计局")
    #expect(named.count > 5)
    #expect(named.allSatisfy { $0["hits"][0]["field"].text == "department" })
    #expect(try tasks("--document", "jyg-2019-1")[0]["hits"].isNull)
    let table = try program.run(["tasks", "--search", "会签"] + day).output
    #expect(table.contains("命中") && table.contains("备注：办法已报省厅会签"))
    #expect(try program.run("tasks", "--search", " ").code == 2)
  }

  @Test func targetsAndPeriodsAreThere() throws {
    let all = try tasks()
    let target = try #require(all.first { $0["id"].text == "jyg-2019-1/17" })["targets"][0]
    #expect(target["op"].text == "=" && target["value"].number == 100 && target["unit"].text == "%")
    #expect(target["metric"].text?.isEmpty == false)
    let yearly = try #require(all.first { $0["id"].text == "jyg-2019-1/annex-13" })
    #expect(yearly["standings"].items.map { $0["period"].text } == ["2020", "2021"])
    #expect(yearly["standings"][0]["signal"].text == "red")
    #expect(yearly["deadlines"][0]["kind"].text == "yearly-by")
  }

  @Test func tasksComeInDocumentAndClauseOrder() throws {
    let ids = try tasks().compactMap { $0["id"].text }
    let plan = ids.filter { $0.hasPrefix("jyg-2019-1/") }
    #expect(plan.count == 43 && plan.first == "jyg-2019-1/1" && plan.last == "jyg-2019-1/annex-20")
    let documents = ids.map { String($0.prefix { $0 != "/" }) }
    #expect(Array(documents.prefix(1) + documents.suffix(1)) == ["yzbf-2019-3", "jyg-2019-1"])
  }

  @Test func beforeItsDocumentATaskIsNotThere() throws {
    #expect(try tasks("--as-of", "2019-12-25").allSatisfy { $0["document"].text == "yzbf-2019-3" })
    #expect(try tasks("--as-of", "2019-02-26").isEmpty)
    let later = try program.run(["tasks", "--json", "--today", "2023-08-09"])
    let documents = Set(try JSON(later.output).items.compactMap { $0["document"].text })
    #expect(documents == ["yzbf-2019-3", "jyg-2019-1", "jzbf-2021-85", "jzf-2023-15"])
  }

  @Test func filtersNarrowTheList() throws {
    let linfen = try tasks("--document", "jyg-2019-1", "--place", "linfen")
    #expect(
      linfen.allSatisfy {
        $0["standings"].items.allSatisfy { $0["place"].text?.hasPrefix("1410") == true }
      })
    #expect(linfen.contains { $0["clause"].text == "annex-8" })
    #expect(!linfen.contains { $0["clause"].text == "annex-9" })
    let insurance = try tasks("--department", "山西省医疗保障局")
    let short = try tasks("--department", "省医保局")
    #expect(!insurance.isEmpty && insurance.count == short.count)
    let red = try tasks("--signal", "red")
    let chinese = try tasks("--signal", "红")
    #expect(!red.isEmpty && red.count == chinese.count)
    #expect(red.allSatisfy { $0["standings"].items.contains { $0["signal"].text == "red" } })
    #expect(try tasks("--status", "done").isEmpty)
    #expect(try tasks("--status", "未启动").count == (try tasks().count))
  }

  @Test func csvHasARowForEveryStanding() throws {
    let result = try program.run(["tasks", "--csv", "--document", "jyg-2019-1"] + day)
    let lines = result.output.split(separator: "\r\n")
    #expect(lines[0] == "编号,文件,条款,任务,专题,责任单位,地区代码,地区,期,时限,状态,灯,登记日,登记人,备注")
    let standings = try tasks("--document", "jyg-2019-1").map { $0["standings"].items.count }
    #expect(lines.count == 1 + standings.reduce(0, +))
    #expect(lines.contains { $0.hasPrefix("jyg-2019-1/annex-8,jyg-2019-1,annex-8,临汾DRG付费试点,") })
    let english = try program.run(["tasks", "--csv", "--lang", "en"] + day)
    #expect(english.output.hasPrefix("Id,Document,Clause,Task,"))
  }

  @Test func aCellThatLooksLikeAFormulaIsDisarmed() throws {
    _ = try program.run(["mark", "annex-8", "--status", "done", "--note", "=1+1"] + day)
    let csv = try program.run(["tasks", "--csv"] + day).output
    #expect(csv.contains(",'=1+1\r\n") && !csv.contains(",=1+1"))
  }

  @Test func theTableIsReadable() throws {
    let result = try program.run(["tasks", "--document", "jyg-2019-1"] + day)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 44 && lines[0].hasPrefix("编号"))
    #expect(lines.allSatisfy { $0.last != " " })
    let english = try program.run(["tasks", "--lang", "en"] + day)
    #expect(english.output.hasPrefix("Id "))
  }

  @Test(arguments: [
    (["tasks", "--json", "--csv"], "只能用一个"), (["tasks", "--document", "nope"], "没有文件“nope”"),
    (["tasks", "--status", "nope"], "没有状态“nope”"), (["tasks", "--signal", "blue"], "没有灯“blue”"),
    (["tasks", "--place", "nowhere"], "没有叫“nowhere”的地区"),
    (["tasks", "--place", "城区"], "140302"), (["tasks", "--place", "pinglu"], "140829"),
    (["tasks", "--as-of", "yesterday"], "--as-of"),
    (["tasks", "--today", "2020-02-30"], "--today"),
    (["tasks", "--lang", "fr"], "没有语言 fr"), (["tasks", "--nonsense"], "--nonsense"),
    (["tasks", "--sample", "--ledger", "x"], "只能用一个"), (["nonsense"], "nonsense"),
    (["history", "--since", "x"], "--since"), (["history", "--limit", "0"], "--limit"),
    (["shot", "nowhere"], "没有“nowhere”这一屏"), (["shot", "tasks", "--size", "big"], "--size"),
    (["shot", "tasks", "--size", "0x10"], "--size"), (["shot", "tasks", "--keys", "Foo"], "“Foo”"),
  ])
  func aWrongCommandLineIsASentenceAndCodeTwo(arguments: [String], words: String) throws {
    let result = try program.run(arguments)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.complaint.hasPrefix("yigai: ") && result.complaint.contains(words))
    #expect(result.complaint.split(separator: "\n").count == 1, "\(result.complaint)")
  }

  @Test(arguments: [
    ["tasks", "--status", "nope"], ["tasks", "--place", "城区"], ["tasks", "--document", "nope"],
    ["mark", "nope", "--status", "done"], ["tasks", "--today", "x"],
    ["--ledger", "/nowhere/x", "--read-only"],
  ])
  func inEnglishTheSentenceIsEnglish(arguments: [String]) throws {
    let result = try program.run(arguments + ["--lang", "en"])
    #expect(result.code != 0)
    let plain = result.complaint.filter { $0.isLetter && !$0.isASCII }
    let isNameOnly = plain.allSatisfy { "城区阳泉晋".contains($0) }
    #expect(isNameOnly, "\(result.complaint)")
    #expect(result.complaint.hasSuffix(".\n"))
  }
}
