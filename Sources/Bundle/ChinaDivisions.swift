import Intake
import Reform

/// The divisions of all China, province by province: read only where they are asked for.
public enum ChinaDivisions {
  /// A province with its cities and counties; empty for a code that is no province.
  ///
  /// That of the bundled documents comes from its own table, with the tile map and the residents.
  public static func divisions(of province: Division.Code) -> Divisions {
    guard province != BundledCatalogue.home else {
      return Divisions(BundledCatalogue.records("divisions.csv").map(Division.init))
    }
    guard province.hasSuffix("0000") else { return Divisions([]) }
    return Divisions(rows(beginning: Array(province.utf8.prefix(2))))
  }

  /// Every province, by code.
  public static func provinces() -> [Division] {
    BundledCatalogue.provinces().all.compactMap { rows(beginning: Array("\($0.id),".utf8)).first }
  }

  /// Every division of the country, by code.
  public static func all() -> [Division] { rows(beginning: []) }

  /// The rows whose line begins with some bytes: the rest is passed over unread.
  private static func rows(beginning: [UInt8]) -> [Division] {
    guard let bytes = Resource.named("divisions-cn.csv")?.bytes else { return [] }
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

extension Division {
  /// What the words of a document call the level of a province: 省, 市 or 自治区.
  public var ruling: String {
    if name.hasSuffix("自治区") { return "自治区" }
    return name.hasSuffix("市") ? "市" : "省"
  }
}
