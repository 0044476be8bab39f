import Files
import Foundation
import GRDB
import Reform

/// A copy of a ledger (备份), made by SQLite's own backup while others write, and looked through
/// before it is given its name.
public struct Backup {
  /// A copy that is whole and on disk.
  public struct Copy: Hashable, Sendable {
    public var path: String
    public var acts: Int
    public var entries: Int
    /// In bytes.
    public var size: Int64
  }

  private let ledger: Ledger
  /// Asked between two pieces, and before the copy is looked through: true ends it.
  private let isCancelled: () -> Bool

  public init(of ledger: Ledger, isCancelled: @escaping () -> Bool = { false }) {
    (self.ledger, self.isCancelled) = (ledger, isCancelled)
  }

  /// Makes the copy beside its place and names it once it is found sound.
  ///
  /// Throws where something bears the name already, unless it may be replaced, where the copy is
  /// not sound, and where the disk fails; what was begun is removed then.
  public func make(at path: String, replacing: Bool = false) throws -> Copy {
    if let displacement = ledger.displacement { throw displacement }
    try Self.refuse(path, replacing: replacing)
    try Ledger.makeFolder(of: path)
    Ledger.clearLeftovers(of: path)
    let building = "\(path)\(Ledger.buildingMark)\(getpid())"
    Ledger.remove(building)
    defer { Ledger.remove(building) }
    try Ledger.makePrivateFile(at: building, for: path)
    do { try fill(building) } catch { throw Self.told(error, path) }
    var copy = try looked(through: building)
    copy.path = path
    if replacing {
      guard rename(building, path) == 0 else { throw FileTrouble.unwritten(path, errno) }
      UserFile.secureName(of: path)
    } else if try !Ledger.place(building, at: path) {
      throw Self.taken(path)
    }
    return copy
  }

  private struct Cancelled: Error {}

  /// All pages of one state of the ledger: in one reading, so that nobody's writing begins it anew.
  private func fill(_ building: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let target = try DatabaseQueue(path: building, configuration: configuration)
    defer { try? target.close() }
    try ledger.reading { source in
      _ = try Int.fetchOne(source, sql: "SELECT count(*) FROM sqlite_schema")
      try target.writeWithoutTransaction { target in
        try source.backup(to: target, pagesPerStep: 1_024) { _ in
          if isCancelled() { throw Cancelled() }
        }
      }
    }
  }

  /// The copy as it was read back; throws where it is not sound.
  private func looked(through building: String) throws -> Copy {
    if isCancelled() { throw Self.ended }
    let copy = try Ledger(existing: building, access: .readOnly)
    defer { copy.close() }
    let findings = try copy.findings()
    guard findings.isEmpty else {
      throw Fault(
        "台账 \(ledger.path) 有 \(findings.count) 处问题，没有备份；用 yigai check 看是什么，用 yigai check --repair 抢救。",
        "The ledger \(ledger.path) has \(Plural("fault").of(findings.count)) and was not copied; yigai "
          + "check says which, yigai check --repair saves what can be saved.")
    }
    let (acts, entries) = try Self.counts(copy)
    return Copy(
      path: building, acts: acts, entries: entries, size: FileIdentity(at: building)?.size ?? 0)
  }

  /// How many acts and entries a ledger holds.
  static func counts(_ ledger: Ledger) throws -> (acts: Int, entries: Int) {
    try ledger.reading { db in
      (
        try Int.fetchOne(db, sql: "SELECT count(*) FROM act") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0
      )
    }
  }

  private static func refuse(_ path: String, replacing: Bool) throws {
    try UserFile.refuseToReplace(path)
    if let fault = Ledger.misnamed(path) { throw fault }
    if let file = FileIdentity(at: path) {
      guard replacing else { throw taken(path) }
      guard file.isOrdinary, !FileIdentity.isLink(path) else {
        throw Fault(
          "\(path) 不是普通文件，不能覆盖；请换一个文件名。",
          "\(path) is no ordinary file and is not written over; choose another name.", exitCode: 2)
      }
    }
    // Entries of another ledger would be read into the copy.
    for suffix in HeldFiles.companions {
      guard let file = FileIdentity(at: path + suffix), file.size > 0, suffix != "-shm" else {
        continue
      }
      throw Fault(
        "\(path) 旁边有日志 \(path + suffix)，说明它正在使用或没有正常关闭；请换一个文件名。",
        "Beside \(path) lies the journal \(path + suffix): it is in use or was not closed; choose "
          + "another name.", exitCode: 2)
    }
  }

  private static func taken(_ path: String) -> Fault {
    Fault(
      "已有文件 \(path)，没有覆盖；换一个文件名，或加 --force。",
      "There is a file \(path) already, and it was not written over; choose another name, or add "
        + "--force.", exitCode: 2)
  }

  private static let ended = Fault("备份没有做完。", "The copy was not finished.")

  private static func told(_ error: any Error, _ path: String) -> any Error {
    error is Cancelled ? ended : Ledger.fault(error, path)
  }
}
