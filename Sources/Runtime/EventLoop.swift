import Cells
import Dashboard
import Reform

/// Event to action to update to effects to the screen, until somebody quits.
public final class EventLoop {
  private let terminal: any Terminal
  private var runner: EffectRunner
  public private(set) var state: AppState
  /// Nil where nobody asked for a trace: saying events in words costs more than a frame.
  private let trace: ((String) -> Void)?
  private let memory: FrameMemory
  private var isRunning = true
  private var needsPaint = true
  private var lastLook = ContinuousClock.now
  /// Whether it was told that the ledger's file is not in its place any more.
  private var isDisplaced = false

  public init(
    _ terminal: any Terminal, state: AppState, runner: EffectRunner,
    memory: FrameMemory = FrameMemory(), trace: ((String) -> Void)? = nil
  ) {
    (self.terminal, self.state, self.runner, self.trace) = (terminal, state, runner, trace)
    self.memory = memory
  }

  public func run() {
    while isRunning {
      if needsPaint { terminal.present(view(state, reusing: memory).canvas) }
      needsPaint = false
      // After the frame, so that nobody waits for it.
      if isTimeToLook(), look() { continue }
      if fill() { continue }
      step(terminal.nextEvent())
      while isRunning, let event = terminal.pendingEvent() { step(event) }
    }
  }

  private func step(_ event: Event) {
    turnDay()
    if event != .tick {
      trace?("event \(event)")
      needsPaint = true
    }
    // A tick comes when nothing else did for a while.
    if event == .tick { look() }
    take(.event(event))
  }

  /// Goes on to the day of the clock before anything is done on it.
  private func turnDay() {
    guard let day = runner.world.calendar?(), day > runner.world.today else { return }
    runner.world.today = day
    take(.dayCame(day))
    needsPaint = true
  }

  /// Takes in what other programs have entered; false where there is nothing.
  @discardableResult
  private func look() -> Bool {
    if let fault = runner.world.ledger.displacement, !isDisplaced {
      isDisplaced = true
      take(.failed(fault))
      needsPaint = true
    }
    guard runner.world.ledger.hasMoved() else { return false }
    carryOut(.refresh)
    needsPaint = true
    return true
  }

  /// Loads what the frame had to leave out; false where it was whole.
  private func fill() -> Bool {
    let effects = update(&state, .shown)
    for effect in effects { carryOut(effect) }
    needsPaint = !effects.isEmpty
    return needsPaint
  }

  /// Other programs' entries are looked for twice a second while keys come, and when none do.
  private func isTimeToLook() -> Bool {
    let now = ContinuousClock.now
    guard now - lastLook > .milliseconds(500) else { return false }
    lastLook = now
    return true
  }

  private func take(_ action: Action) {
    for effect in update(&state, action) { carryOut(effect) }
  }

  private func carryOut(_ effect: Effect) {
    trace?("effect \(effect)")
    switch effect {
    case .quit: isRunning = false
    case .redraw: terminal.invalidate()
    case .suspend: terminal.suspend()
    default:
      if let answer = runner.run(effect, on: state) { take(answer) }
    }
  }
}
