import Cells
import Foundation

/// The built program in a real terminal (a pty in a session of its own).
public final class TerminalSession {
  /// How long anything may take before the test gives up; nothing waits for this to pass.
  private static let patience = Duration.seconds(30)

  public private(set) var screen: Screen
  /// All that the program wrote.
  public private(set) var bytes: [UInt8] = []
  public let scratch: Scratch
  public let pid: pid_t
  private let master: Int32
  private let slave: Int32
  private var status: Int32?
  /// The terminal's modes before the program began.
  public let modesBefore: [UInt32]

  /// Starts the program, or something that starts it, in a window of a size.
  public init(
    _ arguments: [String], scratch: Scratch, size: Size = Size(columns: 80, rows: 24),
    environment: [String: String?] = [:], through wrapper: [String] = []
  ) throws {
    self.scratch = scratch
    screen = Screen(size: size)
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    let surroundings = Surroundings.environment(in: scratch, environment)
    pid = try Spawned.inTurn {
      guard openpty(&master, &slave, &name, nil, &window) == 0 else { throw TestFailure("no pty") }
      for door in [master, slave] { _ = fcntl(door, F_SETFD, FD_CLOEXEC) }
      let path = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let stream = String(decoding: path, as: UTF8.self)
      return try Spawned.start(
        wrapper + [Places.program] + arguments, surroundings, session: true,
        streams: (0...2).map { (Int32($0), stream, O_RDWR) })
    }
    (self.master, self.slave) = (master, slave)
    modesBefore = Self.modes(of: slave)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if status == nil {
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
    close(master)
    close(slave)
  }

  /// The modes of the terminal as they are now.
  public var modes: [UInt32] { Self.modes(of: slave) }

  private static func modes(of terminal: Int32) -> [UInt32] {
    var found = termios()
    tcgetattr(terminal, &found)
    return [found.c_iflag, found.c_oflag, found.c_cflag, found.c_lflag]
  }

  public var text: String { screen.text }

  public func type(_ text: String) { send(Array(text.utf8)) }

  public func send(_ keys: [UInt8]) {
    var rest = keys[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if sent > 0 { rest = rest.dropFirst(sent) } else { take(milliseconds: 10) }
    }
  }

  public func resize(_ size: Size) {
    screen.resize(size)
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  /// Has the terminal show nothing any more, as Ctrl-S does: whoever writes to it waits.
  public func hold() { tcflow(slave, TCOOFF) }

  public func signal(_ number: Int32) { kill(pid, number) }

  /// Takes what the program writes until something holds.
  public func wait(_ what: String, until holds: (Screen) -> Bool) throws {
    let start = ContinuousClock.now
    while !holds(screen) {
      if start.duration(to: .now) > Self.patience || status != nil {
        throw TestFailure("waited in vain: \(what)\n\(screen.text)")
      }
      take(milliseconds: 20)
      if !holds(screen) { look() }
    }
  }

  /// Leaves the screen that an own ledger begins with, for the overview.
  public func leaveStart() throws {
    try wait("what an own ledger begins with") {
      $0.text.contains("第一次会") || $0.text.contains("first meeting")
    }
    type("\u{1B}")
    try wait("the overview") {
      $0.row(1).contains("任务进展") || $0.row(1).contains("Progress of tasks")
    }
  }

  public func wait(for text: String) throws {
    try wait("for “\(text)”") { $0.text.contains(text) }
  }

  /// Waits for the end, and gives the exit code, or the negative number of the signal.
  @discardableResult
  public func end() throws -> Int32 {
    let start = ContinuousClock.now
    while status == nil {
      guard start.duration(to: .now) < Self.patience else {
        throw TestFailure("it does not end\n\(screen.text)")
      }
      take(milliseconds: 10)
      look()
    }
    take(milliseconds: 0)
    return Spawned.code(of: status ?? 0)
  }

  /// Ends it at once, as a failure of power would.
  public func cut() throws {
    kill(pid, SIGKILL)
    try end()
  }

  private func look() {
    var status: Int32 = 0
    if waitpid(pid, &status, WNOHANG) == pid { self.status = status }
  }

  private func take(milliseconds: Int32) {
    var door = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&door, 1, milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
      screen.feed(buffer.prefix(count))
    }
    guard !screen.answers.isEmpty else { return }
    let answers = screen.answers
    screen.answers = []
    _ = answers.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }
}
