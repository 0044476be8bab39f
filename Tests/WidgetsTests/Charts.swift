import Cells
import TestSupport

@testable import Widgets

/// The three ways of drawing charts, each with narrow and wide ambiguous characters.
enum Charts {
  static let symbols: [Symbols] = [
    Symbols(plot: .braille), Symbols(plot: .blocks), Symbols(.ascii),
    Symbols(plot: .braille, ruler: Ruler(ambiguous: 2)),
    Symbols(plot: .blocks, ruler: Ruler(ambiguous: 2)),
  ]

  /// Figures that wander, with holes.
  static func series(_ dice: inout Dice, count: Int, holes: Bool = true) -> [Double?] {
    let (start, reach) = (Double(dice.roll(2_000)) - 500, Double(1 + dice.roll(400)))
    return (0..<count).map { _ in
      if holes, dice.roll(5) == 0 { return nil }
      return start + reach * Double(dice.roll(1_000)) / 1_000
    }
  }

  static func canvas(_ columns: Int, _ rows: Int, _ symbols: Symbols = Symbols()) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows))
  }

  /// The dots set in a rectangle, by column and row of dots.
  static func dots(_ canvas: Canvas, in area: Rect) -> Set<Point> {
    var found: Set<Point> = []
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX {
        let scalar = canvas[x, y].scalar
        guard (0x2800...0x28FF).contains(scalar) else { continue }
        for (row, bits) in DotGrid.dots.enumerated() {
          for (column, bit) in bits.enumerated() where (scalar - 0x2800) & UInt32(bit) != 0 {
            found.insert(Point(x: (x - area.x) * 2 + column, y: (y - area.y) * 4 + row))
          }
        }
      }
    }
    return found
  }
}
