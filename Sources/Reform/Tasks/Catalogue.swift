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
  /// In document and clause order.
  public private(set) var tasks: [ReformTask]
  private var positions: [ReformTask.ID: Int]
  private var englishNames: [String: String]
  private var documentPositions: [Document.ID: Int]
  /// Clauses, fan-outs and documents by the position of the task.
  private var taskClauses: [Clause?]
  private var fans: [Fan]

  public init(
    divisions: Divisions, departments: [Department] = [], themes: [Theme] = [],
    rules: SignalRules = SignalRules([]), documents: [Document] = [],
    clauses: [Document.ID: [Clause]] = [:], tasks: [ReformTask] = []
  ) {
    (self.divisions, self.departments, self.themes) = (divisions, departments, themes)
    (self.rules, self.documents, self.clauses, self.tasks) = (rules, documents, clauses, tasks)
    positions = Dictionary(
      zip(tasks.map(\.id), tasks.indices), uniquingKeysWith: { first, _ in first })
    documentPositions = Dictionary(
      zip(documents.map(\.id), documents.indices), uniquingKeysWith: { first, _ in first })
    let byPath = clauses.mapValues {
      Dictionary($0.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
    taskClauses = tasks.map { byPath[$0.document]?[$0.clause] }
    fans = Fan.all(of: tasks, documents, divisions)
    englishNames = [:]
    for department in departments {
      for form in department.forms + [department.name] {
        englishNames[form] = department.english
      }
    }
  }

  /// The same tables with other documents and tasks.
  public func holding(
    documents: [Document], clauses: [Document.ID: [Clause]], tasks: [ReformTask]
  ) -> Catalogue {
    Catalogue(
      divisions: divisions, departments: departments, themes: themes, rules: rules,
      documents: documents, clauses: clauses, tasks: tasks)
  }

  public func position(of task: ReformTask.ID) -> Int? { positions[task] }
  public func task(_ id: ReformTask.ID) -> ReformTask? { positions[id].map { tasks[$0] } }
  public func document(_ id: Document.ID) -> Document? {
    documentPositions[id].map { documents[$0] }
  }
  public func theme(_ id: String) -> Theme? { themes.first { $0.id == id } }

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

  /// Whether the document of a task was out on a day; before it, the task is not there yet.
  public func isIssued(_ task: ReformTask, by day: Day) -> Bool {
    document(task.document).map { $0.issued <= day } ?? true
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
    if let count = fan.byCity[scope] { return count }
    return fan.set.contains(scope) ? 1 : 0
  }

  /// Whether a place has a line of its own of the task at a position, its parts left aside.
  public func hasLine(of position: Int, at place: Division.Code) -> Bool {
    fans[position].set.contains(place)
  }

  /// Whether every city of the province has a line of the task at a position (各市共有任务).
  public func isShared(_ position: Int) -> Bool { fans[position].isShared }

  /// The installments of a task up to a day.
  public func installments(of task: ReformTask, on day: Day, entered: Day?) -> [Installment] {
    let issued = document(task.document)?.issued ?? day
    return task.installments(on: day, issued: issued, entered: entered)
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

  /// Tasks that should move an indicator, in document and clause order.
  public func tasks(moving indicator: Indicator.ID) -> [ReformTask] {
    tasks.filter { $0.indicators.contains(indicator) }
  }

  /// The first division of all, the province.
  public var province: Division.Code { divisions.all.first?.id ?? "000000" }
}

/// Where a task fans out to, counted by city once for all tasks that fan out alike.
struct Fan: Sendable, Equatable {
  var places: [Division.Code]
  var set: Set<Division.Code>
  var byCity: [Division.Code: Int]
  /// Whether no city is without a line.
  var isShared: Bool

  static func all(
    of tasks: [ReformTask], _ documents: [Document], _ divisions: Divisions
  ) -> [Fan] {
    let regions = Dictionary(
      documents.map { ($0.id, $0.region) }, uniquingKeysWith: { first, _ in first })
    let cities = divisions.all.filter { divisions.answersToProvince($0.id) }
    var known: [String: Fan] = [:]
    return tasks.map { task in
      let region = regions[task.document] ?? divisions.all.first?.id ?? "000000"
      let levels = task.levels.map(\.rawValue).joined(separator: " ")
      let key = task.levels.contains(.named) ? task.id : levels + region
      if let fan = known[key] { return fan }
      let places = task.fanOut(in: divisions, region: region)
      var byCity: [Division.Code: Int] = [:]
      for place in places { byCity[divisions.city(of: place), default: 0] += 1 }
      let isShared = cities.allSatisfy { byCity[$0.id] != nil }
      let fan = Fan(places: places, set: Set(places), byCity: byCity, isShared: isShared)
      known[key] = fan
      return fan
    }
  }
}
