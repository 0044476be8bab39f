import Foundation

/// Which file it is, whatever it is called: device and inode, looked at without opening it.
///
/// Opening and closing a file drops every lock that the process has on it (POSIX), those of SQLite
/// too; so nothing that may be a ledger is opened to find out.
public struct FileIdentity: Hashable, Sendable {
  public let device: UInt64
  public let inode: UInt64
  /// In bytes, as it was when this was looked at; not part of the identity.
  public let size: Int64
  /// When it was last written, in nanoseconds; not part of the identity.
  public let written: Int64
  let mode: UInt32

  /// The file that a path leads to, over links; nil where there is none.
  public init?(at path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    self.init(facts)
  }

  /// The file behind an open descriptor.
  init?(of descriptor: Int32) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return nil }
    self.init(facts)
  }

  private init(_ facts: stat) {
    (device, inode) = (UInt64(truncatingIfNeeded: facts.st_dev), UInt64(facts.st_ino))
    (size, mode) = (Int64(facts.st_size), UInt32(facts.st_mode))
    #if os(Linux)
      let time = facts.st_mtim
    #else
      let time = facts.st_mtimespec
    #endif
    written = Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Whether a path itself is a symbolic link.
  public static func isLink(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && UInt32(facts.st_mode) & UInt32(S_IFMT) == UInt32(S_IFLNK)
  }

  public var isFolder: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }
  public var isOrdinary: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFREG) }
  /// Who may read and write it, as in `chmod`.
  public var permissions: UInt32 { mode & 0o777 }

  public static func == (one: Self, other: Self) -> Bool {
    one.device == other.device && one.inode == other.inode
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(device)
    hasher.combine(inode)
  }
}
