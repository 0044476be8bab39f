import Foundation
import Intake
import LedgerStore
import Reform
import TestSupport
import Testing

/// A window that was asked to import its own ledger keeps it whole beside other programs.
@Suite(.serialized) struct HeldLedgerTests {
  @Test(arguments: ["ledger.sqlite", "ledger.sqlite-wal", "same.docx"])
  func theOwnLedgerIsNoDocumentAndNothingIsLost(name: String) throws {
    let program = try Program()
    let path = try program.with(.bundled)
    link(path, program.scratch.file("data/yigai/same.docx"))
    let session = try TerminalSession(["--today", "2020-03-02"], scratch: program.scratch)
    try session.wait(for: "任务进展")
    session.type("2/annex-8\r")
    try session.wait("the task alone") {
      $0.row(1).contains("1/81") && $0.row(23).contains("Enter 打开")
    }
    session.type("7i")
    try session.wait(for: "导入哪份文件")
    session.type(program.scratch.file("data/yigai/\(name)") + "\r")
    try session.wait(for: "正在使用的台账")
    session.type("\u{1B}")
    try session.wait("the prompt gone") { !$0.text.contains("导入哪份文件") }
    var acknowledged = 0
    func beside(_ status: String) throws {
      let result = try program.run(
        "mark", "annex-3", "--status", status, "--by", "李华", "--today", "2020-03-02")
      #expect(result.code == 0)
      acknowledged += 1
    }
    session.type("2")
    for (number, words) in [(2, "推进中"), (5, "暂缓"), (2, "推进中")] {
      try beside("underway")
      session.type("s\(number)")
      try session.wait(for: "Enter 登记")
      session.type("\r")
      try session.wait("the acknowledgement") {
        $0.row(23).contains("已记入台账") && $0.row(23).hasSuffix(words)
      }
      acknowledged += 1
      try beside("suspended")
    }
    session.type("q")
    #expect(try session.end() == 0)
    let ledger = try Ledger(at: path)
    #expect(try ledger.entryCount() == acknowledged)
    #expect(try ledger.findings().isEmpty)
    ledger.close()
  }

  @Test func aSampleMadeAnewUnderAnOpenWindowIsToldAndNothingIsEntered() throws {
    let program = try Program()
    try program.with(.sample)
    let session = try TerminalSession(["--sample"], scratch: program.scratch)
    try session.wait(for: "任务进展")
    #expect(try program.run("sample").code == 0)
    let before = try program.run("history", "--sample", "--json").output
    session.type("2d")
    try session.wait(for: "Enter 登记")
    session.type("\r")
    try session.wait(for: "台账文件已换成另一个")
    session.type("q")
    #expect(try session.end() == 0)
    #expect(try program.run("history", "--sample", "--json").output == before)
    let old = try Ledger(at: program.scratch.file("data/yigai/sample.sqlite.old"))
    let made = try Ledger(at: program.scratch.file("data/yigai/sample.sqlite"))
    #expect(try old.entryCount() == made.entryCount())
    old.close()
    made.close()
  }

  @Test func aLedgerReplacedUnderAnOpenWindowIsToldAndNothingIsEntered() throws {
    let program = try Program()
    let path = try program.with(.bundled)
    let backup = try program.scratch.copy(path, to: "backup.sqlite")
    let session = try TerminalSession(["--today", "2020-03-02"], scratch: program.scratch)
    try session.wait(for: "任务进展")
    session.type("2/annex-8\r")
    try session.wait("the task alone") {
      $0.row(1).contains("1/81") && $0.row(23).contains("Enter 打开")
    }
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    rename(backup, path)
    // It is told without a key.
    try session.wait(for: "换成另一个")
    session.type("s2")
    try session.wait(for: "Enter 登记")
    session.type("\r")
    try session.wait("the refusal") { $0.text.contains("这次没有登记") }
    session.type("\u{3}\u{3}")
    try session.end()
    let ledger = try Ledger(at: path)
    #expect(try ledger.entryCount() == 0)
    #expect(try ledger.findings().isEmpty)
    ledger.close()
  }
}
