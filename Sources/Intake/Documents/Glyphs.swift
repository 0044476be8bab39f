/// Characters that only look like others, made the ones that are meant; each stays in its place.
///
/// PDF copies hand out radicals for characters (⼈, ⻚), lists carry signs of symbol fonts, and a
/// letter O is typed for 〇. `Resources/glyphs.csv` says what stands for what.
enum Glyphs {
  /// What is meant by characters of the ranges that nobody types.
  private static let meant: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    let records = Resource.named("glyphs.csv").map { CSVReader($0.bytes).records() } ?? []
    for record in records {
      guard let first = UInt32(record["first"], radix: 16) else { continue }
      for (offset, scalar) in scalars(record["signs"]).enumerated() {
        table[first &+ UInt32(offset)] = scalar
      }
    }
    return table
  }()

  /// The text with every character as it is meant, of the same length.
  static func folded(_ text: Scalars) -> Scalars {
    var result = text
    var hasRound = false
    for index in text.indices {
      let scalar = text[index]
      if scalar.isPeculiar, let sign = meant[scalar] { result[index] = sign }
      hasRound = hasRound || scalar.isRound
    }
    if hasRound { mendZeros(&result) }
    return result
  }

  /// A cell or a word with every character as it is meant.
  static func folded(_ text: String) -> String {
    var before: UInt32 = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value.isPeculiar || value.isRound && (value != 0x30 || before.isHanDigit) {
        return Intake.text(folded(scalars(text)))
      }
      before = value
    }
    return text
  }

  /// Where characters stand that no table knows: of private use, or lost before they came here.
  static func unreadable(in text: Scalars) -> [Int] {
    text.indices.filter { text[$0].isPrivate || text[$0] == 0xFFFD }
  }

  // MARK: O for 〇

  /// Makes a letter O among the digits of a year a zero (二O二五年, 2O25年), and of a short number
  /// before its unit (二O、).
  private static func mendZeros(_ text: inout Scalars) {
    var index = 0
    while index < text.count {
      guard text[index].isDigit || text[index].isHanDigit else {
        index += 1
        continue
      }
      let isHan = text[index].isHanDigit
      var end = index
      while end < text.count,
        text[end].isRound || (isHan ? text[end].isHanDigit : text[end].isDigit)
      { end += 1 }
      mend(&text, index..<end, isHan ? 0x3007 : 0x30)
      index = end
    }
  }

  private static func mend(_ text: inout Scalars, _ run: Range<Int>, _ zero: UInt32) {
    let before = run.lowerBound > 0 ? text[run.lowerBound - 1].folded : Sign.space
    let after = run.upperBound < text.count ? text[run.upperBound].folded : Sign.space
    guard text[run].contains(where: \.isRound), !before.isASCIILetter, !before.isDigit,
      !after.isASCIILetter, !after.isDigit
    else { return }
    let first = text[run.lowerBound]
    let isYear =
      run.count == 4 && (first == 0x31 || first == 0x32 || first == 0x4E00 || first == 0x4E8C)
      && text[run].count { !$0.isRound } >= 2
    guard isYear ? zero != 0x30 || isBehindYear(after) : zero != 0x30 && isBehindNumber(after)
    else { return }
    for index in run where text[index].isRound { text[index] = zero }
  }

  private static let behindYears = Set(scalars("年.-/])~至"))

  private static func isBehindYear(_ sign: UInt32) -> Bool { behindYears.contains(sign) }

  private static let behindNumbers = Set(scalars("年月日号条章、)"))

  private static func isBehindNumber(_ sign: UInt32) -> Bool { behindNumbers.contains(sign) }
}

extension UInt32 {
  /// Of a range that nobody types: radicals, strokes, compatibility and private characters.
  fileprivate var isPeculiar: Bool {
    (self >= 0x2E80 && self <= 0x2FD5) || (self >= 0x31C0 && self <= 0x31E3)
      || (self >= 0xE000 && self <= 0xFAFF) || (self >= 0x2F800 && self <= 0x2FA1F)
  }

  /// What is typed for a zero: O in Latin, Greek and Cyrillic, circles, and 0 among Chinese digits.
  fileprivate var isRound: Bool {
    switch self {
    case 0x4F, 0x6F, 0x30, 0x39F, 0x3BF, 0x41E, 0x43E, 0xFF2F, 0xFF4F, 0xFF10, 0x25CB, 0x25EF,
      0x2B58, 0x3007:
      true
    default: false
    }
  }

  fileprivate var isHanDigit: Bool { Numerals.digit(self) != nil && self != 0x4E24 }

  /// Of private use: no standard says what it is.
  fileprivate var isPrivate: Bool {
    (self >= 0xE000 && self <= 0xF8FF) || (self >= 0xF_0000 && self <= 0x10_FFFD)
  }
}
