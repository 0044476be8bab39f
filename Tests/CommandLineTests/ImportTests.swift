import Foundation
import TestSupport
import Testing

/// Policy documents from the command line, up to the tasks in the ledger.
@Suite struct ImportTests {
  private func document(_ name: String) -> String { "\(Places.ownDocuments)/\(name)" }

  @Test func aNewDocumentWaitsForReview() throws {
    let program = try Program()
    try program.with(.bundled)
    let result = try program.run("import", "document", document("second-half.txt"))
    #expect(result.code == 0 && result.output.contains("云政办发〔2018〕83号"))
    #expect(result.complaint.contains("6 条待审") && result.complaint.contains("按 7"))
    // Nothing is in the ledger yet.
    #expect(try !program.run("tasks", "--json").output.contains("yzbf-2018-83"))
    let screen = try program.run("shot", "documents", "--size", "100x30")
    #expect(screen.output.contains("待审 6"))
  }

  @Test func whatIsSureIsFiledWhenAsked() throws {
    let program = try Program()
    try program.with(.bundled)
    let result = try program.run(
      "import", "document", document("second-half.txt"), "--accept-sure")
    #expect(result.complaint.contains("5 项任务已记入台账；1 条待审"))
    let tasks = try JSON(try program.run("tasks", "--document", "yzbf-2018-83", "--json").output)
    #expect(tasks.items.count == 5)
    #expect(tasks[0]["id"].text == "yzbf-2018-83/1")
    #expect(tasks[0]["departments"][0]["role"].text == "lead")
    #expect(
      try program.run("mark", "yzbf-2018-83/1", "--place", "140000", "--status", "done").code == 0)
  }

  @Test func readingOnlyWritesNothing() throws {
    let program = try Program()
    let path = try program.with(.bundled)
    let before = FileManager.default.contents(atPath: path)
    let result = try program.run(
      "import", "document", document("second-half.txt"), "--dry-run", "--json")
    #expect(try JSON(result.output)["clauses"].items.count == 6)
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test func importingWhatTheLedgerHoldsShowsWhatWouldChange() throws {
    let program = try Program()
    try program.with(.bundled)
    _ = try program.run("import", "document", document("second-half.txt"), "--accept-sure")
    let text = try #require(contents(of: document("second-half.txt")))
    let changed = program.scratch.file("again.txt")
    try Data(text.replacing("2018年11月1日", with: "2018年12月1日").utf8)
      .write(to: URL(fileURLWithPath: changed))
    let result = try program.run("import", "document", changed, "--json")
    let changes = try JSON(result.output)["changes"]
    #expect(changes.items.count == 1)
    #expect(changes[0]["task"].text == "yzbf-2018-83/6")
    #expect(changes[0]["fields"][0].text == "deadlines")
    #expect(result.complaint.contains("2 条待审"))
  }

  @Test func aDocumentThatIsAsTheLedgerHasItNeedsNoReview() throws {
    let program = try Program()
    try program.with(.bundled)
    let name = document("office-notice.txt")
    _ = try program.run("import", "document", name, "--accept-sure")
    let again = try program.run("import", "document", name)
    #expect(again.code == 0 && again.complaint.contains("与台账一致"))
    #expect(again.complaint.contains("没有新内容"), "\(again.complaint)")
  }

  @Test func aDocumentWithoutAHeadWaitsForOne() throws {
    let program = try Program()
    try program.with(.bundled)
    let result = try program.run("import", "document", document("wide-notes.txt"), "--accept-sure")
    #expect(result.code == 0 && result.complaint.contains("没有读全"))
    #expect(try program.run("shot", "documents").output.contains("wide-notes.txt"))
  }

  @Test func whatIsSureIsFiledLaterToo() throws {
    let program = try Program()
    try program.with(.bundled)
    let file = document("second-half.txt")
    #expect(try program.run("import", "document", file).complaint.contains("6 条待审"))
    #expect(try program.run("import", "document", file).complaint.contains("6 条待审"))
    let later = try program.run("import", "document", file, "--accept-sure")
    #expect(later.complaint.contains("5 项任务已记入台账；1 条待审"), "\(later.complaint)")
    let again = try program.run("import", "document", file, "--accept-sure")
    #expect(again.complaint.contains("没有新的、没有疑问的条款"), "\(again.complaint)")
    #expect(again.complaint.contains("1 条待审"))
  }

  private func write(_ issuer: String, _ number: String, in program: Program) throws -> String {
    try program.scratch.write(
      """
      \(issuer)关于做好测试工作的通知
      \(number)
      一、开展甲工作。（省教育厅负责）
      \(issuer)
      2021年3月5日

      """, to: "a.txt")
  }

  @Test(arguments: [
    ("广东省人民政府办公厅", "粤府办〔2021〕3号"), ("新疆维吾尔自治区人民政府", "新政发〔2021〕3号"),
    ("北京市卫生健康委员会", "京卫医〔2021〕3号"),
  ])
  func aDocumentOfAnotherProvinceIsRefused(issuer: String, number: String) throws {
    let program = try Program()
    try program.with(.bundled)
    let path = try write(issuer, number, in: program)
    for more in [[], ["--accept-sure"]] {
      let result = try program.run(["import", "document", path] + more)
      #expect(result.code == 1 && result.complaint.contains("山西省"), "\(result.complaint)")
      #expect(result.complaint.split(separator: "\n").count == 1)
    }
    #expect(try !program.run("shot", "documents").output.contains(number))
    let look = try program.run("import", "document", path, "--dry-run", "--json")
    #expect(try JSON(look.output)["clauses"].items.count == 1)
    #expect(look.code == 0 && look.complaint.contains(number))
  }

  @Test(arguments: [
    ("新绛县人民政府", "新政发〔2021〕3号"), ("国务院办公厅", "国办发〔2021〕3号"), ("长治市人民政府", "长政发〔2021〕3号"),
    ("某市人民政府办公室", "某政办发〔2021〕3号"),
  ])
  func ourOwnDocumentsAreTaken(issuer: String, number: String) throws {
    let program = try Program()
    try program.with(.bundled)
    let path = try write(issuer, number, in: program)
    #expect(try program.run("import", "document", path).complaint.contains("1 条待审"))
  }

  /// A clause that is gone from a text imported anew leaves its task where it is, and that is said.
  @Test func aClauseThatIsGoneIsNamed() throws {
    let program = try Program()
    _ = try program.with(.small)
    let file = program.scratch.file("办法.txt")
    let head = "示范〔2020〕7号\n关于印发办法的通知\n山西省人民政府办公厅\n2020年2月1日\n"
    let clauses = (1...3).map {
      "\($0 == 1 ? "一" : $0 == 2 ? "二" : "三")、做好第\($0)件事。2020年底前完成。（责任单位：省卫健委）\n"
    }
    func take(_ clauses: some Sequence<String>) throws -> Program.Result {
      try Data((head + clauses.joined()).utf8).write(to: URL(fileURLWithPath: file))
      return try program.run("import", "document", file, "--accept-sure")
    }
    #expect(!(try take(clauses)).complaint.contains("没有："))
    let again = try take(clauses.prefix(2))
    #expect(
      again.code == 0 && again.complaint.contains("台账里有 1 项任务，这次的文本里没有"), "\(again.complaint)")
    #expect(again.complaint.contains("做好第3件事"), "\(again.complaint)")
  }
}
