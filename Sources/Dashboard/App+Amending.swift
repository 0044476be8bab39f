import Cells
import Reform
import Widgets

extension AppState {
  /// Opens the field of the review that is selected for a person to write.
  mutating func amendSelected() -> [Effect] {
    guard isWritable(), var screen = review else { return [] }
    if screen.pane == .list { screen.pane = .fields }
    review = screen
    settle()
    guard let draft = screen.draft else { return amendHead(screen) }
    guard screen.review.drafts[draft].decision != .filed else {
      toast = Toast(Words.Review.isFiled(language))
      return []
    }
    guard let field = screen.fields[safe: screen.field] else { return [] }
    switch field {
    case .theme: pickTheme(draft)
    case .level: pickLevel(draft)
    case .supersedes: pickForebear(draft)
    default: write(field, of: screen.review.drafts[draft].task, draft)
    }
    return []
  }

  private mutating func write(_ field: TaskField, of task: ReformTask, _ draft: Int) {
    let text =
      field == .deadlines
      ? task.deadlines.map { Spoken.deadline($0, in: .zh) }.joined(separator: "；")
      : ReviewFields.text(of: field, in: task, self)
    let isFigures = field == .targets && review?.review.document.kind == .bulletin
    let manner = (isFigures ? Words.Review.figures : Words.Review.manner(field))(language)
    let title = isFigures ? Words.Review.figureField : Words.Review.field(field)
    overlay = .prompt(
      Prompt(
        purpose: .amend(field, draft: draft), title: title(language),
        lines: manner.isEmpty ? [] : [manner], field: TextField(text), complaint: nil))
  }

  private mutating func pickTheme(_ draft: Int) {
    let items = catalogue.themes.map {
      Picker.Item(
        value: $0.id, label: $0.name(language), remark: "", words: "\($0.name.zh) \($0.name.en)")
    }
    overlay = .picker(
      Picker(purpose: .amend(.theme, draft: draft), items: items, field: TextField()))
  }

  private mutating func pickLevel(_ draft: Int) {
    let several: [[ReformTask.Level]] = [
      [.eachCounty, .eachCity], [.eachCounty, .province], [.eachCity, .province],
      [.eachCounty, .province, .eachCity],
    ]
    let items = (ReformTask.Level.allCases.map { [$0] } + several).map { levels in
      let ordered = ReformTask.Level.allCases.filter(levels.contains)
      return Picker.Item(
        value: levels.map(\.rawValue).joined(separator: " "),
        label: ordered.map { Words.level($0)(language) }
          .joined(separator: language == .zh ? "、" : ", "), remark: "")
    }
    overlay = .picker(Picker(purpose: .amend(.level, draft: draft), items: items, field: nil))
  }

  private mutating func pickForebear(_ draft: Int) {
    guard let review = review?.review else { return }
    let task = review.drafts[draft].task
    let offered = catalogue.forebears(of: task, issued: review.document.issued)
    let all =
      offered
      + catalogue.tasks.filter { other in
        other.document != task.document && !offered.contains { $0.id == other.id }
      }
    let items = all.map { other in
      let name = catalogue.document(other.document)?.short(language) ?? other.document
      let isChosen = task.supersedes.contains(other.id)
      return Picker.Item(
        value: other.id, label: (isChosen ? "\(marks.tick) " : "") + other.title(language),
        remark: name, words: other.title.zh + " " + other.title.en)
    }
    overlay = .picker(
      Picker(purpose: .amend(.supersedes, draft: draft), items: items, field: TextField()))
  }

  private mutating func amendHead(_ screen: ReviewScreen) -> [Effect] {
    guard !screen.review.isKnown else {
      toast = Toast(Words.Review.isFiled(language))
      return []
    }
    let field = DocumentField.allCases[min(screen.field, DocumentField.allCases.count - 1)]
    if field == .region {
      let effects = showPlaces()
      if case .picker(var picker) = overlay {
        picker.purpose = .region
        overlay = .picker(picker)
      }
      return effects
    }
    overlay = .prompt(
      Prompt(
        purpose: .amendHead(field), title: Words.Review.head(field)(language), lines: [],
        field: TextField(ReviewFields.text(of: field, in: screen.review.document, self)),
        complaint: nil))
    return []
  }

