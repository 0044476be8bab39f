import Cells

/// A line of text being written, with the place where the next character goes.
public struct TextField: Hashable, Sendable {
  public private(set) var characters: [Character]
  public private(set) var cursor: Int
  /// How much fits; what is longer is not taken at all, and never cut.
  public var limit: Int
  /// How many characters the last key or paste had that were not taken, for they do not fit.
  public private(set) var refused = 0
  /// Whether what stands in it gives way to what is typed or pasted next; it is shown as selected.
  public private(set) var isTypedOver: Bool

  public init(_ text: String = "", limit: Int = 10_000, isTypedOver: Bool = false) {
    characters = Array(text)
    cursor = characters.count
    self.limit = limit
    self.isTypedOver = isTypedOver && !text.isEmpty
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }

  /// Writes text at the cursor; line breaks and tabs become spaces, other controls are dropped.
  public mutating func write(_ text: String) {
    let clean = text.compactMap { character -> Character? in
      if character.isNewline || character == "\t" { return " " }
      guard let scalar = character.unicodeScalars.first, scalar.value >= 32, scalar.value != 127
      else { return nil }
      return character
    }
    guard !clean.isEmpty else { return }
    let stays = isTypedOver ? 0 : characters.count
    guard clean.count <= max(0, limit - stays) else {
      refused = clean.count
      return
    }
    if isTypedOver { (characters, cursor, isTypedOver) = ([], 0, false) }
    refused = 0
    characters.insert(contentsOf: clean, at: cursor)
    cursor += clean.count
  }

  /// Takes a key of editing; false where the key means nothing here.
  public mutating func press(_ key: Key) -> Bool {
    refused = 0
    if case .character(let character) = key {
      write(String(character))
      return true
    }
    guard isTypedOver else { return edit(key) }
    isTypedOver = false
    switch key {
    case .backspace, .delete, .control("h"), .control("d"): (characters, cursor) = ([], 0)
    default: return edit(key)
    }
    return true
  }

  private mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .backspace, .control("h"):
      if cursor > 0 {
        cursor -= 1
        characters.remove(at: cursor)
      }
    case .delete, .control("d"):
      if cursor < characters.count { characters.remove(at: cursor) }
    case .control("u"):
      characters.removeFirst(cursor)
      cursor = 0
    case .control("k"): characters.removeSubrange(cursor...)
    case .control("w"): dropWord()
    default: return false
    }
    return true
  }

  private mutating func dropWord() {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  /// Draws the text scrolled so that the cursor shows, and puts the terminal's cursor there; a
  /// field without the focus shows its beginning.
  public func draw(in area: Rect, on canvas: inout Canvas, style: Style, isFocused: Bool = true) {
    guard area.columns > 0, area.rows > 0 else { return }
    canvas.fill(area.row(0), with: " ", style: style)
    let ruler = canvas.ruler
    guard isFocused else {
      let shown = ruler.cut(text, to: area.columns)
      canvas.put(shown, at: Point(x: area.x, y: area.y), style: style, in: area)
      return
    }
    let before = characters[..<cursor]
    var start = cursor
    var used = 0
    while start > 0 {
      let width = ruler.columns(of: String(before[start - 1]))
      guard used + width < area.columns else { break }
      used += width
      start -= 1
    }
    canvas.put(
      String(characters[start...]), at: Point(x: area.x, y: area.y), style: style, in: area)
    if isTypedOver {
      canvas.restyle(area.row(0).prefix(columns: used)) { _ in Style(on: .selected) }
    }
    canvas.cursor = Point(x: area.x + used, y: area.y)
  }
}
