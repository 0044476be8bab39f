import Cells
import Reform
import Widgets

extension DocumentsScreen: Screen {
  static let tab: Tab? = .documents
  static let contexts = [Context.documents, .review]

  func context(in model: Model) -> Context { review == nil ? .documents : .review }

  mutating func perform(_ command: Command, in model: Model) -> [Request]? {
    if review != nil { return performInReview(command, in: model) }
    switch command {
    case _ where Command.moves.contains(command): move(command, in: model)
    case .nextMatch, .previousMatch: move(command == .nextMatch ? .down : .up, in: model)
    case .open: return open(model)
    case .nextView: turn()
    case .drop: return askingToRemove(model)
    case .explain:
      return explain(model)
    case .back where !filter.isEmpty: narrow(by: "")
    case .back where pane != .documents: pane = .documents
    default: return HandQuestions(model).asked(by: command, from: self)
    }
    return []
  }

  /// Why the light of the task under the cursor; of anything else what its document is.
  private func explain(_ model: Model) -> [Request] {
    let task = pane == .documents ? nil : row(model)?.task(model)
    let selected = task.flatMap(model.catalogue.position).flatMap { model.report[$0] }
    if let selected {
      let task = model.catalogue.tasks[selected.task]
      return model.why(AskedLight(task: task, place: model.scope, whole: selected), in: .documents)
    }
    guard let entry = entry(model) else { return [.say(Words.Review.noDocument, model.language)] }
    let (number, tasks) =
      switch entry {
      case .document(let document): (document.number, byDocument[document.id]?.count ?? 0)
      case .review(let review): (review.document.number, review.drafts.count)
      }
    let lines =
      [Explained("", number, .title)] + about(model).map { Explained("", $0) }
      + [Explained("", Words.Documents.sets(tasks)(model.language), .faint)]
    let title = Words.Documents.document(model.language)
    return [.ask(ExplanationBox(lines, titled: title, in: .documents))]
  }

  private mutating func open(_ model: Model) -> [Request] {
    if case .review(let waiting) = entry(model) {
      review = ReviewScreen(waiting)
      return []
    }
    if pane == .documents {
      pane = .clauses
      return []
    }
    return row(model)?.task(model).map { [.open($0)] } ?? []
  }

  mutating func refresh(in model: Model) {
    guard let review else {
      makeRows(model)
      reveal(in: model)
      return makePanes(model)
    }
    var open = review
    open.reveal(in: model)
    (self.review, panes) = (open, open.panes(model))
  }

  mutating func click(_ pane: Int, _ index: Int, in model: Model) -> Bool {
    if review != nil {
      return review?.click(ReviewScreen.Pane(rawValue: pane) ?? .list, index) ?? true
    }
    guard pane != Self.tabsPane else {
      (look, clauses) = (Look(rawValue: index) ?? look, Scroll())
      return true
    }
    return click(Pane(rawValue: pane) ?? .documents, index)
  }

  /// The text of the selected document, or what bulletins report, where it is not there yet.
  func needs(in model: Model) -> [Read] {
    guard let document = document(model) else { return [] }
    if document.kind == .bulletin { return [.achievements] }
    return texts[document.id] == nil ? [.clauses(of: document.id)] : []
  }

  func draw(_ model: Model, on frame: inout Frame) { panes.draw(on: &frame) }

  var arrangement: Int { panes.arrangement }
  var narrowed: String? { review == nil ? filter : nil }
  mutating func narrow(by text: String, in model: Model) { narrow(by: text) }

  func exported(_ model: Model) -> [[String]] {
    Table.clauses(model.catalogue, by: model.pastDay, model.language).filed
  }

  // MARK: Questions

  /// Asks before a review is dropped, or a filed document is taken out again.
  private func askingToRemove(_ model: Model) -> [Request] {
    let language = model.language
    return model.writing {
      switch entry(model) {
      case .review(let review):
        [
          .ask(
            Question(
              title: Words.Review.drop(language),
              lines: [review.document.title(language), Words.Review.dropHelp(language)],
              effect: .review(.discard(review.id)), in: .documents))
        ]
      // Whether it can be is known before anything is asked.
      case .document(let document): [.effect(.review(.prepareWithdrawal(document.id)))]
      case nil: [.say(Words.Review.noDocument, language)]
      }
    }
  }
}
