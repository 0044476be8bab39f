import Cells
import Reform
import Widgets

/// What a task asks, as labelled lines; some of them open another task.
struct TaskFacts: Equatable, Sendable {
  struct Fact: Equatable, Sendable {
    var label: String
    var text: String
    var role: Role
    var link: Int?
  }

  struct Line: Equatable, Sendable {
    var label: String
    var text: String
    var role: Role
    var link: Int?
  }

  private(set) var facts: [Fact] = []
  /// What a line opens.
  enum Link: Equatable, Sendable {
    case task(ReformTask.ID)
    case indicator(Indicator.ID)
    /// A target, by its number: opens the entry of what has been reached.
    case target(Int)
  }

  /// What can be opened from here, in order.
  private(set) var links: [Link] = []
  private var lastLabel = ""

  init() {}

  init(_ screen: TaskScreen, _ model: Model) {
    guard let task = model.catalogue.task(screen.task) else { return }
    let language = model.language
    addHand(task, model)
    addLight(task, screen, model)
    addPrinted(.title, task, model)
    var due = task.deadlines.map { Format.deadline($0, in: language) }
    if let day = model.catalogue.position(of: task.id).flatMap({ model.progress.entered[$0] }) {
      due.append("\(Words.Task.due(language)) \(day)")
    }
    add(
      Words.Task.deadline,
      due.isEmpty
        ? Format.undated(task, in: language)
        : due.joined(separator: language == .zh ? "；" : "; "), model)
    addPrinted(.deadlines, task, model)
    addExtensions(screen, model)
    addDepartments(task, model)
    addPrinted(.departments, task, model)
    let document = model.catalogue.document(task.document)
    let clause = model.catalogue.clause(of: task)
    let parts = [clause?.place(language) ?? task.clause, clause?.section(language) ?? ""]
    add(
      Words.Task.clause,
      parts.filter { !$0.isEmpty }.joined(separator: model.symbols.dot), model)
    for path in task.alsoAt {
      let other = model.catalogue.clauses[task.document]?.first { $0.path == path }
      add(Words.Task.alsoAt, other?.place(language) ?? path, model)
    }
    addGathering(screen, model)
    add(
      Words.Task.document,
      "\(document?.title(language) ?? task.document)\(language == .zh ? "（\(document?.number ?? "")）" : " (\(document?.number ?? ""))")",
      model)
    add(Words.Task.theme, model.catalogue.theme(task.theme)?.name(language) ?? task.theme, model)
    addPrinted(.theme, task, model)
    add(Words.Task.level, Words.levels(task, model.catalogue, in: language), model)
    addPrinted(.level, task, model)
    addPlaces(task, model)
    addPrinted(.places, task, model)
    addTargets(task, screen, model)
    addPrinted(.targets, task, model)
    addLinks(task, model)
    addIndicators(task, model)
    if let text = screen.detail?.text {
      add(Words.Task.text, text.replacing("\t", with: "  "), model)
    } else if screen.detail != nil {
      add(Words.Task.text, noText(of: task, model)(language), model, .faint)
    }
  }

  /// Why there is no text of a clause.
  private func noText(of task: ReformTask, _ model: Model) -> Phrase {
    if model.catalogue.hand.making(of: task.id) != nil { return Words.Task.noPrinted }
    return model.isPast || (model.isReadOnly && model.saysReadOnly)
      ? Words.Documents.notImported : Words.Task.noText
  }

  private mutating func add(
    _ label: Phrase, _ text: String, _ model: Model, _ role: Role = .plain, link: Int? = nil
  ) {
    let label = label(model.language)
    facts.append(Fact(label: label == lastLabel ? "" : label, text: text, role: role, link: link))
    lastLabel = label
  }

