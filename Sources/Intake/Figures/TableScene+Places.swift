import Reform

/// The place of a table that has no column of places, and what is to be told of it.
extension TableScene {
  /// The place, and a finding where it is open or was read from little.
  func whole(
    in region: Division?, at row: SourcePlace, header: SourcePlace
  ) -> (place: Division?, finding: Finding?) {
    if let doubt {
      if case .several(let all, _) = doubt, let region {
        let near = all.filter { places.divisions.isWithin($0.id, region.id) }
        if near.count == 1 { return (near[0], nil) }
      }
      let words = doubt.words(places.gazetteer)
      let title = titles.first { !places.mentions(in: [$0.value]).isEmpty }?.at
      return (nil, FigureCheck.unknownPlace.finding(words.zh, words.en, at: title ?? header))
    }
    if let place = place ?? region { return (place, nil) }
    if let whole { return (whole.place, whole.isPlain ? nil : asked(whole.place, header)) }
    return (
      nil,
      FigureCheck.noPlace.finding(
        "表里没有地区列，标题里也没有地区；请加一列“地区”。",
        "The table has no column of places, and its title names none; add a column 地区 (place).",
        at: row)
    )
  }

  private func asked(_ whole: Division, _ header: SourcePlace) -> Finding {
    FigureCheck.otherPlace.finding(
      "表里没有地区列，标题里只有\(whole.name)，读作\(whole.name)全部的数；请核对。",
      "The table has no column of places and its title names \(whole.english) alone; it was read as all of "
        + "\(whole.english). Check it.", at: header, words: whole.name, severity: .warning)
  }

  /// That the titles, or the name of the file, are of another province, while rows are of this one.
  func stranger(_ name: Phrase, at place: SourcePlace) -> Finding {
    let own = places.divisions.all.first
    return FigureCheck.otherProvince.finding(
      "标题或文件名写的是\(name.zh)，这个台账是\(own?.name ?? "")的；没有导入。确是\(own?.name ?? "")的表，请改正标题和文件名。",
      "The title or the name of the file says \(name.en), and this ledger is of \(own?.english ?? ""); nothing "
        + "was imported. Where the table is of \(own?.english ?? ""), mend the title and the name.",
      at: place, words: name.zh)
  }

  /// What is asked about a place that is read but may not be meant: one outside the city of the title, and a
  /// city's bureau, which may report for the whole city or for its own level.
  func doubts(of division: Division, called name: String, at place: SourcePlace) -> [Finding] {
    guard key == nil else { return [] }
    var found: [Finding] = []
    let name = NameKey.folded(name)
    if let city, !places.divisions.isWithin(division.id, city),
      division.level >= .county || !isPlaceOfName
    {
      let own = places.divisions[city]
      found.append(
        FigureCheck.otherPlace.finding(
          "标题是\(own?.name ?? city)的表，这一行读作\(division.name)，不属于\(own?.name ?? city)，也不计入它的数；请核对。",
          "The title is of \(own?.english ?? city); this row was read as \(division.english), which does not lie "
            + "in it and is not added to it. Check it.", at: place, words: division.name,
          severity: .warning))
    }
    let isBureau = ["局", "委", "委员会", "办"].contains { name.hasSuffix($0) }
    if division.level == .city, isBureau {
      found.append(
        FigureCheck.otherPlace.finding(
          "“\(name)”读作\(division.name)全市的数；如果只是市本级的数，请写“\(division.name)本级”。",
          "“\(name)” was read as all of \(division.english); where it is the city's own level alone, write "
            + "\(division.name)本级.", at: place, words: name, severity: .warning))
    }
    return found
  }
}
