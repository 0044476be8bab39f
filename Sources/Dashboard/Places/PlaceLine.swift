import Cells
import Reform
import Widgets

/// A line of what is known of a place or a group, with what it opens.
struct PlaceLine: Sendable {
  enum Link: Equatable, Sendable {
    case task(ReformTask.ID, in: Division.Code)
    case indicator(Indicator.ID)
  }

  enum Shape: Sendable {
    case blank
    case heading(String, remark: String)
    case words(String, Role)
    /// Words at the left, an amount or a reference at the right.
    case pair(String, String, Role)
    case statuses(StatusCounts)
    case lights(SignalCounts)
    case task(TaskStanding)
    case figure(PlaceReport.Line, Indicator)
    /// Something to tick, with what shows it.
    case check(isDone: Bool, String, String)
  }

  var shape: Shape
  var link: Link?
  /// What a person may write here, and drop where it is a member or a thing of a list.
  var field: GroupField?
  /// What `w` answers here; of tasks and figures the ledger is asked.
  var why: [Explained] = []

  /// Whether the cursor rests on it.
  var isRest: Bool {
    switch shape {
    case .blank, .heading: false
    default: true
    }
  }

  /// The line as cells of an exported table.
  func cells(_ model: Model) -> [String] {
    let language = model.language
    switch shape {
    case .blank: return []
    case .heading(let words, let remark): return [words, remark].filter { !$0.isEmpty }
    case .words(let words, _): return ["", words]
    case .pair(let left, let right, _): return ["", left, right]
    case .statuses(let counts):
      return [""] + Status.allCases.flatMap { [Words.status($0)(language), "\(counts[$0])"] }
    case .lights(let counts):
      return [""] + Signal.allCases.flatMap { [Words.signal($0)(language), "\(counts[$0])"] }
    case .task(let standing):
      guard let task = model.catalogue.tasks[safe: standing.task] else { return [] }
      return [
        "", task.title(language), task.id, standing.due?.description ?? "",
        Words.status(standing.status)(language), Words.signal(standing.light.signal)(language),
      ]
    case .figure(let line, let indicator):
      return ["", indicator.name(language), "\(line.year)"]
        + Self.figure(line, indicator, in: language)
        + (line.row.reading?.flags.words.map { $0(language) } ?? [])
    case .check(let isDone, let words, let evidence):
      let done = isDone ? Words.Groups.done : Words.Groups.notDone
      return ["", words, done(language), evidence]
    }
  }

  /// Value, change and rank of an indicator.
  static func figure(
    _ line: PlaceReport.Line, _ indicator: Indicator, in language: Language
  ) -> [String] {
    let value = line.row.reading?.value.map { indicator.shown($0) + indicator.sign } ?? "-"
    let change =
      line.row.isBreak
      ? Words.Indicators.acrossShort(language)
      : line.row.change.map { IndicatorBoard.Line.signed($0, indicator) } ?? ""
    // The province has nobody to be ranked among.
    guard line.ranked > 1 else { return [value, change, ""] }
    return [value, change, line.row.rank.map { "\($0)/\(line.ranked)" } ?? "-"]
      + [line.pools?[.city]?.shown, line.pools?[.peers]?.shown].compactMap(\.self)
  }
}

// MARK: - Drawing

extension PlaceLine {
  func draw(_ model: Model, in row: Rect, _ ground: Ground, on frame: inout Frame) {
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    let (x, y, width) = (row.x + 1, row.y, row.columns - 2)
    switch shape {
    case .blank: break
    case .heading(let words, let remark): drawHeading(words, remark, model, in: row, on: &frame)
    case .words(let words, let role):
      frame.put(words, x: x, y: y, width: width, Style(role, on: ground))
    case .pair(let left, let right, let role):
      let taken = min(frame.ruler.columns(of: right), width * 3 / 5)
      frame.put(left, x: x, y: y, width: width - taken - 1, Style(on: ground))
      frame.putRight(right, maxX: row.maxX - 1, y: y, width: taken, Style(role, on: ground))
    case .statuses(let counts): drawStatuses(counts, model, in: row, ground, on: &frame)
    case .lights(let counts): drawLights(counts, model, in: row, ground, on: &frame)
    case .task(let standing): frame.owed(standing, model, in: row, ground)
    case .figure(let line, let indicator):
      drawFigure(line, indicator, model, in: row, ground, on: &frame)
    case .check(let isDone, let words, let evidence):
      let mark = isDone ? String(model.marks.tick) : "-"
      frame.put(mark, x: x, y: y, Style(isDone ? .good : .faint, on: ground, bold: true))
      let taken = min(frame.ruler.columns(of: evidence), width * 3 / 5)
      frame.put(words, x: x + 2, y: y, width: width - taken - 3, Style(on: ground))
      frame.putRight(evidence, maxX: row.maxX - 1, y: y, width: taken, Style(.faint, on: ground))
    }
  }

