/// A tag of a web page, with what it says.
struct HTMLTag {
  let name: String
  let isEnd: Bool
  /// Closed in itself, as XHTML writes it (`<br/>`).
  let isClosed: Bool
  let attributes: ArraySlice<UInt32>
  /// Behind its `>`.
  let end: Int

  /// A tag longer than this is none: a `<` that stands for itself.
  private static let longest = 20_000

  /// The tag at `index`; nil where `<` is only a sign.
  init?(_ page: Scalars, at index: Int) {
    guard index < page.count, page[index] == 0x3C else { return nil }
    var position = index + 1
    isEnd = position < page.count && page[position] == 0x2F
    if isEnd { position += 1 }
    guard position < page.count, page[position].isASCIILetter else { return nil }
    let start = position
    while position < page.count, position - start < 30,
      page[position].isASCIILetter || page[position].isDigit
    { position += 1 }
    name = Intake.text(page[start..<position]).lowercased()
    guard let close = Self.close(page, from: position) else { return nil }
    isClosed = close > position && page[close - 1] == 0x2F
    attributes = page[position..<close]
    end = close + 1
  }

  /// Where the `>` of a tag stands.
  ///
  /// One in quotes is part of a value, unless the quotes never close. A `<` outside of quotes says that the one before it was no tag.
  private static func close(_ page: Scalars, from start: Int) -> Int? {
    let limit = min(page.count, start + longest)
    var first: Int?
    var quote: UInt32?
    for index in start..<limit {
      let scalar = page[index]
      if scalar == 0x3E {
        if quote == nil { return index }
        first = first ?? index
      }
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == 0x3C {
        return nil
      } else if scalar == 0x22 || scalar == 0x27, index > start, page[index - 1] == 0x3D {
        quote = scalar
      }
    }
    return first
  }

  static let characterData = scalars("<![CDATA[")

  /// The end of a comment, a declaration or an instruction at `index`; nil where there is none.
  static func passed(_ page: Scalars, at index: Int) -> Int? {
    guard index + 1 < page.count, page[index + 1] == 0x21 || page[index + 1] == 0x3F,
      !page.has(characterData, at: index)
    else { return nil }
    let end = page.has(scalars("<!--"), at: index) ? scalars("-->") : scalars(">")
    var position = index + 2
    while position < page.count, !page.has(end, at: position) { position += 1 }
    return min(page.count, position + end.count)
  }

  /// Elements whose content is no markup, or is not shown as text.
  static let raw: Set<String> = [
    "script", "style", "noscript", "title", "select", "button", "textarea", "iframe", "template",
    "svg", "object", "audio", "video", "rt", "rp", "noframes", "datalist",
  ]

  /// Elements that hold nothing and are not closed.
  static let void: Set<String> = [
    "br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "source", "track",
    "wbr", "param", "frame",
  ]

  // MARK: Attributes

  /// The value of an attribute; empty where it has none, nil where it is not there.
  subscript(_ name: String) -> String? {
    var index = attributes.startIndex
    while index < attributes.endIndex {
      while index < attributes.endIndex, attributes[index].isSpace || attributes[index] == 0x2F {
        index += 1
      }
      let start = index
      while index < attributes.endIndex, !attributes[index].isSpace, attributes[index] != 0x3D {
        index += 1
      }
      let key = attributes[start..<index]
      let value = value(behind: &index)
      if key.elementsEqual(name.unicodeScalars.map(\.value), by: { $0.lowered == $1 }) {
        return Intake.text(value)
      }
      if index == start { index += 1 }
    }
    return nil
  }

  private func value(behind index: inout Int) -> ArraySlice<UInt32> {
    var next = index
    while next < attributes.endIndex, attributes[next].isSpace { next += 1 }
    guard next < attributes.endIndex, attributes[next] == 0x3D else { return [] }
    next += 1
    while next < attributes.endIndex, attributes[next].isSpace { next += 1 }
    guard next < attributes.endIndex else {
      index = next
      return []
    }
    let quote = attributes[next]
    if quote == 0x22 || quote == 0x27 {
      let end = attributes[(next + 1)...].firstIndex(of: quote) ?? attributes.endIndex
      index = min(attributes.endIndex, end + 1)
      return attributes[(next + 1)..<end]
    }
    let end = attributes[next...].firstIndex(where: \.isSpace) ?? attributes.endIndex
    index = end
    return attributes[next..<end]
  }

  func number(_ name: String) -> Int? {
    self[name].flatMap { Int($0.prefix(6).filter { !$0.isWhitespace }) }
  }
}

extension UInt32 {
  fileprivate var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  fileprivate var lowered: UInt32 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
