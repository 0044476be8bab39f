import Cells
import Reform
import Widgets

/// A row of what is shown of a document.
enum DocumentRow: Equatable {
  case task(ReformTask)
  /// Of a document under review.
  case draft(Review, Int)
  case theme(Theme)
  case step(Lineage.Step)
  case difference(Divergence)
  case achievement(Achievement)

  static func rows(of screen: DocumentsScreen, _ model: Model) -> [DocumentRow] {
    switch screen.entry(model) {
    case .review(let review): return review.drafts.indices.map { .draft(review, $0) }
    case nil: return []
    case .document(let document):
      switch screen.look {
      case .clauses where document.kind == .bulletin:
        return (model.achievements ?? []).filter { $0.document == document.id }
          .map(DocumentRow.achievement)
      case .clauses:
        return (screen.byDocument[document.id] ?? []).map { .task(model.catalogue.tasks[$0]) }
      case .lineage: return lineage(through: document, model)
      case .differences:
        return Divergence.all(in: model.catalogue, by: model.pastDay).filter { difference in
          [difference.one, difference.other].contains { $0.hasPrefix(document.id + "/") }
        }
        .map(DocumentRow.difference)
      }
    }
  }

  private static func lineage(through document: Document, _ model: Model) -> [DocumentRow] {
    Lineage(model.catalogue, through: document.id, by: model.pastDay).branches.flatMap { branch in
      let theme = model.catalogue.theme(branch.theme).map(DocumentRow.theme)
      return [theme].compactMap { $0 } + branch.steps.map(DocumentRow.step)
    }
  }

  /// The task that opens from here.
  func task(_ model: Model) -> ReformTask.ID? {
    switch self {
    case .task(let task): task.id
    case .step(let step): model.catalogue.tasks[safe: step.task]?.id
    case .difference(let difference): difference.other
    case .draft, .theme, .achievement: nil
    }
  }

  /// What a row is found by, by reading and initials too.
  func names(_ model: Model) -> [String] {
    func names(_ task: ReformTask) -> [String] {
      [task.title.zh, task.title.en, task.clause]
        + task.departments.map { model.catalogue.name(of: $0, in: model.language) }
    }
    switch self {
    case .theme(let theme): return [theme.name.zh, theme.name.en]
    case .draft(let review, let index): return names(review.drafts[index].task)
    case .task(let task): return names(task)
    case .step(let step): return model.catalogue.tasks[safe: step.task].map(names) ?? []
    case .achievement(let achievement): return [achievement.what.zh, achievement.what.en]
    case .difference(let difference):
      return [difference.one, difference.other].compactMap(model.catalogue.task).flatMap(names)
    }
  }

  // MARK: In words

  /// What the text pane says of it.
  func words(_ screen: DocumentsScreen, _ model: Model) -> [(String, Role)] {
    let language = model.language
    switch self {
    case .theme(let theme): return [(theme.name(language), .title)]
    case .draft(let review, let index): return [(review.drafts[index].clause.text, .plain)]
    case .task(let task):
      guard let text = screen.texts[task.document]?[task.clause] else {
        let mayImport = !model.isPast && !(model.isReadOnly && model.saysReadOnly)
        let isOwn = model.catalogue.hand.making(of: task.id) != nil
        return [
          (
            (isOwn
              ? Words.Task.noPrinted
              : mayImport ? Words.Documents.noText : Words.Documents.notImported)(language), .faint
          )
        ]
      }
      return [(text.replacing("\t", with: " "), .plain)]
    case .step(let step):
      guard let task = model.catalogue.tasks[safe: step.task] else { return [] }
      return [(Self.source(of: task, model), .accent)] + Self.facts(of: task, model)
        + step.changes.map { (Self.words($0, model), .warning) }
    case .achievement(let achievement):
      let theme = model.catalogue.theme(achievement.theme)?.name(language) ?? ""
      return [
        (
          achievement.what(language)
            + (achievement.printed.isEmpty
              ? "" : Self.colon(language) + achievement.printed),
          .accent
        ),
        (
          [
            achievement.places.map { model.name(of: $0) }.joined(separator: " "), theme,
            Words.Documents.kind(achievement.kind)(language),
            achievement.section,
          ].joined(separator: model.symbols.dot), .plain
        ),
      ]
    case .difference(let difference):
      return [(Self.words(difference, model), .warning)]
        + [difference.one, difference.other].compactMap(model.catalogue.task).flatMap { task in
          [(Self.source(of: task, model), Role.accent)] + Self.facts(of: task, model)
        }
    }
  }

  /// Number, clause and title of a task.
  static func source(of task: ReformTask, _ model: Model) -> String {
    let number = model.catalogue.document(task.document)?.number ?? task.document
    let place = model.catalogue.clause(of: task)?.place(model.language) ?? task.clause
    return "\(number) \(place) \(task.title(model.language))"
  }

  private static func facts(of task: ReformTask, _ model: Model) -> [(String, Role)] {
    let language = model.language
    let due = task.deadlines.map { Format.deadline($0, in: language) }
      .joined(separator: language == .zh ? "；" : "; ")
    return [
      (
        Words.Task.deadline(language) + colon(language)
          + (due.isEmpty ? Format.undated(task, in: language) : due), .plain
      ),
      (
        Words.Task.departments(language) + colon(language)
          + Format.departments(task, of: model.catalogue, in: language), .plain
      ),
    ]
  }

  static func colon(_ language: Language) -> String { language == .zh ? "：" : ": " }

  /// What differs, in a few words.
  static func words(_ difference: Divergence, _ model: Model) -> String {
    let (language, arrow) = (model.language, model.symbols.arrow)
    guard let one = model.catalogue.task(difference.one),
      let other = model.catalogue.task(difference.other)
    else { return "" }
    switch difference.kind {
    case .noted(let note): return note(language)
    case .deadline:
      func dues(_ task: ReformTask) -> String {
        task.deadlines.compactMap { $0.due?.description }.joined(separator: " ")
      }
      return Words.Task.deadline(language) + " \(dues(one)) \(arrow) \(dues(other))"
    case .departments:
      func first(_ task: ReformTask) -> String {
        let lead = task.departments.first { $0.role == .lead } ?? task.departments.first
        return lead.map { model.catalogue.name(of: $0, in: language) } ?? ""
      }
      return Words.Task.departments(language) + " \(first(one)) \(arrow) \(first(other))"
    }
  }
}

extension Document {
  /// How many tasks it sets, or that it is left out.
  func tasksWords(_ count: Int, _ model: Model) -> String {
    guard leftOutWords(model).isEmpty else { return HandWords.leftOut(model.language) }
    return model.language == .zh ? "\(count)项" : "\(count)"
  }

  /// That it is left out, by whom and why; nothing where it is not.
  func leftOutWords(_ model: Model) -> [String] {
    let left = model.catalogue.hand.leftOut(.document(id), on: model.day)
    return left.map { [HandWords.told($0)(model.language)] } ?? []
  }

  /// The short name of a document; its title where it has none.
  func listed(_ language: Language) -> String {
    short(language) == number ? title(language) : short(language)
  }
}
