import CNcurses
import CTerminal
import Cells
import Glibc

/// The terminal the program runs in, through ncurses.
///
/// There may be only one at a time. It gives the terminal back when it is closed, when the process
/// exits without closing it, and when it crashes.
public final class CursesTerminal: Terminal {
  public private(set) var size: Size

  /// By what canvases are to be measured at first: by the options, narrow where they leave it open.
  public let firstRuler: Ruler

  var reader = KeyReader()
  /// When the reader last got a byte.
  var lastByte = ContinuousClock.now
  /// When the terminal was taken, and asked how wide it draws.
  let opened = ContinuousClock.now
  /// What happened outside, before the next key.
  var outside: [Event] = []
  var hasEnded = false
  /// Gives a byte for every signal.
  let signals: Int32
  let bell = Bell()
  /// Room for what is typed and pasted, taken once and not at every key.
  let typed = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)

  private let screen: OpaquePointer
  private var options: CursesOptions
  private let modes: Modes
  private var painter: Painter
  private var isOpen = true

  /// Takes the terminal; nothing shows before the first `present`.
  public init(options: CursesOptions = CursesOptions()) throws(OpenFault) {
    try Opening.check()
    firstRuler = Ruler(ambiguous: options.ambiguous == .two ? 2 : 1)
    // Before ncurses begins: where there is a handler it sets none of its own.
    signals = terminal_watch(STDIN_FILENO)
    guard let screen = yigai_begin(terminal_output()), let window = yigai_screen() else {
      terminal_unwatch()
      throw Opening.fault()
    }
    guard Modes.capability("cup") != nil else {
      delscreen(screen)
      terminal_unwatch()
      throw .dumbTerminal(Opening.environment("TERM") ?? "")
    }
    (self.screen, self.options) = (screen, options)
    modes = Modes(mouse: options.mouse)
    let rescue = modes.rescue.utf8CString
    rescue.withUnsafeBufferPointer {
      terminal_arm($0.baseAddress, $0.count - 1)
    }
    Self.setModes(of: window)
    size = Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    painter = Painter(window: window, ruler: firstRuler, inks: Self.inks(for: options))
    // Both send what ncurses has begun, so that the rest comes after the change of screens.
    if curs_set(0) == ERR { doupdate() }
    reader.awaitsWidth =
      options.ambiguous == .auto && Opening.environment("TERM") != "linux"
    Modes.send(modes.on + (reader.awaitsWidth ? Modes.widthQuestion : ""))
    measure()
  }

  deinit {
    close()
    typed.deallocate()
  }

  /// Gives the terminal back; a second time does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    if reader.awaitsWidth && !hasEnded { awaitAnswer() }
    if terminal_ending() != 0 {
      // Nothing that could wait for a terminal which does not read any more.
      terminal_rescue()
    } else {
      Modes.send(modes.off)
      endwin()
    }
    terminal_disarm()
    terminal_unwatch()
    delscreen(screen)
    terminal_measure_by(nil, 1)
  }

  /// Has what the process frees given back to the system, since it may run for days.
  public static func giveMemoryBack() { process_give_memory_back() }

  /// Ends the process by the signal that asked for its end, as a shell expects; returns where none
  /// did.
  ///
  /// To be called when everything is closed.
  public static func endBySignal() { terminal_end() }

  public func present(_ canvas: Canvas) {
    guard isOpen, !hasEnded else { return }
    reader.isWriting = canvas.cursor != nil
    painter.paint(canvas, on: size)
  }

  public func invalidate() { painter.forget() }

  public var wake: @Sendable () -> Void {
    let bell = bell
    return { bell.ring() }
  }

  public func suspend() {
    guard isOpen, !hasEnded else { return }
    Modes.send(modes.off)
    endwin()
    terminal_stop()
    noteSignals(isBack: true)
    retake()
    outside.append(.resumed)
  }

  /// Takes the terminal again after someone else may have had it.
  func retake() {
    reset_prog_mode()
    Modes.send(modes.on)
    painter.forget()
    if measure() { outside.append(.resize(size)) }
  }

  /// Goes back to the shell's screen and modes, so that `retake` begins from there.
  func letGo() { endwin() }

  /// Asks the kernel for the size; true when it has changed.
  @discardableResult
  func measure() -> Bool {
    var (columns, rows): (Int32, Int32) = (0, 0)
    guard yigai_size(STDOUT_FILENO, &columns, &rows) else { return false }
    let now = Size(columns: Int(columns), rows: Int(rows))
    guard now != size else { return false }
    resize_term(rows, columns)
    size = now
    painter.forget()
    return true
  }

  private static func setModes(of window: UnsafeMutablePointer<WINDOW>) {
    // Every key arrives as a key: Ctrl-C, Ctrl-Z, Ctrl-S, Ctrl-Q and Ctrl-\ too.
    raw()
    noecho()
    nonl()
    // A frame is painted whole even while keys are waiting.
    typeahead(-1)
    scrollok(window, false)
  }

  public func recolor(_ theme: ColorTheme) {
    options.theme = theme
    painter.recolor(Self.inks(for: options))
  }

  private static func inks(for options: CursesOptions) -> Inks {
    let isForbidden = Opening.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return Inks(
      theme: options.theme.settled(colorFGBG: Opening.environment("COLORFGBG")),
      wantsColors: options.colors && !isForbidden, hasPaper: options.theme != .auto)
  }
}
