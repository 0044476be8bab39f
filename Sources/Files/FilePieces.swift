import Foundation
import Reform

/// Large files, read and written piece by piece.
public enum FilePieces {
  /// Gives one piece after another of a file to `take`.
  public static func read(
    _ path: String, of size: Int, _ take: ([UInt8]) throws -> Void
  ) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileTrouble.unread(path, errno) }
    defer { close(descriptor) }
    var room = [UInt8](repeating: 0, count: size)
    while true {
      var filled = 0
      while filled < size {
        let count = room.withUnsafeMutableBytes { bytes in
          Foundation.read(descriptor, bytes.baseAddress.map { $0 + filled }, size - filled)
        }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw FileTrouble.unread(path, errno) }
        if count == 0 { break }
        filled += count
      }
      guard filled > 0 else { return }
      try take(Array(room.prefix(filled)))
    }
  }

  /// Makes a file that only its owner reads, of the pieces that `fill` gives, and has it on disk when
  /// it returns.
  ///
  /// Nothing is there where something is thrown.
  public static func write(
    to path: String, _ fill: (_ add: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileTrouble.unwritten(path, errno) }
    var isWhole = false
    defer {
      close(descriptor)
      if !isWhole { unlink(path) }
    }
    try fill { piece in
      let code = UserFile.put(piece, into: descriptor)
      guard code == 0 else { throw FileTrouble.unwritten(path, code) }
    }
    guard fsync(descriptor) == 0 else { throw FileTrouble.unwritten(path, errno) }
    isWhole = true
  }
}
