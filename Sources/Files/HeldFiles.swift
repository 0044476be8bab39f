import Foundation
import Reform

/// The ledgers that this process has open: nothing else may open their files, nor write over them.
///
/// One process, one handle on a ledger: whoever opened its file a second time and closed it again
/// would drop the locks of the first handle, and another program would delete the journal (`-wal`)
/// in which what was just entered stands.
public enum HeldFiles {
  /// What SQLite keeps beside a ledger.
  public static let companions = ["-wal", "-shm", "-journal"]

  private static let held = Guarded<[ObjectIdentifier: Hold]>([:])

  /// One ledger that is held, from its opening until it is released.
  public final class Hold: Sendable {
    /// The ledger's own file, with no links in its path, for its companions stand beside it.
    public let file: String
    private let known = Guarded<Set<FileIdentity>>([])

    fileprivate init(_ file: String) {
      self.file = file
      renew()
    }

    /// Learns which files it consists of now; what it consisted of before stays held.
    ///
    /// Not the journal of a single change, which is gone after it: its number on the disk may be another
    /// file's then.
    public func renew() {
      let found = ["", "-wal", "-shm"].compactMap { FileIdentity(at: file + $0) }
      known.withLock { $0.formUnion(found) }
    }

    public func release() { held.withLock { $0[ObjectIdentifier(self)] = nil } }

    fileprivate func has(_ file: FileIdentity) -> Bool {
      renew()
      return known.withLock { $0.contains(file) }
        || FileIdentity(at: self.file + "-journal") == file
    }
  }

  /// Holds a ledger that is about to be opened, until it is released.
  public static func hold(_ path: String) -> Hold {
    let hold = Hold(resolved(path))
    held.withLock { $0[ObjectIdentifier(hold)] = hold }
    return hold
  }

  /// Whether a path leads to an open ledger or to one of its companions, by whatever name.
  public static func has(_ path: String) -> Bool {
    FileIdentity(at: path).map(has) ?? false
  }

  /// How many handles this process has on the file that a path leads to.
  public static func count(of path: String) -> Int {
    guard let file = FileIdentity(at: path) else { return 0 }
    return held.withLock { $0.values.count { $0.has(file) } }
  }

  static func has(_ file: FileIdentity) -> Bool {
    held.withLock { $0.values.contains { $0.has(file) } }
  }

  /// A path without links; itself where it leads nowhere.
  public static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }
}
