import Cells
import Reform
import Widgets

/// What a task asks, as labelled lines; some of them open another task.
struct TaskFacts {
  struct Fact: Equatable {
    var label: String
    var text: String
    var role: Role
    var link: Int?
  }

  struct Line: Equatable {
    var label: String
    var text: String
    var role: Role
    var link: Int?
  }

  private(set) var facts: [Fact] = []
  /// What a line opens.
  enum Link: Equatable {
    case task(ReformTask.ID)
    case indicator(Indicator.ID)
    /// A target, by its number: opens the entry of what has been reached.
    case target(Int)
  }

  /// What can be opened from here, in order.
  private(set) var links: [Link] = []
  private var lastLabel = ""

  init(_ screen: TaskScreen, _ state: AppState) {
    guard let task = state.catalogue.task(screen.task) else { return }
    let language = state.language
    addLight(task, screen, state)
    var due = task.deadlines.map { Spoken.deadline($0, in: language) }
    if let day = state.catalogue.position(of: task.id).flatMap({ state.progress.entered[$0] }) {
      due.append("\(Words.Task.due(language)) \(day)")
    }
    add(
      Words.Task.deadline,
      due.isEmpty
        ? Spoken.undated(task, in: language)
        : due.joined(separator: language == .zh ? "；" : "; "), state)
    addDepartments(task, state)
    let document = state.catalogue.document(task.document)
    add(
      Words.Task.clause,
      (state.catalogue.clause(of: task)?.place(language) ?? task.clause) + state.marks.dot
        + (state.catalogue.clause(of: task)?.section(language) ?? ""), state)
    for path in task.alsoAt {
      let other = state.catalogue.clauses[task.document]?.first { $0.path == path }
      add(Words.Task.alsoAt, other?.place(language) ?? path, state)
    }
    addGathering(screen, state)
    add(
      Words.Task.document,
      "\(document?.title(language) ?? task.document)\(language == .zh ? "（\(document?.number ?? "")）" : " (\(document?.number ?? ""))")",
      state)
    add(Words.Task.theme, state.catalogue.theme(task.theme)?.name(language) ?? task.theme, state)
    add(Words.Task.level, Words.levels(task, in: language), state)
    addPlaces(task, state)
    addTargets(task, screen, state)
    addLinks(task, state)
    addIndicators(task, state)
    if let text = screen.detail?.text {
      add(Words.Task.text, text.replacing("\t", with: "  "), state)
    } else if screen.detail != nil {
      add(Words.Task.text, Words.Task.noText(language), state, .faint)
    }
  }

  private mutating func add(
    _ label: Phrase, _ text: String, _ state: AppState, _ role: Role = .plain, link: Int? = nil
  ) {
    let label = label(state.language)
    facts.append(Fact(label: label == lastLabel ? "" : label, text: text, role: role, link: link))
    lastLabel = label
  }

  private mutating func addLight(_ task: ReformTask, _ screen: TaskScreen, _ state: AppState) {
    let place = screen.wanted ?? state.scope
    guard let standing = screen.whole(in: place, task, state) else { return }
    let signal = Words.signal(standing.light.signal)(state.language)
    let name = place == state.catalogue.province ? "" : state.short(of: place) + state.marks.dot
    add(
      Words.Task.light,
      "\(name)\(signal)\(state.marks.dot)\(standing.light.reason(state.language))", state,
      standing.light.signal.role)
    for line in state.made(of: standing) { add(Words.Task.matrix, line.text, state) }
  }

  /// How many cities have sent their figures, by period, where the task follows them.
  private mutating func addGathering(_ screen: TaskScreen, _ state: AppState) {
    for standing in screen.detail?.standings ?? [] {
      guard let gathering = standing.gathering, let period = standing.line.period else { continue }
      add(
        Words.Task.gathering, Words.Task.sent(gathering, of: period)(state.language), state,
        gathering.isComplete ? .plain : .warning)
    }
  }

