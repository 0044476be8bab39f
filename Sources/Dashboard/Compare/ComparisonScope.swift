import Reform

/// What places are compared on: what was chosen, and where nothing was, what there is.
struct ComparisonScope: Equatable, Sendable {
  /// The region whose parts are compared: a county stands among those of its city.
  let region: Division.Code
  let level: Division.Level
  /// All places of the level, by code, and those of the chosen group.
  let all: [Division.Code]
  let places: [Division.Code]
  /// What sends figures: all places, and the own level of the region (市本级).
  let sending: [Division.Code]
  /// Indicators with figures of the level, then the measures of medical groups.
  let indicators: [Indicator]
  let indicator: Indicator?
  /// All years that can be looked at, and those of the indicator.
  let years: ClosedRange<Int>?
  let ownYears: ClosedRange<Int>?
  /// Years whose collecting can be looked at.
  let collectable: ClosedRange<Int>
  let year: Int
  /// What places have to send.
  let asked: [Indicator]

  init(_ screen: CompareScreen, _ model: Model, _ reports: ComparedReports) {
    let report = reports.figures
    let divisions = report.divisions
    let region = Self.region(screen, model.scope, divisions)
    self.region = region
    let levels = Self.levels(in: region, divisions)
    let chosen = screen.level.flatMap { levels.contains($0) ? $0 : nil }
    let isInCity =
      divisions[model.scope]?.level == .county && !divisions.answersToProvince(model.scope)
    let level = chosen ?? (isInCity ? .county : levels.first ?? .county)
    self.level = level
    let all = divisions.compared(level, in: region).map(\.id)
    self.all = all
    sending = CollectionBoard.places(in: region, divisions, level)
    let members = screen.group.flatMap { number in
      PeerGroups(divisions, level).groups.first { $0.number == number }
    }
    places = members.map { group in all.filter(Set(group.places).contains) } ?? all
    let collected = report.book.all.filter { $0.lowestLevel >= level }
    let sent = collected.filter { report.figures.years(of: $0.id) != nil }
    indicators = sent + reports.measures(level)
    indicator = indicators.first { $0.id == screen.indicator } ?? indicators.first
    asked = CollectionBoard.asked(report.book, level)
    let known = report.figures.years
    years = reports.years
    ownYears = indicator.flatMap { reports.years(of: $0.id) }
    // What is collected now is the year before, whether anything of it has come or not.
    let collecting = model.day.year - 1
    let first = known?.lowerBound ?? collecting
    let last = known?.upperBound ?? collecting
    collectable = min(first, collecting)...max(last, collecting)
    let isCollecting = screen.look == .collection
    let span = isCollecting ? collectable : reports.years ?? first...last
    let wanted =
      screen.year
      ?? (isCollecting ? collecting : Self.lastYear(all, indicators.first, reports) ?? last)
    year = max(span.lowerBound, min(span.upperBound, wanted))
  }

  /// The levels that can be compared in a region, the highest first.
  static func levels(in region: Division.Code, _ divisions: Divisions) -> [Division.Level] {
    let own = divisions[region]?.level ?? .province
    return [.province, .city, .county].filter { level in
      level > own
        && divisions.all.contains { $0.level == level && divisions.isWithin($0.id, region) }
    }
  }

  /// The scope, of a county its city; from the province the city that was chosen.
  private static func region(
    _ screen: CompareScreen, _ scope: Division.Code, _ divisions: Divisions
  ) -> Division.Code {
    guard let place = divisions[scope] else { return scope }
    if place.level <= .province, let city = screen.city, divisions.isWithin(city, scope) {
      return city
    }
    return place.level == .county ? place.parent ?? scope : scope
  }

  /// The last year that at least half of the places have the first indicator for.
  private static func lastYear(
    _ places: [Division.Code], _ first: Indicator?, _ reports: ComparedReports
  ) -> Int? {
    guard let first, let years = reports.years(of: first.id) else { return nil }
    return years.reversed().first { year in
      let sent = places.count { reports.reading(first.id, in: $0, year) != nil }
      return sent * 2 >= places.count
    }
  }

  /// The years over which a change is split: the last two, or from the first one on.
  func span(_ isLong: Bool) -> ClosedRange<Int>? {
    guard let years = ownYears, year > years.lowerBound else { return nil }
    return (isLong ? years.lowerBound : year - 1)...year
  }

  func key(_ screen: CompareScreen, number: Int, groups: Int) -> CompareTable.Key {
    let isByYear = screen.isByYear
    return CompareTable.Key(
      number: number, region: region, level: level, group: screen.group,
      indicator: isByYear ? indicator?.id : nil, year: isByYear ? nil : year, groups: groups)
  }

  func columns(_ screen: CompareScreen) -> [CompareTable.Column] {
    guard screen.isByYear, let indicator, let ownYears else {
      return indicators.map { .init(indicator: $0, year: year) }
    }
    return ownYears.map { .init(indicator: indicator, year: $0) }
  }

  /// So many places of the level.
  func counted(_ count: Int, _ model: Model) -> String {
    let parting = model.catalogue.divisions.parting(of: level, in: region)
    let en = count == 1 ? parting.one.en : parting.all.en
    return Phrase("\(count) \(parting.one.zh)", "\(count) \(en)")(model.language)
  }
}
