import Foundation

/// What is computed from the figures that stand: values, trends, gaps, ranks, explanations.
public struct IndicatorReport: Sendable {
  public let figures: FigureTable
  /// Targets of documents, then those of the office.
  public let targets: [Target]

  public init(_ figures: FigureTable, targets: [Target]) {
    (self.figures, self.targets) = (figures, targets)
  }

  /// Over the figures and targets that a ledger gave.
  public init(
    _ figures: [Figure], set targets: [Target] = [], _ book: IndicatorCatalogue,
    _ divisions: Divisions
  ) {
    self.init(FigureTable(figures, book, divisions), targets: book.targets + targets)
  }

  public var book: IndicatorCatalogue { figures.book }
  public var divisions: Divisions { figures.divisions }

  public func reading(
    _ indicator: Indicator.ID, in place: Division.Code, _ year: Int
  ) -> Reading? {
    figures.reading(indicator, in: place, year)
  }

  /// How an indicator went in a place over some years; over all that have figures by default.
  public func trend(
    _ indicator: Indicator.ID, in place: Division.Code, over years: ClosedRange<Int>? = nil
  ) -> Trend? {
    guard let known = book[indicator], let years = years ?? figures.years(of: indicator) else {
      return nil
    }
    let readings = years.map { year in (year, figures.reading(indicator, in: place, year)) }
    return Trend(known, place: place, readings)
  }

  /// The target that an indicator is held against in a place and a year; nil where none holds.
  ///
  /// Of several the one of the nearest year not yet over; then one that always holds; then the
  /// last one that is over. Of equals the one set last.
  public func target(
    of indicator: Indicator.ID, in place: Division.Code, _ year: Int
  ) -> Target? {
    let holding = targets.filter { $0.indicator == indicator && $0.holds(in: place, divisions) }
    func last(_ wanted: Int?) -> Target? { holding.last { $0.year == wanted } }
    let years = holding.compactMap(\.year)
    if let next = years.filter({ $0 >= year }).min() { return last(next) }
    return last(nil) ?? years.max().flatMap { last($0) }
  }

  /// How far a place is from its target in a year; nil without a value or a target.
  public func gap(
    _ indicator: Indicator.ID, in place: Division.Code, _ year: Int
  ) -> TargetGap? {
    guard let known = book[indicator], let target = target(of: indicator, in: place, year),
      let reading = figures.reading(indicator, in: place, year)
    else { return nil }
    let pace = Trend.pace(upTo: year) { figures.reading(indicator, in: place, $0) }
    return TargetGap(known, reading, target, pace: pace)
  }

  /// The change on the year before, in the unit of the indicator; nil unless both are complete and
  /// comparable.
  public func change(
    _ indicator: Indicator.ID, in place: Division.Code, _ year: Int
  ) -> Decimal? {
    guard !isBreak(indicator, in: place, year) else { return nil }
    return difference(indicator, in: place, year)
  }

  /// What the value differs by from the year before across a break in the series; nil without one.
  public func changeAcrossBreak(
    _ indicator: Indicator.ID, in place: Division.Code, _ year: Int
  ) -> Decimal? {
    guard isBreak(indicator, in: place, year) else { return nil }
    return difference(indicator, in: place, year)
  }

  /// Whether a year is not comparable with the one before it.
  public func isBreak(_ indicator: Indicator.ID, in place: Division.Code, _ year: Int) -> Bool {
    figures.reading(indicator, in: place, year)?.flags.contains(.breakInSeries) ?? false
  }

  private func difference(
    _ indicator: Indicator.ID, in place: Division.Code, _ year: Int
  ) -> Decimal? {
    guard let now = figures.reading(indicator, in: place, year), now.isComplete,
      let before = figures.reading(indicator, in: place, year - 1), before.isComplete,
      let value = now.value, let earlier = before.value
    else { return nil }
    return value - earlier
  }
}

