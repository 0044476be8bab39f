import Cells
import Reform
import Widgets

extension DocumentsScreen {
  func drawList(_ model: Model, on frame: inout Frame) {
    let layout = DocumentsLayout(self, model)
    drawDocuments(model, layout, on: &frame)
    drawRows(model, in: layout.clauses, on: &frame)
    drawText(model, in: layout.text, on: &frame)
  }

  private func drawDocuments(
    _ model: Model, _ layout: DocumentsLayout, on frame: inout Frame
  ) {
    let all = entries(model)
    let inside = Box(
      Words.Documents.title(model.language), remark: "\(all.count)", isFocused: pane == .documents
    ).draw(in: layout.documents, on: &frame.canvas, marks: model.marks)
    let window = documents.window(count: all.count, height: layout.list.rows)
    for (line, index) in window.enumerated() {
      let row = inside.row(line)
      let ground: Ground =
        index == documents.selected ? (pane == .documents ? .selected : .shaded) : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      draw(all[index], model, in: row, ground, on: &frame)
      frame.hit(row, .item(pane: Pane.documents.rawValue, index: index))
    }
    drawAbout(model, in: inside.dropping(rows: layout.list.rows + 1), on: &frame)
  }

  private func draw(
    _ entry: Entry, _ model: Model, in row: Rect, _ ground: Ground, on frame: inout Frame
  ) {
    let (name, right): (String, String)
    var role = Role.faint
    switch entry {
    case .review(let review):
      let document = review.document
      name =
        document.number.isEmpty
        ? review.file : "\(document.number) \(document.title(model.language))"
      right = "\(Words.Review.waits(model.language)) \(review.waiting)"
      role = .warning
    case .document(let document):
      name = "\(document.short(model.language))  \(document.number)"
      let tasks = model.catalogue.tasks.count { $0.document == document.id }
      right = "\(document.issued)  \(tasks)"
    }
    let width = frame.ruler.columns(of: right)
    frame.put(
      name, x: row.x + 1, y: row.y, width: row.columns - width - 3, Style(on: ground, bold: true))
    frame.putRight(
      right, maxX: row.maxX - 1, y: row.y, width: width,
      Style(role, on: ground, bold: role == .warning))
  }

  private func drawAbout(_ model: Model, in area: Rect, on frame: inout Frame) {
    guard area.rows > 1, let entry = entry(model) else { return }
    var document: Document
    switch entry {
    case .review(let review): document = review.document
    case .document(let known): document = known
    }
    var lines = model.ruler.wrap(document.title(model.language), to: area.columns - 2)
    let issued = document.issued == Day(ordinal: 0) ? "" : model.marks.dot + "\(document.issued)"
    lines.append(document.issuer + issued)
    lines.append(model.name(of: document.region))
    if document.isTruncated { lines.append(Words.Documents.truncated(model.language)) }
    if document.kind == .bulletin { lines.append(Words.Documents.bulletin(model.language)) }
    if case .review(let review) = entry {
      lines.append(Words.Review.file(model.language) + " " + review.file)
      lines.append(Words.Documents.toReview(model.language))
    }
    for (line, text) in lines.prefix(area.rows).enumerated() {
      frame.put(
        text, x: area.x + 1, y: area.y + line, width: area.columns - 2,
        Style(line == 0 ? .plain : .faint))
    }
  }

  // MARK: Rows

  private func drawRows(_ model: Model, in area: Rect, on frame: inout Frame) {
    let rows = rows(model)
    let inside = Box(
      title(model), remark: (filter.isEmpty ? "" : "/\(filter) ") + "\(rows.count)",
      isFocused: pane == .clauses
    ).draw(in: area, on: &frame.canvas, marks: model.marks)
    if rows.isEmpty, !filter.isEmpty {
      frame.put(
        Words.Board.noItem(model.language), x: inside.x + 1, y: inside.y,
        width: inside.columns - 2, Style(.faint))
    } else if rows.isEmpty, document(model) != nil, document(model)?.kind == .policy {
      frame.put(
        Words.Documents.nothing(look)(model.language), x: inside.x + 1, y: inside.y,
        width: inside.columns - 2, Style(.faint))
    }
    for (line, index) in clauses.window(count: rows.count, height: inside.rows).enumerated() {
      let row = inside.row(line)
      let ground: Ground =
        index == clauses.selected
        ? (pane == .clauses ? .selected : pane == .text ? .shaded : .none) : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      draw(rows[index], model, in: row, ground, on: &frame)
      frame.hit(row, .item(pane: Pane.clauses.rawValue, index: index))
    }
  }

