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

/// The app: what every screen may look at, and the screens themselves; it changes only in `update`.
public struct AppState: Equatable, Sendable {
  public internal(set) var model: Model
  public internal(set) var tab: Tab = .overview
  /// The screens that have a room of their own.
  var rooms = Rooms()
  public internal(set) var overview = OverviewScreen()
  public internal(set) var board = BoardScreen()
  public internal(set) var places = PlacesScreen()
  public internal(set) var compare = CompareScreen()
  public internal(set) var documents = DocumentsScreen()
  /// The one that stands open over the documents.
  public internal(set) var review: ReviewScreen?
  /// Tasks that stand open over the screen of the tab, the last one in front.
  public internal(set) var openTasks: [TaskScreen] = []
  public internal(set) var overlay: Overlay?
  public internal(set) var toast: Toast?

  public init(
    catalogue: Catalogue, settings: Settings, size: Size, today: Day, isSample: Bool = false,
    isReadOnly: Bool = false, saysReadOnly: Bool = true, progress: Progress
  ) {
    model = Model(
      catalogue, settings, size, today: today, isSample: isSample, isReadOnly: isReadOnly,
      saysReadOnly: saysReadOnly, progress)
    arrange()
  }

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

  /// Below this a screen only says what it needs.
  static let smallest = Size(columns: 60, rows: 14)

  var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  /// Takes other documents and tasks, and how they stand.
  mutating func replace(_ catalogue: Catalogue, _ progress: Progress) {
    model.catalogue = catalogue
    search = nil
    board.marked = []
    // Positions of tasks may all have changed.
    placeShelf = PlaceShelf()
    openTasks.removeAll { catalogue.task($0.task) == nil }
    take(progress)
  }

  /// Takes a new state of things, and keeps the screens where they were.
  mutating func take(_ progress: Progress) {
    model.take(progress)
    arrange()
  }

  /// Orders the board anew, after what it shows or how has changed.
  mutating func arrange() {
    model.revision += 1
    if !board.filter.isEmpty, search == nil { search = SearchIndex(catalogue) }
    var board = board
    board.arrange(self)
    self.board = board
    settle()
  }

  /// Makes anew what the places show.
  mutating func makeScene() {
    guard context.isPlaces else { return }
    places.scene = PlacesScreen.Scene()
    let level = places.level(self)
    if level.isGroup {
      places.scene.sections = places.sections(self)
    } else {
      places.scene.rows = PlacesTable(self).rows
    }
    places.scene.lines = PlaceLines.made(self)
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
    case .indicators: rooms.settle(context, in: model)
    case .places, .group:
      makeScene()
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
}

/// What the app hands on of the model, until every screen reads it there.
extension AppState {
  public internal(set) var catalogue: Catalogue {
    _read { yield model.catalogue }
    _modify { yield &model.catalogue }
  }
  public var settings: Settings {
    _read { yield model.settings }
    _modify { yield &model.settings }
  }
  public var size: Size {
    get { model.size }
    set { model.size = newValue }
  }
  public var ruler: Ruler {
    get { model.ruler }
    set { model.ruler = newValue }
  }
  public internal(set) var today: Day {
    get { model.today }
    set { model.today = newValue }
  }
  public var isSample: Bool { model.isSample }
  public var isReadOnly: Bool { model.isReadOnly }
  var saysReadOnly: Bool { model.saysReadOnly }
  public var home: Division.Code { model.home }
  public internal(set) var progress: Progress {
    _read { yield model.progress }
    _modify { yield &model.progress }
  }
  var provincial: Tallies { _read { yield model.provincial } }
  public internal(set) var report: TaskReport {
    _read { yield model.report }
    _modify { yield &model.report }
  }
  public internal(set) var league: League {
    _read { yield model.league }
    _modify { yield &model.league }
  }
  var pinyin: Pinyin? {
    _read { yield model.pinyin }
    _modify { yield &model.pinyin }
  }
  var revision: Int { model.revision }
  var search: SearchIndex? {
    _read { yield model.search }
    _modify { yield &model.search }
  }
  public internal(set) var placeShelf: PlaceShelf {
    _read { yield model.placeShelf }
    _modify { yield &model.placeShelf }
  }
  public internal(set) var figures: FigureShelf {
    _read { yield model.figures }
    _modify { yield &model.figures }
  }
  public internal(set) var reviews: [Review] {
    _read { yield model.reviews }
    _modify { yield &model.reviews }
  }
  public internal(set) var achievements: [Achievement]? {
    _read { yield model.achievements }
    _modify { yield &model.achievements }
  }
  public var language: Language { model.language }
  public var day: Day { model.day }
  public var scope: Division.Code { model.scope }
  var isPast: Bool { model.isPast }
  var marks: Marks { _read { yield model.marks } }
  var body: Rect { model.body }
  func name(of code: Division.Code) -> String { model.name(of: code) }
  func short(of code: Division.Code) -> String { model.short(of: code) }
  func short(of line: Line) -> String { model.short(of: line) }
  func name(of line: Line) -> String { model.name(of: line) }
  func isOwnLevel(_ line: Line) -> Bool { model.isOwnLevel(line) }
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
