import Foundation
import Reform

/// Headings of rows inside a table.
extension TableReader {
  /// Takes in a row of one text as the heading of what is below it; false where it is none.
  mutating func takeSection(_ row: SheetRow) -> Bool {
    let texts = row.cells.filter { layout.scope.contains($0.column) && $0.value.words != nil }
    guard scene.key == nil, texts.count == 1, let cell = texts.first,
      case .text(let text) = cell.value
    else { return false }
    let aims = Set(numbered.flatMap { $0.head.aims.map(\.indicator) })
    let reader = SectionReader(
      intake: intake, city: city, known: intake.names.book.all.filter { aims.contains($0.id) })
    let area = scene.sheet.merges.area(row: row.number, column: cell.column)
    guard
      var found = reader.section(
        text, isWide: (area?.columns.count ?? 1) > 1, at: at(row.number, cell.column))
    else { return false }
    // 市本级 under 上年数 is of that year too.
    if found.isOwn, let section { (found.use, found.period) = (section.use, section.period) }
    endSection()
    section = found
    return true
  }

  /// Whether a row with numbers is left out: by the heading above it, or as that of several places together
  /// (粤东).
  mutating func isLeftOut(_ row: SheetRow, _ name: String) -> Bool {
    let isRegion =
      placeColumn != nil && !intake.find(name, in: city).isPlace && PlaceSigns.isRegion(name)
      && intake.places.gazetteer.foreign(named: name) == nil
    guard section?.use != nil || isRegion,
      numbered.contains(where: { row[$0.column]?.isNumber == true })
    else { return false }
    watch.look(at: row)
    if section?.use != nil {
      section?.count += 1
    } else if said.insert("region \(name)").inserted {
      findings.append(
        TableSayings.region(words(row, placeColumn) ?? name, at(row.number, placeColumn)))
    }
    return true
  }

  /// Tells of the heading what became of the rows below it; where there are none it was a note.
  mutating func endSection() {
    defer { section = nil }
    guard var section else { return }
    let below = rows.filter { $0.number > section.at.row ?? 0 }.compactMap(\.place)
    if section.isOwn, RowLevels(below, intake.places.divisions).hasWholes { section.isAsked = true }
    guard section.count > 0 else {
      notes.append(.init(value: section.words, at: section.at))
      return
    }
    if let finding = section.finding { findings.append(finding) }
  }
}
