import Cells
import Reform

/// A task as a card or a row shows it: all its words, cut to no width but that of the title.
struct BoardItem: Equatable, Sendable {
  var task: Int
  var signal: Signal
  var status: Status
  /// The title in lines of the width of a card; a row has one.
  var title: [String]
  /// What a search found in the first line.
  var found: Range<Int>?
  var departments: String
  /// How many places are finished, and the deadline.
  var due: String
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
    return made(
      item, title: model.ruler.wrap(title, to: max(4, width)), dueWidth: width, model)
  }

  /// A task on a row.
  func row(_ item: TaskStanding, _ model: Model) -> BoardItem {
    made(
      item, title: [model.catalogue.tasks[item.task].title(model.language)],
      dueWidth: BoardRow.dueWidth(model.language), model)
  }

  private func made(
    _ item: TaskStanding, title: [String], dueWidth: Int, _ model: Model
  ) -> BoardItem {
    let (task, language) = (model.catalogue.tasks[item.task], model.language)
    let query = filter.isEmpty ? nil : SearchQuery(filter, pinyin: model.pinyin ?? .none)
    return BoardItem(
      task: item.task, signal: item.light.signal, status: item.status, title: title,
      found: query?.range(in: title[0]),
      departments: Spoken.departments(task, of: model.catalogue, in: language),
      due: due(item, task, model, in: dueWidth), dueRole: dueRole(item),
      hit: found(item.task, model), place: place(of: task, model))
  }

  private func place(of task: ReformTask, _ model: Model) -> String {
    let document = model.catalogue.document(task.document)?.short(model.language) ?? task.document
    return document + model.marks.dot
      + (model.catalogue.clause(of: task)?.place(model.language) ?? task.clause)
  }

  /// How many places are finished, and the deadline; the short form where room is scarce.
  private func due(
    _ item: TaskStanding, _ task: ReformTask, _ model: Model, in width: Int
  ) -> String {
    let lines = Spoken.lines(item, of: task, in: model.language)
    guard item.isOwed || (lines.isEmpty && !item.status.isFinished) else { return lines }
    let due = Spoken.due(
      item.due, of: task, finished: !item.isOwed, on: model.day, in: model.language)
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
