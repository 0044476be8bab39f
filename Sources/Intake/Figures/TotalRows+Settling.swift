import Foundation
import Reform

/// What a total row comes to: a check of its rows, or the stated figure of the whole.
extension TotalRows {
  func settle(
    _ numbers: TableReader.Numbers, _ year: Int, at position: Int, into reading: inout FigureReading
  ) {
    guard hasPlaces else { return file(alone: numbers, year, at: position, into: &reading) }
    guard !reader.hasUnplaced, !hasTwins(year) else { return }
    let (row, places) = (rows[position], places(of: position, year))
    if case .totalOf(let code) = row.subject, places.isEmpty, let named = divisions[code] {
      return file(numbers, year, of: named, row, into: &reading)
    }
    let whole = whole(of: position, places)
    let isThere = reading.figures.contains { $0.figure.place == whole?.id }
    for figure in figures(numbers, whole?.id ?? "", year, row) {
      let own = numbers.of(figure.figure.indicator)
      if figure.figure.numerator == nil, figure.figure.denominator == nil {
        settle(stated: figure, year, at: position, of: places, whole, into: &reading)
      } else if let whole, !isThere, isOver(figure, places, year) {
        reading.figures.append(figure)
        if let finding = lacking(places, of: whole, figure, row) {
          reading.findings.append(finding)
        }
      } else {
        reading.totals += totals(own, .year(year), of: places)
      }
    }
  }

  /// Whether a place stands in several rows, which is told; then no total can be looked at.
  private func hasTwins(_ year: Int) -> Bool {
    var seen: [Division.Code: Set<ColumnNames.Aim>] = [:]
    return rows.contains { row in
      guard case .place(let place) = row.subject, let numbers = row.periods[year] else {
        return false
      }
      let aims = Set(numbers.values.keys)
      defer { seen[place, default: []].formUnion(aims) }
      return seen[place].map { !$0.isDisjoint(with: aims) } ?? false
    }
  }

  private func figures(
    _ numbers: TableReader.Numbers, _ place: Division.Code, _ year: Int, _ row: TableReader.Row
  ) -> [SentFigure] {
    let stated = TableReader.Row(
      subject: .place(place), number: row.number, periods: [year: numbers], flags: [:], note: "表内合计"
    )
    return reader.figures(numbers, place, .year(year), stated)
  }

  /// A total of a table that has no rows of places: of what it names, else of what the title names.
  private func file(
    alone numbers: TableReader.Numbers, _ year: Int, at position: Int,
    into reading: inout FigureReading
  ) {
    let row = rows[position]
    var place: Division?
    switch row.subject {
    case .totalOf(let code): place = divisions[code]
    case .total where !reader.unresolved.contains(row.number):
      place = reader.scene.place ?? reader.intake.region.flatMap { divisions[$0] }
    default: break
    }
    guard let place else {
      let (finding, name) = (noPlace(of: row), name(of: row))
      guard !reading.findings.contains(where: { $0.check == finding.check && $0.words == name })
      else { return }
      reading.findings.append(finding)
      return
    }
    file(numbers, year, of: place, row, into: &reading)
  }

  private func file(
    _ numbers: TableReader.Numbers, _ year: Int, of place: Division, _ row: TableReader.Row,
    into reading: inout FigureReading
  ) {
    let found = reader.figures(numbers, place.id, .year(year), row)
    reading.figures += found
    if let first = found.first, let finding = strange(place, row, first) {
      reading.findings.append(finding)
    }
  }

  // MARK: Ratios

  /// A ratio of a total without its parts: no sum, but the figure of a place, if any is named.
  private func settle(
    stated figure: SentFigure, _ year: Int, at position: Int, of places: [Division.Code],
    _ whole: Division?, into reading: inout FigureReading
  ) {
    let (row, indicator) = (rows[position], figure.figure.indicator)
    guard let given = figure.figure.stated, let at = figure.statedAt else { return }
    if hasParts(indicator, places, year) {
      var total = SentTotal(indicator, .year(year), of: places)
      (total.stated, total.statedAt) = (given, at)
      reading.totals.append(total)
      return
    }
    let numbers = self.numbers(.init(indicator: indicator, part: .value), places, year)
    if case .total = row.subject, places.count == 1, numbers == [given] { return }
    if numbers.count > 1, numbers.reduce(0, +) == given {
      reading.findings.append(
        unread(
          figure, row,
          Phrase("它是各行之和，比例和人均数不能相加", "it is the sum of the rows, and ratios cannot be added")))
      return
    }
    guard let place = whole ?? named(row, places) ?? titled(row, places) else {
      let isOfPart = row.subject == .totalOfCounties || row.subject == .total(isPart: true)
      let reason =
        isOfPart
        ? Phrase("它是几个地区合在一起的，不是一个地区的数", "it is of several places together, and none of one")
        : Phrase("不知道它是哪个地区的", "which place it is of is not known")
      reading.findings.append(unread(figure, row, reason))
      return
    }
    var own = figure
    own.figure.place = place.id
    reading.figures.append(own)
    let parts = Set(divisions.parts(of: place.id).map(\.id))
    let isWhole = !parts.isEmpty && parts.isSubset(of: places)
    if isWhole, let low = numbers.min(), let high = numbers.max(), given < low || given > high {
      reading.findings.append(outside(figure, place, low, high))
    } else if let finding = strange(place, row, figure) {
      reading.findings.append(finding)
    }
  }

  private func hasParts(_ indicator: Indicator.ID, _ places: [Division.Code], _ year: Int) -> Bool {
    !numbers(.init(indicator: indicator, part: .numerator), places, year).isEmpty
  }

  private func numbers(
    _ aim: ColumnNames.Aim, _ places: [Division.Code], _ year: Int
  ) -> [Decimal] {
    rows.compactMap { row in
      guard case .place(let place) = row.subject, places.contains(place) else { return nil }
      return row.periods[year]?.values[aim]?.number
    }
  }

  /// The place that a total names by itself (全省), which a row of its own level beside it does not change.
  private func named(_ row: TableReader.Row, _ places: [Division.Code]) -> Division? {
    guard case .totalOf(let code) = row.subject, !places.contains(code) else { return nil }
    return divisions[code]
  }

  /// The place of the title, where all rows lie in it and a total of the whole table is meant.
  private func titled(_ row: TableReader.Row, _ places: [Division.Code]) -> Division? {
    guard row.subject == .total(isPart: false), !reader.unresolved.contains(row.number),
      let place = reader.scene.place ?? reader.intake.region.flatMap({ divisions[$0] }),
      !places.contains(place.id) || places.count == 1,
      places.allSatisfy({ divisions.isWithin($0, place.id) })
    else { return nil }
    return place
  }

  // MARK: The whole

  /// The city or province that a total row is of: the one that it names, or the one whose parts the
  /// table has all of; nil where the table has a row for its own level.
  private func whole(of position: Int, _ places: [Division.Code]) -> Division? {
    var whole: Division?
    var isNamed = false
    switch rows[position].subject {
    case .totalOf(let place): (whole, isNamed) = (divisions[place], true)
    case .totalOfCounties: return nil
    default:
      let parents = Set(places.map { divisions[$0]?.parent ?? "" })
      guard parents.count == 1, let parent = parents.first else { return nil }
      whole = divisions[parent]
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
      return given.map { ($0, numbers(aim, places, year).reduce(0, +)) }
    }
    // What rounding loses is no own level: as many halves of a last digit as there are rows.
    let slack = Decimal(places.count)
    return !aims.isEmpty && aims.allSatisfy { given, sum in given - sum > slack }
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
