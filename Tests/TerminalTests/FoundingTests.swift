import Foundation
import TestSupport
import Testing

/// The first start without a ledger, and what the next start remembers.
@Suite(.serialized) struct FoundingTests {
  private func isThere(_ name: String, _ scratch: Scratch) -> Bool {
    FileManager.default.fileExists(atPath: scratch.file(name))
  }

  @Test func theProvinceIsAskedForAndItsLedgerMade() throws {
    let scratch = try Scratch()
    let first = try TerminalSession([], scratch: scratch)
    try first.wait(for: "新建台账：哪个省份？")
    #expect(!isThere("data/yigai/ledger.sqlite", scratch))
    first.type("zj\r")
    try first.wait(for: "这是浙江省的医改台账，还没有任务")
    #expect(isThere("data/yigai/ledger.sqlite", scratch))
    first.type("\u{1B}")
    try first.wait(for: "任务进展")
    first.type("L4")
    try first.wait(for: "Hangzhou")
    first.type("q")
    #expect(try first.end() == 0)
    // The screen and the language of the last time.
    try scratch.write("\0broken", to: "home/.local/state/yigai/nothing")
    let second = try TerminalSession([], scratch: scratch)
    try second.wait(for: "Where do the tasks come from?")
    second.type("\u{1B}")
    try second.wait(for: "Hangzhou")
    second.type("q")
    #expect(try second.end() == 0)
  }

  @Test func draftsThatWaitAreTold() throws {
    let program = try Program()
    let path = program.scratch.file("zj.sqlite")
    #expect(try program.run("new", "--province", "浙江", "--ledger", path).code == 0)
    let text =
      "浙江省人民政府办公厅关于印发工作要点的通知\n浙政办发〔2026〕3号\n2026年2月1日\n一、重点任务\n"
      + "（一）完成甲。（责任单位：省医保局）\n（二）完成乙。（责任单位：省医保局）\n"
    let file = try program.scratch.write(text, to: "a.txt")
    #expect(try program.run("import", "document", file, "--ledger", path).code == 0)
    let session = try TerminalSession(["--ledger", path], scratch: program.scratch)
    try session.wait(for: "有 2 条草稿等待审核")
    session.type("\u{1B}")
    try session.wait(for: "任务进展")
    session.type("q")
    #expect(try session.end() == 0)
  }

  @Test func leavingMakesNothing() throws {
    let scratch = try Scratch()
    let session = try TerminalSession([], scratch: scratch)
    try session.wait(for: "新建台账：哪个省份？")
    session.type("L")
    try session.wait(for: "A new ledger: which province?")
    session.type("\u{1B}")
    #expect(try session.end() == 0)
    #expect(!isThere("data", scratch) && session.modes == session.modesBefore)
  }

  @Test func aStateThatCannotBeReadDoesNotBreakTheStart() throws {
    let program = try Program()
    try program.with(.small)
    let state = "home/.local/state/yigai/last-seen"
    try program.scratch.write("ledger 9 999999 \0\u{1B}[31m", to: state)
    let session = try TerminalSession([], scratch: program.scratch)
    try session.wait(for: "任务进展")
    session.type("q")
    #expect(try session.end() == 0)
  }

  @Test func theConfiguredProvinceIsNotAskedFor() throws {
    let scratch = try Scratch()
    try scratch.write("province = \"海南\"\nplace = \"琼海\"\n", to: "config/yigai/config.toml")
    let session = try TerminalSession([], scratch: scratch)
    try session.wait(for: "这是海南省的医改台账")
    #expect(session.screen.row(0).contains("琼海市"))
    session.type("\u{1B}")
    try session.wait(for: "任务进展")
    session.type("q")
    #expect(try session.end() == 0)
  }
}
