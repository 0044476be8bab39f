/// Who has sent the figures of a year and who has not (报送情况), place by place.
///
/// A place has sent an indicator where a figure was entered for it, or for each of its counties.
/// What was sent back counts as sent again once a later batch brings a figure of the place. Where no
/// document asks for figures, what is monitored everywhere is counted, and a place has sent something
/// also where it sent other figures.
public struct CollectionBoard: Hashable, Sendable {
  public let year: Int
  public let lock: YearLock
  /// In the order of the places that were asked for.
  public let rows: [Submission]
  /// Indicators that were asked for, or are counted where no document asks for any.
  public let asked: [Indicator]

  /// Whether a document prints a day for any of them.
  public var isDocumented: Bool { asked.contains { $0.due != nil } }

  public init(
    _ figures: FigureTable, year: Int, places: [Division.Code], asked: [Indicator],
    batches: [Batch], collecting: [CollectionEntry]
  ) {
    (self.year, self.asked) = (year, asked)
    let lock = YearLock(collecting, year: year)
    self.lock = lock
    let days = Dictionary(
      batches.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rows = places.map { place in
      Self.row(
        figures, place, year: year, asked: asked, batches: days,
        returns: collecting.filter {
          $0.kind == .sentBack && $0.year == year && $0.month == nil
        }, lock: lock)
    }
  }

  /// What places of a level have to send: the indicators for which a document prints a day, and where
  /// none does those that are monitored everywhere.
  public static func asked(
    _ book: IndicatorCatalogue, _ level: Division.Level
  ) -> [Indicator] {
    let collected = book.all.filter { $0.lowestLevel >= level }
    let printed = collected.filter { $0.due != nil }
    return printed.isEmpty ? collected.filter(\.isMonitored) : printed
  }

  /// The places that are asked for the figures of a region: its divisions of a level and, where they
  /// are its direct parts, its own level.
  public static func places(
    in region: Division.Code, _ divisions: Divisions, _ level: Division.Level
  ) -> [Division.Code] {
    let places = divisions.compared(level, in: region).map(\.id)
    guard divisions.levelOfParts(of: region) == level else { return places }
    return places + (divisions.own(of: region).map { [$0.id] } ?? [])
  }

  private static func row(
    _ figures: FigureTable, _ place: Division.Code, year: Int, asked: [Indicator],
    batches: [Batch.ID: Batch], returns: [CollectionEntry], lock: YearLock
  ) -> Submission {
    let within = (figures.divisions.all + figures.divisions.own)
      .filter { figures.divisions.isWithin($0.id, place) }
    let sent = asked.filter { isSent($0, place, figures, year) }.map(\.id)
    let isDocumented = asked.contains { $0.due != nil }
    let entered = (isDocumented ? asked : figures.book.all).flatMap { indicator in
      within.compactMap { figures.figure(indicator.id, in: $0.id, year)?.batch }
    }
    let last = Set(entered).compactMap { batches[$0] }
      .max { ($0.day, $0.id) < ($1.day, $1.id) }
    let back = returns.last { figures.divisions.isWithin(place, $0.place) }
    let absent = asked.map(\.id).filter { !sent.contains($0) && isOwed($0, place, figures, year) }
    var state = state(absent.isEmpty, last, back)
    if state == .missing, figures.divisions[place]?.level == .own, absent.isEmpty {
      state = .optional
    }
    return Submission(
      place: place, year: year, state: state, present: sent, absent: absent, last: last?.id,
      day: last?.day, isLocked: lock.holds(in: place))
  }

  /// Whether an indicator is owed by a place: always, but by an own level only where one is known.
  private static func isOwed(
    _ indicator: Indicator.ID, _ place: Division.Code, _ figures: FigureTable, _ year: Int
  ) -> Bool {
    guard let division = figures.divisions[place], division.level == .own else { return true }
    return figures.parts(of: division.parent ?? place, indicator, in: [year]).contains(place)
  }

  /// The rows that owe figures: all but an own level of which none is known.
  public var owed: [Submission] { rows.filter { $0.state != .optional } }

  /// How many of the places in a row's place owe figures and have sent all of them; nil where none
  /// of them has a row here.
  public func parts(
    of row: Submission?, in divisions: Divisions
  ) -> (complete: Int, all: Int)? {
    guard let row else { return nil }
    let parts = owed.filter {
      $0.place != row.place && divisions.isWithin($0.place, row.place)
    }
    guard !parts.isEmpty else { return nil }
    return (parts.count { $0.state == .sent(isComplete: true) }, parts.count)
  }

  private static func isSent(
    _ indicator: Indicator, _ place: Division.Code, _ figures: FigureTable, _ year: Int
  ) -> Bool {
    figures.reading(indicator.id, in: place, year)?.isComplete ?? false
  }

  private static func state(
    _ isComplete: Bool, _ last: Batch?, _ back: CollectionEntry?
  ) -> Submission.State {
    if let back, last.map({ ($0.day, $0.at) <= (back.day, back.at) }) ?? true {
      return .sentBack(reason: back.reason, who: back.who, day: back.day)
    }
    return last == nil ? .missing : .sent(isComplete: isComplete)
  }

  /// The day by which the figures of the year were due; nil where no indicator has one.
  public var due: Day? { asked.compactMap { $0.dueDay(for: .year(year)) }.min() }

  /// What each responsible department still lacks, by place.
  ///
  /// Departments stand in the order in which the indicators name them.
  public var byDepartment: [(department: String, absent: [Division.Code: [Indicator.ID]])] {
    var order: [String] = []
    for indicator in asked {
      for name in indicator.departments where !order.contains(name) { order.append(name) }
    }
    return order.map { name in
      let own = Set(asked.filter { $0.departments.contains(name) }.map(\.id))
      var absent: [Division.Code: [Indicator.ID]] = [:]
      for row in rows {
        let lacking = row.absent.filter { own.contains($0) }
        if !lacking.isEmpty { absent[row.place] = lacking }
      }
      return (name, absent)
    }
  }
}
