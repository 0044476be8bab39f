import TestSupport
import Testing

/// Commands that ask in a terminal, line by line.
@Suite(.serialized) struct AskingTests {
  private static let task = "jyg-2019-1/annex-9"
  private static let options = ["--today", "2020-03-02", "--by", "省医改办"]

  /// Imports a form in whose only row somebody has entered something since it went out.
  private func session(_ program: Program) throws -> TerminalSession {
    let path = try program.scratch.write(
      "编号,地区,台账状态,状态（填）\n\(Self.task),长治市,未启动,推进中\n填报人,张三\n", to: "长治.csv")
    return try TerminalSession(
      ["import", "tasks", path] + Self.options, scratch: program.scratch)
  }

  private func status(_ program: Program) throws -> String {
    let result = try program.run([
      "tasks", "--place", "长治市", "--csv", "--today", "2020-03-02", "--document", "jyg-2019-1",
    ])
    let row = result.output.split(separator: "\n").first { $0.contains(Self.task) }
    return row.map(String.init) ?? ""
  }

  @Test func whatMovedMeanwhileIsEnteredOnlyWhereSomebodySaysYes() throws {
    let program = try Program()
    try program.with(.bundled)
    let mark = ["mark", Self.task, "--place", "长治", "--status", "done"] + Self.options
    #expect(try program.run(mark).code == 0)
    let refused = try session(program)
    try refused.wait(for: "照报来的登记这一行吗？[y/N]")
    refused.type("n\r")
    #expect(try refused.end() == 0)
    let said = String(decoding: refused.bytes, as: UTF8.self)
    #expect(said.contains("台账现在是“已办结”") && said.contains("有 1 行没有确认"), "\(said)")
    #expect(try status(program).contains("已办结"))
    let taken = try session(program)
    try taken.wait(for: "照报来的登记这一行吗？[y/N]")
    taken.type("y\r")
    #expect(try taken.end() == 0)
    #expect(String(decoding: taken.bytes, as: UTF8.self).contains("已登记 1 行"))
    #expect(try status(program).contains("推进中"))
  }
}
