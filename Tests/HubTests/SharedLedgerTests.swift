import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

@testable import HubStore

/// Ledgers of several offices with the real programs and a real server.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct SharedLedgerTests {
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

  private func join(_ role: String) throws {
    let words = try run("join", service(role), "--ledger", file(role)).output
    #expect(words.contains("加入山西省的共享库") && words.contains("已同步：上报 0 次"))
  }

  private func mark(
    _ role: String, _ status: String, _ place: String, code: Int32 = 0
  ) throws -> Program.Result {
    try run(
      "mark", task, "--status", status, "--place", place, "--by", "王明\(role)", "--ledger",
      file(role), code: code)
  }

  private func sync(_ role: String) throws -> String {
    try run("sync", "--ledger", file(role)).output
  }

  /// The seal of the last act: it is over all that was entered, in its order.
  private func seal(_ role: String) throws -> String {
    let ledger = try Ledger(at: file(role), access: .readOnly)
    defer { ledger.close() }
    #expect(try ledger.findings().isEmpty)
    return try SharedContent.rows(at: file(role)).joined(separator: "\n")
  }

  @Test func whatOneOfficeEntersAllHave() throws {
    for role in ["shanxi", "changzhi", "luzhou"] { try join(role) }
    _ = try mark("changzhi", "underway", "长治")
    _ = try mark("shanxi", "done", "太原")
    let refused = try mark("changzhi", "done", "太原", code: 2)
    #expect(refused.complaint.contains("不能替太原市登记"))
    #expect(try sync("changzhi").contains("上报 1 次，收到 0 次"))
    #expect(try sync("shanxi").contains("上报 1 次，收到 1 次"))
    _ = try sync("changzhi")
    _ = try sync("luzhou")
    #expect(try seal("shanxi") == seal("changzhi"))
    #expect(try seal("luzhou") == seal("changzhi"))
    // What programs enter most is told by its text alone.
    let told = "SELECT count(*) FROM yigai.act WHERE array_lower(places, 1) = 0"
    #expect(try room.raw("owner").run(told).number(0, 0) == 2)
  }

  @Test func whoWasSlowerIsAskedAndMayKeepOrWithdraw() throws {
    for role in ["shanxi", "changzhi"] { try join(role) }
    _ = try mark("shanxi", "done", "长治")
    _ = try mark("changzhi", "suspended", "长治")
    _ = try sync("shanxi")
    #expect(try sync("changzhi").contains("1 次没有采用"))
    let list = try run("sync", "refused", "--ledger", file("changzhi")).output
    #expect(list.contains("暂缓") && list.contains("山西 王明shanxi"))
    let state = try run("sync", "state", "--json", "--ledger", file("changzhi")).output
    #expect(state.contains("\"asking\" : 1") && state.contains("\"waiting\" : 0"))
    try run("sync", "keep", "1", "--ledger", file("changzhi"))
    try run("sync", "keep", "1", "--ledger", file("changzhi"), code: 2)
    _ = try sync("changzhi")
    #expect(try sync("shanxi").contains("收到 1 次"))
    #expect(try seal("shanxi") == seal("changzhi"))
    _ = try mark("shanxi", "done", "长治")
    _ = try mark("changzhi", "underway", "长治")
    _ = try sync("shanxi")
    _ = try sync("changzhi")
    try run("sync", "withdraw", "--in", "长治", "--ledger", file("changzhi"))
    #expect(try seal("shanxi") == seal("changzhi"))
  }

  /// Where an office sees its own only, it has that whole; when it comes to see all, it has all.
  @Test func anOfficeSeesWhatItMay() throws {
    for role in ["shanxi", "changzhi"] { try join(role) }
    try room.keeper().setSight(.own)
    _ = try mark("shanxi", "done", "太原")
    _ = try mark("shanxi", "done", "长治")
    _ = try mark("shanxi", "underway", "晋城")
    _ = try mark("changzhi", "suspended", "长治")
    _ = try sync("shanxi")
    let words = try sync("changzhi")
    #expect(words.contains("收到 1 次") && words.contains("1 次没有采用"))
    let history = try run("history", "--ledger", file("changzhi")).output
    #expect(history.contains("长治") && !history.contains("太原") && !history.contains("晋城"))
    let state = try run("sync", "state", "--ledger", file("changzhi")).output
    #expect(state.contains("别处登记（只有次数）：太原市 1、晋城市 1"))
    try run("sync", "withdraw", "--all", "--ledger", file("changzhi"))
    try room.keeper().setSight(.open)
    _ = try sync("changzhi")
    #expect(try seal("shanxi") == seal("changzhi"))
    let all = try run("sync", "state", "--json", "--ledger", file("changzhi")).output
    #expect(all.contains("\"elsewhere\" : {") && !all.contains("140100"))
  }

  /// Where people of two offices have one name, neither takes back what the other entered.
  @Test func aNamesakeOfAnotherOfficeTakesNothingBack() throws {
    for role in ["shanxi", "changzhi"] { try join(role) }
    let issue = [
      "slips", "issue", "--task", "jyg-2019-1/3-plan", "--place", "长治", "--number", "长督〔2024〕1号",
    ]
    let more = ["--by", "王明", "--today", "2024-12-06", "--ledger"]
    let issued = try program.run(issue + more + [file("changzhi")])
    #expect(issued.code == 0, "\(issued.complaint)")
    for role in ["changzhi", "shanxi"] { _ = try sync(role) }
    let words = ["slips", "undo", "1"]
    for (language, office) in [("zh", "是“长治”的王明登记的，不是本单位"), ("en", "of “长治”, another office")] {
      let refused = try program.run(words + more + [file("shanxi"), "--lang", language])
      #expect(refused.code == 1 && refused.complaint.contains(office), "\(refused.complaint)")
    }
    let taken = try program.run(words + more + [file("changzhi")])
    #expect(taken.code == 0, "\(taken.complaint)")
    #expect(try sync("changzhi").contains("上报 1 次"))
  }

  @Test func packsCarryWhatNoLineDoes() throws {
    try join("shanxi")
    _ = try mark("shanxi", "done", "太原")
    _ = try sync("shanxi")
    let (down, up, back) = (
      program.scratch.file("down"), program.scratch.file("up"), program.scratch.file("back")
    )
    try run("pack", down, "--for", "武乡卫体局", "--place", "武乡县", "--ledger", file("shanxi"))
    let joined = try run("join", down, "--ledger", file("wuxiang")).output
    #expect(joined.contains("“武乡卫体局”") && joined.contains("已收取：1 次登记"))
    try run("sync", "--ledger", file("wuxiang"), code: 1)
    let county = [
      "mark", "jyg-2019-1/14", "--status", "done", "--place", "武乡", "--by", "李", "--ledger",
    ]
    #expect(try program.run(county + [file("wuxiang")]).code == 0)
    try run("pack", up, "--ledger", file("wuxiang"))
    let sent = try run("unpack", up, "--answer", back, "--ledger", file("shanxi")).output
    #expect(sent.contains("送进共享库 1 次，原来就有 0 次") && sent.contains("回执包"))
    #expect(try run("unpack", up, "--ledger", file("shanxi")).output.contains("原来就有 1 次"))
    let taken = try run("unpack", back, "--answer", up, "--ledger", file("wuxiang")).output
    #expect(taken.contains("已收取：0 次") && taken.contains("不用回执"))
    #expect(try seal("wuxiang") == seal("shanxi"))
    // A byte less, a byte other, and another file.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: up))
    let broken = program.scratch.file("broken")
    for (data, words) in [
      (bytes.dropLast(30), "不完整"), (Data(bytes.map { $0 == 0x39 ? 0x38 : $0 }), "封印不符"),
      (Data("a,b\n".utf8), "不是 yigai 的数据包"),
    ] {
      try data.write(to: URL(fileURLWithPath: broken))
      let refused = try run("unpack", broken, "--ledger", file("shanxi"), code: 1)
      #expect(refused.complaint.contains(words), "\(refused.complaint)")
    }
  }

  /// As where the program was cloned into `yigai`, and the service is called so.
  @Test func aFolderOfTheNameOfAServiceIsNoPack() throws {
    try FileManager.default.createDirectory(
      atPath: program.scratch.file("nirgends"), withIntermediateDirectories: true)
    let refused = try program.run(
      ["join", "nirgends"], through: ["/usr/bin/env", "-C", program.scratch.path])
    #expect(refused.code == 2 && refused.complaint.contains("nirgends"))
    #expect(!refused.complaint.contains("文件夹"), "\(refused.complaint)")
  }

  @Test func aDeadServerLeavesTheLedgerAsItIs() throws {
    try join("changzhi")
    _ = try mark("changzhi", "done", "长治")
    let owner = try Connection(to: room.server.service("postgres", as: "owner"))
    try owner.run("ALTER DATABASE \(room.database) RENAME TO gone_\(room.database)")
    let failed = try run("sync", "--ledger", file("changzhi"), code: 1)
    #expect(failed.complaint.contains(room.database))
    let state = try run("sync", "state", "--ledger", file("changzhi")).output
    #expect(state.contains("待上报：1 次") && state.contains("上次没有成功"))
    try owner.run("ALTER DATABASE gone_\(room.database) RENAME TO \(room.database)")
    #expect(try sync("changzhi").contains("上报 1 次"))
    #expect(try !run("sync", "state", "--ledger", file("changzhi")).output.contains("没有成功"))
  }

  /// Killed at random moments of its exchanges, an office loses nothing and sends nothing twice.
  @Test func killedExchangesGoOn() throws {
    for role in ["shanxi", "changzhi"] { try join(role) }
    var dice = Dice(seed: 9)
    for round in 0..<12 {
      let status = round.isMultiple(of: 2) ? "done" : "underway"
      _ = try mark("changzhi", status, "长治")
      _ = try mark("shanxi", status, "太原")
      let role = dice.pick(["shanxi", "changzhi"])
      _ = try Program.runKilled(
        ["sync", "--ledger", file(role)], in: program.scratch.path, program.environment,
        after: UInt32(5_000 + dice.roll(60_000)))
    }
    for role in ["shanxi", "changzhi", "shanxi"] { _ = try sync(role) }
    #expect(try seal("shanxi") == seal("changzhi"))
    let acts = try room.keeper().offices().map(\.acts).reduce(0, +)
    #expect(acts == 24)
  }
}