  /// The looks one beside the other, the one that shows set off by brackets.
  private func title(_ model: Model) -> String {
    if case .review = entry(model) { return Words.Review.title(model.language) }
    return Look.allCases.map { look in
      let words = Words.Documents.look(look)(model.language)
      return look == self.look ? "[\(words)]" : words
    }
    .joined(separator: " ")
  }

  private func draw(
    _ row: DocumentRow, _ model: Model, in area: Rect, _ ground: Ground, on frame: inout Frame
  ) {
    let language = model.language
    switch row {
    case .theme(let theme):
      frame.put(
        theme.name(language), x: area.x + 1, y: area.y, width: area.columns - 2,
        Style(.title, on: ground, bold: true))
    case .task(let task):
      let place = model.catalogue.clause(of: task)?.place(language) ?? task.clause
      frame.put(place, x: area.x + 1, y: area.y, width: 14, Style(.accent, on: ground))
      drawTask(task, model, from: area.x + 16, in: area, ground, on: &frame)
    case .draft(let review, let index):
      let draft = review.drafts[index]
      let sign = draft.sign(model.marks)
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
      let place = model.short(of: achievement.place)
      frame.put(place, x: area.x + 1, y: area.y, width: 10, Style(.accent, on: ground))
      frame.put(
        achievement.what(language), x: area.x + 12, y: area.y,
        width: area.columns - 14 - width, Style(on: ground))
      frame.putRight(
        right, maxX: area.maxX - 1, y: area.y, width: width,
        Style(achievement.kind == .result ? .plain : .faint, on: ground, bold: true))
    case .step(let step): draw(step, model, in: area, ground, on: &frame)
    case .difference(let difference):
      let words = DocumentRow.words(difference, model)
      let task = model.catalogue.task(difference.other)?.title(language) ?? ""
      let width = min(frame.ruler.columns(of: words), area.columns * 3 / 5)
      frame.put(
        task, x: area.x + 1, y: area.y, width: area.columns - width - 3, Style(on: ground))
      frame.put(
        words, x: area.maxX - width - 1, y: area.y, width: width, Style(.warning, on: ground))
    }
  }

  private func draw(
    _ step: Lineage.Step, _ model: Model, in area: Rect, _ ground: Ground,
    on frame: inout Frame
  ) {
    guard let task = model.catalogue.tasks[safe: step.task] else { return }
    let document = model.catalogue.document(task.document)
    let year = document.map { "\($0.issued.year)" } ?? ""
    let indent = min(step.depth, 5) * 2
    var x = area.x + 2 + indent
    if step.depth > 0 {
      frame.put(model.marks.arrow, x: x - 2, y: area.y, Style(.faint, on: ground))
    }
    let isThis = task.document == self.document(model)?.id
    x += frame.put(year, x: x, y: area.y, Style(.accent, on: ground, bold: isThis)) + 1
    let place = model.catalogue.clause(of: task)?.place(model.language) ?? task.clause
    x += frame.put(place, x: x, y: area.y, width: 14, Style(.faint, on: ground)) + 1
    drawTask(task, model, from: x, in: area, ground, isChanged: !step.changes.isEmpty, on: &frame)
  }

  /// Title, status and light of a task, up to the right edge.
  private func drawTask(
    _ task: ReformTask, _ model: Model, from x: Int, in area: Rect, _ ground: Ground,
    isChanged: Bool = false, on frame: inout Frame
  ) {
    var right = ""
    if let position = model.catalogue.position(of: task.id), let standing = model.report[position] {
      right = Words.status(standing.status)(model.language)
      frame.light(standing.light.signal, x: area.maxX - 4, y: area.y)
    }
    if isChanged { right = Words.Documents.changed(model.language) + " " + right }
    let width = frame.ruler.columns(of: right)
    frame.put(
      task.title(model.language), x: x, y: area.y, width: area.maxX - x - width - 7,
      Style(on: ground))
    frame.putRight(
      right, maxX: area.maxX - 5, y: area.y, width: width,
      Style(isChanged ? .warning : .faint, on: ground))
  }

  private func drawText(_ model: Model, in area: Rect, on frame: inout Frame) {
    guard area.rows > 2 else { return }
    let title = look == .clauses ? Words.Task.text : Words.Documents.compared
    let inside = Box(title(model.language), isFocused: pane == .text)
      .draw(in: area, on: &frame.canvas, marks: model.marks)
    frame.hit(area, .item(pane: Pane.text.rawValue, index: 0))
    let lines = selectedText(model, width: inside.columns - 2)
    for (row, line) in lines.dropFirst(textOffset).prefix(inside.rows).enumerated() {
      frame.put(
        line.text, x: inside.x + 1, y: inside.y + row, width: inside.columns - 2, Style(line.role))
    }
  }
}
