import Cells
import Reform
import Widgets

/// The app: what every screen may look at, the screens themselves, and what stands in front of them.
///
/// It changes only in `update`.
public struct AppState: Equatable, Sendable {
  public internal(set) var model: Model
  public internal(set) var tab: Tab = .overview
  /// The screens, each in its room.
  var rooms = Rooms()
  /// Tasks that stand open over the screen of the tab, the last one in front.
  var openTasks: [TaskScreen] = []
  /// Where one came from to the screen of the tab; nil where it was chosen by its number.
  var trail: Trail?
  var front = Front()
  public internal(set) var toast: Toast?

  public init(
    catalogue: Catalogue, settings: Settings, size: Size, today: Day, isSample: Bool = false,
    isReadOnly: Bool = false, saysReadOnly: Bool = true, progress: LedgerState
  ) {
    model = Model(
      catalogue, settings, size, today: today, isSample: isSample, isReadOnly: isReadOnly,
      saysReadOnly: saysReadOnly, Keymap.standard.binding(settings.keys), progress)
    refresh()
  }

  /// The place that the ledger keeps is the one that it was opened at.
  public mutating func keepHome() { model.isHomeKept = true }

  /// Asks before anything is entered whether the day of the books, after that of the clock, is meant.
  public mutating func doubt(clock: Day) {
    model.doubted = clock
    overlay = Question(doubting: model.today, clock: clock, model.language)
  }

  /// Says what an own ledger is in which nothing is entered yet, and what can be done.
  public mutating func greet() { overlay = Start(in: model) }

  /// Begins with the screen of a number; with the overview where there is none.
  public mutating func begin(at number: Int) {
    guard let tab = Rooms.tabs.first(where: { $0.number == number }) else { return }
    _ = show(tab)
  }

  /// What stands in front of the screen and takes keys first.
  var overlay: (any OverlayRoom)? {
    get { front.room }
    set { front.room = newValue }
  }

  /// The screen in front: the task that was opened last, or the screen of the tab.
  var room: any Screen {
    get { openTasks.last ?? rooms[tab] }
    set {
      if openTasks.isEmpty {
        rooms[tab] = newValue
      } else if let task = newValue as? TaskScreen {
        openTasks[openTasks.count - 1] = task
      }
    }
  }

  /// Where keys go when nothing stands in front.
  var context: Context { room.context(in: model) }

  /// Below this a screen only says what it needs.
  static let smallest = Size(columns: 60, rows: 14)

  var isTooSmall: Bool {
    model.size.columns < Self.smallest.columns || model.size.rows < Self.smallest.rows
  }

  /// Has the screen in front make what it shows.
  mutating func refresh() {
    var room = room
    room.refresh(in: model)
    self.room = room
  }

  /// The same after something has changed that all screens are made of.
  mutating func renew() {
    model.revision += 1
    refresh()
  }

  /// Shows what is wrong with the configuration, until a key is pressed.
  public mutating func warn(_ finding: Finding) {
    let line = finding.source.line.map { ":\($0)" } ?? ""
    let file = finding.source.file?.split(separator: "/").last.map(String.init) ?? ""
    toast = Toast("\(file)\(line) \(finding.message(model.language))", .bad)
  }
}

/// A screen with the tasks that stood open over it, to go back to.
struct Trail: Equatable, Sendable {
  var tab: Tab
  var tasks: [TaskScreen]
  var scope: Division.Code
}

/// What stands in front of the screen, if anything.
struct Front: Equatable, Sendable {
  var room: (any OverlayRoom)?

  static func == (one: Front, other: Front) -> Bool {
    guard let room = one.room, let another = other.room else {
      return one.room == nil && other.room == nil
    }
    return room.isSame(as: another)
  }
}

/// What the world reads of the app.
extension AppState {
  public var catalogue: Catalogue { model.catalogue }
  public var settings: Settings { model.settings }
  public var size: Size { model.size }
  public var ruler: Ruler { model.ruler }
  public var today: Day { model.today }
  public var isSample: Bool { model.isSample }
  public var isReadOnly: Bool { model.isReadOnly }
  public var home: Division.Code { model.home }
  public var progress: LedgerState { model.progress }
  public var report: TaskReport { model.report }
  public var league: League { model.league }
  public var figures: FigureCache { model.figures }
  /// Asked, not answered yet, and still needed.
  public var readsInFlight: Set<Read> { model.reads.inFlight }
  public var language: Language { model.language }
  public var day: Day { model.day }
  public var scope: Division.Code { model.scope }
}
