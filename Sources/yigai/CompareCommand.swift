import ArgumentParser
import Foundation
import Intake
import LedgerStore
import Reform

/// Compares the cities or counties of a region by one indicator in one year.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "按一项指标比较各地。Compares places by one indicator.")

  @Argument(
    help: "指标编号或名称，如 medical-service-share、group-six-unified。An indicator or a measure of groups.")
  var indicator: String
  @OptionGroup var options: LedgerOptions
  @Option(help: "年份，如 2023。A year.") var year: String
  @Option(
    help: "比较哪一级：province | city | county；默认是所选地区的下一级。The level; by default the parts of the place."
  )
  var level: String?
  @Flag(help: "拆分谁拉动了总体。Who moved the whole.") var parts = false
  @Option(help: "拆分从哪一年起，默认上一年。From which year on, with --parts.") var since: String?
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
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
    if parts {
      let moved = try MovedParts(indicator, since: since, year, whole, opened)
      return try form.write(moved.table, json: { moved.json })
    }
    let places = opened.catalogue.divisions.compared(level, in: opened.scope).map(\.id)
    let ranking = Ranking(whole, indicator, year, of: places)
    let total = Ranking.Row(whole, indicator, in: opened.scope, year)
    var compared = Compared(indicator: indicator, level: level, ranking: ranking, total: total)
    // Below a city the figures of the other cities are not read, so nothing is known of the province.
    compared.own = whole.figures.ownReading(indicator.id, of: opened.scope, year).map {
      Ranking.Row(whole, indicator, in: $0.place, year)
    }
    if level == .county, form.json, opened.scope == opened.catalogue.province {
      compared.pools = PoolRanks.counties(whole, indicator, year)
    }
    try form.write(table(compared, opened), json: { shape(compared, opened) })
  }

  /// Refuses a total of the assessment where counties would have to be added up.
  private func refuse(_ indicator: Indicator, _ level: Division.Level) throws {
    guard indicator.id == GroupMeasure.assessment.id, level < .county || parts else { return }
    throw Fault(
      "“\(indicator.name.zh)”是一个集团的结果，不能相加，市没有总分，也不能拆分；比较各县请加 --level county。",
      "“\(indicator.name.en)” is the result of one group and is not added up: cities have none and "
        + "nothing is split. Compare counties with --level county.", exitCode: 2)
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
    let next = opened.catalogue.divisions.levelOfParts(of: opened.scope) ?? .county
    guard scope.map({ $0.level < .county }) ?? true else {
      throw Fault(
        "\(scope?.name ?? "")下面没有可比较的地区；请选省或市。",
        "\(scope?.english ?? "") has no parts to compare; choose the province or a city.",
        exitCode: 2)
    }
    guard let level else { return next }
    let isNation = opened.catalogue.divisions.isNation
    let known: [Division.Level] = (isNation ? [.province] : []) + [.city, .county]
    let named = known.map { level -> (String, Phrase) in
      let words =
        switch level {
        case .province: Phrase("省", "province")
        case .city: Phrase("市", "city")
        default: Phrase("县", "county")
        }
      return (level.rawValue, words)
    }
    guard let index = named.firstIndex(where: { $0.0 == level || $0.1.zh == level }) else {
      throw CommandValue.refusal(of: level, Phrase("级别", "level"), named)
    }
    let found = known[index]
    return max(found, next)
  }

  private func shape(_ compared: Compared, _ opened: Opened) -> JSONValue {
    let (indicator, divisions) = (compared.indicator, opened.catalogue.divisions)
    return .object([
      "indicator": .text(indicator.id), "year": .whole(compared.ranking.year),
      "level": .text(compared.level.rawValue), "name": .phrase(indicator.name),
      "unit": .text(indicator.unit.rawValue),
      "direction": JSONValue.text(indicator.direction?.rawValue).ifAny,
      "directionSource": indicator.directionSource.map(JSONValue.clause) ?? .null,
      "rows": .list(compared.rows) {
        .figure($0, divisions, opened.language, pools: compared.pools[$0.place])
      },
      "own": compared.own.map { .figure($0, divisions, opened.language) } ?? .absent,
      "total": .figure(
        compared.total, divisions, opened.language, own: compared.own?.reading),
      "sample": .sample(opened.isSample),
    ])
  }

  /// The places in their order, then the own level of the region, then the region itself.
  private func table(_ compared: Compared, _ opened: Opened) -> Table {
    let rows = compared.rows + (compared.own.map { [$0] } ?? []) + [compared.total]
    return .comparison(
      rows.map { .init(compared.indicator, compared.ranking.year, $0) }, of: compared.indicator,
      opened.catalogue.divisions, opened.language, isSample: opened.isSample)
  }
}
