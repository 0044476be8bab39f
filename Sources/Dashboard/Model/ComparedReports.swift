import Reform

/// The figures that were sent and the measures of the medical groups, each asked where it belongs.
struct ComparedReports: Sendable {
  let figures: IndicatorReport
  /// Nil until the groups are there.
  let groups: IndicatorReport?

  /// The report that knows an indicator.
  subscript(id: Indicator.ID) -> IndicatorReport {
    guard let groups, groups.book[id] != nil else { return figures }
    return groups
  }

  func indicator(_ id: Indicator.ID) -> Indicator? { self[id].book[id] }

  func reading(_ id: Indicator.ID, in place: Division.Code, _ year: Int) -> Reading? {
    self[id].reading(id, in: place, year)
  }

  /// Measures of groups with figures of a level: what cannot be added up is of counties only.
  func measures(_ level: Division.Level) -> [Indicator] {
    guard let groups else { return [] }
    return groups.book.all.filter { indicator in
      groups.figures.years(of: indicator.id) != nil
        && (level == .county || indicator.id != GroupMeasure.assessment.id)
    }
  }

  /// The first and the last year of any figure or measure.
  var years: ClosedRange<Int>? {
    let all = [figures.figures.years, groups?.figures.years].compactMap(\.self)
    guard let first = all.map(\.lowerBound).min(), let last = all.map(\.upperBound).max() else {
      return nil
    }
    return first...last
  }

  /// The years in which an indicator is looked at: all of the figures, or its own of a measure.
  func years(of id: Indicator.ID) -> ClosedRange<Int>? {
    LedgerMeasure.names(id) ? self[id].figures.years(of: id) : figures.figures.years
  }
}

extension Model {
  /// What places can be compared on, as far as it is loaded.
  var reports: ComparedReports? {
    figures.figures.map {
      ComparedReports(figures: $0.report, groups: placeCache.measures(on: day))
    }
  }
}
