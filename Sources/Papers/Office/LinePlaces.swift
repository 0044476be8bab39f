import Reform

/// The places of lines in words: by name where they are few, else counted by city.
struct LinePlaces {
  /// So many are named; of more the counties are counted.
  static let few = 8

  let catalogue: Catalogue
  let language: Language

  /// Lines of one task: 长治市、平顺县, or 118 处：太原市 10 处、…, with the periods where there are any.
  func words(_ lines: [Line]) -> String {
    var (periods, found): ([Period?], [Period?: [Line]]) = ([], [:])
    for line in lines {
      if found[line.period] == nil { periods.append(line.period) }
      found[line.period, default: []].append(line)
    }
    return periods.map { period in
      let words = places(found[period] ?? [])
      return words + (period.map { Phrase("（\($0)）", " (\($0))")(language) } ?? "")
    }.joined(separator: Phrase("；", "; ")(language))
  }

  private func places(_ lines: [Line]) -> String {
    let inCities = lines.filter { catalogue.divisions.city(of: $0.place) != $0.place }
    guard lines.count > Self.few, !inCities.isEmpty else {
      return FigureWords.list(lines.map { catalogue.name(of: $0, in: language) }, language)
    }
    var counts: [Division.Code: Int] = [:]
    for line in lines { counts[catalogue.divisions.city(of: line.place), default: 0] += 1 }
    let cities = counts.sorted { $0.key < $1.key }.map { code, count in
      let isWhole = code == catalogue.province
      let name =
        (catalogue.divisions[code]?.name(in: language) ?? code)
        + (isWhole ? FieldWords.ownLevel(language) : "")
      return Phrase("\(name) \(count) 处", "\(name) \(count)")(language)
    }
    let all = lines.count
    return Phrase("共 \(all) 处（", "\(all) lines (")(language) + FigureWords.list(cities, language)
      + Phrase("）", ")")(language)
  }
}
