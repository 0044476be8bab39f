import Files
import Foundation
import Reform

/// A copy of a damaged ledger with its journal, in which SQLite may do as it likes.
struct DamagedCopy {
  let path: String

  /// Copies a ledger byte by byte into a folder; it is only read.
  ///
  /// Throws where it is open here, is no ledger of ours at all, or was written meanwhile.
  init(of ledger: String, in folder: String) throws {
    guard let before = FileIdentity(at: ledger) else { throw FileTrouble.unread(ledger, errno) }
    guard before.isOrdinary else {
      throw Fault("\(ledger) 不是普通文件，不是台账。", "\(ledger) is no ordinary file and no ledger.")
    }
    guard !HeldFiles.has(ledger) else {
      throw Fault("台账 \(ledger) 正在使用，不能抢救。", "The ledger \(ledger) is in use here.")
    }
    path = folder + "/damaged.sqlite"
    let file = HeldFiles.resolved(ledger)
    try UserFile.copy(file, to: path)
    if let journal = FileIdentity(at: file + "-wal"), journal.size > 0 {
      try UserFile.copy(file + "-wal", to: path + "-wal")
    }
    guard let after = FileIdentity(at: ledger), after == before, after.written == before.written
    else {
      throw Fault(
        "别的程序正在台账 \(ledger) 里登记；请先退出所有窗口，再抢救。",
        "Another program enters in the ledger \(ledger); quit all windows first.")
    }
    try mendHead(of: ledger)
  }

  /// What every ledger has at its beginning, put back where it is not there.
  ///
  /// Two of the marks must be there, else it is no ledger.
  private func mendHead(of ledger: String) throws {
    guard var head = UserFile.head(of: path, count: 100), head.count == 100,
      let size = FileIdentity(at: path)?.size
    else { throw Self.none(ledger) }
    let marks: [(offset: Int, bytes: [UInt8])] = [
      (0, Array("SQLite format 3\0".utf8)), (16, [0x10, 0x00, 2, 2, 0, 64, 32, 32]),
      (44, [0, 0, 0, 4]), (56, [0, 0, 0, 1]), (68, Self.bytes(Schema.applicationID)),
    ]
    func holds(_ mark: (offset: Int, bytes: [UInt8])) -> Bool {
      Array(head[mark.offset..<mark.offset + mark.bytes.count]) == mark.bytes
    }
    let held = marks.filter(holds)
    guard holds(marks[0]) || holds(marks[4]), held.count >= 2 else { throw Self.none(ledger) }
    let version = head[60..<64].reduce(Int32(0)) { $0 << 8 | Int32($1) }
    let pages = Int32(truncatingIfNeeded: size / 4_096)
    var mended = head
    for mark in marks {
      mended.replaceSubrange(mark.offset..<mark.offset + mark.bytes.count, with: mark.bytes)
    }
    if !(1...Schema.version).contains(version) {
      guard version <= 0 || held.count < marks.count else { throw Self.newer(ledger) }
      mended.replaceSubrange(60..<64, with: Self.bytes(Schema.version))
    }
    mended.replaceSubrange(28..<32, with: Self.bytes(pages))
    guard mended != head else { return }
    head = mended
    try UserFile.overwrite(path, with: head)
  }

  private static func bytes(_ number: Int32) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func none(_ path: String) -> Fault {
    Fault("\(path) 不是医改台账，没有可抢救的。", "\(path) is no yigai ledger: there is nothing to save.")
  }

  private static func newer(_ path: String) -> Fault {
    Fault(
      "\(path) 由更新版本的 yigai 建立，或开头已损坏；请升级程序，或从备份恢复。",
      "\(path) was made by a newer yigai, or its beginning is damaged; upgrade the program, or restore a "
        + "backup.")
  }
}