  private func drawHeading(
    _ words: String, _ remark: String, _ model: Model, in row: Rect, on frame: inout Frame
  ) {
    let used = frame.put(
      words + " ", x: row.x + 1, y: row.y, width: row.columns - 2, Style(.title, bold: true))
    let taken = min(frame.ruler.columns(of: remark), max(0, row.columns - used - 6))
    let end = row.maxX - 1 - (taken > 0 ? taken + 1 : 0)
    frame.canvas.fill(
      Rect(x: row.x + 1 + used, y: row.y, columns: max(0, end - row.x - 1 - used), rows: 1),
      with: model.marks.horizontal, style: Style(.border))
    frame.putRight(remark, maxX: row.maxX - 1, y: row.y, width: taken, Style(.faint))
  }

  private func drawStatuses(
    _ counts: StatusCounts, _ model: Model, in row: Rect, _ ground: Ground,
    on frame: inout Frame
  ) {
    var x = row.x + 1
    for status in Status.allCases {
      let number = "\(counts[status])"
      let words = Words.status(status)(model.language) + " "
      guard x + frame.ruler.columns(of: words) + number.count < row.maxX else { break }
      x += frame.put(words, x: x, y: row.y, Style(on: ground))
      x += frame.put(number, x: x, y: row.y, Style(status.role, on: ground, bold: true)) + 2
    }
    let bar = Rect(x: x, y: row.y, columns: max(0, row.maxX - x - 1), rows: 1)
    guard bar.columns >= 8 else { return }
    PartsBar([
      (counts.finished, .good, .whole), (counts[.underway], .progress, .half),
      (counts[.notStarted] + counts[.suspended], .faint, .none),
    ]).draw(in: bar, on: &frame.canvas, marks: model.marks, ground: ground)
  }

  private func drawLights(
    _ counts: SignalCounts, _ model: Model, in row: Rect, _ ground: Ground,
    on frame: inout Frame
  ) {
    var x = row.x + 1
    for signal in [Signal.red, .yellow, .green, .grey] where x + 8 < row.maxX {
      frame.light(signal, x: x, y: row.y)
      x += frame.lightWidth + 1
      let style = Style(signal.role, on: ground, bold: true)
      x += frame.put("\(counts[signal])", x: x, y: row.y, style) + 3
    }
  }

  private func drawFigure(
    _ line: PlaceReport.Line, _ indicator: Indicator, _ model: Model, in row: Rect,
    _ ground: Ground, on frame: inout Frame
  ) {
    let words = Self.figure(line, indicator, in: model.language)
    var end = row.maxX - 1
    let hasRoom = line.pools != nil && row.columns >= 52
    let ranks = hasRoom ? PoolColumn.all(in: row.columns) : []
    for column in ranks.reversed() {
      let shown = line.pools?[column.pool]?.shown ?? "-"
      frame.putRight(
        shown, maxX: end, y: row.y, width: column.width - 1, Style(.title, on: ground))
      end -= column.width
    }
    let spark = ranks.isEmpty ? (row.columns >= 60 ? 10 : 5) : row.columns >= 72 ? 8 : 0
    let shape = Rect(x: end - spark, y: row.y, columns: spark, rows: 1)
    Sparkline(line.trend.map { $0?.approximate }, style: Style(.accent, on: ground))
      .draw(in: shape, on: &frame.canvas, marks: model.marks)
    end -= spark > 0 ? spark + 1 : 0
    if ranks.isEmpty {
      frame.putRight(words[2], maxX: end, y: row.y, width: 7, Style(.title, on: ground))
      end -= 8
    }
    if row.columns >= 52 {
      let role = Self.role(line, indicator)
      frame.putRight(words[1], maxX: end, y: row.y, width: 8, Style(role, on: ground))
      end -= 9
    }
    frame.putRight(words[0], maxX: end, y: row.y, width: 12, Style(on: ground, bold: true))
    end -= max(9, frame.ruler.columns(of: words[0]) + 1)
    frame.put(
      indicator.short(model.language), x: row.x + 1, y: row.y, width: end - row.x - 1,
      Style(on: ground))
  }

  /// Better, worse, or merely different where the documents give no direction.
  private static func role(_ line: PlaceReport.Line, _ indicator: Indicator) -> Role {
    guard let change = line.row.change, change != 0, let direction = indicator.direction else {
      return .plain
    }
    return (change > 0) == (direction == .up) ? .good : .bad
  }
}
