import Files
import Foundation
import GRDB
import Reform

/// The ledger (台账) in one SQLite file; every write is a named act in one transaction.
///
/// Acts and entries are added, never changed: triggers in the schema refuse anything else. Used
/// from one thread. While it is open, `HeldFiles` knows its file: nothing else may open that.
public final class Ledger {
  public enum Access: Sendable {
    case readWrite
    /// Nothing is written, not even a ledger that is not there yet.
    case readOnly
  }

  public let path: String
  public let access: Access
  let queue: DatabaseQueue
  /// A person at a screen waits five seconds.
  let patience = Patience(5)
  private let hold: HeldFiles.Hold
  /// The file as it was opened, and the most bytes that it was seen to have.
  let opened: FileIdentity
  var greatestSize: Int64
  /// How far the journal was carried over when the file was last looked at, and when that was
  /// written; nil where it is not known.
  var seenFile: (written: Int64, mark: WriteAheadIndex.Mark)?
  private(set) var index: WriteAheadIndex?
  /// Whether somebody was seen to have written over the file.
  var isOverwritten = false
  /// Whether it lies where nothing can be written, and is read as a file that nobody changes.
  let isWithoutLocks: Bool
  var seenVersion: Int64 = -1
  /// How often something was entered through this handle: a rise says that a commit is on disk.
  public private(set) var commits = 0
  /// The transaction that is open, to which all that is read and written meanwhile belongs.
  private(set) var current: Database?
  /// The number of the schema in the file; below `Schema.version` only where it is read-only.
  private(set) var format: Int32 = 0
  /// What `taskRows()` has read; nil before that, and once they have changed.
  var knownTasks: TaskRows?
  /// The generation (`SharingState`) of what was seen by whoever enters now; nil where nobody looked.
  ///
  /// Where it is another by then, nothing is entered.
  public var seenGeneration: Int?
  /// How far the gathering of figures had got, as of a day and the last act when it was looked at.
  var gathered: (day: Day, act: ActMark, years: [Int: Gathering])?

  /// Opens a ledger, making it where there is none.
  ///
  /// Throws a `Fault` for a file that is no ledger, is empty or damaged, was made by a newer
  /// version, or cannot be reached.
  public convenience init(at path: String, access: Access = .readWrite) throws {
    if access == .readWrite { Self.clearLeftovers(of: path) }
    var found = try Self.look(at: path, access: access)
    if found == .nothing {
      try Self.make(at: path)
      found = try Self.look(at: path, access: access)
    }
    // What may be another program's is not even opened for writing: that would change it.
    if found == .doubtful { try Self.probe(path) }
    try self.init(existing: path, access: access)
  }

  /// Opens a file that is there; one without content becomes a ledger.
  ///
  /// `disk` names what SQLite reads and writes files by, where that is not the system.
  init(existing path: String, access: Access, disk: String? = nil) throws {
    let hold = HeldFiles.hold(path)
    (self.path, self.access, self.hold) = (path, access, hold)
    do {
      guard let file = FileIdentity(at: path) else { throw Self.gone(path) }
      (opened, greatestSize) = (file, file.size)
      (queue, isWithoutLocks) = try Self.connect(path, access, disk, patience)
    } catch {
      hold.release()
      throw Self.fault(error, path)
    }
    do {
      try prepareSchema()
      Self.guardSidecars(of: hold.file)
      hold.renew()
      _ = hasMoved()
      index = access == .readWrite ? queue.unsafeRead(WriteAheadIndex.init) : nil
      look()
    } catch {
      close()
      throw Self.fault(error, path)
    }
  }

  deinit { close() }

  /// Closes the file; what was recorded is on disk already.
  public func close() {
    index = nil
    try? queue.close()
    hold.release()
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

  /// Looks and enters in one transaction.
  ///
  /// What is looked at in it stands until it is committed, whoever else writes; all of it is
  /// entered or, where it throws, nothing.
  public func act<T>(_ work: () throws -> T) throws -> T { try writing { _ in try work() } }

  /// Reads several things of one state of the ledger, whoever writes meanwhile.
  public func together<T>(_ work: () throws -> T) throws -> T { try reading { _ in try work() } }

  func reading<T>(_ work: (Database) throws -> T) throws -> T {
    if let current { return try work(current) }
    if isWithoutLocks { try expectInPlace() }
    do {
      return try queue.read { db in
        current = db
        defer { current = nil }
        return try work(db)
      }
    } catch { throw Self.fault(error, path) }
  }

  func writing<T>(_ work: (Database) throws -> T) throws -> T {
    guard access == .readWrite else {
      throw Fault("台账以只读方式打开，不能登记。", "The ledger is open read-only: nothing can be entered.")
    }
    if let current { return try work(current) }
    try expectInPlace()
    var (result, hasChanged): (T?, Bool) = (nil, false)
    do {
      try queue.inTransaction(.immediate) { db in
        current = db
        defer { current = nil }
        let before = db.totalChangesCount
        result = try work(db)
        hasChanged = db.totalChangesCount != before
        if hasChanged {
          try Registering(self, db).add()
          try Seals(db: db).add()
          try expectInPlace()
        }
        return .commit
      }
    } catch {
      throw Self.fault(error, path, isEntering: true)
    }
    if hasChanged {
      try expectStillInPlace()
      commits += 1
    }
    guard let result else { throw Fault("登记未完成。", "The act was not completed.") }
    return result
  }
}

extension Ledger {
  /// Whether another program has written since the last time this was asked.
  public func hasMoved() -> Bool {
    guard current == nil else { return false }
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
