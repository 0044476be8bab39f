import Intake
import Reform

/// The divisions of all China, province by province: read only where they are asked for.
public enum ChinaDivisions {
  /// A province with its cities and counties, or the whole country with all of them; empty for a code that
  /// is neither.
  ///
  /// That of the bundled documents comes from its own table, with the tile map and the residents.
  public static func divisions(of province: Division.Code) -> Divisions {
    guard province != BundledCatalogue.home else {
      return Divisions(BundledCatalogue.records("divisions.csv").map(Division.init))
    }
    guard province != Divisions.country else { return nation() }
    guard province.hasSuffix("0000") else { return Divisions([]) }
    return Divisions(rows(beginning: Array(province.utf8.prefix(2))))
  }

  /// The whole country as its ledgers have it: the country itself, then the provinces, cities and counties
  /// that the health system counts, without Taiwan, Hong Kong and Macao.
  static func nation() -> Divisions {
    let apart = ["71", "81", "82"]
    let rows = all().filter { row in !apart.contains { row.id.hasPrefix($0) } }
    return Divisions(
      [country]
        + rows.map { row in
          var row = row
          if row.level == .province { row.parent = country.id }
          return row
        })
  }

  /// The country itself, the first of its divisions.
  public static let country = Division(
    id: Divisions.country, parent: nil, level: .nation, name: "全国", short: "全国", english: "China",
    pinyin: "quanguo")

  /// Every province, by code.
  public static func provinces() -> [Division] {
    BundledCatalogue.provinces().all.compactMap { rows(beginning: Array("\($0.id),".utf8)).first }
  }

  /// Every division of the country, by code.
  public static func all() -> [Division] { rows(beginning: []) }

  /// The rows whose line begins with some bytes: the rest is passed over unread.
  private static func rows(beginning: [UInt8]) -> [Division] {
    guard let bytes = Resource.named("divisions-cn.csv")?.bytes else { return [] }
    guard !beginning.isEmpty else { return CSVReader(bytes).records().map(Division.init) }
    let feed = UInt8(ascii: "\n")
    let lines = bytes.split(separator: feed)
    guard let header = lines.first else { return [] }
    var kept = Array(header)
    for line in lines.dropFirst() where line.starts(with: beginning) {
      kept.append(feed)
      kept.append(contentsOf: line)
    }
    return CSVReader(kept).records().map(Division.init)
  }
}
