import Foundation

extension Act {
  /// The act as one canonical text: JSON with keys in order, so that equal acts are equal texts.
  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Reads what `text` writes; throws for anything else.
  public init(text: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
  }
}

extension Change: Codable {
  private enum Key: String, CodingKey {
    case line, status, note, evidence, due, until, seen, dueSeen, untilSeen, day
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      try values.decode(Line.self, forKey: .line),
      status: try values.decodeIfPresent(Status.self, forKey: .status),
      note: try values.decodeIfPresent(String.self, forKey: .note),
      evidence: try values.decodeIfPresent(String.self, forKey: .evidence),
      due: try Self.due(.due, values),
      until: try Self.due(.until, values),
      seen: try values.decodeIfPresent(Entry.ID.self, forKey: .seen),
      dueSeen: try Self.due(.dueSeen, values),
      untilSeen: try Self.due(.untilSeen, values),
      day: try Self.due(.day, values) ?? nil)
  }

  /// An empty text takes the day away, where no text leaves it as it is.
  private static func due(_ key: Key, _ values: KeyedDecodingContainer<Key>) throws -> Day?? {
    guard let text = try values.decodeIfPresent(String.self, forKey: key) else { return nil }
    if text.isEmpty { return .some(nil) }
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: values, debugDescription: "not a day: \(text)")
    }
    return day
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(line, forKey: .line)
    try values.encodeIfPresent(status, forKey: .status)
    try values.encodeIfPresent(note, forKey: .note)
    try values.encodeIfPresent(evidence, forKey: .evidence)
    try values.encodeIfPresent(due.map { $0?.description ?? "" }, forKey: .due)
    try values.encodeIfPresent(until.map { $0?.description ?? "" }, forKey: .until)
    try values.encodeIfPresent(seen, forKey: .seen)
    try values.encodeIfPresent(dueSeen.map { $0?.description ?? "" }, forKey: .dueSeen)
    try values.encodeIfPresent(untilSeen.map { $0?.description ?? "" }, forKey: .untilSeen)
    try values.encodeIfPresent(day?.description, forKey: .day)
  }
}
