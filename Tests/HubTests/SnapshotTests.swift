import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

@testable import HubStore

/// Ledgers that a hub keeps for offices that join.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct SnapshotTests {
  private let room: HubRoom
  private let program: Program

  init() throws {
    room = try HubRoom()
    program = try Program()
  }

  private func service(_ role: String) -> String { room.server.service(room.database, as: role) }
  private func file(_ name: String) -> String { program.scratch.file("\(name).sqlite") }

  @discardableResult
  private func run(_ words: String..., code: Int32 = 0) throws -> Program.Result {
    let result = try program.run(words)
    #expect(result.code == code, "\(words): \(result.complaint)")
    return result
  }

  private func mark(_ role: String, _ status: String, _ place: String) throws {
    try run(
      "mark", "jyg-2019-1/2", "--status", status, "--place", place, "--by", "王明", "--ledger",
      file(role))
    try run("sync", "--ledger", file(role))
  }

  private func keep() throws -> String {
    try run("hub", "snapshot", service("owner"), "--file", file("kept")).output
  }

  private func rows(_ name: String) throws -> [String] {
    let ledger = try Ledger(at: file(name), access: .readOnly)
    defer { ledger.close() }
    #expect(try ledger.findings().isEmpty)
    return try SharedContent.rows(at: file(name))
  }

  private func came(_ role: String) throws -> Int {
    let output = try run("join", service(role), "--ledger", file(role)).output
    #expect(output.contains("已新建") && output.contains("收到"))
    return output.firstMatch(of: /收到 (\d+) 次/).map { Int($0.1) ?? -1 } ?? -1
  }

  @Test func whoJoinsHasWhatIsKeptAndTakesTheRest() throws {
    #expect(try came("shanxi") == 0)
    try mark("shanxi", "underway", "太原")
    try mark("shanxi", "done", "长治")
    #expect(try keep().contains("已备好到第"))
    #expect(try came("changzhi") == 0)
    #expect(try rows("changzhi") == rows("shanxi"))
    try mark("shanxi", "done", "太原")
    #expect(try came("luzhou") == 1)
    #expect(try rows("luzhou") == rows("shanxi"))
    // The next one adds what is new, and takes the place of the one before.
    try mark("changzhi", "suspended", "长治")
    _ = try keep()
    #expect(try came("taiyuan") == 0)
    let kept = try room.raw("owner").run("SELECT count(*) FROM yigai.snapshot")
    #expect(kept.number(0, 0) == 1)
    // What is entered in it is this office's own.
    try mark("taiyuan", "underway", "太原")
    for role in ["shanxi", "changzhi", "luzhou"] { try run("sync", "--ledger", file(role)) }
    for role in ["shanxi", "changzhi", "luzhou"] { #expect(try rows(role) == rows("taiyuan")) }
    let history = try run("history", "--ledger", file("luzhou")).output
    #expect(history.contains("太原"))
  }

  @Test func aHubThatWasSetBackTakesBackWhatWasKept() throws {
    _ = try came("shanxi")
    try mark("shanxi", "underway", "太原")
    try mark("shanxi", "done", "长治")
    _ = try keep()
    try room.raw("owner").run(
      script: """
        ALTER TABLE yigai.act DISABLE TRIGGER stay;
        DELETE FROM yigai.act WHERE seq = (SELECT max(seq) FROM yigai.act);
        ALTER TABLE yigai.act ENABLE TRIGGER stay
        """)
    try run("join", service("changzhi"), "--ledger", file("changzhi"))
    try run("sync", "--ledger", file("shanxi"))
    try run("sync", "--ledger", file("changzhi"))
    #expect(try rows("changzhi") == rows("shanxi"))
  }

  @Test func onlyWhoSeesAllIsGivenIt() throws {
    _ = try came("shanxi")
    try mark("shanxi", "done", "太原")
    _ = try keep()
    try room.keeper().setSight(.own)
    #expect(try came("changzhi") == 0)
    let history = try run("history", "--ledger", file("changzhi")).output
    #expect(!history.contains("太原"))
    let refused = try run("hub", "snapshot", service("owner"), "--file", file("kept"), code: 1)
    #expect(refused.complaint.contains("sight = own"))
    for sql in [
      "SELECT * FROM yigai.snapshot", "SELECT * FROM yigai.snapshot_piece",
      "DELETE FROM yigai.snapshot",
      "INSERT INTO yigai.snapshot (seq, format, pieces, hash) VALUES (9, 1, 0, sha256(''))",
    ] {
      #expect(try room.refusal("changzhi", sql) == "42501", "\(sql)")
    }
    let id = try room.raw("owner").run("SELECT max(id) FROM yigai.snapshot").number(0, 0) ?? 0
    let piece = try room.raw("changzhi").run("SELECT yigai.snapshot_bytes(\(id), 0) IS NULL")
    #expect(piece.isTrue(0, 0))
  }

  @Test func whatWasChangedInTheHubIsNotTaken() throws {
    _ = try came("shanxi")
    _ = try keep()
    try room.raw("owner").run(
      script: "UPDATE yigai.snapshot_piece SET bytes = set_byte(bytes, 200, 7)")
    let refused = try run("join", service("changzhi"), "--ledger", file("changzhi"), code: 1)
    #expect(refused.complaint.contains("与封印不符"))
    let left = try FileManager.default.contentsOfDirectory(
      atPath: (file("changzhi") as NSString).deletingLastPathComponent)
    #expect(!left.contains { $0.hasPrefix("changzhi") })
  }

  @Test func aLedgerOfAnOfficeIsNotGivenToOthers() throws {
    _ = try came("shanxi")
    let refused = try run("hub", "snapshot", service("owner"), "--file", file("shanxi"), code: 2)
    #expect(refused.complaint.contains("山西"))
    let office = try run("hub", "snapshot", service("changzhi"), "--file", file("kept"), code: 1)
    #expect(office.complaint.contains("所有者"))
  }
}
