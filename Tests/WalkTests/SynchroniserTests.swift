import Dashboard
import Foundation
import Reform
import Runtime
import TestSupport
import Testing

/// When exchanges begin, and what comes of the program that makes them.
@Suite struct SynchroniserTests {
  private final class Clock {
    var now = ContinuousClock.now
    var begun = 0
    var isOver = false
  }

  private func synchroniser(_ clock: Clock, every: Int) -> Synchroniser {
    let begin: () throws -> Synchroniser.Running = {
      clock.begun += 1
      return { clock.isOver ? .success(ExchangeReport(sent: clock.begun)) : nil }
    }
    return Synchroniser(every: every, now: { clock.now }, begin)
  }

  @Test func itBeginsAtTheStartAndThenEverySoOften() {
    let clock = Clock()
    let synchroniser = synchroniser(clock, every: 300)
    #expect(synchroniser.look() == .began)
    #expect(synchroniser.look() == nil)
    clock.now += .seconds(1_000)
    #expect(synchroniser.look() == nil && clock.begun == 1)
    clock.isOver = true
    #expect(synchroniser.look() == .ended(ExchangeReport(sent: 1), wasAsked: false))
    #expect(synchroniser.look() == nil)
    clock.now += .seconds(299)
    #expect(synchroniser.look() == nil)
    clock.now += .seconds(1)
    #expect(synchroniser.look() == .began && clock.begun == 2)
  }

  @Test func whatWasEnteredIsSentAfterAPause() {
    let clock = Clock()
    let synchroniser = synchroniser(clock, every: 300)
    _ = synchroniser.look()
    synchroniser.noteEntry()
    clock.isOver = true
    #expect(synchroniser.look() == .ended(ExchangeReport(sent: 1), wasAsked: false))
    clock.now += Synchroniser.pause
    #expect(synchroniser.look() == .began)
  }

  @Test func forNeverItBeginsOnlyWhenAsked() {
    let clock = Clock()
    let synchroniser = synchroniser(clock, every: 0)
    synchroniser.noteEntry()
    clock.now += .seconds(100_000)
    #expect(synchroniser.look() == nil)
    #expect(synchroniser.ask() == .began)
    #expect(synchroniser.ask() == .already && clock.begun == 1)
    clock.isOver = true
    #expect(synchroniser.look() == .ended(ExchangeReport(sent: 1), wasAsked: true))
    clock.now += .seconds(100_000)
    #expect(synchroniser.look() == nil)
  }

  private func ending(of script: String) throws -> Result<ExchangeReport, Fault> {
    let scratch = try Scratch()
    let path = scratch.file("yigai-sync")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o755)
    let running = try SyncProcess.exchange("/nowhere.sqlite", by: path)
    while true {
      if let ending = running() { return ending }
      sched_yield()
    }
  }

  private func words(_ ending: Result<ExchangeReport, Fault>) -> String {
    if case .failure(let fault) = ending { fault.message.zh } else { "" }
  }

  @Test func whatTheProgramAnswersIsTaken() throws {
    let reply = try JSONEncoder().encode(HubReply.exchanged(ExchangeReport(came: 3, sent: 2)))
    let found = try ending(of: "echo '\(String(decoding: reply, as: UTF8.self))'")
    guard case .success(let report) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(report == ExchangeReport(came: 3, sent: 2))
  }

  @Test func aProgramThatIsKilledOrTalksNonsenseIsToldOf() throws {
    #expect(words(try ending(of: "kill -9 $$")).contains("信号 9"))
    #expect(words(try ending(of: "echo what")).contains("没有给出答复"))
    #expect(words(try ending(of: "exit 1")).contains("没有给出答复"))
    let fault = try JSONEncoder().encode(HubReply.fault(Phrase("断了", "broken"), exitCode: 1))
    #expect(words(try ending(of: "echo '\(String(decoding: fault, as: UTF8.self))'")) == "断了")
    #expect(throws: Fault.self) { try SyncProcess.exchange("/x", by: "/nowhere/yigai-sync") }
  }
}
