import Foundation
import Reform

/// Total rows are checked against the rows that they total, as those of figures are.
extension GroupTable {
  /// What a total row adds up; nil for a row that is no total.
  func span(of row: SheetRow) -> Span? {
    let first = row.cells.first?.value.words
    if let county = memberTotal.county(of: row, words(row, .county)) { return .place(county) }
    let named = [words(row, .county), first].compactMap { $0.map(NameKey.folded) }
    for name in named {
      if TableWords.average.contains(name) { return .average }
      guard let stem = TableWords.totalStem(name) else { continue }
      if !stem.isEmpty, let place = intake.places.find(stem, in: nil).division {
        return .place(place.id)
      }
      if name.hasPrefix("小计") || name.hasPrefix("subtotal") || !stem.isEmpty { return .part }
      return name.hasPrefix("全市") || name.hasPrefix("全县") || name.hasPrefix("全区") ? .city : .whole
    }
    return nil
  }

  /// Keeps a total row until all rows are known.
  mutating func keep(_ span: Span, _ row: SheetRow) {
    var line = Line(row: row.number, subject: .total(span))
    line.year = words(row, .year).flatMap { YearWords.year(in: NameKey.folded($0)) }
    let isOfMembers = memberTotal.stands(in: row)
    line.name =
      (isOfMembers ? words(row, .member) : nil) ?? words(row, .county) ?? row.cells.first?.value
      .words ?? ""
    let given = [header.column(.code), header.column(.year), header.column(.number)]
    line.hasNumbers = row.cells.contains { $0.value.isNumber && !given.contains($0.column) }
    for (column, field) in header.columns
    where field.isAdded && !(isOfMembers && field == .head(.member)) {
      switch NumberCells.read(
        row[column], at: at(row.number, column), head: header.heads[column] ?? "")
      {
      case .missing: continue
      case .number(let number, let unit, _):
        let own = unit.map { $0.scale / (header.units[column]?.scale ?? 1) }
        line.amounts[column] = field.isMoney ? number * (own ?? 1) : number
      case .wrong(let finding):
        find(finding)
        line.broken.insert(column)
      }
    }
    lines.append(line)
  }

  mutating func checkTotals() {
    for (position, line) in lines.enumerated() {
      guard case .total(let span) = line.subject else { continue }
      // A total that nobody has filled in says nothing.
      guard line.hasNumbers || !line.broken.isEmpty else { continue }
      let rows = rows(of: span, at: position, in: line.year)
      let numbers = line.amounts.sorted { $0.key < $1.key }
      if let why = uncheckable(span, rows, line) {
        find(
          "total-not-checked", .note, "“\(line.name)”一行没有核对：\(why.zh)。",
          "The row “\(line.name)” was not checked: \(why.en).", line.row, nil)
        continue
      }
      for (column, given) in numbers where !rows.contains(where: { $0.broken.contains(column) }) {
        check(given, rows.compactMap { $0.amounts[column] }, line.row, column)
      }
    }
  }

  /// Why a total row cannot be checked; nil where it can.
  private func uncheckable(_ span: Span, _ rows: [Line], _ line: Line) -> Phrase? {
    if span == .average { return Phrase("平均数不入账", "averages are not entered") }
    if line.amounts.isEmpty, line.broken.isEmpty {
      return Phrase("这一行没有可以相加核对的数", "it has no number that rows add up to")
    }
    if rows.isEmpty { return Phrase("表里没有它所合计的县", "the table has no county that it totals") }
    if hasRefused { return Phrase("表里有没有读入的行", "rows of the table were not read") }
    guard line.year == nil, Set(rows.compactMap(\.year)).count > 1 else { return nil }
    return Phrase("表里有几个年度，它没有写是哪一年", "the table has several years and it names none")
  }

  private func rows(of span: Span, at position: Int, in year: Int?) -> [Line] {
    var part = lines[...]
    let places = lines.filter { if case .place = $0.subject { true } else { false } }
    switch span {
    case .whole, .place, .average: break
    case .part: part = self.part(at: position)
    case .city:
      let cities = Set(places.compactMap { city(of: $0) })
      if cities.count > 1 { part = self.part(at: position) }
    }
    return part.filter { line in
      guard case .place(let place) = line.subject, year == nil || line.year == year else {
        return false
      }
      guard case .place(let region) = span else { return true }
      return intake.divisions.isWithin(place, region)
    }
  }

  private func city(of line: Line) -> Division.Code? {
    guard case .place(let place) = line.subject else { return nil }
    return intake.divisions[place]?.parent
  }

  /// The rows between a total and the one before it, or the one behind where it stands on top.
  private func part(at position: Int) -> ArraySlice<Line> {
    func isTotal(_ index: Int) -> Bool {
      if case .total = lines[index].subject { true } else { false }
    }
    let start = lines.indices.last { $0 < position && isTotal($0) }.map { $0 + 1 } ?? 0
    guard start == position else { return lines[start..<position] }
    let end = lines.indices.first { $0 > position && isTotal($0) } ?? lines.count
    return lines[(position + 1)..<end]
  }

  private mutating func check(_ given: Decimal, _ rows: [Decimal], _ row: Int, _ column: Int) {
    let sum = rows.reduce(0, +)
    guard !adds(rows, to: given, sum, column) else { return }
    let head = header.heads[column] ?? ""
    find(
      FigureCheck.totalRow.name, .error,
      "合计行“\(head)”是 \(given)，各行之和是 \(sum)，差 \(given - sum)；请核对各行和合计。",
      "The total of “\(head)” is \(given), the rows add up to \(sum), \(given - sum) apart; check them.",
      row, column)
  }

  /// Whether rows add up, to what rounding each of them may have lost; whole fen lose nothing.
  private func adds(_ rows: [Decimal], to given: Decimal, _ sum: Decimal, _ column: Int) -> Bool {
    let digits = min(6, max(0, (rows + [given]).map { -$0.exponent }.max() ?? 0))
    let step = Decimal(sign: .plus, exponent: -digits, significand: 1)
    let scale = header.units[column]?.scale ?? 1
    guard digits > 0, step * scale > Decimal(1) / 100 else { return sum == given }
    return abs(sum - given) <= step / 2 * Decimal(rows.count + 1)
  }
}
