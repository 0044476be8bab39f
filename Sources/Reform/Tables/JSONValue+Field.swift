import Foundation

/// What several reports say in JSON of the same thing of the field; the shapes are part of the
/// product.
extension JSONValue {
  public static func clause(_ source: ClauseReference) -> JSONValue {
    .object([
      "document": .text(source.document), "clause": .text(source.clause),
      "place": phrase(source.place),
    ])
  }

  /// The ranks of a county in the province, in its city and among places of like size.
  public static func pools(_ ranks: PoolRanks) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: PoolRanks.Pool.allCases.filter {
          // Only a ledger of the whole country has that rank.
          $0 != .nation || ranks[.nation] != nil
        }.map { pool in
          let rank = ranks[pool].map {
            JSONValue.object([
              "rank": .whole($0.rank), "ranked": .whole($0.ranked), "before": .whole($0.before),
              "position": .whole($0.position),
            ])
          }
          return (pool.rawValue, rank ?? .null)
        }))
  }

  public static func counts(_ counts: StatusCounts) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: Status.allCases.map { ($0.rawValue, whole(counts[$0])) }))
  }

  public static func lights(_ lights: SignalCounts) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: Signal.allCases.map { ($0.rawValue, whole(lights[$0])) }))
  }

  /// 办结率 in whole percent, with what it is a share of.
  public static func rate(_ rate: FinishedRate) -> JSONValue {
    .object([
      "finished": whole(rate.finished), "total": whole(rate.total), "percent": whole(rate.percent),
      "base": .text(rate.base.rawValue), "baseName": phrase(rate.base.words),
    ])
  }

  /// A part of a sum with its numbers.
  public static func part(_ reading: Reading, _ name: String?) -> JSONValue {
    .object([
      "place": .text(reading.place), "name": .text(name ?? reading.place),
      "numerator": .number(reading.numerator), "denominator": .number(reading.denominator),
      "value": .number(reading.value?.rounded(10)),
    ])
  }

  /// What the parts of a place come to.
  public static func sum(_ sum: Reading.Sum) -> JSONValue {
    .object([
      "numerator": .number(sum.numerator), "denominator": .number(sum.denominator),
      "value": .number(sum.value?.rounded(10)), "missing": .texts(sum.missing),
    ])
  }

  /// A finding with its place, and where asked for the words that it was found in.
  public static func finding(_ finding: Finding, withWords: Bool = false) -> JSONValue {
    .object([
      "check": .text(finding.check), "gravity": .text(finding.severity.rawValue),
      "file": .text(finding.source.file), "sheet": .text(finding.source.sheet),
      "row": .whole(finding.source.line), "column": .whole(finding.source.column),
      "cell": .text(finding.source.cell), "message": .phrase(finding.message),
      "words": withWords ? .text(finding.words) : .absent,
    ])
  }
}
