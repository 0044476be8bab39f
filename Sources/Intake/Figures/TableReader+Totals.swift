import Reform

/// Rows and columns of totals: of what they are.
extension TableReader {
  /// What a total row is of; nil where it is of a place that the table may not be of, which is told.
  mutating func subject(ofTotal stem: String, named name: String, _ row: SheetRow) -> Subject? {
    let place = intake.find(stem, in: nil).division
    let names = [NameKey.folded(name), row.cells.first?.value.words.map(NameKey.folded) ?? ""]
    if let scope = place == nil ? names.lazy.compactMap({ TotalScope($0) }).first : nil {
      guard let whole = whole(of: scope) else {
        unresolved.insert(row.number)
        return .total(isPart: false)
      }
      return isOutside(whole, row, placeColumn) ? nil : .totalOf(whole.id)
    }
    if let place { return isOutside(place, row, placeColumn) ? nil : .totalOf(place.id) }
    if PlaceSigns.counties.contains(TotalScope.bare(stem)) { return .totalOfCounties }
    return .total(isPart: !stem.isEmpty || names[0].hasPrefix("小计"))
  }

  /// The place that a total means by its own words.
  func whole(of scope: TotalScope) -> Division? {
    let title = scene.place?.id ?? intake.region
    let titles = scene.isPlaceOfName ? [city, title] : [title, city]
    return scope.place(among: intake.places.divisions, of: titles.compactMap { $0 })
  }

  /// A total as it is called in the table.
  func totalName(of row: SheetRow, _ name: String) -> String {
    name.isEmpty ? row.cells.first?.value.words ?? "" : name
  }

  /// Averages are not entered, and that is told.
  mutating func tellAverage(_ row: SheetRow) {
    guard !row.isHidden,
      let column = numbered.first(where: { row[$0.column]?.isNumber == true })?.column
    else { return }
    let name = totalName(of: row, placeName(of: row))
    findings.append(TableSayings.average(name, at(row.number, column)))
  }

  /// Whether a place lies outside the one that the file is of, which is told.
  mutating func isOutside(_ division: Division, _ row: SheetRow, _ column: Int?) -> Bool {
    guard let region = scene.key?.place ?? intake.region,
      !intake.places.divisions.isWithin(division.id, region)
    else { return false }
    let own = intake.places.divisions[region]
    hasUnplaced = true
    findings.append(
      FigureCheck.otherPlace.finding(
        "\(division.name)不属于\(own?.name ?? region)，这张表只报\(own?.name ?? region)的数据。",
        "\(division.english) does not lie in \(own?.english ?? region), which this form is for.",
        at: at(row.number, column), words: division.name))
    return true
  }

  /// Finds the place that the head of a column of totals means (全市).
  mutating func takeTotal(_ scope: TotalScope, _ name: String, _ column: Int) {
    if let whole = whole(of: scope) {
      columnTotals[column] = whole.id
      totalNames[.totalOf(whole.id)] = name
      return
    }
    findings.append(TableSayings.noPlace(of: name, headAt(column)))
  }
}
