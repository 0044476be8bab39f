import Foundation
import TestSupport
import Testing

/// Where the ledger lies and who enters, as the environment says it or fails to.
@Suite struct SurroundingsTests {
  /// Runs in the scratch folder, as a person in a folder of work does.
  private func run(_ program: Program, _ arguments: String...) throws -> Program.Result {
    let place = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", program.scratch.path]
    return try program.run(arguments, through: place)
  }

  private func exists(_ name: String, _ program: Program) -> Bool {
    FileManager.default.fileExists(atPath: program.scratch.file(name))
  }

  @Test func relativeFoldersOfXDGAreIgnored() throws {
    let program = try Program(["XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config"])
    _ = try run(program, "new", "--province", "山西")
    _ = try run(program, "config")
    #expect(!exists("data", program) && !exists("config", program))
    #expect(exists("home/.local/share/yigai/ledger.sqlite", program))
    #expect(exists("home/.config/yigai/config.toml", program))
  }

  @Test func withoutNamesTheAccountEnters() throws {
    let program = try Program(["USER": nil, "LOGNAME": ""])
    try program.with(.bundled)
    let result = try program.run("mark", "annex-8", "--status", "done", "--json")
    let name = String(cString: try #require(getpwuid(geteuid())).pointee.pw_name)
    #expect(try JSON(result.output)["who"].text == name)
  }

  @Test func aTildeBehindAnEqualsSignIsTheHome() throws {
    let program = try Program()
    let result = try run(program, "new", "--province", "山西", "--ledger=~/own.sqlite")
    #expect(result.code == 0 && result.output.contains("已新建山西省的台账"))
    #expect(exists("home/own.sqlite", program) && !exists("~", program))
  }

  @Test(arguments: ["", ":memory:", "file:x.sqlite", "file:x?mode=memory"])
  func whatIsNoFileIsRefused(name: String) throws {
    let program = try Program()
    let result = try run(program, "mark", "annex-8", "--status", "done", "--ledger", name)
    #expect(result.code == 2 && result.complaint.contains("--ledger"))
    #expect(try run(program, "new", "--province", "浙江", "--ledger", name).code == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.scratch.path).isEmpty)
  }

  @Test func aNameOfOneLetterIsAFileLikeAnyOther() throws {
    let program = try Program()
    #expect(try run(program, "new", "--province", "山西", "--ledger", "x").code == 0)
    #expect(try run(program, "mark", "annex-8", "--status", "done", "--ledger", "x").code == 0)
    #expect(try run(program, "history", "--ledger", "x", "--json").output.contains("annex-8"))
  }

  @Test(arguments: [
    ["tasks"], ["history"], ["indicators"], ["compare", "medical-service-share", "--year", "2023"],
    ["places"],
    ["groups"],
    ["settle", "--year", "2023"], ["shot", "overview"], ["check"],
    ["template", "figures", "--year", "2023", "--to", "/nowhere/x.xlsx"],
    ["mark", "annex-8", "--status", "done"], ["import", "document", Places.root + "/README.md"],
    ["slips", "issue", "annex-8", "--to", "长治"],
  ])
  func aLedgerThatIsNotThereIsMadeByNoCommandButNew(arguments: [String]) throws {
    let program = try Program()
    let path = program.scratch.file("mistyped.sqlite")
    let result = try program.run(arguments + ["--ledger", path])
    #expect(result.code != 0 && !result.complaint.isEmpty, "\(result.complaint)")
    if result.code == 1 {
      #expect(result.complaint.contains("yigai new --province 省份 --ledger \(path)"))
    }
    #expect(!exists("mistyped.sqlite", program))
    let usual = try program.run(arguments)
    #expect(usual.code != 0)
    if usual.code == 1 { #expect(usual.complaint.contains("还没有台账"), "\(usual.complaint)") }
    #expect(!exists("data", program))
  }

  @Test func aJournalWithoutItsLedgerIsNoEmptyLedger() throws {
    let program = try Program()
    let path = try program.with(.bundled)
    try program.scratch.write("what was entered", to: "data/yigai/ledger.sqlite-wal")
    unlink(path)
    for arguments in [["history"], ["tasks"], ["history", "--ledger", path], ["targets"]] {
      let result = try program.run(arguments)
      #expect(result.code == 1 && result.output.isEmpty, "\(result.output)")
      #expect(result.complaint.contains("-wal 还在"), "\(result.complaint)")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func whatWasHalfMadeIsClearedByTheNextCommand() throws {
    let program = try Program()
    try program.scratch.write("half", to: "data/yigai/ledger.sqlite.making-4194305")
    #expect(try program.run("tasks").code == 1)
    #expect(!exists("data/yigai/ledger.sqlite.making-4194305", program))
    try program.scratch.write("half", to: "own.sqlite.making-4194305")
    _ = try program.run("tasks", "--ledger", program.scratch.file("own.sqlite"))
    #expect(!exists("own.sqlite.making-4194305", program))
  }

  @Test func aLocaleThatIsNotUTF8IsNamed() throws {
    let program = try Program(["LANG": "en_US.GBK"])
    try program.with(.small)
    let result = try program.run("check")
    #expect(result.output.contains("GBK") && result.complaint.contains("UTF-8"))
    let plain = try Program(["LANG": "C"])
    try plain.with(.small)
    #expect(try plain.run("check").complaint.isEmpty)
  }
}
