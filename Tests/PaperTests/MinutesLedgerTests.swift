import Bundle
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

@testable import Papers

/// Minutes of meetings that a ledger has kept.
struct MinutesLedgerTests {
  private let scratch: Scratch
  private let ledger: Ledger
  private let catalogue = SmallCatalogue.make()
  private let day = SmallCatalogue.day
  private let line = Line("demo-1/1", in: "140400")

  init() throws {
    scratch = try Scratch()
    ledger = try Ledger(at: try TestLedger.blank.make(in: scratch))
  }

  private func enter(_ content: Act.Content) throws {
    let stamp = Stamp(who: "孙某", day: day, at: "\(day)T09:00:00+0800")
    _ = try ledger.enter(Act(content, stamp), under: ActRules(catalogue)).entered()
  }

  private func step(_ step: MeetingStep, _ id: String) throws {
    try enter(.meeting(id, step, seen: try ledger.lastAct()))
  }

  private func extend(in id: String, to due: Day, until: Day?) throws {
    let decision = Decision(
      .extend, in: id, on: .task(line.task, in: "140400"), lines: [line], text: "等文件", due: due,
      askedBy: "长治")
    try enter(
      .decision(
        decision, [Change(line, note: "等文件", until: .some(due), untilSeen: .some(until))],
        seen: try ledger.lastAct()))
  }

  private func items(of id: String) throws -> [String] {
    let desk = PaperDesk(ledger, catalogue, on: day, .zh, isSample: false)
    let meeting = try #require(try desk.meetings().first { $0.id == id })
    let paper = try desk.minutes(of: meeting, BundledCatalogue.indicators()).paper(signed: day)
    return paper.blocks.compactMap { block -> [String]? in
      if case .list(let items) = block { items } else { nil }
    }.first ?? []
  }

  @Test func anExtensionGoesFromWhatTheMeetingBeforeHadSet() throws {
    let (first, second) = ("hy-2020-03-02-1", "hy-2020-03-02-2")
    let days = [30, 60, 90].map { day.adding(days: $0) }
    let words = days.map { PaperWords.day($0).zh }
    for id in [first, second] {
      try step(.card(MeetingCard(title: "例会", day: day, scope: "140000")), id)
    }
    try step(.open, first)
    try extend(in: first, to: days[0], until: nil)
    try step(.close(minutes: "〔2020〕1号"), first)
    try step(.open, second)
    try extend(in: second, to: days[1], until: days[0])
    try extend(in: second, to: days[2], until: days[1])
    let one = try items(of: first)
    #expect(one.count == 1 && one[0].contains("原定2020年1月31日，延至\(words[0])"), "\(one)")
    let two = try items(of: second)
    #expect(two.count == 2, "\(two)")
    #expect(two.first?.contains("文件时限2020年1月31日，此前已延至\(words[0])，再延至\(words[1])") == true)
    #expect(two.last?.contains("文件时限2020年1月31日，此前已延至\(words[1])，再延至\(words[2])") == true)
  }
}
