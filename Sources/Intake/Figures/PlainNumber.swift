import Foundation
import Reform

/// A number as people type it: `1,234.50`, `１２３`, `35.2%`, `1.2万`, `—`.
enum PlainNumber: Hashable {
  /// The number, and what was typed behind it.
  case number(Decimal, unit: String)
  /// A mark that says there is none.
  case missing
  case other

  private static let missingMarks: Set<String> = [
    "-", "--", "---", "/", "\\", "无", "暂无", "缺", "缺报", "未统计", "无数据", "不适用", "…", "……", "...", "n/a",
    "na",
    "null", "none", "*",
  ]

  static func read(_ text: String) -> PlainNumber {
    guard !hasTwoNumbers(text) else { return .other }
    let plain = NameKey.folded(text)
    guard !plain.isEmpty, !missingMarks.contains(plain) else { return .missing }
    var bytes = Array(plain.utf8)
    let isBracketed = bytes.first == 0x28 && bytes.last == 0x29 && bytes.count > 2
    if isBracketed { bytes = Array(bytes[1..<(bytes.count - 1)]) }
    let digits = bytes.prefix(numerals(bytes))
    let unit = String(decoding: bytes.dropFirst(digits.count), as: UTF8.self)
    guard areCommasInPlace(digits), unit.isEmpty || UnitScale(unit) != nil,
      let number = decimal(digits.filter { $0 != 0x2C })
    else { return .other }
    return .number(isBracketed ? -number : number, unit: unit)
  }

  /// Whether a blank or a line break stands between two digits: 4600 and 4500 in one cell are not
  /// 46004500.
  private static func hasTwoNumbers(_ text: String) -> Bool {
    var (afterDigit, isParted) = (false, false)
    for scalar in text.unicodeScalars {
      let value = scalar.value.folded
      if value.isInvisible { continue }
      if value.isBlank || value == 0x0A || value == 0x2028 || value == 0x85 {
        isParted = afterDigit
        continue
      }
      let isDigit = value.isDigit
      if isParted, isDigit || value == 0x2C || value == 0x2E { return true }
      (afterDigit, isParted) = (isDigit || value == 0x2C || value == 0x2E, false)
    }
    return false
  }

  private static func isNumeral(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2C || byte == 0x2D || byte == 0x2B
  }

  /// How many bytes at the beginning are a number's, an exponent included (3.3E+04).
  private static func numerals(_ bytes: [UInt8]) -> Int {
    let whole = bytes.prefix { isNumeral($0) }.count
    guard whole > 0, whole < bytes.count, bytes[whole] == 0x65 else { return whole }
    let power = bytes[(whole + 1)...].prefix { isNumeral($0) && $0 != 0x2C }.count
    return power > 0 && whole + 1 + power == bytes.count ? bytes.count : whole
  }

  /// Commas stand before the point, in front of groups of three digits or of four throughout, or not
  /// at all: 59.347,6 and 1234,567 have one for a point.
  private static func areCommasInPlace(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.contains(0x2C) else { return true }
    let whole = digits.prefix { $0 != 0x2E && $0 != 0x65 }
    guard !digits.dropFirst(whole.count).contains(0x2C) else { return false }
    let figures = whole.drop { $0 == 0x2D || $0 == 0x2B }
    let groups = figures.split(separator: 0x2C, omittingEmptySubsequences: false).map(\.count)
    guard let first = groups.first, let size = groups.last, size == 3 || size == 4 else {
      return false
    }
    return (1...size).contains(first) && groups.dropFirst().allSatisfy { $0 == size }
  }

  /// Exact, however many digits were typed.
  private static func decimal(_ digits: [UInt8]) -> Decimal? {
    guard let read = CellNumber.Digits(digits), read.isWithinReason else { return nil }
    // More digits than a decimal holds would be rounded without a word.
    guard digits.prefix(while: { $0 != 0x65 }).count(where: { $0 != 0x2E }) <= 38 else {
      return nil
    }
    guard read.count > 17 else { return read.rounded(to: 18) }
    return Decimal(string: String(decoding: digits, as: UTF8.self))
  }
}
