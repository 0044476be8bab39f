import CPostgres

/// What a statement has answered, in PostgreSQL's binary form; columns and rows count from 0.
final class Rows {
  private let result: OpaquePointer

  init(_ result: OpaquePointer) { self.result = result }

  deinit { PQclear(result) }

  var count: Int { Int(PQntuples(result)) }

  /// The bytes of a field, as long as the rows live; nil for NULL.
  func bytes(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? {
    let (row, column) = (Int32(row), Int32(column))
    guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
      return nil
    }
    return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
  }

  func text(_ row: Int, _ column: Int) -> String? {
    bytes(row, column).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A whole number of two, four or eight bytes; a boolean is 0 or 1.
  func number(_ row: Int, _ column: Int) -> Int? { bytes(row, column).map(Self.number) }

  func isTrue(_ row: Int, _ column: Int) -> Bool { number(row, column) == 1 }

  /// The numbers of an array of eight bytes each.
  func numbers(_ row: Int, _ column: Int) -> [Int64] {
    guard let bytes = bytes(row, column), bytes.count >= 20 else { return [] }
    return stride(from: 20, to: bytes.count - 11, by: 12).map { place in
      Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: place + 4, as: Int64.self))
    }
  }

  /// A time as RFC 3339 in UTC, to the microsecond.
  func time(_ row: Int, _ column: Int) -> String? {
    number(row, column).map { Moment(microseconds: $0).text }
  }

  private static func number(_ bytes: UnsafeRawBufferPointer) -> Int {
    switch bytes.count {
    case 1: Int(bytes[0])
    case 2: Int(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
    case 4: Int(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
    case 8: Int(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
    default: 0
    }
  }
}

/// A time by PostgreSQL's reckoning: microseconds since the first of January 2000, UTC.
struct Moment {
  var microseconds: Int

  /// RFC 3339, to the microsecond: 2026-03-01T08:00:00.000000Z.
  var text: String {
    let day = 86_400_000_000
    var rest = microseconds % day
    var days = microseconds / day
    if rest < 0 { (rest, days) = (rest + day, days - 1) }
    let (year, month, date) = Self.civil(days + 10_957)
    let seconds = rest / 1_000_000
    var text: [UInt8] = []
    text.reserveCapacity(27)
    Self.put(year, 4, &text)
    for (mark, part) in [
      ("-", month), ("-", date), ("T", seconds / 3_600), (":", seconds / 60 % 60),
      (":", seconds % 60),
    ] as [(Unicode.Scalar, Int)] {
      text.append(UInt8(ascii: mark))
      Self.put(part, 2, &text)
    }
    text.append(UInt8(ascii: "."))
    Self.put(rest % 1_000_000, 6, &text)
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }

  private static func put(_ number: Int, _ digits: Int, _ text: inout [UInt8]) {
    var scale = 1
    for _ in 1..<digits { scale *= 10 }
    while scale > 0 {
      text.append(UInt8(ascii: "0") + UInt8(number / scale % 10))
      scale /= 10
    }
  }

  /// Year, month and day of a number of days since the first of January 1970.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    // Eras of 400 years that begin on the first of March.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let inEra = shifted - era * 146_097
    let year = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * year + year / 4 - year / 100)
    let index = (5 * inYear + 2) / 153
    let month = index < 10 ? index + 3 : index - 9
    return (year + era * 400 + (month <= 2 ? 1 : 0), month, inYear - (153 * index + 2) / 5 + 1)
  }
}
