import Foundation
import TestSupport
import Testing

/// `yigai import figures` and `yigai template figures` from the command line.
struct ImportCommandTests {
  private let program: Program
  private let ledger: String

  init() throws {
    program = try Program()
    ledger = try program.with(.bundled)
  }

  private let good =
    "2023年度\n地区,公立医院医疗服务收入（万元）,公立医院医疗收入（万元）\n潞州区,12000,33000\n上党区,3000,9000\n"

  private func figures(_ more: String...) throws -> Program.Result {
    try program.run(["import", "figures", "--today", "2024-02-10", "--by", "省医改办"] + more)
  }

  private func file(_ text: String, _ name: String = "长治市.csv") throws -> String {
    try program.scratch.write(text, to: name)
  }

  private func file(_ bytes: [UInt8], _ name: String) throws -> String {
    let path = program.scratch.file(name)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func values(_ year: String = "2023") throws -> String {
    try program.run([
      "compare", "medical-service-share", "--year", year, "--level", "county", "--csv", "--today",
      "2024-02-10", "--place", "140400",
    ]).output
  }

  private func object(_ result: Program.Result) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any] ?? [:]
  }

  @Test func whatIsImportedStandsInTheLedger() throws {
    let result = try figures(file(good), "--json")
    #expect(result.code == 0, "\(result.complaint)")
    let shape = try object(result)
    #expect(shape["errors"] as? Int == 0 && shape["dryRun"] as? Bool == false)
    let entry = (shape["files"] as? [[String: Any]])?.first
    #expect(entry?["figures"] as? Int == 2 && entry?["batch"] as? Int == 1)
    #expect(entry?["imported"] as? Bool == true)
    #expect((entry?["hash"] as? String)?.count == 64)
    #expect(try values().contains("12000"))
  }

  @Test func theSameFileAgainEntersNothing() throws {
    let path = try file(good)
    #expect(try figures(path).code == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: ledger))
    let again = try figures(path)
    #expect(again.code == 0)
    #expect(again.output.contains("批次 1") && again.output.contains("没有重复登记"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: ledger)) == before)
    let renamed = try figures(file(good + "\n", "另名.csv"))
    #expect(renamed.code == 0 && renamed.output.contains("与台账相同 2 个"))
  }

  @Test func aBatchIsTakenBack() throws {
    _ = try figures(file(good))
    let result = try figures("--take-back", "1", "--note", "报错了")
    #expect(result.code == 0, "\(result.complaint)")
    #expect(try !values().contains("12000"))
    #expect(try figures("--take-back", "1").code == 1)
    #expect(try figures("--take-back", "9").code == 2)
    #expect(try figures(file(good)).code == 0)
    #expect(try values().contains("12000"))
  }

  @Test func warningsAskBeforeAnythingIsEntered() throws {
    let path = try file(
      good.replacing("（万元）\n", with: "（万元）,公立医院医疗收人\n").replacing("33000", with: "33000,5"))
    let asked = try figures(path)
    #expect(asked.code == 1)
    #expect(asked.output.contains("提醒 长治市.csv D2"))
    #expect(asked.complaint.contains("--accept-warnings"))
    #expect(try !values().contains("12000"))
    #expect(try figures(path, "--accept-warnings").code == 0)
    #expect(try values().contains("12000"))
  }

  @Test func anErrorBarsAllFilesUnlessTheBadOnesAreLeftOut() throws {
    let bad = try file("2023年\n地区,公立医院医疗服务收入,公立医院医疗收入\n太原市,9,5\n晋城,-1,x\n", "坏.csv")
    let path = try file(good)
    let result = try figures(bad, path, "--lang", "en")
    #expect(result.code == 1)
    for words in ["error 坏.csv B3", "error 坏.csv B4", "error 坏.csv C4"] {
      #expect(result.output.contains(words), "\(result.output)")
    }
    #expect(result.complaint.contains("nothing was imported"))
    #expect(try !values().contains("12000"))
    #expect(try figures(bad, path, "--skip-bad").code == 0)
    #expect(try values().contains("12000"))
  }

  @Test func aTrialWritesNothing() throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: ledger))
    let result = try figures(file(good), "--dry-run")
    #expect(result.code == 0)
    #expect(result.output.contains("新数据 2 个"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: ledger)) == before)
  }

  @Test func findingsAreGivenAsJSON() throws {
    let result = try figures(file(good.replacing("12000", with: "约12000")), "--json", "--dry-run")
    #expect(result.code == 1)
    let findings = try object(result)["findings"] as? [[String: Any]]
    let first = try #require(findings?.first)
    #expect(first["check"] as? String == "not-a-number")
    #expect(first["gravity"] as? String == "error")
    #expect(first["cell"] as? String == "B3" && first["row"] as? Int == 3)
    #expect(first["file"] as? String == "长治市.csv")
    #expect((first["message"] as? [String: String])?["en"]?.contains("is not a number") == true)
  }

  private static let rows = (1...3000).map { "<row r='\($0)'><c><v>\($0)</v></c></row>" }.joined()

  @Test(arguments: [
    ("旧.xls", "旧版"), ("密码.xlsx", "密码"), ("截断.xlsx", "损坏"), ("炸弹.xlsx", "异常大"), ("实体.xlsx", "文档类型"),
    ("空行.xlsx", "没有"), ("无结果.xlsx", "公式没有保存结果"), ("日期.xlsx", "日期 2020-03-05"),
    ("网页.xls", "网页"), ("外省.csv", "陕西省"), ("空.csv", "空文件"),
  ])
  func hostileFilesLeaveTheLedgerAsItWas(_ name: String, _ words: String) throws {
    let path = try file(Self.hostile(name), name)
    let before = try Data(contentsOf: URL(fileURLWithPath: ledger))
    let result = try figures(path)
    #expect(result.code == 1)
    #expect(result.output.contains(words), "\(result.output)")
    #expect(result.complaint.contains("没有导入任何数据"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: ledger)) == before)
  }

  private static func hostile(_ name: String) throws -> [UInt8] {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }
    func table(_ cell: String) throws -> [UInt8] {
      func text(_ cell: String, _ words: String) -> String {
        "<c r='\(cell)' t='str'><v>\(words)</v></c>"
      }
      return try RawWorkbook(
        sheet: "<row r='1'>\(text("A1", "2023年"))</row><row r='2'>\(text("A2", "地区"))"
          + "\(text("B2", "公立医院医疗服务收入"))\(text("C2", "公立医院医疗收入"))</row><row r='3'>"
          + "\(text("A3", "沁县"))\(cell)<c r='C3'><v>9</v></c></row>",
        styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"
      ).bytes()
    }
    switch name {
    case "旧.xls": return ole + wide("Workbook")
    case "密码.xlsx": return ole + wide("EncryptedPackage")
    case "截断.xlsx":
      let whole = try RawWorkbook(sheet: rows).bytes()
      return Array(whole.prefix(whole.count / 2))
    case "炸弹.xlsx":
      return try RawWorkbook(sheet: String(repeating: " ", count: 32 << 20)).bytes()
    case "实体.xlsx":
      var book = RawWorkbook(sheet: "")
      book.put("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", in: "xl/worksheets/sheet1.xml")
      return try book.bytes()
    case "空行.xlsx":
      return try RawWorkbook(sheet: (1...200_000).map { "<row r='\($0)'/>" }.joined()).bytes()
    case "无结果.xlsx": return try table("<c r='B3'><f>D3</f></c>")
    case "日期.xlsx": return try table("<c r='B3' s='1'><v>43895</v></c>")
    case "网页.xls": return [UInt8]("<html><table><tr><td>1</td></tr></table>".utf8)
    case "外省.csv":
      return [UInt8]("陕西省2023年\n地区,公立医院医疗服务收入,公立医院医疗收入\n西安市,1,2\n".utf8)
    default: return []
    }
  }

  @Test func theCommandLineIsHeldToSense() throws {
    #expect(try figures().code == 2)
    #expect(try figures("没有.xlsx").code == 1)
    #expect(try figures("--take-back", "1", "x.csv").code == 2)
    #expect(try figures(file(good), "--year", "23").code == 2)
    #expect(try figures(file(good), "--read-only").code == 2)
  }

  @Test func formsAreWrittenForEveryCity() throws {
    let folder = program.scratch.file("forms/")
    let result = try program.run("template", "figures", "--year", "2023", "--to", folder)
    #expect(result.code == 0, "\(result.complaint)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 12)
    #expect(try program.run("template", "figures", "--year", "2023", "--to", folder).code == 2)
    let empty = try figures(folder)
    #expect(empty.code == 1)
    #expect(empty.output.components(separatedBy: "没有填指标数据").count == 13)
    #expect(try program.run("template", "figures", "--year", "2023", "--to", "x.txt").code == 2)
  }
}
