/// Which cities are known to have an own level (市本级) for an indicator, so that a sum without it lacks a part.
///
/// Known is what the nearest other year says: the own level has a figure there, or the figure that
/// was entered for the whole is over the sum of its complete parts. A figure of 0 over 0 says that
/// there is none. Where no year says anything a sum without an own level is complete: most
/// indicators of most places have none, and a sum that nobody can complete would never be ranked.
struct OwnLevels: Sendable {
  /// By indicator and place of the own level, the years that say something.
  private var years: [Key: [(year: Int, isThere: Bool)]] = [:]

  private struct Key: Hashable {
    var indicator: Int
    var place: Int
  }

  init() {}

  init(_ entered: EnteredFigures, _ places: [Division], _ parts: [[Int]]) {
    let wholes = parts.indices.compactMap { whole in
      parts[whole].last.flatMap { places[$0].level == .own ? (whole, $0) : nil }
    }
    for row in entered.rows {
      for (whole, place) in wholes {
        if let figure = entered[row, place] {
          let isNone = figure.numerator == 0 && (figure.denominator ?? 0) == 0
          add(row.indicator, place, row.year, !isNone)
        } else if let figure = entered[row, whole],
          Self.isMore(figure, row, entered, parts[whole].dropLast())
        {
          add(row.indicator, place, row.year, true)
        }
      }
    }
  }

  private mutating func add(_ indicator: Int, _ place: Int, _ year: Int, _ isThere: Bool) {
    years[Key(indicator: indicator, place: place), default: []].append((year, isThere))
  }

  /// Whether a whole is over the sum of its parts, all of which are entered.
  private static func isMore(
    _ figure: Figure, _ row: EnteredFigures.Row, _ entered: EnteredFigures, _ parts: ArraySlice<Int>
  ) -> Bool {
    let figures = parts.compactMap { entered[row, $0] }
    guard figures.count == parts.count, !figures.isEmpty else { return false }
    return [
      (figure.numerator, figures.map(\.numerator)),
      (figure.denominator, figures.map(\.denominator)),
    ]
    .contains { whole, numbers in
      guard let whole, let sum = FigureChecks.sum(numbers) else { return false }
      return whole > sum
    }
  }

  /// Whether the own level of a slot is known from the nearest other year, an earlier one first.
  func isKnown(_ slot: FigureTable.Slot) -> Bool {
    let known = years[Key(indicator: slot.indicator, place: slot.place)] ?? []
    let others = known.filter { $0.year != slot.year }
    let nearest =
      others.filter { $0.year < slot.year }.max { $0.year < $1.year }
      ?? others.min { $0.year < $1.year }
    return nearest?.isThere ?? false
  }
}
