import Foundation
import GRDB
import LedgerStore
import Reform
import TestSupport
import Testing

@testable import Runtime

/// Copies of a ledger: whole, looked through, never in place of another file.
@Suite struct BackupTests {
  private let open: OpenLedger
  private let day = SmallCatalogue.day

  init() throws { open = try OpenLedger(.figures) }

  private func target(_ name: String) -> String { open.scratch.file(name) }

  @Test func aCopyHoldsWhatWasEnteredWhileOthersWrite() throws {
    let other = try open.another()
    let copy = try Backup(of: open.ledger) {
      // Somebody enters between two pieces of the copy.
      _ = try? other.record(
        [Change(OpenLedger.changzhi, status: .underway)], OpenLedger.stamp("李华"), overriding: true)
      return false
    }.make(at: target("copy.sqlite"))
    let ledger = try Ledger(at: copy.path, access: .readOnly)
    #expect(try ledger.findings().isEmpty)
    #expect(try ledger.lastAct() == copy.acts)
    #expect(try open.ledger.lastAct() > copy.acts)
    let permissions = try FileManager.default.attributesOfItem(atPath: copy.path)[.posixPermissions]
    #expect(permissions as? Int == 0o600)
  }

  @Test func noFileIsWrittenOver() throws {
    let path = target("copy.sqlite")
    _ = try Backup(of: open.ledger).make(at: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    try open.enter(.done)
    #expect(throws: Fault.self) { try Backup(of: open.ledger).make(at: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    let copy = try Backup(of: open.ledger).make(at: path, replacing: true)
    #expect(try copy.acts == open.ledger.lastAct())
    #expect(throws: Fault.self) { try Backup(of: open.ledger).make(at: open.path, replacing: true) }
    let left = try FileManager.default.contentsOfDirectory(atPath: open.scratch.path)
    #expect(!left.contains { $0.contains(Ledger.buildingMark) })
  }

  @Test func whatIsNotSoundIsNotCopied() throws {
    open.ledger.close()
    let queue = try DatabaseQueue(path: open.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "DROP TRIGGER act_stays; UPDATE act SET who = '某'")
    }
    try queue.close()
    let ledger = try Ledger(at: open.path)
    let fault = #expect(throws: Fault.self) {
      try Backup(of: ledger).make(at: target("copy.sqlite"))
    }
    #expect(fault?.message.en.contains("yigai check") == true)
    #expect(!FileManager.default.fileExists(atPath: target("copy.sqlite")))
  }

  /// Makes the copy of a day and waits for it.
  private func copied(_ day: Day, keep: Int, in folder: String? = nil) throws -> Fault? {
    let copy = DailyCopy(
      try #require(open.ledger.door), CopyNames(of: open.path, in: folder), keep: keep, day: day,
      wake: {})
    copy.begin()
    copy.finish()
    return copy.fault()
  }

  @Test func aCopyADayIsKeptAndTheOldestGo() throws {
    let names = CopyNames(of: open.path, in: nil)
    let kept = [names.folder + "ledger.sqlite.backup-x", names.free(on: day)]
    for path in kept { try Data([1]).write(to: URL(fileURLWithPath: path)) }
    for number in 0..<5 { #expect(try copied(day.adding(days: number), keep: 3) == nil) }
    #expect(names.days == [4, 3, 2].map { day.adding(days: $0) })
    for path in kept { #expect(FileManager.default.fileExists(atPath: path)) }
    // Of today there is one already.
    let today = names.daily(day.adding(days: 4))
    let before = try Data(contentsOf: URL(fileURLWithPath: today))
    try open.enter(.done)
    #expect(try copied(day.adding(days: 4), keep: 3) == nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: today)) == before)
  }

  @Test func twoLedgersOfOneNameKeepTheirCopiesApart() throws {
    let other = try OpenLedger(.small)
    let folder = target("copies")
    #expect(try copied(day, keep: 2, in: folder) == nil)
    let (one, two) = (CopyNames(of: open.path, in: folder), CopyNames(of: other.path, in: folder))
    #expect(one.days == [day] && two.days.isEmpty)
    #expect(one.daily(day) != two.daily(day))
  }

  @Test func aCopyThatFailsIsASentence() throws {
    let fault = try copied(day, keep: 2, in: "/proc/nowhere")
    #expect(fault?.message.zh.hasPrefix("今天的备份没有做成") == true)
  }
}
