import ArgumentParser
import Foundation
import Intake
import Reform

/// Shows a place: its tasks, what is owed next, its roles, its parts and its figures.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "一个地方的落实情况：任务、欠账、试点、下级、指标。How a place stands.",
    discussion: "不写地区时是台账的全部（全省、全国）。Without a place, all that the ledger is of.")

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
    let league = try place.level == .county ? nil : league(of: place.id, opened)
    if json {
      let shape = PlaceJSON(report: report, opened: opened, book: figures.book, league: league)
      try Output.json(shape.value)
    } else {
      // A province of the whole country is ranked among the others.
      let isRanked = place.level == .province && place.id != opened.catalogue.province
      let above = isRanked ? try self.league(of: opened.catalogue.province, opened) : league
      PlaceText(report: report, opened: opened, book: figures.book, league: above).write()
    }
  }

  /// The parts of a province, or of the whole country; of a city those of its province.
  private func league(of place: Division.Code, _ opened: Opened) throws -> League {
    League(
      opened.catalogue, in: place, tallies: try opened.ledger.tallies(asOf: opened.day),
      entered: try opened.ledger.enteredDues(asOf: opened.day), on: opened.day)
  }
}

extension Opened {
  /// The place of an argument, or of `--place`; both together are refused.
  func place(
    _ name: String?, _ options: LedgerOptions, isEntering: Bool = false
  ) throws -> Division {
    guard name == nil || options.place == nil else {
      throw Fault("地区和 --place 只写一个。", "Give the place once, not with --place too.", exitCode: 2)
    }
    if let name {
      let told: ((Phrase) -> Void)? = if isEntering { nil } else { LedgerOptions.note }
      return try LedgerChoice.find(name, in: catalogue.divisions, likest: told)
    }
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
  let book: IndicatorCatalogue
  let league: League?

  private var language: Language { opened.language }
  private func said(_ zh: String, _ en: String) -> String { Phrase(zh, en)(language) }

  func write() {
    head()
    let (catalogue, divisions) = (opened.catalogue, opened.catalogue.divisions)
    let overdue = report.owed.filter { ($0.due ?? opened.day) < opened.day }
    for (title, standings) in [
      (Phrase("已逾期", "Late"), overdue), (Phrase("接下来到期", "Due next"), report.next),
    ] {
      write(title, PlaceTables.owed(Array(standings.prefix(10)), catalogue, language))
    }
    write(Phrase("文件点名", "Named in documents"), PlaceTables.roles(report.roles, language))
    write(
      Phrase("简报成效", "Reported in bulletins"),
      PlaceTables.achievements(report.achievements, of: report.place.id, divisions, language))
    write(Phrase("下级", "Parts"), PlaceTables.parts(report.parts, divisions, language))
    write(
      Phrase("指标", "Indicators"),
      PlaceTables.figures(
        of: report.indicators.filter { book[$0.indicator] != nil }, book, divisions, language))
  }

  private func write(_ title: Phrase, _ table: Table) {
    guard !table.rows.isEmpty else { return }
    Output.write("\n" + title(language) + "\n")
    Output.write(table)
  }

  private func head() {
    let crumbs = report.crumbs.map { $0.alone(in: language) }.joined(separator: " › ")
    let (counts, lights) = (report.counts, report.lights)
    let status = Status.allCases.map { "\(FieldWords.status($0)(language)) \(counts[$0])" }
    let signal = Signal.allCases.map { "\(FieldWords.signal($0)(language)) \(lights[$0])" }
    let ties = FieldWords.ties(of: report, opened.catalogue.divisions).map { $0(language) }
    let mark = opened.isSample ? FieldWords.sample(language) + "\n" : ""
    Output.write(mark + Safe.line(crumbs + "  " + report.day.description) + "\n")
    let lines = [
      [said("任务", "Tasks"), status.joined(separator: "  ")],
      [said("由谁布置", "Set by"), sources],
      [said("灯", "Lights"), signal.joined(separator: "  ")],
      [said("办结率", "Finished"), rates],
      [said("适用本地的任务", "Tasks that hold here"), ties.joined(separator: "  ")],
    ]
    Output.write(Output.text(lines))
  }

  /// Of all tasks here; of a city also of those that all cities share, with its rank among them.
  private var rates: String {
    func words(_ rate: FinishedRate) -> String {
      "\(rate.words) (\(rate.finished)/\(rate.total) \(rate.base.words(language)))"
    }
    let row = league?.rows.first { $0.place == report.place.id }
    let shared = row.map { row in
      let rank = row.rank.map { " \(said("第", "rank ")) \($0)/\(league?.rows.count ?? 0)" } ?? ""
      return words(row.rate) + rank
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
}
