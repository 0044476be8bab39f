import Cells

/// Looks whether a screen is whole: no half of a wide character, no row beyond the window, and every
/// frame closed on all its sides.
enum Wholeness {
  /// What is torn, in words; with `isCovered` only frames of what stands in front are looked at.
  static func faults(of canvas: Canvas, in size: Size, isCovered: Bool = false) -> [String] {
    guard canvas.size == size, canvas.cells.count == size.columns * size.rows else {
      return ["a canvas of \(canvas.size) in a window of \(size)"]
    }
    return halves(canvas) + frames(canvas, isCovered: isCovered)
  }

  private static func halves(_ canvas: Canvas) -> [String] {
    let (columns, rows) = (canvas.size.columns, canvas.size.rows)
    return (0..<rows).flatMap { y in
      (0..<columns).compactMap { x -> String? in
        let cell = canvas[x, y]
        if cell.isRightHalf {
          let isWhole = x > 0 && width(of: canvas[x - 1, y], canvas.ruler) == 2
          return isWhole ? nil : "a right half alone at \(x),\(y)"
        }
        guard width(of: cell, canvas.ruler) == 2 else { return nil }
        let isWhole = x + 1 < columns && canvas[x + 1, y].isRightHalf
        return isWhole ? nil : "a left half alone at \(x),\(y)"
      }
    }
  }

  private static func width(of cell: Cell, _ ruler: Ruler) -> Int {
    cell.character.unicodeScalars.first.map { ruler.columns(of: $0) } ?? 1
  }

  private static func frames(_ canvas: Canvas, isCovered: Bool) -> [String] {
    let (columns, rows) = (canvas.size.columns, canvas.size.rows)
    var faults: [String] = []
    for y in 0..<rows {
      for x in 0..<columns where canvas[x, y].character == "╭" {
        guard !isCovered || canvas[x, y].style.ground == .raised else { continue }
        guard let right = (x..<columns).first(where: { canvas[$0, y].character == "╮" }) else {
          faults.append("no right corner from \(x),\(y)")
          continue
        }
        guard
          let bottom = ((y + 1)..<rows).first(where: { canvas[x, $0].character != "│" }),
          canvas[x, bottom].character == "╰", canvas[right, bottom].character == "╯"
        else {
          faults.append("the frame at \(x),\(y) is not closed below")
          continue
        }
        for row in (y + 1)..<bottom where canvas[right, row].character != "│" {
          faults.append("the frame at \(x),\(y) is open in row \(row)")
        }
      }
    }
    return faults
  }
}
