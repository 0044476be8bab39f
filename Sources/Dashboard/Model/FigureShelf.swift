import Reform

/// The figures of a day, as the world answers with them.
public struct Figures: Sendable, Equatable {
  /// Which figures: those that stand on a day, of some indicators or of all.
  public struct Request: Hashable, Sendable {
    public var day: Day
    /// All indicators; otherwise the monitored ones only, which are quick to read.
    public var isWhole: Bool

    public init(day: Day, isWhole: Bool) { (self.day, self.isWhole) = (day, isWhole) }
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

/// What the app knows of figures, and what it has asked for.
public struct FigureShelf: Equatable, Sendable {
  /// Asked for and not to be asked for again; nil once something has changed.
  var asked: Figures.Request?
  /// The place that the board is of, where that is not the standing context.
  var place: Division.Code?
  public internal(set) var figures: Figures?
  /// The same in words, for the place that is looked at.
  public internal(set) var board: IndicatorBoard?
  /// Rises with every reading.
  private(set) var number = 0

  /// Whether all indicators are there, and not the monitored ones only.
  var isWhole: Bool { figures?.request.isWhole ?? false }
  var book: IndicatorBook? { figures?.report.book }

  /// Where an indicator stands on the board.
  func place(of indicator: Indicator.ID) -> Int? {
    board?.lines.firstIndex { $0.indicator.id == indicator }
  }

  /// Forgets the figures: those of another day are never shown for this one.
  mutating func clear() { (figures, board, asked) = (nil, nil, nil) }

  mutating func put(_ figures: Figures, _ board: IndicatorBoard) {
    (self.figures, self.board) = (figures, board)
    number += 1
  }
}
