import CTerminal
import Cells
import Glibc

extension CursesTerminal {
  public func nextEvent() -> Event {
    let start = ContinuousClock.now
    while true {
      if let event = pendingEvent() { return event }
      let left = 1000 - Self.milliseconds(since: start)
      guard left > 0 else { return .tick }
      wait(milliseconds: min(left, readerPatience ?? left))
    }
  }

  public func pendingEvent() -> Event? {
    if let event = queued() { return event }
    wait(milliseconds: 0)
    if let left = readerPatience, left <= 0 { reader.giveUp() }
    return queued()
  }

  private func queued() -> Event? {
    if let event = reader.next() { return event }
    if !outside.isEmpty { return outside.removeFirst() }
    return hasEnded ? .ended : nil
  }

  /// How long the reader still waits for the rest of what has begun.
  private var readerPatience: Int? {
    reader.patience.map { max(0, $0 - Self.milliseconds(since: lastByte)) }
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Int {
    // Rounded up, so that a wait for what is left does not end a moment too early.
    Int((start.duration(to: .now) / .milliseconds(1)).rounded(.down))
  }

  /// Waits for keys, signals and the bell, and takes what comes; -1 waits without end.
  private func wait(milliseconds: Int) {
    guard !hasEnded else { return }
    var doors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&doors, nfds_t(doors.count), Int32(milliseconds)) > 0 else { return }
    if doors[1].revents != 0 { noteSignals(isBack: false) }
    if doors[0].revents != 0 { readKeys() }
    if doors[2].revents != 0, bell.wasRung() { outside.append(.woken) }
  }

  /// Reads what has been typed; the end of the input, or a terminal that is gone, is the end.
  private func readKeys() {
    let count = read(STDIN_FILENO, typed.baseAddress, typed.count)
    if count > 0 {
      reader.feed(UnsafeBufferPointer(rebasing: typed[..<count]))
      lastByte = .now
    }
    if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { hasEnded = true }
  }

  /// Turns the signals that came into events.
  ///
  /// `isBack` says that the program itself stopped and goes on: then SIGTSTP and SIGCONT are old.
  func noteSignals(isBack: Bool) {
    var came = Set<Int32>()
    var byte: UInt8 = 0
    while read(signals, &byte, 1) == 1 { came.insert(Int32(byte)) }
    if !came.isDisjoint(with: [SIGTERM, SIGINT, SIGHUP]) { hasEnded = true }
    if isBack || hasEnded { return }
    if came.contains(SIGTSTP) { return suspend() }
    if came.contains(SIGCONT) {
      letGo()
      retake()
      outside.append(.resumed)
    } else if came.contains(SIGWINCH), measure() {
      outside.append(.resize(size))
    }
  }

  /// Waits a moment for an answer still under way, which would else be typed into the shell.
  func awaitAnswer() {
    while reader.awaitsWidth, !hasEnded {
      let left = 200 - Self.milliseconds(since: opened)
      guard left > 0 else { return }
      wait(milliseconds: left)
    }
  }
}
