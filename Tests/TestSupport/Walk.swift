import Cells
import Dashboard
import LedgerStore
import Reform
import Runtime

/// The whole app on a ledger on disk, without a terminal: keys go in, screens come out.
public final class Walk {
  /// How a walk begins.
  public struct Setting {
    public var size = Size(columns: 80, rows: 24)
    public var ledger = TestLedger.small
    public var settings = Settings()
    public var place: Division.Code?
    public var isReadOnly = false
    /// Whether it begins with what an own ledger is, as the program does where nothing is entered.
    public var greets = false
    /// Who answers what takes long; nil has all answered at once.
    public var reads: ReadQueue?
    /// The office on whose ledger it goes, beside whatever else the office does with it.
    public var office: Office?
    /// What exchanges the ledger with its hub.
    public var synchroniser: Synchroniser?

    public init() {}
  }

  public let scratch: Scratch
  public let path: String
  public private(set) var state: AppState
  /// The screen after the last key.
  public private(set) var canvas: Canvas
  /// Every screen that was shown.
  public private(set) var screens: [Canvas] = []
  /// How often the terminal was asked to draw anew, and to stop.
  public private(set) var redraws = 0
  public private(set) var themes: [ColorTheme] = []
  public private(set) var suspensions = 0
  public let world: World
  /// Where a short cut gave something else than the long way; nothing when all is well.
  public private(set) var disagreements: [String] = []
  private let setting: Setting
  public let runner: EffectRunner
  /// The last frame, from one press to the next.
  private let memory = FrameMemory()

  /// Begins on a ledger of its own, or on the one that another walk left.
  public init(_ setting: Setting = Setting(), after other: Walk? = nil) throws {
    self.setting = setting
    scratch = try other?.scratch ?? Scratch()
    path = try other?.path ?? setting.office?.path ?? setting.ledger.make(in: scratch)
    let ledger = try Ledger(at: path, access: setting.isReadOnly ? .readOnly : .readWrite)
    let catalogue = try ledger.catalogue(over: setting.ledger.tables)
    let day = setting.ledger.day
    world = World(
      today: day, now: { "\(day)T09:30:00+0800" }, who: "王明", ledger: ledger,
      folder: scratch.path)
    runner = EffectRunner(world)
    let progress = try Reader(ledger).progress(
      on: day, in: setting.place ?? catalogue.province, catalogue)
    state = AppState(
      catalogue: catalogue, settings: setting.settings, size: setting.size, today: day,
      isSample: try ledger.remark("sample") != nil, isReadOnly: setting.isReadOnly,
      progress: progress)
    if setting.greets, other == nil { state.greet() }
    canvas = Canvas(size: setting.size)
    send([])
  }

  deinit { world.ledger.close() }

  /// Presses keys, written as `2 j j Enter 'typed'`.
  public func press(_ keys: String) throws { send(try Keys.events(keys)) }

  /// Presses keys, then what exports the table of the screen, of which the menu is passed where it has
  /// papers as well.
  public func export(_ keys: String = "") throws {
    try press(keys + " Ctrl-S")
    let isAsked = canvas.text.contains("存为") || canvas.text.contains("Save as")
    if isAsked { try press("Enter") }
  }

  /// Lets events happen, one after another.
  public func send(_ events: [Event]) {
    let terminal = ScriptedTerminal(size: state.size, script: events)
    let loop = EventLoop(
      terminal, state: state, runner: runner, reads: setting.reads, memory: memory,
      synchroniser: setting.synchroniser)
    var hasMissed = false
    terminal.inspect = { [unowned loop] canvas in
      hasMissed = hasMissed || canvas != view(loop.state).canvas
    }
    loop.run()
    state = loop.state
    screens += terminal.screens
    redraws += terminal.redraws
    suspensions += terminal.suspensions
    themes += terminal.themes
    canvas = terminal.screens.last ?? canvas
    if hasMissed {
      disagreements.append("the panes kept from the frame before do not show what is")
    }
    if state.day == world.today, !isReckonedAlike() {
      disagreements.append("what was reckoned after a change is not what a new start reckons")
    }
  }

  private func isReckonedAlike() -> Bool {
    guard
      let fresh = try? Reader(world.ledger).progress(
        on: state.day, in: state.scope, state.catalogue),
      fresh.lastEntry == state.progress.lastEntry
    else { return true }
    let anew = AppState(
      catalogue: state.catalogue, settings: state.settings, size: state.size, today: state.today,
      progress: fresh)
    return anew.report == state.report && anew.league == state.league
  }

  /// Quits and opens the same ledger again.
  public func restarted() throws -> Walk {
    world.ledger.close()
    var setting = setting
    setting.size = state.size
    return try Walk(setting, after: self)
  }

  /// Somebody else enters something through a connection of his own.
  public func another(
    _ who: String, enters task: ReformTask.ID, _ places: [Division.Code], _ status: Status,
    _ note: String?
  ) throws {
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    let catalogue = try ledger.catalogue(over: setting.ledger.tables)
    guard let known = catalogue.task(task) else { throw TestFailure("no task \(task)") }
    let lines = try ledger.standings(of: known, in: catalogue, asOf: world.today)
    let changes = lines.filter { places.contains($0.line.place) }.map {
      Change($0.line, status: status, note: note)
    }
    let stamp = Stamp(who: who, day: world.today, at: world.now())
    _ = try ledger.record(changes, stamp, overriding: true)
  }
}
