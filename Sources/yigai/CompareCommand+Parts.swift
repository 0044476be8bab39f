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

  /// Own + weight = total, and the totals add up to the change; a part across a break in the series
  /// moved nothing, and `mover` is the one that moved most of those that are comparable.
  var json: JSONValue {
    .object([
      "indicator": .text(indicator.id), "from": .whole(result.years.lowerBound),
      "to": .whole(result.years.upperBound), "region": .text(result.region),
      "unit": .text(indicator.unit.rawValue), "change": .number(result.change),
      "rows": .list(result.rows) { row in
        .object([
          "place": .text(row.place), "name": .text(name(of: row.place)),
          "before": JSONValue.number(row.before.value).ifAny,
          "after": JSONValue.number(row.after.value).ifAny, "own": .number(row.own),
          "weight": .number(row.weight), "total": .number(row.total),
          "flags": .texts(row.after.flags.keys), "breakInSeries": .truth(row.isBreak),
        ])
      },
      "breaks": .texts(result.breaks), "mover": JSONValue.text(result.mover?.place).ifAny,
      "sample": .sample(opened.isSample),
    ])
  }

  private func name(of place: Division.Code) -> String {
    opened.catalogue.divisions[place]?.name(in: opened.language) ?? place
  }
}
