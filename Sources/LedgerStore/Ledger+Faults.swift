import Files
import Foundation
import GRDB
import Reform

extension Ledger {
  private static func damaged(_ path: String) -> Fault {
    Fault(
      "台账文件 \(path) 已损坏，没有改动它；请从备份恢复。",
      "The ledger file \(path) is damaged and was left as it is; restore it from a backup.")
  }

  /// An error of SQLite as a sentence that a person can act on.
  ///
  /// Only where something was to be entered does it say that nothing was.
  static func fault(
    _ error: any Error, _ path: String, isEntering: Bool = false
  ) -> any Error {
    if error is RowDecodingError || error is DecodingError { return damaged(path) }
    guard let error = error as? DatabaseError else { return error }
    let sentence = sentence(of: error, path)
    guard isEntering else { return sentence }
    return Fault(
      sentence.message.zh + "这次没有登记。", sentence.message.en + " Nothing was entered.",
      exitCode: sentence.exitCode)
  }

  private static func sentence(of error: DatabaseError, _ path: String) -> Fault {
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return Fault(
        "台账 \(path) 正被另一个程序占用，请稍后再试。",
        "The ledger \(path) is in use by another program; try again.")
    case .SQLITE_FULL:
      return Fault(
        "台账 \(path) 所在的磁盘已满；请腾出空间后再试。",
        "The disk of the ledger \(path) is full; free some space and try again.")
    case .SQLITE_READONLY, .SQLITE_PERM:
      return Fault(
        "台账 \(path) 所在的磁盘或文件只读，不能登记；可用 --read-only 查看。",
        "The ledger \(path) cannot be written; open it with --read-only to look at it.")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      return damaged(path)
    case .SQLITE_CANTOPEN:
      // The ledger, its journal and index, and the folder they are in.
      if FileTrouble.isOutOfDescriptors(for: 4) { return FileTrouble.unread(path, EMFILE) }
      if let fault = forbiddenJournal(of: path) { return fault }
      return Fault(
        "不能打开台账 \(path)；请检查路径和权限。",
        "The ledger \(path) cannot be opened; check the path and the permissions.")
    case .SQLITE_IOERR:
      return Fault(
        "读写台账 \(path) 时磁盘出错或已满；请检查磁盘空间。",
        "The disk of the ledger \(path) failed or is full; look at the space left.")
    default:
      return Fault(
        "台账 \(path) 出错：\(error.message ?? "")。",
        "The ledger \(path) failed: \(error.message ?? "").")
    }
  }
}
