import Cells
import Reform

/// A task as a card or a row shows it: its words, cut to no width but that of the title.
struct BoardItem: Equatable, Sendable {
  var task: Int
  var signal: Signal
  var status: Status
  /// The title in lines of the width of a card; a row has one.
  var title: [String]
  /// What a search found in the first line.
  var found: Range<Int>?
  /// All units; and the first, with how many others there are.
  var departments: String
  var unit: String
  var others: Int
  /// How many places are finished, and the deadline; both in one for a card.
  var done: String
  var due: String
  var both: String
  var dueRole: Role
  /// What else was found: the field, and the words around.
  var hit: String?
  /// The document and its clause.
  var place: String
}

extension BoardScreen {
  /// A task on a card: the title wrapped to what is left of its width.
  func card(_ item: TaskStanding, width: Int, _ model: Model) -> BoardItem {
    let width = width - Signal.width(model.language) - 2
    let title = model.catalogue.tasks[item.task].title(model.language)
    return made(item, title: model.ruler.wrap(title, to: max(4, width)), width: width, model)
  }

  /// A task on a row of the table.
  func row(_ item: TaskStanding, _ model: Model) -> BoardItem {
    made(item, title: [model.catalogue.tasks[item.task].title(model.language)], width: 40, model)
  }

  private func made(
    _ item: TaskStanding, title: [String], width: Int, _ model: Model
  ) -> BoardItem {
    let (task, language) = (model.catalogue.tasks[item.task], model.language)
    let query = filter.isEmpty ? nil : SearchQuery(filter, pinyin: model.pinyin ?? .none)
    let due = due(item, task, model)
    return BoardItem(
      task: item.task, signal: item.light.signal, status: item.status, title: title,
      found: query?.range(in: title[0]),
      departments: Format.departments(task, of: model.catalogue, in: language),
      unit: unit(task, model), others: max(0, task.departments.count - 1),
      done: Format.lines(item, of: task, model.catalogue, in: language), due: due,
      both: both(item, task, due, model, in: width), dueRole: dueRole(item),
      hit: found(item.task, model), place: place(of: task, model))
  }

  private func place(of task: ReformTask, _ model: Model) -> String {
    let document = model.catalogue.document(task.document)?.short(model.language) ?? task.document
    return document + model.symbols.dot
      + (model.catalogue.clause(of: task)?.place(model.language) ?? task.clause)
  }

  private func unit(_ task: ReformTask, _ model: Model) -> String {
    guard let first = task.departments.first else { return "" }
    let plain = Responsible(first.name, role: first.role)
    return model.catalogue.name(of: plain, in: model.language)
      .replacing("Provincial ", with: "Prov. ").replacing("Municipal ", with: "Mun. ")
  }

  /// The deadline of what is owed; of what is finished there is none to watch.
  private func due(_ item: TaskStanding, _ task: ReformTask, _ model: Model) -> String {
    guard !item.status.isFinished else { return "" }
    return Format.due(
      item.due, of: task, finished: !item.isOwed, on: model.day, in: model.language)
  }

  /// Both in one; the short form where room is scarce.
  private func both(
    _ item: TaskStanding, _ task: ReformTask, _ due: String, _ model: Model, in width: Int
  ) -> String {
    let lines = Format.lines(item, of: task, model.catalogue, in: model.language)
    guard item.isOwed || (lines.isEmpty && !item.status.isFinished) else { return lines }
    guard !lines.isEmpty else { return due }
    let whole = lines + " " + due
    guard model.ruler.columns(of: whole) > width else { return whole }
    let short = "\(item.current.finished)/\(item.current.total) " + due
    return model.ruler.columns(of: short) > width ? due : short
  }

  private func dueRole(_ item: TaskStanding) -> Role {
    item.status.isFinished ? .faint : item.light.signal == .grey ? .faint : item.light.signal.role
  }
}

extension BoardItem {
  /// The first unit with how many others, the name cut so that the number stays.
  func units(in width: Int, _ ruler: Ruler) -> String {
    guard others > 0 else { return unit }
    let behind = " +\(others)"
    return ruler.cut(unit, to: width - ruler.columns(of: behind)) + behind
  }
}
