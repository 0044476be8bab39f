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
    if areProvinces(intake, sheet, layout, column) { return Divisions.country }
    for row in sheet.rows[min(layout.positions.upperBound, sheet.rows.count)...].prefix(400) {
      guard case .text(let text)? = row[column],
        let found = intake.find(text, in: nil).division, found.level > .province
      else { continue }
      cities.insert(intake.places.divisions.city(of: found.id))
      if cities.count > 1 { return nil }
    }
    return cities.first
  }

  /// Whether the rows of a country's table are its provinces, among which 吉林 is no city: three at least, and
  /// no other place.
  static func areProvinces(
    _ intake: FigureIntake, _ sheet: Sheet, _ layout: TableLayout, _ column: Int?
  ) -> Bool {
    guard let column, intake.places.divisions.isNation else { return false }
    var count = 0
    for row in sheet.rows[min(layout.positions.upperBound, sheet.rows.count)...].prefix(400) {
      guard case .text(let text)? = row[column],
        let found = intake.find(text, in: Divisions.country).division, found.level > .nation
      else { continue }
      guard found.level == .province else { return false }
      count += 1
    }
    return count > 2
  }

  /// Finds the places that headings name; what is wrong with one is told at its heading.
  mutating func placeColumns() {
    for (column, head) in numbered {
      guard let name = head.place else { continue }
      if let scope = TotalScope(name) {
        takeTotal(scope, name, column)
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

  /// Why the heading of a column that stands among places is none, where it is the name of one.
  func noPlace(_ name: String) -> RowPlaces.Remark? {
    let isNamed =
      name.count <= 10 && ["省", "市", "区", "县", "旗", "州", "盟", "本级"].contains { name.hasSuffix($0) }
    guard !TableWords.isPassed(NameKey.folded(name)),
      case .refused(let remark) = intake.place(name: name, code: nil, in: city)
    else { return nil }
    let isNear = if case .unknown(.some) = intake.find(name, in: city) { true } else { false }
    return isNamed || isNear || intake.places.gazetteer.foreign(named: name) != nil ? remark : nil
  }

  mutating func tell(_ remark: RowPlaces.Remark, _ column: Int) {
    guard told.insert(remark).inserted else { return }
    findings.append(
      remark.check.finding(
        remark.message.zh, remark.message.en, at: headAt(column), words: remark.words,
        severity: remark.severity))
  }
}
