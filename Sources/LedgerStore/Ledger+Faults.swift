import Foundation
import GRDB
import Reform

extension Ledger {
  /// What lies at a path.
  enum Found {
    case nothing
    case ours
    /// A database whose header does not say that it is ours, or in a format that is known.
    case doubtful
  }

  /// Looks at the file before SQLite does.
  static func look(at path: String, access: Access) throws -> Found {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else {
        throw Fault("没有权限读取 \(path)。", "No permission to read \(path).")
      }
      guard access == .readWrite else {
        throw Fault("没有台账文件 \(path)。", "There is no ledger at \(path).")
      }
      return .nothing
    }
    defer { _ = Foundation.close(descriptor) }
    var head = [UInt8](repeating: 0, count: 100)
    let count = read(descriptor, &head, head.count)
    guard count >= 0 else {
      throw errno == EISDIR
        ? Fault("\(path) 是文件夹，不是台账文件。", "\(path) is a folder, not a ledger.")
        : Fault("没有权限读取 \(path)。", "No permission to read \(path).")
    }
    guard count > 0 else { return .nothing }
    guard head.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw Fault(
        "\(path) 不是医改台账（不是数据库文件）；请用 --ledger 指定台账文件。",
        "\(path) is not a yigai ledger (not a database at all); name one with --ledger.")
    }
    let isOurs = number(in: head, at: 68) == Schema.applicationID
    return isOurs && number(in: head, at: 60) <= Schema.version ? .ours : .doubtful
  }

  /// A number in the header of a database.
  private static func number(in head: [UInt8], at offset: Int) -> Int32 {
    head[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int32($1) }
  }

  /// Makes the file and its folder readable by the owner only.
  static func makePrivateFile(at path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    do {
      if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      }
    } catch {
      throw Fault("不能建立文件夹 \(folder)。", "The folder \(folder) cannot be made.")
    }
    let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
    guard descriptor >= 0 else {
      throw Fault(
        "不能在 \(path) 建立台账：\(String(cString: strerror(errno)))。",
        "No ledger can be made at \(path): \(String(cString: strerror(errno))).")
    }
    _ = Foundation.close(descriptor)
  }

  /// The files that SQLite keeps beside the ledger are as private as the ledger.
  static func guardSidecars(of path: String) throws {
    for suffix in ["-wal", "-shm"] { chmod(path + suffix, 0o600) }
  }

  private static func damaged(_ path: String) -> Fault {
    Fault(
      "台账文件 \(path) 已损坏，没有改动它；请从备份恢复。",
      "The ledger file \(path) is damaged and was left as it is; restore it from a backup.")
  }

  /// An error of SQLite as a sentence that a person can act on.
  static func fault(_ error: any Error, _ path: String) -> any Error {
    if error is RowDecodingError || error is DecodingError { return damaged(path) }
    guard let error = error as? DatabaseError else { return error }
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return Fault(
        "台账 \(path) 正被另一个程序占用，稍后再试；这次没有登记。",
        "The ledger \(path) is in use by another program; try again. Nothing was entered.")
    case .SQLITE_FULL:
      return Fault(
        "磁盘已满，台账 \(path) 没有登记；请腾出空间后再试。",
        "The disk is full: nothing was entered in \(path). Free some space and try again.")
    case .SQLITE_READONLY, .SQLITE_PERM:
      return Fault(
        "台账 \(path) 所在的磁盘或文件只读，不能登记；可用 --read-only 查看。",
        "The ledger \(path) cannot be written; open it with --read-only to look at it.")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      return damaged(path)
    case .SQLITE_CANTOPEN:
      return Fault(
        "不能打开台账 \(path)；请检查路径和权限。",
        "The ledger \(path) cannot be opened; check the path and the permissions.")
    case .SQLITE_IOERR:
      return Fault(
        "读写台账 \(path) 时磁盘出错或已满，这次没有登记；请检查磁盘空间。",
        "The disk failed or is full (\(path)); nothing was entered. Look at the space left.")
    default:
      return Fault(
        "台账 \(path) 出错：\(error.message ?? "")。",
        "The ledger \(path) failed: \(error.message ?? "").")
    }
  }
}