/// How an indicator went in a place from year to year (走势).
public struct Trend: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var year: Int
    /// Nil where nothing was sent.
    public var reading: Reading?
    /// On the year before, in the unit of the indicator (percentage points); nil unless both years
    /// have a complete value and are comparable.
    public var change: Decimal?
    /// The difference across a break in the series, which is no change of what is measured.
    public var changeAcrossBreak: Decimal?
    /// True where it is not comparable with the year before.
    public var isBreak: Bool { reading?.flags.contains(.breakInSeries) ?? false }
    public var value: Decimal? { reading?.value }
  }

  /// The pace is taken over at most so many years.
  public static let paceYears = 3

  public var indicator: Indicator.ID
  public var place: Division.Code
  /// One for every year, in order.
  public var points: [Point]

  public init(_ indicator: Indicator, place: Division.Code, _ readings: [(Int, Reading?)]) {
    (self.indicator, self.place, points) = (indicator.id, place, [])
    var before: (year: Int, reading: Reading)?
    for (year, reading) in readings {
      var point = Point(year: year, reading: reading)
      if let reading, reading.isComplete, let value = reading.value,
        let before, before.year == year - 1, before.reading.isComplete,
        let earlier = before.reading.value
      {
        if point.isBreak {
          point.changeAcrossBreak = value - earlier
        } else {
          point.change = value - earlier
        }
      }
      points.append(point)
      before = reading.map { (year, $0) }
    }
  }

  /// The present pace: the mean change a year over at most the last three years up to a year.
  ///
  /// Only over years with complete values that are comparable: a break in the series, a missing or
  /// an incomplete year ends the span. Nil where that leaves a single year.
  public func pace(upTo year: Int) -> Pace? {
    Self.pace(upTo: year) { year in points.first { $0.year == year }?.reading }
  }

  /// The same over readings that are looked up by year.
  static func pace(upTo year: Int, _ reading: (Int) -> Reading?) -> Pace? {
    guard let last = reading(year), last.isComplete, let value = last.value else { return nil }
    var (first, span) = (value, 0)
    var current = last
    while span < paceYears, !current.flags.contains(.breakInSeries),
      let earlier = reading(year - span - 1), earlier.isComplete, let before = earlier.value
    {
      (first, span, current) = (before, span + 1, earlier)
    }
    return span == 0 ? nil : Pace(yearly: (value - first) / Decimal(span), years: span)
  }
}

/// The mean change a year (速度), and how many changes from year to year it rests on.
public struct Pace: Hashable, Sendable {
  /// In the unit of the indicator.
  public var yearly: Decimal
  public var years: Int

  public init(yearly: Decimal, years: Int) { (self.yearly, self.years) = (yearly, years) }
}

/// How far a place is from a target (差距).
public struct TargetGap: Hashable, Sendable {
  public var target: Target
  public var isMet: Bool
  /// What the value must still change by, in the unit of the indicator: above 0 up, below 0 down;
  /// 0 where the target is met.
  public var value: Decimal
  /// The same in the unit of the numerator, the denominator staying as it is (还差 3,214 万元).
  ///
  /// Target × denominator ÷ factor − numerator; nil where the parts are not known.
  public var numerator: Decimal?
  /// Whether `numerator` holds only while the denominator stays as it is.
  public var holdsDenominator: Bool
  /// What the value must change by in each year that is left; nil where the target has no year, or
  /// where it is over.
  public var paceNeeded: Decimal?
  /// The mean change a year at present; nil where it cannot be told.
  public var pace: Decimal?
  /// How many changes from year to year that pace rests on, at most `Trend.paceYears`.
  public var paceYears: Int?
  /// The year by whose end the target is reached at the present pace; nil where it never is, or
  /// not within 50 years.
  public var yearReached: Int?

  public init(_ indicator: Indicator, _ reading: Reading, _ target: Target, pace: Pace?) {
    (self.target, self.pace, paceYears) = (target, pace?.yearly, pace?.years)
    holdsDenominator = indicator.denominator != nil
    let value = reading.value
    isMet = value.map { target.isMet(by: $0) } ?? false
    guard let value, !isMet else {
      (self.value, numerator) = (0, value == nil ? nil : 0)
      yearReached = isMet ? reading.year : nil
      return
    }
    let aim = Self.aim(of: target, from: value)
    self.value = aim - value
    numerator = Self.numerator(indicator, reading, aim: aim)
    if let year = target.year, year > reading.year {
      paceNeeded = (aim - value) / Decimal(year - reading.year)
    }
    yearReached = pace.flatMap {
      Self.yearReached(aim - value, pace: $0.yearly, from: reading.year)
    }
  }

  /// The nearer end of a range, or the value of the target.
  private static func aim(of target: Target, from value: Decimal) -> Decimal {
    guard target.op == .range, let upper = target.upper, value > upper else { return target.value }
    return upper
  }

  private static func numerator(
    _ indicator: Indicator, _ reading: Reading, aim: Decimal
  ) -> Decimal? {
    guard let numerator = reading.numerator else { return nil }
    guard indicator.denominator != nil else { return aim / indicator.factor - numerator }
    return reading.denominator.map { aim * $0 / indicator.factor - numerator }
  }

  private static func yearReached(_ distance: Decimal, pace: Decimal, from year: Int) -> Int? {
    guard pace != 0, (pace > 0) == (distance > 0) else { return nil }
    var (quotient, steps) = (distance / pace, Decimal())
    NSDecimalRound(&steps, &quotient, 0, .up)
    return steps <= 50 ? year + NSDecimalNumber(decimal: steps).intValue : nil
  }
}
