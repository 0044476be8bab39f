import Cells
import Reform
import Widgets

extension ReviewScreen {
  func draw(_ model: Model, on frame: inout Frame) {
    let layout = ReviewLayout(model)
    drawList(model, in: layout.list, on: &frame)
    drawFields(model, in: layout.fields, on: &frame)
    drawText(model, in: layout.text, on: &frame)
  }

  private func drawList(_ model: Model, in area: Rect, on frame: inout Frame) {
    let counts =
      "\(review.drafts.count - review.drafts.count { $0.isWaiting })/\(review.drafts.count)"
    let title = onlyWaiting ? Words.Review.onlyWaiting : Words.Review.title
    let inside = Box(title(model.language), remark: counts, isFocused: pane == .list)
      .draw(in: area, on: &frame.canvas, marks: model.marks)
    let rows = rows
    for (line, index) in list.window(count: rows.count, height: inside.rows).enumerated() {
      let row = inside.row(line)
      let ground: Ground =
        index == list.selected ? (pane == .list ? .selected : .shaded) : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      switch rows[index] {
      case .document: drawDocument(model, in: row, ground, on: &frame)
      case .draft(let draft):
        draw(review.drafts[draft], model, in: row, ground, on: &frame)
      }
      frame.hit(row, .item(pane: Pane.list.rawValue, index: index))
    }
  }

  private func drawDocument(
    _ model: Model, in row: Rect, _ ground: Ground, on frame: inout Frame
  ) {
    let lacks = !review.document.lacks.isEmpty
    frame.put(
      lacks ? "!" : String(model.marks.tick), x: row.x + 1, y: row.y,
      Style(lacks ? .warning : .good, on: ground, bold: true))
    let name = review.document.number.isEmpty ? review.file : review.document.number
    frame.put(
      name, x: row.x + 3, y: row.y, width: row.columns - 4, Style(.title, on: ground, bold: true))
  }

  private func draw(
    _ draft: TaskDraft, _ model: Model, in row: Rect, _ ground: Ground, on frame: inout Frame
  ) {
    let sign = draft.sign(model.marks)
    frame.put(sign.mark, x: row.x + 1, y: row.y, Style(sign.role, on: ground, bold: true))
    let longest = review.drafts.map { frame.ruler.columns(of: $0.clause.shownPath) }.max() ?? 1
    let pathWidth = min(longest, row.columns / 4)
    frame.put(
      draft.clause.shownPath, x: row.x + 3, y: row.y, width: pathWidth, Style(.accent, on: ground))
    let word = Words.Review.decision(draft)(model.language)
    let width = frame.ruler.columns(of: word)
    let x = row.x + 4 + pathWidth
    let isFaint = draft.decision == .dropped || draft.isSame
    frame.put(
      draft.task.title(model.language), x: x, y: row.y, width: row.maxX - x - width - 2,
      Style(isFaint ? .faint : .plain, on: ground))
    frame.putRight(word, maxX: row.maxX - 1, y: row.y, width: width, Style(sign.role, on: ground))
  }

  private func drawFields(_ model: Model, in area: Rect, on frame: inout Frame) {
    let title =
      draft.map { index in
        let clause = review.drafts[index].clause
        return [clause.place, clause.section].filter { !$0.isEmpty }.joined(
          separator: model.marks.dot)
      } ?? Words.Review.document(model.language)
    let inside = Box(title, isFocused: pane == .fields)
      .draw(in: area, on: &frame.canvas, marks: model.marks)
    let labels = ReviewFields.labelWidth(model.language)
    let lines = ReviewFields(self, model, width: area.columns - 2).lines
    for (row, line) in lines.dropFirst(fieldOffset).prefix(inside.rows).enumerated() {
      let area = inside.row(row)
      let isSelected = line.field == field && pane != .list
      let ground: Ground = isSelected ? (pane == .fields ? .selected : .shaded) : .none
      frame.canvas.fill(area, with: " ", style: Style(on: ground))
      frame.put(line.label, x: area.x + 1, y: area.y, width: labels, Style(.faint, on: ground))
      frame.put(
        line.text, x: area.x + 1 + labels, y: area.y, width: area.columns - labels - 1,
        Style(line.role, on: ground))
      if let field = line.field {
        frame.hit(area, .item(pane: Pane.fields.rawValue, index: field))
      }
    }
  }

