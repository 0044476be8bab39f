import Foundation
import Reform

/// The parts that circulars and reports have in common: rates, indicators, what is owed, the cities,
/// and where the numbers come from.
struct ProgressBlocks {
  let progress: PlaceProgress
  let catalogue: Catalogue
  let language: Language
  /// So many of the last years are spoken of.
  var years = Int.max

  var divisions: Divisions { catalogue.divisions }
  func name(of place: Division.Code) -> String { divisions[place]?.name(in: language) ?? place }
  func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }
  var monitored: [Indicator] { progress.figures.book.monitored }

  // MARK: Tasks

  /// What is finished, in time or not, and the lights.
  var rates: [Paper.Block] {
    let (report, onTime) = (progress.report, progress.onTime)
    let sentences = [
      PaperWords.finished(report.rate)(language) + said("。", "."),
      PaperWords.lights(report.lights)(language), ProgressWords.onTime(onTime)(language),
      ProgressWords.overdue(progress.overdue)(language),
    ]
    return [.paragraph(sentences.joined(separator: said("", " ")))]
  }

  /// What is late, the longest first.
  func owed(_ rows: Int) -> [Paper.Block] {
    let overdue = progress.overdue
    guard !overdue.isEmpty else { return [.paragraph(ProgressWords.nothingLate(language))] }
    let shown = min(rows, overdue.items.count)
    var table = PaperTables.overdue(overdue, catalogue, language)
    table.rows = Array(table.rows.prefix(shown))
    var blocks: [Paper.Block] = []
    if shown < overdue.items.count {
      blocks.append(.paragraph(ProgressWords.firstOf(shown, overdue.items.count)(language)))
    }
    return blocks + [
      .table(
        PaperTable(
          table,
          [
            ("number", 10), ("title", 46), ("source", 42), ("due", 29), ("days", 18), ("count", 14),
          ], centered: ["number", "due", "days", "count"]))
    ]
  }

  // MARK: Indicators

  /// The monitored indicators of the place itself, with where they stand.
  var indicators: [Paper.Block] {
    let ids = Set(monitored.map(\.id))
    let lines = progress.report.indicators.filter { ids.contains($0.indicator) }
    guard !lines.isEmpty else { return [.paragraph(PaperWords.noFigures(language))] }
    let table = PlaceTables.figures(of: lines, progress.figures.book, divisions, language)
    let shares = [("name", 32), ("year", 14), ("value", 20), ("change", 20), ("gap", 64)]
    let ranked = progress.league == nil ? [("rank", 20)] : []
    let marked = Self.marks(of: lines)
    return [
      .table(
        PaperTable(
          table,
          (shares.prefix(3) + ranked + shares.suffix(2) + marked).map { (key: $0.0, share: $0.1) },
          centered: ["year", "value", "change", "rank"])),
      .note(ProgressWords.sources(progress.sources(lastYears: years))(language)),
    ]
  }

  /// The column of marks, where a figure is a sum that lacks parts, provisional or the like: that it is made up
  /// stands in the paper's head.
  static func marks(of lines: [PlaceReport.Line]) -> [(String, Int)] {
    let isMarked = lines.contains { line in
      line.row.reading.map { !$0.isComplete || !$0.flags.subtracting(.madeUp).isEmpty } ?? false
    }
    return isMarked ? [("flags", 28)] : []
  }

  /// The parts by an indicator: value, rank, change and gap of each.
  func ranking(_ indicator: Indicator) -> [Paper.Block] {
    guard let ranking = progress.ranking(indicator) else { return [] }
    let rows = (ranking.rows + ranking.apart).map {
      Table.FigureRow(indicator, ranking.year, $0)
    }
    // Where all are held against the same, it is said once.
    let shared = Set(rows.map(\.row.target)).count == 1 ? rows.first?.row.target : nil
    let held = shared.map { target in
      Paper.Block.paragraph(ProgressWords.target(target, indicator)(language))
    }
    let shares =
      [("position", 14), ("place", 22), ("value", 26), ("change", 20)]
      + (shared == nil ? [("target", 26)] : []) + [("gap", 48), ("flags", 24)]
    let table = PaperTable(
      Table.comparison(rows, of: indicator, divisions, language),
      shares.map { (key: $0.0, share: $0.1) },
      centered: ["position", "value", "change", "target"])
    let year = said("（\(ranking.year) 年）", " (\(ranking.year))")
    return [.heading(2, indicator.name(language) + year)] + [held].compactMap(\.self)
      + [.table(table)]
  }

  /// The batches that the monitored indicators come from, one in a row.
  var sources: [Paper.Block] {
    let found = progress.sources(lastYears: years)
    guard !found.rows.isEmpty else { return [] }
    let columns = zip(ProgressWords.sourceHeads, [12, 28, 40, 52, 16]).enumerated().map {
      PaperTable.Column(
        $0.element.0(language), share: $0.element.1, isCentered: [0, 1, 4].contains($0.offset))
    }
    let rows = found.rows.map { row in
      [
        "\(row.batch.id)", row.batch.day.description, row.batch.who,
        row.batch.file ?? FigureWords.none, "\(row.figures)",
      ]
    }
    return [
      .heading(1, ProgressWords.sourcesTitle(language)),
      .table(PaperTable(columns, rows: rows)),
    ]
  }

  // MARK: The parts

  /// The cities, or the counties of a city: what is finished, what is red and late, the indicators.
  var parts: [Paper.Block] {
    let rankings = monitored.compactMap { indicator in
      progress.ranking(indicator).map { (indicator, $0) }
    }
    let heads = [
      said("办结率", "Done"), said("名次", "Rank"), said("红灯", "Red"), said("逾期处数", "Lines late"),
    ]
    let columns =
      [PaperTable.Column(said("地区", "Place"), share: language == .zh ? 20 : 28)]
      + heads.map { .init($0, share: 12, isCentered: true) }
      + rankings.map { .init(head(of: $0.0, $0.1.year), share: 28, isCentered: true) }
    let rows = progress.standing.map { row in
      [
        name(of: row.place), row.rate.words, row.rank.map { "\($0)" } ?? FigureWords.none,
        "\(row.red)", "\(late(in: row.place))",
      ] + rankings.map { measured($0.0, $0.1, row.place) }
    }
    let base = progress.standing.first?.rate.base.words(language) ?? ""
    return [
      .table(PaperTable(columns, rows: rows)), .note(ProgressWords.tableNote(base)(language)),
    ]
  }

  /// How many lines are late in a part, all in it counted.
  func late(in place: Division.Code) -> Int {
    progress.overdue.parts.filter { divisions.isWithin($0.place, place) }
      .reduce(0) { $0 + $1.items.count }
  }

  private func head(of indicator: Indicator, _ year: Int) -> String {
    let unit = indicator.unit.name(language)
    return "\(indicator.short(language)) (\(year)\(unit.isEmpty ? "" : ", \(unit)"))"
  }

  /// A value with its rank behind it.
  private func measured(
    _ indicator: Indicator, _ ranking: Ranking, _ place: Division.Code
  ) -> String {
    guard let row = ranking.row(of: place) else { return FigureWords.none }
    let value = row.reading?.value.map { indicator.shown($0) } ?? FigureWords.none
    if let rank = row.rank { return value + said("（\(rank)）", " (\(rank))") }
    return value
      + (row.apart.map { said("（\(FieldWords.apart($0).zh)）", " (\(FieldWords.apart($0).en))") }
        ?? "")
  }
}

extension PlaceProgress {
  /// A part of the place with what is finished of it and its rank.
  struct Part: Hashable {
    var place: Division.Code
    var rate: FinishedRate
    var rank: Int?
    var red: Int
  }

  /// Cities by the league; counties by code, without a rank where their tasks are not the same.
  var standing: [Part] {
    if let league {
      return league.rows.map {
        Part(place: $0.place, rate: $0.rate, rank: $0.rank, red: $0.lights.red)
      }
    }
    return report.parts.map {
      Part(place: $0.place, rate: $0.rate, rank: nil, red: $0.lights.red)
    }
  }
}
