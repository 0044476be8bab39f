import ArgumentParser
import Foundation
import LedgerStore
import Reform

/// Lists indicators with what they come to in a place.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: "列出指标和一个地区的数值。Lists indicators with the figures of a place.")

  @OptionGroup var options: LedgerOptions
  @Option(help: "年份，默认为有数据的最近一年。A year; the last one with figures by default.")
  var year: String?
  @Flag(help: "收数：哪些地区报了、没报、被退回。Who has sent, who has not.") var collection = false
  @Flag(help: "JSON") var json = false
  @Flag(help: "CSV") var csv = false

  func run() throws {
    guard !(json && csv) else {
      throw Fault("--json 和 --csv 只能用一个。", "--json and --csv exclude each other.", exitCode: 2)
    }
    let wanted = try year.map(Opened.year)
    let opened = try options.look()
    defer { opened.ledger.close() }
    if collection { return try write(CollectionTable(wanted, opened)) }
    let report = try opened.report(.init(region: opened.scope))
    if let wanted { try opened.refuseEmpty(wanted, report.figures.years, of: nil) }
    let lines = report.book.all.map { indicator in
      line(indicator, wanted ?? report.figures.years?.upperBound, report, opened.scope)
    }
    if json {
      try Output.json(lines.map { shape($0, report, opened) })
    } else {
      Output.write(
        .indicators(
          lines, opened.catalogue, opened.language, isSample: opened.isSample), csv: csv)
    }
  }

  private func write(_ collection: CollectionTable) throws {
    guard json else { return Output.write(collection.table, csv: csv) }
    try Output.json(collection.shape())
  }

  private func line(
    _ indicator: Indicator, _ year: Int?, _ report: IndicatorReport, _ place: Division.Code
  ) -> Table.FigureRow {
    let row = year.map { Ranking.Row(report, indicator, in: place, $0) }
    return .init(indicator, year, row ?? Ranking.Row(place: place))
  }

  private func shape(
    _ line: Table.FigureRow, _ report: IndicatorReport, _ opened: Opened
  ) -> IndicatorShape {
    let indicator = line.indicator
    let trend = report.trend(indicator.id, in: opened.scope)
    return IndicatorShape(
      indicator: indicator.id, name: indicator.name, definition: indicator.definition,
      definitionPrinted: indicator.isDefinitionPrinted, kind: indicator.kind.rawValue,
      formula: indicator.formula, numeratorUnit: indicator.numerator.unit.rawValue,
      denominatorUnit: indicator.denominator?.unit.rawValue, factor: indicator.factor,
      unit: indicator.unit.rawValue, direction: indicator.direction?.rawValue,
      directionSource: indicator.directionSource.map {
        .init(document: $0.document, clause: $0.clause)
      },
      departments: indicator.departments, collector: indicator.collector,
      due: line.year.flatMap { indicator.dueDay(for: .year($0))?.description },
      source: .init(document: indicator.source.document, clause: indicator.source.clause),
      tasks: opened.catalogue.tasks(moving: indicator.id).map(\.id), year: line.year,
      figure: FigureShape(
        line.row, opened.catalogue.divisions, opened.language,
        own: line.year.flatMap { report.figures.ownReading(indicator.id, of: opened.scope, $0) }),
      trend: trend?.points.map { point in
        .init(
          year: point.year, numerator: point.reading?.numerator,
          denominator: point.reading?.denominator, value: point.value, change: point.change,
          changeAcrossBreak: point.changeAcrossBreak, flags: point.reading?.flags.keys ?? [])
      } ?? [], sample: opened.isSample ? true : nil)
  }
}
