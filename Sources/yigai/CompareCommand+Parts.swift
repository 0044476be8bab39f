import ArgumentParser
import Foundation
import Reform

/// Who moved the whole: `yigai compare INDICATOR --year Y --parts`.
struct MovedParts {
  let indicator: Indicator
  let result: Decomposition
  let opened: Opened

  /// Splits the change up to a year; the year before is the first one unless another is named.
  init(
    _ indicator: Indicator, since: Int?, _ year: Int, _ report: IndicatorReport, _ opened: Opened
  )
    throws
  {
    let first = since ?? year - 1
    guard first < year else {
      throw Fault(
        "--since 要早于 --year：\(first) 不早于 \(year)。",
        "--since must be before --year: \(first), \(year).",
        exitCode: 2)
    }
    let scope = opened.catalogue.divisions[opened.scope]
    let result = Decomposition(report, indicator, in: opened.scope, from: first, to: year)
    guard let result, result.missing.isEmpty else {
      let missing = result?.missing.compactMap { opened.catalogue.divisions[$0] } ?? []
      let (zh, en) = (missing.map(\.name), missing.map(\.english))
      throw Fault(
        "\(scope?.name ?? "") \(first)–\(year) 年的数据不全，不能拆分"
          + (zh.isEmpty ? "。" : "：缺\(zh.prefix(12).joined(separator: "、"))。"),
        "The figures of \(scope?.english ?? "") for \(first)–\(year) are not complete, so nothing is "
          + "split" + (en.isEmpty ? "." : ": \(en.prefix(12).joined(separator: ", ")) missing."))
    }
    (self.indicator, self.result, self.opened) = (indicator, result, opened)
  }

  var table: Table {
    .movers(
      result, indicator, opened.catalogue.divisions, opened.language, isSample: opened.isSample)
  }

  func shape() -> MovedShape {
    MovedShape(
      indicator: indicator.id, from: result.years.lowerBound, to: result.years.upperBound,
      region: result.region, unit: indicator.unit.rawValue, change: result.change,
      rows: result.rows.map { row in
        MovedShape.Row(
          place: row.place, name: name(of: row.place), before: row.before.value,
          after: row.after.value, own: row.own, weight: row.weight, total: row.total,
          flags: row.after.flags.keys, breakInSeries: row.isBreak)
      }, breaks: result.breaks, mover: result.mover?.place, sample: opened.isSample ? true : nil)
  }

  private func name(of place: Division.Code) -> String {
    opened.catalogue.divisions[place]?.name(in: opened.language) ?? place
  }
}

/// `yigai compare --parts --json`: own + weight = total, and the totals add up to the change.
struct MovedShape: Encodable {
  struct Row: Encodable {
    var place: String
    var name: String
    var before: Decimal?
    var after: Decimal?
    var own: Decimal
    var weight: Decimal
    var total: Decimal
    var flags: [String]
    /// Whether the series breaks between the years: then it moved nothing.
    var breakInSeries: Bool
  }

  var indicator: String
  var from: Int
  var to: Int
  var region: String
  var unit: String
  var change: Decimal
  var rows: [Row]
  var breaks: [String]
  /// The part that moved most of those that are comparable.
  var mover: String?
  var sample: Bool?
}
