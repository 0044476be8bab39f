/// Text as an array of Unicode scalars: offsets are cheap, and nothing is quadratic.
typealias Scalars = [UInt32]

/// The scalars of a literal.
func scalars(_ text: String) -> Scalars { text.unicodeScalars.map(\.value) }

/// The text of some scalars.
func text(_ scalars: some Sequence<UInt32>) -> String {
  var view = String.UnicodeScalarView()
  for value in scalars { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
  return String(view)
}

extension UInt32 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  /// A Chinese character, 〇 included.
  var isHan: Bool {
    (self >= 0x4E00 && self <= 0x9FFF) || (self >= 0x3400 && self <= 0x4DBF) || self == 0x3007
      || (self >= 0x20000 && self <= 0x3FFFF)
  }

  var isBlank: Bool {
    self == 0x20 || self == 0x09 || self == 0x3000 || self == 0xA0 || self == 0x0D
      || (self >= 0x2000 && self <= 0x200A) || self == 0x202F || self == 0x0C || self == 0x0B
  }

  /// Nothing that is seen: byte order marks, joiners, soft hyphens, signs of direction, selectors of
  /// variants, control characters.
  var isInvisible: Bool {
    switch self {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x180B...0x180E,
      0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0,
      0xFFF9...0xFFFC, 0xE0000...0xE01EF:
      true
    default: false
    }
  }

  /// Breaks a line besides LF: the breaks that Word and editors put (VT, FF), NEL, LS, PS.
  var endsLine: Bool {
    self == 0x0B || self == 0x0C || self == 0x85 || self == 0x2028 || self == 0x2029
  }

  /// The half-width form of a full-width letter, digit or sign; dashes and quotes made one.
  var folded: UInt32 {
    switch self {
    case 0xFF01...0xFF5E: self - 0xFEE0
    case 0x2010...0x2015, 0x2212, 0x223C, 0x301C, 0x2500, 0xFE31, 0xFE32, 0xFE58, 0xFE63: 0x2D
    case 0xFE59, 0xFE35: 0x28
    case 0xFE5A, 0xFE36: 0x29
    case 0x3014, 0x3010, 0x3016, 0xFE5D, 0xFE39, 0xFE3B, 0xFE47: 0x5B
    case 0x3015, 0x3011, 0x3017, 0xFE5E, 0xFE3A, 0xFE3C, 0xFE48: 0x5D
    case 0xFE3D: 0x300A
    case 0xFE3E: 0x300B
    case 0xFE10, 0xFE50: 0x2C
    case 0xFE11, 0xFE51, 0xFF64: 0x3001
    case 0xFE12, 0xFF61: 0x3002
    case 0xFE13, 0xFE30, 0xFE55, 0x2236: 0x3A
    case 0xFE14, 0xFE54: 0x3B
    case 0xFE52: 0x2E
    case 0xFE6A: 0x25
    case 0x2264, 0x2266: 0x2264
    case 0x2265, 0x2267: 0x2265
    case 0x25CB, 0x25EF, 0x3007: 0x3007
    default: self
    }
  }

  /// Columns on a screen, near enough to tell a full line from a short one.
  ///
  /// Signs count two even where they are half-width: the page that was broken had them full.
  var columns: Int { isDigit || isASCIILetter || self == Sign.space ? 1 : 2 }

  /// The bracket that closes this one, where it is an opening bracket (folded).
  var closer: UInt32? {
    switch self {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x300A: 0x300B
    default: nil
    }
  }

  var isCloser: Bool { self == 0x29 || self == 0x5D || self == 0x300B }

  /// Ends a sentence (folded).
  var endsSentence: Bool {
    self == 0x3002 || self == 0x3B || self == 0x21 || self == 0x3F
  }

  /// A sign between words (folded).
  var isMark: Bool {
    switch self {
    case 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x3001, 0x3002, 0x28, 0x29, 0x5B, 0x5D, 0x22, 0x27, 0x09,
      0x201C, 0x201D, 0x2018, 0x2019, 0x300A, 0x300B, 0x3008, 0x3009, 0x2026, 0x0A:
      true
    default: false
    }
  }
}

/// Folded signs by name.
enum Sign {
  static let tab: UInt32 = 0x09
  static let newline: UInt32 = 0x0A
  static let space: UInt32 = 0x20
  static let open: UInt32 = 0x28
  static let close: UInt32 = 0x29
  static let comma: UInt32 = 0x2C
  static let dash: UInt32 = 0x2D
  static let dot: UInt32 = 0x2E
  static let colon: UInt32 = 0x3A
  static let semicolon: UInt32 = 0x3B
  static let percent: UInt32 = 0x25
  static let pause: UInt32 = 0x3001
  static let stop: UInt32 = 0x3002
  /// A line of its own that says: the next line goes on with nothing (of no standard, never printed).
  static let aside: UInt32 = 0xFDD0
}

extension RandomAccessCollection where Element == UInt32, Index == Int {
  /// Whether `words` stand at `index`.
  func has(_ words: Scalars, at index: Int) -> Bool {
    guard index >= startIndex, index + words.count <= endIndex else { return false }
    for offset in words.indices where self[index + offset] != words[offset] { return false }
    return true
  }

  /// Whether `words` end just before `index`.
  func has(_ words: Scalars, before index: Int) -> Bool { has(words, at: index - words.count) }

  /// The part without blanks at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, self[low].isBlank || self[low].isInvisible { low += 1 }
    while low < high, self[high - 1].isBlank || self[high - 1].isInvisible { high -= 1 }
    return low..<high
  }

  /// Where `words` first stand in a range.
  func find(_ words: Scalars, in range: Range<Int>) -> Int? {
    guard let first = words.first, range.count >= words.count else { return nil }
    for index in range.lowerBound...(range.upperBound - words.count)
    where self[index] == first && has(words, at: index) {
      return index
    }
    return nil
  }
}
