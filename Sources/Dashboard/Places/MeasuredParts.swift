import Reform

/// The parts of a place by one indicator and year, computed once for all the keys that follow.
struct MeasuredParts: Equatable, Sendable {
  /// For which question; another one is computed anew.
  struct Key: Equatable, Sendable {
    /// The reading of the figures.
    var number: Int
    var place: Division.Code
    var indicator: Indicator.ID
    var year: Int
  }

  let key: Key
  let ranking: Ranking

  /// What is known already, or else computed now; nil before there are figures.
  static func of(
    _ place: Division.Code, _ screen: PlacesScreen, in model: Model
  ) -> MeasuredParts? {
    let (indicator, year) = PlacesTable.measured(screen, model)
    guard let indicator, let year, let report = model.figures.figures?.report else { return nil }
    let key = Key(
      number: model.figures.number, place: place, indicator: indicator.id, year: year)
    if let known = screen.measured, known.key == key { return known }
    let parts = model.catalogue.divisions.parts(of: place).map(\.id)
    return MeasuredParts(key: key, ranking: Ranking(report, indicator, year, of: parts))
  }

  static func == (one: MeasuredParts, other: MeasuredParts) -> Bool { one.key == other.key }
}
