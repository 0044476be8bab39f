import Foundation
import Reform
import TestSupport
import Testing

/// `yigai template tasks` and `yigai import tasks` from the command line.
@Suite struct TaskCommandTests {
  private let program: Program
  private let ledger: String

  init() throws {
    program = try Program()
    ledger = try program.with(.bundled)
  }

  private static let task = "jyg-2019-1/annex-9"

  private func run(_ arguments: String...) throws -> Program.Result {
    try program.run(arguments + ["--today", "2020-03-02", "--by", "省医改办"])
  }

  private func object(_ result: Program.Result) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any] ?? [:]
  }

  private func status() throws -> String {
    let result = try program.run([
      "tasks", "--place", "长治市", "--csv", "--today", "2020-03-02", "--document", "jyg-2019-1",
    ])
    let row = result.output.split(separator: "\n").first { $0.contains(Self.task) }
    return row.map(String.init) ?? ""
  }

  /// The form of Changzhi as it comes back with a status in one row, as a file.
  private func returned(_ status: String, _ more: [TaskFormLayout.Column: String] = [:]) throws
    -> String
  {
    let path = program.scratch.file("长治.xlsx")
    let wrote = try program.run([
      "template", "tasks", "--place", "长治", "--to", path, "--force", "--today", "2020-03-02",
    ])
    #expect(wrote.code == 0, "\(wrote.complaint)")
    var form = try FilledForm([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    try form.fill(Self.task, "长治市", more.merging([.status: status]) { $1 })
    try form.sign(.sender, "张三")
    try Data(form.bytes()).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func whatWasBeforeTheLedgerIsEnteredForTheDaysOfItsRows() throws {
    let path = try returned("已办结", [.day: "2020-01-20", .evidence: "晋医保〔2019〕1号"])
    let result = try object(run("import", "tasks", path, "--past", "--json"))
    #expect(result["entered"] as? Int ?? 0 > 0, "\(result)")
    let history = Data(try program.run(["history", "--json"]).output.utf8)
    let entries = try JSONSerialization.jsonObject(with: history) as? [[String: Any]]
    let mark = try #require(entries?.first { $0["status"] as? String == "done" })
    #expect(mark["day"] as? String == "2020-01-20" && mark["enteredOn"] as? String == "2020-03-02")
    let before = try program.run([
      "tasks", "--place", "长治市", "--csv", "--today", "2020-03-02", "--as-of", "2020-01-31",
      "--document", "jyg-2019-1",
    ]).output
    #expect(before.split(separator: "\n").contains { $0.contains(Self.task) && $0.contains("已办结") })
  }

  /// A table of one row for Changzhi, as somebody writes it without the form.
  private func table(_ row: String) throws -> String {
    try program.scratch.write(
      "编号,任务,地区,期,状态（填）,进展（填）,佐证（填）,截至日期（填）\n" + row + "\n", to: "past.csv")
  }

  private func enter(_ status: String, _ day: String?) throws {
    let on = day.map { ["--on", $0] } ?? []
    let result = try program.run(
      [
        "mark", Self.task, "--place", "长治", "--status", status, "--by", "李华", "--today",
        "2020-03-02",
      ]
        + on)
    #expect(result.code == 0, "\(result)")
  }

  @Test(arguments: ["已销号", "推进中"])
  func aRowBeforeWhatTheLedgerHasIsToldWithItsRow(status: String) throws {
    try enter("signedOff", "2020-02-20")
    let path = try table("\(Self.task),,长治市,,\(status),早,文1,2020-01-20")
    let dry = try run("import", "tasks", path, "--past", "--dry-run")
    let real = try run("import", "tasks", path, "--past")
    let forced = try run("import", "tasks", path, "--past", "--accept-warnings")
    for result in [dry, real, forced] {
      #expect(result.code == 1, "\(result)")
      #expect(result.output.contains("在 2020-02-20 已有登记，不能再补登 2020-01-20 的"), "\(result)")
      #expect(result.output.contains("past.csv") && result.output.contains("错误 1 处"), "\(result)")
      #expect(!result.complaint.contains("--accept-warnings"), "\(result)")
    }
  }

  @Test func aDayThatIsNotKeptIsTold() throws {
    try enter("done", nil)
    let path = try table("\(Self.task),,长治市,,已办结,,,2020-01-20")
    let result = try run("import", "tasks", path, "--past", "--dry-run")
    #expect(result.code == 0 && result.output.contains("台账自 2020-03-02 起已是“已办结”"), "\(result)")
    #expect(result.output.contains("2020-01-20 没有登记"))
  }

  @Test func aRowWithoutADayIsAskedAbout() throws {
    let path = try table("\(Self.task),,长治市,,已办结,办完,,")
    let result = try run("import", "tasks", path, "--past")
    #expect(result.code == 1 && result.output.contains("没有写“截至日期”"), "\(result)")
    #expect(result.complaint.contains("--accept-warnings"))
    #expect(try run("import", "tasks", path, "--past", "--accept-warnings").code == 0)
    #expect(try status().contains("已办结"))
  }

  @Test func aPeriodThatWasNotThereIsToldWithItsRow() throws {
    let path = try table("jyg-2019-1/10,,大同市,2022,已办结,办完,,2021-05-05")
    let words = ["import", "tasks", path, "--past", "--today", "2026-11-30", "--by", "王"]
    for more in [["--dry-run"], []] {
      let result = try program.run(words + more)
      #expect(result.code == 1, "\(result)")
      #expect(result.output.contains("在 2021-05-05 没有 2022 这一期；有："), "\(result)")
    }
  }

  @Test func aFormThatIsTakenForFiguresIsNamed() throws {
    let file = try returned("推进中")
    let result = try run("import", "figures", file)
    #expect(result.code == 2 && result.complaint.contains("是任务填报表"), "\(result.complaint)")
    #expect(result.complaint.split(separator: "\n").count == 1, "\(result.complaint)")
  }

  @Test func aMonthGoesOutAndComesBack() throws {
    let path = try returned("推进中", [.progress: "已谈两轮", .next: "签约"])
    let before = try Data(contentsOf: URL(fileURLWithPath: ledger))
    let trial = try run("import", "tasks", path, "--dry-run")
    #expect(trial.code == 0 && trial.output.contains("新内容 1 行"), "\(trial.output)")
    #expect(trial.output.contains("填报人 张三") && trial.output.contains("只检查，没有登记"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: ledger)) == before)
    let result = try object(run("import", "tasks", path, "--json"))
    #expect(result["entered"] as? Int == 1 && result["errors"] as? Int == 0)
    let changes = ((result["files"] as? [[String: Any]])?.first?["changes"] as? [[String: Any]])
    #expect(changes?.first?["from"] as? String == "notStarted")
    #expect(changes?.first?["note"] as? String == "进展：已谈两轮；下一步：签约；填报 张三")
    #expect(try status().contains("推进中"))
    let again = try run("import", "tasks", path)
    #expect(again.code == 0 && again.output.contains("没有要登记的"), "\(again.output)")
    let act = try #require(result["act"] as? Int)
    let back = try run("import", "tasks", "--take-back", "\(act)")
    #expect(back.code == 0, "\(back.complaint)")
    #expect(try status().contains("未启动"))
    #expect(try run("import", "tasks", "--take-back", "\(act)").code == 1)
  }

  @Test func whatMovedMeanwhileWaitsForAnAnswer() throws {
    let path = try returned("推进中")
    let mark = ["mark", Self.task, "--place", "长治", "--status", "done", "--today", "2020-03-02"]
    #expect(try program.run(mark).code == 0)
    let asked = try run("import", "tasks", path)
    #expect(asked.code == 1 && asked.output.contains("提醒 长治.xlsx “任务” M"), "\(asked.output)")
    #expect(asked.complaint.contains("--accept-warnings") && asked.complaint.contains("--skip"))
    let skipped = try run("import", "tasks", path, "--skip")
    #expect(skipped.code == 0 && skipped.output.contains("有 1 行没有确认"))
    #expect(try status().contains("已办结"))
    #expect(try run("import", "tasks", path, "--accept-warnings").code == 0)
    #expect(try status().contains("推进中"))
    #expect(try run("import", "tasks", path, "--accept-warnings", "--skip").code == 2)
  }

  @Test func takingBackAsksWhereMoreWasEnteredSince() throws {
    let path = try returned("推进中")
    let entered = try object(run("import", "tasks", path, "--json"))
    let act = try #require(entered["act"] as? Int)
    let mark = ["mark", Self.task, "--place", "长治", "--status", "done", "--today", "2020-03-02"]
    #expect(try program.run(mark).code == 0)
    let asked = try run("import", "tasks", "--take-back", "\(act)")
    #expect(asked.code == 1 && asked.complaint.contains(Self.task), "\(asked.complaint)")
    #expect(try status().contains("已办结"))
    #expect(try run("import", "tasks", "--take-back", "\(act)", "--accept-warnings").code == 0)
    #expect(try status().contains("未启动"))
  }

  @Test func anErrorBarsAllFilesAndIsGivenAsJSON() throws {
    let good = try returned("推进中")
    let bad = try program.scratch.write(
      "编号,地区,状态（填）\njyg-2019-1/annex-10,太原市,快了\n", to: "坏.csv")
    let result = try run("import", "tasks", good, bad, "--json", "--lang", "en")
    #expect(result.code == 1 && result.complaint.contains("nothing was entered"))
    let findings = try object(result)["findings"] as? [[String: Any]]
    let found = try #require(findings?.first { $0["check"] as? String == "unknown-status" })
    #expect(found["cell"] as? String == "C2" && found["file"] as? String == "坏.csv")
    #expect(try status().contains("未启动"))
  }

  @Test func formsAreWrittenForEveryCityAndOneDepartment() throws {
    let folder = program.scratch.file("forms/")
    let result = try program.run(
      "template", "tasks", "--to", folder, "--today", "2020-03-02")
    #expect(result.code == 0, "\(result.complaint)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count == 12 && names.contains("长治市2020年3月任务填报表.xlsx"), "\(names)")
    let again = try program.run("template", "tasks", "--to", folder, "--today", "2020-03-02")
    #expect(again.code == 2 && again.complaint.contains("--force"))
    let path = program.scratch.file("one.xlsx")
    let one = try program.run(
      "template", "tasks", "--to", path, "--department", "省医保局", "--place", "长治", "--today",
      "2020-03-02")
    #expect(one.code == 0, "\(one.complaint)")
    let rows =
      try FilledForm([UInt8](Data(contentsOf: URL(fileURLWithPath: path)))).book.sheets
      .first?.rows ?? []
    #expect(rows.contains { $0[2]?.words == Self.task })
    #expect(!rows.contains { $0[2]?.words == "jyg-2019-1/1" })
    let empty = try run("import", "tasks", folder)
    #expect(empty.code == 0 && empty.output.components(separatedBy: "都是空的").count == 13)
  }

  @Test(arguments: [
    ["import", "tasks"], ["import", "tasks", "--take-back", "1", "x.xlsx"],
    ["import", "tasks", "--take-back", "999"], ["import", "tasks", "x.xlsx", "--read-only"],
    ["template", "tasks", "--to", "x.pdf"],
    ["template", "tasks", "--to", "x.xlsx", "--department", "没有的局"],
  ])
  func wrongWordsGetASentence(_ arguments: [String]) throws {
    let result = try program.run(arguments)
    #expect(result.code == 2 && result.complaint.hasPrefix("yigai: "), "\(result.complaint)")
  }
}
