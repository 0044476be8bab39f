import Foundation
import Reform

/// Units as titles and notes state them (单位：万元), and words that look like a unit.
enum UnitWords {
  /// A unit as it is written, with its words.
  struct Unit: Hashable {
    var scale: UnitScale
    var words: String

    /// What it counts, without the power (万人次 counts 人次).
    var noun: String { String(words.drop { "0123456789,十百千万亿".contains($0) }) }
  }

  /// One statement of units, and the words of what it is said of: empty for the whole table.
  struct Statement: Hashable {
    var subject: String
    var units: [Unit] = []
    /// Words in a unit's place that are none that is known (美元).
    var unknown: [String] = []
    /// Whether it holds only where its subject is known (人均费用为元).
    var isLoose = false
    /// Whether it is a unit in brackets, which in a note is that of the words before it.
    var isBracketed = false
  }

  /// `单位：万元、人次`, `（万元）`, `万元` alone, `以万元计`, `人均费用单位为元`.
  static func statements(in text: String) -> [Statement] {
    let folded = NameKey.folded(text)
    var found = marked(folded) + reckoned(folded)
    let bare = folded.trimmingCharacters(in: ["(", ")", ":", "[", "]"])
    if found.isEmpty, let scale = UnitScale(bare) {
      return [Statement(subject: "", units: [Unit(scale: scale, words: bare)])]
    }
    found += bracketed(folded, isLoose: !found.isEmpty)
    return found + loose(folded)
  }

  /// Those behind the word 单位.
  private static func marked(_ folded: String) -> [Statement] {
    var (found, rest): ([Statement], Substring) = ([], folded[...])
    while let mark = rest.range(of: "单位") {
      let before = folded[..<mark.lowerBound]
      rest = rest[mark.upperBound...]
      let one = statement(words(behind: rest), on: before, isSure: !isOfficeMark(before))
      if let one { found.append(one) }
    }
    return found
  }

  /// `以万元计`, `以元为单位`; `按元填报` of money alone.
  private static func reckoned(_ folded: String) -> [Statement] {
    var found: [Statement] = []
    let ends = "(?:计(?:算|量)?|为(?:计量|计算|统计)?单位)"
    for (mark, isMoney) in [
      ("以([^以按用,。;、]{1,4})\(ends)", false),
      ("[按用]([^以按用,。;、]{1,4})(?:\(ends)|填|统计|列)", true),
      ("(?:金额|币种)[:为]([^,。;、()]{1,4})", false),
    ] {
      for (range, word) in matches(mark, in: folded) {
        let one = statement([word], on: folded[..<range.lowerBound], isSure: !isMoney)
        guard let one, !isMoney || one.units.allSatisfy({ $0.scale.family == .money }) else {
          continue
        }
        found.append(one)
      }
    }
    return found
  }

  /// `（万元）`, `（元、人次）`; beside another statement only where it is said of what is known.
  private static func bracketed(_ folded: String, isLoose: Bool) -> [Statement] {
    matches("\\(([^()]+)\\)", in: folded).compactMap { range, group -> Statement? in
      let pieces = UnitScale(group) == nil ? pieces(of: group, "、,;/") : [group]
      guard !pieces.isEmpty, pieces.allSatisfy({ UnitScale($0) != nil }) else { return nil }
      var one = statement(pieces, on: folded[..<range.lowerBound], isSure: false)
      one?.isLoose = isLoose
      one?.isBracketed = true
      return one
    }
  }

  /// `人均费用为元`, `人均费用：元`.
  private static func loose(_ folded: String) -> [Statement] {
    let money = "[为是:]((?:十|百|千|万|十万|百万|千万|亿)?元)(?=$|[,。;、()])"
    return matches(money, in: folded).compactMap { range, word in
      let before = folded[..<range.lowerBound]
      guard !before.hasSuffix("单位") else { return nil }
      var one = statement([word], on: before, isSure: false)
      one?.isLoose = true
      return one
    }
  }

