import Reform

/// The city and the province that rows stand under: those of their columns, of a heading, of the last row
/// of a city.
struct PlacesAbove {
  enum Named: Hashable {
    case place(Division)
    /// A name of no place of the ledger.
    case unknown(String)
    /// A city, and a province in which it does not lie.
    case apart(Division, Division)
  }

  /// What a row says of its place.
  struct Row {
    var name: String
    var code: String?
    /// What its columns of provinces and of cities say.
    var province: String?
    var city: String?
    var at: SourcePlace
    /// Where its column of cities, or that of provinces, stands.
    var columnAt: SourcePlace
  }

  let places: PlaceFinder
  /// Whether the places of the table are provinces.
  let areProvinces: Bool
  /// What the column of cities, or that of provinces, says of the rows from here on.
  private var column: Named?
  /// The row above of a city's name alone.
  private var heading: Named?
  /// The last row of a city that has numbers of its own.
  private var row: Division?
  /// Counties below the row of a city, those that lie in it and those that do not.
  private var inside = 0
  private var outside: [(place: Division, city: Division, at: SourcePlace)] = []

  var divisions: Divisions { places.divisions }

  /// Whether nothing but the last row of a city says where a row lies.
  var isOfLastRow: Bool { column == nil && heading == nil && row != nil }

  init(_ places: PlaceFinder, areProvinces: Bool) {
    (self.places, self.areProvinces) = (places, areProvinces)
  }

  // MARK: What rows stand under

  /// Takes in the columns of provinces and cities, which hold for the rows below until others are named; the
  /// place in which names are to be looked for, where they say one.
  mutating func take(province: String?, city: String?, in known: Division.Code?) -> Division.Code? {
    var found: Division.Code?
    if let province = Self.name(province) {
      guard let whole = places.find(province, in: Divisions.country).division else {
        column = .unknown(province)
        return nil
      }
      column = .place(whole)
      // In the ledger of a province its name says nothing of where a county lies.
      if whole.id != divisions.province { found = whole.id }
    }
    guard let name = Self.name(city) else { return found }
    if Self.isOfNoCity(name) {
      if province == nil { column = nil }
      return found
    }
    let near = places.find(name, in: found ?? known).division
    guard let city = near ?? places.find(name, in: nil).division else {
      column = .unknown(name)
      return found
    }
    if province != nil, case .place(let whole)? = column, !divisions.isWithin(city.id, whole.id) {
      column = .apart(city, whole)
      return found
    }
    column = .place(city)
    return city.id
  }

  /// Words over counties that lie in no city (省直管县, 自治区直辖).
  private static func isOfNoCity(_ name: String) -> Bool {
    ["直管", "直辖", "省管"].contains { name.contains($0) }
  }

  private static func name(_ text: String?) -> String? {
    text.flatMap { TableWords.totalStem(NameKey.folded($0)) == nil ? $0 : nil }
  }

  /// Whether the rows below a place may be its parts: a city, in a whole country a province too.
  private func isAbove(_ place: Division) -> Bool {
    !areProvinces && (place.level == .city || divisions.isNation && place.level == .province)
  }

  /// Takes in a row of a name alone; the place in which the names below are to be looked for.
  mutating func take(heading place: Division?, _ name: String) -> Division.Code? {
    if let place {
      guard isAbove(place) else { return nil }
      heading = .place(place)
      return place.id
    }
    if Self.isOfNoCity(name) {
      heading = nil
    } else if places.gazetteer.foreign(named: name).map({ $0.level < .county }) ?? false {
      heading = .unknown(name)
    }
    return nil
  }

  /// Takes in the place of a row with numbers; the place in which the names below are to be looked for.
  mutating func take(row place: Division) -> Division.Code? {
    guard isAbove(place) else { return nil }
    row = place
    return place.id
  }

  // MARK: What does not lie there

