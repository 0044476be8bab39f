import Bundle
import Files
import Foundation
import Intake
import LedgerStore
import Reform

/// Of which province a ledger is: kept in it, and asked whenever it is opened.
public enum LedgerProvince {
  /// The remark by which a ledger says of which province it is.
  public static let remark = "province"

  /// The province of a ledger; ledgers from before there were others are of that of the documents
  /// that come with the program.
  public static func of(_ ledger: Ledger) throws -> Division.Code {
    let code = try ledger.remark(remark) ?? BundledCatalogue.home
    guard
      code == Divisions.country
        || BundledCatalogue.provinces().all.contains(where: { $0.id == code })
    else {
      throw Fault(
        "这本台账是 \(code) 的，本程序没有这个省份；请升级程序。",
        "This ledger is of \(code), a province that this program does not know; please upgrade it.")
    }
    return code
  }

  /// A ledger's own catalogue; what comes with the program for its province is filed first where the
  /// ledger has none or an older one.
  public static func catalogue(of ledger: Ledger) throws -> Catalogue {
    let province = try of(ledger)
    let revision = BundledCatalogue.revision()
    if ledger.access == .readWrite, try ledger.remark("catalogue") != revision {
      try ledger.file(BundledCatalogue.whole(of: province), revision: revision)
    }
    return try ledger.catalogue(over: BundledCatalogue.tables(of: province))
  }

  /// Makes a ledger of a province where there is none; throws where something is there already.
  public static func make(at path: String, of province: Division.Code) throws {
    let isMade = try Ledger.make(at: path) { ledger in
      try ledger.setRemark(remark, province)
      try ledger.file(BundledCatalogue.whole(of: province), revision: BundledCatalogue.revision())
    }
    guard isMade else { throw taken(path) }
  }

  /// Throws where something is at a path already: nothing is written over.
  public static func refuseTaken(_ path: String) throws {
    guard let file = FileIdentity(at: path) else {
      guard FileIdentity.isLink(path) else { return }
      throw Fault(
        "\(path) 是一个链接，它指向的文件不在（磁盘没有接上？），没有新建；请接上磁盘，或换一个文件名。",
        "\(path) is a link to a file that is not there (a disk that is not mounted?), and no ledger was made; "
          + "mount the disk, or choose another name.", exitCode: 2)
    }
    guard !file.isFolder else {
      throw Fault(
        "\(path) 是文件夹，没有新建；请写台账文件的名字，如 \(path)/台账.sqlite。",
        "\(path) is a folder and no ledger was made; name a file, such as \(path)/ledger.sqlite.",
        exitCode: 2)
    }
    guard file.isOrdinary, file.size > 0 else {
      let what =
        file.isOrdinary
        ? Phrase("是空文件", "is an empty file")
        : Phrase("是管道或设备", "is a pipe or a device")
      throw Fault(
        "\(path) \(what.zh)，没有新建；请换一个文件名，空文件没有用就先删去。",
        "\(path) \(what.en) and no ledger was made; choose another name, or remove an empty file first where "
          + "nobody needs it.", exitCode: 2)
    }
    throw taken(path)
  }

  private static func taken(_ path: String) -> Fault {
    Fault(
      "\(path) 已经存在，没有新建；请换一个文件名，或用 yigai --ledger 打开它。",
      "\(path) is there already and no ledger was made; choose another name, or open it with "
        + "yigai --ledger.", exitCode: 2)
  }

  /// How many cities and counties a province has; empty where none are known.
  public static func parts(of divisions: Divisions) -> Phrase {
    let provinces = divisions.all.count { $0.level == .province && $0.parent != nil }
    let cities = divisions.all.filter { $0.level == .city }
    let counties = divisions.all.filter { $0.level == .county }
    func has(_ kind: String, _ places: [Division]) -> Bool {
      places.contains { $0.name.hasSuffix(kind) }
    }
    let others = ["州", "盟", "地区"].filter { has($0, cities) }
    let kind = others.isEmpty ? "市" : "市（\(others.joined(separator: "、"))）"
    let part =
      !has("县", counties) && !has("市", counties) && !has("旗", counties)
      ? "区" : cities.isEmpty ? "区县" : has("旗", counties) ? "旗县（市、区）" : "县（市、区）"
    let zh = [
      provinces == 0 ? "" : "\(provinces) 个省（自治区、直辖市）",
      cities.isEmpty ? "" : "\(cities.count) 个\(kind)",
      counties.isEmpty ? "" : "\(counties.count) 个\(part)",
    ]
    let en = [
      provinces == 0 ? "" : Plural("province").of(provinces),
      cities.isEmpty ? "" : Plural("city", "cities").of(cities.count),
      counties.isEmpty
        ? ""
        : part == "区"
          ? Plural("district").of(counties.count)
          : Plural("county", "counties").of(counties.count),
    ]
    return Phrase(
      zh.filter { !$0.isEmpty }.joined(separator: "、"),
      en.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  // MARK: Names

  /// The province of a name, short or whole, in Chinese or English, or of a code; of 全国 the whole
  /// country.
  ///
  /// Throws what is nearest where there is none.
  public static func find(_ name: String) throws(Fault) -> Division {
    let provinces = ChinaDivisions.provinces()
    let lower = name.lowercased()
    guard !["全国", "中国", "china", "nation", Divisions.country].contains(lower) else {
      return ChinaDivisions.country
    }
    let found =
      provinces.first { $0.id == name || $0.name == name || $0.short == name }
      ?? provinces.first { $0.english.lowercased() == lower || $0.pinyin == lower }
    if let found { return found }
    if let fault = within(name, provinces) { throw fault }
    throw unknown(name, provinces)
  }

  /// Says of a city or a county in which province it lies; nil where no place is called so.
  private static func within(_ name: String, _ provinces: [Division]) -> Fault? {
    let lower = name.lowercased()
    let places = ChinaDivisions.all().filter { place in
      place.level != .province
        && (place.id == name || place.name == name || place.short == name
          || place.english.lowercased() == lower)
    }
    let whole = provinces.filter { province in
      places.contains { $0.id.prefix(2) == province.id.prefix(2) }
    }
    guard !whole.isEmpty else { return nil }
    return Fault(
      "“\(name)”不是省份，在\(whole.map(\.name).joined(separator: "、"))；台账按省建："
        + "--province \(whole[0].short)。",
      "“\(name)” is no province; it lies in \(whole.map(\.english).joined(separator: ", ")). Ledgers "
        + "are made by province: --province “\(whole[0].english)”.", exitCode: 2)
  }

  private static func unknown(_ name: String, _ provinces: [Division]) -> Fault {
    let lower = name.lowercased()
    let far = provinces.map { province in
      let names = [province.short, province.name, province.english.lowercased(), province.pinyin]
      return (province, names.map { NameKey.distance(lower, $0) }.min() ?? .max)
    }
    let limit = max(1, lower.count / 2)
    let least = far.map(\.1).min() ?? 0
    let near = far.filter { $0.1 == least && least <= limit }.map(\.0)
    let listed = near.isEmpty ? provinces : near
    return Fault(
      "没有省份“\(name)”；\(near.isEmpty ? "有" : "相近的有")"
        + "\(listed.map(\.short).joined(separator: "、"))。",
      "There is no province “\(name)”; \(near.isEmpty ? "there are" : "near it are") "
        + "\(listed.map(\.english).joined(separator: ", ")).", exitCode: 2)
  }
}
