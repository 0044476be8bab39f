import Foundation
import TestSupport
import Testing

/// The made-up document that comes with the program, from the file to the ledger.
@Suite struct ExampleTests {
  private let program: Program
  private let path: String

  init() throws {
    program = try Program()
    try program.with(.sample)
    path = program.scratch.file("example.txt")
    #expect(try program.run("template", "document", "--to", path).code == 0)
  }

  @Test func itIsTheOneOfTheRepositoryAndNotWrittenOver() throws {
    #expect(
      contents(of: path) == contents(of: Places.root + "/Resources/examples/made-up-plan.txt"))
    let again = try program.run("template", "document", "--to", path)
    #expect(again.code == 2 && again.complaint.contains("已经存在"))
    #expect(try program.run("template", "document", "--to", path, "--force").code == 0)
  }

  @Test func itReadsWellAndHasOneDoubt() throws {
    let result = try program.run("import", "document", path, "--dry-run", "--json")
    let reading = try JSON(result.output)
    let clauses = reading["clauses"].items
    #expect(result.code == 0 && clauses.count == 8)
    for clause in clauses { #expect(!clause["departments"].items.isEmpty) }
    #expect(clauses[1]["places"].items.map(\.["code"].text) == ["140400", "140802", "140423"])
    let text = try program.run("import", "document", path, "--dry-run").output
    #expect(text.split(separator: "\n").count { $0.hasPrefix("!") } == 1)
  }

  @Test func whatIsAcceptedSaysThatItIsMadeUp() throws {
    let filed = try program.run("import", "document", path, "--sample", "--accept-sure")
    #expect(filed.code == 0, "\(filed.complaint)")
    let listed = try program.run("tasks", "--sample", "--document", "jxgsl-2024-1", "--json")
    #expect(try JSON(listed.output).items.count == 7)
    let task = try program.run("shot", "jxgsl-2024-1/3", "--sample", "--size", "160x50")
    #expect(task.output.contains("（虚构示例）基层就医便民行动方案（晋虚构示例〔2024〕1号）"))
    #expect(try program.run("shot", "documents", "--sample").output.contains("晋虚构示例〔2024〕1号"))
  }
}
