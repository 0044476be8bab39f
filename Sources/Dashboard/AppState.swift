import Cells
import Reform
import Widgets

/// The screens by number; the numbers are the same everywhere.
public enum Tab: Int, Sendable, CaseIterable {
  case overview = 1
  case tasks = 2
  case indicators = 3
  case places = 4
  case compare = 5
  case documents = 7

  var words: Phrase {
    switch self {
    case .overview: Words.Tabs.overview
    case .tasks: Words.Tabs.tasks
    case .indicators: Words.Tabs.indicators
    case .places: Words.Places.title
    case .compare: Words.Compare.title
    case .documents: Words.Tabs.documents
    }
  }
}

/// A line that passes: what was done, or why it was not.
public struct Toast: Hashable, Sendable {
  public enum Tone: Sendable { case good, plain, bad }
  public var text: String
  public var tone: Tone

  public init(_ text: String, _ tone: Tone = .plain) { (self.text, self.tone) = (text, tone) }
}

/// Everything that the screens are drawn from; it changes only in `update`.
public struct AppState: Equatable, Sendable {
  public private(set) var catalogue: Catalogue
  public var settings: Settings
  public var size: Size
  public var ruler: Ruler {
    didSet { marks = settings.marks(ruler) }
  }
  /// The day of the books, on which entries are made.
  public internal(set) var today: Day
  public let isSample: Bool
  public let isReadOnly: Bool
  /// Whether the header says so.
  let saysReadOnly: Bool
  /// The place that the program was opened for; leaving another place goes back to it.
  public let home: Division.Code
  public internal(set) var progress: Progress
  /// The counts of the scope and of the province, out of `progress`.
  private(set) var tallies: Tallies
  private(set) var provincial: Tallies
  /// Reckoned from `progress`, anew whenever that changes.
  public internal(set) var report: TaskReport
  public internal(set) var league: League
  var pinyin: Pinyin?
  /// What tasks are found by; nil before anything was looked for.
  var search: SearchIndex?
  /// Rises whenever what is shown changes otherwise than by moving about.
  private(set) var revision = 0

  public internal(set) var tab: Tab = .overview
  public internal(set) var overview = OverviewScreen()
  public internal(set) var board = BoardScreen()
  public internal(set) var indicators = IndicatorsScreen()
  public internal(set) var places = PlacesScreen()
  public internal(set) var placeShelf = PlaceShelf()
  public internal(set) var compare = CompareScreen()
  public internal(set) var documents = DocumentsScreen()
  /// Documents that wait for review, once the documents were looked at.
  public internal(set) var reviews: [Review] = []
  /// What bulletins report, once one was looked at.
  public internal(set) var achievements: [Achievement]?
  /// The one that stands open over the documents.
  public internal(set) var review: ReviewScreen?
  public internal(set) var figures = FigureShelf()
  /// Tasks that stand open over the screen of the tab, the last one in front.
  public internal(set) var openTasks: [TaskScreen] = []
  public internal(set) var overlay: Overlay?
  public internal(set) var toast: Toast?

  public init(
    catalogue: Catalogue, settings: Settings, size: Size, today: Day, isSample: Bool = false,
    isReadOnly: Bool = false, saysReadOnly: Bool = true, progress: Progress
  ) {
    (self.catalogue, self.settings, self.size) = (catalogue, settings, size)
    (self.ruler, self.today, self.isSample) = (settings.ruler, today, isSample)
    self.saysReadOnly = saysReadOnly
    marks = settings.marks(settings.ruler)
    (self.isReadOnly, self.progress, home) = (isReadOnly, progress, progress.scope)
    report = TaskReport(
      catalogue, tallies: progress.tallies, entered: progress.entered, on: progress.day,
      in: progress.scope)
    league = League(
      catalogue, tallies: progress.provincial, entered: progress.entered, on: progress.day)
    (tallies, provincial) = (Tallies(progress.tallies), Tallies(progress.provincial))
    (self.progress.tallies, self.progress.provincial) = ([], [])
    arrange()
  }

  public var language: Language { settings.language }
  public var day: Day { progress.day }
  public var scope: Division.Code { progress.scope }
  var isPast: Bool { day < today }
  /// The marks that this terminal can show, by the ruler and the settings.
  private(set) var marks: Marks

  /// Where keys go when no overlay takes them.
  var context: Context {
    if !openTasks.isEmpty { return .task }
    switch tab {
    case .overview: return .overview
    case .tasks: return .board
    case .indicators: return .indicators
    case .places: return places.level(self).isGroup ? .group : .places
    case .compare: return compare.look == .collection ? .collection : .compare
    case .documents: return review == nil ? .documents : .review
    }
  }

