import Foundation
import Reform

/// Finds the division that a name in a table means, and the nearest one where it means none.
struct PlaceFinder {
  enum Found: Hashable {
    case place(Division)
    /// Several divisions are called so, and nothing says which.
    case several([Division])
    /// None; the nearest name where there is one.
    case unknown(nearest: Division?)
  }

  let divisions: Divisions
  private let byName: [String: [Division]]

  init(_ divisions: Divisions) {
    self.divisions = divisions
    var byName: [String: [Division]] = [:]
    for division in divisions.all {
      let names = [division.name, division.short, division.english, division.pinyin]
      for name in Set(names.map(NameKey.folded)) { byName[name, default: []].append(division) }
      byName[division.id, default: []].append(division)
    }
    self.byName = byName
  }

  private static let tails = [
    "县级医疗集团", "医疗集团", "卫生健康和体育局", "卫生健康局", "卫健体局", "卫生健康委", "卫健局", "卫健委", "医疗保障局", "医保局", "医改办",
    "本级",
    "人民政府", "人民医院",
  ]

  /// The division of a name, a city's where it says in which city it lies.
  func find(_ text: String, in city: Division.Code?) -> Found {
    let name = NameKey.folded(text)
    if let found = exact(name, in: city) { return found }
    for tail in Self.tails where name.hasSuffix(tail) && !name.hasSuffix("本级") {
      if let found = exact(String(name.dropLast(tail.count)), in: city) { return found }
    }
    return .unknown(nearest: nearest(name, in: city))
  }

  private func exact(_ name: String, in city: Division.Code?) -> Found? {
    if let code = Self.code(name), let division = divisions[code] { return .place(division) }
    if let found = named(name, in: city) { return found }
    // 山西省太原市小店区: what stands in front says where it lies.
    var (rest, region) = (name, city)
    for division in divisions.all where division.level < .county {
      for head in [division.name, division.short] where rest.hasPrefix(head) && rest != head {
        let tail = String(rest.dropFirst(head.count))
        guard named(tail, in: division.id) != nil || divisions.province == division.id else {
          continue
        }
        (rest, region) = (tail, division.level == .city ? division.id : region)
        break
      }
    }
    return rest == name ? nil : named(rest, in: region)
  }

  private func named(_ name: String, in city: Division.Code?) -> Found? {
    guard let all = byName[name], !all.isEmpty else { return nil }
    if all.count == 1 { return .place(all[0]) }
    if let city {
      let near = all.filter { $0.id == city || $0.parent == city }
      if near.count == 1 { return .place(near[0]) }
    }
    let official = all.filter { NameKey.folded($0.name) == name }
    if official.count == 1 { return .place(official[0]) }
    return .several(all)
  }

  /// A code of six digits, or the first six of twelve.
  static func code(_ name: String) -> String? {
    guard [6, 9, 12].contains(name.utf8.count), name.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return String(name.prefix(6))
  }

  private func nearest(_ name: String, in city: Division.Code?) -> Division? {
    let stem = Self.stem(name)
    guard !stem.isEmpty, stem.unicodeScalars.count <= 12 else { return nil }
    var best: (division: Division, distance: Int)?
    for division in divisions.all {
      var distance =
        2
        * min(
          NameKey.distance(stem, division.short), NameKey.distance(name, division.name))
      if let city, division.id != city, division.parent != city { distance += 1 }
      if best.map({ distance < $0.distance }) ?? true { best = (division, distance) }
    }
    guard let best, best.distance <= (stem.unicodeScalars.count > 3 ? 5 : 3) else { return nil }
    return best.division
  }

  private static func stem(_ name: String) -> String {
    guard let last = name.last, "省市区县".contains(last), name.count > 2 else { return name }
    return String(name.dropLast())
  }

  /// The divisions that a title names in full, the widest first.
  func mentioned(in text: String) -> [Division] {
    let name = NameKey.folded(text)
    return divisions.all.filter { $0.name.count > 2 && name.contains($0.name) }
      .sorted { $0.level < $1.level }
  }

  /// Another province that a title names.
  func otherProvince(in text: String) -> String? {
    let name = NameKey.folded(text)
    return Self.provinces.first { province in
      name.contains(province) && !(divisions.all.first?.name.hasPrefix(province) ?? false)
    }
  }

  private static let provinces = [
    "北京市", "天津市", "河北省", "山西省", "内蒙古自治区", "辽宁省", "吉林省", "黑龙江省", "上海市", "江苏省", "浙江省", "安徽省", "福建省",
    "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "广西壮族自治区", "海南省", "重庆市", "四川省", "贵州省", "云南省", "西藏自治区",
    "陕西省", "甘肃省", "青海省", "宁夏回族自治区", "新疆维吾尔自治区",
  ]
}

extension Divisions {
  /// The first division of all.
  var province: Division.Code? { all.first?.id }
}
