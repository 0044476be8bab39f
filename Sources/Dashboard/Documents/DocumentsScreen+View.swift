import Cells
import Reform
import Widgets

extension DocumentsScreen {
  /// Makes the panes of the documents.
  mutating func makePanes(_ model: Model) {
    let layout = DocumentsLayout(self, model)
    var panes = Panes()
    panes.put(list(model, layout), as: "list", in: layout.documents)
    panes.put(rowsPane(model, in: layout.clauses), as: "rows", in: layout.clauses)
    if layout.text.rows > 2 {
      var title = look == .clauses ? Words.Task.text : Words.Documents.compared
      // A document in review has its clauses only, whatever is looked at.
      if case .review = entry(model) { title = Words.Task.text }
      let lines = selectedText(model, width: layout.text.columns - 4)
      panes.put(
        DocumentText(
          title: title(model.language), isFocused: pane == .text,
          lines: lines.dropFirst(textOffset).prefix(layout.text.rows - 2).map {
            .init(text: $0.text, role: $0.role)
          }, below: lines.count - textOffset - layout.text.rows + 2),
        as: "text", in: layout.text)
    }
    self.panes = panes
  }

  private func list(_ model: Model, _ layout: DocumentsLayout) -> DocumentList {
    let all = entries(model).map { words($0, model) }
    let window = documents.window(count: all.count, height: layout.list.rows)
    return DocumentList(
      count: all.count, first: window.lowerBound, selected: documents.selected,
      isFocused: pane == .documents, entries: Array(all[window]),
      rightWidth: all.map { model.ruler.columns(of: $0.right) }.max() ?? 0,
      rows: layout.list.rows, about: about(model),
      nothing: EmptyWords.said(Words.Documents.none, but: EmptyWords.documents, model))
  }

  private func words(_ entry: Entry, _ model: Model) -> DocumentList.Entry {
    switch entry {
    case .review(let review):
      let document = review.document
      return .init(
        name: document.number.isEmpty
          ? review.file : "\(document.number) \(document.title(model.language))",
        right: "\(Words.Review.waits(model.language)) \(review.waiting)", role: .warning)
    case .document(let document):
      let tasks = byDocument[document.id]?.count ?? 0
      return .init(
        name: document.listed(model.language), number: document.number,
        day: "\(document.issued)",
        right: document.tasksWords(tasks, model), role: .faint)
    }
  }

  /// What is known of the selected document, its title first.
  func about(_ model: Model) -> [String] {
    guard let entry = entry(model) else { return [] }
    let document: Document
    switch entry {
    case .review(let review): document = review.document
    case .document(let known): document = known
    }
    let issued = document.issued == Day(ordinal: 0) ? "" : model.symbols.dot + "\(document.issued)"
    var lines = [
      document.title(model.language), document.issuer + issued, model.name(of: document.region),
    ]
    if document.isTruncated { lines.append(Words.Documents.truncated(model.language)) }
    lines += document.leftOutWords(model)
    if document.kind == .bulletin { lines.append(Words.Documents.bulletin(model.language)) }
    if case .review(let review) = entry {
      let file = Words.Review.file(model.language) + " " + review.file
      lines += [file, Words.Documents.toReview(model.language)]
    }
    return lines
  }

  private func rowsPane(_ model: Model, in area: Rect) -> DocumentRows {
    let rows = rows(model)
    let window = clauses.window(count: rows.count, height: area.rows - 2)
    var notice = ""
    if rows.isEmpty, !filter.isEmpty {
      notice = Words.Board.noItem(model.language)
    } else if rows.isEmpty, document(model)?.kind == .policy {
      notice = Words.Documents.nothing(look)(model.language)
    }
    let isReview = if case .review = entry(model) { true } else { false }
    return DocumentRows(
      title: isReview ? Words.Review.title(model.language) : "",
      tabs: isReview ? [] : Look.allCases.map { Words.Documents.look($0)(model.language) },
      front: look.rawValue, remark: (filter.isEmpty ? "" : "/\(filter) ") + "\(rows.count)",
      isFocused: pane == .clauses, isShaded: pane == .text, notice: notice,
      first: window.lowerBound, selected: clauses.selected,
      rows: window.map { line(rows[$0], model) }, rest: rows.count - window.upperBound,
      widestPath: widestPath(model))
  }

  private func widestPath(_ model: Model) -> Int {
    guard case .review(let review) = entry(model) else { return 1 }
    let paths = review.drafts.map { $0.clause.shownPath(model.language) }
    return paths.map { model.ruler.columns(of: $0) }.max() ?? 1
  }

  private func line(_ row: DocumentRow, _ model: Model) -> DocumentRows.Line {
    let language = model.language
    switch row {
    case .theme(let theme): return .theme(theme.name(language))
    case .task(let task):
      let place = model.catalogue.clause(of: task)?.place(language) ?? task.clause
      return .task(place: place, tail(task, model))
    case .draft(let review, let index):
      let draft = review.drafts[index]
      let sign = draft.sign(model.symbols)
      return .draft(
        mark: sign.mark, sign.role, path: draft.clause.shownPath(model.language),
        draft.task.title(language))
    case .achievement(let achievement):
      let isResult = achievement.kind == .result
      let kind = isResult ? "" : Words.Documents.kind(achievement.kind)(language) + " "
      return .achievement(
        place: model.short(of: achievement.place), achievement.what(language),
        printed: kind + achievement.printed, isResult: isResult)
    case .step(let step):
      guard let task = model.catalogue.tasks[safe: step.task] else { return .nothing }
      let document = model.catalogue.document(task.document)
      return .step(
        depth: step.depth, year: document.map { "\($0.issued.year)" } ?? "",
        isThis: task.document == self.document(model)?.id,
        place: model.catalogue.clause(of: task)?.place(language) ?? task.clause,
        tail(task, model, isChanged: !step.changes.isEmpty))
    case .difference(let difference):
      return .difference(
        model.catalogue.task(difference.other)?.title(language) ?? "",
        DocumentRow.words(difference, model))
    }
  }

  private func tail(
    _ task: ReformTask, _ model: Model, isChanged: Bool = false
  ) -> DocumentRows.Tail {
    var tail = DocumentRows.Tail(title: task.title(model.language), isChanged: isChanged)
    if let position = model.catalogue.position(of: task.id), let standing = model.report[position] {
      tail.right = Words.status(standing.status)(model.language)
      tail.light = standing.light.signal
    }
    if model.catalogue.leftOut(task) != nil { tail.right = HandWords.leftOut(model.language) }
    if isChanged { tail.right = Words.Documents.changed(model.language) + " " + tail.right }
    return tail
  }
}
