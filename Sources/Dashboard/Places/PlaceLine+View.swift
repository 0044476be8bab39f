import Cells
import Reform
import Widgets

/// An indicator of a place in words: value, change, ranks and shape.
struct PlaceFigure: Equatable, Sendable {
  var name: String
  var value: String
  var change: String
  var role: Role
  var rank: String
  /// The ranks of a county; nil where it has none.
  var pools: [PoolRanks.Pool: String]?
  var trend: [Double?]

  init(_ line: PlaceReport.Line, _ indicator: Indicator, in language: Language) {
    let words = PlaceLine.figure(line, indicator, in: language)
    (name, value, change) = (indicator.short(language), words[0], words[1])
    (role, rank) = (PlaceLine.role(line, indicator), words[2])
    pools = line.pools.map { $0.ranks.mapValues(\.shown) }
    trend = line.trend.map { $0?.approximate }
  }
}

extension PlaceLine.Shape {
  func draw(in row: Rect, _ ground: Background, on frame: inout Frame) {
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    let (x, y, width) = (row.x + 1, row.y, row.columns - 2)
    switch self {
    case .blank: break
    case .heading(let words, let remark): drawHeading(words, remark, in: row, on: &frame)
    case .words(let words, let role):
      frame.put(words, x: x, y: y, width: width, Style(role, on: ground))
    case .pair(let left, let right, let role):
      let taken = min(frame.ruler.columns(of: right), width * 3 / 5)
      frame.put(left, x: x, y: y, width: width - taken - 1, Style(on: ground))
      frame.putRight(right, maxX: row.maxX - 1, y: y, width: taken, Style(role, on: ground))
    case .statuses(let counts, let part): drawStatuses(counts, part, in: row, ground, on: &frame)
    case .lights(let counts, let part): drawLights(counts, part, in: row, ground, on: &frame)
    case .task(let owed): frame.owed(owed, in: row, ground)
    case .figure(let figure): draw(figure, in: row, ground, on: &frame)
    case .check(let isDone, let words, let evidence):
      let mark = isDone ? String(frame.symbols.tick) : "-"
      frame.put(mark, x: x, y: y, Style(isDone ? .good : .faint, on: ground, bold: true))
      let taken = min(frame.ruler.columns(of: evidence), width * 3 / 5)
      frame.put(words, x: x + 2, y: y, width: width - taken - 3, Style(on: ground))
      frame.putRight(evidence, maxX: row.maxX - 1, y: y, width: taken, Style(.faint, on: ground))
    }
  }

  private func drawHeading(
    _ words: String, _ remark: String, in row: Rect, on frame: inout Frame
  ) {
    let used = frame.put(
      words + " ", x: row.x + 1, y: row.y, width: row.columns - 2, Style(.title, bold: true))
    let taken = min(frame.ruler.columns(of: remark), max(0, row.columns - used - 6))
    let end = row.maxX - 1 - (taken > 0 ? taken + 1 : 0)
    frame.canvas.fill(
      Rect(x: row.x + 1 + used, y: row.y, columns: max(0, end - row.x - 1 - used), rows: 1),
      with: frame.symbols.horizontal, style: Style(.border))
    frame.putRight(remark, maxX: row.maxX - 1, y: row.y, width: taken, Style(.faint))
  }

  private func drawStatuses(
    _ counts: StatusCounts, _ part: Range<Int>, in row: Rect, _ ground: Background,
    on frame: inout Frame
  ) {
    var x = row.x + 1
    for status in Status.allCases[part] {
      let number = "\(counts[status])"
      let words = Words.status(status)(frame.language) + " "
      x += frame.put(words, x: x, y: row.y, Style(on: ground))
      x += frame.put(number, x: x, y: row.y, Style(status.role, on: ground, bold: true)) + 2
    }
    let bar = Rect(x: x, y: row.y, columns: max(0, row.maxX - x - 1), rows: 1)
    guard bar.columns >= 8, part == Status.allCases.indices else { return }
    PartsBar([
      (counts.finished, .good, .whole), (counts[.underway], .progress, .half),
      (counts[.notStarted] + counts[.suspended], .faint, .none),
    ]).draw(in: bar, on: &frame.canvas, symbols: frame.symbols, ground: ground)
  }

