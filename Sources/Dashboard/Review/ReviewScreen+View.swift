import Cells
import Reform
import Widgets

extension ReviewScreen {
  /// Its panes, made when it settles.
  func panes(_ model: Model) -> Panes {
    let layout = ReviewLayout(model)
    var panes = Panes()
    panes.put(listPane(model, in: layout.list), as: "list", in: layout.list)
    panes.put(fieldsPane(model, in: layout.fields), as: "fields", in: layout.fields)
    panes.put(textPane(model, in: layout.text), as: "text", in: layout.text)
    return panes
  }

  private func listPane(_ model: Model, in area: Rect) -> ReviewList {
    let decided = review.drafts.count { !$0.isWaiting }
    let title = onlyWaiting ? Words.Review.onlyWaiting : Words.Review.title
    let rows = rows
    let window = list.window(count: rows.count, height: area.rows - 2)
    return ReviewList(
      title: title(model.language), remark: "\(decided)/\(review.drafts.count)",
      isFocused: pane == .list, first: window.lowerBound, selected: list.selected,
      rows: window.map { row(rows[$0], model) }, below: rows.count - window.upperBound,
      widestPath: review.drafts.map { model.ruler.columns(of: $0.clause.shownPath(model.language)) }
        .max() ?? 1)
  }

  private func row(_ row: Row, _ model: Model) -> ReviewList.Line {
    guard case .draft(let index) = row else {
      let lacks = !review.document.lacks.isEmpty
      let name = review.document.number.isEmpty ? review.file : review.document.number
      return .document(
        mark: lacks ? "!" : String(model.symbols.tick), lacks ? .warning : .good, name: name)
    }
    let draft = review.drafts[index]
    let sign = draft.sign(model.symbols)
    return .draft(
      .init(
        mark: sign.mark, role: sign.role, path: draft.clause.shownPath(model.language),
        title: draft.task.title(model.language), word: Words.Review.decision(draft)(model.language),
        isFaint: draft.decision == .dropped || draft.isSame))
  }

  private func fieldsPane(_ model: Model, in area: Rect) -> ReviewFieldsPane {
    let title =
      draft.map { index in
        let clause = review.drafts[index].clause
        return [Clause.number(clause.place), clause.section].filter { !$0.isEmpty }.joined(
          separator: model.symbols.dot)
      } ?? Words.Review.document(model.language)
    let lines = ReviewFields(self, model, width: area.columns - 2).lines
    return ReviewFieldsPane(
      title: title, isFocused: pane == .fields,
      lines: Array(lines.dropFirst(fieldOffset).prefix(max(0, area.rows - 2))),
      below: lines.count - fieldOffset - max(0, area.rows - 2),
      selected: pane == .list ? nil : field)
  }

  private func textPane(_ model: Model, in area: Rect) -> ReviewText {
    var shown = ReviewText(isFocused: pane == .text)
    guard let draft else { return shown }
    let height = max(0, area.rows - 2)
    let clause = review.drafts[draft].clause
    let chosen = ranges(of: pane == .list ? nil : fields[safe: field], in: clause)
    let text = clauseText(model, width: area.columns - 4)
    shown.text = text
    shown.first = offset(of: text, showing: chosen.first?.lowerBound, height: height)
    shown.ranges = ranges(of: nil, in: clause)
    shown.chosen = pane == .list ? [] : chosen
    return shown
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

extension TaskDraft {
  /// One mark for what became of it; colour is never the only carrier.
  func sign(_ symbols: Symbols) -> (mark: String, role: Role) {
    if isSame, decision != .filed { return ("=", .faint) }
    switch decision {
    case .accepted: return (String(symbols.tick), .good)
    case .filed: return ("#", .good)
    case .dropped: return ("x", .idle)
    case .waiting: return isSure ? ("-", .plain) : ("?", .warning)
    }
  }
}
