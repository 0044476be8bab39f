import Foundation

/// The figures that stand, by indicator, place and year, with the sums of their parts.
///
/// A place has the figure that was entered for it, or else the sum of its parts: a city of its
/// counties and its own level (市本级), the province of its cities and its own. Numerators are added
/// and denominators are added, never percentages. Where a part is missing the sum is of those that
/// are there, marked incomplete; an own level is missing only where one is known (`OwnLevels`).
public struct FigureTable: Sendable {
  public let divisions: Divisions
  public let book: IndicatorCatalogue
  /// The divisions, then the own levels; a slot's place is a position among them.
  private let places: [Division]
  private(set) var entered: EnteredFigures
  private var ownLevels = OwnLevels()
  /// Places by their position, so that a slot is three small numbers.
  private let positions: [Division.Code: Int]
  private let parts: [[Int]]
  /// The first and the last year with any figure; nil without figures.
  public private(set) var years: ClosedRange<Int>?
  /// The years that an indicator has figures of.
  private var yearsByIndicator: [Int: ClosedRange<Int>] = [:]
  /// What places with parts come to, computed once: by indicator with figures, year and rank.
  ///
  /// What a county comes to follows from its figure alone.
  private var readings: [Reading?] = []
  /// By place its rank among those with parts.
  private let ranks: [Int?]
  private let wholes: [Int]
  private var blocks: [Int: Int] = [:]

  struct Slot: Hashable {
    var indicator: Int
    var place: Int
    var year: Int
  }

  /// Takes the figures of whole years; those of parts of years and of indicators or places that
  /// are not known are left out.
  public init(_ figures: [Figure], _ book: IndicatorCatalogue, _ divisions: Divisions) {
    (self.book, self.divisions) = (book, divisions)
    let all = divisions.all + divisions.own
    places = all
    let positions = Dictionary(
      zip(all.map(\.id), all.indices), uniquingKeysWith: { first, _ in first })
    var parts = [[Int]](repeating: [], count: all.count)
    for (index, division) in all.enumerated() {
      if let parent = division.parent.flatMap({ positions[$0] }) { parts[parent].append(index) }
    }
    (self.positions, self.parts) = (positions, parts)
    var (ranks, wholes) = ([Int?](repeating: nil, count: all.count), [Int]())
    for place in all.indices where !parts[place].isEmpty {
      ranks[place] = wholes.count
      wholes.append(place)
    }
    (self.ranks, self.wholes) = (ranks, wholes)
    entered = EnteredFigures(figures)
    takeIn(figures)
    compute()
  }

  /// Reckons every place of every year, the parts before what they are parts of.
  private mutating func compute() {
    guard let years else { return }
    let order = wholes.sorted { places[$0].level > places[$1].level }
    ownLevels = OwnLevels(entered, places, parts)
    for indicator in yearsByIndicator.keys.sorted() { blocks[indicator] = blocks.count }
    readings = Array(repeating: nil, count: blocks.count * years.count * wholes.count)
    for indicator in blocks.keys {
      for year in years {
        for place in order {
          let slot = Slot(indicator: indicator, place: place, year: year)
          guard let position = position(of: slot) else { continue }
          readings[position] = computed(slot)
        }
      }
    }
  }

  private func position(of slot: Slot) -> Int? {
    guard let years, years.contains(slot.year), let block = blocks[slot.indicator] else {
      return nil
    }
    guard let rank = ranks[slot.place] else { return nil }
    return (block * years.count + slot.year - years.lowerBound) * wholes.count + rank
  }

  /// Of neighbours most have the same indicator and place: those are looked up once.
  private mutating func takeIn(_ figures: [Figure]) {
    var (indicator, place) = (("", Int?.none), ("", Int?.none))
    for number in figures.indices {
      guard case .year(let year) = figures[number].period else { continue }
      if figures[number].indicator != indicator.0 || number == 0 {
        indicator = (figures[number].indicator, book.position(of: figures[number].indicator))
      }
      if figures[number].place != place.0 || number == 0 {
        place = (figures[number].place, positions[figures[number].place])
      }
      guard let indicator = indicator.1, let place = place.1 else { continue }
      entered.put(number, at: Slot(indicator: indicator, place: place, year: year))
      years = Self.widened(years, by: year)
      yearsByIndicator[indicator] = Self.widened(yearsByIndicator[indicator], by: year)
    }
  }

  private static func widened(_ range: ClosedRange<Int>?, by year: Int) -> ClosedRange<Int> {
    guard let range else { return year...year }
    return min(range.lowerBound, year)...max(range.upperBound, year)
  }

  /// The first and the last year that an indicator has figures of.
  public func years(of indicator: Indicator.ID) -> ClosedRange<Int>? {
    book.position(of: indicator).flatMap { yearsByIndicator[$0] }
  }

  /// The figure that was entered for a place, whatever its parts say.
  public func figure(
    _ indicator: Indicator.ID, in place: Division.Code, _ year: Int
  ) -> Figure? {
    slot(indicator, place, year).flatMap { entered[$0] }
  }

  /// What an indicator comes to in a place and a year; nil where there is nothing at all.
  public func reading(
    _ indicator: Indicator.ID, in place: Division.Code, _ year: Int
  ) -> Reading? {
    slot(indicator, place, year).flatMap { reading($0) }
  }

  private func reading(_ slot: Slot) -> Reading? {
    ranks[slot.place] == nil
      ? entered[slot].map { reading(of: $0, slot, sum: nil) }
      : position(of: slot).flatMap { readings[$0] }
  }

  private func slot(
    _ indicator: Indicator.ID, _ place: Division.Code, _ year: Int
  ) -> Slot? {
    guard let indicator = book.position(of: indicator), let place = positions[place] else {
      return nil
    }
    return Slot(indicator: indicator, place: place, year: year)
  }

