/// A theme that tasks of several documents share (医保支付).
public struct Theme: Hashable, Sendable, Identifiable {
  public var id: String
  public var name: Phrase
  /// Words by which a clause is taken for one of this theme.
  public var words: [String]

  public init(id: String, name: Phrase, words: [String] = []) {
    (self.id, self.name, self.words) = (id, name, words)
  }
}

/// A department with the short forms that documents use.
public struct Department: Hashable, Sendable {
  public var name: String
  public var forms: [String]
  public var kind: String
  public var english: String

  public init(name: String, forms: [String], kind: String, english: String) {
    (self.name, self.forms, self.kind, self.english) = (name, forms, kind, english)
  }
}

/// Everything that does not move from day to day: places, documents, tasks, rules.
public struct Catalogue: Sendable, Equatable {
  public var divisions: Divisions
  public var departments: [Department]
  public var themes: [Theme]
  public var rules: SignalRules
  public var documents: [Document]
  /// Clauses by document.
  public var clauses: [Document.ID: [Clause]]
  /// In document and clause order, as they are on the day that the catalogue is of.
  public private(set) var tasks: [ReformTask]
  /// What was changed by hand.
  public let hand: HandBook
  /// The tasks as they were filed, without what was amended by hand.
  private let filed: [ReformTask]
  /// The day that it is of; nil for the present.
  let day: Day?
  /// The days for which it holds as it is: from the first, not on the last.
  private let stretch: HandBook.Stretch
  private var positions: [ReformTask.ID: Int]
  private var englishNames: [String: String]
  private var documentPositions: [Document.ID: Int]
  /// Clauses, fan-outs and documents by the position of the task.
  private var taskClauses: [Clause?]
  private var fans: [Fan]

