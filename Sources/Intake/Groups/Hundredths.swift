import Foundation
import Reform

/// A number that counts in hundredths (得分、百分数), as it is meant.
struct Hundredths {
  /// Nil where its unit measures something else (元).
  private(set) var value: Decimal?
  /// Whether it is at most 1 without a per cent sign and may be a coefficient: 0.95 for 95.
  private(set) var isSlip = false

  /// `isShown` says whether the cell shows it as per cent, `own` is the unit written behind it.
  init(_ number: Decimal, _ own: UnitScale?, isShown: Bool, stated: UnitScale?) {
    if isShown {
      value = number * 100
    } else if let own, own.family == .share {
      value = number * own.scale
    } else if own == nil || own?.family == .count && own?.scale == 1 {
      let found = number * (stated.flatMap { $0.family == .share ? $0.scale : nil } ?? 1)
      (value, isSlip) = (found, found > 0 && found <= 1)
    }
  }

  /// What is wrong with it or asked of it; a slip is not asked about without a severity.
  func finding(_ head: String, _ severity: Finding.Severity?, _ place: SourcePlace) -> Finding? {
    guard let value else {
      let words = Phrase("“\(head)”的单位不对，应填百分数。", "“\(head)” takes per cent.")
      return Finding("unknown-unit", .error, words, at: place.finding)
    }
    guard isSlip, let severity else { return nil }
    let zh =
      "“\(head)”填的是 \(value)，是不是 \(value * 100)？这里按百分数登记；请写成 \(value * 100)% 或 \(value)%。"
    let en =
      "“\(head)” is \(value); is it \(value * 100)? It is entered in per cent: write \(value * 100)% or \(value)%."
    return Finding(FigureCheck.timesHundred.name, severity, Phrase(zh, en), at: place.finding)
  }
}

/// Yes or no as people tick it.
enum YesOrNo {
  static func read(_ text: String) -> Bool? {
    let folded = NameKey.folded(text)
    if ["是", "有", "yes", "y", "true", "1", "√", "✓", "✔", "试点"].contains(folded) { return true }
    if ["否", "不是", "无", "no", "n", "false", "0", "×", "✗", "非试点"].contains(folded) { return false }
    return nil
  }
}
