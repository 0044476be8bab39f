/// Numbers written with Chinese characters or with digits.
enum Numerals {
  /// The value of a digit character: 零〇一二三四五六七八九, and 两.
  static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x96F6, 0x3007: 0
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  static let ten: UInt32 = 0x5341
  static let hundred: UInt32 = 0x767E

  /// Reads 一…九百九十九 at `index`.
  static func chinese(_ text: Scalars, at index: Int, limit: Int) -> (value: Int, length: Int)? {
    var (total, current, position) = (0, 0, index)
    var (seen, isPlaced) = (false, false)
    while position < limit, position - index < 8 {
      let scalar = text[position]
      if let digit = digit(scalar) {
        // A zero behind a digit says that the digits stand in their places (二〇, 一〇五).
        isPlaced = current > 0 && (isPlaced || digit == 0)
        current = isPlaced ? current * 10 + digit : digit
      } else if scalar == ten {
        total += (current == 0 ? 1 : current) * 10
        current = 0
      } else if scalar == hundred, current > 0 {
        total += current * 100
        current = 0
      } else {
        break
      }
      seen = true
      position += 1
    }
    return seen ? (total + current, position - index) : nil
  }

  /// Reads an ASCII number of at most nine digits at `index`.
  static func arabic(_ text: Scalars, at index: Int, limit: Int) -> (value: Int, length: Int)? {
    var (value, position) = (0, index)
    while position < limit, text[position].isDigit, position - index < 9 {
      value = value * 10 + Int(text[position] - 0x30)
      position += 1
    }
    return position > index ? (value, position - index) : nil
  }

  /// Reads a year of four digits, Arabic or Chinese (2025, 二〇二五).
  static func year(_ text: Scalars, at index: Int, limit: Int) -> Int? {
    guard index + 4 <= limit else { return nil }
    if let found = arabic(text, at: index, limit: limit) {
      guard found.length == 4, (1900...2199).contains(found.value) else { return nil }
      return found.value
    }
    var value = 0
    for offset in 0..<4 {
      guard let digit = digit(text[index + offset]), text[index + offset] != 0x4E24 else {
        return nil
      }
      value = value * 10 + digit
    }
    return (1900...2199).contains(value) ? value : nil
  }
}
