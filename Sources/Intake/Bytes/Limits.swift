/// How much a file may make of itself: far above what an office sends, far below what a machine bears.
///
/// Whatever goes beyond is refused with a sentence that names the place and the limit.
enum Limits {
  /// Signs of the text of a document: some four thousand pages.
  static let signs = 2_000_000
  /// Bytes of a text that may still be a document, at most four a sign.
  static let textBytes = 4 * signs
  /// Bytes of a web page: most of them are pictures and rules of style.
  static let pageBytes = 32 << 20
  /// Signs of the pattern by which Word numbers a list; its own limit.
  static let numbering = 255

  /// Signs in a cell, columns and rows of a sheet: those of Excel.
  static let cellSigns = 32_767
  static let columns = 16_384
  static let rows = 1_048_576
  /// Cells of all sheets in which something stands.
  static let cells = 4_000_000
  /// Bytes of texts in cells, counted in every cell they stand in.
  static let cellText = 128 << 20
  static let sheets = 256
  /// Columns of merged areas, all areas together.
  static let mergedColumns = 1_000_000

  /// Bytes that an archive of a size may unpack to, all that is read of it together.
  static func unpacked(_ packed: Int) -> UInt64 { (8 << 20) + 40 * UInt64(packed) }

  /// Whether bytes of UTF-8 are more than a cell may hold.
  static func isTooLong(cell bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count > cellSigns else { return false }
    return bytes.count { $0 & 0xC0 != 0x80 } > cellSigns
  }
}