  private func drawText(_ model: Model, in area: Rect, on frame: inout Frame) {
    let inside = Box(Words.Task.text(model.language), isFocused: pane == .text)
      .draw(in: area, on: &frame.canvas, marks: model.marks)
    frame.hit(area, .item(pane: Pane.text.rawValue, index: 0))
    guard let draft else {
      let help = model.ruler.wrap(Words.Review.help(model.language), to: inside.columns - 2)
      for (line, text) in help.prefix(inside.rows).enumerated() {
        frame.put(text, x: inside.x + 1, y: inside.y + line, Style(.faint))
      }
      return
    }
    let clause = review.drafts[draft].clause
    let chosen = ranges(of: pane == .list ? nil : fields[safe: field], in: clause)
    let text = clauseText(model, width: inside.columns - 2)
    let start = offset(of: text, showing: chosen.first?.lowerBound, height: inside.rows)
    let others = ranges(of: nil, in: clause)
    for (row, line) in text.lines.dropFirst(start).prefix(inside.rows).enumerated() {
      let (x, y) = (inside.x + 1, inside.y + row)
      frame.put(line.text, x: x, y: y, width: inside.columns - 2)
      frame.mark(others, in: line, of: text, x: x, y: y, Style(.accent, underlined: true))
      if pane != .list {
        frame.mark(
          chosen, in: line, of: text, x: x, y: y, Style(.match, bold: true, underlined: true))
      }
    }
  }

  /// The first line to show: where the words of the field are, unless the text was scrolled.
  private func offset(of text: ClauseText, showing place: Int?, height: Int) -> Int {
    guard pane == .fields, let line = place.flatMap({ text.line(of: $0) }), line >= height else {
      return textOffset
    }
    return max(0, min(line - height / 2, text.lines.count - height))
  }

  /// The words that a field was read from; of all fields where none is named.
  private func ranges(of field: TaskField?, in clause: ClauseDraft) -> [Range<Int>] {
    let departments = clause.departments.map(\.evidence)
    let deadlines = clause.deadlines.map(\.evidence)
    let places = clause.places.map(\.evidence)
    let targets = clause.targets.map(\.evidence)
    let found: [Evidence] =
      switch field {
      case .departments: departments
      case .deadlines: deadlines
      case .places: places
      case .targets: targets
      case nil: departments + deadlines + places + targets
      default: []
      }
    return found.filter { $0.start < $0.end }.map { $0.start..<$0.end }
  }
}

extension Frame {
  /// Sets off the parts of a line that lie in some ranges of the clause.
  fileprivate mutating func mark(
    _ ranges: [Range<Int>], in line: ClauseText.Line, of text: ClauseText, x: Int, y: Int,
    _ style: Style
  ) {
    for range in ranges {
      guard let columns = text.columns(of: range, in: line, ruler) else { continue }
      canvas.restyle(
        Rect(x: x + columns.lowerBound, y: y, columns: columns.count, rows: 1)
      ) { _ in style }
    }
  }
}

extension TaskDraft {
  /// One mark for what became of it; colour is never the only carrier.
  func sign(_ marks: Marks) -> (mark: String, role: Role) {
    if isSame, decision != .filed { return ("=", .faint) }
    switch decision {
    case .accepted: return (String(marks.tick), .good)
    case .filed: return ("#", .good)
    case .dropped: return ("x", .idle)
    case .waiting: return isSure ? ("-", .plain) : ("?", .warning)
    }
  }
}
