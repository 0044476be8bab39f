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

  /// All of them, in no order.
  var all: some Sequence<(slot: FigureTable.Slot, figure: Figure)> {
    places.lazy.map { key, place in (Self.slot(key), figures[Int(place)]) }
  }

  private static func key(_ slot: FigureTable.Slot) -> Int {
    slot.indicator << 40 | slot.year << 24 | slot.place
  }

  private static func slot(_ key: Int) -> FigureTable.Slot {
    .init(indicator: key >> 40, place: key & 0xFF_FFFF, year: key >> 24 & 0xFFFF)
  }
}