  private func drawLights(
    _ counts: SignalCounts, _ part: Range<Int>, in row: Rect, _ ground: Background,
    on frame: inout Frame
  ) {
    let widths = Signal.gravest[part].map { frame.lightWidth + 1 + "\(counts[$0])".count }
    let isTight = widths.reduce(0, +) + 3 * (part.count - 1) > row.columns - 2
    var x = row.x + 1
    for signal in Signal.gravest[part] {
      frame.light(signal, x: x, y: row.y)
      x += frame.lightWidth + 1
      let style = Style(signal.role, on: ground, bold: true)
      x += frame.put("\(counts[signal])", x: x, y: row.y, style) + (isTight ? 1 : 3)
    }
  }

  private func draw(
    _ figure: PlaceFigure, in row: Rect, _ ground: Background, on frame: inout Frame
  ) {
    var end = row.maxX - 1
    let hasRoom = figure.pools != nil && row.columns >= 52
    let ranks =
      hasRoom ? PoolColumn.all(in: row.columns, isNation: figure.pools?[.nation] != nil) : []
    for column in ranks.reversed() {
      let shown = figure.pools?[column.pool] ?? "-"
      frame.putRight(
        shown, maxX: end, y: row.y, width: column.width - 1, Style(.title, on: ground))
      end -= column.width
    }
    let spark = ranks.isEmpty ? (row.columns >= 60 ? 10 : 5) : row.columns >= 72 ? 8 : 0
    let shape = Rect(x: end - spark, y: row.y, columns: spark, rows: 1)
    Sparkline(figure.trend, style: Style(.accent, on: ground))
      .draw(in: shape, on: &frame.canvas, symbols: frame.symbols)
    end -= spark > 0 ? spark + 1 : 0
    if ranks.isEmpty {
      let width = max(7, frame.ruler.columns(of: figure.rank))
      frame.putRight(figure.rank, maxX: end, y: row.y, width: width, Style(.title, on: ground))
      end -= width + 1
    }
    if row.columns >= 52 {
      frame.putRight(figure.change, maxX: end, y: row.y, width: 8, Style(figure.role, on: ground))
      end -= 9
    }
    frame.putRight(figure.value, maxX: end, y: row.y, width: 12, Style(on: ground, bold: true))
    end -= max(9, frame.ruler.columns(of: figure.value) + 1)
    frame.put(
      figure.name, x: row.x + 1, y: row.y, width: end - row.x - 1,
      Style(on: ground))
  }

}

extension PlaceLine.Shape {
  /// Statuses and lights over as many lines as a width needs.
  static func statuses(_ counts: StatusCounts, in width: Int, _ model: Model) -> [Self] {
    let widths = Status.allCases.map {
      model.ruler.columns(of: Words.status($0)(model.language)) + 1 + "\(counts[$0])".count
    }
    return widths.parts(in: width, gap: 2).map { .statuses(counts, $0) }
  }

  static func lights(_ counts: SignalCounts, in width: Int, _ language: Language) -> [Self] {
    let widths = Signal.gravest.map { Signal.width(language) + 1 + "\(counts[$0])".count }
    return widths.parts(in: width, gap: 1).map { .lights(counts, $0) }
  }
}

extension [Int] {
  /// What of some widths stands in each line of a width.
  fileprivate func parts(in width: Int, gap: Int) -> [Range<Int>] {
    var (parts, used): ([Range<Int>], Int) = ([], .max / 2)
    for (index, own) in enumerated() {
      if used + gap + own > width {
        parts.append(index..<index + 1)
        used = own
      } else {
        parts[parts.count - 1] = parts[parts.count - 1].lowerBound..<index + 1
        used += gap + own
      }
    }
    return parts
  }
}
