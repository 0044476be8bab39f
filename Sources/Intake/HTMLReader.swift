/// The text of a web page: a line a block, a tabbed line a row; wrong markup is borne with.
struct HTMLReader {
  private let page: Scalars
  private var index = 0
  private var lines = LineGatherer()
  /// Lists that we are in: the next number, 0 for one without numbers.
  private var lists: [Int] = []
  private var lastWasBlank = true

  private init(_ page: Scalars) { self.page = page }

  /// Whether a text is a page: it begins with a tag that pages begin with.
  static func isHTML(_ text: Scalars) -> Bool {
    let head = text.prefix(4000).map { $0 < 0x80 && $0.isASCIILetter ? $0 | 0x20 : $0 }
    guard let first = head.firstIndex(where: { !$0.isBlank && $0 != Sign.newline && $0 != 0xFEFF }),
      head[first] == 0x3C
    else { return false }
    let tags = [
      "<!doctype", "<html", "<head", "<body", "<div", "<p>", "<p ", "<table", "<meta", "<!--",
    ]
    return tags.map(scalars).contains { Array(head).has($0, at: first) }
  }

  static func read(_ page: Scalars) -> Scalars {
    var reader = HTMLReader(page)
    while reader.index < page.count { reader.step() }
    return reader.lines.finish()
  }

  private mutating func step() {
    let scalar = page[index]
    if scalar == 0x3C, let tag = tag() {
      apply(tag)
    } else if scalar == 0x26 {
      add(entity())
    } else {
      add(scalar)
      index += 1
    }
  }

  private mutating func add(_ scalar: UInt32) {
    let isSpace =
      scalar == Sign.newline || scalar == Sign.tab || scalar == Sign.space || scalar == 0x0D
    if isSpace {
      if !lastWasBlank { lines.add(Sign.space) }
    } else {
      lines.add(scalar)
    }
    lastWasBlank = isSpace
  }

  // MARK: Tags

  private struct Tag {
    var name: String
    var isEnd: Bool
    var attributes: Scalars
  }

  /// The tag at `index`, passed over; nil where < is only a sign.
  private mutating func tag() -> Tag? {
    if page.has(scalars("<!--"), at: index) {
      skip(past: scalars("-->"))
      return Tag(name: "", isEnd: false, attributes: [])
    }
    var position = index + 1
    let isEnd = position < page.count && page[position] == 0x2F
    if isEnd { position += 1 }
    guard position < page.count, page[position].isASCIILetter || page[position] == 0x21 else {
      return nil
    }
    let start = position
    while position < page.count, position - start < 20,
      page[position].isASCIILetter || page[position].isDigit || page[position] == 0x21
    {
      position += 1
    }
    let name = Intake.text(page[start..<position]).lowercased()
    let from = position
    while position < page.count, page[position] != 0x3E, position - from < 20_000 { position += 1 }
    let attributes = Scalars(page[from..<position])
    index = min(page.count, position + 1)
    return Tag(name: name, isEnd: isEnd, attributes: attributes)
  }

  private mutating func skip(past words: Scalars) {
    while index < page.count, !(page[index] == words[0] && page.has(words, at: index)) {
      index += 1
    }
    index = min(page.count, index + words.count)
  }

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "br", "section", "article", "header", "footer",
    "title", "blockquote", "hr", "dd", "dt", "body", "ul", "pre", "center", "form", "nav",
  ]

  private mutating func apply(_ tag: Tag) {
    switch tag.name {
    case "script", "style", "noscript", "title", "select", "button":
      if !tag.isEnd { skip(past: scalars("</" + tag.name)) }
    case "ol": lists = tag.isEnd ? Array(lists.dropLast()) : Array(lists.suffix(50)) + [1]
    case "ul": lists = tag.isEnd ? Array(lists.dropLast()) : Array(lists.suffix(50)) + [0]
    case "li": item(tag)
    case "table": if tag.isEnd { lines.closeTable() } else { lines.openTable() }
    case "tr": if tag.isEnd { lines.closeRow() } else { lines.openRow() }
    case "td", "th": cell(tag)
    default:
      if Self.blocks.contains(tag.name) { lines.breakLine() }
    }
    if Self.blocks.contains(tag.name) || ["li", "td", "th", "tr"].contains(tag.name) {
      lastWasBlank = true
    }
  }

  private mutating func item(_ tag: Tag) {
    lines.breakLine()
    guard !tag.isEnd, let next = lists.last, next > 0 else { return }
    lists[lists.count - 1] = next + 1
    for scalar in scalars("\(next). ") { lines.add(scalar) }
  }

  private mutating func cell(_ tag: Tag) {
    guard !tag.isEnd else {
      lines.closeCell()
      return
    }
    lines.openCell()
    lines.span(
      columns: number("colspan", in: tag.attributes), rows: number("rowspan", in: tag.attributes))
  }

  private func number(_ name: String, in attributes: Scalars) -> Int {
    guard let at = attributes.find(scalars(name), in: 0..<attributes.count) else { return 1 }
    let from = at + name.count
    guard let digit = attributes[from...].firstIndex(where: \.isDigit), digit - from < 5 else {
      return 1
    }
    return Numerals.arabic(attributes, at: digit, limit: attributes.count)?.value ?? 1
  }

  // MARK: Entities

  private static let names: [String: UInt32] = [
    "nbsp": 0x20, "lt": 0x3C, "gt": 0x3E, "amp": 0x26, "quot": 0x22, "apos": 0x27,
    "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018, "rsquo": 0x2019, "mdash": 0x2014,
    "ndash": 0x2013, "middot": 0xB7, "hellip": 0x2026, "ensp": 0x20, "emsp": 0x20, "ge": 0x2265,
    "le": 0x2264, "times": 0xD7, "bull": 0x2022, "permil": 0x2030,
  ]

  private mutating func entity() -> UInt32 {
    let start = index + 1
    var end = start
    while end < page.count, end - start < 10, page[end] != 0x3B, page[end] > 0x20 { end += 1 }
    guard end < page.count, page[end] == 0x3B, end > start else {
      index += 1
      return 0x26
    }
    let name = Intake.text(page[start..<end])
    guard let scalar = Self.names[name] ?? numbered(name) else {
      index += 1
      return 0x26
    }
    index = end + 1
    return scalar
  }

  private func numbered(_ name: String) -> UInt32? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0)?.value }
  }
}
