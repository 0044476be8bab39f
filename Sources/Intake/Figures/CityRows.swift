import Reform

/// Tables whose rows are cities, in which a name that a county has too is the city's (荆州, 恩施).
enum CityRows {
  /// Whether all rows whose names leave no doubt are cities, two of them at least.
  static func are(
    _ intake: FigureIntake, _ sheet: Sheet, _ layout: TableLayout, _ column: Int?
  ) -> Bool {
    guard let column, layout.column(.city) == nil || layout.column(.city) == column else {
      return false
    }
    var count = 0
    for row in sheet.rows[min(layout.positions.upperBound, sheet.rows.count)...].prefix(400) {
      guard case .text(let text)? = row[column] else { continue }
      switch intake.find(text, in: nil) {
      case .place(let place) where place.level == .city: count += 1
      case .place(let place) where place.level == .county:
        guard intake.places.divisions.answersToProvince(place.id) else { return false }
      case .former: return false
      default: break
      }
    }
    return count > 1
  }

  /// The city that is meant by a name which a county has too, in a table of cities (荆州, 恩施).
  static func city(
    called name: String, _ intake: FigureIntake, in city: Division.Code?
  ) -> Division? {
    guard case .several(let all) = intake.find(name, in: city) else { return nil }
    let cities = all.filter { $0.level == .city }
    return cities.count == 1 ? cities.first : nil
  }
}
