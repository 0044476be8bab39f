import Cells
import Reform
import Widgets

/// Where a task stands in every place, as far as it shows.
struct TaskMatrix: Pane {
  /// One line in a row of its own.
  struct Line: Equatable {
    var number: Int
    var signal: Signal
    var name: String
    var status: Status
    var day: String?
    var said: String

    init(_ number: Int, _ standing: Standing, _ model: Model) {
      (self.number, signal, status) = (number, standing.light.signal, standing.status)
      (name, day) = (model.short(of: standing.line), standing.day?.description)
      said = [standing.who, standing.note].compactMap(\.self)
        .joined(separator: model.language.colon)
    }
  }

  /// One of many lines in a row.
  struct Cell: Equatable {
    var number: Int
    var signal: Signal
    var status: Status
    var name: String

    init(_ number: Int, _ standing: Standing, _ model: Model) {
      (self.number, signal, status) = (number, standing.light.signal, standing.status)
      name =
        model.isOwnLevel(standing.line)
        ? Words.itself(model.language) : model.bare(of: standing.line.place)
    }
  }

  enum Row: Equatable {
    case head(String)
    case line(Line)
    case cells(String, [Cell])
  }

  var counts: StatusCounts
  var isFocused: Bool
  /// The number of the line under the cursor, and those that are marked.
  var cell: Int
  var marked: Set<Int>
  /// Where it is not finished, in words.
  var open: String
  var isGrid: Bool
  var rows: [Row]
  var below: Int

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(
      Words.Task.matrix(frame.language),
      remark: Words.Task.finished(counts, frame.symbols.dot)(frame.language), isFocused: isFocused
    ).draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    if !open.isEmpty {
      frame.put(
        open, x: inside.x + 1, y: inside.y, width: inside.columns - 2, Style(.warning, bold: true))
    }
    let body = inside.dropping(rows: open.isEmpty ? 0 : 1)
    for (number, content) in rows.enumerated() {
      let row = body.row(number)
      switch content {
      case .head(let words): drawHead(words, in: row, on: &frame)
      case .line(let line): draw(line, in: row, on: &frame)
      case .cells(let city, let cells):
        frame.put(
          city, x: row.x + 1, y: row.y, width: MatrixLayout.labelWidth(frame.language) - 1,
          Style(.title))
        draw(cells, in: row, on: &frame)
      }
    }
    if isGrid { drawLegend(in: area, on: &frame) }
    frame.drawRest(below, in: area)
  }

  /// What the marks mean, in the lower edge.
  private func drawLegend(in area: Rect, on frame: inout Frame) {
    let words = [Status.signedOff, .done, .underway, .notStarted, .suspended].map {
      "\($0.mark(frame.symbols)) \(Words.status($0)(frame.language))"
    }
    frame.put(
      " \(words.joined(separator: "  ")) ", x: area.x + 2, y: area.maxY - 1,
      width: area.columns - 12, Style(.faint))
  }

  private func drawHead(_ words: String, in row: Rect, on frame: inout Frame) {
    let used = frame.put(
      words + " ", x: row.x + 1, y: row.y, width: row.columns - 2, Style(.title, bold: true))
    frame.canvas.fill(
      Rect(x: row.x + 1 + used, y: row.y, columns: max(0, row.columns - used - 2), rows: 1),
      with: frame.symbols.horizontal, style: Style(.border))
  }

  private func ground(_ number: Int) -> Background {
    guard number == cell else { return .none }
    return isFocused ? .selected : .shaded
  }

  private func draw(_ line: Line, in row: Rect, on frame: inout Frame) {
    let (ground, isChinese) = (ground(line.number), frame.language == .zh)
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    if marked.contains(line.number) {
      frame.put(
        String(frame.symbols.tick), x: row.x, y: row.y, Style(.accent, on: ground, bold: true))
    }
    frame.light(line.signal, x: row.x + 1, y: row.y, on: ground)
    var x = row.x + frame.lightWidth + 2
    let nameWidth = isChinese ? 8 : 12
    frame.put(line.name, x: x, y: row.y, width: nameWidth, Style(on: ground, bold: true))
    x += nameWidth + 1
    let statusWidth = isChinese ? 6 : 11
    frame.put(
      Words.status(line.status)(frame.language), x: x, y: row.y, width: statusWidth,
      Style(line.status.role, on: ground))
    x += statusWidth + 1
    if let day = line.day { x += frame.put(day, x: x, y: row.y, Style(.faint, on: ground)) + 1 }
    frame.put(line.said, x: x, y: row.y, width: row.maxX - x, Style(.faint, on: ground))
    frame.hit(row, .item(pane: TaskScreen.Pane.matrix.rawValue, index: line.number))
  }

  private func draw(_ cells: [Cell], in row: Rect, on frame: inout Frame) {
    let width = MatrixLayout.cellWidth(frame.language)
    for (column, cell) in cells.enumerated() {
      let ground = ground(cell.number)
      let x = row.x + MatrixLayout.labelWidth(frame.language) + column * width
      let place = Rect(x: x, y: row.y, columns: min(width - 1, row.maxX - x), rows: 1)
      frame.canvas.fill(place, with: " ", style: Style(on: ground))
      let isMarked = marked.contains(cell.number)
      frame.put(
        isMarked ? "*" : cell.status.mark(frame.symbols), x: x, y: row.y,
        Style(
          cell.signal == .grey ? cell.status.role : cell.signal.role, on: ground, bold: true))
      frame.put(
        cell.name, x: x + 1, y: row.y, width: width - 2,
        Style(cell.signal.role, on: ground, underlined: isMarked))
      frame.hit(place, .item(pane: TaskScreen.Pane.matrix.rawValue, index: cell.number))
    }
  }
}
