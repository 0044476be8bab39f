import ArgumentParser
import Foundation
import Synchronization

/// Standard output and standard error by `write(2)`, whose answer is looked at.
///
/// `FileHandle.write` stops the program where the disk is full or the descriptor closed.
enum StandardStreams {
  struct Failure {
    /// The number of the error.
    var error: Int32
    /// Whether an act of this command is on disk.
    var hasEntered: Bool
  }

  private struct State {
    var error: Int32?
    var hasEntered = false
  }

  private static let state = Mutex(State())

  /// The first failure of standard output.
  static var failure: Failure? {
    state.withLock { state in
      state.error.map { Failure(error: $0, hasEntered: state.hasEntered) }
    }
  }

  static func didEnter() { state.withLock { $0.hasEntered = true } }

  /// Takes the numbers 0 to 2 where they are closed.
  ///
  /// A file that is opened later would get such a number, and what is said would be written into it.
  static func guardNumbers() {
    for (number, flags) in [(0, O_RDONLY), (1, O_RDONLY), (2, O_WRONLY)]
    where fcntl(Int32(number), F_GETFD) < 0 {
      // Standard output is opened for reading, so that writing to it fails and is told.
      _ = open("/dev/null", flags)
    }
  }

  /// Writes to standard output; after a failure nothing more.
  static func write(_ text: String) {
    guard failure == nil else { return }
    let error = write(text, to: STDOUT_FILENO)
    if error != 0 { state.withLock { $0.error = error } }
  }

  /// Writes to standard error; where that fails there is nobody to be told.
  static func complain(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Writes all of a text; the number of the error, or 0.
  static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let base = rest.baseAddress, !rest.isEmpty {
        let count = Foundation.write(descriptor, base, rest.count)
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        } else if count == 0 || errno == EAGAIN {
          var door = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          guard poll(&door, 1, 10_000) > 0 else { return count == 0 ? EIO : EAGAIN }
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}

/// Exit codes that are no fault of the data.
enum ExitCodes {
  /// As the shell says of a program that was ended by a broken pipe.
  static let brokenPipe = ExitCode(141)
}
