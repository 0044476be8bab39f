import Foundation
import Reform

extension UserFile {
  /// Copies a file byte by byte to a name that is not taken, for its owner alone.
  ///
  /// Throws one sentence for what cannot be read or written, and for an open ledger.
  public static func copy(_ source: String, to target: String) throws(Fault) {
    guard !HeldFiles.has(source) else { throw FileTrouble.unread(source, EBUSY) }
    let input = open(source, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard input >= 0 else { throw FileTrouble.unread(source, errno) }
    defer { _ = close(input) }
    let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw FileTrouble.unwritten(target, errno) }
    defer { _ = close(output) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Foundation.read(input, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileTrouble.unread(source, errno) }
      guard count > 0 else { return }
      let code = put(Array(buffer.prefix(count)), into: output)
      guard code == 0 else { throw FileTrouble.unwritten(target, code) }
    }
  }

  /// Has the name of a file, too, on disk.
  public static func secureName(of path: String) {
    let slash = path.lastIndex(of: "/").map { path[...$0] } ?? "."
    let folder = open(String(slash), O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    _ = close(folder)
  }

  /// Writes bytes over the beginning of a file of our own.
  public static func overwrite(_ path: String, with bytes: [UInt8]) throws(Fault) {
    try refuseToReplace(path)
    let output = open(path, O_WRONLY | O_CLOEXEC)
    guard output >= 0 else { throw FileTrouble.unwritten(path, errno) }
    defer { _ = close(output) }
    let code = put(bytes, into: output)
    guard code == 0 else { throw FileTrouble.unwritten(path, code) }
  }
}
