import Foundation
import GRDB
import Reform

/// What an act has entered, with names instead of numbers of one file: what travels.
struct ActBody: Hashable, Codable {
  /// A value of a row; what is null is left out.
  enum Value: Hashable, Codable {
    case number(Int64)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int64.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }
  }

  typealias Fields = [String: Value]

  /// The act that an answer answers: origin and number.
  struct Answered: Hashable, Codable {
    var name: ActName

    init(_ name: ActName) { self.name = name }

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      name = ActName(try container.decode(String.self), try container.decode(Int.self))
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(name.origin)
      try container.encode(name.number)
    }
  }

  var kind: String
  var about: String
  var who: String
  var day: Int
  var at: String
  var meeting: String?
  var answers: Answered?
  var rows: [String: [Fields]]
  /// The clauses of a document that is filed, word for word.
  var texts: [Filing.Text]?
  /// Which of what is filed are facts of a bulletin and no tasks.
  var facts: [ReformTask.ID]?

  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Reads what `text` writes; throws for anything else.
  init(text: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
  }

  init(
    kind: String, about: String, who: String, day: Int, at: String, meeting: String?,
    answers: ActName?, rows: [String: [Fields]]
  ) {
    (self.kind, self.about, self.who, self.day, self.at) = (kind, about, who, day, at)
    (self.meeting, self.answers, self.rows) = (meeting, answers.map(Answered.init), rows)
  }

  subscript(_ table: ActTable) -> [Fields] { rows[table.name] ?? [] }

  /// Whether this program knows all that stands in it.
  var isKnown: Bool {
    guard let about = Act.About(rawValue: about), ActKind(rawValue: kind) != nil else {
      return false
    }
    let tables = ActTable.tables(about)
    return rows.allSatisfy { name, rows in
      guard let table = tables.first(where: { $0.name == name }) else { return false }
      return rows.allSatisfy { fields in
        // As many as the columns of the table that are there: there is no other.
        fields.count == table.columns.count { fields[$0.name] != nil }
      }
    }
  }

  /// The places that it enters for.
  var places: Set<Int64> {
    var found: Set<Int64> = []
    for rows in rows.values {
      for row in rows {
        for key in ["place", "region"] {
          if case .number(let place)? = row[key] { found.insert(place) }
        }
      }
    }
    return found
  }
}

extension ActBody.Fields {
  func text(_ key: String) -> String? {
    if case .text(let text)? = self[key] { text } else { nil }
  }

  func number(_ key: String) -> Int? {
    if case .number(let number)? = self[key] { Int(number) } else { nil }
  }
}
