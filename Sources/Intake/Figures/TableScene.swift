import Reform

/// What titles, the sheet's name and the file's name say of the tables of a sheet.
struct TableScene {
  let sheet: Sheet
  let file: String
  let key: FormKey?
  let places: PlaceFinder
  /// The year that the person named.
  let asked: Int?
  /// The year of the form, or of the nearest title.
  private(set) var year: Int?
  /// Where the year stood.
  private(set) var yearAt: SourcePlace
  /// A year in the file's name alone may be that of the sending.
  private(set) var isYearOfName = false
  /// A year of the form that another title contradicts.
  private(set) var otherYear: (year: Int, at: SourcePlace)?
  /// The city that names are to be looked for in, and the place of a table without places.
  private(set) var city: Division.Code?
  private(set) var place: Division?
  /// What the title says of units (单位：万元).
  private(set) var money: UnitScale?
  private(set) var foreign: String?
  /// Whether a code of another province was met.
  var isForeign = false

  init(
    _ sheet: Sheet, file: String, _ key: FormKey?, year: Int?, _ places: PlaceFinder
  ) {
    (self.sheet, self.file, self.key, self.places, asked) = (sheet, file, key, places, year)
    yearAt = SourcePlace(file: file, sheet: sheet.name)
    take(file, at: yearAt)
    isYearOfName = self.year != nil
    take(sheet.name ?? "", at: yearAt)
    guard let key else { return }
    self.year = key.year
    if let made = places.divisions[key.place] { take(made) }
  }

  /// Takes in the texts above a table.
  mutating func takeTitles(before position: Int) {
    for row in sheet.rows[..<position].suffix(12)
    where row.cells.count <= 6 && !row.cells.contains(where: { $0.value.isNumber }) {
      for cell in row.cells {
        guard case .text(let text) = cell.value else { continue }
        take(
          text,
          at: SourcePlace(file: file, sheet: sheet.name, row: row.number, column: cell.column))
      }
    }
  }

  private mutating func take(_ text: String, at place: SourcePlace) {
    let folded = NameKey.folded(text)
    guard folded.unicodeScalars.count <= 80 else { return }
    takeYear(NameKey.spaced(text), at: place)
    if let range = folded.range(of: "单位:") {
      let words = folded[range.upperBound...].split { "、,;/)() ".contains($0) }
      money = words.lazy.compactMap { UnitScale(String($0)) }.first { $0.family == .money } ?? money
    }
    for division in places.mentioned(in: folded) { take(division) }
    if let short = places.find(folded, in: city).division, short.level != .county { take(short) }
    foreign = foreign ?? places.otherProvince(in: folded)
  }

  private mutating func takeYear(_ text: String, at place: SourcePlace) {
    guard let found = YearWords.year(in: text) else { return }
    if let key {
      if found != key.year, place.row != nil { otherYear = (found, place) }
      return
    }
    isYearOfName = false
    (year, yearAt) = (found, place)
  }

  private mutating func take(_ division: Division) {
    guard division.level > .province else { return }
    if division.level == .city, place?.parent != division.id { place = division }
    if division.level >= .county { place = division }
    city = places.divisions.city(of: division.id)
  }
}
