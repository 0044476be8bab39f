import Foundation

extension PlaceTables {
  /// The indicators of a place in their last year, with where it stands.
  public static func figures(
    of lines: [PlaceReport.Line], _ book: IndicatorCatalogue, _ divisions: Divisions,
    _ language: Language
  ) -> Table {
    let words = LineWords(book: book, language: language)
    let columns: [Column<PlaceReport.Line>] = [
      Column("name", Phrase("指标", "Indicator")) {
        .text(book[$0.indicator]?.short(language), keyed: .phrase(words.name(of: $0)))
      },
      Column("year", Phrase("年", "Year")) { .count($0.year) },
      Column("value", Phrase("数值", "Value")) {
        .text(words.value($0), keyed: .number($0.row.reading?.value?.rounded(10)))
      },
      Column("change", Phrase("比上年", "Change")) {
        .text(words.change($0), keyed: .number($0.row.change?.rounded(10)))
      },
      Column("rank", Phrase("名次", "Rank")) {
        .text(words.rank($0), keyed: .whole($0.row.rank))
      },
      Column("gap", Phrase("距目标", "To the target"), .papers) { .text(words.gap($0)) },
      Column("flags", Phrase("标记", "Flags")) {
        .text(words.flags($0), keyed: .texts($0.row.reading?.flags.keys ?? []))
      },
    ]
    return Table(columns + keys(divisions), lines, language)
  }

  private static func keys(_ divisions: Divisions) -> [Column<PlaceReport.Line>] {
    [
      Column("indicator") { .text($0.indicator) }, Column("ranked") { .whole($0.ranked) },
      Column("rankBefore") { .whole($0.row.rankBefore) },
      Column("position") { .whole($0.row.position) },
      Column("breakInSeries") { .truth($0.row.isBreak) },
      Column("changeAcrossBreak") { .number($0.row.changeAcrossBreak?.rounded(10)) },
      Column("apart") { .text($0.row.apart?.rawValue) },
      Column("trend") { .list($0.trend) { .number($0?.rounded(10)) } },
      Column("pools") { $0.pools.map(JSONValue.pools) ?? .null },
      Column("ownLevel") { line in
        line.own.map { .part($0, divisions[$0.place]?.name) } ?? .null
      },
    ]
  }
}

/// What the report of a place says of an indicator.
private struct LineWords {
  let book: IndicatorCatalogue
  let language: Language

  func name(of line: PlaceReport.Line) -> Phrase {
    book[line.indicator]?.name ?? Phrase(line.indicator, line.indicator)
  }

  func value(_ line: PlaceReport.Line) -> String? {
    book[line.indicator].map { FigureWords.value(line.row.reading?.value, $0, language) }
  }

  /// What is missing to the target, and the target; nothing where there is none.
  func gap(_ line: PlaceReport.Line) -> String {
    guard let indicator = book[line.indicator], let target = line.row.target else { return "" }
    let words = FigureWords.target(target, indicator, language)
    guard let gap = line.row.gap else { return words }
    return Phrase(
      "\(FigureWords.gap(gap, indicator, .zh))，目标 \(words)",
      "\(FigureWords.gap(gap, indicator, .en)); target \(words)")(language)
  }

  func change(_ line: PlaceReport.Line) -> String? {
    book[line.indicator].map { FigureWords.change(line.row, $0, language) }
  }

  /// Of a county in the province, its city and among places of like size, else among all places of
  /// its level; where it has none, why.
  func rank(_ line: PlaceReport.Line) -> String {
    if let pools = line.pools?.words, !pools.isEmpty {
      return pools.map { $0(language) }.joined(separator: " ")
    }
    guard let position = line.row.position else {
      return line.row.apart.map { FieldWords.apart($0)(language) } ?? FigureWords.none
    }
    let ordered = "\(position)/\(line.ranked)"
    return line.row.rank != nil
      ? ordered : Phrase("从高到低 \(ordered)", "from the highest \(ordered)")(language)
  }

  func flags(_ line: PlaceReport.Line) -> String {
    let own = line.own == nil ? "" : Phrase("含本级", "with own level")(language)
    return FigureWords.list([FigureWords.flags(line.row.reading, language), own], language)
  }
}
