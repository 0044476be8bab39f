import Reform

/// The indicators of a place as of a day, in the words and numbers that screens show.
public struct IndicatorBoard: Equatable, Sendable {
  /// One year of an indicator in the place.
  public struct Year: Equatable, Sendable {
    public var period: Period
    /// As shown, with thousands commas; empty where there is none.
    public var numerator = ""
    public var denominator = ""
    public var value = ""
    public var change = ""
    /// How high the point stands in the chart; nil where there is no value.
    public var height: Double?
    /// The value less that of the year before, for signs and colours only.
    public var rise: Double?
    public var flags: FigureFlags = []
    /// Added up from the parts of the place.
    public var isSum = false
    /// Parts without a figure.
    public var missing: [Division.Code] = []
  }

  /// One indicator over the years.
  public struct Line: Equatable, Sendable {
    public var indicator: Indicator
    /// Every year from the first to the last known one, gaps included.
    public var years: [Year] = []
    public var target: Reform.Target?
    public var signal = Signal.grey
    /// Why the light is as it is.
    public var reason = Phrase("", "")
    /// What is missing, the pace, the year it is reached.
    public var outlook: [Remark] = []
    /// The same in a line or two.
    public var brief: [Phrase] = []
    public var benchmarks: [Benchmark] = []
    /// The year by whose end the target is reached at the present pace, where it is not yet.
    public var reachedAhead: Int?

    /// The last year with a value.
    public var last: Year? { years.last { $0.height != nil } }
    public var lastYear: Int? { last?.period.year }
  }

  /// A labelled sentence.
  public struct Remark: Equatable, Sendable {
    public var label: Phrase
    public var text: Phrase
    public init(_ label: Phrase, _ text: Phrase) { (self.label, self.text) = (label, text) }
  }

  public var place: Division.Code
  public var lines: [Line]

  public var monitored: [Line] { lines.filter { $0.indicator.isMonitored } }
  /// How many years the longest series has.
  var mostYears: Int { lines.reduce(0) { max($0, $1.years.count) } }
  /// Whether there is any figure at all.
  public var isEmpty: Bool { !lines.contains { $0.last != nil } }
}