  private mutating func addDepartments(_ task: ReformTask, _ state: AppState) {
    let names = task.departments.map { department -> String in
      let name = state.catalogue.name(of: department, in: state.language)
      switch department.role {
      case .lead: return "\(name)(\(Words.Task.lead(state.language)))"
      case .cooperating: return "\(name)(\(Words.Task.cooperating(state.language)))"
      case .responsible: return name
      }
    }
    add(
      Words.Task.departments,
      names.isEmpty
        ? Words.none(state.language)
        : names.joined(separator: state.language == .zh ? "、" : ", "), state)
  }

  private mutating func addPlaces(_ task: ReformTask, _ state: AppState) {
    guard !task.places.isEmpty else { return }
    let roles = [NamedPlace.Role.lead, .pilot, .demonstration, .named]
    for role in roles {
      let names = task.places.filter { $0.role == role }.map { state.short(of: $0.code) }
      guard !names.isEmpty else { continue }
      add(
        Words.Task.places,
        Words.role(role)(state.language) + (state.language == .zh ? "：" : ": ")
          + names.joined(separator: state.language == .zh ? "、" : ", "), state)
    }
  }

  /// Every target with what has been reached of it in the place that is looked at.
  private mutating func addTargets(
    _ task: ReformTask, _ screen: TaskScreen, _ state: AppState
  ) {
    let book = screen.detail?.actuals ?? ActualBook()
    let place = state.actualPlace(of: task)
    for (number, target) in task.targets.enumerated() {
      add(
        Words.Task.targets, Spoken.target(target, in: state.language), state, .accent,
        link: links.count)
      links.append(.target(number))
      let reading = book.reading(
        of: target, in: task, at: place, state.catalogue.divisions, by: state.day)
      let (words, role) = Spoken.reached(reading, of: target, task, at: place, state)
      add(Words.Task.actual, words, state, role)
    }
  }

  private mutating func addLinks(_ task: ReformTask, _ state: AppState) {
    func name(_ id: ReformTask.ID) -> String {
      guard let other = state.catalogue.task(id) else { return id }
      let document =
        state.catalogue.document(other.document)?.short(state.language) ?? other.document
      let place = state.catalogue.clause(of: other)?.place(state.language) ?? other.clause
      let from = other.document == task.document ? place : document + " " + place
      return other.title(state.language) + state.marks.dot + from
    }
    let related: [(Phrase, [ReformTask.ID])] = [
      (Words.Task.carriesOut, task.carriesOut),
      (Words.Task.carriers, state.catalogue.carriers(of: task.id).map(\.id)),
      (Words.Task.supersedes, task.supersedes),
      (Words.Task.followers, state.catalogue.followers(of: task.id).map(\.id)),
    ]
    for (label, tasks) in related {
      for id in tasks {
        add(label, name(id), state, .accent, link: links.count)
        links.append(.task(id))
      }
    }
    for conflict in task.conflicts {
      add(Words.Task.conflict, conflict.note(state.language), state, .warning, link: links.count)
      links.append(.task(conflict.with))
    }
  }

  /// The indicators that the task should move, with their last values here.
  private mutating func addIndicators(_ task: ReformTask, _ state: AppState) {
    for id in task.indicators {
      guard let line = state.figures.board?.lines.first(where: { $0.indicator.id == id }) else {
        continue
      }
      let last = line.last.map {
        " \($0.period)" + state.marks.dot + line.lastWords(state.language)
      }
      add(
        Words.Task.indicators, line.indicator.short(state.language) + (last ?? ""), state, .accent,
        link: links.count)
      links.append(.indicator(id))
    }
  }

  /// The facts as lines of a width, labels in a column of their own.
  func lines(width: Int, _ state: AppState) -> [Line] {
    let labelWidth = Self.labelWidth(state.language)
    return facts.flatMap { fact in
      state.ruler.wrap(fact.text, to: max(8, width - labelWidth - 2)).enumerated().map {
        Line(label: $0 == 0 ? fact.label : "", text: $1, role: fact.role, link: fact.link)
      }
    }
  }

  static func labelWidth(_ language: Language) -> Int { language == .zh ? 9 : 13 }
}
