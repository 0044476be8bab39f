import Reform

/// The city and the province that rows stand under: those of their columns, of a heading, of the last row
/// of a city.
struct PlacesAbove {
  enum Named: Hashable {
    case place(Division)
    /// A name of no place of the ledger.
    case unknown(String)
  }

  /// What the column of cities, or that of provinces, says of the rows from here on.
  var column: Named?
  /// The row above of a city's name alone.
  var heading: Named?
  /// The last row of a city that has numbers of its own.
  var row: Division?
  /// Whether the places of the table are provinces.
  var areProvinces = false
  /// Counties below the row of a city, those that lie in it and those that do not.
  var inside = 0
  var outside: [(place: Division, city: Division, at: SourcePlace)] = []
}

/// Rows whose place does not lie in what they stand under.
extension TableReader {
  /// The columns of provinces and cities hold for the rows below, until others are named.
  mutating func takeCity(_ row: SheetRow) {
    for column in [provinceColumn, cityColumn] {
      guard let text = words(row, column), TableWords.totalStem(NameKey.folded(text)) == nil else {
        continue
      }
      let context = column == cityColumn && provinceColumn != nil ? city : nil
      guard let found = (intake.find(text, in: context).division ?? intake.find(text, in: nil).division)
      else {
        above.column = .unknown(text)
        if column == provinceColumn { break }
        continue
      }
      if column == cityColumn, case .place(let whole)? = above.column, words(row, provinceColumn) != nil,
        !intake.places.divisions.isWithin(found.id, whole.id)
      {
        continue
      }
      above.column = .place(found)
      // In the ledger of a province its name says nothing of where a county lies.
      if found.id != intake.places.divisions.province { city = found.id }
    }
  }

  /// Whether a place lies in the city or province that its columns or the heading above it name; what does
  /// not is told.
  mutating func isUnderItsOwn(_ division: Division, _ row: SheetRow, _ column: Int?) -> Bool {
    guard scene.key == nil, column != nil else { return true }
    let isOwnColumn = words(row, cityColumn ?? provinceColumn) != nil
    if let named = above.column, isOwnColumn || division.level >= .county {
      return isWithin(division, named, row, isOfColumn: true)
    }
    guard division.level >= .county, !intake.places.divisions.answersToProvince(division.id),
      !isWhollyNamed(division, row), let city = division.parent
    else {
      // A city of its own ends what a heading was above.
      if isHeading(division) { above.heading = nil }
      return true
    }
    if let named = above.heading { return isWithin(division, named, row, isOfColumn: false) }
    guard let last = above.row, last.level == .city else { return true }
    if last.id == city {
      above.inside += 1
    } else if division.level == .county {
      above.outside.append((division, last, at(row.number, column)))
    }
    return true
  }

  /// Whether a row gives the code of its place, or its city before its name (张家口市桥东区).
  private func isWhollyNamed(_ division: Division, _ row: SheetRow) -> Bool {
    if words(row, codeColumn).map({ NameKey.folded($0).hasPrefix(division.id) }) ?? false { return true }
    let name = NameKey.folded(words(row, placeColumn) ?? "")
    return intake.places.gazetteer.wholes(of: division).contains { name.hasPrefix($0.short) }
      && !name.hasPrefix(division.name)
  }

