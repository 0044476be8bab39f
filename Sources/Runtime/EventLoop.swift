import Cells
import Dashboard
import Reform

/// Event to action to update to effects to the screen, until somebody quits.
public final class EventLoop {
  private let terminal: any Terminal
  private var runner: EffectRunner
  /// Where questions go that take longer than a frame; nil where all are answered at once.
  private var reads: ReadQueue?
  public private(set) var state: AppState
  /// Nil where nobody asked for a trace: saying events in words costs more than a frame.
  private let trace: ((String) -> Void)?
  private let memory: FrameMemory
  /// The copy of today; nil where none is to be made.
  private let copy: DailyCopy?
  /// Exchanges a shared ledger with its hub; nil where nothing is to be written.
  private let synchroniser: Synchroniser?
  private var isRunning = true
  private var needsPaint = true
  private var lastLook = ContinuousClock.now
  /// Whether it was told that the ledger's file is not in its place any more.
  private var isDisplaced = false

  public init(
    _ terminal: any Terminal, state: AppState, runner: EffectRunner, reads: ReadQueue? = nil,
    memory: FrameMemory = FrameMemory(), copy: DailyCopy? = nil, synchroniser: Synchroniser? = nil,
    trace: ((String) -> Void)? = nil
  ) {
    (self.terminal, self.state, self.runner, self.trace) = (terminal, state, runner, trace)
    (self.reads, self.memory, self.copy) = (reads, memory, copy)
    self.synchroniser = synchroniser
  }

  public func run() {
    // What takes long is on its way while the first frame is made.
    if reads != nil, state.progress.lastEntry >= Reader.large { _ = fill() }
    needsPaint = true
    while isRunning {
      if needsPaint { terminal.present(view(state, reusing: memory).canvas) }
      needsPaint = false
      // After the frame, so that nobody waits for it.
      if isTimeToLook(), look() { continue }
      if fill() || fetch() || exchange() { continue }
      step(terminal.nextEvent())
      while isRunning, let event = terminal.pendingEvent() { step(event) }
    }
  }

  private func step(_ event: Event) {
    turnDay()
    if event != .tick, event != .woken {
      trace?("event \(event)")
      needsPaint = true
    }
    // A tick comes when nothing else did for a while.
    if event == .tick { look() }
    take(.event(event))
    keepCopy(event)
  }

  private static let unable = Fault(
    "这里只看不写，不能同步。", "Nothing is written here, and nothing exchanged with a hub.")

  /// Has the copy of today made once nobody presses a key, and tells where that failed.
  private func keepCopy(_ event: Event) {
    if event == .tick { copy?.begin() }
    guard let fault = copy?.fault() else { return }
    take(.notCopied(fault))
    needsPaint = true
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
    take(.written)
    carryOut(.refresh)
    needsPaint = true
    return true
  }

  /// Loads what the frame had to leave out; false where it was whole.
  private func fill() -> Bool {
    let effects = update(&state, .shown)
    for effect in effects { carryOut(effect) }
    reads?.keep(state.readsInFlight)
    // Whatever is waited for is on its way: where an effect was let fall it is asked now.
    let lost = state.readsInFlight.filter { reads?.knows($0) != true }
    for read in lost { carryOut(.read(read)) }
    needsPaint = !effects.isEmpty || !lost.isEmpty
    return needsPaint
  }

  /// Takes what was answered beside the loop; false where there is nothing.
  private func fetch() -> Bool {
    guard let answered = reads?.answered(), !answered.isEmpty else { return false }
    for (question, outcome) in answered { take(outcome, of: question) }
    needsPaint = true
    return true
  }

  /// Begins an exchange with the hub where it is time, or takes what came of one; false where there is
  /// neither.
  private func exchange() -> Bool {
    // One that joined by a file has no line.
    let hasLine = state.progress.sharing?.membership.hasLine == true
    guard hasLine, let news = synchroniser?.look() else { return false }
    // What came is in the ledger already, and is seen before it is spoken of.
    look()
    take(.exchange(news))
    needsPaint = true
    return true
  }

  private func take(_ outcome: ReadQueue.Outcome, of question: Question) {
    trace?("answer \(question.read)")
    switch outcome {
    case .answer(let answer): take(.answered(question.read, answer))
    case .fault(let fault): take(.unanswered(question.read, fault))
    case .unable: answerAll()
    case .outdated:
      if !look() { carryOut(.refresh) }
      let known = question.ground.catalogue.tasks.map(\.id)
      if known == state.catalogue.tasks.map(\.id) { return answerAll() }
      take(.unanswered(question.read, nil))
    }
  }

  /// Nobody can answer beside the loop: from now on everything is answered here.
  private func answerAll() {
    reads = nil
    for read in state.readsInFlight { carryOut(.read(read)) }
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
    case .recolor(let theme): terminal.recolor(theme)
    case .suspend: terminal.suspend()
    case .synchronise:
      guard let synchroniser else { return take(.failed(Self.unable)) }
      take(.exchange(synchroniser.ask()))
    case .read(let read):
      let question = Question(read, ReadGround(state))
      if let reads, reads.takes(question) {
        reads.ask(question)
      } else {
        take(runner.answer(question))
      }
    default:
      let before = runner.world.ledger.commits
      let answer = runner.run(effect, on: state)
      if runner.world.ledger.commits != before {
        take(.written)
        synchroniser?.noteEntry()
      }
      if let answer { take(answer) }
    }
  }
}
