import Reform

/// The figures of a day, as the world answers with them.
public struct Figures: Sendable, Equatable {
  /// Which figures: those that stand on a day, of some indicators or of all.
  public struct Request: Hashable, Sendable {
    public var day: Day
    /// All indicators; otherwise the monitored ones only, which are quick to read.
    public var isWhole: Bool
    /// Rises whenever figures were entered or taken back.
    public var turn: Int

    public init(day: Day, isWhole: Bool, turn: Int = 0) {
      (self.day, self.isWhole, self.turn) = (day, isWhole, turn)
    }

    /// Whether it may stand in the place of another that was read for the same day.
    func replaces(_ other: Figures.Request) -> Bool {
      turn > other.turn || turn == other.turn && (isWhole || !other.isWhole)
    }
  }

  public var request: Figures.Request
  public var report: IndicatorReport
  /// The last act that is in them: nothing else tells two readings of a ledger apart.
  public var lastAct: Int

  public init(_ request: Figures.Request, report: IndicatorReport, lastAct: Int) {
    (self.request, self.report, self.lastAct) = (request, report, lastAct)
  }

  public static func == (one: Figures, other: Figures) -> Bool {
    one.request == other.request && one.lastAct == other.lastAct
  }
}

/// What the app knows of figures.
public struct FigureCache: Equatable, Sendable {
  /// Rises when what is known is not what the ledger has any more; it shows until its successor is
  /// there.
  private(set) var turn = 0
  /// The place that the board is of, where that is not the standing context.
  var place: Division.Code?
  public internal(set) var figures: Figures?
  /// The same in words, for the place that is looked at.
  public internal(set) var board: IndicatorBoard?
  /// Rises with every reading.
  public private(set) var number = 0

  /// Whether all indicators are there, and not the monitored ones only.
  var isWhole: Bool { figures?.request.isWhole ?? false }
  var book: IndicatorCatalogue? { figures?.report.book }

  /// What is to be asked for; all figures once all were asked for.
  func request(isWhole: Bool, on day: Day, _ inFlight: Set<Read>) -> Figures.Request {
    let whole = Figures.Request(day: day, isWhole: true, turn: turn)
    guard !isWhole, figures?.request != whole, !inFlight.contains(.figures(whole)) else {
      return whole
    }
    return Figures.Request(day: day, isWhole: false, turn: turn)
  }

  /// Where an indicator stands on the board.
  func place(of indicator: Indicator.ID) -> Int? {
    board?.lines.firstIndex { $0.indicator.id == indicator }
  }

  /// Forgets the figures: those of another day are never shown for this one.
  mutating func clear() { (figures, board) = (nil, nil) }

  /// Figures were entered, or may have been.
  mutating func expire() { turn += 1 }

  mutating func put(_ figures: Figures, _ board: IndicatorBoard) {
    (self.figures, self.board) = (figures, board)
    number += 1
  }
}
