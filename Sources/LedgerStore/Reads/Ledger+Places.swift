import Reform

extension Ledger {
  /// How a place stands as of a day: tasks, roles, parts, and figures where a report of them is
  /// given.
  public func placeReport(
    of place: Division.Code, _ catalogue: Catalogue, achievements: [Achievement] = [],
    figures: IndicatorReport? = nil, asOf day: Day
  ) throws -> PlaceReport? {
    guard let division = catalogue.divisions[place] else { return nil }
    let own = try tallies(asOf: day, in: division)
    let below = catalogue.divisions.parts(of: place)
    var parts = try tallies(
      asOf: day, ofEach: below.filter { $0.level == .county }.map(\.id))
    // All cities stand in the tallies of the province.
    let byCity = Dictionary(grouping: own, by: \.city)
    for part in below where part.level != .county {
      parts[part.id] = catalogue.divisions.counted(in: part.id).flatMap { byCity[$0] ?? [] }
    }
    let government =
      division.level == .county ? [] : try tallies(asOf: day, in: division, ownLevel: true)
    return PlaceReport(
      of: place, catalogue, tallies: own, parts: parts, own: government,
      entered: try enteredDues(asOf: day),
      achievements: achievements, figures: figures, on: day)
  }

  /// How all counties in some places stand as of a day, by code.
  public func counties(
    in places: [Division.Code], _ catalogue: Catalogue, asOf day: Day
  ) throws -> [Division.Code: PlaceReport.Part] {
    let counties = places.flatMap(catalogue.divisions.parts(of:)).filter { $0.level == .county }
      .map(\.id)
    let parts = PlaceReport.parts(
      counties, catalogue, tallies: try tallies(asOf: day, ofEach: counties),
      entered: try enteredDues(asOf: day), on: day)
    return Dictionary(parts.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
