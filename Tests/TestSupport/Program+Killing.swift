import Foundation

extension Program {
  /// Runs a program and ends it by SIGKILL after some microseconds, unless it was done by then.
  ///
  /// Its code is that of `Spawned.code`: negative where it was killed.
  public static func runKilled(
    _ arguments: [String], in folder: String, _ environment: [String: String],
    after microseconds: UInt32
  ) throws -> Result {
    let id = UUID().uuidString
    let (output, complaint) = (folder + "/out-\(id)", folder + "/err-\(id)")
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    let pid = try Spawned.inTurn {
      try Spawned.start(
        ["/usr/bin/env", "-C", folder, Places.program] + arguments, environment, session: true,
        streams: [(0, "/dev/null", O_RDONLY), (1, output, flags), (2, complaint, flags)])
    }
    usleep(microseconds)
    kill(pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    defer {
      unlink(output)
      unlink(complaint)
    }
    return Result(
      code: Spawned.code(of: status), output: contents(of: output) ?? "",
      complaint: contents(of: complaint) ?? "")
  }
}
