import Cells
import Reform
import Widgets

/// Amending what a review has read.
extension DocumentsScreen {
  /// Opens the field that is selected for a person to write.
  mutating func amending(_ model: Model) -> [Request] {
    if let refusal = model.refusal { return refusal }
    guard var screen = review else { return [] }
    if screen.pane == .list { screen.pane = .fields }
    review = screen
    guard let draft = screen.draft else { return amendingHead(screen, model) }
    guard screen.review.drafts[draft].decision != .filed else {
      return [.say(Words.Review.isFiled, model.language)]
    }
    guard let field = screen.fields[safe: screen.field] else { return [] }
    switch field {
    case .theme: return [choiceOfTheme(draft, model)]
    case .level: return [choiceOfLevel(draft, model)]
    case .supersedes: return choiceOfForebear(draft, model).map { [$0] } ?? []
    default: return [writing(field, of: screen.review.drafts[draft].task, draft, model)]
    }
  }

  private func writing(
    _ field: TaskField, of task: ReformTask, _ draft: Int, _ model: Model
  ) -> Request {
    let language = model.language
    let text =
      field == .deadlines
      ? task.deadlines.map { Format.deadline($0, in: .zh) }.joined(separator: "；")
      : ReviewFields.text(of: field, in: task, model)
    let isFigures = field == .targets && review?.review.document.kind == .bulletin
    let manner = Words.Review.manner(isFigures ? nil : field, model)(language)
    let title = isFigures ? Words.Review.figureField : Words.Review.field(field)
    return .ask(
      Prompt(
        AskField(
          field: field, draft: draft, isFigures: isFigures,
          issued: review?.review.document.issued),
        title(language), lines: manner.isEmpty ? [] : [manner], field: TextField(text)))
  }

  private func choiceOfTheme(_ draft: Int, _ model: Model) -> Request {
    let items = model.catalogue.themes.map {
      Picker.Item(
        $0.name(model.language), words: "\($0.name.zh) \($0.name.en) \($0.id)",
        [.tell(DraftAmendment(draft: draft, change: .theme($0.id)))])
    }
    return .ask(Picker(title: Words.Review.field(.theme), items: items, field: TextField()))
  }

  private func choiceOfLevel(_ draft: Int, _ model: Model) -> Request {
    let divisions = model.catalogue.divisions
    let region = review?.review.document.region ?? model.catalogue.province
    let parting = divisions.partingOfCities(in: region)
    let choices = ReformTask.Level.offered(in: divisions).map { [$0] }
    let items = (choices + ReformTask.Level.joined(in: divisions)).map { levels in
      let ordered = ReformTask.Level.allCases.filter(levels.contains)
      return Picker.Item(
        Words.levels(ordered, parting, in: model.language),
        [.tell(DraftAmendment(draft: draft, change: .levels(levels)))])
    }
    return .ask(Picker(title: Words.Review.field(.level), items: items))
  }

  private func choiceOfForebear(_ draft: Int, _ model: Model) -> Request? {
    guard let review = review?.review else { return nil }
    let task = review.drafts[draft].task
    let offered = model.catalogue.forebears(of: task, issued: review.document.issued)
    let all =
      offered
      + model.catalogue.tasks.filter { other in
        other.document != task.document && !offered.contains { $0.id == other.id }
      }
    let items = all.map { other in
      let name = model.catalogue.document(other.document)?.short(model.language) ?? other.document
      let isChosen = task.supersedes.contains(other.id)
      return Picker.Item(
        (isChosen ? "\(model.symbols.tick) " : "") + other.title(model.language), remark: name,
        words: "\(other.title.zh) \(other.title.en) \(other.id)",
        [.tell(DraftAmendment(draft: draft, change: .supersedes(other.id)))])
    }
    return .ask(Picker(title: Words.Review.field(.supersedes), items: items, field: TextField()))
  }

  private func amendingHead(_ screen: ReviewScreen, _ model: Model) -> [Request] {
    guard !screen.review.isKnown else { return [.say(Words.Review.isFiled, model.language)] }
    let field = DocumentField.allCases[min(screen.field, DocumentField.allCases.count - 1)]
    if field == .region {
      let items = model.places { [.tell(HeadAmendment(field: .region, text: $0))] }
      return [
        .ask(Picker(title: Words.Review.head(.region), items: items, field: TextField())),
        .findByPinyin,
      ]
    }
    return [
      .ask(
        Prompt(
          AskHeadField(field: field), Words.Review.head(field)(model.language),
          field: TextField(ReviewFields.text(of: field, in: screen.review.document, model))))
    ]
  }

  // MARK: Answers

  /// Changes a draft as a person wants it.
  mutating func amend(_ amendment: DraftAmendment, _ model: Model) -> [Request] {
    amend(amendment.draft) { task in
      switch amendment.change {
      case .title(let text): task.title.amend(text, in: model.language)
      case .departments(let departments): task.departments = departments
      case .places(let places): task.places = places
      case .targets(let targets): task.targets = targets
      case .theme(let theme): task.theme = theme
      case .levels(let levels):
        guard let first = levels.first else { return }
        (task.level, task.also) = (first, Array(levels.dropFirst()))
      case .supersedes(let other):
        if let index = task.supersedes.firstIndex(of: other) {
          task.supersedes.remove(at: index)
        } else {
          task.supersedes.append(other)
        }
      }
    }
  }

  /// Takes figures that a person wrote; one that was there already keeps its kind.
  mutating func amend(_ draft: Int, figures: [TaskTarget]) -> [Request] {
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

  /// Changes the task of a draft.
  mutating func amend(_ draft: Int, _ change: (inout ReformTask) -> Void) -> [Request] {
    guard var screen = review, screen.review.drafts.indices.contains(draft) else { return [] }
    var amended = screen.review.drafts[draft]
    change(&amended.task)
    amended.isAmended = true
    let kept = screen.set([draft: amended])
    review = screen
    return [kept]
  }

  /// What was written for the head of the document.
  mutating func amend(_ amendment: HeadAmendment, _ model: Model) -> [Request] {
    guard var screen = review else { return [] }
    screen.review.document.amend(amendment, in: model.language)
    review = screen
    return [.effect(.review(.amend(screen.review.id, screen.review.document)))]
  }
}

extension Document {
  /// Puts in what a person wrote for a field of the head.
  fileprivate mutating func amend(_ amendment: HeadAmendment, in language: Language) {
    let text = amendment.text
    switch amendment.field {
    case .number:
      if short.zh.isEmpty || short.zh == number { short = Phrase(text, text) }
      number = text
    case .title: title.amend(text, in: language)
    case .short: short.amend(text, in: language)
    case .issuer: issuer = text
    case .issued: if let day = Day(text) { issued = day }
    case .region: region = text
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
