import Reform

/// Of what levels the rows of a table are, for words that say nothing of some of them.
struct RowLevels {
  /// Whether all rows of places are counties.
  let areCounties: Bool
  /// Whether a city or a province has a row, and none for its own level.
  let hasWholes: Bool

  init(_ places: [Division.Code], _ divisions: Divisions) {
    let places = Set(places)
    let all = places.compactMap { divisions[$0] }
    areCounties = all.count == places.count && all.allSatisfy { $0.level == .county }
    hasWholes = all.contains { place in
      Self.isWhole(place) && !(divisions.own(of: place.id).map { places.contains($0.id) } ?? false)
    }
  }

  /// Whether a place has an own level beside its parts.
  static func isWhole(_ place: Division) -> Bool { [.city, .province].contains(place.level) }

  /// Whether what a name was found to be may be such a place.
  static func isWhole(_ found: PlaceFinder.Found) -> Bool {
    switch found {
    case .place(let place), .former(_, let place): isWhole(place)
    case .several(let all): all.contains(where: isWhole)
    default: false
    }
  }
}
