import Cells
import Dashboard
import LedgerStore
import Reform
import Runtime

/// A terminal of paper: plays a script of events and keeps the last screen.
final class PaperTerminal: Terminal {
  let size: Size
  private var script: [Event]
  private(set) var last: Canvas?

  init(size: Size, script: [Event]) { (self.size, self.script) = (size, script) }

  func nextEvent() -> Event { script.isEmpty ? .ended : script.removeFirst() }
  func pendingEvent() -> Event? { nil }
  func present(_ canvas: Canvas) { last = canvas }
  func invalidate() {}
  func suspend() {}
}

/// Somebody at a ledger, with a window of a size.
final class Desk {
  let runner: EffectRunner
  private(set) var state: AppState

  init(_ ledger: Ledger, _ catalogue: Catalogue, on day: Day, size: Size) throws {
    let world = World(
      today: day, now: { "\(day)T09:00:00+0800" }, who: "测试", ledger: ledger, folder: "/tmp")
    runner = EffectRunner(world)
    state = AppState(
      catalogue: catalogue, settings: Settings(), size: size, today: day,
      progress: try Reader(ledger).progress(on: day, in: catalogue.province, catalogue))
  }

  /// Plays events to their end, effects and frames included.
  func play(_ events: [Event]) {
    let loop = EventLoop(
      PaperTerminal(size: state.size, script: events), state: state, runner: runner)
    loop.run()
    state = loop.state
  }

  /// Plays events with a worker behind a door, or without one, until everything is there: how long
  /// a key was held up at most, and how long it took in all, in milliseconds.
  func watch(_ events: [Event], through door: Ledger.Door?) -> (held: Double, total: Double) {
    let terminal = WatchedTerminal(size: state.size, script: events)
    let worker = door.map { Worker($0, wake: terminal.wake) }
    defer { worker?.close() }
    let loop = EventLoop(terminal, state: state, runner: runner, reads: worker?.queue)
    terminal.isSettled = { [unowned loop] in loop.state.readsInFlight.isEmpty }
    let total = Stopwatch.median(of: 1) { loop.run() }
    state = loop.state
    return (terminal.longest, total)
  }

  /// Enters changes and makes the frame that shows them.
  func record(_ changes: [Change]) {
    if let action = runner.run(.record(changes, overriding: true), on: state) {
      _ = update(&state, action)
    }
    _ = view(state)
  }

  func press(_ keys: Key...) { play(keys.map(Event.key)) }

  /// The time of one frame of what is shown.
  func frame(runs: Int = 51) -> Double { Stopwatch.median(of: runs) { _ = view(state) } }

  /// The time from a key to the frame after it, where nothing is asked of the ledger.
  func key(_ key: Key, runs: Int = 51) -> Double {
    var copy = state
    return Stopwatch.median(of: runs) {
      _ = update(&copy, .event(.key(key)))
      _ = view(copy)
    }
  }

  /// The time of a key that moves the cursor down or up again, and of its frame.
  ///
  /// What is asked of the ledger is left to others: everything that is shown is there already.
  func settledKey(reusing memory: FrameMemory?, runs: Int = 41) -> Double {
    var copy = state
    var isDown = false
    func press() {
      isDown.toggle()
      _ = update(&copy, .event(.key(isDown ? "j" : "k")))
      _ = view(copy, reusing: memory)
    }
    for _ in 0..<4 { press() }
    return Stopwatch.median(of: runs, press)
  }
}
