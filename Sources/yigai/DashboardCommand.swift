import ArgumentParser
import Cells
import Curses
import Dashboard
import Files
import Foundation
import Reform
import Runtime

/// Opens the dashboard.
struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "打开总览（默认）。Opens the dashboard, as without a command.")

  @OptionGroup var options: LedgerOptions

  func run() throws { try Self.run(options.choice) }

  /// Opens the dashboard on what was chosen, and stays until somebody quits.
  ///
  /// Where a signal asked for the end, the program ends by it once everything is closed.
  static func run(_ choice: LedgerChoice) throws {
    CursesTerminal.giveMemoryBack()
    try show(choice)
    CursesTerminal.endBySignal()
  }

  private static func show(_ choice: LedgerChoice) throws {
    var choice = choice
    // The header names the place that was taken.
    choice.likest = { _ in }
    choice.tellOfMaking()
    let terminal = try choice.isFirst ? Self.terminal(Surroundings.settings().settings) : nil
    var founded: Language?
    if let terminal {
      // What is thrown is said on a terminal that was given back.
      defer { if founded == nil { terminal.close() } }
      guard let language = try found(choice, on: terminal) else { return }
      founded = language
    }
    try run(choice, on: terminal, founded)
  }

  private static func terminal(_ settings: Settings) throws -> CursesTerminal {
    var curses = CursesOptions()
    (curses.mouse, curses.theme) = (settings.mouse, settings.theme)
    curses.ambiguous =
      settings.ambiguous == .auto ? .auto : settings.ambiguous == .two ? .two : .one
    do { return try CursesTerminal(options: curses) } catch { throw error.fault }
  }

  /// Makes the ledger in its usual place, of the province that somebody chooses; gives the language
  /// in which, and nil where they left and nothing was made.
  private static func found(
    _ choice: LedgerChoice, on terminal: CursesTerminal
  ) throws -> Language? {
    let path = try choice.path()
    try choice.refuseUnmakeable(path)
    var settings = Surroundings.settings().settings
    settings.language = try choice.language() ?? settings.language
    guard settings.province.isEmpty else {
      try LedgerProvince.make(at: path, of: try LedgerProvince.find(settings.province).id)
      return settings.language
    }
    guard let answer = FoundingLoop.ask(terminal, settings, today: Clock.today()) else {
      return nil
    }
    try LedgerProvince.make(at: path, of: answer.province)
    return answer.language
  }

  private static func run(
    _ choice: LedgerChoice, on open: CursesTerminal?, _ founded: Language?
  ) throws {
    defer { open?.close() }
    var opened = try choice.open()
    defer { opened.ledger.close() }
    let clock = choice.readOnly ? nil : try opened.doubtedClock()
    let home = try opened.home
    let memory = Memory(choice, opened)
    if choice.place == nil,
      let place = try home ?? choice.own(opened) ?? opened.officePlace ?? memory.place(opened)
    {
      opened.scope = place
    }
    if choice.lang == nil { opened.language = founded ?? memory.language }
    var runner = opened.runner()
    if choice.today == nil, choice.asOf == nil, !opened.isSample {
      runner.world.calendar = Clock.today
    }
    let progress = try opened.progress()
    var settings = opened.settings
    settings.tables = Surroundings.tables
    settings.hasColors = Surroundings.value("NO_COLOR") == nil
    let terminal = try open ?? Self.terminal(settings)
    let worker = opened.ledger.door.map { Worker($0, wake: terminal.wake) }
    let copy = opened.dailyCopy(wake: terminal.wake)
    // The terminal is given back before anything is waited for.
    defer { worker?.close() }
    defer { copy?.close() }
    defer { terminal.close() }
    var state = AppState(
      catalogue: opened.catalogue, settings: settings, size: terminal.size,
      today: opened.today, isSample: opened.isSample, isReadOnly: choice.readOnly,
      progress: progress)
    if home != nil, home == opened.scope { state.keepHome() }
    if let tab = memory.tab { state.begin(at: tab) }
    if let clock, !choice.ahead {
      state.doubt(clock: clock)
    } else if try opened.isUntouched, !choice.readOnly {
      state.greet()
    }
    if let finding = opened.findings.first { state.warn(finding) }
    if let codeset = LocaleNotice.codeset {
      state.warn(Finding("locale", .warning, LocaleNotice.words(codeset), at: .init()))
    }
    let loop = EventLoop(
      terminal, state: state, runner: runner, reads: worker?.queue, copy: copy,
      synchroniser: opened.synchroniser(), trace: trace())
    loop.run()
    memory.keep(loop.state, begunIn: choice.lang == nil ? memory.language : opened.language)
  }

  /// Writes every event and effect as a line where `YIGAI_TRACE` names a file.
  private static func trace() -> ((String) -> Void)? {
    guard let path = Surroundings.value("YIGAI_TRACE"), !HeldFiles.has(path) else { return nil }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    return { _ = StandardStreams.write(Safe.line($0) + "\n", to: file) }
  }
}

