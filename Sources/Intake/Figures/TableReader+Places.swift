import Foundation
import Reform

/// The places of rows.
extension TableReader {
  /// The name in the column of places, without marks that point at a note; what stands in brackets
  /// behind it and changes what is counted is asked about (潞州区（不含高新区）).
  mutating func placeName(of row: SheetRow) -> String {
    let name = PlaceMarks.without(ownName(of: row))
    guard let parts = PlaceMarks.parted(name), intake.find(name, in: city).division == nil,
      intake.find(parts.head, in: city).division != nil,
      !BasisWords.found(in: parts.inner, isTitle: false, []).isEmpty
    else { return name }
    remark(parts.inner, at(row.number, placeColumn))
    return parts.head
  }

  /// What the column of places says; in a city's own row, which leaves that empty, the column of cities.
  private func ownName(of row: SheetRow) -> String {
    if let own = words(row, placeColumn), PlainNumber.read(own) != .missing { return own }
    guard let cityColumn, let placeColumn, cityColumn != placeColumn, codeColumn == nil,
      case .text(let city)? = row[cityColumn],
      [cityColumn, placeColumn].allSatisfy({ isAlone(row, $0) }),
      intake.find(city, in: nil).division?.level == .city
    else { return words(row, placeColumn) ?? "" }
    return city
  }

  /// Whether a cell is made one with none below or above it.
  private func isAlone(_ row: SheetRow, _ column: Int) -> Bool {
    (scene.sheet.merges.area(row: row.number, column: column)?.rows.count ?? 1) == 1
  }

  /// The place of a row; nil where it has none, which is told.
  mutating func place(of row: SheetRow, _ name: String) -> Division? {
    let code = words(row, codeColumn).flatMap { PlaceFinder.code(NameKey.folded($0)) }
    guard placeColumn != nil || code != nil || codeColumn != nil else { return whole(row) }
    guard code != nil || !name.isEmpty else {
      findings.append(TableSayings.noPlace(at(row.number, placeColumn ?? codeColumn)))
      return nil
    }
    guard let code else { return place(named: name, row) }
    switch intake.place(name: name.isEmpty ? nil : name, code: code, in: city) {
    case .place(let division, let remark):
      if let remark { tell(remark, row) }
      return fitting(division, row, column: codeColumn)
    case .refused(let remark):
      if remark.check == .byInstitution { isByInstitution = true }
      tell(remark, row)
      return nil
    case .noCode(let remark, let isForeign):
      if isForeign { scene.isForeign = true }
      if intake.places.isStranger(code, called: name) {
        tell(remark, row)
        return nil
      }
      // Offices number their rows themselves; then the name says which place it is.
      guard name.isEmpty else { return self.place(named: name, row) }
      tell(remark, row)
      return nil
    }
  }

  private mutating func place(named name: String, _ row: SheetRow) -> Division? {
    if areCities, let city = CityRows.city(called: name, intake, in: city) {
      return fitting(city, row, column: placeColumn)
    }
    switch intake.place(name: name, code: nil, in: city) {
    case .place(let division, let remark):
      if let doubt = doubt(own: division, name, row) {
        tell(doubt, row)
        return nil
      }
      if let remark { tell(remark, row) }
      return fitting(division, row, column: placeColumn)
    case .refused(let remark), .noCode(let remark, _):
      if remark.check == .byInstitution { isByInstitution = true }
      tell(remark, row)
      return nil
    }
  }

  /// What is to be asked of a row of an own level that only the row above says whose it is.
  private mutating func doubt(
    own division: Division, _ name: String, _ row: SheetRow
  ) -> RowPlaces.Remark? {
    guard above.isOfLastRow, !isOfOneCity, let remark = OwnRows.remark(of: division, name, intake)
    else { return nil }
    let known =
      ownRows ?? OwnRows(intake, scene.sheet, from: layout.positions.upperBound, placeColumn)
    ownRows = known
    return known.isSure(row.number, of: division.parent) ? nil : remark
  }

