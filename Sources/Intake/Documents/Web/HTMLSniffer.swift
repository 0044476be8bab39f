/// Tells whether a text is a web page, a piece of one, or XML of another kind.
enum HTMLSniffer {
  enum Kind: Hashable {
    case text
    case page
    /// XML that is no page, with the name of its first element.
    case xml(String)
  }

  static func kind(of text: Scalars) -> Kind {
    guard
      let first = text.firstIndex(where: { !$0.isBlank && $0 != Sign.newline && !$0.isInvisible })
    else { return .text }
    guard text[first] == 0x3C else { return hasTags(text) ? .page : .text }
    var index = first
    var isXML = false
    // Past declarations and comments, to the first element.
    while index < text.count, let end = HTMLTag.passed(text, at: index) {
      isXML = isXML || text.has(scalars("<?xml"), at: index)
      if text.has(scalars("<!doctype html"), at: index, ignoringCase: true) { return .page }
      index = end
      while index < text.count, text[index].isBlank || text[index] == Sign.newline { index += 1 }
    }
    guard let tag = HTMLTag(text, at: index) else { return index > first ? .page : .text }
    if elements.contains(tag.name) || HTMLTag.void.contains(tag.name)
      || HTMLTag.raw.contains(tag.name)
    {
      return .page
    }
    if isXML { return .xml(name(text, at: index)) }
    return hasTags(text) ? .page : .text
  }

  /// The first element with its prefix (w:wordDocument).
  private static func name(_ text: Scalars, at index: Int) -> String {
    let rest = text[(index + 1)...].prefix(60)
    return Intake.text(rest.prefix { $0.isASCIILetter || $0.isDigit || $0 == Sign.colon })
  }

  /// Text with ends of blocks in it is a piece of a page, whatever it begins with.
  private static func hasTags(_ text: Scalars) -> Bool {
    let words = ["</p>", "<br>", "<br/>", "<br />", "</div>", "</td>", "</li>", "</h3>", "</span>"]
    let tags = words.map(scalars)
    var count = 0
    for index in text.indices.prefix(200_000) where text[index] == 0x3C {
      if tags.contains(where: { text.has($0, at: index, ignoringCase: true) }) { count += 1 }
      if count > 2 { return true }
    }
    return false
  }

  private static let elements: Set<String> = [
    "html", "head", "body", "div", "p", "table", "tbody", "thead", "tr", "td", "th", "span", "a",
    "b",
    "i", "u", "em", "strong", "font", "section", "article", "header", "footer", "main", "nav",
    "aside",
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
    "center", "form", "fieldset", "label", "figure", "figcaption", "address", "details", "summary",
    "small", "big", "sub", "sup", "code", "caption", "colgroup", "map", "ins", "del", "s", "strike",
    "tt", "cite", "q", "abbr", "mark", "time", "ruby", "frameset", "dir", "menu", "marquee", "bdo",
  ]
}
