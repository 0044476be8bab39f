/// One time that a task falls due: the whole of it, or one period of a recurring one.
public struct Installment: Hashable, Sendable {
  public var period: Period?
  public var due: Day?

  public init(period: Period? = nil, due: Day? = nil) { (self.period, self.due) = (period, due) }
}

/// One task in one place for one period: what a standing is computed for.
public struct Line: Hashable, Codable, Sendable {
  public var task: ReformTask.ID
  public var place: Division.Code
  public var period: Period?

  public init(_ task: ReformTask.ID, in place: Division.Code, period: Period? = nil) {
    (self.task, self.place, self.period) = (task, place, period)
  }
}

extension ReformTask {
  /// True where the same work comes round again.
  public var isRecurring: Bool { deadlines.contains(where: \.isRecurring) }

  /// What has fallen due up to a day, and the next to come.
  ///
  /// A recurring task has an installment for every period begun; missed ones stay owed. A task
  /// with several dated deadlines has one for each, named by its year. `entered` is the day that
  /// a person entered for a task that is due as the state requires.
  public func installments(on day: Day, issued: Day, entered: Day? = nil) -> [Installment] {
    if let recurring = deadlines.first(where: \.isRecurring) {
      return recurring.installments(on: day, issued: issued)
    }
    let dated = deadlines.compactMap(\.due).sorted()
    if dated.count > 1 {
      var seen: Set<Int> = []
      return dated.filter { seen.insert($0.year).inserted }
        .map { Installment(period: .year($0.year), due: $0) }
    }
    return [Installment(due: entered ?? dated.first)]
  }

  /// The places in which this task has a standing, in code order or as the clause names them.
  ///
  /// A clause for several levels has a line for each government that it binds: the line of a city
  /// stands at the city's code, before those of its counties.
  public func fanOut(in divisions: Divisions, region: Division.Code) -> [Division.Code] {
    let places = levels.flatMap { fan(of: $0, in: divisions, region: region) }
    var seen: Set<Division.Code> = []
    let each = places.filter { seen.insert($0).inserted }
    return also.isEmpty ? each : each.sorted()
  }

  /// The places that have a line at one level.
  public func fan(
    of level: Level, in divisions: Divisions, region: Division.Code
  ) -> [Division.Code] {
    switch level {
    case .province: return [region]
    case .eachProvince: return divisions.all(.province, within: region).map(\.id)
    case .eachCity:
      return divisions.all.map(\.id).filter {
        divisions.answersToProvince($0) && divisions.isWithin($0, region)
      }
    case .eachCounty: return divisions.all(.county, within: region).map(\.id)
    case .named:
      var seen: Set<Division.Code> = []
      let named = places.map(\.code).filter { seen.insert($0).inserted }
      return named.isEmpty ? [region] : named
    }
  }
}

extension Deadline {
  func installments(on day: Day, issued: Day) -> [Installment] {
    var found: [Installment] = []
    let known = BookDays.all.lowerBound.year...BookDays.all.upperBound.year
    let last = min(kind == .rangeYearly ? years.max() ?? day.year : day.year + 1, known.upperBound)
    var year = max(firstYear(issued: issued), known.lowerBound)
    while year <= last {
      let due = by?.day(in: year) ?? Day.last(ofYear: year)
      found.append(Installment(period: .year(year), due: due))
      if due >= day { break }
      year += 1
    }
    return found
  }

  /// The first year that counts.
  ///
  /// Where the words name none: the first whose due day leaves the time that one needs, at least
  /// ninety days for work that is due at the end of a year.
  func firstYear(issued: Day) -> Int {
    if let first = years.min() { return first }
    if let due { return due.year }
    let notice = by == nil ? 90 : 0
    let due = by?.day(in: issued.year) ?? Day.last(ofYear: issued.year)
    return issued.days(until: due) >= notice ? issued.year : issued.year + 1
  }
}

extension ReformTask {
  /// The period to which something belongs that was entered on a day without one, before the task
  /// came to be due every year: the one that fell due next.
  public func period(enteredOn day: Day, issued: Day) -> Period? {
    guard let deadline = deadlines.first(where: \.isRecurring) else { return nil }
    let due = deadline.by?.day(in: day.year) ?? Day.last(ofYear: day.year)
    let year = max(deadline.firstYear(issued: issued), due < day ? day.year + 1 : day.year)
    return .year(deadline.kind == .rangeYearly ? min(year, deadline.years.max() ?? year) : year)
  }
}
