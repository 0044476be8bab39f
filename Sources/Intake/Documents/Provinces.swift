import Reform

/// The provinces of the country, to tell from which of them a document is.
public struct Provinces: Sendable {
  public struct Province: Hashable, Sendable {
    public var id: Division.Code
    public var name: String
    public var short: String
    /// The signs that the numbers of its documents begin with (粤), where no place of another
    /// province has the same.
    public var signs: [String]

    public init(id: Division.Code, name: String, short: String, signs: [String]) {
      (self.id, self.name, self.short, self.signs) = (id, name, short, signs)
    }
  }

  public let all: [Province]

  /// Reads `code,name,short,signs`, signs separated by `|`.
  public init(_ records: [CSVReader.Record]) {
    all = records.map {
      Province(
        id: $0["code"], name: $0["name"], short: $0["short"],
        signs: $0["signs"].split(separator: "|").map(String.init))
    }
  }

  /// The province that a document's head says it comes from; nil where it says none.
  ///
  /// The issuer goes before the title, and the number says it only where neither names a place
  /// of its own: signs are also those of cities and counties.
  public func origin(of head: DocumentHead) -> Province? {
    let words = [head.issuer, head.title, head.plan].compactMap { $0 }
    for text in words {
      if let found = all.first(where: { text.hasPrefix($0.name) || text.hasPrefix($0.short) }) {
        return found
      }
    }
    guard head.region == nil, !words.contains(where: Self.namesPlace), let number = head.number
    else { return nil }
    return all.first { $0.signs.contains { number.hasPrefix($0) } }
  }

  /// Whether words begin with the name of some place, known or not (某市人民政府, 云川省财政厅).
  private static func namesPlace(_ text: String) -> Bool {
    text.prefix(8).contains { "省市县区州盟旗".contains($0) }
  }
}