  /// The parts that an indicator of a place is added up from in some years: its divisions, and its
  /// own level where one is entered or known.
  public func parts(
    of place: Division.Code, _ indicator: Indicator.ID, in years: [Int]
  ) -> [Division.Code] {
    let divisions = divisions.parts(of: place).map(\.id)
    guard let own = self.divisions.own(of: place) else { return divisions }
    let isThere = years.contains { year in
      guard let slot = slot(indicator, own.id, year) else { return false }
      return entered.has(slot) || ownLevels.isKnown(slot)
    }
    return divisions + (isThere ? [own.id] : [])
  }

  /// What the own level of a place came to; nil where nothing was entered for it.
  public func ownReading(
    _ indicator: Indicator.ID, of place: Division.Code, _ year: Int
  ) -> Reading? {
    divisions.own(of: place).flatMap { reading(indicator, in: $0.id, year) }
  }

  private func computed(_ slot: Slot) -> Reading? {
    let sum = sum(slot)
    guard let figure = entered[slot] else { return sum }
    return reading(of: figure, slot, sum: sum)
  }

  private func reading(of figure: Figure, _ slot: Slot, sum: Reading?) -> Reading {
    Reading(
      place: figure.place, year: slot.year, numerator: figure.numerator,
      denominator: figure.denominator, value: book.all[slot.indicator].value(of: figure),
      flags: figure.flags, basis: .entered(figure), sum: sum.map { .init($0) })
  }

  /// What a part adds to a sum: of a county its figure as it is.
  private func share(_ slot: Slot) -> Share? {
    guard ranks[slot.place] == nil else {
      return reading(slot).map {
        Share(
          numerator: $0.numerator, denominator: $0.denominator, flags: $0.flags,
          missing: $0.missing)
      }
    }
    return entered.numbers(at: slot).map {
      Share(numerator: $0.numerator, denominator: $0.denominator, flags: $0.flags, missing: [])
    }
  }

  private struct Share {
    var numerator: Decimal?
    var denominator: Decimal?
    var flags: FigureFlags
    var missing: [Division.Code]
  }

  /// The sum of the parts of a place, each entered or a sum itself; nil where no part has any.
  private func sum(_ slot: Slot) -> Reading? {
    let parts = parts[slot.place]
    guard !parts.isEmpty else { return nil }
    let indicator = book.all[slot.indicator]
    var (numerator, denominator, flags) = (Decimal(0), Decimal(0), FigureFlags())
    var (there, missing): (Int, [Division.Code]) = (0, [])
    for part in parts {
      let own = Slot(indicator: slot.indicator, place: part, year: slot.year)
      let share = share(own)
      let code = places[part].id
      if share == nil, places[part].level == .own, !ownLevels.isKnown(own) { continue }
      guard let share, let above = share.numerator,
        indicator.denominator == nil || share.denominator != nil
      else {
        missing.append(code)
        continue
      }
      there += 1
      numerator += above
      denominator += share.denominator ?? 0
      flags.formUnion(share.flags)
      missing += share.missing
    }
    guard there > 0 else { return nil }
    let below = indicator.denominator == nil ? nil : denominator
    return Reading(
      place: places[slot.place].id, year: slot.year, numerator: numerator,
      denominator: below, value: indicator.value(numerator, over: below), flags: flags,
      basis: .summed(parts: there, missing: missing), sum: nil)
  }
}

/// What an indicator comes to in one place and one year (读数), and on what it rests.
public struct Reading: Hashable, Sendable {
  public enum Basis: Hashable, Sendable {
    indirect case entered(Figure)
    /// Added up from so many parts; `missing` are those without a figure, down to the county.
    case summed(parts: Int, missing: [Division.Code])
  }

  /// What the parts of a place with a figure of its own come to.
  public struct Sum: Hashable, Sendable {
    public var numerator: Decimal?
    public var denominator: Decimal?
    public var value: Decimal?
    public var missing: [Division.Code]

    init(_ reading: Reading) {
      (numerator, denominator) = (reading.numerator, reading.denominator)
      (value, missing) = (reading.value, reading.missing)
    }
  }

  public var place: Division.Code
  public var year: Int
  public var numerator: Decimal?
  public var denominator: Decimal?
  /// In the unit of the indicator; nil where it cannot be computed (denominator 0).
  public var value: Decimal?
  public var flags: FigureFlags
  public var basis: Basis
  /// The sum of the parts beside an entered figure; nil where no part has a figure.
  public var sum: Sum?

  public init(
    place: Division.Code, year: Int, numerator: Decimal?, denominator: Decimal?, value: Decimal?,
    flags: FigureFlags, basis: Basis, sum: Sum?
  ) {
    (self.place, self.year, self.numerator) = (place, year, numerator)
    (self.denominator, self.value, self.flags) = (denominator, value, flags)
    (self.basis, self.sum) = (basis, sum)
  }

  /// Places without a figure that a sum lacks.
  public var missing: [Division.Code] {
    guard case .summed(_, let missing) = basis else { return [] }
    return missing
  }

  /// False where it is a sum that lacks parts.
  public var isComplete: Bool { missing.isEmpty }

  /// How much the entered figure is above the complete sum of its parts; nil where there is no
  /// such sum or the two agree.
  public var difference: (numerator: Decimal, denominator: Decimal)? {
    guard let sum, sum.missing.isEmpty, let numerator, let other = sum.numerator else {
      return nil
    }
    let difference = (numerator - other, (denominator ?? 0) - (sum.denominator ?? 0))
    return difference == (0, 0) ? nil : difference
  }
}
