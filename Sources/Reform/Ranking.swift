import Foundation

/// Places in order of an indicator (排名), as fair as it can be made.
///
/// Ties share a rank (1, 2, 2, 4) and are found exactly, by cross-multiplying. A place whose
/// denominator is below what the catalogue asks for (`ranked_from`) is listed apart without a
/// rank, and so is one whose sum lacks parts. The highest value comes first, or the lowest where
/// the documents want the indicator to go down; where they give no direction, first is not best.
public struct Ranking: Hashable, Sendable {
  /// Why a place has no rank.
  public enum Apart: String, Hashable, Sendable {
    case noFigure, noValue, incomplete, tiny
  }

  public struct Row: Hashable, Sendable {
    public var place: Division.Code
    public var reading: Reading?
    public var rank: Int?
    /// The rank among the same places in the year before.
    public var rankBefore: Int?
    public var apart: Apart?
    /// On the year before, in the unit of the indicator.
    public var change: Decimal?
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
  /// Those with a rank, the first first; of equals by code.
  public var rows: [Row]
  /// Those without one, by code.
  public var apart: [Row]

  public init(
    _ report: IndicatorReport, _ indicator: Indicator, _ year: Int, of places: [Division.Code]
  ) {
    (self.indicator, self.year) = (indicator.id, year)
    let before = Self.ranks(report, indicator, year - 1, places)
    let now = Self.ranks(report, indicator, year, places)
    let all = places.map { place in
      var row = Row(report, indicator, in: place, year)
      (row.rank, row.rankBefore) = (now.ranks[place], before.ranks[place])
      row.apart = now.apart[place]
      return row
    }
    rows = all.filter { $0.rank != nil }
      .sorted { ($0.rank ?? 0, $0.place) < ($1.rank ?? 0, $1.place) }
    apart = all.filter { $0.rank == nil }.sorted { $0.place < $1.place }
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

  static func ranks(
    _ report: IndicatorReport, _ indicator: Indicator, _ year: Int, _ places: [Division.Code]
  ) -> (ranks: [Division.Code: Int], apart: [Division.Code: Apart]) {
    var (ranks, apart): ([Division.Code: Int], [Division.Code: Apart]) = ([:], [:])
    var ranked: [(place: Division.Code, size: Ratio)] = []
    for place in places {
      let reading = report.reading(indicator.id, in: place, year)
      if let reason = Self.apart(indicator, reading) {
        apart[place] = reason
      } else if let size = reading.flatMap({ size(of: $0, indicator) }) {
        ranked.append((place, size))
      }
    }
    let isLowFirst = indicator.direction == .down
    ranked.sort { isLowFirst ? $0.size.isLess(than: $1.size) : $1.size.isLess(than: $0.size) }
    for (index, row) in ranked.enumerated() {
      let isTied = index > 0 && row.size.equals(ranked[index - 1].size)
      ranks[row.place] = isTied ? ranks[ranked[index - 1].place] : index + 1
    }
    return (ranks, apart)
  }

  /// What is compared: numerator over denominator, or the stated value on the same scale.
  private static func size(of reading: Reading, _ indicator: Indicator) -> Ratio? {
    if let ratio = reading.ratio { return ratio }
    if indicator.denominator == nil, let numerator = reading.numerator {
      return Ratio(numerator, over: 1)
    }
    return reading.value.map { Ratio($0, over: indicator.factor) }
  }
}