  /// What is wrong with a place that does not lie in the city or province that its columns or the heading
  /// above it name.
  mutating func misfit(_ division: Division, _ row: Row) -> Finding? {
    if let column, row.city != nil || row.province != nil || division.level >= .county {
      return misfit(division, column, isOfColumn: true, at: row.columnAt)
    }
    guard division.level >= .county, !divisions.answersToProvince(division.id),
      !isWhole(division, row), let city = division.parent
    else {
      // A city of its own ends what a heading was above.
      if isAbove(division) { heading = nil }
      return nil
    }
    if let heading { return misfit(division, heading, isOfColumn: false, at: row.at) }
    guard let last = self.row, last.level == .city else { return nil }
    if last.id == city {
      inside += 1
    } else if division.level == .county {
      outside.append((division, last, row.at))
    }
    return nil
  }

  /// Whether a row gives the code of its place, or its city before its name (张家口市桥东区).
  private func isWhole(_ division: Division, _ row: Row) -> Bool {
    if row.code.map({ NameKey.folded($0).hasPrefix(division.id) }) ?? false { return true }
    let name = NameKey.folded(row.name)
    return places.gazetteer.wholes(of: division).contains { name.hasPrefix($0.short) }
      && !name.hasPrefix(division.name)
  }

  private func misfit(
    _ division: Division, _ named: Named, isOfColumn: Bool, at source: SourcePlace
  ) -> Finding? {
    guard case .place(let whole) = named else { return unknown(division, named, at: source) }
    let (isIn, holds) = (
      divisions.isWithin(division.id, whole.id), divisions.isWithin(whole.id, division.id)
    )
    guard !isIn, isOfColumn ? !holds : division.level > whole.level else { return nil }
    let own = division.parent.flatMap { divisions[$0] }
    let (zh, en) = (own?.name ?? "", own?.english ?? "")
    let kind =
      isOfColumn ? Phrase("这一行写的是", "The row says") : Phrase("上面的标题行是", "The heading above is")
    let way =
      isOfColumn
      ? Phrase("请改正所在市", "Mend the one that is wrong.")
      : Phrase(
        "确是\(zh)的，请写“\(zh)\(division.name)”；不是的，请改正名称",
        "Where it is meant, write \(zh)\(division.name); else mend the name.")
    return FigureCheck.wrongCity.finding(
      "\(kind.zh)\(whole.name)，\(division.name)却不属于\(whole.name)，属于\(zh)，没有读入；\(way.zh)。",
      "\(kind.en) \(whole.english), and \(division.english) does not lie in it but in \(en) and was not "
        + "read. \(way.en)", at: source, words: division.name)
  }

  private func unknown(_ division: Division, _ named: Named, at source: SourcePlace) -> Finding? {
    if case .apart(let city, let province) = named {
      return FigureCheck.wrongCity.finding(
        "这一行写的\(city.name)不属于\(province.name)，\(division.name)没有读入；请改正。",
        "\(city.english) does not lie in \(province.english), as the row says, and \(division.english) was not "
          + "read; mend it.", at: source, words: city.name)
    }
    guard case .unknown(let name) = named else { return nil }
    let stranger = places.gazetteer.foreign(named: NameKey.folded(name)).map(
      places.gazetteer.whole)
    let reason =
      stranger.map {
        Phrase("“\(name)”（\($0.zh)）不在这个台账里", "“\(name)” (\($0.en)) is not in this ledger")
      } ?? Phrase("没有叫“\(name)”的市", "There is no city “\(name)”")
    return FigureCheck.wrongCity.finding(
      "\(reason.zh)，写在它下面的\(division.name)没有读入；请改正所在市。",
      "\(reason.en), and \(division.english) under it was not read; mend the city.",
      at: source, words: name)
  }

  /// Counties that stand below the row of a city in which they do not lie, where the table goes by city.
  var doubtful: [Finding] {
    guard outside.count <= inside || outside.count + inside < 4 else { return [] }
    return outside.map { place, city, source in
      let own = place.parent.flatMap { divisions[$0] }
      return FigureCheck.otherPlace.finding(
        "上面是\(city.name)的行，这一行读作\(own?.name ?? "")的\(place.name)，不计入\(city.name)；请核对。",
        "The rows above are of \(city.english); this one was read as \(place.english) of "
          + "\(own?.english ?? ""), which is not added to it. Check it.",
        at: source, words: place.name, severity: .warning)
    }
  }
}
