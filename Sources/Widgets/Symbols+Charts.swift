/// The symbols of charts, one column each in every terminal.
extension Symbols {
  private var isPlain: Bool { plot == .ascii }

  /// The line of a target.
  var targetLine: Character { isPlain ? "-" : "╌" }
  /// The line of a benchmark.
  var benchmarkLine: Character { isPlain ? "." : "╴" }
  /// Where a series breaks.
  var breakLine: Character { isPlain ? ":" : "╎" }
  /// A point that stands alone.
  var point: Character { isPlain ? "o" : "▪" }
  /// A point that is not reached yet.
  var pointAhead: Character { isASCII ? "O" : "▫" }
  /// The way to it.
  var pathAhead: Character { isPlain ? "." : "⠒" }
  /// The foot of an axis that does not begin at nought.
  var cutAxis: Character { isASCII ? "/" : "╱" }
  /// Where a bar's target lies.
  var targetTick: Character { isPlain ? "|" : "╎" }
  /// Sorted upwards, sorted downwards.
  public var ascending: Character { isPlain ? "^" : "▴" }
  public var descending: Character { isPlain ? "v" : "▾" }

  /// Eighths of a cell from its lower edge, none first.
  static let eighths: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Heights of a series drawn in one row, the lowest first.
  var heights: [Character] {
    plot == .ascii ? Self.steps : Array(Self.eighths.dropFirst())
  }

  /// The same where one column a value must do: blocks wherever they are one column wide, none of
  /// the whole height, so that rows do not run into one another.
  var sparks: [Character] { isASCII ? Self.steps : Array(Self.eighths[1...7]) }

  private static let steps: [Character] = ["_", ".", "-", "=", "*", "#"]

  /// Eighths of a cell from its left edge, none first.
  var leftEighths: [Character] {
    isASCII
      ? [" ", " ", " ", " ", "=", "=", "=", "=", "#"]
      : [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  }

  /// Signs of five levels, the lowest first: light or colour is never the only carrier.
  public var levels: [Character] {
    isASCII ? ["1", "2", "3", "4", "5", "6"] : ["▁", "▂", "▃", "▅", "▆", "█"]
  }
}
