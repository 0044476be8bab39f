import Foundation

/// Who moved the whole (谁拉动了全省): the change of a region's ratio split over its parts.
///
/// With n and d the numerator and denominator of a part, N and D those of the region, w = d ÷ D the
/// weight and r = n ÷ d the ratio of a part in the first (0) and the second year (1), the change
/// R₁ − R₀ is the sum over the parts of
///
/// - the part's own change: ½ (w₀ + w₁) · (r₁ − r₀), and
/// - its change of weight: (½ (r₀ + r₁) − c) · (w₁ − w₀), with c the middle of R₀ and R₁.
///
/// The formula is the same seen from either year (Marshall and Edgeworth). Weights add up to 1 in
/// both years, so any c leaves the sum as it is; the middle, rounded to ten digits, makes a part
/// that gains weight pull up only where it lies above the region. All amounts stand over one
/// common denominator, `scale`, and the change of weight is what is left of a part's whole
/// contribution, so the amounts add up to the change to the last digit, without rounding.
public struct Decomposition: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var place: Division.Code
    public var before: Reading
    public var after: Reading
    /// Over the common denominator.
    public var ownAmount: Decimal
    public var weightAmount: Decimal
    /// In the unit of the indicator (percentage points).
    public var own: Decimal
    public var weight: Decimal
    public var total: Decimal { own + weight }
    /// Whether its series breaks between the years: what it adds is then no change of what is
    /// measured, and it moved nothing.
    public var isBreak = false
  }

  public var indicator: Indicator.ID
  public var region: Division.Code
  public var years: ClosedRange<Int>
  /// The parts, those that moved most first, up or down; empty where any is missing.
  public var rows: [Row]
  /// Parts whose series breaks between the years, by code.
  public var breaks: [Division.Code] { rows.filter(\.isBreak).map(\.place).sorted() }
  /// The part that moved most of those whose years are comparable.
  public var mover: Row? { rows.first { !$0.isBreak } }
  /// Parts without complete figures in both years.
  public var missing: [Division.Code]
  /// The change of the sum of the parts over the common denominator.
  public var changeAmount: Decimal
  /// Amounts × factor ÷ scale are in the unit of the indicator.
  public var scale: Decimal
  /// The change of the sum of the parts, in the unit of the indicator.
  public var change: Decimal

  /// Splits the change of a region between two years; nil where it has no parts with figures.
  public init?(
    _ report: IndicatorReport, _ indicator: Indicator, in region: Division.Code,
    from first: Int, to second: Int
  ) {
    guard first < second else { return nil }
    (self.indicator, self.region, years) = (indicator.id, region, first...second)
    var (pairs, missing): ([Pair], [Division.Code]) = ([], [])
    for part in report.figures.parts(of: region, indicator.id, in: [first, second]) {
      let before = report.reading(indicator.id, in: part, first)
      let after = report.reading(indicator.id, in: part, second)
      if let pair = Pair(part, before, after, indicator) {
        pairs.append(pair)
      } else {
        missing.append(part)
      }
    }
    guard !pairs.isEmpty else { return nil }
    self.missing = missing
    (rows, changeAmount, scale, change) = ([], 0, 1, 0)
    guard missing.isEmpty else { return }
    split(pairs, indicator)
    for index in rows.indices {
      rows[index].isBreak = ((first + 1)...second).contains {
        report.isBreak(indicator.id, in: rows[index].place, $0)
      }
    }
  }

  /// A part with complete figures in both years.
  struct Pair {
    var place: Division.Code
    var (before, after): (Reading, Reading)
    var (n0, n1, d0, d1): (Decimal, Decimal, Decimal, Decimal)

    init?(_ place: Division.Code, _ before: Reading?, _ after: Reading?, _ indicator: Indicator) {
      guard let before, let after, before.isComplete, after.isComplete,
        let n0 = before.numerator, let n1 = after.numerator
      else { return nil }
      let isAmount = indicator.denominator == nil
      guard isAmount || (before.denominator != nil && after.denominator != nil) else { return nil }
      (self.place, self.before, self.after) = (place, before, after)
      (self.n0, self.n1) = (n0, n1)
      (d0, d1) = (before.denominator ?? 0, after.denominator ?? 0)
    }
  }

  private mutating func split(_ pairs: [Pair], _ indicator: Indicator) {
    guard indicator.denominator != nil else {
      rows = pairs.map { pair in
        let amount = pair.n1 - pair.n0
        return Row(
          place: pair.place, before: pair.before, after: pair.after, ownAmount: amount,
          weightAmount: 0, own: amount * indicator.factor, weight: 0)
      }
      finish(indicator)
      return
    }
    let sums = pairs.reduce((n0: Decimal(0), n1: Decimal(0), d0: Decimal(0), d1: Decimal(0))) {
      ($0.n0 + $1.n0, $0.n1 + $1.n1, $0.d0 + $1.d0, $0.d1 + $1.d1)
    }
    guard sums.d0 > 0, sums.d1 > 0 else { return }
    scale = 2 * sums.d0 * sums.d1
    let middle = ((sums.n0 / sums.d0 + sums.n1 / sums.d1) / 2).rounded(10)
    rows = pairs.map { pair in
      let moved = pair.d1 * sums.d0 - pair.d0 * sums.d1
      let whole = 2 * (pair.n1 * sums.d0 - pair.n0 * sums.d1) - 2 * middle * moved
      var own = Decimal(0)
      if pair.d0 > 0, pair.d1 > 0 {
        let weights = pair.d0 * sums.d1 + pair.d1 * sums.d0
        own = (weights * (pair.n1 / pair.d1 - pair.n0 / pair.d0)).rounded(6)
      }
      return Row(
        place: pair.place, before: pair.before, after: pair.after, ownAmount: own,
        weightAmount: whole - own, own: own * indicator.factor / scale,
        weight: (whole - own) * indicator.factor / scale)
    }
    finish(indicator)
  }

  private mutating func finish(_ indicator: Indicator) {
    changeAmount = rows.reduce(0) { $0 + $1.ownAmount + $1.weightAmount }
    change = changeAmount * indicator.factor / scale
    rows.sort { (abs($0.total), $1.place) > (abs($1.total), $0.place) }
  }
}
