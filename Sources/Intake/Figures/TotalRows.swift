import Foundation
import Reform

/// The total rows of a table: which rows they add up, and what they say of a place.
struct TotalRows {
  let reader: TableReader
  /// Whether the table has rows of places beside its totals.
  let hasPlaces: Bool

  init(_ reader: TableReader) {
    self.reader = reader
    hasPlaces = reader.rows.contains { if case .place = $0.subject { true } else { false } }
  }

  var rows: [TableReader.Row] { reader.rows }
  var divisions: Divisions { reader.intake.places.divisions }

  /// The places that a total row adds up: those of the place that it names, those since the last
  /// subtotal, or all of the table.
  ///
  /// Where a table groups its rows in several ways, the group of which it is the sum.
  func places(of position: Int, _ year: Int) -> [Division.Code] {
    var spans = spans(of: position).flatMap { span in
      let found = found(of: position, year, in: span)
      return [withoutWholes(found)] + otherWays(found, position)
    }
    // 全市 under rows of another place too may be the sum of all.
    let aims = rows[position].periods[year]?.values.keys
    if case .totalOf = rows[position].subject, aims?.contains(where: { $0.part != .value }) == true
    {
      let all = found(of: position, year, in: rows.indices, isOfAll: true)
      spans += [withoutWholes(all), withoutParts(all)]
    }
    if let span = spans.first(where: { adds(position, year, $0) }) { return span }
    return withEarlier(position, year, spans.first ?? []) ?? spans.first ?? []
  }

  /// The places of this table and of those on the sheets before, where the total is of all of them.
  private func withEarlier(
    _ position: Int, _ year: Int, _ own: [Division.Code]
  ) -> [Division.Code]? {
    var region: Division.Code?
    switch rows[position].subject {
    case .total(isPart: false): break
    case .totalOf(let place): region = place
    default: return nil
    }
    guard let stated = rows[position].periods[year] else { return nil }
    let aims = Set(stated.values.keys.map(\.indicator))
    let before = reader.earlier.filter { sent in
      let figure = sent.figure
      return aims.contains(figure.indicator) && figure.period == .year(year)
        && figure.source.sheet != reader.scene.sheet.name && !own.contains(figure.place)
        && region.map { divisions.isWithin(figure.place, $0) && figure.place != $0 } ?? true
    }
    let all = own + Set(before.map(\.figure.place)).sorted()
    return all.count > own.count && adds(position, year, all) ? all : nil
  }

  /// Places of the rows of a span, as far as they lie in what the total names.
  private func found(
    of position: Int, _ year: Int, in span: Range<Int>, isOfAll: Bool = false
  ) -> [Division.Code] {
    var region: String?
    if !isOfAll, case .totalOf(let place) = rows[position].subject { region = place }
    let isOfCounties = rows[position].subject == .totalOfCounties
    return rows[span].compactMap { row -> Division.Code? in
      guard case .place(let place) = row.subject, row.periods[year] != nil else { return nil }
      if isOfCounties, divisions[place]?.level != .county { return nil }
      guard let region else { return place }
      return place != region && divisions.isWithin(place, region) ? place : nil
    }
  }

  /// A city whose counties have rows of their own is their sum already; an own level beside its city alone is
  /// in that.
  private func withoutWholes(_ found: [Division.Code]) -> [Division.Code] {
    let parents = Set(
      found.compactMap { place in
        divisions[place].flatMap { $0.level == .own ? nil : $0.parent }
      })
    return found.filter { place in
      guard !parents.contains(place) else { return false }
      guard let own = divisions[place], own.level == .own, let city = own.parent else {
        return true
      }
      return parents.contains(city) || !found.contains(city)
    }
  }

  /// Places without those that lie in another of them: cities of which some counties are shown.
  private func withoutParts(_ found: [Division.Code]) -> [Division.Code] {
    let all = Set(found)
    return found.filter { place in
      var above = divisions[place]?.parent
      while let code = above, !all.contains(code) { above = divisions[code]?.parent }
      return above == nil
    }
  }

  /// What else a total may be of: its cities alone, its counties without the own level, the city of its row.
  private func otherWays(_ found: [Division.Code], _ position: Int) -> [[Division.Code]] {
    var ways = [withoutParts(found)]
    guard rows[position].subject == .total(isPart: true) else { return ways }
    ways.append(withoutWholes(found.filter { divisions[$0]?.level == .county }))
    if let city = cityOfRow(position) {
      ways.append(withoutWholes(found.filter { $0 != city && divisions.isWithin($0, city) }))
    }
    return ways
  }

  /// The city that the column of cities names in the row of a total.
  private func cityOfRow(_ position: Int) -> Division.Code? {
    guard let row = reader.intake.row(rows[position].number, in: reader.scene.sheet),
      let name = reader.words(row, reader.cityColumn)
    else { return nil }
    return reader.intake.find(name, in: nil).division?.id
  }

  /// The rows that a total may be of, the likeliest first: those between it and the total before
  /// it, or the one behind where totals stand on top; those under the heading of its group.
  private func spans(of position: Int) -> [Range<Int>] {
    let totals = rows.indices.filter { rows[$0].subject.isTotal }
    let start = totals.last { $0 < position }.map { $0 + 1 } ?? 0
    let end = totals.first { $0 > position } ?? rows.count
    let heading = reader.breaks.last { $0 <= position } ?? 0
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
    for figure in reader.earlier.map(\.figure)
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
    _ numbers: TableReader.Numbers, _ period: Period, of places: [Division.Code]
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
      let stated = read(.value)
      (total.stated, total.statedAt) = (stated?.number, stated?.at)
      return places.isEmpty ? nil : total
    }
  }
}