  public init(
    divisions: Divisions, departments: [Department] = [], themes: [Theme] = [],
    rules: SignalRules = SignalRules([]), documents: [Document] = [],
    clauses: [Document.ID: [Clause]] = [:], tasks filed: [ReformTask] = [],
    hand: HandBook = HandBook(), on day: Day? = nil
  ) {
    (self.divisions, self.departments, self.themes) = (divisions, departments, themes)
    (self.rules, self.documents, self.clauses) = (rules, documents, clauses)
    (self.hand, self.filed, self.day) = (hand, filed, day)
    stretch = hand.stretch(around: day)
    let tasks = hand.isEmpty ? filed : filed.map { hand.amended($0, on: day) }
    self.tasks = tasks
    positions = Dictionary(
      zip(tasks.map(\.id), tasks.indices), uniquingKeysWith: { first, _ in first })
    documentPositions = Dictionary(
      zip(documents.map(\.id), documents.indices), uniquingKeysWith: { first, _ in first })
    let byPath = clauses.mapValues {
      Dictionary($0.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
    taskClauses = tasks.map { byPath[$0.document]?[$0.clause] }
    fans = Fan.all(of: tasks, documents, divisions, hand, on: day)
    englishNames = [:]
    for department in departments {
      for form in department.forms + [department.name] {
        englishNames[form] = department.english
      }
    }
  }

  /// The same tables with other documents and tasks.
  public func holding(
    documents: [Document], clauses: [Document.ID: [Clause]], tasks: [ReformTask],
    hand: HandBook = HandBook()
  ) -> Catalogue {
    Catalogue(
      divisions: divisions, departments: departments, themes: themes, rules: rules,
      documents: documents, clauses: clauses, tasks: tasks, hand: hand)
  }

  /// Whether it holds on a day as it is: nothing was changed by hand between that day and its own.
  public func holds(on day: Day) -> Bool {
    hand.isEmpty || stretch.holds(on: day)
  }

  /// The same made anew for a day.
  func of(_ day: Day) -> Catalogue {
    Catalogue(
      divisions: divisions, departments: departments, themes: themes, rules: rules,
      documents: documents, clauses: clauses, tasks: filed, hand: hand, on: day)
  }

  /// A task as it was filed, without what was amended by hand.
  public func filed(_ id: ReformTask.ID) -> ReformTask? { positions[id].map { filed[$0] } }

  public func position(of task: ReformTask.ID) -> Int? { positions[task] }
  public func task(_ id: ReformTask.ID) -> ReformTask? { positions[id].map { tasks[$0] } }
  public func document(_ id: Document.ID) -> Document? {
    documentPositions[id].map { documents[$0] }
  }
  public func theme(_ id: String) -> Theme? { themes.first { $0.id == id } }
  /// The theme of what is of no other: that without words (其他), and where there is none the first.
  public var otherTheme: Theme? { themes.first(where: \.words.isEmpty) ?? themes.first }

  /// The tasks in which a task of an earlier catalogue stands now; one where the same duty was
  /// entered twice, several where a card was split.
  public func heirs(of former: ReformTask.ID) -> [ReformTask] {
    tasks.filter { $0.formerly.contains(former) }
  }

  public func clause(of task: ReformTask) -> Clause? {
    positions[task.id].flatMap { taskClauses[$0] }
  }

  /// The division that binds a task: its document's.
  public func region(of task: ReformTask) -> Division.Code {
    document(task.document)?.region ?? divisions.all.first?.id ?? "000000"
  }

  /// Whether a task is asked for on a day: its document was out, or it was set by hand, and it is not
  /// left out.
  public func isIssued(_ task: ReformTask, by day: Day) -> Bool {
    (hand.isEmpty || hand.leftOut(task, on: day) == nil) && isThere(task, by: day)
  }

  /// The documents that were out by a day; without one all that are filed.
  public func documents(by day: Day?) -> [Document] {
    guard let day else { return documents }
    return documents.filter { document in
      guard document.kind == .own, document.issued > day else { return document.issued <= day }
      // A task may have been set for a day before its document was made.
      return tasks.contains { $0.document == document.id && isThere($0, by: day) }
    }
  }

  /// Whether a task was there by a day, left out or not: its document was out, or it was set by hand.
  public func isThere(_ task: ReformTask, by day: Day?) -> Bool {
    guard let day else { return true }
    guard hand.isEmpty || hand.isMade(task.id, by: day) else { return false }
    return issued(of: task).map { $0 <= day } ?? true
  }

  /// The places in which a task has a standing.
  public func fanOut(of task: ReformTask) -> [Division.Code] {
    positions[task.id].map { fans[$0].places }
      ?? task.fanOut(in: divisions, region: region(of: task))
  }

  /// How many lines the task at a position has in a scope, of one installment.
  public func lines(of position: Int, in scope: Division.Code) -> Int {
    let fan = fans[position]
    guard scope != province else { return fan.places.count }
    if let count = fan.byProvince[scope] ?? fan.byCity[scope] { return count }
    return fan.set.contains(scope) ? 1 : 0
  }

  /// Whether a place has a line of its own of the task at a position, its parts left aside.
  public func hasLine(of position: Int, at place: Division.Code) -> Bool {
    fans[position].set.contains(place)
  }

  /// Whether every part of a province, or of the whole country, has a line of the task at a position
  /// (各市共有任务).
  public func isShared(_ position: Int, in ground: Division.Code) -> Bool {
    fans[position].shared.contains(ground)
  }

  /// The installments of a task up to a day.
  public func installments(of task: ReformTask, on day: Day, entered: Day?) -> [Installment] {
    task.installments(on: day, issued: issued(of: task) ?? day, entered: entered)
  }

  /// A department's name in a language; as printed where no English is known.
  public func name(of department: Responsible, in language: Language) -> String {
    guard language == .en, let english = englishNames[department.name] else {
      return department.name + (department.bureau.map { "（\($0)）" } ?? "")
    }
    return english
  }

  /// Tasks that follow up a task, from later documents.
  public func followers(of task: ReformTask.ID) -> [ReformTask] {
    tasks.filter { $0.supersedes.contains(task) }
  }

  /// Annex rows that carry out a clause.
  public func carriers(of task: ReformTask.ID) -> [ReformTask] {
    tasks.filter { $0.carriesOut.contains(task) }
  }

  /// Tasks that should move an indicator and are not left out, in document and clause order.
  public func tasks(moving indicator: Indicator.ID) -> [ReformTask] {
    tasks.filter { $0.indicators.contains(indicator) && leftOut($0) == nil }
  }

  /// The first division of all, which holds all others: the province, or the whole country.
  public var province: Division.Code { divisions.all.first?.id ?? "000000" }
}
