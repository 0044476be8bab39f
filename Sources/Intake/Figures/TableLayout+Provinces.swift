import Reform

extension TableLayout {
  /// The whole country, where the rows of its table are provinces, among which 吉林 is no city: three at
  /// least, and no other place.
  func provinces(_ intake: FigureIntake, _ sheet: Sheet, _ column: Int?) -> Division.Code? {
    guard let column, intake.places.divisions.isNation else { return nil }
    var count = 0
    for row in sheet.rows[min(positions.upperBound, sheet.rows.count)...].prefix(400) {
      guard case .text(let text)? = row[column],
        let found = intake.find(text, in: Divisions.country).division, found.level > .nation
      else { continue }
      guard found.level == .province else { return nil }
      count += 1
    }
    return count > 2 ? Divisions.country : nil
  }
}
