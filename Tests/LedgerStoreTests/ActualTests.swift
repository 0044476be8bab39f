import Bundle
import Foundation
import GRDB
import Intake
import LedgerStore
import Reform
import TestSupport
import Testing

@Suite struct ActualTests {
  private let scratch: Scratch
  private let path: String
  private let ledger: Ledger
  private let catalogue: Catalogue
  private let task = "jzf-2023-15/2.1.4"
  private let metric = "county-specialities"
  private let day: Day

  init() throws {
    day = try #require(Day(2024, 6, 30))
    scratch = try Scratch()
    path = try TestLedger.bundled.make(in: scratch)
    ledger = try Ledger(at: path)
    catalogue = try ledger.catalogue(over: BundledCatalogue.whole())
  }

  private func actual(_ value: Decimal, source: String = "通报") -> TargetActual {
    TargetActual(.init(task, metric, in: "140000"), value, on: day, source: source)
  }

  @discardableResult
  private func record(_ value: Decimal, seen: Int? = nil) throws -> Int {
    try ledger.record(actual(value), seen: seen, in: catalogue, OpenLedger.stamp(on: day))
  }

  private func last() throws -> ActualEntry? {
    try ledger.actuals(asOf: day).entries(actual(0).key).last
  }

  @Test func anActualIsOnDiskWithItsDaySourceAndWho() throws {
    try record(29)
    ledger.close()
    let other = try Ledger(at: path)
    defer { other.close() }
    let found = try other.actuals(asOf: day, of: task)
    #expect(found.entries(actual(0).key).map(\.actual) == [actual(29)])
    #expect(found.entries(actual(0).key).first?.who == "王明")
    #expect(try other.actuals(asOf: try #require(Day(2000, 1, 1))).isEmpty)
  }

  @Test func whoSawAnOlderNumberEntersNothing() throws {
    try record(29)
    let seen = try #require(try last()?.id)
    try record(30, seen: seen)
    #expect(throws: Fault.self) { try record(31, seen: seen) }
    #expect(throws: Fault.self) { try record(31) }
    #expect(try last()?.actual.value == 30)
  }

  @Test func undoAndRedoOfATaskReachItsActuals() throws {
    let line = Line("jyg-2019-1/annex-9", in: "140400")
    _ = try ledger.record([Change(line, status: .done)], OpenLedger.stamp(on: day))
    try record(29)
    #expect(try ledger.takeBack(OpenLedger.stamp(on: day)).what == .actual(actual(29)))
    #expect(try last() == nil)
    #expect(try ledger.history(.init(task: line.task)).map(\.status) == [.done])
    #expect(try ledger.putBack(OpenLedger.stamp(on: day)).what == .actual(actual(29)))
    #expect(try last()?.actual.value == 29)
  }

  @Test func actualsStandInTheHistoryWithWhatWasTakenBack() throws {
    try record(29)
    _ = try ledger.takeBack(OpenLedger.stamp(on: day))
    let history = try ledger.history(.init(task: task, withActuals: true))
    #expect(history.map(\.kind) == [.undone, .entered])
    #expect(history.map(\.actual) == [actual(29), actual(29)])
    #expect(history.map(\.isTakenBack) == [false, true] && history[0].who == "王明")
    #expect(try ledger.history(.init(task: task)).isEmpty)
    #expect(try ledger.history(.init(place: "140400", withActuals: true)).isEmpty)
    _ = try ledger.putBack(OpenLedger.stamp(on: day))
    #expect(try ledger.history(.init(limit: 9, withActuals: true)).map(\.isTakenBack).last == false)
  }

  @Test(arguments: ["UPDATE actual SET value = '1'", "DELETE FROM actual"])
  func actualsAreNeverChanged(sql: String) throws {
    try record(29)
    ledger.close()
    let queue = try DatabaseQueue(path: path)
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: sql) }
    }
    #expect(error?.message?.contains("added, never") == true)
    try queue.close()
  }
}
