import Foundation
import Reform

/// A number that counts in hundredths (得分、百分数), as it is meant.
enum Hundredths {
  case value(Decimal)
  /// It has a unit that measures something else (元).
  case otherUnit
  /// At most 1 without a per cent sign, which may be a coefficient: 0.95 for 95.
  case slip(Decimal)

  /// `isShown` says whether the cell shows it as per cent, `own` is the unit written behind it.
  init(_ number: Decimal, _ own: UnitScale?, isShown: Bool, stated: UnitScale?) {
    if isShown {
      self = .value(number * 100)
    } else if let own, own.family == .share {
      self = .value(number * own.scale)
    } else if let own, own.family != .count || own.scale != 1 {
      self = .otherUnit
    } else {
      let scale = stated.flatMap { $0.family == .share ? $0.scale : nil } ?? 1
      let value = number * scale
      self = value > 0 && value <= 1 ? .slip(value) : .value(value)
    }
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
