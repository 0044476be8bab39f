import Foundation
import Reform

/// Columns in which hospitals stand, headings that name places, and the city that all rows lie in.
extension TableReader {
  /// Columns of texts beside the place, in which a hospital may stand.
  static func institutionColumns(
    _ layout: TableLayout, except place: Int?
  ) -> [(column: Int, isNamed: Bool)] {
    layout.columns.keys.sorted().compactMap { column in
      guard column != place, layout.scope.contains(column),
        let head = layout.paths[column]
      else { return nil }
      let name = NameKey.folded(head.joined(separator: " "))
      guard !PlaceSigns.passedHeads.contains(name), !TableWords.note.contains(name) else {
        return nil
      }
      switch layout.columns[column] {
      case .passed, .unknown, .place: return (column, PlaceSigns.institutionHeads.contains(name))
      default: return nil
      }
    }
  }

  /// The column in which a row names a hospital.
  func institutionColumn(of row: SheetRow) -> Int? {
    institutionColumns.first { column, isNamed in
      guard case .text(let text)? = row[column], PlainNumber.read(text) == .other else {
        return false
      }
      let name = NameKey.folded(text)
      if PlaceSigns.isInstitution(name) { return true }
      return isNamed && TableWords.totalStem(name) == nil && !intake.find(text, in: city).isPlace
    }?.column
  }

  /// The city in which all the rows lie whose names say it; nil where they lie in several.
  static func commonCity(
    _ intake: FigureIntake, _ sheet: Sheet, _ layout: TableLayout, _ column: Int?
  ) -> Division.Code? {
    guard let column else { return nil }
    var cities: Set<Division.Code> = []
    for row in sheet.rows[min(layout.positions.upperBound, sheet.rows.count)...].prefix(400) {
      guard case .text(let text)? = row[column],
        let found = intake.find(text, in: nil).division, found.level > .province
      else { continue }
      cities.insert(intake.places.divisions.city(of: found.id))
      if cities.count > 1 { return nil }
    }
    return cities.first
  }

  /// Finds the places that headings name; what is wrong with one is told at its heading.
  mutating func placeColumns() {
    for (column, head) in numbered {
      guard let name = head.place else { continue }
      if let scope = TotalScope(name) {
        takeTotal(scope, name, column)
        continue
      }
      if !head.aims.isEmpty, layout.column(.place) != nil {
        findings.append(TableSayings.crossed(name, headAt(column)))
        continue
      }
      switch intake.place(name: name, code: nil, in: city) {
      case .place(let division, let remark):
        columnPlaces[column] = division.id
        if let remark { tell(remark, column) }
      case .refused(let remark), .noCode(let remark, _): tell(remark, column)
      }
    }
  }

  mutating func tell(_ remark: RowPlaces.Remark, _ column: Int) {
    guard told.insert(remark).inserted else { return }
    findings.append(
      remark.check.finding(
        remark.message.zh, remark.message.en, at: headAt(column), words: remark.words,
        severity: remark.severity))
  }
}
