/// Whether a text has only what a configuration file of this program can have.
///
/// TOMLKit stops the program at some broken files, and nothing catches that; so only plain TOML
/// goes in: `name = value`, `[name]`, comments; as values text on one line, truth, whole numbers,
/// lists and tables of these.
struct SettingsShape {
  private let signs: [UInt8]
  private var position = 0
  private var line = 1
  /// Lists and tables within each other.
  private static let deepest = 8

  private init(_ text: String) { signs = Array(text.utf8) }

  /// The first line, from 1, that is something else; nil where there is none.
  static func firstFault(in text: String) -> Int? {
    var shape = SettingsShape(text)
    if shape.signs.starts(with: [0xEF, 0xBB, 0xBF]) { shape.position = 3 }
    while shape.position < shape.signs.count {
      guard shape.takeLine() else { return shape.line }
    }
    return nil
  }

  private var next: UInt8 { position < signs.count ? signs[position] : 0 }

  private mutating func take(_ sign: Character) -> Bool {
    guard next == sign.asciiValue, position < signs.count else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while next == 0x20 || next == 0x09 { position += 1 }
  }

  /// A line with its end: nothing, a heading, or a name with its value.
  private mutating func takeLine() -> Bool {
    skipBlanks()
    if next != 0x0A, next != 0x0D, next != 0x23, position < signs.count {
      guard takeHeading() ?? (takeNames() && take("=") && takeValue(0)) else { return false }
    }
    return takeEnd()
  }

  /// A comment, and the end of the line or of the text.
  private mutating func takeEnd() -> Bool {
    skipBlanks()
    if next == 0x23 {
      while position < signs.count, next != 0x0A, next != 0x0D {
        guard next >= 0x20 && next != 0x7F || next == 0x09 else { return false }
        position += 1
      }
    }
    guard position < signs.count else { return true }
    if next == 0x0D { position += 1 }
    guard take("\n") else { return false }
    line += 1
    return true
  }

  /// `[keys]`; nil where no bracket stands.
  private mutating func takeHeading() -> Bool? {
    guard take("[") else { return nil }
    return takeNames() && take("]")
  }

  /// A name, or several with points between them.
  private mutating func takeNames() -> Bool {
    repeat {
      skipBlanks()
      guard takeName() else { return false }
      skipBlanks()
    } while take(".")
    return true
  }

  private mutating func takeName() -> Bool {
    if next == 0x22 || next == 0x27 { return takeText() }
    let start = position
    while Self.isPlain(next) { position += 1 }
    return position > start
  }

  private static func isPlain(_ sign: UInt8) -> Bool {
    switch sign {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  private mutating func takeValue(_ depth: Int) -> Bool {
    skipBlanks()
    switch next {
    case 0x22, 0x27: return takeText()
    case 0x5B: return depth < Self.deepest && takeList(depth)
    case 0x7B: return depth < Self.deepest && takeTable(depth)
    default: return takeWord()
    }
  }

  /// `true`, `false`, or a whole number of few digits.
  private mutating func takeWord() -> Bool {
    let start = position
    while Self.isPlain(next) || next == 0x2B { position += 1 }
    let word = signs[start..<position]
    if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) { return true }
    let digits = word.first == 0x2D || word.first == 0x2B ? word.dropFirst() : word
    return (1...9).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
      && (digits.first != 0x30 || digits.count == 1)
  }

  private mutating func takeList(_ depth: Int) -> Bool {
    guard take("[") else { return false }
    while true {
      guard skipLines() else { return false }
      if take("]") { return true }
      guard takeValue(depth + 1), skipLines() else { return false }
      if take("]") { return true }
      guard take(",") else { return false }
    }
  }

  private mutating func takeTable(_ depth: Int) -> Bool {
    guard take("{") else { return false }
    skipBlanks()
    if take("}") { return true }
    repeat {
      guard takeNames(), take("="), takeValue(depth + 1) else { return false }
      skipBlanks()
    } while take(",")
    return take("}")
  }

  /// Blanks, comments and ends of lines within a list.
  private mutating func skipLines() -> Bool {
    while true {
      skipBlanks()
      guard next == 0x23 || next == 0x0A || next == 0x0D, position < signs.count else {
        return position < signs.count
      }
      guard takeEnd() else { return false }
    }
  }

  /// Text in quotes on one line.
  private mutating func takeText() -> Bool {
    let quote = next
    position += 1
    // Three quotes begin a text of several lines, which no setting has.
    if next == quote, position + 1 < signs.count, signs[position + 1] == quote { return false }
    while position < signs.count {
      let sign = next
      guard sign >= 0x20 && sign != 0x7F || sign == 0x09 else { return false }
      position += 1
      if sign == quote { return true }
      if sign == 0x5C, quote == 0x22, !takeEscape() { return false }
    }
    return false
  }

  private mutating func takeEscape() -> Bool {
    let sign = next
    position += 1
    switch sign {
    case 0x22, 0x5C, 0x62, 0x66, 0x6E, 0x72, 0x74: return true
    case 0x75: return takeScalar(4)
    case 0x55: return takeScalar(8)
    default: return false
    }
  }

  private mutating func takeScalar(_ digits: Int) -> Bool {
    guard position + digits <= signs.count else { return false }
    let text = String(decoding: signs[position..<position + digits], as: UTF8.self)
    position += digits
    return text.allSatisfy(\.isHexDigit)
      && UInt32(text, radix: 16).flatMap(Unicode.Scalar.init) != nil
  }
}