  /// That it was made by hand, or is left out, everywhere or in some places, by whom and why.
  private mutating func addHand(_ task: ReformTask, _ model: Model) {
    let language = model.language
    if let left = model.catalogue.leftOut(task) {
      add(HandPhrases.state, HandWords.told(left)(language), model, .warning)
    }
    if let (entry, made) = model.catalogue.hand.making(of: task.id) {
      let from = made.since == entry.day ? "" : HandPhrases.since(language) + " \(made.since) "
      add(
        HandPhrases.origin,
        Phrase("手工设立，", "set by hand, ")(language) + from
          + HandWords.origin(entry, language), model)
    }
    let left = model.catalogue.leftPlaces(of: task).sorted { $0.key < $1.key }
    for (place, entry) in left {
      add(
        HandPhrases.leftPlaces,
        model.short(of: place) + model.symbols.dot + HandWords.origin(entry, language), model,
        .warning)
    }
  }

  /// What is printed, beside what was amended by hand.
  private mutating func addPrinted(_ field: TaskField, _ task: ReformTask, _ model: Model) {
    guard let entry = model.catalogue.amendments(of: task)[field],
      let filed = model.catalogue.filed(task.id)
    else { return }
    let language = model.language
    let printed = ReviewFields.text(of: field, in: filed, model)
    add(
      HandPhrases.before,
      (field == .title ? HandWords.name(.title)(language) + " " : "")
        + (printed.isEmpty ? HandPhrases.none(language) : printed) + model.symbols.dot
        + HandWords.amended(language) + " " + HandWords.origin(entry, language), model, .faint)
  }

  private mutating func addLight(_ task: ReformTask, _ screen: TaskScreen, _ model: Model) {
    let place = screen.wanted ?? model.scope
    guard let standing = screen.whole(in: place, task, model) else { return }
    let signal = Words.signal(standing.light.signal)(model.language)
    let name = place == model.catalogue.province ? "" : model.short(of: place) + model.symbols.dot
    add(
      Words.Task.light,
      "\(name)\(signal)\(model.symbols.dot)\(standing.light.reason(model.language))", model,
      standing.light.signal.role)
    for line in model.made(of: standing) { add(Words.Task.matrix, line.text, model) }
  }

  /// The days to which places were extended, beside what is printed.
  private mutating func addExtensions(_ screen: TaskScreen, _ model: Model) {
    let lines = screen.standings.filter { $0.original != nil }
    let days = Dictionary(grouping: lines) { $0.due ?? model.day }
    for (due, places) in days.sorted(by: { $0.key < $1.key }) {
      let names = places.prefix(11).map { model.short(of: $0.line) }
        .joined(separator: model.language == .zh ? "、" : ", ")
      let more = places.count > 11 ? " … +\(places.count - 11)" : ""
      add(Words.Task.extended, "\(due)" + model.symbols.dot + names + more, model, .warning)
    }
  }

  /// How many cities have sent their figures, by period, where the task follows them.
  private mutating func addGathering(_ screen: TaskScreen, _ model: Model) {
    for standing in screen.detail?.standings ?? [] {
      guard let gathering = standing.gathering, let period = standing.line.period else { continue }
      add(
        Words.Task.gathering, Words.Task.sent(gathering, of: period)(model.language), model,
        gathering.isComplete ? .plain : .warning)
    }
    if !facts.isEmpty, lastLabel == Words.Task.gathering(model.language) {
      add(Words.Task.gathering, Words.Task.goesByFigures(model.language), model, .faint)
    }
  }

  private mutating func addDepartments(_ task: ReformTask, _ model: Model) {
    let names = task.departments.map { department -> String in
      let name = model.catalogue.name(of: department, in: model.language)
      switch department.role {
      case .lead: return name + Words.Task.inBrackets(Words.Task.lead)(model.language)
      case .cooperating: return name + Words.Task.inBrackets(Words.Task.cooperating)(model.language)
      case .responsible: return name
      }
    }
    add(
      Words.Task.departments,
      names.isEmpty
        ? Words.none(model.language)
        : names.joined(separator: model.language == .zh ? "、" : ", "), model)
  }

