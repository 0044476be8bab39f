import Foundation
import Reform

extension TableReader {
  /// Makes figures and totals of the rows, and hands over what is wrong.
  mutating func finish(into reading: inout FigureReading) {
    reading.blanks += blanks
    rows += gathered.rows
    earlier = reading.figures
    guard !isOfAnotherProvince(&reading) else { return }
    leaveOtherYears()
    checkYears()
    tellOfTable()
    // What is said of the whole file is said once.
    reading.findings += findings.filter { finding in
      let isOfOne = finding.source.line != nil && finding.check != FigureCheck.otherBasis.name
      return isOfOne || !reading.findings.contains(finding)
    }
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
      at: SourcePlace(file: scene.file), words: "\(key.year)", severity: .warning)
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
  ///
  /// Where a table groups its rows in several ways, the group of which it is the sum.
  func places(of position: Int, _ year: Int) -> [Division.Code] {
    let spans = spans(of: position).map { places(of: position, year, in: $0) }
    if let span = spans.first(where: { adds(position, year, $0) }) { return span }
    return withEarlier(position, year, spans.first ?? []) ?? spans.first ?? []
  }

  /// The places of this table and of those on the sheets before, where the total is of all of them.
  private func withEarlier(
    _ position: Int, _ year: Int, _ own: [Division.Code]
  ) -> [Division.Code]? {
    guard rows[position].subject == .total(isPart: false), let stated = rows[position].periods[year]
    else { return nil }
    let aims = Set(stated.values.keys.map(\.indicator))
    let before = earlier.filter { sent in
      let figure = sent.figure
      return aims.contains(figure.indicator) && figure.period == .year(year)
        && figure.source.sheet != scene.sheet.name && !own.contains(figure.place)
    }
    let all = own + Set(before.map(\.figure.place)).sorted()
    return all.count > own.count && adds(position, year, all) ? all : nil
  }

  private func places(
    of position: Int, _ year: Int, in span: Range<Int>
  ) -> [Division.Code] {
    var region: String?
    if case .totalOf(let place) = rows[position].subject { region = place }
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

  /// The rows that a total may be of, the likeliest first: those between it and the total before
  /// it, or the one behind where totals stand on top; those under the heading of its group.
  private func spans(of position: Int) -> [Range<Int>] {
    let totals = rows.indices.filter { rows[$0].subject.isTotal }
    let start = totals.last { $0 < position }.map { $0 + 1 } ?? 0
    let end = totals.first { $0 > position } ?? rows.count
    let heading = breaks.last { $0 <= position } ?? 0
    let below = (position + 1)..<max(position + 1, end)
    let groups = [start..<position, max(start, min(heading, position))..<position]
    switch rows[position].subject {
    case .total(isPart: true):
      let isOnTop =
        totals.first.map { top in !rows[..<top].contains { !$0.subject.isTotal } } ?? false
      let parts = totals.filter { rows[$0].subject == .total(isPart: true) }
      let since = parts.last { $0 < position }.map { $0 + 1 } ?? 0
      return (isOnTop ? [below] + groups : groups + [below]) + [since..<position, rows.indices]
    case .total(isPart: false):
      // 合计 of each group; one total alone is of all.
      return totals.count > 1 ? [rows.indices] + groups + [below] : [rows.indices]
    default: return [rows.indices]
    }
  }

  /// Whether a total is the sum of places, in each part of each indicator, to what rounding loses.
  private func adds(_ position: Int, _ year: Int, _ places: [Division.Code]) -> Bool {
    guard !places.isEmpty, let stated = rows[position].periods[year] else { return false }
    let wanted = Set(places)
    var (seen, sums): (Set<Division.Code>, [ColumnNames.Aim: Decimal]) = ([], [:])
    for row in rows {
      guard case .place(let place) = row.subject, wanted.contains(place),
        let numbers = row.periods[year], seen.insert(place).inserted
      else { continue }
      for (aim, value) in numbers.values { sums[aim, default: 0] += value.number }
    }
    var once: Set<Figure.Key> = []
    for figure in earlier.map(\.figure)
    where wanted.contains(figure.place) && !seen.contains(figure.place)
      && figure.period == .year(year) && once.insert(figure.key).inserted
    {
      let parts = [(FigurePart.numerator, figure.numerator), (.denominator, figure.denominator)]
      for (part, number) in parts {
        sums[.init(indicator: figure.indicator, part: part), default: 0] += number ?? 0
      }
    }
    return stated.values.allSatisfy { aim, value in
      guard aim.part != .value else { return true }
      let digits = min(6, max(0, -value.number.exponent))
      let slack = digits == 0 ? 0 : Decimal(sign: .plus, exponent: -digits, significand: 1) / 2
      return abs(value.number - (sums[aim] ?? 0)) <= slack * Decimal(places.count + 1)
    }
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
