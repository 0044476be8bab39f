import Foundation
import Reform

/// The figure of a cell: ≥90%, 79.5, 1.5以上, 下降10%左右.
struct CellFigure {
  var op: TaskTarget.Comparison
  var value: Decimal
  var upper: Decimal?
  var unit: String

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
    guard figure.upper == nil else { return figure }
    let says = { (words: WordTrie<Void>) in
      content.indices.contains { words.match(content, at: $0) != nil }
    }
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
