/// The marks of charts, one column each in every terminal.
extension Marks {
  private var isPlain: Bool { plot == .ascii }

  /// The line of a target.
  var targetLine: Character { isPlain ? "-" : "╌" }
  /// The line of a benchmark.
  var benchmarkLine: Character { isPlain ? "." : "╴" }
  /// Where a series breaks.
  var breakLine: Character { isPlain ? ":" : "╎" }
  /// A point that stands alone.
  var point: Character { isPlain ? "o" : "▪" }
  /// Where a bar's target lies.
  var targetTick: Character { isPlain ? "|" : "╎" }
  /// Sorted upwards, sorted downwards.
  public var ascending: Character { isPlain ? "^" : "▴" }
  public var descending: Character { isPlain ? "v" : "▾" }

  /// Eighths of a cell from its lower edge, none first.
  static let eighths: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Heights of a series drawn in one row, the lowest first.
  var heights: [Character] {
    plot == .ascii ? ["_", ".", "-", "=", "*", "#"] : Array(Self.eighths.dropFirst())
  }

  /// Eighths of a cell from its left edge, none first.
  var leftEighths: [Character] {
    isASCII
      ? [" ", " ", " ", " ", "=", "=", "=", "=", "#"]
      : [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  }

  /// Signs of five levels, the lowest first: light or colour is never the only carrier.
  var levels: [Character] {
    isASCII ? ["1", "2", "3", "4", "5"] : ["▁", "▂", "▄", "▆", "█"]
  }
}
