import Cells
import Reform
import Widgets

/// A document under review: its drafts, what each sets, and the clause with the words behind it.
public struct ReviewScreen: Equatable, Sendable {
  enum Pane: Int, CaseIterable { case list, fields, text }

  /// A row of the list: the document itself, or a draft by number.
  enum Row: Hashable {
    case document
    case draft(Int)
  }

  var review: Review
  var pane = Pane.list
  var list = Scroll()
  var field = 0
  var fieldOffset = 0
  var textOffset = 0
  /// Only what still has to be decided.
  var onlyWaiting: Bool
  /// Drafts as they were before each decision, the last one at the end.
  var past: [[Int: TaskDraft]] = []

  init(_ review: Review) {
    self.review = review
    onlyWaiting = review.isKnown
    list.selected = review.document.lacks.isEmpty ? 1 : 0
  }

  var rows: [Row] {
    let shown = review.drafts.indices.filter { index in
      !onlyWaiting || review.drafts[index].isWaiting || review.drafts[index].decision == .accepted
    }
    return [.document] + shown.map(Row.draft)
  }

  var selected: Row { rows[safe: list.selected] ?? .document }

  var draft: Int? {
    if case .draft(let index) = selected { return index }
    return nil
  }

  // MARK: Fields

  static let taskFields: [TaskField] = [
    .title, .departments, .deadlines, .places, .targets, .theme, .level, .supersedes,
  ]

  /// What a bulletin reports has figures where a clause has targets, and nobody answers for it.
  static let factFields: [TaskField] = [.title, .places, .targets, .theme]

  var fields: [TaskField] {
    review.document.kind == .bulletin ? Self.factFields : Self.taskFields
  }

  var fieldCount: Int { draft == nil ? DocumentField.allCases.count : fields.count }

  // MARK: Moving

  mutating func move(_ command: Command, in model: Model) {
    switch command {
    case .nextPane, .previousPane:
      let step = command == .nextPane ? 1 : Pane.allCases.count - 1
      pane = Pane(rawValue: (pane.rawValue + step) % Pane.allCases.count) ?? .list
    case .left: pane = .list
    case .right: if pane == .list { pane = .fields }
    default:
      switch pane {
      case .list: moveInList(command, model)
      case .fields: moveInFields(command, model)
      case .text: moveInText(command, model)
      }
    }
  }

  private mutating func moveInList(_ command: Command, _ model: Model) {
    let count = rows.count
    let page = max(1, ReviewLayout(model).list.rows - 3)
    let steps: [Command: Int] = [
      .up: -1, .down: 1, .pageUp: -page, .pageDown: page, .top: -count, .bottom: count,
    ]
    guard let step = steps[command] else { return }
    list.move(by: step, of: count)
    (field, fieldOffset, textOffset) = (0, 0, 0)
  }

  private mutating func moveInFields(_ command: Command, _ model: Model) {
    let count = fieldCount
    let steps: [Command: Int] = [
      .up: -1, .down: 1, .pageUp: -4, .pageDown: 4, .top: -count, .bottom: count,
    ]
    guard let step = steps[command] else { return }
    field = max(0, min(count - 1, field + step))
    textOffset = 0
  }

  private mutating func moveInText(_ command: Command, _ model: Model) {
    let page = max(1, ReviewLayout(model).text.rows - 3)
    let steps: [Command: Int] = [
      .up: -1, .down: 1, .pageUp: -page, .pageDown: page, .top: -100_000, .bottom: 100_000,
    ]
    guard let step = steps[command] else { return }
    textOffset = max(0, textOffset + step)
  }

  /// Selects what was clicked; false where it was selected already.
  mutating func click(_ pane: Pane, _ index: Int) -> Bool {
    defer { self.pane = pane }
    switch pane {
    case .list:
      guard list.selected != index else { return self.pane != pane }
      list.selected = index
      (field, fieldOffset, textOffset) = (0, 0, 0)
      return true
    case .fields:
      guard field != index || self.pane != pane else { return false }
      field = index
      return true
    case .text: return true
    }
  }

  mutating func reveal(in model: Model) {
    let layout = ReviewLayout(model)
    list.reveal(count: rows.count, height: max(1, layout.list.rows - 2))
    field = min(field, fieldCount - 1)
    let fields = ReviewFields(self, model, width: layout.fields.columns - 2)
    fieldOffset = fields.offset(showing: field, from: fieldOffset, height: layout.fields.rows - 2)
    let lines = clauseText(model, width: layout.text.columns - 4).lines.count
    textOffset = max(0, min(textOffset, lines - max(1, layout.text.rows - 2)))
  }

  /// The clause of the selected draft, wrapped.
  func clauseText(_ model: Model, width: Int) -> ClauseText {
    ClauseText(draft.map { review.drafts[$0].clause.text } ?? "", width: width, model.ruler)
  }

  // MARK: Deciding

  /// Sets drafts, and has it kept unless somebody else was quicker.
  ///
  /// How they were before is remembered, unless they are put back to that.
  mutating func set(_ drafts: [Int: TaskDraft], isBack: Bool = false) -> Request {
    let seen = Dictionary(uniqueKeysWithValues: drafts.keys.map { ($0, review.drafts[$0]) })
    if !isBack { past.append(seen) }
    for (index, draft) in drafts { review.drafts[index] = draft }
    return .effect(.review(.decide(review.id, drafts, seen: seen)))
  }

  /// Moves on to the next draft that waits, if there is one below.
  mutating func goOn() {
    let rows = rows
    let next = rows.indices.first { index in
      guard index > list.selected, case .draft(let draft) = rows[index] else { return false }
      return review.drafts[draft].isWaiting
    }
    if let next { list.selected = next }
    list.selected = min(list.selected, rows.count - 1)
    (field, fieldOffset, textOffset) = (0, 0, 0)
  }
}

/// Where the panes of a review stand: the list at the left, the clause beside it.
struct ReviewLayout {
  var list, fields, text: Rect

  init(_ model: Model) {
    let body = model.body
    let left = max(24, min(56, body.columns * 2 / 5))
    let columns = body.splitColumns([.fixed(left), .share(1)])
    list = columns[0]
    let most = max(6, body.rows * 3 / 5)
    let rows = columns[1].splitRows([.fixed(min(most, body.rows - 5)), .share(1)])
    (fields, text) = (rows[0], rows[1])
  }
}
