import Reform

/// A place as of a day, as the world answers with it.
public struct PlaceSheet: Sendable, Equatable {
  public struct Request: Hashable, Sendable {
    public var place: Division.Code
    public var day: Day
    /// Which reading of the figures ranks it; 0 before there is one.
    public var figures: Int
    /// With how every county of the province stands, for its map and for one that is looked for.
    public var isWide: Bool
    /// Rises when something was entered, here or by another program.
    public var turn: Int

    public init(place: Division.Code, day: Day, figures: Int, isWide: Bool, turn: Int) {
      (self.place, self.day, self.figures) = (place, day, figures)
      (self.isWide, self.turn) = (isWide, turn)
    }
  }

  public var request: PlaceSheet.Request
  public var report: PlaceReport
  /// Counties by code, where they were asked for.
  public var counties: [Division.Code: PlaceReport.Part]
  /// The last entries of the place, newest first.
  public var recent: [Entry]
  /// How many entries those are at most.
  public static let recentLimit = 12
  /// The slips of the place and of what lies in it.
  public var slips = SlipCounts()

  public init(
    _ request: PlaceSheet.Request, report: PlaceReport,
    counties: [Division.Code: PlaceReport.Part] = [:],
    recent: [Entry] = []
  ) {
    (self.request, self.report) = (request, report)
    (self.counties, self.recent) = (counties, recent)
  }

  public static func == (one: PlaceSheet, other: PlaceSheet) -> Bool {
    one.request == other.request && one.recent == other.recent
      && one.report.tasks == other.report.tasks
  }
}

/// The medical groups as of a day, with what the documents say of them.
public struct GroupSheet: Sendable, Equatable {
  public struct Request: Hashable, Sendable {
    public var day: Day
    public var turn: Int

    public init(day: Day, turn: Int) { (self.day, self.turn) = (day, turn) }
  }

  public var request: GroupSheet.Request
  public var desk: GroupAccounts
  /// What the groups are compared by.
  public let measures: IndicatorReport

  public init(_ request: GroupSheet.Request, desk: GroupAccounts) {
    (self.request, self.desk) = (request, desk)
    measures = desk.measures()
  }

  public static func == (one: GroupSheet, other: GroupSheet) -> Bool {
    one.request == other.request && one.desk.book == other.desk.book
      && one.desk.signed == other.desk.signed && one.desk.actuals == other.desk.actuals
  }
}

/// What the app knows of places and groups; what is shown stays until its successor is there.
///
/// Of the places only those that were read last are kept: a country has thousands.
public struct PlaceCache: Equatable, Sendable {
  /// So many places are kept, more than any screen shows at once.
  static let most = 16

  private var sheets: [Division.Code: PlaceSheet] = [:]
  /// The places in the order in which they were read.
  private var order: [Division.Code] = []
  private(set) var groups: GroupSheet?
  /// Rises with every reading of the groups.
  private(set) var groupNumber = 0
  /// Rises with every reading of a place.
  private(set) var placeNumber = 0

  /// Puts what was read of a place, unless a later state of the same day is there.
  mutating func put(_ sheet: PlaceSheet) {
    let request = sheet.request
    if let known = self.sheet(of: request.place, on: request.day)?.request,
      (known.turn, known.figures) > (request.turn, request.figures)
    {
      return
    }
    sheets[request.place] = sheet
    order.removeAll { $0 == request.place }
    order.append(request.place)
    if order.count > Self.most { sheets[order.removeFirst()] = nil }
    placeNumber += 1
  }

  /// Puts what was read of the groups, unless a later state of the same day is there.
  mutating func put(_ sheet: GroupSheet) {
    if let known = groups?.request, known.day == sheet.request.day,
      known.turn > sheet.request.turn
    {
      return
    }
    groups = sheet
    groupNumber += 1
  }

  /// What is known of a place on a day; never that of another day.
  func sheet(of place: Division.Code, on day: Day) -> PlaceSheet? {
    sheets[place].flatMap { $0.request.day == day ? $0 : nil }
  }

  func desk(on day: Day) -> GroupAccounts? {
    groups.flatMap { $0.request.day == day ? $0.desk : nil }
  }

  func measures(on day: Day) -> IndicatorReport? {
    groups.flatMap { $0.request.day == day ? $0.measures : nil }
  }
}
