import Cells
import Reform
import Widgets

extension DocumentsScreen {
  func draw(_ state: AppState, on frame: inout Frame) {
    let layout = DocumentsLayout(self, state)
    drawDocuments(state, layout, on: &frame)
    drawRows(state, in: layout.clauses, on: &frame)
    drawText(state, in: layout.text, on: &frame)
  }

  private func drawDocuments(
    _ state: AppState, _ layout: DocumentsLayout, on frame: inout Frame
  ) {
    let all = entries(state)
    let inside = Box(
      Words.Documents.title(state.language), remark: "\(all.count)", isFocused: pane == .documents
    ).draw(in: layout.documents, on: &frame.canvas, marks: state.marks)
    let window = documents.window(count: all.count, height: layout.list.rows)
    for (line, index) in window.enumerated() {
      let row = inside.row(line)
      let ground: Ground =
        index == documents.selected ? (pane == .documents ? .selected : .shaded) : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      draw(all[index], state, in: row, ground, on: &frame)
      frame.hit(row, .item(pane: Pane.documents.rawValue, index: index))
    }
    drawAbout(state, in: inside.dropping(rows: layout.list.rows + 1), on: &frame)
  }

  private func draw(
    _ entry: Entry, _ state: AppState, in row: Rect, _ ground: Ground, on frame: inout Frame
  ) {
    let (name, right): (String, String)
    var role = Role.faint
    switch entry {
    case .review(let review):
      let document = review.document
      name =
        document.number.isEmpty
        ? review.file : "\(document.number) \(document.title(state.language))"
      right = "\(Words.Review.waits(state.language)) \(review.waiting)"
      role = .warning
    case .document(let document):
      name = "\(document.short(state.language))  \(document.number)"
      let tasks = state.catalogue.tasks.count { $0.document == document.id }
      right = "\(document.issued)  \(tasks)"
    }
    let width = frame.ruler.columns(of: right)
    frame.put(
      name, x: row.x + 1, y: row.y, width: row.columns - width - 3, Style(on: ground, bold: true))
    frame.putRight(
      right, maxX: row.maxX - 1, y: row.y, width: width,
      Style(role, on: ground, bold: role == .warning))
  }

  private func drawAbout(_ state: AppState, in area: Rect, on frame: inout Frame) {
    guard area.rows > 1, let entry = entry(state) else { return }
    var document: Document
    switch entry {
    case .review(let review): document = review.document
    case .document(let known): document = known
    }
    var lines = state.ruler.wrap(document.title(state.language), to: area.columns - 2)
    let issued = document.issued == Day(ordinal: 0) ? "" : state.marks.dot + "\(document.issued)"
    lines.append(document.issuer + issued)
    lines.append(state.name(of: document.region))
    if document.isTruncated { lines.append(Words.Documents.truncated(state.language)) }
    if document.kind == .bulletin { lines.append(Words.Documents.bulletin(state.language)) }
    if case .review(let review) = entry {
      lines.append(Words.Review.file(state.language) + " " + review.file)
      lines.append(Words.Documents.toReview(state.language))
    }
    for (line, text) in lines.prefix(area.rows).enumerated() {
      frame.put(
        text, x: area.x + 1, y: area.y + line, width: area.columns - 2,
        Style(line == 0 ? .plain : .faint))
    }
  }

  // MARK: Rows

  private func drawRows(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let rows = rows(state)
    let inside = Box(
      title(state), remark: (filter.isEmpty ? "" : "/\(filter) ") + "\(rows.count)",
      isFocused: pane == .clauses
    ).draw(in: area, on: &frame.canvas, marks: state.marks)
    if rows.isEmpty, !filter.isEmpty {
      frame.put(
        Words.Board.noItem(state.language), x: inside.x + 1, y: inside.y,
        width: inside.columns - 2, Style(.faint))
    } else if rows.isEmpty, document(state) != nil, document(state)?.kind == .policy {
      frame.put(
        Words.Documents.nothing(look)(state.language), x: inside.x + 1, y: inside.y,
        width: inside.columns - 2, Style(.faint))
    }
    for (line, index) in clauses.window(count: rows.count, height: inside.rows).enumerated() {
      let row = inside.row(line)
      let ground: Ground =
        index == clauses.selected
        ? (pane == .clauses ? .selected : pane == .text ? .shaded : .none) : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      draw(rows[index], state, in: row, ground, on: &frame)
      frame.hit(row, .item(pane: Pane.clauses.rawValue, index: index))
    }
  }

  /// The looks one beside the other, the one that shows set off by brackets.
  private func title(_ state: AppState) -> String {
    if case .review = entry(state) { return Words.Review.title(state.language) }
    return Look.allCases.map { look in
      let words = Words.Documents.look(look)(state.language)
      return look == self.look ? "[\(words)]" : words
    }
    .joined(separator: " ")
  }

