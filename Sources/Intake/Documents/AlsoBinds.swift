import Reform

/// The rule that units answer for all that follows (以下均含各县（市、区）人民政府，不再列出).
struct AlsoBinds {
  struct Rule: Sendable {
    var units: Range<Int>
    var role: Responsible.Role
    /// The words that state it; it holds behind them.
    var words: Range<Int>
  }

  private(set) var rules: [Rule] = []
  private(set) var findings: [Finding] = []

  /// More than any document states; what is beyond is told as not read.
  private static let most = 12

  private static let closings = WordTrie([
    "不再列出", "不再一一列出", "不再逐一列出", "不再单独列出", "不再列明", "不再重复列出", "不再逐项列出", "不再另行列出", "不再标注",
    "不再注明", "不再一一注明", "不再分别列出", "不再逐条列出", "不一一列出", "不逐一列出", "不再列入",
  ])
  private static let cues = WordTrie([
    "均含", "均包括", "均包含", "均需", "均需由", "均由", "均涉及", "均有", "都含", "都由", "都包括", "均应由", "均须", "均须由", "含",
    "包括",
  ])
  private static let ends = WordTrie([
    "落实", "负责", "配合", "参与", "组织", "结合", "按", "共同", "抓好", "贯彻", "均", "为", "都", "不再", "作为",
  ])
  private static let helps = WordTrie(["配合", "参与", "协助"])

  static func read(_ scan: Scan, _ units: UnitNames) -> AlsoBinds {
    var found = AlsoBinds()
    for index in scan.chars.indices where scan.chars[index] == 0x4E0D {
      guard let closing = closings.match(scan.chars, at: index) else { continue }
      found.take(index..<index + closing.length, scan, units)
    }
    return found
  }

  private mutating func take(_ closing: Range<Int>, _ scan: Scan, _ units: UnitNames) {
    var start = scan.sentenceStart(closing.lowerBound, from: 0)
    if let last = rules.last, start < last.words.upperBound { start = last.words.upperBound }
    let said = start..<closing.lowerBound
    guard rules.count < Self.most, findings.count < Self.most, !said.isEmpty,
      let names = Self.names(in: said, scan, units)
    else {
      guard findings.count < Self.most else { return }
      findings.append(
        scan.finding(
          "rule-unread", "这里说某些单位不再一一列出，没有读出是哪些单位，请逐条补填。",
          "This says that some units are not listed again, but which was not read; please enter them.",
          at: min(start, closing.lowerBound)..<closing.upperBound))
      return
    }
    let role: Responsible.Role =
      scan.contains(Self.helps, in: names.upperBound..<closing.upperBound)
      ? .cooperating : .responsible
    rules.append(Rule(units: names, role: role, words: start..<closing.upperBound))
  }

  /// The list behind 均含, or the one that something is said of (各区政府均为责任单位).
  private static func names(
    in said: Range<Int>, _ scan: Scan, _ units: UnitNames
  ) -> Range<Int>? {
    for index in said {
      guard let cue = cues.match(scan.chars, at: index, limit: said.upperBound) else { continue }
      if let names = list(from: index + cue.length, to: said.upperBound, scan, units) {
        return names
      }
    }
    for part in units.parts(of: said, scan) {
      if let names = list(from: part.lowerBound, to: part.upperBound, scan, units) { return names }
    }
    return nil
  }

  private static func list(
    from start: Int, to limit: Int, _ scan: Scan, _ units: UnitNames
  ) -> Range<Int>? {
    guard start < limit else { return nil }
    for end in start + 1...min(limit, start + 80) {
      let isMark = end < limit && scan.chars[end] == Sign.comma
      let mayEnd = end == limit || isMark || ends.match(scan.chars, at: end, limit: limit) != nil
      if mayEnd, units.isList(start..<end, scan) { return start..<end }
      if isMark { return nil }
    }
    return nil
  }
}
