import Files
import GRDB
import Reform

extension Ledger {
  /// Where another handle of this program finds an open ledger, on whatever thread.
  public struct Door: Sendable {
    fileprivate let path: String
    fileprivate let file: FileIdentity
  }

  /// Nil where a second handle would be dangerous: closing one that takes no locks drops those of
  /// the other.
  public var door: Door? { isWithoutLocks ? nil : Door(path: path, file: opened) }

  /// Opens, for reading only, the file that another handle has open; throws where another file is
  /// in its place by now.
  ///
  /// Used from one thread, as every ledger; it sees what the other has committed before.
  public convenience init(through door: Door) throws {
    try self.init(existing: door.path, access: .readOnly)
    guard opened == door.file else {
      close()
      throw Self.replaced(door.path)
    }
  }

  /// Ends what is being read just now, from any thread: it throws.
  public var interruption: @Sendable () -> Void {
    let queue = queue
    return { queue.interrupt() }
  }
}
