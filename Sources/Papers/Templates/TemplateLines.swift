import Reform

/// Reads the text that a template has given: every line is a paragraph, but for its signs.
///
/// `#` title, `##` to `####` headings, `1.` items, `>` notes, `@` whom it is addressed to, `---` a
/// new page, `|` tables.
struct TemplateLines {
  private let referred: [Paper.Block]
  private(set) var titles: [String] = []
  private(set) var blocks: [Paper.Block] = []
  /// The rows of a table whose cells are not as many as its head has.
  private(set) var tornRows: [String] = []
  private var items: [String] = []
  private var rows: [Substring] = []

  /// `referred` are the blocks that references in the text lead to.
  init(_ text: String, _ referred: [Paper.Block]) {
    self.referred = referred
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let bare = Substring(String(line).trimmingBlanks())
      if bare.first == "|" {
        endList()
        rows.append(bare)
      } else {
        endTable()
        add(bare)
      }
    }
    endList()
    endTable()
  }

  private mutating func add(_ line: Substring) {
    if let item = Self.item(line) {
      items.append(TemplateText.plain(item))
      return
    }
    endList()
    guard !line.isEmpty else { return }
    if let range = TemplateText.range(line) {
      blocks += referred[range.clamped(to: 0..<referred.count)]
    } else if line.count >= 3, line.allSatisfy({ $0 == "-" }) {
      blocks.append(.pageBreak)
    } else {
      marked(line)
    }
  }

  private mutating func marked(_ line: Substring) {
    let signs = line.prefix { $0 == "#" }.count
    if (1...4).contains(signs), line.dropFirst(signs).first == " " {
      let text = TemplateText.plain(line.dropFirst(signs))
      guard !text.isEmpty else { return }
      if signs == 1 { titles.append(text) } else { blocks.append(.heading(signs - 1, text)) }
      return
    }
    let text = TemplateText.plain(
      line.hasPrefix("> ") || line.hasPrefix("@ ") ? line.dropFirst(2) : line)
    guard !text.isEmpty else { return }
    switch line.prefix(2) {
    case "> ": blocks.append(.note(text))
    case "@ ": blocks.append(.address(text))
    default: blocks.append(.paragraph(text))
    }
  }

  /// What stands behind `1. `.
  private static func item(_ line: Substring) -> Substring? {
    let rest = line.drop { "0123456789".contains($0) }
    guard rest.startIndex != line.startIndex, rest.hasPrefix(". ") else { return nil }
    return rest.dropFirst(2)
  }

  private mutating func endList() {
    let kept = items.filter { !$0.isEmpty }
    if !kept.isEmpty { blocks.append(.list(kept)) }
    items = []
  }

  /// A head, a line of dashes whose numbers are the shares of the width, and the rows.
  private mutating func endTable() {
    defer { rows = [] }
    guard let head = rows.first.map(Self.cells) else { return }
    let rule = rows.dropFirst().first.map(Self.cells) ?? []
    let isRule = !rule.isEmpty && rule.allSatisfy { !$0.isEmpty && $0.allSatisfy("-: ".contains) }
    let below = rows.dropFirst(isRule ? 2 : 1)
    if isRule, rule.count != head.count { tornRows.append(TemplateText.plain(rows[1])) }
    for row in below where Self.cells(row).count != head.count {
      tornRows.append(TemplateText.plain(row))
    }
    let columns = head.enumerated().map { index, title in
      let dashes = isRule && index < rule.count ? rule[index] : ""
      return PaperTable.Column(
        title, share: max(1, dashes.filter { $0 == "-" }.count),
        isCentered: dashes.hasPrefix(":") && dashes.hasSuffix(":"))
    }
    blocks.append(.table(PaperTable(columns, rows: below.map(Self.cells))))
  }

  private static func cells(_ row: Substring) -> [String] {
    let inner = row.dropFirst()
    let cells = inner.split(separator: "|", omittingEmptySubsequences: false)
    return (inner.last == "|" ? cells.dropLast() : cells[...]).map(TemplateText.plain)
  }
}
