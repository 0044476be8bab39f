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

  /// Commas stand before groups of three digits, or not at all.
  private static func areCommasInPlace(_ digits: ArraySlice<UInt8>) -> Bool {
    let whole = digits.prefix { $0 != 0x2E }
    guard whole.contains(0x2C) else { return true }
    guard !digits.dropFirst(whole.count).contains(0x2C) else { return false }
    let groups = whole.split(separator: 0x2C, omittingEmptySubsequences: false)
    return groups.dropFirst().allSatisfy { $0.count == 3 || $0.count == 4 }
      && (1...4).contains(groups.first?.count ?? 0)
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

/// A unit as headers and cells write it: what it measures, and how many of the smallest it is.
struct UnitScale: Hashable {
  enum Family: Hashable {
    case money
    case count
    case share
    case times
  }

  var family: Family
  var scale: Decimal

  init?(_ text: String) {
    guard let known = Self.known[text] else { return nil }
    self = known
  }

  private init(_ family: Family, _ scale: Decimal) { (self.family, self.scale) = (family, scale) }

  /// The scale of a unit of the catalogue.
  init(_ unit: FigureUnit) {
    self = Self.known[NameKey.folded(unit.rawValue)] ?? UnitScale(.count, 1)
  }

  /// What a number in this unit is in another one; nil where they do not measure the same.
  func factor(to other: UnitScale) -> Decimal? {
    family == other.family ? scale / other.scale : nil
  }

  private static let known: [String: UnitScale] = {
    var known: [String: UnitScale] = [
      "%": UnitScale(.share, 1), "‰": UnitScale(.share, Decimal(1) / 10),
      "percent": UnitScale(.share, 1), "个百分点": UnitScale(.share, 1),
      "倍": UnitScale(.times, 1), "times": UnitScale(.times, 1),
    ]
    let powers: [(String, Decimal)] = [
      ("", 1), ("十", 10), ("百", 100), ("千", 1000), ("万", 10_000), ("十万", 100_000),
      ("百万", 1_000_000), ("千万", 10_000_000), ("亿", 100_000_000),
    ]
    let counts = [
      "人次", "人", "户", "名", "台次", "个", "家", "天", "例", "件", "次", "张", "床日", "项", "床", "人次数", "visits",
      "people", "households", "posts", "operations", "institutions", "groups", "days", "cases",
    ]
    for (word, power) in powers {
      for unit in ["元", "元人民币", "人民币元"] { known[word + unit] = UnitScale(.money, power) }
      for unit in counts { known[word + unit] = UnitScale(.count, power) }
      if !word.isEmpty { known[word] = UnitScale(.count, power) }
    }
    known["yuan"] = UnitScale(.money, 1)
    known["×10,000yuan"] = UnitScale(.money, 10_000)
    known["10000yuan"] = UnitScale(.money, 10_000)
    known["10,000yuan"] = UnitScale(.money, 10_000)
    return known
  }()
}

/// Names made alike, so that they can be compared.
enum NameKey {
  /// Half-width, small letters, without blanks and what is not seen.
  static func folded(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let value = scalar.value.folded
      guard !value.isBlank, !value.isInvisible, value != 0x0A else { continue }
      let small = (0x41...0x5A).contains(value) ? value + 0x20 : value
      view.append(Unicode.Scalar(small) ?? "\u{FFFD}")
    }
    return String(view)
  }

  /// Half-width, with a blank wherever one or more stand.
  static func spaced(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let value = scalar.value.folded
      let isBlank = value.isBlank || value == 0x0A
      if isBlank, view.last == " " { continue }
      view.append(isBlank ? " " : Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(view)
  }

  /// Without what stands in brackets.
  static func withoutBrackets(_ folded: String) -> String {
    var (kept, depth) = ("", 0)
    for sign in folded {
      if sign == "(" || sign == "[" { depth += 1 }
      if depth == 0 { kept.append(sign) }
      if sign == ")" || sign == "]" { depth = max(0, depth - 1) }
    }
    return kept
  }

  /// How many signs must be changed to make one name of the other, up to a limit.
  static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    var row = Array(0...other.count)
    for (index, sign) in one.enumerated() {
      var (diagonal, left) = (row[0], index + 1)
      row[0] = left
      for column in other.indices {
        let change = diagonal + (sign == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        left = min(change, diagonal + 1, left + 1)
        row[column + 1] = left
      }
    }
    return row[other.count]
  }
}
