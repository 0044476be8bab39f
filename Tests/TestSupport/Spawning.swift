import Foundation
import Synchronization

/// Programs that run by themselves.
enum Spawned {
  /// One at a time, so that no file of one test is left open in the program of another.
  private static let turn = Mutex(())

  static func inTurn<T>(_ work: () throws -> T) throws -> T {
    try turn.withLock { _ in try work() }
  }

  /// Starts a program whose standard streams are opened by path, or taken from descriptors.
  ///
  /// Threads of a dispatch queue block all signals, and a program would inherit that: mask and
  /// handlers are set back.
  static func start(
    _ arguments: [String], _ environment: [String: String], session: Bool,
    streams: [(number: Int32, path: String, flags: Int32)]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for stream in streams {
      posix_spawn_file_actions_addopen(&actions, stream.number, stream.path, stream.flags, 0o600)
    }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let setSession: Int32 = session ? 0x80 : 0
    let flags = setSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var pid: pid_t = 0
    let words = environment.map { "\($0.key)=\($0.value)" }
    let program = arguments[0]
    let failure = withStrings(arguments) { arguments in
      withStrings(words) { words in
        posix_spawn(&pid, program, &actions, &attributes, arguments, words)
      }
    }
    guard failure == 0 else {
      throw TestFailure("\(program) does not start: \(String(cString: strerror(failure)))")
    }
    return pid
  }

  private static func withStrings<T>(
    _ texts: [String], _ work: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> T
  ) -> T {
    var pointers = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a list that ends in nil") }
      return work(base)
    }
  }

  /// What became of a program: its exit code, or the negative number of the signal that ended it.
  static func code(of status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }
}

/// What the program sees of the world, in a folder of its own.
public enum Surroundings {
  public static func environment(
    in scratch: Scratch, _ changes: [String: String?] = [:]
  ) -> [String: String] {
    var environment = [
      "HOME": scratch.file("home"), "XDG_DATA_HOME": scratch.file("data"),
      "XDG_CONFIG_HOME": scratch.file("config"), "USER": "tester", "LANG": "C.UTF-8",
      "TERM": "xterm-256color", "TZ": "UTC", "PATH": "/usr/bin:/bin",
      // Where a toolchain is installed, a crash would stop to ask whether to debug it.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    for (name, value) in changes { environment[name] = value }
    return environment
  }
}
