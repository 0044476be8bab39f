import Foundation
import GRDB
import Reform

/// The ledger (台账) in one SQLite file; every write is a named act in one transaction.
///
/// Acts and entries are added, never changed: triggers in the schema refuse anything else. Used
/// from one thread.
public final class Ledger {
  public enum Access: Sendable {
    case readWrite
    /// Nothing is written, not even a ledger that is not there yet.
    case readOnly
  }

  public let path: String
  public let access: Access
  let queue: DatabaseQueue
  var seenVersion: Int64 = -1
  /// The number of the schema in the file; below `Schema.version` only where it is read-only.
  private(set) var format: Int32 = 0
  /// Task numbers in the file by position in the catalogue, and back.
  var numbers: [Int64] = []
  var positions: [Int64: Int] = [:]
  var keys: [ReformTask.ID] = []
  var numberByKey: [ReformTask.ID: Int64] = [:]
  /// Tasks whose lines do not follow from the entries on their own row alone.
  var heritage = Heritage()
  /// The divisions that documents bind.
  var regions: [Document.ID: Division.Code] = [:]
  /// How far the gathering of figures had got, as of a day and the last act when it was looked at.
  var gathered: (day: Day, act: Int, years: [Int: Gathering])?

  /// Opens a ledger, making it where there is none.
  ///
  /// Throws a `Fault` for a file that is no ledger, is damaged, was made by a newer version, or
  /// cannot be reached.
  public init(at path: String, access: Access = .readWrite) throws {
    (self.path, self.access) = (path, access)
    let found = try Self.look(at: path, access: access)
    if found == .nothing { try Self.makePrivateFile(at: path) }
    do {
      // What may be another program's is not even opened for writing: that would change it.
      if found == .doubtful { try Self.probe(path) }
      queue = try Self.open(path, access)
      try prepareSchema()
      try Self.guardSidecars(of: path)
      _ = hasMoved()
    } catch {
      throw Self.fault(error, path)
    }
  }

  /// Closes the file; what was recorded is on disk already.
  public func close() { try? queue.close() }

  private static func open(_ path: String, _ access: Access) throws -> DatabaseQueue {
    guard access == .readOnly else {
      // SQLite opens what cannot be written for reading only, and says so at the first write.
      guard faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 else {
        throw DatabaseError(resultCode: .SQLITE_READONLY)
      }
      return try DatabaseQueue(path: path, configuration: configuration(access))
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(access))
      _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
      return queue
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
    {
      // A write-ahead ledger on a disk that cannot be written has no room for its index file.
      let address =
        "file:" + (path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path)
      return try DatabaseQueue(
        path: address + "?immutable=1", configuration: configuration(.readOnly))
    }
  }

  /// How the file is opened; the journal is written ahead.
  ///
  /// That is asked for here and not by `journalMode`, which writes, and waits for the disk, at
  /// every opening.
  private static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "ledger"
    configuration.readonly = access == .readOnly
    guard access == .readWrite else { return configuration }
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    return configuration
  }

  /// Looks at a file without changing it, and throws where it is not ours.
  private static func probe(_ path: String) throws {
    let queue = try open(path, .readOnly)
    _ = try format(of: queue, path)
    try queue.close()
  }

  /// The number of the schema in a file; throws where it is not ours or newer than this program.
  private static func format(of queue: DatabaseQueue, _ path: String) throws -> Int32 {
    let (application, version, tables) = try queue.read { db in
      (
        try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      )
    }
    guard tables == 0 || application == Schema.applicationID else {
      throw Fault(
        "\(path) 是别的程序的数据库，不是医改台账；请用 --ledger 指定台账文件。",
        "\(path) is another program's database, not a yigai ledger; name one with --ledger.")
    }
    guard version <= Schema.version else {
      throw Fault(
        "\(path) 由更新版本的 yigai 建立（格式 \(version)，本程序认识到 \(Schema.version)）；请升级程序。",
        "\(path) was made by a newer yigai (format \(version), this one knows \(Schema.version)); "
          + "please upgrade the program.")
    }
    return version
  }

  private func prepareSchema() throws {
    format = try Self.format(of: queue, path)
    guard format < Schema.version else { return }
    guard access == .readWrite else {
      // An older ledger can be read as it is; what it has no tables for is empty.
      guard format == 0 else { return }
      throw Fault(
        "\(path) 还没有台账内容，只读方式不能新建。",
        "\(path) holds no ledger yet, and read-only access cannot make one.")
    }
    try queue.inTransaction(.immediate) { db in
      let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if version < Schema.version { try Schema.migrate(db, from: version) }
      return .commit
    }
    format = Schema.version
  }

  /// The schema as it stands, for the golden file.
  public func schema() throws -> String {
    try reading { db in
      try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name"
      )
      .joined(separator: ";\n\n") + ";\n"
    }
  }

  func reading<T>(_ work: (Database) throws -> T) throws -> T {
    do { return try queue.read(work) } catch { throw Self.fault(error, path) }
  }

  func writing<T>(_ work: (Database) throws -> T) throws -> T {
    guard access == .readWrite else {
      throw Fault("台账以只读方式打开，不能登记。", "The ledger is open read-only: nothing can be entered.")
    }
    var result: T?
    do {
      try queue.inTransaction(.immediate) { db in
        result = try work(db)
        return .commit
      }
    } catch {
      throw Self.fault(error, path)
    }
    guard let result else { throw Fault("登记未完成。", "The act was not completed.") }
    return result
  }
}

extension Ledger {
  /// Whether another program has written since the last time this was asked.
  public func hasMoved() -> Bool {
    let version = try? queue.unsafeRead { db in
      try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
    }
    guard let version = version ?? nil, version != seenVersion else { return false }
    let isFirst = seenVersion == -1
    seenVersion = version
    return !isFirst
  }

  /// A remark about the ledger itself (`sample`, `day`).
  public func remark(_ key: String) throws -> String? {
    try reading {
      try String.fetchOne($0, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key])
    }
  }

  public func setRemark(_ key: String, _ value: String) throws {
    try writing {
      try $0.execute(
        sql:
          "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        arguments: [key, value])
    }
  }
}
