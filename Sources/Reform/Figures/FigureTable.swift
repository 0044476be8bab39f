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
  /// What the parts of places with parts come to, by the row of their figures, then by rank.
  ///
  /// Added up once; what a place comes to follows from that and from its own figure.
  private var sums: [[PartSum?]] = []
  /// By place its rank among those with parts.
  private let ranks: [Int?]
  private let wholes: [Int]

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
    entered = EnteredFigures(figures, of: all.count)
    takeIn(figures)
    addUp()
  }

  /// Adds up the parts of every place, the parts before what they are parts of.
  private mutating func addUp() {
    let order = wholes.sorted { places[$0].level > places[$1].level }
    ownLevels = OwnLevels(entered, places, parts)
    sums = entered.rows.map { row in
      var sums = [PartSum?](repeating: nil, count: wholes.count)
      for place in order {
        if let rank = ranks[place] { sums[rank] = sum(of: place, in: row, beside: sums) }
      }
      return sums
    }
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
      entered.put(number, in: entered.openRow(indicator, year), at: place)
    }
    for row in entered.rows {
      years = Self.widened(years, by: row.year)
      yearsByIndicator[row.indicator] = Self.widened(yearsByIndicator[row.indicator], by: row.year)
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
    guard let row = entered.row(slot.indicator, slot.year) else { return nil }
    let indicator = book.all[slot.indicator]
    let sum = ranks[slot.place].flatMap { sums[row.number][$0] }.map {
      Reading($0, of: indicator, in: places[slot.place].id, slot.year)
    }
    guard let figure = entered[row, slot.place] else { return sum }
    return Reading(figure, of: indicator, slot.year, sum: sum)
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

  /// The sum of the parts of a place, each entered or a sum itself; nil where no part has any.
  private func sum(
    of place: Int, in row: EnteredFigures.Row, beside sums: [PartSum?]
  ) -> PartSum? {
    let needsBoth = book.all[row.indicator].denominator != nil
    var sum = PartSum()
    for part in parts[place] {
      if let figure = entered.position(row, part) {
        let isAdded = sum.add(entered.numbers(at: figure), needsBoth: needsBoth)
        if !isAdded { sum.missing.append(places[part].id) }
      } else if let rank = ranks[part], let share = sums[rank] {
        sum.add(share)
      } else if places[part].level != .own || ownLevels.isKnown(row.slot(part)) {
        sum.missing.append(places[part].id)
      }
    }
    return sum.parts > 0 ? sum : nil
  }
}
