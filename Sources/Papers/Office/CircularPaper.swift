import Reform

/// The circular on how the work goes (通报): rates, who is first and last, the monitored indicators,
/// what is owed, slips, next steps, and tables by city.
public struct CircularPaper {
  let progress: PlaceProgress
  let catalogue: Catalogue
  let language: Language
  let isSample: Bool

  /// So many tasks that are late stand in it, and so many that fall due next.
  static let (late, next) = (10, 5)
  /// So many cities are named at each end of the league.
  static let ends = 3

  public init(
    _ progress: PlaceProgress, _ catalogue: Catalogue, _ language: Language, isSample: Bool
  ) {
    (self.progress, self.catalogue) = (progress, catalogue)
    (self.language, self.isSample) = (language, isSample)
  }

  private var blocks: ProgressBlocks {
    // The last year, and the one that it is held against.
    ProgressBlocks(progress: progress, catalogue: catalogue, language: language, years: 2)
  }

  /// The paper; `unit` signs it on `signed`, `number` is what the office has given it.
  public func paper(number: String? = nil, unit: String? = nil, signed: Day) -> Paper {
    let place = progress.place
    var paper = Paper(
      title: CircularWords.title(place)(language), number: number, day: progress.day,
      language: language, isSample: isSample)
    let rankings = blocks.monitored.flatMap(blocks.ranking)
    let next = [Paper.Block.list(NextSteps(blocks, progress).words)]
    let signature = Paper.Block.signature(
      unit: unit ?? PaperWords.unsigned(language), day: signed)
    paper.lay(
      [
        .init(
          "主送", key: "addressee",
          [
            .address(
              CircularWords.addressed(place, blocks.divisions.parting(of: place.id))(language))
          ]),
        .init("任务办结", key: "rates", section(CircularWords.rates, blocks.rates)),
        .init("居前居后", key: "league", league),
        .init("监测指标", key: "indicators", section(CircularWords.indicators, blocks.indicators)),
        .init("逾期任务", key: "owed", section(CircularWords.owed, blocks.owed(Self.late))),
        .init("督办", key: "slips", slips),
        .init("下一步", key: "next", section(CircularWords.next, next)),
        .init("落款", key: "signature", [signature]), .init("附表另起页", key: "tablesPage", [.pageBreak]),
        .init("各地一览", key: "parts", section(CircularWords.parts, blocks.parts)),
        .init(
          "指标排名", key: "rankings",
          rankings.isEmpty ? [] : section(CircularWords.rankings, rankings)),
        .init("数据来源", key: "sources", blocks.sources),
      ], [.init("地区", key: "place", place.name(in: language))], as: .circular)
    return paper
  }

  /// What its file is called, without its ending.
  public var fileName: String {
    PaperFile.name(CircularWords.file(progress.place, progress.day)(language))
  }

  private func section(_ title: Phrase, _ blocks: [Paper.Block]) -> [Paper.Block] {
    [.heading(1, title(language))] + blocks
  }

  /// The first and the last of the league, those that share a rank told as such.
  private var league: [Paper.Block] {
    guard let league = progress.league else { return [] }
    let ends = league.ends(Self.ends)
    guard !ends.first.isEmpty || !ends.last.isEmpty else { return [] }
    var sentences = [
      ends.first.isEmpty
        ? CircularWords.noneFinished(of: league.base)(language)
        : CircularWords.first(told(ends.first, league), of: league.base)(language)
    ]
    if !ends.first.isEmpty, !ends.last.isEmpty {
      sentences.append(CircularWords.last(told(ends.last, league))(language))
    }
    return section(
      CircularWords.league,
      [.paragraph(sentences.joined(separator: language == .zh ? "" : " "))])
  }

  /// Rows of the league by name; of many that share a rank, how many they are.
  private func told(_ rows: [League.Row], _ league: League) -> String {
    var words: [String] = []
    for row in rows {
      let tied = league.rows.filter { $0.rank == row.rank }.count
      if tied <= 2 * Self.ends {
        words.append(
          CircularWords.ranked(blocks.name(of: row.place), row, isTied: tied > 1)(language))
      } else {
        let all = CircularWords.ranked(
          league.parting.counted(tied)(language), row, isTied: true)(language)
        if words.last != all { words.append(all) }
      }
    }
    return FigureWords.list(words, language)
  }

  private var slips: [Paper.Block] {
    guard let slips = progress.slips else { return [] }
    return section(
      CircularWords.slips, [.paragraph(CircularWords.counted(slips, progress.day)(language))])
  }
}

/// What is to be done next (下一步), as the data say: what is late, what falls due, what is below
/// its target.
struct NextSteps {
  private let blocks: ProgressBlocks
  private let progress: PlaceProgress

  init(_ blocks: ProgressBlocks, _ progress: PlaceProgress) {
    (self.blocks, self.progress) = (blocks, progress)
  }

  private var language: Language { blocks.language }

  var words: [String] {
    let found = [late].compactMap(\.self) + due + targets
    return found.isEmpty ? [CircularWords.nothingNext(language)] : found
  }

  private var late: String? {
    let owing = progress.standing.map { ($0.place, blocks.late(in: $0.place)) }
      .filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    guard !owing.isEmpty else { return nil }
    let names = owing.map {
      Phrase("\(blocks.name(of: $0.0)) \($0.1) 处", "\(blocks.name(of: $0.0)) \($0.1)")(language)
    }
    return CircularWords.clear(FigureWords.list(names, language))(language)
  }

  private var due: [String] {
    progress.report.next.prefix(CircularPaper.next).compactMap { standing in
      guard let day = standing.due else { return nil }
      let task = blocks.catalogue.tasks[standing.task]
      let units = task.leading.map { blocks.catalogue.name(of: $0, in: language) }
      let open = progress.toDo[task.id]?[day] ?? 0
      return CircularWords.falls(
        task, due: day, units: FigureWords.list(units, language), open: open)(language)
    }
  }

