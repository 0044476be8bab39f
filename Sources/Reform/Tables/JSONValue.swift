import Foundation

/// A value of JSON; what is not there is null rather than left out.
public enum JSONValue: Hashable, Sendable, Encodable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case number(Decimal)
  case whole(Int64)
  case truth(Bool)
  case null
  /// As a field of an object: the object has no such field.
  case absent

  public func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .object(let fields): try value.encode(fields.filter { $0.value != .absent })
    case .array(let items): try value.encode(items)
    case .text(let text): try value.encode(text)
    case .number(let number): try value.encode(number)
    case .whole(let number): try value.encode(number)
    case .truth(let truth): try value.encode(truth)
    case .null, .absent: try value.encodeNil()
    }
  }

  /// The same as a field that an object has only where it is something.
  public var ifAny: JSONValue { self == .null ? .absent : self }

  public static func text(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
  public static func number(_ number: Decimal?) -> JSONValue { number.map { .number($0) } ?? .null }
  public static func whole(_ number: Int?) -> JSONValue {
    number.map { .whole(Int64($0)) } ?? .null
  }
  public static func truth(_ truth: Bool?) -> JSONValue { truth.map { .truth($0) } ?? .null }
  /// Fen as a whole number.
  public static func fen(_ fen: Fen?) -> JSONValue { fen.map { .whole($0.count) } ?? .null }
  public static func day(_ day: Day?) -> JSONValue { text(day?.description) }

  public static func list<Items: Sequence>(
    _ items: Items, _ value: (Items.Element) -> JSONValue
  ) -> JSONValue {
    .array(items.map(value))
  }

  public static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .text($0) }) }

  public static func phrase(_ phrase: Phrase) -> JSONValue {
    .object(["zh": .text(phrase.zh), "en": .text(phrase.en)])
  }
}
