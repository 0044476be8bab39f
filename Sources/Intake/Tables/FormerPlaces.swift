import Reform

/// A county that is no more (旧县名), and what became of it.
struct FormerPlace: Hashable, Sendable {
  enum Fate: String, Sendable {
    /// One county has all of it and nothing else: only name and code are new.
    case renamed
    /// One county has all of it, and more.
    case merged
    /// Several counties have a part of it each.
    case divided
  }

  var name: String
  /// The last code; nil where it is not in the table.
  var code: Division.Code?
  /// The city of today in which it lay.
  var city: Division.Code
  /// The year in which the change was approved.
  var until: Int
  var became: [Division.Code]
  var fate: Fate

  /// Those of the province since about 1990, from `former-places.csv`.
  static func all() -> [FormerPlace] {
    let records = Resource.named("former-places.csv").map { CSVReader($0.bytes).records() } ?? []
    return records.compactMap { record in
      guard let until = Int(record["until"]), let fate = Fate(rawValue: record["how"]) else {
        return nil
      }
      return FormerPlace(
        name: record["name"], code: record["code"].isEmpty ? nil : record["code"],
        city: record["city"], until: until,
        became: record["became"].split(separator: "|").map(String.init), fate: fate)
    }
  }
}
