import Cells
import Reform
import Widgets

/// What a person wants of a draft.
struct DraftAmendment: Message {
  enum Change: Equatable, Sendable {
    case title(String)
    case departments([Responsible])
    case places([NamedPlace])
    case targets([TaskTarget])
    case theme(String)
    case levels([ReformTask.Level])
    /// A task that it goes back to, or no longer does.
    case supersedes(ReformTask.ID)
  }

  var draft: Int
  var change: Change
}

/// What a person wants of the head of a document under review.
struct HeadAmendment: Message {
  var field: DocumentField
  var text: String
}

/// A field of a draft, as a person writes it.
struct AskField: Asking {
  var field: TaskField
  var draft: Int
  /// Whether it is what a bulletin prints.
  var isFigures: Bool
  var issued: Day?

  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    if field == .deadlines {
      // A deadline is read as a document's words are.
      let issued = issued ?? model.today
      return [.effect(.review(.readDeadline(text, draft: draft, issued: issued)))]
    }
    if isFigures { return [.effect(.review(.readFigures(text, draft: draft)))] }
    return try change(text, model).map { [.tell(DraftAmendment(draft: draft, change: $0))] } ?? []
  }

  private func change(
    _ text: String, _ model: Model
  ) throws(Fault) -> DraftAmendment.Change? {
    switch field {
    case .title:
      guard !text.isEmpty else { throw Fault(Words.Prompt.emptyNote) }
      return .title(text)
    case .departments: return .departments(Amendment.departments(text))
    case .places: return .places(try Amendment.places(text, in: model.catalogue.divisions))
    case .targets: return .targets(try Amendment.targets(text))
    default: return nil
    }
  }

  var isKept: Bool { field == .deadlines || isFigures }
}

/// A field of the head of a document under review.
struct AskHeadField: Asking {
  var field: DocumentField

  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    if field == .issued {
      guard let day = Day(text) else { throw Fault(Words.Prompt.badDay) }
      try BookDays.held(day)
    }
    guard !text.isEmpty else { throw Fault(Words.Prompt.emptyNote) }
    return [.tell(HeadAmendment(field: field, text: text))]
  }
}

/// The path of a file to import.
struct AskFile: Asking {
  static func prompt(_ language: Language) -> Prompt {
    Prompt(AskFile(), Words.Review.importPath(language), field: TextField(limit: 10_000))
  }

  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    guard !text.isEmpty else { throw Fault(Words.Prompt.emptyNote) }
    return [.effect(.review(.importFile(text)))]
  }

  var hint: Phrase { Words.Review.importHint }
  var isKept: Bool { true }
}
