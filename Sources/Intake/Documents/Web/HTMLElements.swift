/// The elements of a page that stand open, and whether one of them hides what is in it.
struct HTMLElements {
  private struct Element {
    var name: String
    var isHidden: Bool
    var keepsLines: Bool
  }

  private var stack: [Element] = []
  /// Classes and names that the page's own rules of style do not display.
  private var unseenClasses: Set<String> = []
  private var unseenNames: Set<String> = []
  /// Classes that another rule displays: what is seen of them is up to a script.
  private var seenClasses: Set<String> = []
  private static let deepest = 10_000
  /// How far up an end looks for its beginning.
  private static let reach = 200

  private(set) var isHidden = false
  private(set) var keepsLines = false

  /// Takes a tag; false where it belongs to something that is not displayed.
  mutating func take(_ tag: HTMLTag) -> Bool {
    guard !HTMLTag.void.contains(tag.name) else { return !isHidden }
    defer {
      isHidden = stack.last?.isHidden ?? false
      keepsLines = stack.last?.keepsLines ?? false
    }
    if tag.isEnd { return close(tag.name) }
    guard !tag.isClosed else { return !isHidden && !hides(tag, tag["style"].map(HTMLStyle.init)) }
    return open(tag)
  }

  private mutating func open(_ tag: HTMLTag) -> Bool {
    closeImplied(by: tag.name)
    guard stack.count < Self.deepest else { return !isHidden }
    let style = tag["style"].map(HTMLStyle.init)
    let isHidden = stack.last?.isHidden ?? false || hides(tag, style)
    let keepsLines = style?.keepsLines ?? (tag.name == "pre" || stack.last?.keepsLines ?? false)
    stack.append(Element(name: tag.name, isHidden: isHidden, keepsLines: keepsLines))
    return !isHidden
  }

  private func hides(_ tag: HTMLTag, _ style: HTMLStyle?) -> Bool {
    if tag["hidden"] != nil || style?.isHidden == true { return true }
    if style?.isDisplayed == true { return false }
    if !unseenNames.isEmpty, let name = tag["id"], unseenNames.contains(name) { return true }
    guard !unseenClasses.isEmpty, let classes = tag["class"] else { return false }
    return classes.split(whereSeparator: \.isWhitespace).contains {
      unseenClasses.contains(String($0)) && !seenClasses.contains(String($0))
    }
  }

  private mutating func close(_ name: String) -> Bool {
    let low = max(0, stack.count - Self.reach)
    guard let index = stack[low...].lastIndex(where: { $0.name == name }) else { return !isHidden }
    // A cell ends within its table only.
    if name != "table", stack[index...].contains(where: { $0.name == "table" }) { return false }
    let isShown = !stack[index].isHidden
    stack.removeSubrange(index...)
    return isShown
  }

  private static let blocks: Set<String> = [
    "p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
    "pre",
    "blockquote", "form", "hr", "center", "dl", "fieldset", "main", "header", "footer", "nav",
  ]
  private static let inline: Set<String> = [
    "span", "b", "i", "u", "em", "strong", "font", "a", "o", "st1", "small", "big", "sub", "sup",
    "s",
  ]

  /// Ends what a new element ends without saying so: a paragraph before a block, an item, a cell.
  private mutating func closeImplied(by name: String) {
    switch name {
    case "li": closeUp(to: ["li"], within: ["ul", "ol"])
    case "td", "th": closeUp(to: ["td", "th"], within: ["table", "tr"])
    case "tr": closeUp(to: ["tr"], within: ["table"])
    case "option": closeUp(to: ["option"], within: ["select"])
    case "dd", "dt": closeUp(to: ["dd", "dt"], within: ["dl"])
    case _ where Self.blocks.contains(name):
      var index = stack.count - 1
      let low = max(0, stack.count - Self.reach)
      while index >= low, Self.inline.contains(stack[index].name) { index -= 1 }
      if index >= 0, stack[index].name == "p" { stack.removeSubrange(index...) }
    default: break
    }
  }

  private mutating func closeUp(to names: Set<String>, within bounds: Set<String>) {
    let low = max(0, stack.count - Self.reach)
    for index in (low..<stack.count).reversed() {
      if names.contains(stack[index].name) {
        stack.removeSubrange(index...)
        return
      }
      if bounds.contains(stack[index].name) { return }
    }
  }

  // MARK: Rules of style

  /// Takes the rules of a style element that hide a class or a name.
  mutating func takeRules(_ sheet: ArraySlice<UInt32>) {
    var (selector, body, depth) = ("", "", 0)
    for scalar in sheet.prefix(500_000) {
      if scalar == 0x7B {
        depth += 1
      } else if scalar == 0x7D {
        depth = max(0, depth - 1)
        if depth == 0 {
          hide(selector, HTMLStyle(body))
          (selector, body) = ("", "")
        }
      } else if let sign = Unicode.Scalar(scalar) {
        if depth == 0 {
          selector.unicodeScalars.append(sign)
        } else {
          body.unicodeScalars.append(sign)
        }
      }
    }
  }

  private mutating func hide(_ selectors: String, _ style: HTMLStyle) {
    // Rules for other media come in braces of their own.
    guard !selectors.contains("@") else { return }
    if style.isDisplayed {
      for word in selectors.split(whereSeparator: {
        !($0.isLetter || $0.isNumber || "-_".contains($0))
      }) {
        seenClasses.insert(String(word))
      }
    }
    guard style.isHidden else { return }
    for part in selectors.split(separator: ",") {
      let selector = part.filter { !$0.isWhitespace }
      let isPlain = selector.dropFirst().allSatisfy {
        $0.isLetter || $0.isNumber || "-_".contains($0)
      }
      guard isPlain, part.split(whereSeparator: \.isWhitespace).count == 1 else { continue }
      if selector.first == "." { unseenClasses.insert(String(selector.dropFirst())) }
      if selector.first == "#" { unseenNames.insert(String(selector.dropFirst())) }
    }
  }
}

/// What a style says of whether and how text is shown.
struct HTMLStyle {
  private(set) var isHidden = false
  /// Says how it is displayed, and not that it is not.
  private(set) var isDisplayed = false
  private(set) var keepsLines: Bool?

  init(_ words: String) {
    for part in words.lowercased().split(separator: ";") {
      let pair = part.split(separator: ":", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
      guard pair.count == 2 else { continue }
      let value = pair[1].replacing("!important", with: "")
      switch (pair[0], value) {
      case ("display", "none"), ("visibility", "hidden"), ("visibility", "collapse"),
        ("mso-hide", "all"):
        isHidden = true
      case ("display", _): isDisplayed = true
      case ("white-space", "pre"), ("white-space", "pre-wrap"), ("white-space", "pre-line"):
        keepsLines = true
      case ("white-space", _): keepsLines = false
      default: break
      }
    }
  }
}