  private mutating func isWithin(
    _ division: Division, _ named: PlacesAbove.Named, _ row: SheetRow, isOfColumn: Bool
  ) -> Bool {
    let divisions = intake.places.divisions
    let column = isOfColumn ? cityColumn ?? provinceColumn : placeColumn
    switch named {
    case .place(let whole):
      guard !divisions.isWithin(division.id, whole.id), division.level > whole.level || isOfColumn,
        !isOfColumn || !divisions.isWithin(whole.id, division.id)
      else { return true }
      let own = division.parent.flatMap { divisions[$0] }
      let way = Phrase(
        isOfColumn
          ? "请改正所在市" : "确是\(own?.name ?? "")的，请写“\(own?.name ?? "")\(division.name)”；不是的，请改正名称",
        isOfColumn
          ? "Mend the one that is wrong."
          : "Where it is meant, write \(own?.name ?? "")\(division.name); else mend the name.")
      let kind = isOfColumn ? Phrase("这一行写的", "The row says") : Phrase("上面的标题行是", "The heading above is")
      findings.append(
        FigureCheck.wrongCity.finding(
          "\(kind.zh)\(whole.name)，\(division.name)却不属于\(whole.name)，属于\(own?.name ?? "")，没有读入；\(way.zh)。",
          "\(kind.en) \(whole.english), and \(division.english) does not lie in it but in "
            + "\(own?.english ?? "") and was not read. \(way.en)",
          at: at(row.number, column), words: division.name))
    case .unknown(let name):
      let stranger = intake.places.gazetteer.foreign(named: NameKey.folded(name))
      let (zh, en) =
        stranger.map(intake.places.gazetteer.whole).map {
          ("“\(name)”（\($0.zh)）不在这个台账里", "“\(name)” (\($0.en)) is not in this ledger")
        } ?? ("没有叫“\(name)”的市", "There is no city “\(name)”")
      findings.append(
        FigureCheck.wrongCity.finding(
          "\(zh)，这一行的\(division.name)没有读入；请改正所在市。",
          "\(en), and \(division.english) below it was not read; mend the city.",
          at: at(row.number, column), words: name))
    }
    hasUnplaced = true
    return false
  }

  /// Counties that stand below the row of a city in which they do not lie, where the table goes by city.
  mutating func tellOutside() {
    let found = above.outside
    guard found.count <= above.inside || found.count + above.inside < 4 else { return }
    for (place, city, source) in found {
      let own = place.parent.flatMap { intake.places.divisions[$0] }
      findings.append(
        FigureCheck.otherPlace.finding(
          "上面是\(city.name)的行，这一行读作\(own?.name ?? "")的\(place.name)，不计入\(city.name)；请核对。",
          "The rows above are of \(city.english); this one was read as \(place.english) of "
            + "\(own?.english ?? ""), which is not added to it. Check it.",
          at: source, words: place.name, severity: .warning))
    }
  }

  // MARK: Titles

  /// The place of a table without places whose titles leave it open, where the import says it.
  mutating func settled(_ doubt: TitlePlaces.Doubt) -> Division? {
    if case .several(let all, _) = doubt, let region = intake.region {
      let near = all.filter { intake.places.divisions.isWithin($0.id, region) }
      if near.count == 1 { return near[0] }
    }
    guard said.insert("place").inserted else { return nil }
    let words = doubt.words(intake.places.gazetteer)
    let place = scene.titles.first { !intake.places.mentions(in: [$0.value]).isEmpty }?.at
    findings.append(
      FigureCheck.unknownPlace.finding(words.zh, words.en, at: place ?? at(layout.firstRow - 1)))
    hasUnplaced = true
    return nil
  }

  /// Asks about a table without places whose title names the ledger's own place beside other words.
  mutating func askAbout(whole: Division) {
    guard said.insert("whole").inserted else { return }
    findings.append(
      FigureCheck.otherPlace.finding(
        "表里没有地区列，标题里只有\(whole.name)，读作\(whole.name)全部的数；请核对。",
        "The table has no column of places and its title names \(whole.english) alone; it was read as all of "
          + "\(whole.english). Check it.",
        at: at(layout.firstRow - 1), words: whole.name, severity: .warning))
  }

  /// A code of another province beside a name, or alone where the name says nothing.
  func foreign(_ code: String, _ name: String) -> RowPlaces.Remark? {
    let gazetteer = intake.places.gazetteer
    guard !name.isEmpty, let stranger = gazetteer.foreign(code: code),
      case .noCode(let remark, _) = intake.place(name: nil, code: code, in: city)
    else { return nil }
    let folded = NameKey.folded(name)
    let isSame = [stranger.name, stranger.short].contains { folded.hasSuffix($0) }
    return isSame ? remark : nil
  }
}
