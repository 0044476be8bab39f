import Cells
import Reform

extension PlaceLines {
  /// Puts where the group stands among others below the first block of a section.
  mutating func putRanks(of section: GroupSection, in county: Division.Code) {
    var ranks = PlaceLines(screen, model)
    ranks.tellRanks(of: section, in: county)
    guard !ranks.lines.isEmpty else { return }
    insert(ranks.lines)
  }

  /// The ranks of what a section is measured by, a line for each measure that has any.
  private mutating func tellRanks(of section: GroupSection, in county: Division.Code) {
    guard let report = model.placeCache.measures(on: model.day) else { return }
    let (measures, year) = Self.measures(of: section, model)
    let found = measures.compactMap { measure -> (Indicator, PoolRanks, Amount)? in
      guard let indicator = report.book[measure.id],
        let value = report.reading(indicator.id, in: county, year)?.value
      else { return nil }
      let ranks = PoolRanks(report, indicator, in: county, year)
      return ranks.ranks.isEmpty ? nil : (indicator, ranks, value)
    }
    guard !found.isEmpty else { return }
    // Where no document gives a direction the first is the highest and not the best.
    let isDirected = found.allSatisfy { $0.0.direction != nil }
    heading(
      isDirected ? Words.Places.rank(language) : said("名次（从高到低）", "Ranks, highest first"),
      PoolColumn.heads(in: width + 2, model))
    for (indicator, ranks, value) in found {
      let unit = indicator.unit.behind(language)
      let left = "\(indicator.short(language)) \(indicator.shown(value))\(unit)"
      let right = ranks.words.map { $0(language) }.joined(separator: model.symbols.dot)
      let columns = PoolColumn.row(ranks, in: width + 2)
      var why: [Explained] = [
        .init("", indicator.name(language), .title),
        .init(Words.Places.rank(language), right, .accent),
        .init(Words.Indicators.definition(language), indicator.definition(language)),
      ]
      why +=
        indicator.source.map { [.init(Words.Indicators.clause(language), reference($0))] } ?? []
      if columns.isEmpty {
        words(left, why: why)
        words(right, .title, why: why)
      } else {
        add(.pair(left, columns, .title), why: why)
      }
    }
  }

  private static func measures(
    of section: GroupSection, _ model: Model
  ) -> ([GroupMeasure], Int) {
    switch section {
    case .about: ([], model.day.year)
    case .list(let id): ([.list(id)], model.day.year)
    case .assessment(let year): ([.assessment], year)
    case .settlement(let year): (GroupMeasure.money, year)
    }
  }
}
