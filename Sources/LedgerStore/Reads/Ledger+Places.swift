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
    var parts: [Division.Code: [Tally]] = [:]
    for part in catalogue.divisions.parts(of: place) {
      // All cities stand in the tallies of the province; a county is counted by itself.
      parts[part.id] = part.level == .county ? try tallies(asOf: day, in: part) : own
    }
    let government =
      division.level == .county ? [] : try tallies(asOf: day, in: division, ownLevel: true)
    return PlaceReport(
      of: place, catalogue, tallies: own, parts: parts, own: government,
      entered: try enteredDues(asOf: day),
      achievements: achievements, figures: figures, on: day)
  }
}
