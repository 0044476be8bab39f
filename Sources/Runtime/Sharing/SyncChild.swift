import Foundation
import Reform

/// `yigai-sync` at work on a request, beside this program.
final class SyncChild {
  /// How it ended: with what it wrote, and the signal that killed it, if one did.
  struct Ending {
    var output: [UInt8]
    var signal: Int32?
  }

  private let process: pid_t
  private let pipe: Int32
  private var output: [UInt8] = []
  private var isClosed = false

  /// Starts it; `isQuiet` keeps what it complains of from this terminal, and the signals of this
  /// terminal from it.
  ///
  /// Throws where it is not there or cannot be started.
  init(_ request: HubRequest, at path: String, isQuiet: Bool) throws {
    let words = String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
    var ends: [Int32] = [0, 0]
    guard Foundation.pipe(&ends) == 0 else { throw Self.unstartable(path, errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if isQuiet {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    }
    let texts: [String] = [path, "hub", words]
    let arguments = texts.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, path, &actions, &attributes, arguments + [nil], environ)
    close(ends[1])
    guard failure == 0 else {
      close(ends[0])
      throw Self.unstartable(path, failure)
    }
    (process, pipe) = (child, ends[0])
  }

  /// Leaves it to end by itself.
  deinit { if !isClosed { close(pipe) } }

  /// Its ending, once it has ended, without waiting for it; nil before.
  func look() -> Ending? {
    _ = fcntl(pipe, F_SETFL, O_NONBLOCK)
    guard read() else { return nil }
    return reap(WNOHANG)
  }

  /// Waits for its end.
  func wait() -> Ending {
    while !read() {}
    return reap(0) ?? Ending(output: output, signal: nil)
  }

  /// Reads what there is; false where more may come.
  private func read() -> Bool {
    guard !isClosed else { return true }
    var room = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Foundation.read(pipe, &room, room.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return false }
      guard count > 0 else {
        close(pipe)
        isClosed = true
        return true
      }
      output += room[..<count]
    }
  }

  private func reap(_ options: Int32) -> Ending? {
    var status: Int32 = 0
    var found = waitpid(process, &status, options)
    while found < 0, errno == EINTR { found = waitpid(process, &status, options) }
    guard found != 0 else { return nil }
    let signal = status & 0x7F
    return Ending(output: output, signal: found > 0 && signal != 0 ? signal : nil)
  }

  private static func unstartable(_ path: String, _ error: Int32) -> Fault {
    let reason = String(cString: strerror(error))
    return Fault("不能启动 \(path)（\(reason)）。", "\(path) cannot be started (\(reason)).")
  }
}
