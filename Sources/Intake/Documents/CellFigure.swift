import Foundation
import Reform

/// The figure of a cell: ≥90%, 79.5, 1.5以上, 下降10%左右.
struct CellFigure {
  var op: TaskTarget.Comparison
  var value: Decimal
  var upper: Decimal?
  var unit: String
  /// The word of a cell that says by how much something changes (下降10%).
  var change = ""
  /// Whether every word of the cell is understood.
  var isWhole = true

  private static let atLeast = WordTrie(["≥", ">=", "不低于", "不少于", "以上", "至少", "达到或超过", "及以上"])
  private static let atMost = WordTrie(["≤", "<=", "不高于", "不超过", "以下", "以内", "控制在", "及以下"])

  /// Units that are kept as the figure's own; those of a column stand in its head.
  private static let units = WordTrie(["%", "‰", "/10万", "/十万", "/万", "/千"])

  private static let plain = Set(scalars(".%‰≥≤><=-~,"))

  /// Whether a cell holds a figure and no word beside it.
  static func isPlain(_ cell: ArraySlice<UInt32>) -> Bool {
    cell.contains(where: \.isDigit) && cell.allSatisfy { $0.isDigit || plain.contains($0) }
  }

  static func read(_ cell: Scalars) -> CellFigure? {
    let content = cell.filter { !$0.isBlank && !$0.isInvisible }
    guard content.count <= 24, let start = content.firstIndex(where: \.isDigit),
      let first = number(content, start)
    else { return nil }
    var figure = CellFigure(op: .equal, value: first.value, unit: "")
    var end = first.end
    if end + 1 < content.count, content[end] == Sign.dash || content[end] == 0x7E,
      let second = number(content, end + 1)
    {
      (figure.op, figure.upper) = (.range, second.value)
      end = second.end
    }
    if let unit = Self.units.match(content, at: end, limit: content.count) {
      figure.unit = Intake.text(content[end..<end + unit.length])
      end += unit.length
    }
    guard !content[end...].contains(where: \.isDigit) else { return nil }
    figure.takeWords(content, before: start, behind: end)
    guard figure.upper == nil else { return figure }
    let says = { (words: WordTrie<Void>) in
      content.indices.contains { words.match(content, at: $0) != nil }
    }
    if figure.op != .equal { return figure }
    if says(atLeast) {
      figure.op = .atLeast
    } else if says(atMost) {
      figure.op = .atMost
    } else if content.contains(0x3E) || content.contains(0x8D85) {
      figure.op = .moreThan
    } else if content.contains(0x3C) {
      figure.op = .lessThan
    }
    return figure
  }

  private static let soft = WordTrie([
    "力争", "争取", "逐步", "稳步", "约", "累计", "总数", "平均", "均", "分别", "达到", "全省", "全市", "全国", "全县", "全区",
  ])

  private static let asides = ["(约束性)", "(预期性)", "(含)"].map(scalars)
  private static let people = Set(["人", "人口", "常住人口"].map(scalars))

  /// What stands before the number and behind its own unit: the word of comparing, the unit, brackets.
  private mutating func takeWords(_ content: Scalars, before start: Int, behind end: Int) {
    var head = 0
    while let word = Self.soft.match(content, at: head, limit: start) { head += word.length }
    if let word = TargetWords.directions.matchBackwards(content, before: start, from: 0) {
      change = Intake.text(content[start - word.length..<start])
      isWhole = start - word.length <= head
    } else if let word = TargetWords.prefixes.matchBackwards(content, before: start, from: 0) {
      if upper == nil { op = word.value }
      isWhole = start - word.length <= head
    } else {
      isWhole = start <= head
    }
    var rest = Scalars(content[end...])
    if let aside = Self.asides.first(where: { rest.has($0, before: rest.count) }) {
      rest.removeLast(aside.count)
    }
    let suffix = rest.indices.first { at in
      TargetWords.suffixes.match(rest, at: at, limit: rest.count)?.length == rest.count - at
    }
    if let suffix, let word = TargetWords.suffixes.match(rest, at: suffix, limit: rest.count) {
      if upper == nil, op == .equal { op = word.value }
      rest = Scalars(rest[..<suffix])
    }
    guard !rest.isEmpty else { return }
    if unit.isEmpty, Self.isUnit(rest) {
      unit = Intake.text(rest)
    } else {
      // /千 before 人 is known.
      isWhole = isWhole && unit.hasPrefix("/") && Self.people.contains(rest)
    }
  }

  /// 天, 岁, 级; 张/千人.
  private static func isUnit(_ words: Scalars) -> Bool {
    let stroke = words.firstIndex(of: 0x2F) ?? words.count
    guard words.count <= 8, words.count - stroke != 1 else { return false }
    return stroke == 0 || Quantity.units.match(words, at: 0, limit: stroke)?.length == stroke
  }

  private static func number(_ content: Scalars, _ start: Int) -> (value: Decimal, end: Int)? {
    var end = start
    var dots = 0
    while end < content.count, content[end].isDigit || content[end] == Sign.dot && dots == 0 {
      if content[end] == Sign.dot { dots += 1 }
      end += 1
    }
    guard end > start, end - start <= 18,
      let value = Decimal(string: Intake.text(content[start..<end]))
    else { return nil }
    return (value, end)
  }
}
