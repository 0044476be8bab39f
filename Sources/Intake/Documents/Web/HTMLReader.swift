import Reform

/// The text of a web page as it is shown: a line a block, a tabbed line a row.
///
/// Wrong markup is borne with, as browsers bear with it. What is not displayed is not read.
struct HTMLReader {
  private let page: Scalars
  private var index = 0
  private var lines = LineGatherer()
  private var open = HTMLElements()
  /// Lists that we are in: the next number, nil for one without numbers.
  private var lists: [HTMLList] = []
  private var lastWasBlank = true

  /// What is not displayed, of the place at hand.
  private var unseen = Scalars()
  private var findings: [Finding] = []

  private init(_ page: Scalars) { self.page = page }

  static func read(_ page: Scalars) -> PaperText {
    var reader = HTMLReader(page)
    while reader.index < page.count, !reader.lines.isFull { reader.step() }
    reader.noteUnseen()
    let text = reader.lines.finish()
    return PaperText(scalars: text, findings: reader.findings, isCut: reader.lines.isFull)
  }

  private mutating func step() {
    let scalar = page[index]
    if scalar == 0x3C {
      if let end = HTMLTag.passed(page, at: index) {
        index = end
      } else if page.has(HTMLTag.characterData, at: index) {
        takeCharacterData()
      } else if let tag = HTMLTag(page, at: index) {
        index = tag.end
        apply(tag)
      } else {
        add(scalar)
        index += 1
      }
    } else if scalar == 0x26 {
      let entity = HTMLEntity.read(page, at: index)
      add(entity.scalar)
      index = entity.end
    } else {
      add(scalar)
      index += 1
    }
  }

  /// `<![CDATA[ … ]]>` of XHTML is text.
  private mutating func takeCharacterData() {
    index += HTMLTag.characterData.count
    let end = scalars("]]>")
    while index < page.count, !page.has(end, at: index) {
      add(page[index])
      index += 1
    }
    index = min(page.count, index + end.count)
  }

  private mutating func add(_ scalar: UInt32) {
    guard !open.isHidden else {
      if unseen.count < 400, scalar != Sign.newline { unseen.append(scalar) }
      return
    }
    if open.keepsLines, scalar == Sign.newline {
      lines.breakLine()
      lastWasBlank = true
      return
    }
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

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "br", "section", "article", "header", "footer",
    "title", "blockquote", "hr", "dd", "dt", "dl", "body", "pre", "center", "form", "nav", "main",
    "aside", "figure", "figcaption", "fieldset", "legend", "address", "details", "summary",
    "option",
    "caption", "li", "ul", "ol",
  ]

  private mutating func apply(_ tag: HTMLTag) {
    if HTMLTag.raw.contains(tag.name), !tag.isEnd, !tag.isClosed { return skipRaw(tag) }
    let isShown = open.take(tag)
    if !open.isHidden, !unseen.isEmpty { noteUnseen() }
    guard isShown else { return }
    layOut(tag)
    if Self.blocks.contains(tag.name) || ["td", "th", "tr"].contains(tag.name) {
      lastWasBlank = true
    }
  }

  private mutating func layOut(_ tag: HTMLTag) {
    switch tag.name {
    case "ol", "ul":
      lines.breakLine()
      if tag.isEnd { _ = lists.popLast() } else if lists.count < 50 { lists.append(HTMLList(tag)) }
    case "li": item(tag)
    case "table": if tag.isEnd { lines.closeTable() } else { lines.openTable() }
    case "tr": if tag.isEnd { lines.closeRow() } else { lines.openRow() }
    case "td", "th": cell(tag)
    default:
      if Self.blocks.contains(tag.name) { lines.breakLine() }
    }
  }

  /// Says of hidden text, where it is more than a few words, that it was not read.
  private mutating func noteUnseen() {
    defer { unseen = [] }
    guard unseen.count(where: \.isHan) >= 20, findings.count < 20 else { return }
    let words = Intake.text(unseen.filter { !$0.isBlank }.prefix(60))
    findings.append(
      Finding(
        "hidden-text", .warning,
        Phrase(
          "网页这里有不显示的文字，没有读；如属正文，请把显示出来的文字存为 .txt 后再导入。",
          "Text that the page does not display stands here and was not read; save it as .txt if it counts."
        ), at: .init(line: lines.lineNumber, column: 1), words: words))
  }

  /// Passes over what is no text: scripts, and rules of style, which may hide things.
  private mutating func skipRaw(_ tag: HTMLTag) {
    let end = scalars("</" + tag.name)
    let start = index
    while index < page.count, !(page[index] == 0x3C && page.has(end, at: index, ignoringCase: true))
    {
      index += 1
    }
    if tag.name == "style" { open.takeRules(page[start..<index]) }
    if let close = HTMLTag(page, at: index) { index = close.end }
  }

  private mutating func item(_ tag: HTMLTag) {
    lines.breakLine()
    guard !tag.isEnd, let last = lists.indices.last, let number = lists[last].next(tag) else {
      return
    }
    // Where the number is typed as well, the list shows none of its own.
    guard !HTMLList.isNumbered(page, from: index) else { return }
    for scalar in scalars("\(number). ") { lines.add(scalar) }
  }

  private mutating func cell(_ tag: HTMLTag) {
    guard !tag.isEnd else {
      lines.closeCell()
      return
    }
    lines.openCell()
    lines.span(columns: tag.number("colspan") ?? 1, rows: tag.number("rowspan") ?? 1)
  }
}

extension RandomAccessCollection where Element == UInt32, Index == Int {
  /// Whether `words`, in lower case, stand at `index` in any case.
  func has(_ words: Scalars, at index: Int, ignoringCase: Bool) -> Bool {
    guard index + words.count <= endIndex else { return false }
    for offset in words.indices {
      let scalar = self[index + offset]
      let lower = scalar.isASCIILetter ? scalar | 0x20 : scalar
      if lower != words[offset] { return false }
    }
    return true
  }
}
