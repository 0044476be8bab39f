import ArgumentParser
import Foundation
import Intake
import Reform

/// Shows a place: its tasks, what is owed next, its roles, its parts and its figures.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "一个地方的落实情况：任务、欠账、试点、下级、指标。How a place stands.",
    discussion: "不写地区时是全省。Without a place, the province.")

  @Argument(help: "地区：名称、拼音或代码。A place.") var name: String?
  @OptionGroup var options: LedgerOptions
  @Flag(help: "JSON") var json = false

  func run() throws {
    let opened = try options.look()
    defer { opened.ledger.close() }
    let place = try opened.place(name, options)
    let figures = try opened.report()
    let report = try opened.ledger.placeReport(
      of: place.id, opened.catalogue,
      achievements: try opened.world().achievements(opened.catalogue),
      figures: figures, asOf: opened.day)
    guard let report else { return }
    let league = try place.level == .county ? nil : league(opened)
    if json {
      let shape = PlaceJSON(report: report, opened: opened, book: figures.book, league: league)
      try Output.json(shape.value)
    } else {
      PlaceText(report: report, opened: opened, book: figures.book, league: league).write()
    }
  }

  private func league(_ opened: Opened) throws -> League {
    League(
      opened.catalogue, tallies: try opened.ledger.tallies(asOf: opened.day),
      entered: try opened.ledger.enteredDues(asOf: opened.day), on: opened.day)
  }
}

extension Opened {
  /// The place of an argument, or of `--place`; both together are refused.
  func place(_ name: String?, _ options: LedgerOptions) throws -> Division {
    guard name == nil || options.place == nil else {
      throw Fault("地区和 --place 只写一个。", "Give the place once, not with --place too.", exitCode: 2)
    }
    if let name { return try LedgerChoice.find(name, in: catalogue.divisions) }
    guard let place = catalogue.divisions[scope] else {
      throw Fault("目录里没有地区。", "The catalogue has no places.")
    }
    return place
  }
}

/// A place as text: a head, then a table for each thing that it has.
private struct PlaceText {
  let report: PlaceReport
  let opened: Opened
  let book: IndicatorBook
  let league: League?

