import Foundation
import Reform

/// The turn of one exchange of a ledger with its hub: another one waits until it has ended.
///
/// It is a lock on the folder that the ledger lies in, which goes with the program that holds it;
/// the ledger's own file must not be opened a second time.
public struct ExchangeTurn {
  private let descriptor: Int32

  /// Waits for the turn; throws where the folder cannot be opened.
  public init(of ledger: String) throws {
    let folder = (ledger as NSString).deletingLastPathComponent
    let path = folder.isEmpty ? "." : folder
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileTrouble.unread(path, errno) }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  public func end() { close(descriptor) }
}
