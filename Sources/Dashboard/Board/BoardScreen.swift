import Cells
import Reform
import Widgets

/// The board of tasks: lanes on a wide window, a table under a strip of groups on a narrow one.
public struct BoardScreen: Equatable, Sendable {
  public enum Grouping: String, Sendable, CaseIterable {
    case status, department, document, theme, place, deadline

    /// How tasks are grouped; `parting` is what the parts of the place are that is looked at.
    func words(_ parting: Parting) -> Phrase {
      switch self {
      case .status: Words.Board.byStatus
      case .department: Words.Board.byDepartment
      case .document: Words.Board.byDocument
      case .theme: Words.Board.byTheme
      case .place: parting.byPlace
      case .deadline: Words.Board.byDeadline
      }
    }

    /// The letter that chooses it in the menu.
    var letter: Character {
      switch self {
      case .status: "s"
      case .department: "d"
      case .document: "w"
      case .theme: "t"
      case .place: "c"
      case .deadline: "e"
      }
    }
  }

  public enum Order: String, Sendable, CaseIterable {
    case document, light, deadline, progress, title

    var words: Phrase {
      switch self {
      case .document: Phrase("文件顺序", "document order")
      case .light: Phrase("亮灯", "light")
      case .deadline: Phrase("时限", "deadline")
      case .progress: Phrase("进度", "progress")
      case .title: Phrase("名称", "title")
      }
    }
  }

  /// Tasks under one head.
  struct Group: Equatable, Sendable {
    var key: String
    var name: Phrase
    /// The city that its standings are those of, where tasks are grouped by city.
    var place: Division.Code?
    /// Whether they are those of the government itself only.
    var isOwnLevel = false
    var items: [TaskStanding]
  }

  var grouping = Grouping.status
  var order = Order.light
  var isReversed = false
  var onlyProblems = false
  var filter = ""
  /// Where the filter was found, by the position of the task.
  private(set) var hits: [Int: [SearchIndex.Hit]] = [:]
  var onlyStatus: Status?
  var onlySignal: Signal?
  /// Key of the only theme that shows.
  var onlyTheme: String?
  /// By what it was narrowed when it was opened from another screen; nil where it was not.
  var arrival: BoardSpot?
  var groups: [Group] = []
  /// Positions of the tasks that are marked.
  var marked: Set<Int> = []
  var group = 0
  /// The selected item of each group and the first that shows.
  var scrolls: [Scroll] = []
  /// The revision of the model that the groups were made of; nil where they must be made anew.
  var arranged: Int?
  /// Rises whenever the groups were made.
  var arranging = 0
  /// How many tasks show; one that stands in several groups counts once.
  var taskCount = 0
  var scene = BoardScene()

  /// By what else than a line it is narrowed.
  var narrowing: BoardSpot {
    BoardSpot(status: onlyStatus, signal: onlySignal, theme: onlyTheme)
  }

  var isFiltered: Bool {
    !filter.isEmpty || onlyProblems || onlyStatus != nil || onlySignal != nil || onlyTheme != nil
  }

  var count: Int { groups.reduce(0) { $0 + $1.items.count } }

  var selected: TaskStanding? {
    guard groups.indices.contains(group), scrolls.indices.contains(group) else { return nil }
    let items = groups[group].items
    let index = scrolls[group].selected
    return items.indices.contains(index) ? items[index] : nil
  }

  /// The place that acts on the selected item concern.
  func place(_ model: Model) -> Division.Code {
    groups.indices.contains(group) ? groups[group].place ?? model.scope : model.scope
  }

  /// Whether the selected item is of the government's own line only.
  var isOwnLevel: Bool { groups.indices.contains(group) && groups[group].isOwnLevel }

  /// Looks for what is written in all tasks.
  mutating func search(_ model: Model) {
    hits = [:]
    guard !filter.isEmpty else { return }
    // A whole id means that one task, not those whose ids begin with it.
    if let wanted = model.catalogue.position(of: filter) {
      hits[wanted] = []
      return
    }
    let index = model.search ?? SearchIndex(model.catalogue)
    let query = SearchQuery(filter, pinyin: model.pinyin ?? .none)
    for task in model.catalogue.tasks.indices { hits[task] = index.hits(of: query, in: task) }
  }

  /// What of a task was found beside its title: the field, and the words around.
  func found(_ task: Int, _ model: Model) -> String? {
    guard let hit = hits[task]?.max(by: { $0.field.depth < $1.field.depth }),
      hit.field != .title, let index = model.search
    else { return nil }
    return hit.field.words(model.language) + DocumentRow.colon(model.language)
      + index.excerpt(hit, in: task)
  }

  /// How many tasks were found by what.
  func hitWords(_ language: Language) -> String {
    var counts: [SearchIndex.Field: Int] = [:]
    for hit in hits.values.flatMap({ $0 }) { counts[hit.field, default: 0] += 1 }
    return SearchIndex.Field.allCases.compactMap { field in
      counts[field].map { "\(field.words(language)) \($0)" }
    }.joined(separator: " ")
  }

  mutating func clearFilter() {
    (filter, onlyProblems, onlyStatus, onlySignal, onlyTheme) = ("", false, nil, nil, nil)
  }
}

// MARK: - Moving

extension BoardScreen {
  mutating func move(_ command: Command) {
    let page = max(1, scene.layout.height(of: group) - 1)
    switch command {
    case .up: step(-1)
    case .down: step(1)
    case .pageUp: step(-page)
    case .pageDown: step(page)
    case .left: stepGroup(-1)
    case .right: stepGroup(1)
    case .top: select(0)
    case .bottom: select(.max)
    default: break
    }
  }

  /// In the table, a single step beyond the last task goes on to the next group.
  private mutating func step(_ rows: Int) {
    guard let items = groups[safe: group]?.items, scrolls.indices.contains(group) else { return }
    let before = scrolls[group].selected
    scrolls[group].move(by: rows, of: items.count)
    guard scene.layout.lanes == nil, abs(rows) == 1, scrolls[group].selected == before else {
      return
    }
    let left = group
    stepGroup(rows)
    if group != left { select(rows > 0 ? 0 : .max) }
  }

  /// Goes to the next group that holds something.
  private mutating func stepGroup(_ step: Int) {
    var next = group + step
    while groups.indices.contains(next), groups[next].items.isEmpty { next += step }
    if groups.indices.contains(next) { group = next }
  }

  private mutating func select(_ index: Int) {
    guard scrolls.indices.contains(group) else { return }
    scrolls[group].selected = max(0, min(groups[group].items.count - 1, index))
  }

  /// Selects an item of a group; false where it was selected already.
  mutating func select(group number: Int, item: Int) -> Bool {
    guard groups.indices.contains(number), groups[number].items.indices.contains(item) else {
      return true
    }
    let isNew = group != number || scrolls[number].selected != item
    group = number
    scrolls[number].selected = item
    return isNew
  }

  mutating func reveal() {
    for index in scrolls.indices {
      scrolls[index].reveal(
        count: groups[index].items.count, height: scene.layout.height(of: index))
    }
  }
}

extension SearchIndex.Field {
  /// How far from the title: what somebody would not see on the row is said first.
  fileprivate var depth: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
