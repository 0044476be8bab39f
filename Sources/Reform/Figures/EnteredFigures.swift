import Foundation

/// The figures that were entered, found by indicator, place and year: of a whole country there are two
/// hundred thousand, of which none is kept twice.
struct EnteredFigures: Sendable {
  /// Where the figures of an indicator and a year are found.
  struct Row: Hashable, Sendable {
    var indicator: Int
    var year: Int
    var number: Int

    func slot(_ place: Int) -> FigureTable.Slot {
      .init(indicator: indicator, place: place, year: year)
    }
  }

  private let figures: [Figure]
  private let width: Int
  private(set) var rows: [Row] = []
  private var numbers: [Int: Int] = [:]
  /// By row and place the position of a figure, and -1 for none; of several for one the last.
  private var positions: [[Int32]] = []

  init(_ figures: [Figure] = [], of places: Int = 0) { (self.figures, width) = (figures, places) }

  /// The row of an indicator and a year; nil without any figure.
  func row(_ indicator: Int, _ year: Int) -> Row? {
    numbers[Self.key(indicator, year)].map { rows[$0] }
  }

  /// The same for a figure that is to be put.
  mutating func openRow(_ indicator: Int, _ year: Int) -> Row {
    if let row = row(indicator, year) { return row }
    let row = Row(indicator: indicator, year: year, number: rows.count)
    numbers[Self.key(indicator, year)] = row.number
    rows.append(row)
    positions.append([Int32](repeating: -1, count: width))
    return row
  }

  private static func key(_ indicator: Int, _ year: Int) -> Int { indicator << 16 | year }

  /// Has the figure at a position stand for a place.
  mutating func put(_ position: Int, in row: Row, at place: Int) {
    positions[row.number][place] = Int32(clamping: position)
  }

  /// Where among the figures that of a place stands; nil without one.
  func position(_ row: Row, _ place: Int) -> Int? {
    let position = positions[row.number][place]
    return position < 0 ? nil : Int(position)
  }

  subscript(row: Row, place: Int) -> Figure? { position(row, place).map { figures[$0] } }

  subscript(slot: FigureTable.Slot) -> Figure? {
    row(slot.indicator, slot.year).flatMap { self[$0, slot.place] }
  }

  func has(_ slot: FigureTable.Slot) -> Bool {
    row(slot.indicator, slot.year).map { position($0, slot.place) != nil } ?? false
  }

  /// What a figure adds to a sum: without the figure itself, of which a dozen texts would be held and let go.
  func numbers(
    at position: Int
  ) -> (numerator: Decimal?, denominator: Decimal?, flags: FigureFlags) {
    (figures[position].numerator, figures[position].denominator, figures[position].flags)
  }
}
