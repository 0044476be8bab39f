import Foundation
import Reform

/// Runs `yigai-sync`, the program beside this one that speaks to hubs.
enum SyncProcess {
  /// What it answers to a request; a fault that it answers is thrown.
  static func ask(_ request: HubRequest) throws -> HubReply {
    let words = String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
    let output = try output(of: ["hub", words])
    guard let reply = try? JSONDecoder().decode(HubReply.self, from: Data(output)) else {
      throw Fault(
        "yigai-sync 没有给出答复；它与 yigai 的版本要一致，请重新安装。",
        "yigai-sync gave no answer; it has to be of the same version as yigai: install both again.")
    }
    if case .fault(let words, let code) = reply { throw Fault(words, exitCode: code) }
    return reply
  }

  /// The path of the program, in the folder in which this one lies; throws where it is not there.
  static func path() throws -> String {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = ((own ?? CommandLine.arguments[0]) as NSString).deletingLastPathComponent
    let path = folder + "/yigai-sync"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Fault(
        "找不到 \(path)；共享由它来做，它和 yigai 要装在同一个文件夹里（make install 会装好）。",
        "There is no \(path). It does the sharing and has to lie in one folder with yigai (make install "
          + "puts it there).")
    }
    return path
  }

  /// All that it writes to standard output until it ends; it complains where we do.
  private static func output(of arguments: [String]) throws -> [UInt8] {
    let path = try path()
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw unstartable(path, errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let words = ([path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, path, &actions, nil, words + [nil], environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard failure == 0 else { throw unstartable(path, failure) }
    let bytes = read(ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return bytes
  }

  private static func read(_ descriptor: Int32) -> [UInt8] {
    var (bytes, room) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while true {
      let count = Foundation.read(descriptor, &room, room.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += room[..<count]
    }
  }

  private static func unstartable(_ path: String, _ error: Int32) -> Fault {
    let reason = String(cString: strerror(error))
    return Fault("不能启动 \(path)（\(reason)）。", "\(path) cannot be started (\(reason)).")
  }
}
