/// How much of a rectangle one part takes.
public enum Split: Hashable, Sendable {
  /// So many rows or columns, as long as there are any left.
  case fixed(Int)
  /// A part of what the fixed ones leave, by weight.
  case share(Int)

  /// The lengths the parts take of the whole; shares come out even and use up every cell.
  static func lengths(_ parts: [Split], of whole: Int) -> [Int] {
    var left = whole
    var lengths = parts.map { part in
      guard case .fixed(let wanted) = part else { return 0 }
      let taken = min(max(0, wanted), left)
      left -= taken
      return taken
    }
    var weights = parts.reduce(0) { $0 + $1.weight }
    for (index, part) in parts.enumerated() where part.weight > 0 {
      lengths[index] = (left * part.weight + weights / 2) / weights
      left -= lengths[index]
      weights -= part.weight
    }
    return lengths
  }

  private var weight: Int {
    guard case .share(let weight) = self else { return 0 }
    return max(0, weight)
  }
}

extension Rect {
  /// The parts from top to bottom.
  ///
  /// Fixed parts are served first, in order; when there is too little room the last ones are empty.
  public func splitRows(_ parts: [Split]) -> [Rect] {
    var top = y
    return Split.lengths(parts, of: rows).map { length in
      defer { top += length }
      return Rect(x: x, y: top, columns: columns, rows: length)
    }
  }

  /// The parts from left to right, by the same rules as `splitRows`.
  public func splitColumns(_ parts: [Split]) -> [Rect] {
    var left = x
    return Split.lengths(parts, of: columns).map { length in
      defer { left += length }
      return Rect(x: left, y: y, columns: length, rows: rows)
    }
  }

  /// The uppermost rows, as many as there are.
  public func prefix(rows count: Int) -> Rect {
    Rect(x: x, y: y, columns: columns, rows: min(max(0, count), rows))
  }

  /// All but the uppermost rows.
  public func dropping(rows count: Int) -> Rect { suffix(rows: rows - max(0, count)) }

  /// The lowest rows, as many as there are.
  public func suffix(rows count: Int) -> Rect {
    let kept = min(max(0, count), rows)
    return Rect(x: x, y: maxY - kept, columns: columns, rows: kept)
  }

  /// The leftmost columns, as many as there are.
  public func prefix(columns count: Int) -> Rect {
    Rect(x: x, y: y, columns: min(max(0, count), columns), rows: rows)
  }

  /// All but the leftmost columns.
  public func dropping(columns count: Int) -> Rect { suffix(columns: columns - max(0, count)) }

  /// The rightmost columns, as many as there are.
  public func suffix(columns count: Int) -> Rect {
    let kept = min(max(0, count), columns)
    return Rect(x: maxX - kept, y: y, columns: kept, rows: rows)
  }
}
