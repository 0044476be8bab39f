import Cells
import Reform
import Widgets

/// What every screen may look at: how things stand, the figures, the settings, the window.
///
/// It changes only in the app. No screen stands in it, so that none can lean on another.
public struct Model: Equatable, Sendable {
  public internal(set) var catalogue: Catalogue
  public internal(set) var settings: Settings
  /// Which key means what where: the key table, as the settings have changed it.
  let keymap: Keymap
  public internal(set) var size: Size
  public internal(set) var ruler: Ruler {
    didSet { symbols = settings.marks(ruler) }
  }
  /// The symbols that this terminal can show, by the ruler and the settings.
  private(set) var symbols: Symbols
  /// The day of the books, on which entries are made.
  public internal(set) var today: Day
  /// The day of the clock, where that of the books lies after it and nobody has said yet that it is
  /// meant so: until then nothing is entered.
  var doubted: Day?
  public let isSample: Bool
  public let isReadOnly: Bool
  /// Whether the header says so.
  let saysReadOnly: Bool
  /// The place that the program was opened for; leaving another place goes back to it.
  public internal(set) var home: Division.Code
  /// Whether the ledger keeps it.
  var isHomeKept = false
  public internal(set) var progress: LedgerState
  /// Computed from `progress`, anew whenever that changes.
  public internal(set) var report: TaskReport
  /// How all tasks stand in the cities on the day; nil where that is still to be read.
  private(set) var cities: CityState?
  /// Whether they are those of now; what is old shows until they are.
  private(set) var areCitiesKnown: Bool
  var pinyin: Pinyin?
  /// What tasks are found by; nil before anything was looked for.
  var search: SearchIndex?
  /// Rises whenever what is shown changes otherwise than by moving about.
  var revision = 0
  /// The day since which it is so what is entered now (补登); nil for today.
  public internal(set) var backdate: Day?
  public internal(set) var reads = Reads()
  var exchanges = Exchanges()
  public internal(set) var placeCache = PlaceCache()
  public internal(set) var figures = FigureCache()
  /// Documents that wait for review, once the documents were looked at.
  public internal(set) var reviews: [Review] = []
  /// The meetings and slips, once they were looked at.
  public internal(set) var meetings: MeetingBook?
  /// What bulletins report, once one was looked at.
  public internal(set) var achievements: [Achievement]?

  init(
    _ catalogue: Catalogue, _ settings: Settings, _ size: Size, today: Day, isSample: Bool,
    isReadOnly: Bool, saysReadOnly: Bool, _ keymap: Keymap, _ progress: LedgerState
  ) {
    self.keymap = keymap
    let catalogue = catalogue.asOf(progress.day)
    (self.catalogue, self.settings, self.size) = (catalogue, settings, size)
    (self.ruler, self.today, self.isSample) = (settings.ruler, today, isSample)
    self.saysReadOnly = saysReadOnly
    symbols = settings.marks(settings.ruler)
    (self.isReadOnly, self.progress, home) = (isReadOnly, progress, progress.scope)
    let made = progress.computed ?? Computed(progress, catalogue)
    (report, cities) = (made.report, made.cities)
    areCitiesKnown = made.cities != nil
    self.progress.forgetTallies()
  }

  /// The cities by progress; none before they are read.
  public var league: League { cities?.league ?? League() }

  public var language: Language { settings.language }
  public var day: Day { progress.day }
  public var scope: Division.Code { progress.scope }
  var ground: Division.Code { catalogue.divisions.ground(of: scope) }
  var isPast: Bool { day < today }
  /// The day that is looked at where it is a past one.
  var pastDay: Day? { isPast ? day : nil }
  /// Of which generation the numbers of entries are that are shown.
  var generation: Int { progress.sharing?.generation ?? 0 }

  /// The rectangle between the header and the hint line.
  var body: Rect {
    Rect(x: 0, y: 1, columns: size.columns, rows: max(0, size.rows - 2))
  }

  func name(of code: Division.Code) -> String {
    catalogue.divisions[code]?.name(in: language) ?? code
  }

  func short(of code: Division.Code) -> String {
    catalogue.divisions[code]?.short(in: language) ?? code
  }

  /// The same without what tells it from another of its name, for under what it lies in.
  func bare(of code: Division.Code) -> String {
    catalogue.divisions[code]?.bare(in: language) ?? code
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

  /// Takes other documents and tasks, and how they stand; positions of tasks may all have changed.
  mutating func replace(_ catalogue: Catalogue, _ progress: LedgerState) {
    (self.catalogue, search) = (catalogue.asOf(progress.day), nil)
    (placeCache, cities) = (PlaceCache(), nil)
    reads.filed = reads.turn
    apply(progress)
  }

  /// Takes a new state of things.
  mutating func apply(_ progress: LedgerState) {
    if let changed = progress.changed, progress.day == day, progress.scope == scope {
      apply(progress, of: changed)
    } else {
      if !catalogue.holds(on: progress.day) {
        (catalogue, search) = (catalogue.asOf(progress.day), nil)
      }
      let made = progress.computed ?? Computed(progress, catalogue)
      report = made.report
      let isElsewhere = cities?.ground != catalogue.divisions.ground(of: progress.scope)
      if made.cities != nil || progress.day != day || isElsewhere { cities = made.cities }
      areCitiesKnown = made.cities != nil
      self.progress = progress
      self.progress.forgetTallies()
    }
  }

  /// Reckons only the tasks that have changed: what a key costs must not grow with the ledger.
  private mutating func apply(_ news: LedgerState, of changed: Set<Int>) {
    if let provincial = news.provincial {
      cities?.replace(changed, with: provincial, entered: news.entered, catalogue)
    }
    (progress.entered, progress.recent) = (news.entered, news.recent)
    (progress.lastEntry, progress.filings) = (news.lastEntry, news.filings)
    (progress.hasFigures, progress.running) = (news.hasFigures, news.running)
    progress.sharing = news.sharing
    report.compute(changed, catalogue, tallies: news.tallies, entered: news.entered)
  }

  /// Takes how the cities stand; false where it is of another day, or something was entered since.
  mutating func apply(_ cities: CityState) -> Bool {
    guard cities.day == day, cities.ground == ground, cities.lastEntry >= progress.lastEntry else {
      return false
    }
    (self.cities, areCitiesKnown) = (cities, true)
    return true
  }
}
