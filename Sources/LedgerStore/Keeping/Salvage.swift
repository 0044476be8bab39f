import Files
import Foundation
import GRDB
import Reform

/// Saves what can be read of a damaged ledger into a new one (抢救); the damaged one is only read.
///
/// An act is taken over whole or not at all: by its seal it is proved to be what was entered.
public enum Salvage {
  /// Reads a ledger and makes a new one at `target` of what is whole in it.
  ///
  /// `fill` files the program's own catalogue in the new one, whose remarks are there by then. Throws where `target` is there
  /// already, and where nothing at all can be read.
  public static func repair(
    _ path: String, to target: String, filling fill: (Ledger) throws -> Void
  ) throws -> SalvageReport {
    if let fault = Ledger.misnamed(path) ?? Ledger.misnamed(target) { throw fault }
    guard FileIdentity(at: target) == nil, !FileIdentity.isLink(target) else { throw taken(target) }
    try Ledger.refuseRemains(of: target)
    try Ledger.makeFolder(of: target)
    let folder =
      URL(fileURLWithPath: target).deletingLastPathComponent().path
      + "/.yigai-\(UUID().uuidString)"
    guard mkdir(folder, 0o700) == 0 else { throw FileTrouble.unwritten(target, errno) }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let copy = try DamagedCopy(of: path, in: folder)
    let isUnsealed = try migrate(copy, of: path)
    let building = folder + "/ledger.sqlite"
    try Ledger.makePrivateFile(at: building, for: target)
    var report = SalvageReport(path: target, isUnsealed: isUnsealed)
    do {
      let ledger = try Ledger(existing: building, access: .readWrite)
      defer { ledger.close() }
      guard let file = DamagedFile(copy.path) else { throw unreadable(path) }
      try keepRemarks(of: file, in: ledger)
      try fill(ledger)
      try take(from: file, into: ledger, &report, path)
      report.findings = try ledger.findings()
    } catch { throw Ledger.fault(error, target) }
    guard try Ledger.place(building, at: target) else { throw taken(target) }
    return report
  }

  /// Brings a copy of an older format up to that of today; says whether it had no seals.
  private static func migrate(_ copy: DamagedCopy, of path: String) throws -> Bool {
    let version = DamagedFile(copy.path)?.number("PRAGMA user_version").map(Int32.init) ?? 0
    guard version > 0, version < Schema.version else { return false }
    do {
      let queue = try DatabaseQueue(path: copy.path)
      defer { try? queue.close() }
      try queue.inTransaction(.immediate) { db in
        try Schema.migrate(db, from: version)
        return .commit
      }
      return version < Schema.seals
    } catch {
      throw Fault(
        "\(path) 是旧格式（\(version)）的台账，损坏得不能升级，没有抢救；请从备份恢复。",
        "\(path) is a ledger of an older format (\(version)), too damaged to be brought up to date; "
          + "restore a backup.")
    }
  }

  /// What the ledger says of itself, before its catalogue is filed by it.
  private static func keepRemarks(of file: DamagedFile, in ledger: Ledger) throws {
    let table = DamagedTable(
      file: file, name: "meta", columns: ["key", "value"], key: ["key"], hasNumbers: false)
    var found: [String: String] = [:]
    let isWhole = table.read { row in
      guard let key = String.fromDatabaseValue(row[0]) else { return }
      found[key] = String.fromDatabaseValue(row[1])
    }
    found["catalogue"] = nil
    if !isWhole, found["province"] == nil {
      // The only place that lies in no other.
      let code = file.number("SELECT code FROM division WHERE parent IS NULL")
      found["province"] = code.map(String.init)
    }
    for (key, value) in found { try ledger.setRemark(key, value) }
  }

  private static func take(
    from file: DamagedFile, into ledger: Ledger, _ report: inout SalvageReport, _ path: String
  ) throws {
    try ledger.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.inTransaction(.immediate) {
        let guards = try Row.fetchAll(
          db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        for row in guards { try db.execute(sql: "DROP TRIGGER \(try row.value(0) as String)") }
        var gathering = try SalvageGathering(file, db)
        try gathering.gather()
        guard gathering.hasRead else { throw isForeign(file) ? foreign(path) : unreadable(path) }
        try SalvageSorting(db, gathering).sort(&report)
        try db.execute(sql: "DELETE FROM tally; INSERT INTO tally " + KeptCounts.byCity)
        try db.execute(sql: "DELETE FROM monthly; INSERT INTO monthly " + KeptCounts.byMonth)
        try db.execute(sql: "DELETE FROM daily; INSERT INTO daily " + KeptCounts.byDay)
        try db.execute(sql: "DELETE FROM regional; INSERT INTO regional " + KeptCounts.byRegion)
        try Seals(db: db).add()
        for row in guards { try db.execute(sql: try row.value(1)) }
        return .commit
      }
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
    (report.acts, report.entries) = try Backup.counts(ledger)
  }

  private static func taken(_ path: String) -> Fault {
    Fault(
      "已有文件 \(path)，没有覆盖；请换一个文件名。",
      "There is a file \(path) already, and it was not written over; choose another name.",
      exitCode: 2)
  }

  /// Whether its tables can be read and none of them is one of a ledger.
  private static func isForeign(_ file: DamagedFile) -> Bool {
    let tables = "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
    guard let all = file.number(tables), all > 0 else { return false }
    return file.number(tables + " AND name IN ('act', 'entry', 'meta', 'task')") == 0
  }

  private static func foreign(_ path: String) -> Fault {
    Fault(
      "\(path) 是别的程序的数据库，不是医改台账；没有可救的。",
      "\(path) is another program's database and no yigai ledger; there is nothing to save.",
      exitCode: 2)
  }

  private static func unreadable(_ path: String) -> Fault {
    Fault(
      "台账 \(path) 的目录页已损坏，一项也读不出来；请从备份恢复。",
      "The pages of \(path) that say what stands where are damaged, and nothing can be read; restore a "
        + "backup.")
  }
}