  private mutating func tell(_ remark: RowPlaces.Remark, _ row: SheetRow) {
    // A table that goes by hospital, and a name that stands in many rows, are told once.
    let isOnce = remark.check == .byInstitution ? isToldByInstitution : told.contains(remark)
    guard !isOnce else { return }
    told.insert(remark)
    findings.append(
      remark.check.finding(
        remark.message.zh, remark.message.en,
        at: at(row.number, remark.isOfCode ? codeColumn : placeColumn ?? codeColumn),
        words: remark.words, severity: remark.severity))
  }

  private var isToldByInstitution: Bool {
    findings.contains { $0.check == FigureCheck.byInstitution.name }
  }

  /// A row that names a hospital is none of a place.
  mutating func tellInstitution(_ row: SheetRow, _ column: Int) {
    (isByInstitution, hasUnplaced) = (true, true)
    guard !isToldByInstitution else { return }
    findings.append(TableSayings.institution(words(row, column) ?? "", at(row.number, column)))
  }

  /// The place of a table that has no column of places.
  private mutating func whole(_ row: SheetRow) -> Division? {
    let region = intake.region.flatMap { intake.places.divisions[$0] }
    let (place, finding) = scene.whole(
      in: region, at: at(row.number), header: at(layout.firstRow - 1))
    if let finding, !findings.contains(finding) { findings.append(finding) }
    return place.flatMap { fitting($0, row, column: nil) }
  }

  private mutating func fitting(_ division: Division, _ row: SheetRow, column: Int?) -> Division? {
    city = above.take(row: division) ?? city
    guard !isOutside(division, row, column) else { return nil }
    if scene.key == nil, let column, let finding = misfit(division, row, column) {
      findings.append(finding)
      hasUnplaced = true
      return nil
    }
    findings += scene.doubts(of: division, called: ownName(of: row), at: at(row.number, column))
    if division.level == .county, isOfGroup(row, column) {
      if groupRows.count == 0 { groupRows.at = at(row.number, column) }
      groupRows.count += 1
    }
    return division
  }

  private mutating func misfit(_ division: Division, _ row: SheetRow, _ column: Int) -> Finding? {
    above.misfit(
      division,
      PlacesAbove.Row(
        name: ownName(of: row), code: words(row, codeColumn),
        province: words(row, provinceColumn), city: words(row, cityColumn),
        at: at(row.number, column), columnAt: at(row.number, cityColumn ?? provinceColumn)))
  }

  /// Whether a row is that of a county's medical group, by its name or by the head of its column.
  private func isOfGroup(_ row: SheetRow, _ column: Int?) -> Bool {
    guard scene.key == nil, let column else { return false }
    let name = words(row, placeColumn) ?? ""
    if Self.groups.contains(where: name.contains) { return true }
    return column == placeColumn && Self.groups.contains(where: layout.head(column).contains)
  }

  private static let groups = ["医疗集团", "医共体"]

  /// Rows of medical groups, of figures that are not of groups: a group is not its whole county.
  mutating func tellGroups() {
    let read = Set(tally.lines.map(\.aim.indicator))
    let indicators = intake.names.book.all.filter {
      read.contains($0.id) && !$0.definition.zh.contains("医疗集团")
    }
    guard groupRows.count > 0, let first = indicators.first, let place = groupRows.at else {
      return
    }
    let row = place.row.flatMap { intake.row($0, in: scene.sheet) }
    let name = row.flatMap { words($0, placeColumn) } ?? ""
    findings.append(TableSayings.groups(groupRows.count, name, first, place))
  }

  /// A row of our own form in which 无 says that a city runs nothing itself: 0 over 0, which is
  /// added up and has no ratio.
  mutating func takeNone(_ row: SheetRow, _ name: String) -> Bool {
    guard let key = scene.key,
      case .place(let division, _) = intake.place(
        name: name, code: words(row, codeColumn), in: city), division.level == .own
    else { return false }
    var numbers = Numbers()
    for (column, head) in numbered {
      guard let text = words(row, column), NameKey.folded(text) == "无" else { continue }
      for aim in head.aims { numbers.values[aim] = (0, at(row.number, column)) }
    }
    guard !numbers.values.isEmpty else { return false }
    add(
      Row(
        subject: .place(division.id), number: row.number, periods: [key.year: numbers], flags: [:],
        note: "本级无"))
    return true
  }
}
