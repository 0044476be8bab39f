import Files
import Foundation
import TestSupport
import Testing

/// What belongs to an open ledger, and what only did for a moment.
struct HeldFileTests {
  @Test func whatWasAJournalOnceIsNotHeldForGood() throws {
    let scratch = try Scratch()
    let ledger = try scratch.write("ledger", to: "a.sqlite")
    let hold = HeldFiles.hold(ledger)
    defer { hold.release() }
    let journal = try scratch.write("journal", to: "a.sqlite-journal")
    let other = scratch.file("other.csv")
    // Another name of the same number, as a new file may have it once the journal is gone.
    try #require(link(journal, other) == 0)
    #expect(HeldFiles.has(other))
    try #require(unlink(journal) == 0)
    #expect(!HeldFiles.has(other) && HeldFiles.has(ledger))
  }

  @Test func whatStandsBesideAnOpenLedgerIsHeld() throws {
    let scratch = try Scratch()
    let ledger = try scratch.write("ledger", to: "a.sqlite")
    let wal = try scratch.write("wal", to: "a.sqlite-wal")
    let hold = HeldFiles.hold(ledger)
    #expect(HeldFiles.has(ledger) && HeldFiles.has(wal))
    hold.release()
    #expect(!HeldFiles.has(ledger) && !HeldFiles.has(wal))
  }
}
