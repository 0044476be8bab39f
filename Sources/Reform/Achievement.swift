import Foundation

/// A figure that a bulletin reports of a place (成效), as printed.
public struct Achievement: Hashable, Codable, Sendable, Identifiable {
  public enum Kind: String, Codable, Sendable {
    case result
    /// What is still to be reached.
    case goal
    /// A limit that something is counted from (65 岁以上).
    case threshold
  }

  /// Document and number: `ygxx-2020-11/1`.
  public var id: String
  public var place: Division.Code
  public var theme: String
  /// What was counted, in our own words.
  public var what: Phrase
  public var value: Decimal
  public var unit: String
  /// 多, 余, 以上: as printed beside the number.
  public var qualifier: String?
  public var kind: Kind
  /// Where in the bulletin it stands.
  public var section: String

  public init(
    id: String, place: Division.Code, theme: String, what: Phrase, value: Decimal, unit: String,
    qualifier: String? = nil, kind: Kind = .result, section: String = ""
  ) {
    (self.id, self.place, self.theme, self.what) = (id, place, theme, what)
    (self.value, self.unit, self.qualifier) = (value, unit, qualifier)
    (self.kind, self.section) = (kind, section)
  }

  public var document: Document.ID { String(id.prefix { $0 != "/" }) }

  /// The number as printed: 43多万人, 超过40%.
  public var printed: String {
    let before = ["超过", "第", "前", "最高", "近", "约"]
    guard let qualifier else { return "\(value)\(unit)" }
    if before.contains(qualifier) { return "\(qualifier)\(value)\(unit)" }
    // 43 多 is printed between the number and its unit; 以上 and 内 behind it.
    return ["多", "余"].contains(qualifier)
      ? "\(value)\(qualifier)\(unit)" : "\(value)\(unit)\(qualifier)"
  }
}
