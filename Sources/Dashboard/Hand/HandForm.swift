import Cells
import Reform
import Widgets

/// The fields of the form of a task.
enum HandField: Hashable, Sendable {
  case title, units, deadline, level, places, targets, theme, document, clause, since, reason
}

extension HandField {
  /// The field of a part of a task.
  fileprivate init?(_ part: TaskField) {
    switch part {
    case .title: self = .title
    case .departments: self = .units
    case .deadlines: self = .deadline
    case .places: self = .places
    case .targets: self = .targets
    case .theme: self = .theme
    case .level: self = .level
    case .supersedes: return nil
    }
  }
}

/// The form in which a task is written: a new one, or one that is amended.
struct HandForm: OverlayRoom {
  /// The task as it was when it was opened; nil for a new one.
  let before: ReformTask?
  /// The last act of the ledger of which the person knows.
  private var seen: Int
  let levels: [[ReformTask.Level]]
  let documents: [Document.ID?]
  var form: Form
  /// The units that nobody knows, of which the person was told.
  private var told: [String] = []
  /// The clause that nobody knows, of which the person was told.
  private var toldClause: String?

  init(
    before: ReformTask?, seen: Int, levels: [[ReformTask.Level]], documents: [Document.ID?],
    _ form: Form
  ) {
    (self.before, self.seen, self.levels) = (before, seen, levels)
    (self.documents, self.form) = (documents, form)
  }

  var hints: [OverlayHint] { form.hints }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    let isLast = form.list.selected == form.list.fields.count - 1
    if key == .control("s") || key == .enter && isLast { return enter(model) }
    return form.press(key, in: model)
  }

  mutating func write(_ text: String, in model: Model) -> [Request] {
    form.write(text, in: model)
  }

  mutating func click(_ index: Int, in model: Model) -> [Request] { form.click(index, in: model) }

  mutating func complain(_ fault: Fault, in model: Model) -> Bool {
    tell(fault, model)
    return true
  }

  /// Tells what others have changed meanwhile; the same key again enters it all the same.
  mutating func take(_ moved: HandMoved, _ model: Model) {
    seen = moved.seen
    form.complain(HandPhrases.moved(moved, model), model.language)
  }

  func draw(_ model: Model, on frame: inout Frame) { form.draw(model, on: &frame) }

  /// Enters what was written; the form stays open until it is on disk.
  private mutating func enter(_ model: Model) -> [Request] {
    form.isLeaving = false
    guard form.check(model.language) else { return [] }
    do throws(Fault) {
      let draft = try draft(model)
      return tells(draft.task, model) || tellsClause(model)
        ? [] : [.effect(.hand(.write(draft, seen: seen)))]
    } catch {
      tell(error, model)
      return []
    }
  }

  /// Says what is wrong at the field that it is about, and puts the cursor there.
  private mutating func tell(_ fault: Fault, _ model: Model) {
    form.complain(
      fault.message, at: fault.part.flatMap(HandField.init).map { .hand($0) }, model.language)
  }

  /// Whether there is a unit that nobody knows and of which the person was not told: it is said, and the
  /// same key again enters it.
  private mutating func tells(_ task: ReformTask, _ model: Model) -> Bool {
    let known = Set(before?.departments.map(\.name) ?? [])
    let unknown = model.catalogue.unknownUnits(task.departments).filter { !known.contains($0) }
    guard !unknown.isEmpty, unknown != told else { return false }
    told = unknown
    return warn(HandWords.unknown(unknown), at: .units, model)
  }

  /// The same of a clause that the document does not have.
  private mutating func tellsClause(_ model: Model) -> Bool {
    let clause = text(.clause)
    guard before == nil, !clause.isEmpty, clause != toldClause,
      let document = documents[safe: form.choice(.hand(.document))] ?? nil
    else { return false }
    let names = ClauseNames(document, in: model.catalogue)
    guard !names.isEmpty, names.find(clause) == nil else { return false }
    toldClause = clause
    return warn(names.unknown(clause), at: .clause, model)
  }

  /// Says what is unusual of a field, which the same key enters all the same.
  private mutating func warn(_ words: Phrase, at field: HandField, _ model: Model) -> Bool {
    let again = Phrase("再按一次照样登记。", " The same key again enters it.")
    form.complain(
      Phrase(words.zh + again.zh, words.en + again.en), at: .hand(field), model.language)
    return true
  }

  /// The clause as the ledger writes it, where it knows one of that name.
  private func clause(in document: Document.ID?, _ model: Model) -> String {
    let clause = text(.clause)
    return document.flatMap { ClauseNames($0, in: model.catalogue).find(clause) } ?? clause
  }

  // MARK: What was written

  private func text(_ field: HandField) -> String { form.text(.hand(field)) }
  private func isChanged(_ field: HandField) -> Bool {
    before == nil || form.isChanged(.hand(field))
  }

  /// The task with what was written over; what was not touched stays as it is, to the last word.
  private func draft(_ model: Model) throws(Fault) -> HandDraft {
    let document = documents[safe: form.choice(.hand(.document))] ?? nil
    var task =
      before
      ?? ReformTask(
        id: "", document: document ?? "", clause: "", title: Phrase("", ""), theme: "")
    if isChanged(.title) { task.title.amend(text(.title), in: model.language) }
    if isChanged(.units) { task.departments = Amendment.departments(text(.units)) }
    if isChanged(.places) {
      task.places = try Amendment.places(text(.places), in: model.catalogue.divisions)
    }
    if isChanged(.targets) {
      let written = try Amendment.targets(text(.targets))
      task.targets = TaskTarget.carried(written, from: task.targets)
    }
    if isChanged(.theme), let theme = model.catalogue.themes[safe: form.choice(.hand(.theme))] {
      task.theme = theme.id
    }
    if isChanged(.level), let chosen = levels[safe: form.choice(.hand(.level))],
      let first = chosen.first
    {
      (task.level, task.also) = (first, Array(chosen.dropFirst()))
    }
    return HandDraft(
      before: before, task, deadlines: isChanged(.deadline) ? text(.deadline) : nil,
      since: form.day(.hand(.since)) ?? model.today, clause: clause(in: document, model),
      reason: text(.reason))
  }
}
