import Reform

/// Reads the tags of a template: names become keys, and mistakes are told with line and name.
struct TemplateTags {
  private(set) var mistakes: [TemplateMistake] = []
  private let names: TemplateNames
  private var sections: [Section] = []
  private var line = 1

  private struct Section {
    var name: String
    var key: String
    var line: Int
    var columns: [String: String]
  }

  init(_ names: TemplateNames) { self.names = names }

  /// The text with keys for names, on as many lines.
  mutating func keyed(_ text: String) -> String {
    (sections, line, mistakes) = ([], 1, [])
    var (kept, rest, isAlone) = ("", Substring(text), true)
    while let opening = rest.range(of: "{{") {
      let before = rest[..<opening.lowerBound]
      kept += before
      count(before)
      if let last = before.lastIndex(where: \.isNewline) {
        isAlone = before[before.index(after: last)...].allSatisfy(\.isBlank)
      } else {
        isAlone = isAlone && before.allSatisfy(\.isBlank)
      }
      let inner = rest[opening.upperBound...]
      guard let closing = inner.range(of: "}}") else {
        tell(.unclosedTag)
        return kept
      }
      rest = inner[closing.upperBound...]
      let tag = inner[..<closing.lowerBound]
      if tag.first == "!" {
        kept += "{{\(tag)}}"
        count(tag)
      } else {
        let hasLine = isAlone && rest.prefix { !$0.isNewline }.allSatisfy(\.isBlank)
        kept += self.tag(String(tag), hasLine: hasLine)
        isAlone = false
      }
    }
    if let open = sections.last {
      line = open.line
      tell(.unclosedSection(open.name))
    }
    return kept + rest
  }

  private mutating func count(_ text: Substring) {
    line += text.lazy.filter(\.isNewline).count
  }

  private mutating func tell(_ reason: TemplateMistake.Reason) {
    mistakes.append(TemplateMistake(line: line, reason: reason))
  }

  private mutating func tag(_ text: String, hasLine: Bool) -> String {
    let sign = text.first.flatMap { "#^/".contains($0) ? $0 : nil }
    let name = String(sign == nil ? Substring(text) : text.dropFirst()).trimmingBlanks()
    switch sign {
    case "#", "^": return open(name, isInverted: sign == "^")
    case "/": return close(name)
    default: return value(name, hasLine: hasLine)
    }
  }

  private mutating func value(_ name: String, hasLine: Bool) -> String {
    for section in sections.reversed() {
      if let key = section.columns[name] { return "{{\(key)}}" }
    }
    switch names[name] {
    case .text(let key): return "{{\(key)}}"
    case .blocks(let key):
      if !hasLine { tell(.needsLine(name)) }
      return "{{\(key)}}"
    case .rows: tell(.needsSection(name))
    case nil: tell(.unknown(name))
    }
    return ""
  }

  private mutating func open(_ name: String, isInverted: Bool) -> String {
    let sign = isInverted ? "^" : "#"
    var (key, columns): (String, [String: String]) = ("", [:])
    if let column = sections.reversed().lazy.compactMap({ $0.columns[name] }).first {
      key = TemplateNames.presence(column)
    } else {
      switch names[name] {
      case .text(let own), .blocks(let own): key = TemplateNames.presence(own)
      case .rows(let own, let found): (key, columns) = (own, isInverted ? [:] : found)
      case nil: tell(.unknown(name))
      }
    }
    sections.append(Section(name: name, key: key, line: line, columns: columns))
    return key.isEmpty ? "" : "{{\(sign)\(key)}}"
  }

  private mutating func close(_ name: String) -> String {
    guard let open = sections.popLast() else {
      tell(.notOpen(name))
      return ""
    }
    if open.name != name { tell(.closesOther(name, open.name)) }
    return open.key.isEmpty ? "" : "{{/\(open.key)}}"
  }
}

extension Character {
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}

/// What is wrong with a template, and in which line.
struct TemplateMistake: Hashable {
  enum Reason: Hashable {
    case unknown(String)
    case needsLine(String)
    case needsSection(String)
    case unclosedTag
    case unclosedSection(String)
    case notOpen(String)
    case closesOther(String, String)
  }

  var line: Int
  var reason: Reason

  /// The sentence about it; `list` are the names that there are.
  func words(_ list: String) -> Phrase {
    switch reason {
    case .unknown(let name):
      Phrase("没有“\(name)”这个名字；可用的有：\(list)", "there is no name “\(name)”; there are: \(list)")
    case .needsLine(let name):
      Phrase("“\(name)”是整段内容，要单独占一行", "“\(name)” is a whole part and needs a line of its own")
    case .needsSection(let name):
      Phrase(
        "“\(name)”有多项，要写成 {{#\(name)}}…{{/\(name)}}",
        "“\(name)” has many items; write {{#\(name)}}…{{/\(name)}}")
    case .unclosedTag: Phrase("“{{”没有对应的“}}”", "a “{{” has no “}}”")
    case .unclosedSection(let name):
      Phrase("“{{#\(name)}}”没有对应的“{{/\(name)}}”", "“{{#\(name)}}” has no “{{/\(name)}}”")
    case .notOpen(let name):
      Phrase("“{{/\(name)}}”前面没有“{{#\(name)}}”", "“{{/\(name)}}” closes nothing")
    case .closesOther(let name, let open):
      Phrase(
        "“{{/\(name)}}”应当是“{{/\(open)}}”", "“{{/\(name)}}” should be “{{/\(open)}}”")
    }
  }
}
