import Foundation
import Reform

/// Total rows: what they add up, and what they say of a city whose own level has no row.
extension TableReader {
  /// What a total row comes to: a check of its rows, or, where it has more than they and no row for
  /// the own level (市本级) stands among them, the stated figure of the whole.
  mutating func settle(
    _ numbers: Numbers, _ year: Int, at position: Int, into reading: inout FigureReading
  ) {
    let places = places(of: position, year)
    let period = Period.year(year)
    guard let whole = whole(of: position, places),
      !reading.figures.contains(where: { $0.figure.place == whole.id })
    else {
      reading.totals += totals(numbers, period, of: places)
      return
    }
    let stated = Row(
      subject: .place(whole.id), number: rows[position].number, periods: [year: numbers],
      flags: [:], note: "表内合计")
    for figure in figures(numbers, whole.id, period, stated) {
      let isOver = isOver(figure, places, year)
      if isOver {
        reading.figures.append(figure)
        if let finding = lacking(places, of: whole, figure) { reading.findings.append(finding) }
      } else {
        let own = numbers.of(figure.figure.indicator)
        reading.totals += totals(own, period, of: places)
      }
    }
  }

  /// The city or province that a total row is of: the one that it names, or the one whose parts the
  /// table has all of; nil where the table has a row for its own level.
  private func whole(of position: Int, _ places: [Division.Code]) -> Division? {
    let divisions = intake.places.divisions
    var whole: Division?
    var isNamed = false
    switch rows[position].subject {
    case .totalOf(let place): (whole, isNamed) = (divisions[place], true)
    case .totalOfCounties: return nil
    default:
      let parents = Set(places.map { divisions[$0]?.parent ?? "" })
      guard parents.count == 1, let parent = parents.first else { return nil }
      whole = divisions[parent]
      isNamed = rows[position].isWide && whole?.id == scene.city
    }
    guard let whole, whole.level < .county, let own = divisions.own(of: whole.id)?.id,
      !places.contains(own)
    else { return nil }
    let parts = divisions.parts(of: whole.id).map(\.id)
    return isNamed || Set(parts).isSubset(of: places) ? whole : nil
  }

  /// Whether a total has more than its rows, in numerator and denominator alike.
  private func isOver(_ figure: SentFigure, _ places: [Division.Code], _ year: Int) -> Bool {
    let indicator = figure.figure.indicator
    let parts: [(Decimal?, FigurePart)] = [
      (figure.figure.numerator, .numerator), (figure.figure.denominator, .denominator),
    ]
    let aims = parts.compactMap { given, part -> (Decimal, Decimal)? in
      let aim = ColumnNames.Aim(indicator: indicator, part: part)
      guard let given else { return nil }
      let numbers = rows.compactMap { row -> Decimal? in
        guard case .place(let place) = row.subject, places.contains(place) else { return nil }
        return row.periods[year]?.values[aim]?.number
      }
      return (given, numbers.reduce(0, +))
    }
    // What rounding loses is no own level: as many halves of a last digit as there are rows.
    let slack = Decimal(places.count)
    return !aims.isEmpty && aims.allSatisfy { given, sum in given - sum > slack }
  }

  /// That a total was kept although the table lacks some of its places.
  private func lacking(
    _ places: [Division.Code], of whole: Division, _ figure: SentFigure
  ) -> Finding? {
    let parts = intake.places.divisions.parts(of: whole.id)
    let there = parts.count { places.contains($0.id) }
    guard there < parts.count else { return nil }
    return FigureCheck.citySum.finding(
      "“\(whole.name)合计”比表里 \(there) 个地区（共 \(parts.count) 个）之和多，按所填的数登记为\(whole.name)的数；请核对。",
      "The total of \(whole.english) is over the sum of the \(there) of \(parts.count) places in the table "
        + "and is kept as stated; check it.", at: figure.figure.source, severity: .warning)
  }
}

extension TableReader.Numbers {
  /// Those of one indicator.
  func of(_ indicator: Indicator.ID) -> Self {
    var own = self
    own.values = values.filter { $0.key.indicator == indicator }
    own.broken = broken.filter { $0.indicator == indicator }
    return own
  }
}
