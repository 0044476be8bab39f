import Foundation

/// Places in order of an indicator (排名), as fair as it can be made.
///
/// Places that print the same value share a place in the order (1, 2, 2, 4). A place whose
/// denominator is below what the catalogue asks for (`ranked_from`) is listed apart, and so is one
/// whose sum lacks parts. The highest value comes first, or the lowest where the documents want
/// the indicator to go down. A rank is given only where they give a direction: without one first
/// is not best, and there is the position from the highest down and nothing else. Across a break
/// in the series nothing is held against the year before.
public struct Ranking: Hashable, Sendable {
  /// Why a place has no rank.
  public enum Apart: String, Hashable, Sendable {
    case noFigure, noValue, incomplete, tiny
  }

  public struct Row: Hashable, Sendable {
    public var place: Division.Code
    public var reading: Reading?
    /// Which one it is in the order, whatever that is worth; nil where it stands apart.
    public var position: Int?
    /// How good that is: the position, where the documents give a direction.
    public var rank: Int?
    /// The rank among the same places in the year before; nil across a break in the series.
    public var rankBefore: Int?
    public var apart: Apart?
    /// On the year before, in the unit of the indicator; nil across a break in the series.
    public var change: Decimal?
    /// The difference across a break, which is no change of what is measured; nil without one.
    public var changeAcrossBreak: Decimal?
    /// Whether the year is not comparable with the one before.
    public var isBreak: Bool { reading?.flags.contains(.breakInSeries) ?? false }
    public var target: Target?
    public var gap: TargetGap?

    /// A place alone, without figures or a rank.
    public init(place: Division.Code) { self.place = place }

    /// What a place comes to, without a rank: for the region above those that are ranked.
    public init(
      _ report: IndicatorReport, _ indicator: Indicator, in place: Division.Code, _ year: Int
    ) {
      self.place = place
      reading = report.reading(indicator.id, in: place, year)
      change = report.change(indicator.id, in: place, year)
      changeAcrossBreak = report.changeAcrossBreak(indicator.id, in: place, year)
      target = report.target(of: indicator.id, in: place, year)
      gap = report.gap(indicator.id, in: place, year)
    }

    /// Ranks gained (above 0) or lost since the year before.
    public var rise: Int? {
      guard let rank, let rankBefore else { return nil }
      return rankBefore - rank
    }
  }

  public var indicator: Indicator.ID
  public var year: Int
  /// Whether the documents say which way is better: only then is the first the best.
  public var isDirected: Bool
  /// Those that have a place in the order, the first first; of equals by code.
  public var rows: [Row]
  /// Those without one, by code.
  public var apart: [Row]

  public init(
    _ report: IndicatorReport, _ indicator: Indicator, _ year: Int, of places: [Division.Code]
  ) {
    (self.indicator, self.year) = (indicator.id, year)
    let isDirected = indicator.direction != nil
    self.isDirected = isDirected
    let before = Self.positions(report, indicator, year - 1, places).positions
    let now = Self.positions(report, indicator, year, places)
    let all = places.map { place in
      var row = Row(report, indicator, in: place, year)
      row.position = now.positions[place]
      row.rank = isDirected ? row.position : nil
      row.rankBefore = isDirected && !row.isBreak ? before[place] : nil
      row.apart = now.apart[place]
      return row
    }
    rows = all.filter { $0.position != nil }
      .sorted { ($0.position ?? 0, $0.place) < ($1.position ?? 0, $1.place) }
    apart = all.filter { $0.position == nil }.sorted { $0.place < $1.place }
  }

  /// Whom a place is ranked among where nobody is named: all of its level that the ledger knows.
  public static func peers(of place: Division, in divisions: Divisions) -> [Division.Code] {
    divisions.all.filter { $0.level == place.level }.map(\.id)
  }

  public func row(of place: Division.Code) -> Row? { (rows + apart).first { $0.place == place } }

  /// The rows up to `reach` places above and below one, itself included; none where it has no rank.
  public func neighbours(of place: Division.Code, reach: Int = 3) -> [Row] {
    guard let index = rows.firstIndex(where: { $0.place == place }) else { return [] }
    return Array(rows[max(0, index - reach)...min(rows.count - 1, index + reach)])
  }

  /// Why a reading has no rank; nil where it has one.
  public static func apart(_ indicator: Indicator, _ reading: Reading?) -> Apart? {
    guard let reading else { return .noFigure }
    guard reading.value != nil else { return .noValue }
    guard reading.isComplete else { return .incomplete }
    if let least = indicator.rankedFrom, let denominator = reading.denominator,
      denominator < least
    {
      return .tiny
    }
    return nil
  }

  static func positions(
    _ report: IndicatorReport, _ indicator: Indicator, _ year: Int, _ places: [Division.Code]
  ) -> (positions: [Division.Code: Int], apart: [Division.Code: Apart]) {
    var (positions, apart): ([Division.Code: Int], [Division.Code: Apart]) = ([:], [:])
    var ordered: [(place: Division.Code, value: Decimal)] = []
    for place in places {
      let reading = report.reading(indicator.id, in: place, year)
      if let reason = Self.apart(indicator, reading) {
        apart[place] = reason
      } else if let value = reading?.value {
        // As it is printed: what reads the same on paper is not set one above the other.
        ordered.append((place, value.rounded(indicator.digits)))
      }
    }
    let isLowFirst = indicator.direction == .down
    ordered.sort { isLowFirst ? $0.value < $1.value : $1.value < $0.value }
    for (index, row) in ordered.enumerated() {
      let isTied = index > 0 && row.value == ordered[index - 1].value
      positions[row.place] = isTied ? positions[ordered[index - 1].place] : index + 1
    }
    return (positions, apart)
  }
}
