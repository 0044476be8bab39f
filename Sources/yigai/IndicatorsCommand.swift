import ArgumentParser
import Dashboard
import Foundation
import LedgerStore
import Papers
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
    } else if csv {
      Output.write(CSVWriter.text(cells(lines, opened), mark: false))
    } else {
      Output.table(table(lines, opened), sample: opened.isSample, opened.language)
    }
  }

  private func write(_ collection: CollectionTable) throws {
    let opened = collection.opened
    if json {
      try Output.json(collection.shape())
    } else if csv {
      Output.write(CSVWriter.text(collection.csv(), mark: false))
    } else {
      Output.table(collection.table(), sample: opened.isSample, opened.language)
    }
  }

  private struct Line {
    var indicator: Indicator
    var year: Int?
    var row: Ranking.Row
  }

  private func line(
    _ indicator: Indicator, _ year: Int?, _ report: IndicatorReport, _ place: Division.Code
  ) -> Line {
    let row = year.map { Ranking.Row(report, indicator, in: place, $0) }
    return Line(indicator: indicator, year: year, row: row ?? Ranking.Row(place: place))
  }

  private static let head = [
    Phrase("编号", "Id"), Phrase("指标", "Indicator"), Phrase("年", "Year"), Phrase("数值", "Value"),
    Phrase("比上年", "Change"), Phrase("目标", "Target"), Phrase("还差", "Missing"),
    Phrase("标记", "Flags"), Phrase("方向", "Direction"),
  ]

  private func table(_ lines: [Line], _ opened: Opened) -> [[String]] {
    let language = opened.language
    return [Self.head.map { $0(language) }]
      + lines.map { line in
        [
          line.indicator.id, line.indicator.short(language), line.year.map { "\($0)" } ?? "",
          FigureWords.value(line.row.reading?.value, line.indicator, language),
          FigureWords.change(line.row, line.indicator, language),
          FigureWords.target(line.row.target, line.indicator, language),
          FigureWords.gap(line.row.gap, line.indicator, language),
          FigureWords.flags(line.row.reading, language), direction(line.indicator, language),
        ]
      }
  }

  /// Which way is better, and the clause that says so.
  private func direction(_ indicator: Indicator, _ language: Language) -> String {
    guard let direction = indicator.direction, let source = indicator.directionSource else {
      return FigureWords.none
    }
    let words = direction == .up ? Phrase("升", "up") : Phrase("降", "down")
    return "\(words(language)) \(source.key)"
  }

  private static let columns = [
    Phrase("编号", "Id"), Phrase("指标", "Indicator"), Phrase("地区代码", "Code"),
    Phrase("地区", "Place"), Phrase("年", "Year"), Phrase("分子", "Numerator"),
    Phrase("分母", "Denominator"), Phrase("数值", "Value"), Phrase("单位", "Unit"),
    Phrase("比上年", "Change"), Phrase("目标", "Target"), Phrase("还差（分子单位）", "Missing"),
    Phrase("标记", "Flags"), Phrase("责任部门", "Departments"), Phrase("文件", "Document"),
    Phrase("条款", "Clause"),
  ]

  private func cells(_ lines: [Line], _ opened: Opened) -> [[String]] {
    let language = opened.language
    let place = opened.catalogue.divisions[opened.scope]?.name(in: language) ?? opened.scope
    let marks = opened.isSample ? [[SharedWords.sample(language)]] : []
    return marks + [Self.columns.map { $0(language) }]
      + lines.map { line in
        let (indicator, reading) = (line.indicator, line.row.reading)
        return [
          indicator.id, indicator.name(language), opened.scope, place,
          line.year.map { "\($0)" } ?? "", FigureWords.exact(reading?.numerator),
          FigureWords.exact(reading?.denominator), FigureWords.exact(reading?.value),
          indicator.unit.name(language), FigureWords.exact(line.row.change),
          FigureWords.exact(line.row.target?.value), FigureWords.exact(line.row.gap?.numerator),
          FigureWords.flags(reading, language), indicator.departments.joined(separator: "；"),
          indicator.source.document, indicator.source.clause,
        ]
      }
  }

  private func shape(_ line: Line, _ report: IndicatorReport, _ opened: Opened) -> IndicatorShape {
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