  private mutating func addPlaces(_ task: ReformTask, _ model: Model) {
    guard !task.places.isEmpty else { return }
    let roles = [NamedPlace.Role.lead, .pilot, .demonstration, .named]
    for role in roles {
      let names = task.places.filter { $0.role == role }.map { model.short(of: $0.code) }
      guard !names.isEmpty else { continue }
      add(
        Words.Task.places,
        Words.role(role)(model.language) + (model.language == .zh ? "：" : ": ")
          + names.joined(separator: model.language == .zh ? "、" : ", "), model)
    }
  }

  /// Every target with what has been reached of it in the place that is looked at.
  private mutating func addTargets(
    _ task: ReformTask, _ screen: TaskScreen, _ model: Model
  ) {
    let book = screen.detail?.actuals ?? ActualBook()
    for (number, target) in task.targets.enumerated() {
      let place = model.actualPlace(of: target, task)
      add(
        Words.Task.targets, Format.target(target, in: model.language), model, .accent,
        link: links.count)
      links.append(.target(number))
      let reading = book.reading(
        of: target, in: task, at: place, model.catalogue.divisions, by: model.day)
      let (words, role) = Format.reached(reading, of: target, task, at: place, model)
      add(Words.Task.actual, words, model, role)
    }
  }

  private mutating func addLinks(_ task: ReformTask, _ model: Model) {
    func name(_ id: ReformTask.ID) -> String {
      guard let other = model.catalogue.task(id) else { return id }
      let document =
        model.catalogue.document(other.document)?.short(model.language) ?? other.document
      let place = model.catalogue.clause(of: other)?.place(model.language) ?? other.clause
      let from = other.document == task.document ? place : document + " " + place
      return other.title(model.language) + model.symbols.dot + from
    }
    let related: [(Phrase, [ReformTask.ID])] = [
      (Words.Task.carriesOut, task.carriesOut),
      (Words.Task.carriers, model.catalogue.carriers(of: task.id).map(\.id)),
      (Words.Task.supersedes, task.supersedes),
      (Words.Task.followers, model.catalogue.followers(of: task.id).map(\.id)),
    ]
    func isThere(_ id: ReformTask.ID) -> Bool {
      let other = model.catalogue.task(id)
      return other.map { model.catalogue.isThere($0, by: model.pastDay) } ?? true
    }
    for (label, tasks) in related {
      for id in tasks where isThere(id) {
        add(label, name(id), model, .accent, link: links.count)
        links.append(.task(id))
      }
    }
    for conflict in task.conflicts where isThere(conflict.with) {
      add(Words.Task.conflict, conflict.note(model.language), model, .warning, link: links.count)
      links.append(.task(conflict.with))
    }
  }

  /// The indicators that the task should move, with their last values here.
  private mutating func addIndicators(_ task: ReformTask, _ model: Model) {
    for id in task.indicators {
      guard let line = model.figures.board?.lines.first(where: { $0.indicator.id == id }) else {
        continue
      }
      let last = line.last.map {
        " \($0.period)" + model.symbols.dot + line.lastWords(model.language)
      }
      add(
        Words.Task.indicators, line.indicator.short(model.language) + (last ?? ""), model, .accent,
        link: links.count)
      links.append(.indicator(id))
    }
  }

  /// The facts as lines of a width, labels in a column of their own.
  func lines(width: Int, _ model: Model) -> [Line] {
    let labelWidth = Self.labelWidth(model.language)
    return facts.flatMap { fact in
      model.ruler.wrap(fact.text, to: max(8, width - labelWidth - 2)).enumerated().map {
        Line(label: $0 == 0 ? fact.label : "", text: $1, role: fact.role, link: fact.link)
      }
    }
  }

  static func labelWidth(_ language: Language) -> Int { language == .zh ? 9 : 16 }
}
