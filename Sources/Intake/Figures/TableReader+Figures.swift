import Foundation
import Reform

extension TableReader {
  /// Makes figures and totals of the rows, and hands over what is wrong.
  mutating func finish(into reading: inout FigureReading) {
    reading.blanks += blanks
    rows += gathered.rows
    guard !isOfAnotherProvince(&reading) else { return }
    leaveOtherYears()
    checkYears()
    tellOfTable()
    // What is said of the whole file is said once.
    reading.findings += findings.filter { $0.source.line != nil || !reading.findings.contains($0) }
    reading.columns += columnReadings()
    guard !isByInstitution else { return }
    let hasPlaces = rows.contains { if case .place = $0.subject { true } else { false } }
    for (position, row) in rows.enumerated() {
      for (year, numbers) in row.periods.sorted(by: { $0.key < $1.key }) where year > 0 {
        switch row.subject {
        case .place(let place):
          reading.figures += figures(numbers, place, .year(year), row)
        case .total, .totalOf, .totalOfCounties:
          if hasPlaces {
            guard !hasUnplaced else { continue }
            settle(numbers, year, at: position, into: &reading)
          } else if let place = scene.place {
            reading.figures += figures(numbers, place.id, .year(year), row)
          }
        }
      }
    }
  }

  /// A table whose titles or codes are of another province, and none of whose places is ours.
  private func isOfAnotherProvince(_ reading: inout FigureReading) -> Bool {
    let hasOwn = rows.contains { if case .place = $0.subject { true } else { false } }
    guard !hasOwn, scene.place == nil, scene.foreign != nil || scene.isForeign else { return false }
    reading.findings.append(
      intake.otherProvince(scene.foreign ?? "外省", at: at(layout.firstRow - 1)))
    return true
  }

  /// A form of an earlier year than the one that is being collected.
  func lateForm() -> Finding? {
    guard let key = scene.key, let year = intake.expected, key.year < year else { return nil }
    return FigureCheck.wrongYear.finding(
      "这是 \(key.year) 年的填报表，现在收的是 \(year) 年；如确是补报 \(key.year) 年，请确认。",
      "This form is of \(key.year), while \(year) is being collected; confirm that it is meant.",
      at: SourcePlace(file: scene.file), words: "\(key.year)", gravity: .warning)
  }

  /// The figures of a row, one for each indicator that has a number in it.
  func figures(
    _ numbers: Numbers, _ place: Division.Code, _ period: Period, _ row: Row
  ) -> [SentFigure] {
    let indicators = Set(numbers.values.keys.map(\.indicator))
    return intake.names.book.all.filter { indicators.contains($0.id) }.compactMap { indicator in
      func read(_ part: FigurePart) -> (number: Decimal, at: SourcePlace)? {
        numbers.values[.init(indicator: indicator.id, part: part)]
      }
      let broken = numbers.broken.contains { $0.indicator == indicator.id }
      let (above, below, stated) = (read(.numerator), read(.denominator), read(.value))
      guard let source = (above ?? stated ?? below)?.at else { return nil }
      var flags = row.flags[indicator.id] ?? row.flags[""] ?? []
      if scene.madeUpAt != nil { flags.insert(.madeUp) }
      let figure = Figure(
        indicator.id, in: place, period, numerator: above?.number, denominator: below?.number,
        stated: stated?.number, flags: flags, note: row.note, source: source)
      return SentFigure(
        figure, numeratorAt: above?.at, denominatorAt: below?.at, statedAt: stated?.at,
        isBroken: broken)
    }
  }

  /// The places that a total row adds up: those of the place that it names, those since the last
  /// subtotal, or all of the table.
  func places(of position: Int, _ year: Int) -> [Division.Code] {
    var (span, region) = (rows.indices, String?.none)
    switch rows[position].subject {
    case .totalOf(let place): region = place
    case .total(isPart: true): span = part(before: position)
    default: break
    }
    let isOfCounties = rows[position].subject == .totalOfCounties
    let found = rows[span].compactMap { row -> Division.Code? in
      guard case .place(let place) = row.subject, row.periods[year] != nil else { return nil }
      if isOfCounties, intake.places.divisions[place]?.level != .county { return nil }
      guard let region else { return place }
      return place != region && intake.places.divisions.isWithin(place, region) ? place : nil
    }
    // A city whose counties have rows of their own is their sum already.
    let parents = Set(
      found.compactMap { place in
        intake.places.divisions[place].flatMap { $0.level == .own ? nil : $0.parent }
      })
    return found.filter { !parents.contains($0) }
  }

  /// The rows between a subtotal and the one before it, or the one behind where it stands on top.
  private func part(before position: Int) -> Range<Int> {
    let parts = rows.indices.filter { rows[$0].subject == .total(isPart: true) }
    let start = parts.last { $0 < position }.map { $0 + 1 } ?? 0
    guard start == position else { return start..<position }
    return (position + 1)..<(parts.first { $0 > position } ?? rows.count)
  }

  func totals(
    _ numbers: Numbers, _ period: Period, of places: [Division.Code]
  ) -> [SentTotal] {
    let indicators = Set(numbers.values.keys.map(\.indicator)).sorted()
    return indicators.compactMap { indicator in
      var total = SentTotal(indicator, period, of: places)
      // What cannot be read of the rows cannot be missed in their total.
      func read(_ part: FigurePart) -> (number: Decimal, at: SourcePlace)? {
        let aim = ColumnNames.Aim(indicator: indicator, part: part)
        let isWhole = !rows.contains { $0.periods[period.year]?.broken.contains(aim) == true }
        return isWhole ? numbers.values[aim] : nil
      }
      let (above, below) = (read(.numerator), read(.denominator))
      (total.numerator, total.numeratorAt) = (above?.number, above?.at)
      (total.denominator, total.denominatorAt) = (below?.number, below?.at)
      return places.isEmpty ? nil : total
    }
  }
}