  /// The rectangle between the header and the hint line.
  var body: Rect {
    Rect(x: 0, y: 1, columns: size.columns, rows: max(0, size.rows - 2))
  }

  /// Below this a screen only says what it needs.
  static let smallest = Size(columns: 60, rows: 14)

  var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  /// Takes other documents and tasks, and how they stand.
  mutating func replace(_ catalogue: Catalogue, _ progress: Progress) {
    self.catalogue = catalogue
    search = nil
    board.marked = []
    // Positions of tasks may all have changed.
    placeShelf = PlaceShelf()
    openTasks.removeAll { catalogue.task($0.task) == nil }
    take(progress)
  }

  /// Takes a new state of things, and keeps the screens where they were.
  mutating func take(_ progress: Progress) {
    if let changed = progress.changed, progress.day == day, progress.scope == scope {
      take(progress, of: changed)
    } else {
      self.progress = progress
      report = TaskReport(
        catalogue, tallies: progress.tallies, entered: progress.entered, on: progress.day,
        in: progress.scope)
      league = League(
        catalogue, tallies: progress.provincial, entered: progress.entered, on: progress.day)
      (tallies, provincial) = (Tallies(progress.tallies), Tallies(progress.provincial))
      (self.progress.tallies, self.progress.provincial) = ([], [])
    }
    arrange()
  }

  /// Reckons only the tasks that have changed: what a key costs must not grow with the ledger.
  private mutating func take(_ news: Progress, of changed: Set<Int>) {
    let before = provincial.of(changed)
    let entered = progress.entered
    tallies.replace(changed, with: news.tallies)
    provincial.replace(changed, with: news.provincial)
    (progress.entered, progress.recent) = (news.entered, news.recent)
    (progress.lastEntry, progress.filings) = (news.lastEntry, news.filings)
    progress.hasFigures = news.hasFigures
    report.reckon(changed, catalogue, tallies: news.tallies, entered: news.entered)
    league.replace(
      changed, catalogue, before: (before, entered), after: (news.provincial, news.entered),
      on: day)
  }

  /// Orders the board anew, after what it shows or how has changed.
  mutating func arrange() {
    revision += 1
    if !board.filter.isEmpty, search == nil { search = SearchIndex(catalogue) }
    var board = board
    board.arrange(self)
    self.board = board
    settle()
  }

  /// Brings what is selected into the window of the lists in front.
  mutating func settle() {
    switch context {
    case .overview:
      var screen = overview
      screen.settle(in: self)
      overview = screen
    case .board:
      var screen = board
      screen.settle(in: self)
      board = screen
    case .indicators:
      var screen = indicators
      screen.settle(in: self)
      indicators = screen
    case .places, .group:
      var screen = places
      screen.settle(in: self)
      places = screen
    case .compare, .collection:
      var screen = compare
      screen.settle(in: self)
      compare = screen
    case .documents:
      var screen = documents
      screen.settle(in: self)
      documents = screen
    case .review:
      var screen = review
      screen?.settle(in: self)
      review = screen
    case .task:
      var screen = openTasks[openTasks.count - 1]
      screen.settle(in: self)
      openTasks[openTasks.count - 1] = screen
    }
  }

  func name(of code: Division.Code) -> String {
    catalogue.divisions[code]?.name(in: language) ?? code
  }

  func short(of code: Division.Code) -> String {
    catalogue.divisions[code]?.short(in: language) ?? code
  }

  /// The place of a line, short; the line of a government itself beside its parts' says so (本级).
  func short(of line: Line) -> String {
    short(of: line.place) + (isOwnLevel(line) ? Words.ownLevel(language) : "")
  }

  /// The same with the place's whole name.
  func name(of line: Line) -> String {
    name(of: line.place) + (isOwnLevel(line) ? Words.ownLevel(language) : "")
  }

  func isOwnLevel(_ line: Line) -> Bool {
    catalogue.task(line.task)?.isOwnLevel(line.place, in: catalogue.divisions) ?? false
  }
}

extension AppState {
  /// Shows what is wrong with the configuration, until a key is pressed.
  public mutating func warn(_ finding: Finding) {
    let line = finding.source.line.map { ":\($0)" } ?? ""
    let file = finding.source.file?.split(separator: "/").last.map(String.init) ?? ""
    toast = Toast("\(file)\(line) \(finding.message(language))", .bad)
  }
}

/// Words that other parts of the program say too.
public enum SharedWords {
  public static let sample = Words.sample
  public static func status(_ status: Status) -> Phrase { Words.status(status) }
  public static func signal(_ signal: Signal) -> Phrase { Words.signal(signal) }
  public static let ownLevel = Words.ownLevel
}
