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
  @Flag(help: "数据报送：哪些地区报了、没报、被退回。Who has sent, who has not.") var collection = false
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let wanted = try year.map(Opened.year)
    let opened = try options.look()
    defer { opened.ledger.close() }
    if collection {
      let collected = try CollectionTable(wanted, opened)
      collected.note()
      return try form.write(collected.table, json: { collected.json })
    }
    let report = try opened.report(.init(region: opened.scope))
    if let wanted { try opened.refuseEmpty(wanted, report.figures.years, of: nil) }
    let lines = report.book.all.map { indicator in
      line(indicator, wanted ?? report.figures.years?.upperBound, report, opened.scope)
    }
    try form.write(
      .indicators(lines, opened.catalogue, opened.language, isSample: opened.isSample),
      json: {
        .list(try Self.ranked(lines, opened)) { shape($0, report, opened) }
      })
  }

  /// The same with the ranks that the place has among all of its level, as everywhere else.
  private static func ranked(
    _ lines: [Table.FigureRow], _ opened: Opened
  ) throws -> [Table.FigureRow] {
    guard let place = opened.catalogue.divisions[opened.scope] else { return lines }
    let peers = Ranking.peers(of: place, in: opened.catalogue.divisions)
    guard peers.count > 1 else { return lines }
    let whole = try opened.report()
    return lines.map { line in
      guard let year = line.year,
        let found = Ranking(whole, line.indicator, year, of: peers).row(of: place.id)
      else { return line }
      var row = line.row
      (row.rank, row.rankBefore) = (found.rank, found.rankBefore)
      (row.position, row.apart) = (found.position, found.apart)
      return .init(line.indicator, line.year, row)
    }
  }

  private func line(
    _ indicator: Indicator, _ year: Int?, _ report: IndicatorReport, _ place: Division.Code
  ) -> Table.FigureRow {
    let row = year.map { Ranking.Row(report, indicator, in: place, $0) }
    return .init(indicator, year, row ?? Ranking.Row(place: place))
  }

  private func shape(
    _ line: Table.FigureRow, _ report: IndicatorReport, _ opened: Opened
  ) -> JSONValue {
    let (indicator, due) = (
      line.indicator, line.year.flatMap { line.indicator.dueDay(for: .year($0)) }
    )
    let own = line.year.flatMap { report.figures.ownReading(indicator.id, of: opened.scope, $0) }
    let trend = report.trend(indicator.id, in: opened.scope)?.points ?? []
    return .object([
      "indicator": .text(indicator.id), "name": .phrase(indicator.name),
      "definition": .phrase(indicator.definition),
      "definitionPrinted": .truth(indicator.isDefinitionPrinted),
      "kind": .text(indicator.kind.rawValue), "formula": .phrase(indicator.formula),
      "numeratorUnit": .text(indicator.numerator.unit.rawValue),
      "denominatorUnit": JSONValue.text(indicator.denominator?.unit.rawValue).ifAny,
      "factor": .number(indicator.factor), "unit": .text(indicator.unit.rawValue),
      "direction": JSONValue.text(indicator.direction?.rawValue).ifAny,
      "directionSource": indicator.directionSource.map(source) ?? .absent,
      "departments": .texts(indicator.departments),
      "collector": JSONValue.text(indicator.collector).ifAny, "due": JSONValue.day(due).ifAny,
      "source": indicator.source.map(source) ?? .null,
      "tasks": .texts(opened.catalogue.tasks(moving: indicator.id).map(\.id)),
      "year": JSONValue.whole(line.year).ifAny,
      "figure": .figure(line.row, opened.catalogue.divisions, opened.language, own: own),
      "trend": .list(trend, point), "sample": .sample(opened.isSample),
    ])
  }

  private func source(_ clause: ClauseReference) -> JSONValue {
    .object(["document": .text(clause.document), "clause": .text(clause.clause)])
  }

  private func point(_ point: Trend.Point) -> JSONValue {
    .object([
      "year": .whole(point.year), "numerator": .number(point.reading?.numerator),
      "denominator": .number(point.reading?.denominator), "value": .number(point.value),
      "change": .number(point.change), "changeAcrossBreak": .number(point.changeAcrossBreak),
      "flags": .texts(point.reading?.flags.keys ?? []),
    ])
  }
}
