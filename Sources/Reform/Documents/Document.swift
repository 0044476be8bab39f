/// A policy document (政策文件).
public struct Document: Hashable, Codable, Sendable, Identifiable {
  /// What a document is: one that sets tasks, a bulletin that reports results, or a meeting whose
  /// resolutions (议定事项) are tasks, or what the office has set for itself (自立任务).
  public enum Kind: String, Codable, Sendable { case policy, bulletin, meeting, own }

  /// Short key, part of every task's id (`jyg-2019-1`).
  public var id: String
  /// The number as printed (文号), 晋医改组发〔2019〕1号.
  public var number: String
  public var title: Phrase
  /// Short name for narrow columns.
  public var short: Phrase
  public var issuer: String
  /// The day of the signature (印发日期).
  public var issued: Day
  /// Code of the division that it binds.
  public var region: Division.Code
  public var kind: Kind
  /// True where the stored text breaks off.
  public var isTruncated: Bool

  enum CodingKeys: String, CodingKey {
    case id, number, title, short, issuer, issued, region, kind
    case isTruncated = "truncated"
  }

  public init(
    id: String, number: String, title: Phrase, short: Phrase, issuer: String, issued: Day,
    region: Division.Code, kind: Kind = .policy, isTruncated: Bool = false
  ) {
    (self.id, self.number, self.title, self.short) = (id, number, title, short)
    (self.issuer, self.issued, self.region) = (issuer, issued, region)
    (self.kind, self.isTruncated) = (kind, isTruncated)
  }
}

/// A place in a document that sets work (条款): a numbered leaf clause, an annex row, a section.
public struct Clause: Hashable, Codable, Sendable {
  /// Path within the document: `9`, `2.1.1`, `annex-9`, `3-plan`.
  public var path: String
  /// Where it stands, as printed: 一（四）9, 附件第9行.
  public var place: Phrase
  /// Heading of the section it stands in, in our own words where the document's is long.
  public var section: Phrase
  /// True where the stored text breaks off in it.
  public var isTruncated: Bool

  enum CodingKeys: String, CodingKey {
    case path, place, section
    case isTruncated = "truncated"
  }

  public init(path: String, place: Phrase, section: Phrase, isTruncated: Bool = false) {
    (self.path, self.section, self.isTruncated) = (path, section, isTruncated)
    self.place = Phrase(Self.number(place.zh), place.en)
  }

  /// Numbering as printed (一、（二）9.) without what only parts it from the words behind: 一（二）9.
  public static func number(_ printed: String) -> String {
    var number = printed.replacing("、", with: "")
    while let last = number.last, ".．：: ".contains(last) { number.removeLast() }
    return number.replacing(".（", with: "（").replacing("．（", with: "（")
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    path = try values.decode(String.self, forKey: .path)
    place = try values.decode(Phrase.self, forKey: .place)
    section = try values.decode(Phrase.self, forKey: .section)
    isTruncated = try values.decodeIfPresent(Bool.self, forKey: .isTruncated) ?? false
  }
}