  /// Where a pattern stands, with what its first group caught.
  private static func matches(
    _ pattern: String, in text: String
  ) -> [(range: Range<String.Index>, group: String)] {
    guard let regex = try? NSRegularExpression(pattern: pattern) else { return [] }
    let all = regex.matches(in: text, range: NSRange(text.startIndex..., in: text))
    return all.compactMap { match in
      guard let range = Range(match.range, in: text),
        let group = Range(match.range(at: 1), in: text)
      else { return nil }
      return (range, String(text[group]))
    }
  }

  private static func statement(
    _ words: [String], on before: Substring, isSure: Bool
  ) -> Statement? {
    var one = Statement(subject: subject(before))
    for word in words {
      if let scale = UnitScale(word) {
        let unit = Unit(scale: scale, words: word)
        if !one.units.contains(where: { $0.scale == scale }) { one.units.append(unit) }
      } else if isSure, looksLikeUnit(word) {
        one.unknown.append(word)
      }
    }
    return one.units.isEmpty && one.unknown.isEmpty ? nil : one
  }

  /// The words in front of a mark, back to the last sign that parts them.
  private static func subject(_ before: Substring) -> String {
    let start = before.lastIndex { "，,。;()[]: |".contains($0) }
    var words = String(start.map { before[before.index(after: $0)...] } ?? before)
    let tails = ["计量", "金额", "货币", "数据", "统计", "计算", "指标", "单位", "均", "的", "都", "等", "一律", "数"]
    // 人均 and 次均 keep their 均.
    while let tail = tails.first(where: { words.hasSuffix($0) }),
      !["人均", "次均", "例均", "户均", "日均"].contains(where: { words.hasSuffix($0) })
    { words.removeLast(tail.count) }
    return words
  }

  /// Whether 单位 here is an office (填报单位) and no unit.
  private static func isOfficeMark(_ before: Substring) -> Bool {
    guard let last = before.last, !"(),;:、 .|".contains(last), !last.isNumber else { return false }
    return !["计量", "金额", "货币", "数据", "统计", "计算"].contains { before.hasSuffix($0) }
  }

  private static func words(behind mark: Substring) -> [String] {
    var rest = mark
    while let first = rest.first, ":为是(均".contains(first) { rest = rest.dropFirst() }
    func upTo(_ signs: String) -> String {
      String(rest[..<(rest.firstIndex { signs.contains($0) } ?? rest.endIndex)])
    }
    let whole = upTo(")。|")
    guard UnitScale(whole) == nil else { return [whole] }
    // 元/人次 is one unit, 万元/人次 of a title of sums and visits may be two.
    return pieces(of: upTo("()。|"), "、,;和及或").flatMap {
      UnitScale($0) == nil ? pieces(of: $0, "/") : [$0]
    }
  }

  private static func pieces(of words: String, _ signs: String) -> [String] {
    words.split { signs.contains($0) }.map(String.init)
  }

  /// Whether words are made of nothing but what units are made of (万美元, 人/千人).
  static func looksLikeUnit(_ word: String) -> Bool {
    guard !word.isEmpty, word.count <= 12, word.contains(where: { !$0.isNumber }) else {
      return false
    }
    let parts =
      "每|[0-9,./十百千万亿×x*^-]|美元|美金|欧元|港币|港元|日元|元|币|人民|人|次|名|户|例|件|张|床|台|个|家|天|日|%|‰|‱|usd|cny|rmb"
      + "|hkd|eur|yuan|dollars?|\\$|¥|€|分之|一|吨|平方米|公里|小时|分钟"
    let isMade = word.range(of: "^(?:\(parts))+$", options: .regularExpression) != nil
    let isOnlyCount =
      word.range(of: "^[0-9,./十百千万亿一个×x*^-]+$", options: .regularExpression) != nil
    return isMade && (!isOnlyCount || word.contains("/"))
  }
}
