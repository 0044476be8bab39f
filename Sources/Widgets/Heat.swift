import Cells

/// Six levels of a measure: a ground, a sign and a place among the others.
public struct Heat: Hashable, Sendable {
  public enum Direction: Sendable { case up, down }

  /// One of six levels, the lowest value first; nil stands for nothing known.
  public typealias Level = Int

  public let low: Double
  public let high: Double
  /// Where levels 1 to 5 begin, whatever is shown; nil where the steps follow the values.
  public let steps: [Double]?
  /// Whether more is better; nil where nobody says so, and then no level is coloured as bad.
  public var direction: Direction?

  /// Six steps of equal width between the lowest and the highest value.
  public init(_ values: [Double], direction: Direction?) {
    let known = values.filter(Scale.canShow)
    (low, high, self.direction) = (known.min() ?? 0, known.max() ?? 0, direction)
    steps = nil
  }

  /// Six fixed steps: the same value has the same level on every screen and every day.
  public init(steps: [Double], direction: Direction?) {
    (low, high, self.direction) = (steps.first ?? 0, steps.last ?? 0, direction)
    self.steps = Array(steps.prefix(5))
  }

  /// The level of a value, 0 to 5; 2 where all values are the same.
  public func level(of value: Double?) -> Level? {
    guard let value, Scale.canShow(value) else { return nil }
    if let steps { return steps.count { value >= $0 } }
    guard high > low else { return 2 }
    return max(0, min(5, Int((value - low) / (high - low) * 6)))
  }

  /// The ground of a level: from bad to good, or merely from little to much.
  public func ground(of level: Level?) -> Background {
    guard let level, (0..<6).contains(level) else { return .heatNone }
    switch direction {
    case .up: return [.heat0, .heat1, .heat2, .heat3, .heat4, .heat5][level]
    case .down: return [.heat5, .heat4, .heat3, .heat2, .heat1, .heat0][level]
    case nil: return [.tone0, .tone1, .tone2, .tone3, .tone4, .tone5][level]
    }
  }

  /// What fixed steps stand for, each after its sign: `▁<50 ▂50 ▃60 ▅70 ▆80 █90+`; empty without them.
  public func legend(symbols: Symbols) -> String {
    guard let steps, let first = steps.first else { return "" }
    let words =
      ["<\(Int(first))"] + steps.dropLast().map { "\(Int($0))" }
      + steps.suffix(1).map { "\(Int($0))+" }
    return words.enumerated().map { String(Self.sign(of: $0, symbols: symbols)) + $1 }
      .joined(separator: " ")
  }

  /// The sign of a level, one column wide: how high the value lies, whatever that is worth.
  public static func sign(of level: Level?, symbols: Symbols) -> Character {
    guard let level, symbols.levels.indices.contains(level) else { return "-" }
    return symbols.levels[level]
  }
}

extension Heat {
  /// Draws a value on the ground of its level, its sign before it where there is room.
  public func draw(
    _ text: String, level: Level?, in area: Rect, on canvas: inout Canvas, symbols: Symbols,
    isSelected: Bool = false
  ) {
    let area = canvas.bounds.intersection(area)
    guard !area.isEmpty else { return }
    let style = Style(.plain, on: ground(of: level), bold: isSelected, underlined: isSelected)
    canvas.fill(area, with: " ", style: style)
    let y = area.y + (area.rows - 1) / 2
    let width = canvas.ruler.columns(of: text)
    let hasSign = area.columns >= width + 3 || text.isEmpty
    if hasSign {
      let sign = isSelected ? symbols.pointer : Self.sign(of: level, symbols: symbols)
      canvas.put(
        String(sign), at: Point(x: area.x, y: y), style: style,
        in: area)
    }
    let shown = canvas.ruler.cut(text, to: area.columns)
    let x = area.maxX - canvas.ruler.columns(of: shown) - (area.columns > width ? 1 : 0)
    canvas.put(shown, at: Point(x: x, y: y), style: style, in: area)
  }
}
