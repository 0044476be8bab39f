import ArgumentParser
import Dashboard
import Foundation
import Intake
import LedgerStore
import Papers
import Reform

/// Compares the cities or counties of a region by one indicator in one year.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "按一项指标比较各市或各县。Compares places by one indicator.")

  @Argument(
    help: "指标编号或名称，如 medical-service-share、group-six-unified。An indicator or a measure of groups.")
  var indicator: String
  @OptionGroup var options: LedgerOptions
  @Option(help: "年份，如 2023。A year.") var year: String
  @Option(help: "比较哪一级：city | county；默认是所选地区的下一级。Cities or counties.")
  var level: String?
  @Flag(help: "拆分谁拉动了总体。Who moved the whole.") var parts = false
  @Option(help: "拆分从哪一年起，默认上一年。From which year on, with --parts.") var since: String?
  @Flag(help: "JSON") var json = false
  @Flag(help: "CSV") var csv = false

  func run() throws {
    guard !(json && csv) else {
      throw Fault("--json 和 --csv 只能用一个。", "--json and --csv exclude each other.", exitCode: 2)
    }
    guard parts || since == nil else {
      throw Fault(
        "--since 要和 --parts 一起用。", "--since goes with --parts.", exitCode: 2)
    }
    let year = try Opened.year(self.year)
    let since = try self.since.map(Opened.year)
    let opened = try options.look()
    defer { opened.ledger.close() }
    let (indicator, whole) = try opened.compared(by: self.indicator)
    let level = try self.level(opened)
    try refuse(indicator, level)
    try opened.refuseEmpty(
      year, whole.figures.years(of: indicator.id), of: indicator.name,
      in: LedgerMeasure.names(indicator.id) ? "groups" : "figures")
    if parts { return try write(MovedParts(indicator, since: since, year, whole, opened)) }
    let places = opened.catalogue.divisions.all(level, within: opened.scope).map(\.id)
    let ranking = Ranking(whole, indicator, year, of: places)
    let total = Ranking.Row(whole, indicator, in: opened.scope, year)
    var compared = Compared(indicator: indicator, level: level, ranking: ranking, total: total)
    // Below a city the figures of the other cities are not read, so nothing is known of the province.
    compared.own = whole.figures.ownReading(indicator.id, of: opened.scope, year).map {
      Ranking.Row(whole, indicator, in: $0.place, year)
    }
    if level == .county, json, opened.scope == opened.catalogue.province {
      compared.pools = PoolRanks.counties(whole, indicator, year)
    }
    if json {
      try Output.json(shape(compared, opened))
    } else if csv {
      Output.write(CSVWriter.text(cells(compared, opened), mark: false))
    } else {
      Output.table(table(compared, opened), sample: opened.isSample, opened.language)
    }
  }

  /// Refuses a total of the assessment where counties would have to be added up.
  private func refuse(_ indicator: Indicator, _ level: Division.Level) throws {
    guard indicator.id == GroupMeasure.assessment.id, level == .city || parts else { return }
    throw Fault(
      "“\(indicator.name.zh)”是一个集团的结果，不能相加，市没有总分，也不能拆分；比较各县请加 --level county。",
      "“\(indicator.name.en)” is the result of one group and is not added up: cities have none and "
        + "nothing is split. Compare counties with --level county.", exitCode: 2)
  }

  private func write(_ parts: MovedParts) throws {
    if json {
      try Output.json(parts.shape())
    } else if csv {
      Output.write(CSVWriter.text(parts.cells(), mark: false))
    } else {
      Output.table(parts.table(), sample: parts.opened.isSample, parts.opened.language)
    }
  }

  private struct Compared {
    var indicator: Indicator
    var level: Division.Level
    var ranking: Ranking
    var total: Ranking.Row
    /// Of counties, where all of the province are read.
    var pools: [Division.Code: PoolRanks] = [:]
    /// The own level of the region, where it has a figure: added up, not ranked.
    var own: Ranking.Row?

    var rows: [Ranking.Row] { ranking.rows + ranking.apart }
  }

  /// The level to compare: below the province and not above the place that was chosen.
  private func level(_ opened: Opened) throws -> Division.Level {
    let scope = opened.catalogue.divisions[opened.scope]
    let next: Division.Level = scope?.level == .province ? .city : .county
    guard scope.map({ $0.level < .county }) ?? true else {
      throw Fault(
        "\(scope?.name ?? "")下面没有可比较的地区；请选省或市。",
        "\(scope?.english ?? "") has no parts to compare; choose the province or a city.",
        exitCode: 2)
    }
    guard let level else { return next }
    guard let found = Division.Level(rawValue: level), [.city, .county].contains(found) else {
      throw Fault(
        "--level 只有 city 和 county，没有“\(level)”。", "--level is city or county, not “\(level)”.",
        exitCode: 2)
    }
    return max(found, next)
  }

  private func shape(_ compared: Compared, _ opened: Opened) -> CompareShape {
    let divisions = opened.catalogue.divisions
    return CompareShape(
      indicator: compared.indicator.id, year: compared.ranking.year,
      level: compared.level.rawValue, name: compared.indicator.name,
      unit: compared.indicator.unit.rawValue,
      direction: compared.indicator.direction?.rawValue,
      directionSource: compared.indicator.directionSource.map(JSONValue.clause) ?? .null,
      rows: compared.rows.map {
        FigureShape($0, divisions, opened.language, pools: compared.pools[$0.place])
      },
      own: compared.own.map { FigureShape($0, divisions, opened.language) },
      total: FigureShape(
        compared.total, divisions, opened.language, own: compared.own?.reading),
      sample: opened.isSample ? true : nil)
  }

  private func table(_ compared: Compared, _ opened: Opened) -> [[String]] {
    let language = opened.language
    let (indicator, unit) = (
      compared.indicator, { (part: Indicator.Part) in part.unit.name(language) }
    )
    let below = indicator.denominator.map { "\(Phrase("分母", "Denominator")(language)) \(unit($0))" }
    let head = [
      compared.ranking.isDirected
        ? Phrase("名次", "Rank")(language)
        : Phrase("从高到低（没有写明方向）", "From the highest (no direction)")(language),
      Phrase("升降", "Rise")(language),
      Phrase("地区", "Place")(language), indicator.short(language),
      Phrase("比上年", "Change")(language), Phrase("目标", "Target")(language),
      Phrase("还差", "Missing")(language),
      "\(Phrase("分子", "Numerator")(language)) \(unit(indicator.numerator))", below ?? "",
      Phrase("标记", "Flags")(language),
    ]
    return [head] + compared.rows.map { line($0, compared, opened) }
      + ((compared.own.map { [$0] } ?? []) + [compared.total]).map { line($0, compared, opened) }
  }

  private func line(_ row: Ranking.Row, _ compared: Compared, _ opened: Opened) -> [String] {
    let (indicator, language) = (compared.indicator, opened.language)
    let reason = row.apart.map { FigureWords.apart($0)(language) }
    let flags = [reason, FigureWords.flags(row.reading, language)].compactMap(\.self)
    return [
      row.position.map { "\($0)" } ?? FigureWords.none,
      row.rise.map { FigureWords.signed(Decimal($0), 0) } ?? "",
      opened.catalogue.divisions[row.place]?.name(in: language) ?? row.place,
      FigureWords.value(row.reading?.value, indicator, language),
      FigureWords.change(row, indicator, language),
      FigureWords.target(row.target, indicator, language),
      FigureWords.gap(row.gap, indicator, language), row.reading?.numerator?.plain ?? "",
      row.reading?.denominator?.plain ?? "",
      flags.filter { !$0.isEmpty }.joined(separator: language == .zh ? "、" : ", "),
    ]
  }

  private static let columns = [
    Phrase("指标", "Indicator"), Phrase("年", "Year"), Phrase("名次", "Rank"),
    Phrase("上年名次", "Rank before"), Phrase("地区代码", "Code"), Phrase("地区", "Place"),
    Phrase("分子", "Numerator"), Phrase("分母", "Denominator"), Phrase("数值", "Value"),
    Phrase("单位", "Unit"), Phrase("比上年", "Change"), Phrase("目标", "Target"),
    Phrase("还差（分子单位，分母不变）", "Missing, denominator held"), Phrase("标记", "Flags"),
    Phrase("从高到低或按方向的位次", "Position"), Phrase("跨口径的差", "Difference across a break"),
  ]

  private func cells(_ compared: Compared, _ opened: Opened) -> [[String]] {
    let language = opened.language
    let marks = opened.isSample ? [[SharedWords.sample(language)]] : []
    return marks + [Self.columns.map { $0(language) }]
      + (compared.rows + (compared.own.map { [$0] } ?? []) + [compared.total]).map { row in
        [
          compared.indicator.id, "\(compared.ranking.year)", row.rank.map { "\($0)" } ?? "",
          row.rankBefore.map { "\($0)" } ?? "", row.place,
          opened.catalogue.divisions[row.place]?.name(in: language) ?? "",
          FigureWords.exact(row.reading?.numerator), FigureWords.exact(row.reading?.denominator),
          FigureWords.exact(row.reading?.value), compared.indicator.unit.name(language),
          FigureWords.exact(row.change), FigureWords.exact(row.target?.value),
          FigureWords.exact(row.gap?.numerator), FigureWords.flags(row.reading, language),
          row.position.map { "\($0)" } ?? "", FigureWords.exact(row.changeAcrossBreak),
        ]
      }
  }
}
