import Foundation
import Reform
import TestSupport
import Testing

@testable import HubStore

/// What offices are told by commands around their exchanges.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct OfficeCommandTests {
  private let room: HubRoom
  private let program: Program
  private let task = "jyg-2019-1/2"

  init() throws {
    room = try HubRoom()
    program = try Program()
  }

  private func service(_ role: String) -> String { room.server.service(room.database, as: role) }
  private func file(_ role: String) -> String { program.scratch.file("\(role).sqlite") }

  @discardableResult
  private func run(_ words: String..., code: Int32 = 0) throws -> Program.Result {
    let result = try program.run(words)
    #expect(result.code == code, "\(words): \(result.complaint)")
    return result
  }

  private func join(_ roles: String...) throws {
    for role in roles { try run("join", service(role), "--ledger", file(role)) }
  }

  @Test func aLedgerIsMadeInTheFolderWhereOneIs() throws {
    let joined = try program.run(
      ["join", service("changzhi"), "--ledger", "here.sqlite"],
      through: ["/usr/bin/env", "-C", program.scratch.path])
    #expect(joined.code == 0 && joined.output.contains("已新建"), "\(joined.complaint)")
    #expect(FileManager.default.fileExists(atPath: program.scratch.file("here.sqlite")))
  }

  @Test func aFormOfWhatIsNotSynchronisedYetIsSaidToBeThat() throws {
    try join("shanxi", "changzhi")
    try run(
      "mark", task, "--status", "underway", "--place", "长治", "--by", "王明", "--ledger",
      file("shanxi"))
    let form = program.scratch.file("form.xlsx")
    try run("template", "tasks", "--place", "长治", "--to", form, "--ledger", file("shanxi"))
    let early = try program.run("import", "tasks", form, "--ledger", file("changzhi"))
    #expect((early.output + early.complaint).contains("还没有同步"), "\(early.output)")
    // Below what waits here it comes to have another number, and is the same all the same.
    try run(
      "mark", "jyg-2019-1/14", "--status", "done", "--place", "潞州", "--by", "李华", "--ledger",
      file("changzhi"))
    try run("sync", "--ledger", file("changzhi"))
    try run("sync", "--ledger", file("shanxi"))
    try run("sync", "--ledger", file("changzhi"))
    let late = try program.run("import", "tasks", form, "--ledger", file("changzhi"))
    #expect(!(late.output + late.complaint).contains("另一本台账"), "\(late.complaint)")
  }

  @Test func whoHasNoLineIsToldToPackWhatIsKept() throws {
    try join("shanxi")
    let (down, up, back) = (
      program.scratch.file("down"), program.scratch.file("up"), program.scratch.file("back")
    )
    try run("pack", down, "--for", "武乡卫体局", "--place", "武乡县", "--ledger", file("shanxi"))
    try run("join", down, "--ledger", file("wuxiang"))
    for (role, status) in [("wuxiang", "underway"), ("shanxi", "done")] {
      try run(
        "mark", "jyg-2019-1/14", "--status", status, "--place", "武乡", "--by", "李", "--ledger",
        file(role))
    }
    try run("sync", "--ledger", file("shanxi"))
    try run("pack", up, "--ledger", file("wuxiang"))
    try run("unpack", up, "--answer", back, "--ledger", file("shanxi"))
    try run("unpack", back, "--ledger", file("wuxiang"))
    let kept = try run("sync", "keep", "--all", "--ledger", file("wuxiang")).output
    #expect(kept.contains("yigai pack") && !kept.contains("下次同步"), "\(kept)")
  }

  @Test func anOfficeWhoseNameIsNoPlaceIsAskedForOne() throws {
    let refused = try run(
      "hub", "office", "武乡医改办", service("owner"), "--role", "r_\(room.database)", code: 2)
    #expect(refused.complaint.contains("--place"), "\(refused.complaint)")
  }
}
