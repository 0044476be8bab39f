import Bundle
import Cells
import Curses
import Dashboard
import Foundation
import LedgerStore
import Reform
import Runtime
import TestSupport

/// Hours of a meeting: keys at two a second, on the sample, with what the process holds written down.
struct LongRun {
  /// What a person does again and again, with one act in each that is taken back.
  private static let rounds = [
    "1jjj", "2jjjjkkd\ru", "2\rjj\u{1B}", "/太原\r\u{1B}\u{1B}", "3jj\r\u{1B}", "4jjj\r\u{1B}",
    "5vvvv", "5jjl>",
    "6jj", "7jj\r\u{1B}", "p太原\r\u{1B}", "@2024-06-30\r@\u{15}\r", "?\u{1B}", "LL",
    "2sunote\r\u{1B}", "w\u{1B}",
  ]

  func run(keys total: Int, seed: UInt64) throws {
    let scratch = try Scratch()
    let path = try TestLedger.sample.make(in: scratch)
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    let catalogue = try ledger.catalogue(over: try BundledCatalogue.whole())
    let day = TestLedger.sample.day
    let world = World(
      today: day, now: { "\(day)T09:30:00+0800" }, who: "王明", ledger: ledger,
      folder: scratch.path)
    let runner = EffectRunner(world)
    let size = Size(columns: 100, rows: 30)
    var state = AppState(
      catalogue: catalogue, settings: Settings(), size: size, today: day,
      progress: try Reader(ledger).progress(on: day, in: catalogue.province, catalogue))
    var dice = Dice(seed: seed)
    var (pressed, next) = (0, 0)
    print("keys, MB resident, descriptors, threads")
    while pressed < total {
      var reader = KeyReader()
      reader.feed(Array(dice.pick(Self.rounds).utf8))
      var events: [Event] = []
      while let event = reader.next() { events.append(event) }
      pressed += events.count
      let loop = EventLoop(
        LastScreen(size: size, script: events), state: state, runner: runner)
      loop.run()
      state = loop.state
      if pressed >= next {
        defer { fflush(nil) }
        print("\(pressed) \(try resident()) \(try count("fd")) \(try count("task"))")
        next += total / 16
      }
    }
    let findings = try ledger.findings()
    print("the ledger: \(findings.isEmpty ? "sound" : "\(findings)")")
  }

  private func count(_ folder: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/\(folder)").count
  }

  private func resident() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(getpagesize()) / 1_048_576
  }

  private final class LastScreen: Terminal {
    let size: Size
    private var script: [Event]
    private var last: Canvas?

    init(size: Size, script: [Event]) { (self.size, self.script) = (size, script) }

    func nextEvent() -> Event { script.isEmpty ? .ended : script.removeFirst() }
    func pendingEvent() -> Event? { nil }
    func present(_ canvas: Canvas) { last = canvas }
    func invalidate() {}
    func suspend() {}
  }
}
