import Bundle
import Files
import Foundation
import LedgerStore
import Papers
import Reform
import Runtime
import TestSupport
import Testing

/// One process, one handle on a ledger: nothing else opens its files.
@Suite struct HeldFileTests {
  private static let tooLarge = Fault("太大", "too large")

  /// The sentence with which a file is not read.
  private func refusal(_ path: String) -> String {
    let fault = #expect(throws: Fault.self) {
      _ = try UserFile.read(path, limit: 1 << 30, tooLarge: Self.tooLarge)
    }
    return "\(fault?.message.zh ?? "") \(fault?.message.en ?? "")"
  }

  /// The locks that this process has on a file, as the kernel lists them.
  private func locks(on path: String) throws -> Int {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw TestFailure("no file \(path)") }
    let list = try #require(contents(of: "/proc/locks"))
    let name = ":\(facts.st_ino) "
    return list.split(separator: "\n").count { $0.contains(" \(getpid()) ") && $0.contains(name) }
  }

  @Test func anOpenLedgerIsNotReadByAnyName() throws {
    let open = try OpenLedger(.small)
    let scratch = open.scratch
    symlink(open.path, scratch.file("link.docx"))
    link(open.path, scratch.file("same.xlsx"))
    symlink(scratch.path, scratch.file("folder"))
    for name in [
      "ledger.sqlite", "link.docx", "same.xlsx", "folder/ledger.sqlite", "./ledger.sqlite",
      "ledger.sqlite-wal", "ledger.sqlite-shm",
    ] {
      let words = refusal(scratch.file(name))
      #expect(words.contains("正在使用的台账") && words.contains("the ledger itself"), "\(name)")
      #expect(UserFile.contents(of: scratch.file(name), limit: 1 << 20) == nil)
    }
    let other = try scratch.write("甲,乙\n", to: "other.csv")
    #expect(try UserFile.read(other, limit: 100, tooLarge: Self.tooLarge).count == 8)
    open.ledger.close()
    #expect(try UserFile.read(open.path, limit: 1 << 30, tooLarge: Self.tooLarge).count > 1000)
  }

  @Test func aLedgerOpenedThroughALinkIsHeldAsWell() throws {
    let scratch = try Scratch()
    let path = try TestLedger.small.make(in: scratch)
    symlink(path, scratch.file("link.sqlite"))
    let ledger = try Ledger(at: scratch.file("link.sqlite"))
    #expect(refusal(path).contains("正在使用的台账"))
    #expect(refusal(path + "-wal").contains("正在使用的台账"))
    #expect(permissions(of: path + "-wal") == 0o600)
    ledger.close()
  }

  @Test func anOpenLedgerIsNotWrittenOver() throws {
    let open = try OpenLedger(.small)
    let before = try open.ledger.entryCount()
    symlink(open.path, open.scratch.file("表.xlsx"))
    for path in [open.path, open.path + "-wal", open.scratch.file("表.xlsx")] {
      #expect(throws: Fault.self) { try UserFile.write("x".utf8, to: path) }
      #expect(throws: Fault.self) {
        try XLSXWriter.write(WorkbookSpec(title: "", sheets: []), to: path)
      }
    }
    #expect(open.ledger.displacement == nil)
    #expect(try open.ledger.entryCount() == before)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/locks"), "only Linux lists locks"))
  func whatElseOpensFilesLeavesTheLocks() throws {
    let open = try OpenLedger(.small)
    try open.enter(.done)
    let held = try locks(on: open.path)
    #expect(held > 0)
    link(open.path, open.scratch.file("same.docx"))
    #expect(throws: Fault.self) {
      _ = try DocumentIntake.reading(of: open.path, in: BundledCatalogue.tables())
    }
    #expect(throws: Fault.self) {
      _ = try DocumentIntake.reading(
        of: open.scratch.file("same.docx"), in: BundledCatalogue.tables())
    }
    _ = SettingsReader(path: open.path, over: .init())
    #expect(try locks(on: open.path) == held)
    let other = try open.another()
    #expect(try other.entryCount() > 10)
    other.close()
    let reader = try Ledger(at: open.path, access: .readOnly)
    #expect(try reader.entryCount() > 10)
    reader.close()
    #expect(try locks(on: open.path) == held)
  }

  @Test func aFileThatIsTooLargeOrNoFileIsNamed() throws {
    let scratch = try Scratch()
    let path = try scratch.write(String(repeating: "x", count: 101), to: "large.csv")
    #expect(throws: Self.tooLarge) {
      _ = try UserFile.read(path, limit: 100, tooLarge: Self.tooLarge)
    }
    #expect(refusal(scratch.path).contains("文件夹"))
    #expect(refusal(scratch.file("none")).contains("没有文件"))
    #expect(refusal("/dev/null").contains("不是普通文件"))
    #expect(
      try UserFile.read("/dev/null", limit: 100, streams: true, tooLarge: Self.tooLarge).isEmpty)
    let endless = #expect(throws: Fault.self) {
      _ = try UserFile.read("/dev/zero", limit: 100, streams: true, tooLarge: Self.tooLarge)
    }
    #expect(endless?.message.zh.contains("不是普通文件") == true)
  }
}
