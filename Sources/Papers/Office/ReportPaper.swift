import Reform

/// The report of a month or a year (月报、年报), with charts.
public struct ReportPaper {
  let progress: PlaceProgress
  /// `.month` or `.year`.
  let period: Period
  let catalogue: Catalogue
  let language: Language
  let isSample: Bool

  /// So many tasks that are late stand in it.
  static let late = 10

  public init(
    _ progress: PlaceProgress, _ period: Period, _ catalogue: Catalogue, _ language: Language,
    isSample: Bool
  ) {
    (self.progress, self.period, self.catalogue) = (progress, period, catalogue)
    (self.language, self.isSample) = (language, isSample)
  }

  private var isYear: Bool { if case .year = period { true } else { false } }

  private var blocks: ProgressBlocks {
    ProgressBlocks(progress: progress, catalogue: catalogue, language: language)
  }

  private var charts: ReportCharts { ReportCharts(blocks, progress) }

  /// The paper; `unit` signs it on `signed`.
  public func paper(number: String? = nil, unit: String? = nil, signed: Day) -> Paper {
    var paper = Paper(
      title: ReportWords.title(progress.place, period)(language), number: number,
      day: progress.day, language: language, isSample: isSample)
    let running = Paper.Block.paragraph(ReportWords.running(progress.day)(language))
    let next = [Paper.Block.list(NextSteps(blocks, progress).words)]
    let signature = Paper.Block.signature(
      unit: unit ?? PaperWords.unsigned(language), day: signed)
    let rates = blocks.rates + [.chart(charts.statuses)]
    paper.lay(
      [
        .init("未完说明", key: "running", progress.day < period.end ? [running] : []),
        .init("总体进展", key: "rates", section(ReportWords.rates, rates)),
        .init("变化", key: "changes", section(ReportWords.changes(isYear: isYear), changes)),
        .init("各地进展", key: "parts", section(ReportWords.parts, parts)),
        .init("监测指标", key: "indicators", section(CircularWords.indicators, indicators)),
        .init("逾期任务", key: "owed", section(CircularWords.owed, blocks.owed(Self.late))),
        .init("下一步", key: "next", section(CircularWords.next, next)),
        .init("落款", key: "signature", [signature]), .init("数据来源", key: "sources", blocks.sources),
      ],
      [
        .init("地区", key: "place", progress.place.name(in: language)),
        .init("报告期", key: "period", ReportWords.name(period)(language)),
      ], as: .report)
    return paper
  }

  /// What its file is called, without its ending.
  public var fileName: String {
    PaperFile.name(ReportWords.file(progress.place, period)(language))
  }

  private func section(_ title: Phrase, _ blocks: [Paper.Block]) -> [Paper.Block] {
    blocks.isEmpty ? [] : [.heading(1, title(language))] + blocks
  }

  /// What is new; of a month task by task, of a year in numbers.
  private var changes: [Paper.Block] {
    let since = SincePaper(
      progress.changes, in: progress.place, from: progress.since, to: progress.day, catalogue,
      language, isSample: isSample)
    return [
      .paragraph(SinceWords.span(progress.since, progress.day, progress.changes)(language)),
      .chart(charts.finished),
    ] + (isYear ? since.byPlace(2) : since.sections(2))
  }

  private var parts: [Paper.Block] {
    guard !progress.standing.isEmpty else { return [] }
    return blocks.parts + [.chart(charts.rates)]
  }

  private var indicators: [Paper.Block] {
    blocks.indicators
      + blocks.monitored.flatMap { indicator -> [Paper.Block] in
        let drawn = [charts.trend(indicator), charts.places(indicator)].compactMap(\.self)
        guard !drawn.isEmpty else { return [] }
        let lacking = charts.lacking(indicator).map { [Paper.Block.note($0)] } ?? []
        return [.heading(2, indicator.name(language))] + drawn.map { .chart($0) } + lacking
      }
  }
}

/// The words of reports.
enum ReportWords {
  static func title(_ place: Division, _ period: Period) -> Phrase {
    Phrase(
      "\(place.name)医改工作\(kind(period).zh)（\(name(period).zh)）",
      "Health reform in \(place.english): \(kind(period).en) report, \(name(period).en)")
  }

  static func file(_ place: Division, _ period: Period) -> Phrase {
    Phrase(
      "\(place.name)\(kind(period).zh)-\(period)", "\(place.english)-\(kind(period).en)-\(period)")
  }

  private static func kind(_ period: Period) -> Phrase {
    if case .year = period { Phrase("年报", "yearly") } else { Phrase("月报", "monthly") }
  }

  static func name(_ period: Period) -> Phrase {
    if case .month(let year, let month) = period {
      return Phrase("\(year)年\(month)月", period.description)
    }
    return Phrase("\(period.year)年", period.description)
  }

  static func running(_ day: Day) -> Phrase {
    Phrase(
      "报告期还没有结束，以下是到\(PaperWords.day(day).zh)的情况。",
      "The period is not over; this is how it stands on \(day).")
  }

  static let rates = Phrase("总体进展", "As a whole")
  static let parts = Phrase("各地进展", "By place")

  static func changes(isYear: Bool) -> Phrase {
    isYear ? Phrase("本年变化", "New this year") : Phrase("本月变化", "New this month")
  }
}