  private var language: Language { opened.language }
  private func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }

  func write() {
    head()
    table(said("已逾期", "Overdue"), lines(report.owed.filter { ($0.due ?? opened.day) < opened.day }))
    table(said("接下来到期", "Due next"), lines(report.next))
    table(said("文件点名", "Named in documents"), roles)
    table(said("简报成效", "Reported in bulletins"), achievements)
    table(said("下级", "Parts"), parts)
    table(said("指标", "Indicators"), indicators)
  }

  private func head() {
    let crumbs = report.crumbs.map { $0.name(in: language) }.joined(separator: " › ")
    let (counts, lights) = (report.counts, report.lights)
    let status = Status.allCases.map { "\(FieldWords.status($0)(language)) \(counts[$0])" }
    let signal = Signal.allCases.map { "\(FieldWords.signal($0)(language)) \(lights[$0])" }
    let ties = PlaceDuty.Tie.allCases.compactMap { tie -> String? in
      let count = report.duties.count { $0.tie == tie }
      return count == 0 ? nil : "\(FieldWords.tie(tie)(language)) \(count)"
    }
    let mark = opened.isSample ? FieldWords.sample(language) + "\n" : ""
    Output.write(mark + Safe.line(crumbs + "  " + report.day.description) + "\n")
    Output.table(
      [
        [said("任务", "Tasks"), status.joined(separator: "  ")],
        [said("由谁布置", "Set by"), sources],
        [said("灯", "Lights"), signal.joined(separator: "  ")],
        [said("办结率", "Finished"), rates],
        [said("约束本地", "Binding"), ties.joined(separator: "  ")],
      ], sample: false, language)
  }

  /// Of all tasks here; of a city also of those that all cities share, with its rank among them.
  private var rates: String {
    func words(_ rate: FinishedRate) -> String {
      "\(rate.words) (\(rate.finished)/\(rate.total) \(rate.base.words(language)))"
    }
    let row = league?.rows.first { $0.place == report.place.id }
    let shared = row.map {
      "\(words($0.rate)) \(said("第", "rank ")) \($0.rank)/\(league?.rows.count ?? 0)"
    }
    let own = report.ownLevel.flatMap { $0.counts.total == 0 ? nil : words($0.rate) }
    return [words(report.rate), shared, own].compactMap(\.self).joined(separator: "  ")
  }

  /// How many tasks the province has set, and how many each city.
  private var sources: String {
    report.tasks.sources(opened.catalogue).map { source in
      let name = opened.catalogue.divisions[source.region]?.name(in: language) ?? source.region
      return "\(name) \(source.tasks)"
    }.joined(separator: "  ")
  }

  private func table(_ title: String, _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    Output.write("\n" + title + "\n")
    Output.table(rows, sample: false, language)
  }

  private func lines(_ standings: [TaskStanding]) -> [[String]] {
    standings.prefix(10).map { standing in
      let task = opened.catalogue.tasks[standing.task]
      return [
        standing.due?.description ?? "", FieldWords.signal(standing.light.signal)(language),
        FieldWords.status(standing.status)(language), task.title(language), task.id,
      ]
    }
  }

  private var roles: [[String]] {
    report.roles.map { role in
      [
        FieldWords.role(role.role)(language), role.purpose(language), role.document?.number ?? "",
        role.clausePlace(language), role.task.id,
      ]
    }
  }

  private var achievements: [[String]] {
    report.achievements.map { item in
      let kind = item.kind == .result ? nil : FieldWords.kind(item.kind)(language)
      return [
        item.what(language) + (kind.map { said("（\($0)）", " (\($0))") } ?? ""), item.printed,
        shared(item), item.section,
      ]
    }
  }

  /// The counties that have a figure between them, or the one of a city's counties that has it.
  private func shared(_ item: Achievement) -> String {
    guard item.places != [report.place.id] else { return "" }
    return item.places.map { opened.catalogue.divisions[$0]?.short(in: language) ?? $0 }
      .joined(separator: language == .zh ? "、" : ", ")
  }

  private var parts: [[String]] {
    guard !report.parts.isEmpty else { return [] }
    let head =
      [
        said("地区", "Place"), said("下次到期", "Next due"),
        said(
          "办结率（\(FinishedRate.Base.local.words.zh)）",
          "Finished of \(FinishedRate.Base.local.words.en)"),
      ]
      + Status.allCases.map { FieldWords.status($0)(language) }
      + Signal.allCases.map { FieldWords.signal($0)(language) }
    return [head]
      + report.parts.map { part in
        [
          opened.catalogue.divisions[part.place]?.name(in: language) ?? part.place,
          part.next?.description ?? "", part.rate.words,
        ] + Status.allCases.map { "\(part.counts[$0])" }
          + Signal.allCases.map { "\(part.lights[$0])" }
      }
  }

  private var indicators: [[String]] {
    guard !report.indicators.isEmpty else { return [] }
    let head = [
      said("指标", "Indicator"), said("年", "Year"), said("数值", "Value"), said("比上年", "Change"),
      said("名次", "Rank"), said("标记", "Flags"),
    ]
    return [head]
      + report.indicators.compactMap { line in
        guard let indicator = book[line.indicator] else { return nil }
        let pools = line.pools?.words.map { $0(language) }.joined(separator: " ") ?? ""
        let position = line.row.position.map {
          line.row.rank != nil
            ? "\($0)/\(line.ranked)"
            : said("从高到低 \($0)/\(line.ranked)", "from the highest \($0)/\(line.ranked)")
        }
        let rank = pools.isEmpty ? position : pools
        return [
          indicator.short(language), "\(line.year)",
          FigureWords.value(line.row.reading?.value, indicator, language),
          FigureWords.change(line.row, indicator, language),
          rank ?? line.row.apart.map { FieldWords.apart($0)(language) } ?? FigureWords.none,
          [
            FigureWords.flags(line.row.reading, language),
            line.own == nil ? "" : said("含本级", "with own level"),
          ]
          .filter { !$0.isEmpty }.joined(separator: language == .zh ? "、" : ", "),
        ]
      }
  }
}
