import Foundation

/// Numbers of figures as people are told of them.
public enum FigureWords {
  public static let none = "—"

  public static func value(
    _ value: Decimal?, _ indicator: Indicator, _ language: Language
  ) -> String {
    value.map { indicator.shown($0) + indicator.unit.behind(language) } ?? none
  }

  /// A change with its sign; 0 has none.
  public static func signed(_ value: Decimal?, _ digits: Int) -> String {
    guard let value else { return none }
    return (value.rounded(digits) > 0 ? "+" : "") + value.shown(digits)
  }

  /// The change on the year before; across a break in the series it says so.
  public static func change(
    _ row: Ranking.Row, _ indicator: Indicator, _ language: Language
  ) -> String {
    guard let across = row.changeAcrossBreak else { return signed(row.change, indicator.digits) }
    let words = signed(across, indicator.digits)
    return Phrase("口径变动（\(words)）", "break (\(words))")(language)
  }

  public static func target(
    _ target: Target?, _ indicator: Indicator, _ language: Language
  ) -> String {
    guard let target else { return none }
    let value = "\(sign(target.op))\(target.value)\(indicator.unit.behind(language))"
    return target.year.map { "\(value) (\($0))" } ?? value
  }

  private static func sign(_ op: TaskTarget.Comparison) -> String {
    switch op {
    case .atLeast: "≥"
    case .atMost: "≤"
    case .equal: "="
    case .moreThan: ">"
    case .lessThan: "<"
    case .range: ""
    }
  }

  /// What is missing in the unit of the numerator; what is too much says so.
  public static func gap(
    _ gap: TargetGap?, _ indicator: Indicator, _ language: Language
  ) -> String {
    guard let gap else { return none }
    guard !gap.isMet else { return Phrase("已达到", "reached")(language) }
    guard let numerator = gap.numerator else {
      return signed(gap.value, indicator.digits) + indicator.unit.difference(language)
    }
    let unit = indicator.numerator.unit.name(language)
    let held =
      gap.holdsDenominator ? Phrase("（分母不变）", " (denominator held)")(language) : ""
    let amount =
      "\(abs(numerator).shown(0, grouped: true))\(language == .zh ? "" : " ")\(unit)\(held)"
    return numerator < 0 ? Phrase("超 \(amount)", "\(amount) too much")(language) : amount
  }

  /// What must be known beside a number: its flags, and how many parts it lacks.
  public static func flags(_ reading: Reading?, _ language: Language) -> String {
    guard let reading else { return "" }
    var words = reading.flags.words.map { $0(language) }
    if !reading.isComplete { words.append(lacking(reading)(language)) }
    return list(words, language)
  }

  /// How many parts a sum lacks.
  public static func lacking(_ reading: Reading) -> Phrase {
    let count = reading.missing.count
    return Phrase("缺 \(count) 地", "\(Plural("place").of(count)) missing")
  }

  /// The same of a row in a ranking, with the reason where it has no rank.
  public static func flags(_ row: Ranking.Row, _ language: Language) -> String {
    let reason = row.apart.map { FieldWords.apart($0)(language) }
    return list([reason ?? "", flags(row.reading, language)], language)
  }

  /// Words that are not empty, one after another.
  public static func list(_ words: [String], _ language: Language) -> String {
    words.filter { !$0.isEmpty }.joined(separator: Phrase("、", ", ")(language))
  }

  /// Which way is better, and the clause that says so.
  public static func direction(_ indicator: Indicator, _ language: Language) -> String {
    guard let direction = indicator.direction, let source = indicator.directionSource else {
      return none
    }
    let words = direction == .up ? Phrase("升", "up") : Phrase("降", "down")
    return "\(words(language)) \(source.key)"
  }
}
