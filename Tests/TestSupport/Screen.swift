import Cells

/// What a terminal shows of the bytes that a program writes: enough of an xterm for ncurses.
public struct Screen {
  public private(set) var size: Size
  /// The characters, row by row; empty in the right half of a wide one.
  public private(set) var cells: [[String]]
  public private(set) var x = 0
  public private(set) var y = 0
  /// Private modes that are on (1049 is the alternate screen, 2004 bracketed paste).
  public private(set) var modes: Set<Int> = []
  public private(set) var isCursorShown = true
  /// Every number that was given to choose colours and attributes.
  public private(set) var attributes: Set<Int> = []
  /// What the terminal answers to questions, not yet sent.
  public var answers: [UInt8] = []
  private var pending: [UInt8] = []
  private var main: [[String]] = []
  private var region: Range<Int>
  private var last = " "
  private let ruler = Ruler()

  public init(size: Size) {
    self.size = size
    cells = Self.blank(size)
    region = 0..<size.rows
  }

  private static func blank(_ size: Size) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
  }

  public var isAlternate: Bool { modes.contains(1049) }

  /// What is written in a row, without the blanks at its end.
  public func row(_ y: Int) -> String {
    var text = Substring(cells[y].joined())
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  public var text: String { (0..<size.rows).map(row).joined(separator: "\n") }

  public mutating func resize(_ size: Size) {
    var fresh = Self.blank(size)
    for y in 0..<min(size.rows, self.size.rows) {
      for x in 0..<min(size.columns, self.size.columns) { fresh[y][x] = cells[y][x] }
    }
    (self.size, cells, region) = (size, fresh, 0..<size.rows)
    (x, y) = (min(x, size.columns - 1), min(y, size.rows - 1))
  }

  /// Takes what the program wrote.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var rest = pending[...]
    while let length = step(rest) { rest = rest.dropFirst(length) }
    pending = Array(rest)
  }

  /// Takes one character or sequence; nil where it is not whole yet.
  private mutating func step(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first == 0x1B { return escape(bytes) }
    if first < 0x20 || first == 0x7F {
      control(first)
      return 1
    }
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let isBroken = bytes.prefix(length).dropFirst().contains { !(0x80..<0xC0).contains($0) }
    guard !isBroken else { return 1 }
    guard bytes.count >= length else { return nil }
    put(String(decoding: bytes.prefix(length), as: UTF8.self))
    return length
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: x = max(0, x - 1)
    case 0x09: x = min(size.columns - 1, (x / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: x = 0
    default: break
    }
  }

  private mutating func lineFeed() {
    if y == region.upperBound - 1 { scroll(1) } else { y = min(y + 1, size.rows - 1) }
  }

  private mutating func put(_ text: String) {
    let width = text.unicodeScalars.reduce(0) { $0 + ruler.columns(of: $1) }
    guard width > 0 else {
      if x > 0 { cells[y][x - 1] += text }
      return
    }
    if x + width > size.columns {
      x = 0
      lineFeed()
    }
    guard x + width <= size.columns else { return }
    if cells[y][x].isEmpty, x > 0 { cells[y][x - 1] = " " }
    cells[y][x] = text
    if width == 2 { cells[y][x + 1] = "" }
    if x + width < size.columns, cells[y][x + width].isEmpty { cells[y][x + width] = " " }
    x += width
    last = text
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let second = bytes.dropFirst().first else { return nil }
    switch second {
    case UInt8(ascii: "["): return sequence(bytes)
    case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count >= 3 ? 3 : nil
    case UInt8(ascii: "]"):
      guard let end = bytes.firstIndex(of: 0x07) else { return nil }
      return end - bytes.startIndex + 1
    case UInt8(ascii: "M"):
      if y == region.lowerBound { scroll(-1) } else { y = max(0, y - 1) }
      return 2
    default: return 2
    }
  }

  private mutating func sequence(_ bytes: ArraySlice<UInt8>) -> Int? {
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) || $0 == 0x1B }) else {
      return nil
    }
    // Another sequence begins: this one was broken off.
    guard body[end] != 0x1B else { return end - bytes.startIndex }
    let text = String(decoding: body[..<end], as: UTF8.self)
    let mark = text.first.flatMap { "?><=!".contains($0) ? $0 : nil }
    let numbers = (mark == nil ? text[...] : text.dropFirst())
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    carryOut(Character(Unicode.Scalar(body[end])), numbers, mark)
    return end - bytes.startIndex + 1
  }
}

