import Reform

/// What is being read, where one is going meanwhile, and how often the ledger has changed.
public struct Reads: Equatable, Sendable {
  /// Asked, not answered yet, and still needed.
  public private(set) var inFlight: Set<Read> = []
  /// Answered with nothing or not at all: not asked for again by themselves.
  private var settled: Set<Read> = []
  /// The day and the place that are gone to; what is shown stays until they are read.
  public internal(set) var heading: LedgerState.Request?
  /// Rises whenever something was entered, here or by another program.
  public internal(set) var turn = 0
  /// When documents or tasks were filed last: what was read before has other positions of tasks.
  var filed = 0

  /// Notes a read as asked; false where it is under way already.
  mutating func ask(_ read: Read) -> Bool { inFlight.insert(read).inserted }

  /// Notes that an answer has come; false where nobody waits for it any more.
  mutating func end(_ read: Read) -> Bool { inFlight.remove(read) != nil }

  /// Notes that it makes no sense to ask again.
  mutating func reveal(_ read: Read) { settled.insert(read) }

  /// Whether a read that is lacking is to be asked for.
  func mayAsk(_ read: Read) -> Bool { !settled.contains(read) }

  /// Whether texts and notes that something is looked for in are not there yet.
  var isReadingTexts: Bool {
    inFlight.contains { if case .texts = $0 { true } else { false } }
  }

  /// What could not be read may be asked for again.
  mutating func forgive() { settled = [] }

  /// Forgets what was asked for a screen and is not needed by the one in front.
  mutating func keep(_ needs: [Read]) {
    inFlight = inFlight.filter { read in
      switch read {
      case .progress(let request): request == heading
      case .cities, .figures, .place, .groups, .collecting, .achievements, .clauses, .meetings:
        needs.contains(read)
      default: true
      }
    }
  }
}

extension Read {
  /// Whether the model has the answer already.
  func isHeld(by model: Model) -> Bool {
    switch self {
    case .cities: model.areCitiesKnown
    case .figures(let request): model.figures.figures?.request == request
    case .place(let request):
      model.placeCache.sheet(of: request.place, on: request.day)?.request == request
    case .groups(let request): model.placeCache.groups?.request == request
    case .achievements: model.achievements != nil
    case .pinyin: model.pinyin != nil
    case .meetings(let request): model.meetings?.request == request
    default: false
    }
  }
}
