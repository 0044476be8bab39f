import GRDB
import GRDBSQLite

/// How far the journal of an open ledger has been carried over into its file, as SQLite keeps it in
/// the index of the journal (<https://www.sqlite.org/walformat.html>).
///
/// While a ledger is open nothing but that carrying over may write its file: a file that was written
/// though this stands still was written over by somebody else. It is read through the handle that
/// is open, for opening the index and closing it again would drop the locks on it.
final class WriteAheadIndex {
  /// The journal by its salts, and how many of its frames the file has.
  struct Mark: Equatable {
    var salts: UInt64
    var carried: UInt32
    /// How many it will have, once what was begun is done.
    var begun: UInt32

    /// Whether frames are just being carried over, or were left so by a program that was ended.
    var isUnderWay: Bool { carried != begun }
  }

  private static let size: Int32 = 32_768
  private let file: UnsafeMutablePointer<sqlite3_file>

  /// Nil where a connection has no journal of that kind.
  init?(_ db: Database) {
    var file: UnsafeMutablePointer<sqlite3_file>?
    let code = sqlite3_file_control(
      db.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
    guard code == SQLITE_OK, let file, file.pointee.pMethods != nil else { return nil }
    self.file = file
    guard mark != nil else { return nil }
  }

  /// Where it stands now; nil where the index is not there.
  var mark: Mark? {
    guard let methods = file.pointee.pMethods?.pointee, methods.iVersion >= 2,
      let map = methods.xShmMap
    else { return nil }
    var region: UnsafeMutableRawPointer?
    guard map(file, 0, Self.size, 0, &region) == SQLITE_OK, let region else { return nil }
    func number(_ offset: Int) -> UInt32 { region.load(fromByteOffset: offset, as: UInt32.self) }
    // The format that is known, and set up.
    guard number(0) == 3_007_000, region.load(fromByteOffset: 12, as: UInt8.self) == 1 else {
      return nil
    }
    return Mark(
      salts: region.load(fromByteOffset: 32, as: UInt64.self), carried: number(96),
      begun: number(128))
  }
}