  private func draw(
    _ row: DocumentRow, _ state: AppState, in area: Rect, _ ground: Ground, on frame: inout Frame
  ) {
    let language = state.language
    switch row {
    case .theme(let theme):
      frame.put(
        theme.name(language), x: area.x + 1, y: area.y, width: area.columns - 2,
        Style(.title, on: ground, bold: true))
    case .task(let task):
      let place = state.catalogue.clause(of: task)?.place(language) ?? task.clause
      frame.put(place, x: area.x + 1, y: area.y, width: 14, Style(.accent, on: ground))
      drawTask(task, state, from: area.x + 16, in: area, ground, on: &frame)
    case .draft(let review, let index):
      let draft = review.drafts[index]
      let sign = draft.sign(state.marks)
      frame.put(sign.mark, x: area.x + 1, y: area.y, Style(sign.role, on: ground, bold: true))
      let longest = review.drafts.map { frame.ruler.columns(of: $0.clause.shownPath) }.max() ?? 1
      let width = min(longest, area.columns / 4)
      frame.put(
        draft.clause.shownPath, x: area.x + 3, y: area.y, width: width, Style(.accent, on: ground))
      frame.put(
        draft.task.title(language), x: area.x + 4 + width, y: area.y,
        width: area.columns - 5 - width, Style(on: ground))
    case .achievement(let achievement):
      let kind =
        achievement.kind == .result ? "" : Words.Documents.kind(achievement.kind)(language) + " "
      let right = kind + achievement.printed
      let width = frame.ruler.columns(of: right)
      let place = state.short(of: achievement.place)
      frame.put(place, x: area.x + 1, y: area.y, width: 10, Style(.accent, on: ground))
      frame.put(
        achievement.what(language), x: area.x + 12, y: area.y,
        width: area.columns - 14 - width, Style(on: ground))
      frame.putRight(
        right, maxX: area.maxX - 1, y: area.y, width: width,
        Style(achievement.kind == .result ? .plain : .faint, on: ground, bold: true))
    case .step(let step): draw(step, state, in: area, ground, on: &frame)
    case .difference(let difference):
      let words = DocumentRow.words(difference, state)
      let task = state.catalogue.task(difference.other)?.title(language) ?? ""
      let width = min(frame.ruler.columns(of: words), area.columns * 3 / 5)
      frame.put(
        task, x: area.x + 1, y: area.y, width: area.columns - width - 3, Style(on: ground))
      frame.put(
        words, x: area.maxX - width - 1, y: area.y, width: width, Style(.warning, on: ground))
    }
  }

  private func draw(
    _ step: Lineage.Step, _ state: AppState, in area: Rect, _ ground: Ground,
    on frame: inout Frame
  ) {
    guard let task = state.catalogue.tasks[safe: step.task] else { return }
    let document = state.catalogue.document(task.document)
    let year = document.map { "\($0.issued.year)" } ?? ""
    let indent = min(step.depth, 5) * 2
    var x = area.x + 2 + indent
    if step.depth > 0 {
      frame.put(state.marks.arrow, x: x - 2, y: area.y, Style(.faint, on: ground))
    }
    let isThis = task.document == self.document(state)?.id
    x += frame.put(year, x: x, y: area.y, Style(.accent, on: ground, bold: isThis)) + 1
    let place = state.catalogue.clause(of: task)?.place(state.language) ?? task.clause
    x += frame.put(place, x: x, y: area.y, width: 14, Style(.faint, on: ground)) + 1
    drawTask(task, state, from: x, in: area, ground, isChanged: !step.changes.isEmpty, on: &frame)
  }

  /// Title, status and light of a task, up to the right edge.
  private func drawTask(
    _ task: ReformTask, _ state: AppState, from x: Int, in area: Rect, _ ground: Ground,
    isChanged: Bool = false, on frame: inout Frame
  ) {
    var right = ""
    if let position = state.catalogue.position(of: task.id), let standing = state.report[position] {
      right = Words.status(standing.status)(state.language)
      frame.light(standing.light.signal, x: area.maxX - 4, y: area.y)
    }
    if isChanged { right = Words.Documents.changed(state.language) + " " + right }
    let width = frame.ruler.columns(of: right)
    frame.put(
      task.title(state.language), x: x, y: area.y, width: area.maxX - x - width - 7,
      Style(on: ground))
    frame.putRight(
      right, maxX: area.maxX - 5, y: area.y, width: width,
      Style(isChanged ? .warning : .faint, on: ground))
  }

  private func drawText(_ state: AppState, in area: Rect, on frame: inout Frame) {
    guard area.rows > 2 else { return }
    let title = look == .clauses ? Words.Task.text : Words.Documents.compared
    let inside = Box(title(state.language), isFocused: pane == .text)
      .draw(in: area, on: &frame.canvas, marks: state.marks)
    frame.hit(area, .item(pane: Pane.text.rawValue, index: 0))
    let lines = selectedText(state, width: inside.columns - 2)
    for (row, line) in lines.dropFirst(textOffset).prefix(inside.rows).enumerated() {
      frame.put(
        line.text, x: inside.x + 1, y: inside.y + row, width: inside.columns - 2, Style(line.role))
    }
  }
}