extension Opened {
  /// What a person has set, in the language that was asked for.
  var settings: Settings {
    var settings = configuration.settings
    settings.language = language
    return settings
  }
}

extension Opened {
  /// The copy that is made of an own ledger today; nil where none is to be made.
  func dailyCopy(wake: @escaping @Sendable () -> Void) -> DailyCopy? {
    let copies = configuration.settings.copies
    guard !isSample, ledger.access == .readWrite, copies.keep > 0, let door = ledger.door else {
      return nil
    }
    let names = CopyNames(of: ledger.path, in: copies.folder.map(Surroundings.path))
    return DailyCopy(door, names, keep: copies.keep, day: Clock.today(), wake: wake)
  }
}

extension Opened {
  /// The place of the office that a shared ledger belongs to; nil in another.
  var officePlace: Division.Code? {
    get throws { try ledger.membership().flatMap { catalogue.divisions[$0.place]?.id } }
  }

  /// What exchanges it with its hub; nil where nothing may be written.
  func synchroniser() -> Synchroniser? {
    guard ledger.access == .readWrite else { return nil }
    let path = ledger.path
    return Synchroniser(every: configuration.settings.exchangeEvery) {
      try SyncProcess.exchange(path)
    }
  }
}

extension OpenFault {
  /// The sentence for a person.
  var fault: Fault {
    switch self {
    case .noTerminal:
      Fault(
        "总览要在终端里打开；管道和脚本请用 yigai tasks、yigai shot 等命令。",
        "The dashboard needs a terminal; in a pipe or a script use yigai tasks, yigai shot and the like.",
        exitCode: 2)
    case .dumbTerminal(let name):
      Fault(
        "终端类型 \(name) 不能移动光标；请设 TERM=xterm-256color，或用 yigai tasks。",
        "The terminal \(name) cannot move its cursor; set TERM=xterm-256color, or use yigai tasks.",
        exitCode: 2)
    case .unknownTerminal(let name):
      Fault(
        "系统不认识终端类型“\(name)”；请设 TERM=xterm-256color。",
        "The system does not know the terminal “\(name)”; set TERM=xterm-256color.", exitCode: 2)
    case .notUTF8:
      Fault(
        "当前语言环境不是 UTF-8；请设 LANG=C.UTF-8 或 zh_CN.UTF-8。",
        "The locale is not UTF-8; set LANG=C.UTF-8 or zh_CN.UTF-8.", exitCode: 2)
    }
  }
}

extension Opened {
  /// The place that the ledger keeps to be opened at; nil where none was chosen.
  var home: Division.Code? {
    get throws {
      try ledger.remark(EffectRunner.homeRemark).flatMap { catalogue.divisions[$0]?.id }
    }
  }

  /// Whether it is an own ledger in which nothing was ever entered.
  var isUntouched: Bool { get throws { try !isSample && ledger.lastAct() == 0 } }

  /// How everything stands on the day and in the place that were asked for.
  func progress() throws -> Dashboard.LedgerState {
    try Reader(ledger).progress(on: day, in: scope, catalogue)
  }
}
