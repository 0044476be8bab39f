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
    case .importDocument: return askingForFile(model)
    case .nextView: turn()
    case .drop: return askingToRemove(model)
    case .explain:
      let selected = row(model)?.task(model).flatMap(model.catalogue.position).flatMap {
        model.report[$0]
      }
      let asked = selected.map {
        AskedLight(task: model.catalogue.tasks[$0.task], place: model.scope, whole: $0)
      }
      return model.why(asked, in: .documents)
    case .back where !filter.isEmpty: narrow(by: "")
    case .back where pane != .documents: pane = .documents
    default: return nil
    }
    return []
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
    if pane == Self.tabsPane {
      look = Look(rawValue: index) ?? look
      clauses = Scroll()
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
    Table.clauses(model.catalogue, model.language).filed
  }

  // MARK: Questions

  func askingForFile(_ model: Model) -> [Request] {
    model.writing {
      [
        .ask(
          Prompt(
            AskFile(), Words.Review.importPath(model.language), field: TextField(limit: 10_000)))
      ]
    }
  }

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
      case .document(let document):
        [
          .ask(
            Question(
              title: Words.Review.withdraw(language),
              lines: [document.title(language), Words.Review.withdrawHelp(language)],
              effect: .review(.withdraw(document.id)), in: .documents))
        ]
      case nil: [.say(Words.Review.noDocument, language)]
      }
    }
  }
}
