import Glibc

/// What another thread rings to end a wait for keys: a pipe that `poll` waits for.
///
/// It is there as long as anybody holds it, so that a late ring finds it. Where the system has no
/// descriptors left a ring is heard at the next tick.
final class Bell: Sendable {
  /// The end that hears; -1 where there is none.
  let descriptor: Int32
  private let sender: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, sender) = (ends[0], ends[1])
  }

  deinit {
    for end in [descriptor, sender] where end >= 0 { close(end) }
  }

  func ring() {
    var byte: UInt8 = 1
    _ = write(sender, &byte, 1)
  }

  /// Whether it was rung since this was asked.
  func wasRung() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 64)
    var isRung = false
    while read(descriptor, &bytes, bytes.count) > 0 { isRung = true }
    return isRung
  }
}
