import Reform

/// A place on one page (简况): what is finished, what is red, the four indicators, what falls due.
public struct BriefPaper {
  let report: PlaceReport
  /// The cities by what they share; nil where it is no city.
  let league: League?
  let book: IndicatorCatalogue
  let catalogue: Catalogue
  let language: Language
  let isSample: Bool

  /// So many rows of what is red, and of what falls due: more would not stay on a page.
  static let rows = 4

  public init(
    _ report: PlaceReport, _ league: League?, _ book: IndicatorCatalogue, _ catalogue: Catalogue,
    _ language: Language, isSample: Bool
  ) {
    (self.report, self.league, self.book) = (report, league, book)
    (self.catalogue, self.language, self.isSample) = (catalogue, language, isSample)
  }

  public func paper() -> Paper {
    var paper = Paper(
      title: PaperWords.brief(report.place)(language), day: report.day, language: language,
      isSample: isSample)
    let red = report.owed.filter { $0.light.signal == .red }
    paper.lay(
      [
        .init("任务办结", key: "rates", [.heading(1, PaperWords.rate(language)), .paragraph(rates)]),
        .init("红灯", key: "red", owed(PaperWords.red, red, PaperWords.noRed)),
        .init("监测指标", key: "indicators", indicators),
        .init("接下来", key: "next", owed(PaperWords.next, report.next, PaperWords.nothingNext)),
      ], [.init("地区", key: "place", report.place.name(in: language))], as: .brief)
    return paper
  }

  /// What its file is called, without its ending.
  public var fileName: String {
    PaperFile.name(PaperWords.briefFile(report.place, report.day)(language))
  }

  private var rates: String {
    var sentences = [PaperWords.finished(report.rate)(language)]
    if let league, let row = league.rows.first(where: { $0.place == report.place.id }) {
      sentences.append(
        PaperWords.finished(row.rate)(language)
          + PaperWords.ranked(row, in: league)(language))
    }
    let between = Phrase("；", "; ")(language)
    return sentences.joined(separator: between) + Phrase("。", ". ")(language)
      + PaperWords.lights(report.lights)(language)
  }

  private func owed(_ title: Phrase, _ tasks: [TaskStanding], _ none: Phrase) -> [Paper.Block] {
    guard !tasks.isEmpty else { return [.heading(1, title(language)), .paragraph(none(language))] }
    let shown = Array(tasks.prefix(Self.rows))
    return [
      .heading(1, title(language) + PaperWords.first(shown.count, of: tasks.count)(language)),
      .table(
        PaperTable(
          PlaceTables.owed(shown, catalogue, language),
          [("title", 80), ("due", 27), ("signal", 16), ("status", 27)],
          centered: ["due", "signal", "status"])),
    ]
  }

  private var indicators: [Paper.Block] {
    let monitored = Set(book.monitored.map(\.id))
    let lines = report.indicators.filter { monitored.contains($0.indicator) }
    let heading = Paper.Block.heading(1, PaperWords.indicators(language))
    guard !lines.isEmpty else { return [heading, .paragraph(PaperWords.noFigures(language))] }
    // A county has three ranks.
    let (rank, gap) = report.place.level == .county ? (42, 42) : (20, 64)
    return [
      heading,
      .table(
        PaperTable(
          PlaceTables.figures(of: lines, book, catalogue.divisions, language),
          [
            ("name", 32), ("year", 14), ("value", 20), ("rank", rank), ("change", 20), ("gap", gap),
          ] + ProgressBlocks.marks(of: lines).map { (key: $0.0, share: $0.1) },
          centered: ["year", "value", "rank", "change"])),
    ]
  }
}
