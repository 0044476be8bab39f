import Cells
import Reform
import Widgets

/// The columns of a list of indicators: light, name, last value, change and shape.
struct IndicatorColumns: Equatable, Sendable {
  private let language: Language
  private let symbols: Symbols
  private let value: Int
  private let change: Int
  private let spark: Int

  init(_ lines: [IndicatorBoard.Line], width: Int, _ frame: Frame) {
    self.init(lines, width: width, frame.language, frame.symbols, frame.ruler)
  }

  /// The shape gives way first, then the change, then the end of the name.
  init(
    _ lines: [IndicatorBoard.Line], width: Int, _ language: Language, _ symbols: Symbols,
    _ ruler: Ruler
  ) {
    (self.language, self.symbols) = (language, symbols)
    func widest(_ words: [String]) -> Int { words.map { ruler.columns(of: $0) }.max() ?? 0 }
    value = min(12, widest(lines.map { $0.lastWords(language) }))
    let name = widest(lines.map { $0.indicator.short(language) })
    let room = width - (language == .zh ? 3 : 4) - min(name, width / 2) - value - 2
    let changes = widest(lines.map { $0.last?.change ?? "" })
    change = room >= changes + 5 ? changes : 0
    let years = lines.reduce(0) { max($0, $1.years.count) }
    spark = max(3, min(12, years, room - (change > 0 ? change + 1 : 0)))
  }

  func draw(
    _ line: IndicatorBoard.Line, in row: Rect, _ ground: Background, on frame: inout Frame
  ) {
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    let isKnown = line.last != nil
    if isKnown { frame.light(line.signal, x: row.x, y: row.y, on: ground) }
    let shape = Rect(x: row.maxX - spark, y: row.y, columns: spark, rows: 1)
    // The last year at the right edge, whatever the first is.
    Sparkline(line.years.suffix(spark).map(\.height), style: Style(.accent, on: ground))
      .draw(in: shape, on: &frame.canvas, symbols: symbols)
    var end = shape.x - 1
    if change > 0 {
      frame.putRight(
        line.last?.change ?? "", maxX: end, y: row.y, width: change,
        Style(line.changeRole, on: ground))
      end -= change + 1
    }
    let words = line.lastWords(language)
    frame.putRight(words, maxX: end, y: row.y, width: value, Style(on: ground, bold: true))
    let x = row.x + frame.lightWidth + 1
    frame.put(
      line.indicator.short(language), x: x, y: row.y,
      width: end - frame.ruler.columns(of: words) - x - 1,
      Style(isKnown ? .plain : .faint, on: ground))
  }
}

extension IndicatorBoard.Line {
  /// The last value with its unit where that is a sign, `31.25%`.
  func lastWords(_ language: Language) -> String {
    guard let last else { return "-" }
    return last.value + sign
  }

  /// The unit where it is written close to the number.
  var sign: String {
    [.percent, .perThousand].contains(indicator.unit) ? indicator.unit.rawValue : ""
  }

  /// Better, worse, or merely different where the documents give no direction.
  var changeRole: Role {
    guard let rise = last?.rise, rise != 0, let direction = indicator.direction else {
      return .plain
    }
    return (rise > 0) == (direction == .up) ? .good : .bad
  }
}
