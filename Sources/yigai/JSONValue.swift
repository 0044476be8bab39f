import Foundation
import Reform

/// A value of JSON; what is not there is null rather than left out.
enum JSONValue: Encodable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case number(Decimal)
  case whole(Int64)
  case truth(Bool)
  case null

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .object(let fields): try value.encode(fields)
    case .array(let items): try value.encode(items)
    case .text(let text): try value.encode(text)
    case .number(let number): try value.encode(number)
    case .whole(let number): try value.encode(number)
    case .truth(let truth): try value.encode(truth)
    case .null: try value.encodeNil()
    }
  }

  static func text(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
  static func number(_ number: Decimal?) -> JSONValue { number.map { .number($0) } ?? .null }
  static func whole(_ number: Int?) -> JSONValue { number.map { .whole(Int64($0)) } ?? .null }
  static func fen(_ fen: Fen?) -> JSONValue { fen.map { .whole($0.count) } ?? .null }
  static func day(_ day: Day?) -> JSONValue { text(day?.description) }

  static func list<Items: Sequence>(
    _ items: Items, _ value: (Items.Element) -> JSONValue
  ) -> JSONValue {
    .array(items.map(value))
  }

  static func phrase(_ phrase: Phrase) -> JSONValue {
    .object(["zh": .text(phrase.zh), "en": .text(phrase.en)])
  }

  static func clause(_ source: ClauseReference) -> JSONValue {
    .object([
      "document": .text(source.document), "clause": .text(source.clause),
      "place": phrase(source.place),
    ])
  }

  /// The ranks of a county in the province, in its city and among places of like size.
  static func pools(_ ranks: PoolRanks) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: PoolRanks.Pool.allCases.map { pool in
          let rank = ranks[pool].map {
            JSONValue.object([
              "rank": .whole($0.rank), "ranked": .whole($0.ranked), "before": .whole($0.before),
              "position": .whole($0.position),
            ])
          }
          return (pool.rawValue, rank ?? .null)
        }))
  }

  static func counts(_ counts: StatusCounts) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: Status.allCases.map { ($0.rawValue, whole(counts[$0])) }))
  }

  /// 办结率 in whole percent, with what it is a share of.
  static func rate(_ rate: FinishedRate) -> JSONValue {
    .object([
      "finished": whole(rate.finished), "total": whole(rate.total), "percent": whole(rate.percent),
      "base": .text(rate.base.rawValue), "baseName": phrase(rate.base.words),
    ])
  }

  static func lights(_ lights: SignalCounts) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: Signal.allCases.map { ($0.rawValue, whole(lights[$0])) }))
  }
}
