import Foundation

/// Runs a tool of the system without a shell, bounded in time, memory and output.
enum ToolRun {
  struct Output {
    var bytes: [UInt8] = []
    var complaint: [UInt8] = []
    /// The exit status; nil where a signal ended it.
    var status: Int32?
  }

  enum Failure: Error {
    case notInstalled
    case tooLong
    case tooMuch
    case failed
  }

  /// What the tool writes, at most `limit` bytes, within so many seconds.
  static func run(
    _ tool: String, _ arguments: [String], seconds: Int = 60, limit: Int = 256 << 20
  ) throws(Failure) -> Output {
    guard let out = Pipe(), let complaint = Pipe() else { throw .failed }
    let child = try spawn(tool, arguments, out, complaint)
    out.closeWriting()
    complaint.closeWriting()
    var output = Output()
    let end = gather(&output, of: child, out, complaint, seconds: seconds, limit: limit)
    if end != nil { kill(child, SIGKILL) }
    output.status = wait(for: child)
    if let end { throw end }
    return output
  }

  /// A pipe whose ends are closed when it goes.
  private final class Pipe {
    private(set) var reading: Int32 = -1
    private(set) var writing: Int32 = -1

    init?() {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      (reading, writing) = (ends[0], ends[1])
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    func closeWriting() {
      if writing >= 0 { close(writing) }
      writing = -1
    }

    deinit {
      closeWriting()
      close(reading)
    }
  }

  private static func spawn(
    _ tool: String, _ arguments: [String], _ out: Pipe, _ complaint: Pipe
  ) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, out.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, complaint.writing, 2)
    var settings = posix_spawnattr_t()
    posix_spawnattr_init(&settings)
    defer { posix_spawnattr_destroy(&settings) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&settings, &none)
    posix_spawnattr_setflags(&settings, Int16(POSIX_SPAWN_SETSIGMASK))
    var words = ([tool] + arguments).map { strdup($0) } + [nil]
    var surroundings = ProcessInfo.processInfo.environment
    surroundings["LC_ALL"] = "C.UTF-8"
    var pairs = surroundings.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + pairs { free(word) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, tool, &actions, &settings, &words, &pairs)
    guard code == 0 else { throw code == ENOENT ? .notInstalled : .failed }
    return child
  }

  private static let mostPages = (2 << 30) / 4096

  /// Whether the child has grown beyond all reason: a damaged file must not take the machine with it.
  private static func isSwollen(_ child: pid_t) -> Bool {
    guard let facts = FileManager.default.contents(atPath: "/proc/\(child)/statm") else {
      return false
    }
    let resident = String(decoding: facts, as: UTF8.self).split(separator: " ").dropFirst().first
    return resident.flatMap { Int($0) }.map { $0 > mostPages } ?? false
  }

  /// Takes what comes from both pipes until they end; what went wrong, if something did.
  private static func gather(
    _ output: inout Output, of child: pid_t, _ out: Pipe, _ complaint: Pipe, seconds: Int,
    limit: Int
  ) -> Failure? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var ends = [
      pollfd(fd: out.reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: complaint.reading, events: Int16(POLLIN), revents: 0),
    ]
    while ends.contains(where: { $0.fd >= 0 }) {
      guard ContinuousClock.now < deadline else { return .tooLong }
      if isSwollen(child) { return .tooMuch }
      let ready = poll(&ends, 2, 200)
      if ready < 0, errno != EINTR { return .failed }
      guard ready > 0 else { continue }
      for index in ends.indices where ends[index].fd >= 0 && ends[index].revents != 0 {
        let count = read(ends[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          ends[index].fd = -1
        } else if index == 0 {
          output.bytes += buffer[..<count]
        } else if output.complaint.count < 65_536 {
          output.complaint += buffer[..<count]
        }
      }
      if output.bytes.count > limit { return .tooMuch }
    }
    return nil
  }

  private static func wait(for child: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
}
