import Bundle
import Cells
import Foundation
import LedgerStore
import Reform
import TestSupport
import Testing

/// The dashboard is killed at random moments while a meeting decides, sets tasks and tasks are made by
/// hand: what its screen had acknowledged is there once and whole.
///
/// `KILLS` says how often (`make crash`); without it nothing runs, for it takes some seconds each.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["KILLS"] != nil))
struct KilledMeetingTests {
  private static let day = SmallCatalogue.day
  private static let meeting = "hy-2020-03-02-1"
  /// How many rounds go on one ledger.
  private static let stretch = 25

  private let program: Program
  private let path: String
  private let fresh: String

  init() throws {
    program = try Program()
    path = try program.with(.bundled)
    fresh = program.scratch.file("fresh.sqlite")
    let ledger = try Ledger(at: path)
    let catalogue = try ledger.catalogue(over: BundledCatalogue.tables())
    let items = catalogue.tasks.prefix(12).map {
      AgendaItem(.task($0.id, in: catalogue.province), [.asked])
    }
    let card = MeetingCard(title: "改革例会", day: Self.day, scope: catalogue.province)
    for step in [MeetingStep.card(card), .add(Array(items)), .open] {
      let stamp = Stamp(who: "王明", day: Self.day, at: "before")
      let act = Act(.meeting(Self.meeting, step), stamp, overriding: true)
      _ = try ledger.enter(act, under: ActRules(catalogue)).entered()
    }
    ledger.close()
    try FileManager.default.copyItem(atPath: path, toPath: fresh)
  }

  private enum Kind: CaseIterable { case carryOn, resolve, make }

  /// Opens the dashboard, in a memory of its own, through something that ends it.
  private func open(_ number: Int, through wrapper: [String] = []) throws -> TerminalSession {
    try TerminalSession(
      ["--today", "\(Self.day)"], scratch: program.scratch, size: Size(columns: 100, rows: 30),
      environment: ["XDG_STATE_HOME": program.scratch.file("state-\(number)")], through: wrapper)
  }

  private func press(_ keys: String, in session: TerminalSession, until words: String...) throws {
    session.type(keys)
    try session.wait("\(words) after \(keys)") { screen in words.allSatisfy(screen.text.contains) }
  }

  /// To the item of the agenda that was open last.
  private func goToItem(_ session: TerminalSession) throws {
    session.type("6")
    try session.wait("the meeting") {
      $0.text.contains("会议中 改革例会") || $0.text.contains("改革例会 · 山西")
    }
    if session.text.contains("会议中 改革例会") {
      try press("\r", in: session, until: "r 议程规则", "/12 ─")
    }
    guard !session.text.contains("n 继续推进") else { return }
    try press("\r", in: session, until: "n 继续推进", "/12 ─")
  }

  /// From the first frame to an item of the agenda.
  private func start(_ session: TerminalSession, item: Int) throws {
    try session.wait(for: "任务进展")
    try goToItem(session)
    for step in 0..<item { try press("\u{1B}[C", in: session, until: " \(step + 2)/12 ─") }
  }

  /// Enters something that bears a name and waits until it is acknowledged.
  private func enter(_ kind: Kind, _ name: String, in session: TerminalSession) throws {
    switch kind {
    case .carryOn:
      try press("n\(name)", in: session, until: "Enter 登记", name)
      try press("\r", in: session, until: "✓ 继续推进", name)
    case .resolve:
      try press("a\(name)", in: session, until: "Ctrl-S 登记", name)
      try press("\u{13}", in: session, until: "✓ 议定事项", name)
    case .make:
      try press("2", in: session, until: "任务 · 按状态")
      try press("a\(name)", in: session, until: "Ctrl-S 登记", name)
      try press("\u{13}", in: session, until: "✓ 已设立：\(name)")
      try press("\u{1B}", in: session, until: "任务 · 按状态")
      try goToItem(session)
    }
  }

  /// What the ledger has of each name: decisions, tasks, and whether it is whole.
  private func held() throws -> (times: [String: Int], findings: [Finding]) {
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    let catalogue = try ledger.catalogue(over: BundledCatalogue.tables())
    var times: [String: Int] = [:]
    let decisions = try #require(try ledger.meetings().first).decisions.map(\.decision)
    let notes = try ledger.history(.init(limit: .max)).compactMap(\.note)
    let titles = catalogue.tasks.map(\.title.zh)
    for decision in decisions {
      times[decision.text, default: 0] += 1
      let isTask = decision.kind == .resolve
      #expect(notes.count { $0 == decision.text } == decision.lines.count, "\(decision)")
      #expect(titles.count { $0 == decision.text } == (isTask ? 1 : 0), "\(decision)")
    }
    let decided = Set(decisions.map(\.text))
    for title in titles where !decided.contains(title) { times[title, default: 0] += 1 }
    #expect(Set(notes).isSubset(of: decided))
    return (times, try ledger.findings())
  }

  private func renew() throws {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    try FileManager.default.copyItem(atPath: fresh, toPath: path)
  }

  @Test func whatTheMeetingHadDecidedIsThereOnce() throws {
    let rounds = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 12
    var dice = Dice(seed: UInt64(rounds))
    // Once to the end, which says how long it takes.
    let began = ContinuousClock.now
    let whole = try open(0)
    try start(whole, item: 0)
    for (step, kind) in Kind.allCases.enumerated() { try enter(kind, "K0x\(step)", in: whole) }
    try whole.cut()
    let wholeTime = began.duration(to: .now) / .microseconds(1)
    var (killed, unsaid) = (0, 0)
    var (acknowledged, begun) = ((0..<3).map { "K0x\($0)" }, Set<String>())
    var all = 0
    for number in 1...rounds {
      let moment = Double(dice.roll(Int(wholeTime * 1.3) + 1)) / 1_000_000
      let session = try open(
        number, through: ["/usr/bin/timeout", "--foreground", "-s", "KILL", "\(moment + 0.001)"])
      do {
        try start(session, item: dice.roll(4))
        for step in 0..<40 {
          let name = "K\(number)x\(step)"
          begun.insert(name)
          try enter(dice.pick(Kind.allCases), name, in: session)
          acknowledged.append(name)
        }
      } catch is TestFailure {}
      killed += [-SIGKILL, 128 + SIGKILL].contains(try session.end()) ? 1 : 0
      guard number.isMultiple(of: Self.stretch) || number == rounds else { continue }
      let (times, findings) = try held()
      #expect(findings.isEmpty, "\(findings.map(\.message.en))")
      for name in acknowledged { #expect(times[name] == 1, "\(name): \(times[name] ?? 0)") }
      let there = begun.subtracting(acknowledged).filter { times[$0] != nil }
      for name in there { #expect(times[name] == 1, "\(name): \(times[name] ?? 0)") }
      all += acknowledged.count
      unsaid += there.count
      (acknowledged, begun) = ([], [])
      try renew()
    }
    print(
      "dashboards \(rounds), killed \(killed), acknowledged \(all), entered and not said \(unsaid)")
    #expect(killed == rounds)
  }
}