  private var targets: [String] {
    blocks.monitored.compactMap { indicator in
      guard let ranking = progress.ranking(indicator) else { return nil }
      let short = (ranking.rows + ranking.apart).filter { $0.gap.map { !$0.isMet } ?? false }
      let line = progress.report.indicators.first { $0.indicator == indicator.id }
      let gap = line?.row.gap.flatMap { $0.isMet ? nil : $0 }
      guard !short.isEmpty || gap != nil else { return nil }
      return CircularWords.below(
        indicator, gap.map { FigureWords.gap($0, indicator, language) },
        FigureWords.list(short.map { blocks.name(of: $0.place) }, language), language)
    }
  }
}

/// The words of circulars.
enum CircularWords {
  static func title(_ place: Division) -> Phrase {
    Phrase("关于\(place.name)医改任务进展情况的通报", "How the health-reform tasks of \(place.english) go")
  }

  static func file(_ place: Division, _ day: Day) -> Phrase {
    Phrase("\(place.name)通报-\(day)", "\(place.english)-circular-\(day)")
  }

  static func addressed(_ place: Division, _ parting: Parting) -> Phrase {
    let own = place.level == .city ? "市" : place.ruling == "自治区" ? "区" : place.ruling
    let parts =
      switch parting {
      case .counties: "各县（市、区）"
      case .provinces: "各省（自治区、直辖市）"
      default: parting.all.zh
      }
    return Phrase(
      "\(parts)医改办，\(place.level == .nation ? "国家" : own + "直")有关部门：",
      "To the reform offices of the \(parting.all.en), and the departments:")
  }

  static let rates = Phrase("任务办结", "What is finished")
  static let league = Phrase("进度排名", "The league")
  static let indicators = Phrase("四项监测指标", "The four monitored indicators")
  static let owed = Phrase("逾期未办结的任务", "What is late")
  static let slips = Phrase("督办", "Supervision")
  static let next = Phrase("下一步", "Next")
  static let parts = Phrase("各地进展情况表", "Table by place")
  static let rankings = Phrase("四项指标各地情况", "The four indicators by place")

  static func ranked(_ name: String, _ row: League.Row, isTied: Bool) -> Phrase {
    let rank = row.rank.map { "\($0)" } ?? "-"
    return Phrase(
      "\(name)（\(row.rate.words)，\(isTied ? "并列" : "")第 \(rank) 位）",
      "\(name) (\(row.rate.words), \(isTied ? "joint " : "")rank \(rank))")
  }

  static func noneFinished(of base: FinishedRate.Base) -> Phrase {
    Phrase("\(base.words.zh)还没有一处办结。", "Of \(base.words.en) nothing is finished anywhere.")
  }

  static func first(_ names: String, of base: FinishedRate.Base) -> Phrase {
    Phrase("按\(base.words.zh)的办结率，居前的是\(names)。", "By \(base.words.en), first: \(names).")
  }

  static func last(_ names: String) -> Phrase { Phrase("居后的是\(names)。", "Last: \(names).") }

  static func counted(_ slips: [Slip], _ day: Day) -> Phrase {
    guard !slips.isEmpty else { return Phrase("没有发出督办单。", "No slip was issued.") }
    let counts = SlipCounts(slips, raised: Slip.raised(among: slips), on: day)
    let levels = SlipCounts.rows(slips, among: slips, by: .level, on: day).compactMap { row in
      Slip.Level(rawValue: row.key).map { ($0.words, row.counts.total) }
    }
    return Phrase(
      "共发督办单 \(counts.total) 份（" + levels.map { "\($0.0.zh) \($0.1)" }.joined(separator: "，")
        + "）：已办结 \(counts.closed) 份，已升级 \(counts.raised) 份，已答复 \(counts.answered) 份，"
        + "等待答复 \(counts.awaited) 份，其中逾期未答复 \(counts.late) 份。",
      "\(Plural("slip").of(counts.total)) ("
        + levels.map { "\($0.0.en) \($0.1)" }.joined(separator: ", ")
        + "): \(counts.closed) closed, \(counts.raised) raised, \(counts.answered) answered, "
        + "\(counts.awaited) awaiting an answer, \(counts.late) of them late.")
  }

  static func clear(_ places: String) -> Phrase {
    Phrase(
      "有逾期的地方逐项核实，已办结的补报佐证，未办结的报原因和完成日期：\(places)。",
      "Places with late tasks look at each, send evidence of what is done and the reason and a day for "
        + "what is not: \(places).")
  }

  static func falls(_ task: ReformTask, due: Day, units: String, open: Int) -> Phrase {
    let zh = units.isEmpty ? "" : "（\(units)）"
    return Phrase(
      "“\(task.title.zh)”\(zh)\(PaperWords.day(due).zh)到期，还有 \(open) 处没有办结。",
      "“\(task.title.en)”\(units.isEmpty ? "" : " (\(units))") falls due on \(due); "
        + "\(Plural("line").of(open)) open.")
  }

  static func below(
    _ indicator: Indicator, _ gap: String?, _ places: String, _ language: Language
  ) -> String {
    let whole = gap.map { Phrase("，总体还差 \($0)", ", \($0) short as a whole")(language) } ?? ""
    let parts =
      places.isEmpty ? "" : Phrase("，未达到的：\(places)", ", not reached in \(places)")(language)
    return indicator.name(language) + whole + parts + Phrase("。", ".")(language)
  }

  static let nothingNext = Phrase("没有逾期、将到期和未达目标的事项。", "Nothing is late, due or below its target.")
}
