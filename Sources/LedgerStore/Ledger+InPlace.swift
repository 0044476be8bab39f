import Files
import Foundation
import Reform

extension Ledger {
  /// Why nothing can be entered any more: the ledger's file was deleted, moved, replaced or
  /// emptied while it was open here; nil where it is as it should be.
  public var displacement: Fault? {
    guard let file = FileIdentity(at: path) else { return Self.gone(path) }
    guard file == opened else { return Self.replaced(path) }
    // A ledger only grows: one that has shrunk was written over in place.
    guard file.size >= greatestSize else { return Self.overwritten(path) }
    greatestSize = file.size
    look()
    guard !isOverwritten else { return Self.overwritten(path) }
    return isWithoutLocks && hasLeftBehind(file) ? Self.outdated(path) : nil
  }

  /// Looks whether the file was written by anything but the carrying over of the journal, also where
  /// it is as large as before (`cp`).
  func look() {
    // Twice where it was just carried over: then the two do not belong together.
    for _ in 1...3 {
      guard let mark = index?.mark, let file = FileIdentity(at: path), index?.mark == mark else {
        continue
      }
      guard !mark.isUnderWay else { break }
      if let seenFile, seenFile.mark == mark, seenFile.written != file.written {
        isOverwritten = true
      }
      seenFile = (file.written, mark)
      return
    }
    seenFile = nil
  }

  /// Whether others have written since a ledger was opened that is looked at without locks: what is
  /// shown would be neither the old state nor the new one.
  private func hasLeftBehind(_ file: FileIdentity) -> Bool {
    let journal = FileIdentity(at: HeldFiles.resolved(path) + "-wal")
    return file.written != opened.written || file.size != opened.size || (journal?.size ?? 0) > 0
  }

  private static func outdated(_ path: String) -> Fault {
    Fault(
      "别的程序正在台账 \(path) 里登记，这里看到的已经不是最新的；请退出后重新打开。",
      "Another program enters in the ledger \(path), and what is shown here is out of date; quit and "
        + "open it again.")
  }

  /// Throws before anything is entered in a file that nobody would find again.
  func expectInPlace() throws {
    if let displacement { throw displacement }
  }

  /// Throws after a commit where the file was taken away just before it.
  func expectStillInPlace() throws {
    guard displacement != nil else { return }
    throw Fault(
      "登记的同时，台账文件 \(path) 被移走、替换或清空了；这次登记不在现在的文件里。请退出，重新打开后核对。",
      "While this was entered the ledger \(path) was moved, replaced or emptied: what is there now "
        + "does not have it. Quit, open the ledger again and look.")
  }

  static func gone(_ path: String) -> Fault {
    Fault(
      "台账文件已被删除或移走，这次没有登记；请放回原处，或退出后重新打开：\(path)",
      "The ledger was deleted or moved: nothing was entered. Put it back, or quit and open it again: "
        + path)
  }

  static func replaced(_ path: String) -> Fault {
    Fault(
      "台账文件已换成另一个（从备份恢复？），这次没有登记；请退出后重新打开：\(path)",
      "The ledger is another file now (restored?): nothing was entered. Quit and open it again: "
        + path)
  }

  private static func overwritten(_ path: String) -> Fault {
    Fault(
      "台账文件被清空或覆盖，这次没有登记；请退出所有窗口，再从备份恢复一次：\(path)",
      "The ledger was emptied or written over: nothing was entered. Quit all windows, then restore it "
        + "again: \(path)")
  }

  /// What is said of a file without content: it may have been a ledger.
  static func empty(_ path: String) -> Fault {
    Fault(
      "\(path) 是空文件（0 字节），里面没有台账；如果原来有台账，请从备份恢复；要新建，请先删除这个空文件。",
      "\(path) is empty (0 bytes) and holds no ledger. If there was one, restore it from a backup; to "
        + "begin a new one, delete the empty file first.")
  }

  /// Why a ledger is not shown without its journal, where one with content lies beside it.
  static func unreadJournal(of path: String) -> Fault? {
    if let fault = forbiddenJournal(of: path) { return fault }
    let journal = HeldFiles.resolved(path) + "-wal"
    guard let file = FileIdentity(at: journal), file.size > 0 else { return nil }
    return Fault(
      "最新的登记在日志 \(journal) 里，这个位置不能写，读不出来；只看 \(path) 会看到旧的内容，所以没有打开。"
        + "请把这两个文件一起复制到能写的文件夹，再打开复制的台账。",
      "The newest entries stand in \(journal), which cannot be read where nothing can be written; "
        + "\(path) alone is out of date and was not opened. Copy both files to a folder that can be "
        + "written, and open the copy.")
  }

  /// The same for a journal that this person may not read.
  static func forbiddenJournal(of path: String) -> Fault? {
    let journal = HeldFiles.resolved(path) + "-wal"
    guard let file = FileIdentity(at: journal), file.size > 0,
      faccessat(AT_FDCWD, journal, R_OK, AT_EACCESS) != 0
    else { return nil }
    return Fault(
      "最新的登记在日志 \(journal) 里，没有权限读取它；只看 \(path) 会看到旧的内容，所以没有打开。"
        + "请台账的主人用本程序打开一次再退出。",
      "The newest entries stand in \(journal), which you may not read; \(path) alone is out of date "
        + "and was not opened. Have its owner open it once with this program and quit.")
  }

  /// Whether this process has another handle on the file.
  static func isHeldTwice(_ path: String) -> Bool { HeldFiles.count(of: path) > 1 }
}
