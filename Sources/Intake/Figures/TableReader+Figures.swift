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
    let totals = TotalRows(self)
    for (position, row) in rows.enumerated() {
      for (year, numbers) in row.periods.sorted(by: { $0.key < $1.key }) where year > 0 {
        switch row.subject {
        case .place(let place):
          reading.figures += figures(numbers, place, .year(year), row)
        case .total, .totalOf, .totalOfCounties:
          totals.settle(numbers, year, at: position, into: &reading)
        }
      }
    }
  }

  /// A table whose titles are of another province, or whose codes are and none of whose places is ours.
  private func isOfAnotherProvince(_ reading: inout FigureReading) -> Bool {
    let hasOwn = rows.contains { if case .place = $0.subject { true } else { false } }
    let (name, place) = (scene.foreign.map(intake.places.gazetteer.whole), at(layout.firstRow - 1))
    guard name != nil || !hasOwn && scene.isForeign && scene.place == nil else { return false }
    let other = name ?? Phrase("外省", "another province")
    let finding = hasOwn ? scene.stranger(other, at: place) : intake.otherProvince(other, at: place)
    reading.findings.append(finding)
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
}
