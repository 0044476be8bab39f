import Cells
import Reform
import Widgets

extension TaskScreen {
  func draw(_ state: AppState, on frame: inout Frame) {
    let layout = TaskLayout(state, self)
    let whole = [task.hashValue, detail.map { $0.history.first?.id ?? 0 } ?? -1, detailNumber]
    frame.pane(
      PaneName(.facts), in: layout.facts, stamp: whole + [factsOffset, pane == .facts ? link : -1]
    ) { drawFacts(state, in: layout.facts, on: &$0) }
    let marks = marked.isEmpty ? 0 : marked.hashValue
    frame.pane(
      PaneName(.matrix), in: layout.matrix,
      stamp: whole + [matrixOffset, cell, pane == .matrix ? 1 : 0, marks]
    ) { drawMatrix(state, in: layout.matrix, on: &$0) }
    frame.pane(
      PaneName(.history), in: layout.history,
      stamp: whole + [history.offset, history.selected, pane == .history ? 1 : 0]
    ) { drawHistory(state, in: layout.history, on: &$0) }
  }

  // MARK: Facts

  private func drawFacts(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let title = state.catalogue.task(task)?.title(state.language) ?? task
    let inside = Box(title, remark: task, isFocused: pane == .facts)
      .draw(in: area, on: &frame.canvas, marks: state.marks)
    let facts = TaskFacts(self, state)
    let lines = facts.lines(width: inside.columns, state)
    let labelWidth = TaskFacts.labelWidth(state.language)
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

  private func drawMatrix(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let counts =
      state.catalogue.task(task).flatMap { whole(in: state.catalogue.province, $0, state) }?.counts
      ?? StatusCounts()
    let (finished, total) = (counts.finished, counts.total)
    let remark =
      state.language == .zh
      ? "办结 \(finished)/\(total)\(state.marks.dot)还差 \(total - finished)"
      : "\(finished)/\(total) finished, \(total - finished) left"
    let inside = Box(Words.Task.matrix(state.language), remark: remark, isFocused: pane == .matrix)
      .draw(in: area, on: &frame.canvas, marks: state.marks)
    let layout = matrix(state)
    let window = Scroll(offset: matrixOffset).window(count: layout.rows.count, height: inside.rows)
    for (line, index) in window.enumerated() {
      let row = inside.row(line)
      switch layout.rows[index] {
      case .head(let numbers): drawPeriod(numbers, state, in: row, on: &frame)
      case .line(let number): drawLine(number, state, in: row, on: &frame)
      case .cells(let city, let numbers):
        let isFirst =
          index == 0 || layout.rows[index - 1].city != city
        frame.put(
          isFirst ? state.short(of: city) : "", x: row.x + 1, y: row.y,
          width: MatrixLayout.labelWidth - 1, Style(.title))
        drawCells(numbers, state, in: row, on: &frame)
      }
    }
    let below = layout.rows.count - matrixOffset - inside.rows
    if below > 0 {
      frame.putRight(" +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent))
    }
  }

  private func drawPeriod(
    _ numbers: ClosedRange<Int>, _ state: AppState, in row: Rect, on frame: inout Frame
  ) {
    let lines = standings[numbers]
    guard let first = lines.first else { return }
    let finished = lines.count { $0.status.isFinished }
    var words: [String] = []
    if let period = first.line.period {
      words.append(state.language == .zh ? "\(period)年" : "\(period)")
    }
    if let due = first.due { words.append(state.language == .zh ? "\(due) 到期" : "due \(due)") }
    words.append("\(finished)/\(lines.count)")
    let used = frame.put(
      words.joined(separator: state.marks.dot) + " ", x: row.x + 1, y: row.y,
      width: row.columns - 2, Style(.title, bold: true))
    frame.canvas.fill(
      Rect(x: row.x + 1 + used, y: row.y, columns: max(0, row.columns - used - 2), rows: 1),
      with: state.marks.horizontal, style: Style(.border))
  }

  private func ground(_ number: Int) -> Ground {
    guard number == cell else { return .none }
    return pane == .matrix ? .selected : .shaded
  }

  private func drawLine(_ number: Int, _ state: AppState, in row: Rect, on frame: inout Frame) {
    let standing = standings[number]
    let ground = ground(number)
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    if marked.contains(number) {
      frame.put(
        String(state.marks.tick), x: row.x, y: row.y, Style(.accent, on: ground, bold: true))
    }
    frame.light(standing.light.signal, x: row.x + 1, y: row.y)
    var x = row.x + frame.lightWidth + 2
    let nameWidth = state.language == .zh ? 8 : 12
    frame.put(
      state.short(of: standing.line), x: x, y: row.y, width: nameWidth,
      Style(on: ground, bold: true))
    x += nameWidth + 1
    let statusWidth = state.language == .zh ? 6 : 11
    frame.put(
      Words.status(standing.status)(state.language), x: x, y: row.y, width: statusWidth,
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
    _ numbers: [Int], _ state: AppState, in row: Rect, on frame: inout Frame
  ) {
    let width = Self.cellWidth(state.language)
    for (column, number) in numbers.enumerated() {
      let standing = standings[number]
      let ground = ground(number)
      let x = row.x + MatrixLayout.labelWidth + column * width
      let place = Rect(x: x, y: row.y, columns: min(width - 1, row.maxX - x), rows: 1)
      frame.canvas.fill(place, with: " ", style: Style(on: ground))
      let mark = standing.status.mark(state.marks)
      let isMarked = marked.contains(number)
      frame.put(
        isMarked ? "*" : mark, x: x, y: row.y,
        Style(
          standing.light.signal == .grey ? standing.status.role : standing.light.signal.role,
          on: ground, bold: true))
      frame.put(
        state.isOwnLevel(standing.line)
          ? Words.itself(state.language) : state.short(of: standing.line.place),
        x: x + 1, y: row.y, width: width - 2,
        Style(standing.light.signal.role, on: ground, underlined: isMarked))
      frame.hit(place, .item(pane: Pane.matrix.rawValue, index: number))
    }
  }

  // MARK: History

  private func drawHistory(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let entries = detail?.history ?? []
    let inside = Box(
      Words.Task.history(state.language), remark: entries.isEmpty ? "" : "\(entries.count)",
      isFocused: pane == .history
    ).draw(in: area, on: &frame.canvas, marks: state.marks)
    guard !entries.isEmpty else {
      frame.put(
        Words.Task.noHistory(state.language), x: inside.x + 1, y: inside.y,
        width: inside.columns - 2, Style(.faint))
      return
    }
    let window = history.window(count: entries.count, height: inside.rows)
    for (line, index) in window.enumerated() {
      let row = inside.row(line)
      let ground: Ground = pane == .history && index == history.selected ? .selected : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      drawEntry(entries[index], state, in: row, ground, on: &frame)
      frame.hit(row, .item(pane: Pane.history.rawValue, index: index))
    }
  }

  private func drawEntry(
    _ entry: Entry, _ state: AppState, in row: Rect, _ ground: Ground, on frame: inout Frame
  ) {
    let language = state.language
    var x = row.x + 1
    x += frame.put(entry.day.description, x: x, y: row.y, Style(.faint, on: ground)) + 1
    x +=
      frame.put(
        state.short(of: entry.line) + (entry.line.period.map { " \($0)" } ?? ""), x: x,
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
    if let actual = entry.actual { words.append(Spoken.actual(actual, state)) }
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
