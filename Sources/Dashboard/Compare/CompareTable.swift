import Reform
import Widgets

/// Places by indicators of one year, or by years of one indicator: what the matrix shows.
///
/// A column is computed when it first shows: a province of counties by all indicators and years
/// opens at the price of what the window holds.
public struct CompareTable: Equatable, Sendable {
  /// What a table is of; another key is another table.
  struct Key: Equatable, Sendable {
    /// The reading of the figures.
    var number: Int
    var region: Division.Code
    var level: Division.Level
    var group: Int?
    /// Nil where columns are indicators.
    var indicator: Indicator.ID?
    /// Nil where columns are years.
    var year: Int?
    /// The reading of the groups; 0 before there is one.
    var groups = 0
  }

  struct Column: Equatable, Sendable {
    var indicator: Indicator
    var year: Int
  }

  /// A column that was computed.
  struct Filled: Equatable, Sendable {
    /// Ranked places first, in the order of their ranks.
    var rows: [Ranking.Row]
    var ranked: Int
    var total: Ranking.Row
    /// The own level of the region (市本级), where it has a figure: added up, not ranked.
    var own: Ranking.Row?
    fileprivate var positions: [Division.Code: Int]
    /// Where every county stands in its three pools; nil before that was asked.
    fileprivate(set) var pools: [Division.Code: PoolRanks]?

    func row(of place: Division.Code) -> Ranking.Row? {
      if place == total.place { return total }
      return place == own?.place ? own : positions[place].map { rows[$0] }
    }
  }

  let key: Key
  /// In the order of their codes.
  let places: [Division.Code]
  let columns: [Column]
  private var filled: [Int: Filled] = [:]

  init(_ key: Key, places: [Division.Code], columns: [Column]) {
    (self.key, self.places, self.columns) = (key, places, columns)
  }

  subscript(column: Int) -> Filled? { filled[column] }

  /// The first column of the medical groups, where indicators stand before it.
  var firstOfGroups: Int? {
    guard key.indicator == nil else { return nil }
    return columns.firstIndex { LedgerMeasure.names($0.indicator.id) }
  }

  /// Reckons a column, where that was not done before.
  mutating func fill(_ column: Int, _ reports: ComparedReports) {
    guard columns.indices.contains(column), filled[column] == nil else { return }
    let (indicator, year) = (columns[column].indicator, columns[column].year)
    let report = reports[indicator.id]
    let ranking = Ranking(report, indicator, year, of: places)
    let rows = ranking.rows + ranking.apart
    filled[column] = Filled(
      rows: rows, ranked: ranking.rows.count,
      total: Ranking.Row(report, indicator, in: key.region, year),
      own: report.figures.ownReading(indicator.id, of: key.region, year).map {
        Ranking.Row(report, indicator, in: $0.place, year)
      },
      positions: Dictionary(
        zip(rows.map(\.place), rows.indices), uniquingKeysWith: { first, _ in first }))
  }

  /// Ranks all counties of a column in their three pools, where that was not done before.
  mutating func rank(_ column: Int, _ reports: ComparedReports) {
    guard columns.indices.contains(column), filled[column] != nil, filled[column]?.pools == nil
    else { return }
    let (indicator, year) = (columns[column].indicator, columns[column].year)
    filled[column]?.pools = PoolRanks.counties(reports[indicator.id], indicator, year)
  }

  /// How many columns were computed.
  var filledCount: Int { filled.count }

  /// The own level of the region, where a column that was computed has a figure of it.
  var own: Division.Code? { filled.values.lazy.compactMap { $0.own?.place }.first }

  /// The places in the order of a column by what is shown of it; places without it come last.
  ///
  /// By value as they are ranked, so that those without a rank stand apart; by change the best one
  /// first where the documents give a direction, the greatest rise where they give none; by gap
  /// the widest first.
  func order(by column: Int, _ measure: CompareScreen.Measure, isReversed: Bool) -> [Division.Code]
  {
    guard let filled = filled[column] else { return places }
    let isDown = columns[column].indicator.direction == .down && measure == .change
    var known: [(place: Division.Code, amount: Amount)] = []
    var unknown: [Division.Code] = []
    for (index, row) in filled.rows.enumerated() {
      let isKnown = measure != .value || index < filled.ranked
      if isKnown, let amount = measure.amount(of: row) {
        known.append((row.place, amount))
      } else {
        unknown.append(row.place)
      }
    }
    if measure != .value {
      known.sort { one, other in
        guard one.amount != other.amount else { return one.place < other.place }
        return (one.amount < other.amount) == isDown
      }
    }
    if isReversed { known.reverse() }
    return known.map(\.place) + unknown.sorted()
  }

  /// The levels of a column by what is shown; years of one indicator share theirs.
  func heat(of column: Int, _ measure: CompareScreen.Measure) -> Heat {
    let alike = key.year == nil ? Array(filled.keys) : [column]
    let heights = alike.flatMap { column in
      (filled[column]?.rows ?? []).compactMap { row in
        row.apart == nil ? measure.amount(of: row)?.approximate : nil
      }
    }
    let direction = columns[column].indicator.direction
    return switch measure {
    case .gap: Heat(heights, direction: .down)
    default: Heat(heights, direction: direction.map { $0 == .up ? .up : .down })
    }
  }
}

extension CompareScreen.Measure {
  /// What a row is ordered and coloured by; nil where it is not known.
  func amount(of row: Ranking.Row) -> Amount? {
    switch self {
    case .value: row.reading?.value
    case .change: row.change
    case .gap: row.gap.map { $0.value.magnitude }
    }
  }
}
