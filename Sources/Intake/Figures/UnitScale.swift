import Foundation
import Reform

/// A unit as headers and cells write it: what it measures, and how many of the smallest it is.
struct UnitScale: Hashable {
  enum Family: Hashable {
    case money
    case count
    case share
    case times
  }

  var family: Family
  var scale: Decimal
  /// Of one visit or person (元/人次): only values are in it, no sums.
  var isPer = false

  /// The unit of a folded word; nil where it is none that is known.
  init?(_ text: String) {
    let word = text.hasPrefix("人民币") && text.count > 3 ? String(text.dropFirst(3)) : text
    guard let known = Self.known[word] else { return nil }
    self = known
  }

  private init(_ family: Family, _ scale: Decimal, isPer: Bool = false) {
    (self.family, self.scale, self.isPer) = (family, scale, isPer)
  }

  /// The scale of a unit of the catalogue.
  init(_ unit: FigureUnit) {
    self = Self.known[NameKey.folded(unit.rawValue)] ?? UnitScale(.count, 1)
  }

  /// What a number in this unit is in another one; nil where they do not measure the same.
  func factor(to other: UnitScale) -> Decimal? {
    family == other.family ? scale / other.scale : nil
  }

  private static let known: [String: UnitScale] = {
    var known: [String: UnitScale] = [
      "%": UnitScale(.share, 1), "‰": UnitScale(.share, Decimal(1) / 10),
      "percent": UnitScale(.share, 1), "个百分点": UnitScale(.share, 1),
      "倍": UnitScale(.times, 1), "times": UnitScale(.times, 1),
      "‱": UnitScale(.share, Decimal(1) / 100), "百分点": UnitScale(.share, 1),
      "百分比": UnitScale(.share, 1), "perthousand": UnitScale(.share, Decimal(1) / 10),
      "percent(%)": UnitScale(.share, 1),
    ]
    for (word, of) in [
      ("1000", 1000), ("千", 1000), ("10000", 10_000), ("万", 10_000), ("1万", 10_000),
    ]
      + [("10万", 100_000), ("十万", 100_000), ("100000", 100_000), ("百万", 1_000_000)]
    {
      for text in ["1/\(word)", "/\(word)", "每\(word)", "每\(word)人", "\(word)分之一", "1/\(word)人"] {
        known[text] = UnitScale(.share, Decimal(100) / Decimal(of))
      }
    }
    let powers: [(String, Decimal)] = [
      ("", 1), ("十", 10), ("百", 100), ("千", 1000), ("万", 10_000), ("十万", 100_000),
      ("百万", 1_000_000), ("千万", 10_000_000), ("亿", 100_000_000),
    ]
    let counts = [
      "人次", "人", "户", "名", "台次", "个", "家", "天", "例", "件", "次", "张", "床日", "项", "床", "人次数", "人数",
      "分", "visits",
      "people", "households", "posts", "operations", "institutions", "groups", "days", "cases",
    ]
    for (word, power) in powers {
      for unit in ["元", "元人民币", "人民币元"] { known[word + unit] = UnitScale(.money, power) }
      for unit in counts { known[word + unit] = UnitScale(.count, power) }
      if !word.isEmpty { known[word] = UnitScale(.count, power) }
    }
    for of in ["人", "人次", "例", "次", "户", "床日", "天"] {
      for (text, power) in [("元", 1), ("万元", 10_000)] as [(String, Decimal)] {
        known["\(text)/\(of)"] = UnitScale(.money, power, isPer: true)
      }
    }
    known["yuan"] = UnitScale(.money, 1)
    known["×10,000yuan"] = UnitScale(.money, 10_000)
    known["10000yuan"] = UnitScale(.money, 10_000)
    known["10,000yuan"] = UnitScale(.money, 10_000)
    return known
  }()
}

/// Units as titles state them for a whole table (单位：万元), and words that look like a unit.
enum UnitWords {
  /// What a text states of units; empty where it states nothing.
  struct Stated: Hashable {
    var units: [UnitScale] = []
    /// Words in a unit's place that are none that is known (美元).
    var unknown: [String] = []

    var isEmpty: Bool { units.isEmpty && unknown.isEmpty }
  }

  /// `单位：万元、人次`, `（万元）`, `万元` alone, `以万元计`.
  static func stated(in text: String) -> Stated {
    let folded = NameKey.folded(text)
    var stated = Stated()
    var rest = folded[...]
    while let mark = rest.range(of: "单位") {
      let isOurs = !isOfficeMark(rest[..<mark.lowerBound])
      rest = rest[mark.upperBound...]
      take(words(behind: rest), into: &stated, isSure: isOurs)
    }
    guard stated.isEmpty else { return stated }
    let bare = folded.trimmingCharacters(in: ["(", ")", ":", "[", "]"])
    if let unit = UnitScale(bare) { return Stated(units: [unit]) }
    for group in brackets(folded) {
      let pieces = group.split { "、,;/".contains($0) }.map(String.init)
      if UnitScale(group) != nil {
        take([group], into: &stated)
      } else if !pieces.isEmpty, pieces.allSatisfy({ UnitScale($0) != nil }) {
        take(pieces, into: &stated)
      }
    }
    for mark in ["以(.{1,4})计", "以(.{1,4})为单位", "(?:金额|币种)[:为](.{1,4})"] where stated.isEmpty {
      guard let range = folded.range(of: mark, options: .regularExpression) else { continue }
      let word = folded[range].filter { !"以计为单位金额币种:".contains($0) }
      take([String(word)], into: &stated)
    }
    return stated
  }

  /// Whether 单位 here is an office (填报单位) and no unit.
  private static func isOfficeMark(_ before: Substring) -> Bool {
    guard let last = before.last, !"(),;:、 .|".contains(last), !last.isNumber else { return false }
    return !["计量", "金额", "货币", "数据", "统计", "计算"].contains { before.hasSuffix($0) }
  }

  private static func words(behind mark: Substring) -> [String] {
    var rest = mark
    while let first = rest.first, ":为是(".contains(first) { rest = rest.dropFirst() }
    let end = rest.firstIndex { ")。|".contains($0) } ?? rest.endIndex
    let whole = String(rest[..<end])
    if UnitScale(whole) != nil { return [whole] }
    return whole.split { "、,;/和及或".contains($0) }.map(String.init)
  }

  private static func take(
    _ words: [String], into stated: inout Stated, isSure: Bool = true
  ) {
    for word in words {
      if let unit = UnitScale(word) {
        if !stated.units.contains(unit) { stated.units.append(unit) }
      } else if isSure, looksLikeUnit(word) {
        stated.unknown.append(word)
      }
    }
  }

  private static func brackets(_ folded: String) -> [String] {
    folded.split(separator: "(", omittingEmptySubsequences: false).dropFirst().compactMap { group in
      group.firstIndex(of: ")").map { String(group[..<$0]) }
    }.filter { !$0.isEmpty }
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