extension Screen {
  private mutating func carryOut(_ final: Character, _ numbers: [Int], _ mark: Character?) {
    let count = max(1, numbers.first ?? 1)
    switch (mark, final) {
    case ("?", "h"), ("?", "l"): for number in numbers { setMode(number, final == "h") }
    case (.some, _): break
    case (_, "H"), (_, "f"):
      move(numbers.count > 1 ? max(1, numbers[1]) - 1 : 0, count - 1)
    case (_, "A"): move(x, y - count)
    case (_, "B"): move(x, y + count)
    case (_, "C"): move(x + count, y)
    case (_, "D"): move(x - count, y)
    case (_, "G"): move(count - 1, y)
    case (_, "d"): move(x, count - 1)
    case (_, "J"): eraseScreen(numbers.first ?? 0)
    case (_, "K"): eraseRow(numbers.first ?? 0)
    case (_, "X"): clear(y, x..<min(size.columns, x + count))
    case (_, "b"): for _ in 0..<count { put(last) }
    case (_, "L"): shift(from: y, by: -count)
    case (_, "M"): shift(from: y, by: count)
    case (_, "S"): scroll(count)
    case (_, "T"): scroll(-count)
    case (_, "P"): cells[y] = moved(cells[y], from: x, removing: count)
    case (_, "@"): cells[y] = moved(cells[y], from: x, inserting: count)
    case (_, "r"):
      let bottom = numbers.count > 1 && numbers[1] > 0 ? numbers[1] : size.rows
      region = (count - 1)..<max(count, min(bottom, size.rows))
    case (_, "m"): attributes.formUnion(numbers)
    case (_, "n"): answers += Array("\u{1B}[\(y + 1);\(x + 1)R".utf8)
    default: break
    }
  }

  private mutating func move(_ x: Int, _ y: Int) {
    self.x = max(0, min(x, size.columns - 1))
    self.y = max(0, min(y, size.rows - 1))
  }

  private mutating func setMode(_ mode: Int, _ isOn: Bool) {
    if mode == 25 { isCursorShown = isOn }
    guard mode == 1049, isOn != modes.contains(1049) else {
      if isOn { modes.insert(mode) } else { modes.remove(mode) }
      return
    }
    if isOn {
      modes.insert(mode)
      (main, cells) = (cells, Self.blank(size))
    } else {
      modes.remove(mode)
      let kept = main
      cells = Self.blank(size)
      for (y, row) in kept.prefix(size.rows).enumerated() {
        for (x, cell) in row.prefix(size.columns).enumerated() { cells[y][x] = cell }
      }
    }
  }

  private mutating func clear(_ y: Int, _ columns: Range<Int>) {
    for x in columns { cells[y][x] = " " }
  }

  private mutating func eraseRow(_ kind: Int) {
    clear(y, kind == 0 ? x..<size.columns : kind == 1 ? 0..<(x + 1) : 0..<size.columns)
  }

  private mutating func eraseScreen(_ kind: Int) {
    if kind != 3 { eraseRow(kind) }
    let rows = kind == 0 ? (y + 1)..<max(y + 1, size.rows) : kind == 1 ? 0..<y : 0..<size.rows
    for y in rows { clear(y, 0..<size.columns) }
  }

  private mutating func scroll(_ count: Int) { shift(from: region.lowerBound, by: count) }

  /// Moves the rows from one on to the end of the region up, or down where negative.
  private mutating func shift(from top: Int, by count: Int) {
    guard top < region.upperBound else { return }
    let empty = Array(repeating: " ", count: size.columns)
    for _ in 0..<min(abs(count), region.count) {
      if count > 0 {
        cells.remove(at: top)
        cells.insert(empty, at: region.upperBound - 1)
      } else {
        cells.remove(at: region.upperBound - 1)
        cells.insert(empty, at: top)
      }
    }
  }

  private func moved(
    _ row: [String], from x: Int, removing: Int = 0, inserting: Int = 0
  ) -> [String] {
    let blanks = Array(repeating: " ", count: size.columns)
    let rest = row[..<x] + blanks.prefix(inserting) + row[x...].dropFirst(removing) + blanks
    return Array(rest.prefix(size.columns))
  }
}
