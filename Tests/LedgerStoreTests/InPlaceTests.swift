import Files
import Foundation
import GRDB
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

/// Nothing is said to be entered that is not in the file at the ledger's path.
@Suite struct InPlaceTests {
  private let change = Change(OpenLedger.changzhi, status: .done)

  /// The sentence with which an act is refused.
  private func refusal(_ ledger: Ledger) -> String {
    let fault = #expect(throws: Fault.self) {
      try ledger.record([change], OpenLedger.stamp())
    }
    return fault?.message.zh ?? ""
  }

  @Test func aLedgerThatWasDeletedTakesNothing() throws {
    let open = try OpenLedger()
    unlink(open.path)
    #expect(refusal(open.ledger).contains("已被删除或移走，这次没有登记"))
    #expect(open.ledger.commits == 0)
  }

  @Test func aLedgerThatWasMovedAwayTakesNothingUntilItIsBack() throws {
    let open = try OpenLedger()
    rename(open.path, open.path + ".away")
    #expect(refusal(open.ledger).contains("删除或移走"))
    rename(open.path + ".away", open.path)
    #expect(try open.ledger.record([change], OpenLedger.stamp()).entries?.count == 1)
    #expect(open.ledger.commits == 1)
  }

  @Test func aLedgerThatWasRestoredFromABackupTakesNothing() throws {
    let open = try OpenLedger(.small)
    let backup = try TestLedger.small.make(in: open.scratch, named: "backup.sqlite")
    for suffix in ["-wal", "-shm"] { unlink(open.path + suffix) }
    rename(backup, open.path)
    #expect(refusal(open.ledger).contains("换成另一个"))
    let now = try Ledger(at: open.path)
    _ = try now.catalogue(over: SmallCatalogue.make())
    let entry = try now.record([change], OpenLedger.stamp(), overriding: true)
    // The window that is closed at last does not take the journal of the other one along.
    open.ledger.close()
    now.close()
    let again = try Ledger(at: open.path)
    _ = try again.catalogue(over: SmallCatalogue.make())
    #expect(try again.history(.init(limit: 1)) == entry.entries)
    #expect(try again.findings().isEmpty)
    again.close()
  }

  @Test func aLedgerThatWasEmptiedOrWrittenOverTakesNothing() throws {
    for content in [Data(), Data(repeating: 0, count: 4096)] {
      let open = try OpenLedger(.small)
      let file = try #require(FileHandle(forWritingAtPath: open.path))
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: content)
      #expect(refusal(open.ledger).contains("清空或覆盖"))
      try file.close()
    }
  }

  @Test func aLedgerThatWasCopiedOverInPlaceTakesNothing() throws {
    let open = try OpenLedger(.small)
    let backup = try #require(FileManager.default.contents(atPath: open.path))
    try open.enter(.done)
    usleep(20_000)
    let file = try #require(FileHandle(forWritingAtPath: open.path))
    try file.write(contentsOf: backup)
    try file.close()
    #expect(FileIdentity(at: open.path)?.size == Int64(backup.count))
    #expect(refusal(open.ledger).contains("清空或覆盖"))
    // It stays so, whatever is carried over from the journal afterwards.
    #expect(open.ledger.displacement != nil && open.ledger.commits == 1)
  }

  @Test func carryingTheJournalOverIsNoWritingOver() throws {
    let open = try OpenLedger(.small)
    let other = try open.another()
    for round in 0..<3 {
      try open.enter(round.isMultiple(of: 2) ? .done : .underway)
      let queue = try DatabaseQueue(path: open.path)
      usleep(20_000)
      try queue.writeWithoutTransaction { db in
        _ = try db.checkpoint(round == 1 ? .truncate : .passive)
      }
      #expect(open.ledger.displacement == nil && other.displacement == nil)
      try queue.close()
    }
    _ = try other.record([change], OpenLedger.stamp(), overriding: true)
    try open.enter(.signedOff)
    other.close()
  }

  @Test func aLinkThatLeadsElsewhereTakesNothing() throws {
    let open = try OpenLedger(.small)
    let other = try TestLedger.small.make(in: open.scratch, named: "other.sqlite")
    let path = open.scratch.file("link.sqlite")
    symlink(open.path, path)
    let ledger = try Ledger(at: path)
    _ = try ledger.catalogue(over: SmallCatalogue.make())
    unlink(path)
    symlink(other, path)
    #expect(refusal(ledger).contains("换成另一个"))
    ledger.close()
  }

  @Test func anEmptyFileIsNotMadeALedgerSilently() throws {
    let scratch = try Scratch()
    let path = try scratch.write("", to: "ledger.sqlite")
    for access in [Ledger.Access.readWrite, .readOnly] {
      let fault = #expect(throws: Fault.self) { _ = try Ledger(at: path, access: access) }
      #expect(fault?.message.zh.contains("空文件") == true)
    }
    #expect(contents(of: path)?.isEmpty == true)
    unlink(path)
    let ledger = try Ledger(at: path)
    #expect(try ledger.entryCount() == 0)
    ledger.close()
  }

  @Test func aJournalWithoutItsLedgerIsNotThrownAway() throws {
    let open = try OpenLedger()
    try open.enter(.done)
    let (path, away) = (open.path, open.path + ".away")
    rename(path, away)
    open.ledger.close()
    let journal = try #require(FileManager.default.contents(atPath: path + "-wal"))
    #expect(!journal.isEmpty)
    let fault = #expect(throws: Fault.self) { _ = try Ledger(at: path) }
    #expect(fault?.message.zh.contains("-wal 还在") == true)
    #expect(FileManager.default.contents(atPath: path + "-wal") == journal)
    rename(away, path)
    let ledger = try Ledger(at: path)
    #expect(try ledger.entryCount() == 1)
    ledger.close()
  }

  @Test func aLinkToNothingMakesNoLedger() throws {
    let scratch = try Scratch()
    symlink(scratch.file("disk/ledger.sqlite"), scratch.file("ledger.sqlite"))
    let fault = #expect(throws: Fault.self) { _ = try Ledger(at: scratch.file("ledger.sqlite")) }
    #expect(fault?.message.zh.contains("链接") == true)
    #expect(!FileManager.default.fileExists(atPath: scratch.file("disk")))
  }

  @Test func whatAProgramLeftInTheMidstOfMakingIsCleared() throws {
    let scratch = try Scratch()
    let path = scratch.file("ledger.sqlite")
    // No process has this number; this one's own is in use.
    let names = [
      "ledger.sqlite.making-4194305", "ledger.sqlite.making-4194305-wal",
      "ledger.sqlite.making-4194306-shm",
    ]
    for name in names { try scratch.write("half", to: name) }
    let kept = [
      "ledger.sqlite.making-\(getppid())", "ledger.sqlite.making-x", "ledger.sqlite.new-2024",
    ]
    for name in kept { try scratch.write("not ours", to: name) }
    try Ledger(at: path).close()
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
    #expect(left == ["ledger.sqlite"] + kept)
  }

  @Test func aNameThatIsTooLongIsNoMatterOfPermissions() throws {
    let scratch = try Scratch()
    for access in [Ledger.Access.readWrite, .readOnly] {
      let name = String(repeating: "账", count: 90)
      let fault = #expect(throws: Fault.self) {
        _ = try Ledger(at: scratch.file(name), access: access)
      }
      #expect(fault?.message.zh.contains("太长") == true)
    }
    let fault = #expect(throws: Fault.self) {
      _ = try Ledger(at: scratch.file(String(repeating: "z", count: 250)))
    }
    #expect(fault?.message.zh.contains("太长") == true)
  }

  @Test func theJournalIsAsPrivateAsTheLedger() throws {
    let scratch = try Scratch()
    let path = try TestLedger.small.make(in: scratch)
    for mode in [0o600, 0o644, 0o660] {
      chmod(path, mode_t(mode))
      let ledger = try Ledger(at: path)
      for suffix in ["-wal", "-shm"] { #expect(permissions(of: path + suffix) == mode) }
      ledger.close()
    }
  }

  @Test func whoMayNotReadTheJournalIsToldAndShownNothingOld() throws {
    let open = try OpenLedger()
    try open.enter(.done)
    chmod(open.path, 0o644)
    chmod(open.scratch.path, 0o755)
    chmod(open.path + "-wal", 0o600)
    let fault = asNobody {
      #expect(throws: Fault.self) { _ = try Ledger(at: open.path, access: .readOnly) }
    }
    #expect(fault?.message.zh.contains("没有权限读取") == true)
    #expect(fault?.message.zh.contains("-wal") == true)
  }

  @Test func aCopyOfALedgerInUseWhereNothingCanBeWrittenIsNotShownOld() throws {
    let open = try OpenLedger()
    try open.enter(.done)
    let folder = open.scratch.file("copy")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let copy = try open.scratch.copy(open.path, to: "copy/ledger.sqlite")
    _ = try open.scratch.copy(open.path + "-wal", to: "copy/ledger.sqlite-wal")
    for path in [copy, copy + "-wal"] { chmod(path, 0o444) }
    chmod(open.scratch.path, 0o755)
    chmod(folder, 0o555)
    let fault = asNobody {
      #expect(throws: Fault.self) { _ = try Ledger(at: copy, access: .readOnly) }
    }
    #expect(fault?.message.zh.contains("一起复制") == true)
    chmod(folder, 0o755)
    for path in [copy, copy + "-wal"] { chmod(path, 0o644) }
    // The way out that is named leads to the entry.
    let ledger = try Ledger(at: copy)
    #expect(try ledger.entryCount() == 1)
    ledger.close()
  }
}
