import Cells
import Reform
import Widgets

extension CompareScreen {
  /// Who has sent, who has not, who was sent back and why; by place, and by department.
  func putBoard(
    _ grounds: ComparisonScope, _ model: Model, _ layout: CompareLayout, _ panes: inout Panes
  ) {
    let language = model.language
    let isAlone = layout.departments.isEmpty
    let words = isAlone && isByDepartment ? Words.Compare.lacking : Words.Compare.collection
    let title = "\(words(language))\(model.symbols.dot)\(grounds.year)"
    let area = layout.board.outset
    guard let (board, forms) = board.map({ ($0.whole, $0.forms) }) else {
      let pane = CollectionLoading(title: title, remark: remark(model))
      return panes.put(pane, as: "about", in: area)
    }
    if isAlone, isByDepartment {
      let pane = CollectionDepartments(
        title: title, remark: remark(model), isFocused: true, parts: departments(board, model))
      panes.put(pane, as: "side", in: area)
    } else {
      let rows = CollectionRows(board, forms, model)
      let pane = CollectionTable(
        title: title, remark: remark(model), tasks: Words.Compare.tasks(forms.month),
        rows: rows.rows, scroll: position.row)
      panes.put(pane, as: "rows", in: area)
    }
    if !isAlone {
      let pane = CollectionDepartments(
        title: Words.Compare.department(language), remark: Words.Compare.lacking(language),
        isFocused: false, parts: departments(board, model))
      panes.put(pane, as: "side", in: layout.departments)
    }
    panes.put(acts(board, forms, model), as: "acts", in: layout.acts)
  }

  /// How many places have sent everything, and the day by which they should.
  private func remark(_ model: Model) -> String {
    guard let board = board?.whole else { return "" }
    let language = model.language
    let places = board.owed.dropFirst()
    let sent = places.count { $0.state == .sent(isComplete: true) }
    let count = Phrase("报全 \(sent)/\(places.count)", "\(sent)/\(places.count) sent")(language)
    let due = board.due.map { "\(Words.Compare.due(language)) \($0)" }
    let lock = board.lock.isSet ? model.symbols.dot + Words.Compare.locked(language) : ""
    return count + model.symbols.dot + (due ?? Words.Compare.noDue(language)) + lock
  }

  private func departments(
    _ board: CollectionBoard, _ model: Model
  ) -> [CollectionDepartments.Part] {
    board.byDepartment.map { department, absent in
      CollectionDepartments.Part(
        name: model.catalogue.name(
          of: Responsible(department, role: .responsible), in: model.language),
        places: board.rows.dropFirst().filter { absent[$0.place] != nil }.map { row in
          "\(model.short(of: row.place))×\(absent[row.place]?.count ?? 0)"
        })
    }
  }

  private func acts(
    _ board: CollectionBoard, _ forms: TaskFormBoard, _ model: Model
  ) -> CollectionActs {
    let (divisions, region) = (model.catalogue.divisions, board.rows.first?.place ?? "")
    let entries = (collected?.entries ?? []).filter { entry in
      (entry.month == nil ? entry.year == board.year : forms.isOf(entry))
        && (divisions.isWithin(entry.place, region) || divisions.isWithin(region, entry.place))
    }.reversed()
    return CollectionActs(
      lines: entries.map { entry in
        let what = CollectAct(entry).words(divisions)(model.language)
        let reason = entry.reason.isEmpty ? "" : model.symbols.dot + entry.reason
        return CollectionActs.Line(
          text: "\(entry.day) \(entry.who) \(what)\(reason)", isBack: entry.kind == .sentBack)
      }, nothing: EmptyWords.said(Words.Compare.noActs, but: EmptyWords.entries, model))
  }
}

extension Rect {
  /// With one cell more on every side.
  fileprivate var outset: Rect {
    Rect(x: x - 1, y: y - 1, columns: columns + 2, rows: rows + 2)
  }
}
