import Foundation

/// The figures that were entered, found by indicator, place and year: of a whole country there are two
/// hundred thousand, of which none is kept twice.
struct EnteredFigures: Sendable {
  private let figures: [Figure]
  /// Places among the figures by slot; of several for one the last.
  private var places: [Int: Int32] = [:]

  init(_ figures: [Figure] = []) {
    self.figures = figures
    places.reserveCapacity(figures.count)
  }

  /// Has the figure at a place stand for a slot.
  mutating func put(_ place: Int, at slot: FigureTable.Slot) {
    places[Self.key(slot)] = Int32(clamping: place)
  }

  subscript(slot: FigureTable.Slot) -> Figure? {
    places[Self.key(slot)].map { figures[Int($0)] }
  }

  func has(_ slot: FigureTable.Slot) -> Bool { places[Self.key(slot)] != nil }

  /// What a figure adds to a sum; nil where there is none.
  ///
  /// Without the figure itself, of which a dozen texts would be held and let go.
  func numbers(
    at slot: FigureTable.Slot
  ) -> (numerator: Decimal?, denominator: Decimal?, flags: FigureFlags)? {
    places[Self.key(slot)].map { place in
      let place = Int(place)
      return (figures[place].numerator, figures[place].denominator, figures[place].flags)
    }
  }

  /// Where figures are, in no order.
  var slots: some Sequence<FigureTable.Slot> { places.keys.lazy.map { Self.slot($0) } }

  private static func key(_ slot: FigureTable.Slot) -> Int {
    slot.indicator << 40 | slot.year << 24 | slot.place
  }

  private static func slot(_ key: Int) -> FigureTable.Slot {
    .init(indicator: key >> 40, place: key & 0xFF_FFFF, year: key >> 24 & 0xFFFF)
  }
}
