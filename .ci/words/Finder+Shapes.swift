import Foundation

/// The shapes in which pairs are written.
extension Finder {
  mutating func find() {
    var open: [Int] = []
    for index in tokens.indices where tokens[index].body == nil {
      switch at(index) {
      case "(", "[", "{": open.append(index)
      case ")", "]", "}":
        if let start = open.popLast() { inBrackets(start..<index + 1) }
      case "?": ternary(index)
      case "case": cases(index)
      default: break
      }
    }
  }

  /// What the name is of that is being given words: `static let red = Phrase(…)`.
  func role(_ index: Int) -> String {
    let callee = at(index - 1)
    guard at(index - 2) == "=" else { return callee }
    return "\(callee) \(at(index - 3))"
  }

  mutating func inBrackets(_ range: Range<Int>) {
    let inside = range.lowerBound + 1..<range.upperBound - 1
    guard !inside.isEmpty, at(range.lowerBound) == "(" else { return }
    let parts = split(inside, at: ",").filter { !$0.isEmpty }
    let name = at(range.lowerBound - 1)
    for part in parts
    where part.count == 3 && ["help", "abstract", "discussion"].contains(at(part.lowerBound)) {
      both(part.lowerBound + 2, at(part.lowerBound))
    }
    if parts.count == 1, ["help", "abstract"].contains(name), part(parts[0]) {
      both(parts[0].lowerBound, name)
    }
    if name == "append", at(range.lowerBound - 3) == "zh", at(range.upperBound) == "en" {
      let start = range.upperBound + 4
      return add(inside, start..<(end(start, [")"]) ?? start + 1), "append", isSure: true)
    }
    let isSure = ["Phrase", "Fault"].contains(name)
    func label(_ part: Range<Int>) -> String? {
      part.count > 2 && at(part.lowerBound + 1) == ":" ? at(part.lowerBound) : nil
    }
    var index = 0
    while index + 1 < parts.count {
      let labels = [label(parts[index]), label(parts[index + 1])]
      guard labels == [nil, nil] || labels == ["zh", "en"] else {
        index += 1
        continue
      }
      let before = pairs.count
      add(parts[index], parts[index + 1], role(range.lowerBound), isSure: isSure && index == 0)
      index += pairs.count > before ? 2 : 1
    }
  }

  func part(_ range: Range<Int>) -> Bool {
    range.count == 1 && tokens[range.lowerBound].body != nil
  }

  /// A literal with Chinese first and English behind it.
  mutating func both(_ index: Int, _ role: String) {
    guard let body = tokens[index].body else { return }
    let scalars = Array(source.text(body).unicodeScalars)
    let last = scalars.lastIndex { hasHan(String($0)) || "。，；：）”、？".unicodeScalars.contains($0) }
    guard let last, scalars[(last + 1)...].contains(where: { $0.properties.isAlphabetic }) else {
      return
    }
    func bytes(_ part: ArraySlice<Unicode.Scalar>) -> Int { part.reduce(0) { $0 + UTF8.width($1) } }
    let cut = body.lowerBound + bytes(scalars[...last])
    let (zh, en) = (trimmed(body.lowerBound..<cut), trimmed(cut..<body.upperBound))
    pairs.append(
      Pair(
        place: "\(source.path):\(source.line(zh.lowerBound))", offset: zh.lowerBound, role: role,
        zh: Words(text: source.text(zh), range: zh, frame: ("", "")),
        en: Words(text: source.text(en), range: en, frame: ("", ""))))
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = range.first { source.bytes[$0] > 32 } ?? range.upperBound
    return start..<(range.last { source.bytes[$0] > 32 } ?? start - 1) + 1
  }

  /// `language == .zh ? A : B`.
  mutating func ternary(_ index: Int) {
    let isEnglish = at(index - 1) == "en"
    guard
      ["zh", "en"].contains(at(index - 1)) && at(index - 2) == "." || at(index - 1) == "isChinese"
    else { return }
    guard let colon = end(index + 1, [":"]) else { return }
    let stop = end(colon + 1, [",", ")", "]", "}", ":", ";"]) ?? tokens.count
    // An expression ends with its line unless the next goes on with an operator.
    var last = colon + 2
    while last < stop,
      at(last) == "+" || at(last - 1) == "+" || at(last) == "." || at(last - 1) == "."
    { last += 1 }
    let (one, other) = (index + 1..<colon, colon + 1..<max(colon + 2, min(last, stop)))
    isEnglish ? add(other, one, "?", isSure: false) : add(one, other, "?", isSure: false)
  }

  /// The next of some words that stands in no brackets opened since.
  func end(_ start: Int, _ words: Set<String>) -> Int? {
    var (index, depth) = (start, 0)
    while index < tokens.count {
      let word = tokens[index].body == nil ? at(index) : ""
      if depth == 0, words.contains(word) { return index }
      if ["(", "[", "{"].contains(word) { depth += 1 }
      if [")", "]", "}"].contains(word) { depth -= 1 }
      if depth < 0 { return nil }
      index += 1
    }
    return nil
  }

  /// `case .zh: A` with `case .en: B` behind it.
  mutating func cases(_ index: Int) {
    guard let colon = end(index + 1, [":"]),
      (index..<colon).contains(where: { at($0) == "zh" && at($0 - 1) == "." }),
      let next = end(colon + 1, ["case"]), let second = end(next + 1, [":"]),
      (next..<second).contains(where: { at($0) == "en" && at($0 - 1) == "." })
    else { return }
    add(
      colon + 1..<next, second + 1..<(end(second + 1, ["case", "}"]) ?? second + 2), "case",
      isSure: false)
  }
}
