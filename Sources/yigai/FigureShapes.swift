import Foundation
import Reform

extension JSONValue {
  /// A figure as the commands on figures give it; the shape is part of the product.
  ///
  /// `gap` is in the unit of the numerator, 0 where the target is met; `target` and `gapValue` are
  /// in that of the indicator. `position` is which one it is in the order, highest first where no
  /// direction is known. `sum` is what the parts come to, beside a figure that was entered.
  static func figure(
    _ row: Ranking.Row, _ divisions: Divisions, _ language: Language, pools: PoolRanks? = nil,
    own: Reading? = nil
  ) -> JSONValue {
    let (reading, gap) = (row.reading, row.gap)
    let basis: String? =
      switch reading?.basis {
      case .entered: "entered"
      case .summed: "summed"
      case nil: nil
      }
    let holds = gap?.numerator != nil && gap?.holdsDenominator == true
    return .object([
      "place": .text(row.place),
      "name": .text(divisions[row.place]?.name(in: language) ?? row.place),
      "numerator": .number(reading?.numerator), "denominator": .number(reading?.denominator),
      "value": .number(reading?.value), "basis": .text(basis),
      "complete": .truth(reading?.isComplete ?? false), "missing": .texts(reading?.missing ?? []),
      "flags": .texts(reading?.flags.keys ?? []), "rank": .whole(row.rank),
      "rankBefore": .whole(row.rankBefore), "position": .whole(row.position),
      "apart": .text(row.apart?.rawValue), "change": .number(row.change),
      "changeAcrossBreak": .number(row.changeAcrossBreak), "breakInSeries": .truth(row.isBreak),
      "target": .number(row.target?.value), "targetOp": .text(row.target?.op.rawValue),
      "targetYear": .whole(row.target?.year),
      "targetSource": .text(row.target.map { TargetSource.key($0) }),
      "gap": .number(gap?.numerator), "gapValue": .number(gap?.value),
      "gapAssumes": .text(holds ? "constant-denominator" : nil), "pace": .number(gap?.pace),
      "paceYears": .whole(gap?.paceYears), "pools": pools.map(JSONValue.pools) ?? .absent,
      "ownLevel": own.map { .part($0, divisions[$0.place]?.name(in: language)) } ?? .absent,
      "sum": reading?.sum.map(JSONValue.sum) ?? .absent,
    ])
  }

  /// What every report on figures says where it is made up, and leaves out elsewhere.
  static func sample(_ isSample: Bool) -> JSONValue { isSample ? .truth(true) : .absent }
}

/// Where a target comes from, in a word: a clause, the office, or made up.
enum TargetSource {
  static func key(_ target: Target) -> String {
    switch target.origin {
    case .document(let clause): clause.key
    case .ledger(_, _, _, let isMadeUp): isMadeUp ? "made-up" : "ledger"
    }
  }
}
