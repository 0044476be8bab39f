import Foundation

/// Finds the pairs of a stream of tokens.
struct Finder {
  let source: Source
  let tokens: [Token]
  var pairs: [Pair] = []

  init(_ source: Source, _ tokens: [Token]) { (self.source, self.tokens) = (source, tokens) }

  func at(_ index: Int) -> String {
    tokens.indices.contains(index) ? source.text(tokens[index]) : ""
  }

  /// Parts of a range between separators that stand in no brackets.
  func split(_ range: Range<Int>, at separator: String) -> [Range<Int>] {
    var (parts, start, depth) = ([Range<Int>](), range.lowerBound, 0)
    for index in range where tokens[index].body == nil {
      let word = at(index)
      if ["(", "[", "{"].contains(word) { depth += 1 }
      if [")", "]", "}"].contains(word) { depth -= 1 }
      guard depth == 0, word == separator else { continue }
      parts.append(start..<index)
      start = index + 1
    }
    return parts + [start..<range.upperBound]
  }

  /// The words of an expression; nil where it is more than texts that are joined.
  func words(_ range: Range<Int>) -> Words? {
    var range = range
    if range.count > 2, at(range.lowerBound + 1) == ":", tokens[range.lowerBound].body == nil {
      range = range.lowerBound + 2..<range.upperBound
    }
    while range.count > 2, at(range.lowerBound) == "(", at(range.upperBound - 1) == ")",
      split(range.lowerBound + 1..<range.upperBound - 1, at: ")").count == 1
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    if at(range.lowerBound) == "return" { range = range.lowerBound + 1..<range.upperBound }
    guard !range.isEmpty, split(range, at: "?").count == 1 else { return nil }
    var (text, hasText, isPlain) = ("", false, true)
    for part in split(range, at: "+") {
      guard !part.isEmpty else { return nil }
      if part.count == 1, let body = tokens[part.lowerBound].body {
        hasText = true
        text += shown(source.text(body), isWide: tokens[part.lowerBound].isWide)
      } else {
        isPlain = false
        let ends = (
          tokens[part.lowerBound].range.lowerBound, tokens[part.upperBound - 1].range.upperBound
        )
        text += "{" + source.text(ends.0..<ends.1) + "}"
      }
    }
    guard hasText else { return nil }
    let first = tokens[range.lowerBound]
    let whole = first.range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    guard isPlain, !first.isWide || range.count == 1 else {
      return Words(text: text, range: whole, isMixed: true)
    }
    guard first.isWide, let body = first.body else { return Words(text: text, range: whole) }
    let indent = String(source.text(body).reversed().prefix { $0 != "\n" })
    return Words(text: text, range: whole, frame: ("\"\"\"\n" + indent, "\n" + indent + "\"\"\""))
  }

  func shown(_ body: String, isWide: Bool) -> String {
    guard isWide else { return body.replacingOccurrences(of: "\\\"", with: "\"") }
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    let indent = lines.last?.count ?? 0
    return lines.dropFirst().dropLast().map { String($0.dropFirst(indent)) }.joined(separator: "\n")
  }

  mutating func add(_ zh: Range<Int>, _ en: Range<Int>, _ role: String, isSure: Bool) {
    let (parts, others) = (split(zh, at: "?"), split(en, at: "?"))
    if parts.count == 2, others.count == 2 {
      let (one, other) = (split(parts[1], at: ":"), split(others[1], at: ":"))
      guard one.count == 2, other.count == 2 else { return }
      for (a, b) in zip(one, other) { add(a, b, role, isSure: isSure) }
      return
    }
    guard let a = words(zh), let b = words(en), isEnglish(b.text) || isSure else { return }
    guard isSure || hasHan(a.text), !(a.text + b.text).isEmpty else { return }
    let offset = tokens[zh.lowerBound].range.lowerBound
    pairs.append(
      Pair(place: "\(source.path):\(source.line(offset))", offset: offset, role: role, zh: a, en: b)
    )
  }
}
