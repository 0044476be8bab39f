import Cells
import Reform
import Widgets

extension TaskScreen {
  func draw(_ model: Model, on frame: inout Frame) {
    let layout = TaskLayout(model, self)
    let whole = [task.hashValue, detail.map { $0.history.first?.id ?? 0 } ?? -1, detailNumber]
    frame.pane(
      PaneName(.facts), in: layout.facts, stamp: whole + [factsOffset, pane == .facts ? link : -1]
    ) { drawFacts(model, in: layout.facts, on: &$0) }
    let marks = marked.isEmpty ? 0 : marked.hashValue
    frame.pane(
      PaneName(.matrix), in: layout.matrix,
      stamp: whole + [matrixOffset, cell, pane == .matrix ? 1 : 0, marks]
    ) { drawMatrix(model, in: layout.matrix, on: &$0) }
    frame.pane(
      PaneName(.history), in: layout.history,
      stamp: whole + [history.offset, history.selected, pane == .history ? 1 : 0]
    ) { drawHistory(model, in: layout.history, on: &$0) }
  }

  // MARK: Facts

  private func drawFacts(_ model: Model, in area: Rect, on frame: inout Frame) {
    let title = model.catalogue.task(task)?.title(model.language) ?? task
    let inside = Box(title, remark: task, isFocused: pane == .facts)
      .draw(in: area, on: &frame.canvas, marks: model.marks)
    let facts = TaskFacts(self, model)
    let lines = facts.lines(width: inside.columns, model)
    let labelWidth = TaskFacts.labelWidth(model.language)
    for (row, line) in lines.dropFirst(factsOffset).prefix(inside.rows).enumerated() {
      let isChosen = pane == .facts && line.link == link && line.link != nil
      let ground: Ground = isChosen ? .selected : .none
      let place = inside.row(row)
      frame.put(line.label, x: place.x + 1, y: place.y, width: labelWidth, Style(.faint))
      frame.put(
        line.text, x: place.x + 1 + labelWidth, y: place.y,
        width: place.columns - labelWidth - 1, Style(line.role, on: ground))
      if let link = line.link {
        frame.hit(place, .item(pane: Pane.facts.rawValue, index: link))
      }
    }
    let below = lines.count - factsOffset - inside.rows
    if below > 0 {
      frame.putRight(" +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent))
    }
  }

  // MARK: Matrix

  private func drawMatrix(_ model: Model, in area: Rect, on frame: inout Frame) {
    let counts =
      model.catalogue.task(task).flatMap { whole(in: model.catalogue.province, $0, model) }?.counts
      ?? StatusCounts()
    let (finished, total) = (counts.finished, counts.total)
    let remark =
      model.language == .zh
      ? "办结 \(finished)/\(total)\(model.marks.dot)还差 \(total - finished)"
      : "\(finished)/\(total) finished, \(total - finished) left"
    let inside = Box(Words.Task.matrix(model.language), remark: remark, isFocused: pane == .matrix)
      .draw(in: area, on: &frame.canvas, marks: model.marks)
    let layout = matrix(model)
    let window = Scroll(offset: matrixOffset).window(count: layout.rows.count, height: inside.rows)
    for (line, index) in window.enumerated() {
      let row = inside.row(line)
      switch layout.rows[index] {
      case .head(let numbers): drawPeriod(numbers, model, in: row, on: &frame)
      case .line(let number): drawLine(number, model, in: row, on: &frame)
      case .cells(let city, let numbers):
        let isFirst =
          index == 0 || layout.rows[index - 1].city != city
        frame.put(
          isFirst ? model.short(of: city) : "", x: row.x + 1, y: row.y,
          width: MatrixLayout.labelWidth - 1, Style(.title))
        drawCells(numbers, model, in: row, on: &frame)
      }
    }
    let below = layout.rows.count - matrixOffset - inside.rows
    if below > 0 {
      frame.putRight(" +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent))
    }
  }

  private func drawPeriod(
    _ numbers: ClosedRange<Int>, _ model: Model, in row: Rect, on frame: inout Frame
  ) {
    let lines = standings[numbers]
    guard let first = lines.first else { return }
    let finished = lines.count { $0.status.isFinished }
    var words: [String] = []
    if let period = first.line.period {
      words.append(model.language == .zh ? "\(period)年" : "\(period)")
    }
    if let due = first.due { words.append(model.language == .zh ? "\(due) 到期" : "due \(due)") }
    words.append("\(finished)/\(lines.count)")
    let used = frame.put(
      words.joined(separator: model.marks.dot) + " ", x: row.x + 1, y: row.y,
      width: row.columns - 2, Style(.title, bold: true))
    frame.canvas.fill(
      Rect(x: row.x + 1 + used, y: row.y, columns: max(0, row.columns - used - 2), rows: 1),
      with: model.marks.horizontal, style: Style(.border))
  }

  private func ground(_ number: Int) -> Ground {
    guard number == cell else { return .none }
    return pane == .matrix ? .selected : .shaded
  }

  private func drawLine(_ number: Int, _ model: Model, in row: Rect, on frame: inout Frame) {
    let standing = standings[number]
    let ground = ground(number)
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    if marked.contains(number) {
      frame.put(
        String(model.marks.tick), x: row.x, y: row.y, Style(.accent, on: ground, bold: true))
    }
    frame.light(standing.light.signal, x: row.x + 1, y: row.y)
    var x = row.x + frame.lightWidth + 2
    let nameWidth = model.language == .zh ? 8 : 12
    frame.put(
      model.short(of: standing.line), x: x, y: row.y, width: nameWidth,
      Style(on: ground, bold: true))
    x += nameWidth + 1
    let statusWidth = model.language == .zh ? 6 : 11
    frame.put(
      Words.status(standing.status)(model.language), x: x, y: row.y, width: statusWidth,
      Style(standing.status.role, on: ground))
    x += statusWidth + 1
    if let day = standing.day {
      x += frame.put(day.description, x: x, y: row.y, Style(.faint, on: ground)) + 1
    }
    let said = [standing.who, standing.note].compactMap { $0 }.joined(separator: "：")
    frame.put(said, x: x, y: row.y, width: row.maxX - x, Style(.faint, on: ground))
    frame.hit(row, .item(pane: Pane.matrix.rawValue, index: number))
  }

  private func drawCells(
    _ numbers: [Int], _ model: Model, in row: Rect, on frame: inout Frame
  ) {
    let width = Self.cellWidth(model.language)
    for (column, number) in numbers.enumerated() {
      let standing = standings[number]
      let ground = ground(number)
      let x = row.x + MatrixLayout.labelWidth + column * width
      let place = Rect(x: x, y: row.y, columns: min(width - 1, row.maxX - x), rows: 1)
      frame.canvas.fill(place, with: " ", style: Style(on: ground))
      let mark = standing.status.mark(model.marks)
      let isMarked = marked.contains(number)
      frame.put(
        isMarked ? "*" : mark, x: x, y: row.y,
        Style(
          standing.light.signal == .grey ? standing.status.role : standing.light.signal.role,
          on: ground, bold: true))
      frame.put(
        model.isOwnLevel(standing.line)
          ? Words.itself(model.language) : model.short(of: standing.line.place),
        x: x + 1, y: row.y, width: width - 2,
        Style(standing.light.signal.role, on: ground, underlined: isMarked))
      frame.hit(place, .item(pane: Pane.matrix.rawValue, index: number))
    }
  }

  // MARK: History

  private func drawHistory(_ model: Model, in area: Rect, on frame: inout Frame) {
    let entries = detail?.history ?? []
    let inside = Box(
      Words.Task.history(model.language), remark: entries.isEmpty ? "" : "\(entries.count)",
      isFocused: pane == .history
    ).draw(in: area, on: &frame.canvas, marks: model.marks)
    guard !entries.isEmpty else {
      frame.put(
        Words.Task.noHistory(model.language), x: inside.x + 1, y: inside.y,
        width: inside.columns - 2, Style(.faint))
      return
    }
    let window = history.window(count: entries.count, height: inside.rows)
    for (line, index) in window.enumerated() {
      let row = inside.row(line)
      let ground: Ground = pane == .history && index == history.selected ? .selected : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      drawEntry(entries[index], model, in: row, ground, on: &frame)
      frame.hit(row, .item(pane: Pane.history.rawValue, index: index))
    }
  }

  private func drawEntry(
    _ entry: Entry, _ model: Model, in row: Rect, _ ground: Ground, on frame: inout Frame
  ) {
    let language = model.language
    var x = row.x + 1
    x += frame.put(entry.day.description, x: x, y: row.y, Style(.faint, on: ground)) + 1
    x +=
      frame.put(
        model.short(of: entry.line) + (entry.line.period.map { " \($0)" } ?? ""), x: x,
        y: row.y, width: 16, Style(.accent, on: ground)) + 1
    if entry.kind != .entered {
      let words = entry.kind == .undone ? Words.Toast.takenBack : Words.Toast.putBack
      x += frame.put(words(language), x: x, y: row.y, Style(.warning, on: ground)) + 1
    }
    if let status = entry.status {
      x +=
        frame.put(
          Words.status(status)(language), x: x, y: row.y,
          Style(entry.isTakenBack ? .faint : status.role, on: ground)) + 1
    }
    var words = [entry.who]
    if let due = entry.due {
      words.append(
        due.isEmpty ? Words.Task.noDue(language) : "\(Words.Task.due(language)) \(due)")
    }
    if let actual = entry.actual { words.append(Spoken.actual(actual, model)) }
    if let note = entry.note { words.append(note) }
    if let evidence = entry.evidence {
      words.append("[\(Words.Task.evidence(language))] \(evidence)")
    }
    if entry.isTakenBack { words.append("（\(Words.Task.takenBack(language))）") }
    frame.put(
      words.joined(separator: " "), x: x, y: row.y, width: row.maxX - x,
      Style(entry.isTakenBack ? .faint : .plain, on: ground))
  }
}

extension MatrixLayout.Row {
  var city: Division.Code? {
    if case .cells(let city, _) = self { city } else { nil }
  }
}