  // MARK: Answers

  /// What was chosen for a draft.
  mutating func amend(_ field: TaskField, of draft: Int, choosing value: String) -> [Effect] {
    amend(draft) { task in
      switch field {
      case .theme: task.theme = value
      case .level:
        let levels = value.split(separator: " ").compactMap {
          ReformTask.Level(rawValue: String($0))
        }
        guard let first = levels.first else { return }
        (task.level, task.also) = (first, Array(levels.dropFirst()))
      case .supersedes:
        if let index = task.supersedes.firstIndex(of: value) {
          task.supersedes.remove(at: index)
        } else {
          task.supersedes.append(value)
        }
      default: break
      }
    }
  }

  /// What was written for a draft; throws a sentence where it cannot be understood.
  mutating func amend(
    _ field: TaskField, of draft: Int, writing text: String
  ) throws(Fault) -> [Effect] {
    let (divisions, language) = (catalogue.divisions, language)
    switch field {
    case .title:
      guard !text.isEmpty else { throw Fault(Words.Prompt.emptyNote.zh, Words.Prompt.emptyNote.en) }
      return amend(draft) { $0.title.amend(text, in: language) }
    case .departments:
      let departments = Amendment.departments(text)
      return amend(draft) { $0.departments = departments }
    case .places:
      let places = try Amendment.places(text, in: divisions)
      return amend(draft) { $0.places = places }
    case .targets:
      let targets = try Amendment.targets(text)
      return amend(draft) { $0.targets = targets }
    default: return []
    }
  }

  /// A deadline is read as a document's words are.
  func readDeadline(_ text: String, of draft: Int) -> [Effect] {
    let issued = review?.review.document.issued ?? today
    return [.review(.readDeadline(text, draft: draft, issued: issued))]
  }

  /// Figures of a bulletin are read as it prints them.
  func readFigures(_ text: String, of draft: Int) -> [Effect] {
    [.review(.readFigures(text, draft: draft))]
  }

  /// Takes figures that a person wrote; one that was there already keeps its kind.
  mutating func amend(_ draft: Int, figures: [TaskTarget]) -> [Effect] {
    amend(draft) { task in
      let kinds = Dictionary(
        task.targets.compactMap { target in target.reported.map { ($0.printed, $0.kind) } },
        uniquingKeysWith: { first, _ in first })
      task.targets = figures.map { figure in
        var figure = figure
        if let printed = figure.reported?.printed, let kind = kinds[printed] {
          figure.reported?.kind = kind
        }
        return figure
      }
    }
  }

  /// What was written for the head of the document.
  mutating func amend(_ field: DocumentField, writing text: String) throws(Fault) -> [Effect] {
    let language = language
    if field == .issued {
      guard let day = Day(text) else {
        throw Fault(Words.Prompt.badDay.zh, Words.Prompt.badDay.en)
      }
      return amend { $0.issued = day }
    }
    guard !text.isEmpty else { throw Fault(Words.Prompt.emptyNote.zh, Words.Prompt.emptyNote.en) }
    return amend { (document: inout Document) in
      switch field {
      case .number:
        if document.short.zh.isEmpty || document.short.zh == document.number {
          document.short = Phrase(text, text)
        }
        document.number = text
      case .title: document.title.amend(text, in: language)
      case .short: document.short.amend(text, in: language)
      case .issuer: document.issuer = text
      default: break
      }
    }
  }
}

extension Phrase {
  /// Puts in other words in one language; in both, where they were never told apart.
  mutating func amend(_ text: String, in language: Language) {
    if zh == en {
      self = Phrase(text, text)
    } else if language == .zh {
      zh = text
    } else {
      en = text
    }
  }
}
