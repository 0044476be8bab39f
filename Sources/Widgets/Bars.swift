import Cells

/// A bar of several parts, each of its height and colour, filling exactly its width.
public struct PartsBar {
  /// How high a part stands: colour is never the only carrier.
  public enum Height: Sendable { case whole, half, none }

  public var parts: [(count: Int, role: Role, height: Height)]

  public init(_ parts: [(count: Int, role: Role, height: Height)]) { self.parts = parts }

  /// Columns for each part: in proportion, every part that is not nothing at least one.
  public static func columns(for counts: [Int], in width: Int) -> [Int] {
    let total = counts.reduce(0, +)
    guard total > 0, width > 0 else { return counts.map { _ in 0 } }
    var columns = counts.map { $0 == 0 ? 0 : max(1, $0 * width / total) }
    while columns.reduce(0, +) > width {
      guard let widest = columns.indices.max(by: { columns[$0] < columns[$1] }),
        columns[widest] > 1
      else { break }
      columns[widest] -= 1
    }
    while columns.reduce(0, +) < width {
      let short = counts.indices.filter { counts[$0] > 0 }
      guard
        let next = short.max(by: {
          counts[$0] * width - columns[$0] * total < counts[$1] * width - columns[$1] * total
        })
      else { break }
      columns[next] += 1
    }
    return columns
  }

  public func draw(
    in area: Rect, on canvas: inout Canvas, symbols: Symbols, ground: Background = .none
  ) {
    let widths = Self.columns(for: parts.map(\.count), in: area.columns)
    var x = area.x
    for (part, width) in zip(parts, widths) where width > 0 {
      let mark =
        switch part.height {
        case .whole: symbols.bar
        case .half: symbols.halfBar
        case .none: symbols.empty
        }
      canvas.fill(
        Rect(x: x, y: area.y, columns: min(width, area.maxX - x), rows: 1), with: mark,
        style: Style(part.role, on: ground))
      x += width
    }
  }
}
