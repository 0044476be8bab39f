import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

@testable import HubStore

/// A ledger whose service leads to a standby: one that follows, one that is behind, one that takes over.
@Suite(.enabled(if: HubRoom.isThere && PostgresServer.copies, "no pg_basebackup"))
struct StandbyTests {
  private let primary: PostgresServer
  private let room: HubRoom
  private let program: Program

  init() throws {
    primary = try PostgresServer()
    room = try HubRoom(on: primary)
    var program = try Program()
    program.environment["PGSERVICEFILE"] = program.scratch.file("services")
    self.program = program
  }

  /// Leads the services of all to a server.
  private func point(to server: PostgresServer) throws {
    let services = ["changzhi", "shanxi", "luzhou", "owner"].map {
      "[\($0)]\nhost=\(server.folder)\ndbname=\(room.database)\nuser=\($0)\n"
    }
    _ = try program.scratch.write(services.joined(), to: "services")
  }

  private func file(_ role: String) -> String { program.scratch.file("\(role).sqlite") }

  @discardableResult
  private func run(_ words: String..., code: Int32 = 0) throws -> String {
    let result = try program.run(words)
    #expect(result.code == code, "\(words): \(result.complaint)")
    return result.output + result.complaint
  }

  private func mark(_ role: String, _ status: String, _ place: String) throws {
    try run(
      "mark", "jyg-2019-1/2", "--status", status, "--place", place, "--by", "王明", "--ledger",
      file(role))
  }

  private func sync(_ role: String, code: Int32 = 0) throws -> String {
    try run("sync", "--ledger", file(role), code: code)
  }

  private func rows(_ role: String) throws -> [String] {
    let ledger = try Ledger(at: file(role), access: .readOnly)
    defer { ledger.close() }
    #expect(try ledger.findings().isEmpty)
    return try SharedContent.rows(at: file(role))
  }

  private func acts(_ server: PostgresServer) throws -> Int? {
    try Connection(to: server.service(room.database, as: "owner"))
      .run("SELECT count(*), count(DISTINCT (origin, number)) FROM yigai.act").number(0, 1)
  }

  @Test func whatAStandbyDoesNotTakeWaits() throws {
    try point(to: primary)
    for role in ["changzhi", "shanxi"] { try run("join", role, "--ledger", file(role)) }
    try mark("changzhi", "underway", "长治")
    #expect(try sync("changzhi").contains("上报 1 次"))
    let standby = try PostgresServer(following: primary)

    try point(to: standby)
    try mark("changzhi", "done", "长治")
    #expect(try sync("changzhi", code: 1).contains("现在只读"))
    try mark("changzhi", "suspended", "潞州")
    let state = try run("sync", "state", "--ledger", file("changzhi"))
    #expect(state.contains("待上报：2 次") && state.contains("上次没有成功：共享库现在只读"))
    #expect(try run("join", "luzhou", "--ledger", file("luzhou")).contains("收到 1 次"))
    #expect(try run("hub", "offices", "owner").contains("changzhi"))
    let kept = program.scratch.file("kept.sqlite")
    for words in [
      ["hub", "snapshot", "owner", "--file", kept],
      ["hub", "office", "武乡", "owner", "--role", "wuxiang"],
      ["hub", "setting", "owner", "sight", "own"],
    ] {
      let result = try program.run(words)
      #expect(
        result.code == 1 && result.complaint.contains("现在只读"), "\(words): \(result.complaint)")
    }

    // What the primary takes from here on does not come to the standby.
    try Connection(to: standby.service("postgres", as: "owner")).run("SELECT pg_wal_replay_pause()")
    try point(to: primary)
    #expect(try sync("changzhi").contains("上报 2 次"))
    try mark("shanxi", "done", "太原")
    #expect(try sync("shanxi").contains("上报 1 次，收到 3 次"))
    #expect(try sync("changzhi").contains("收到 1 次"))
    try point(to: standby)
    #expect(try sync("changzhi", code: 1).contains("现在只读"))
    try mark("changzhi", "done", "潞州")
    try point(to: primary)
    #expect(try sync("changzhi").contains("上报 1 次"))
    _ = try sync("shanxi")
    #expect(try acts(primary) == 5)
    #expect(try rows("changzhi") == rows("shanxi"))

    // The primary is gone, and the standby takes over with what it had.
    try mark("changzhi", "underway", "长治")
    try primary.stopAtOnce()
    #expect(try sync("changzhi", code: 1).contains("连不上共享库"))
    try standby.promote()
    try point(to: standby)
    for role in ["changzhi", "shanxi", "luzhou", "changzhi", "shanxi"] { _ = try sync(role) }
    #expect(try acts(standby) == 6)
    for role in ["shanxi", "luzhou"] { #expect(try rows(role) == rows("changzhi")) }
  }
}
