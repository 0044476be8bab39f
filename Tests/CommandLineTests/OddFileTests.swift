import Foundation
import TestSupport
import Testing

/// Files that are none, and a system that has no more to give: told at once, for what they are.
@Suite struct OddFileTests {
  private let program: Program
  private let pipe: String

  init() throws {
    program = try Program()
    try program.with(.bundled)
    pipe = program.scratch.file("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
  }

  @Test(arguments: ["pipe", "/dev/zero", "/dev/null", "."])
  func whatIsNoFileIsNoLedger(_ name: String) throws {
    let path = name == "pipe" ? pipe : name
    for command in [
      ["tasks"], ["mark", "annex-8", "--status", "done"], ["check"], ["shot", "board"],
    ] {
      let result = try program.run(command + ["--ledger", path])
      #expect(result.code != 0)
      #expect(
        result.complaint.contains("不是普通文件") || result.complaint.contains("是文件夹"),
        "\(command): \(result.complaint)")
    }
  }

  @Test(arguments: [
    ["import", "document"], ["import", "figures"], ["import", "tasks"], ["import", "groups"],
  ])
  func whatIsNoFileIsNotImported(_ command: [String]) throws {
    for path in [pipe, "/dev/zero"] {
      let result = try program.run(command + [path, "--dry-run"])
      #expect(result.code != 0 && result.complaint.contains("不是普通文件"), "\(result.complaint)")
    }
  }

  @Test func whatIsNoFileIsNoConfiguration() throws {
    let folder = program.scratch.file("config/yigai")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(mkfifo(folder + "/config.toml", 0o600) == 0)
    let result = try program.run("tasks")
    #expect(result.code == 0 && result.complaint.contains("不是普通文件"), "\(result.complaint)")
  }

  /// Standard input that a shell has opened is read; to open a pipe anew could wait for ever.
  @Test func figuresMayComeThroughAnOpenPipe() throws {
    let result = try program.run(
      ["import", "figures", "/dev/stdin", "--dry-run"],
      through: ["/bin/bash", "-c", "printf '地区,数\\n太原市,1\\n' | \"$0\" \"$@\""])
    #expect(!result.complaint.contains("不是普通文件"), "\(result.complaint)")
  }

  /// With no descriptor left it is not the permission that is missing.
  @Test func aSystemThatOpensNoMoreFilesIsNamed() throws {
    let file = try program.scratch.write("一、做好。\n", to: "document.txt")
    let ledger = program.scratch.file("data/yigai/ledger.sqlite")
    // Three streams are open: with each further number another opening is the one that fails.
    var told = 0
    for limit in 3...7 {
      for command in [["tasks", "--ledger", ledger], ["import", "document", file, "--dry-run"]] {
        let result = try program.run(
          command, through: ["/bin/bash", "-c", "ulimit -n \(limit); exec \"$0\" \"$@\""])
        #expect(!result.complaint.contains("没有权限"), "\(limit): \(result.complaint)")
        if result.complaint.contains("打开的文件太多") { told += 1 }
      }
    }
    #expect(told > 0)
  }

  /// A library under a workbook writes to stderr by itself: on a terminal that would be the screen.
  @Test func aWorkbookThatDoesNotFitIsToldInOneSentence() throws {
    let ledger = program.scratch.file("data/yigai/ledger.sqlite")
    let result = try program.run(
      ["papers", "ledger", "--ledger", ledger, "--to", program.scratch.path + "/"],
      through: ["/bin/bash", "-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\""])
    #expect(result.code != 0 && result.complaint.contains("不能写入"), "\(result.complaint)")
    #expect(!result.complaint.contains("[ERROR]"), "\(result.complaint)")
    #expect(result.complaint.split(separator: "\n").count == 1, "\(result.complaint)")
  }

  @Test(arguments: ["9999-12-31", "2100-01-01", "0001-01-01", "1949-09-30"])
  func aDayThatTheBooksDoNotKnowIsRefusedEverywhere(_ day: String) throws {
    for command in [
      ["tasks", "--today", day], ["tasks", "--as-of", day], ["shot", "board", "--today", day],
      ["history", "--since", day], ["since", day],
      ["mark", "annex-8", "--status", "done", "--today", day, "--ahead"],
      [
        "reach", "jzf-2023-15/2.2.4", "--target", "2", "--value", "1", "--on", day, "--source", "甲",
      ],
    ] {
      let result = try program.run(command)
      #expect(
        result.code == 2 && result.complaint.contains("2099-12-31"),
        "\(command): \(result.complaint)")
    }
  }
}
