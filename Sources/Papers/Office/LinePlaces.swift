import Reform

/// The places of lines in words: by name where they are few, else counted by city.
struct LinePlaces {
  /// So many are named; of more the counties are counted.
  static let few = 8

  let catalogue: Catalogue
  let language: Language
  /// Whether many places are named too, city by city: what was decided must say where.
  var namesAll = false

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
    if namesAll { return named(lines, by: counts) }
    let cities = counts.sorted { $0.key < $1.key }.map { code, count in
      Phrase("\(name(of: code)) \(count) 处", "\(name(of: code)) \(count)")(language)
    }
    let all = lines.count
    return Phrase("共 \(all) 处（", "\(all) lines (")(language) + FigureWords.list(cities, language)
      + Phrase("）", ")")(language)
  }

  /// 共 18 处：太原市 10 处（小店区、…）；大同市本级: how many of each city, and which.
  private func named(_ lines: [Line], by counts: [Division.Code: Int]) -> String {
    let cities = counts.sorted { $0.key < $1.key }.map { code, count in
      let own = lines.filter { catalogue.divisions.city(of: $0.place) == code }
      let names = FigureWords.list(own.map { catalogue.name(of: $0, in: language) }, language)
      return count == 1
        ? names
        : Phrase(
          "\(name(of: code)) \(count) 处（\(names)）", "\(name(of: code)) \(count) (\(names))")(
            language)
    }
    let all = Phrase("共 \(lines.count) 处：", "\(lines.count) lines: ")(language)
    return all + cities.joined(separator: Phrase("；", "; ")(language))
  }

  private func name(of city: Division.Code) -> String {
    (catalogue.divisions[city]?.name(in: language) ?? city)
      + (city == catalogue.province ? FieldWords.ownLevel(language) : "")
  }
}
