import Files
import Foundation
import GRDB
import Reform

extension Ledger {
  static func connect(
    _ path: String, _ access: Access, _ disk: String? = nil, _ patience: Patience = Patience(5)
  ) throws -> (DatabaseQueue, isWithoutLocks: Bool) {
    let configuration = configuration(access, patience)
    guard access == .readOnly else {
      // SQLite opens what cannot be written for reading only, and says so at the first write.
      guard faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 else {
        throw DatabaseError(resultCode: .SQLITE_READONLY)
      }
      let address = disk.map { "\(Self.address(path))?vfs=\($0)" } ?? path
      return (try DatabaseQueue(path: address, configuration: configuration), false)
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
      return (queue, false)
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
    {
      if let fault = unreadJournal(of: path) { throw fault }
      // Closing a handle that takes no locks would drop those of another one.
      guard !isHeldTwice(path) else { throw error }
      // A write-ahead ledger on a disk that cannot be written has no room for its index file.
      let queue = try DatabaseQueue(
        path: address(path) + "?immutable=1", configuration: configuration)
      return (queue, true)
    }
  }

  /// Has what is entered wait half a minute for other programs, and not only as long as a person at a
  /// screen would.
  public func waitLonger() { patience.limit = 30 }

  private static func address(_ path: String) -> String {
    "file:" + (path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path)
  }

  /// How the file is opened; the journal is written ahead.
  ///
  /// That is asked for here and not by `journalMode`, which writes, and waits for the disk, at
  /// every opening.
  private static func configuration(_ access: Access, _ patience: Patience) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .callback { patience.goesOn(after: $0) }
    configuration.label = "ledger"
    configuration.readonly = access == .readOnly
    guard access == .readWrite else { return configuration }
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    return configuration
  }

  /// Looks at a file without changing it, and throws where it is not ours.
  static func probe(_ path: String) throws {
    let (queue, _) = try connect(path, .readOnly)
    _ = try format(of: queue, path)
    try queue.close()
  }

  /// The number of the schema in a file; throws where it is not ours or newer than this program.
  static func format(of queue: DatabaseQueue, _ path: String) throws -> Int32 {
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
}
