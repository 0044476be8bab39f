import Foundation
import Reform

/// Places that titles name.
extension PlaceFinder {
  /// The divisions that a title names in full, the widest first; a hospital's name names none, and
  /// what stands behind a city's name (长治市城区, 长治市本级) goes before the city.
  func mentioned(in text: String) -> [Division] {
    let name = NameKey.folded(text)
    return divisions.all.filter { $0.name.count > 2 }
      .compactMap { mention($0, in: name) }
      .sorted { $0.level < $1.level }
  }

  private func mention(_ division: Division, in name: String) -> Division? {
    var start = name.startIndex
    while let range = name.range(of: division.name, range: start..<name.endIndex) {
      start = range.upperBound
      let behind = name[range.upperBound...]
      if Self.isOfInstitution(behind) { continue }
      guard division.level == .city else { return division }
      if let own = ownMention(of: division, behind) { return own }
      if isPartOf(division, behind) { continue }
      return division
    }
    return nil
  }

  /// Whether a title goes on with the rest of a hospital's name (襄垣县人民医院2024年…).
  private static func isOfInstitution(_ behind: Substring) -> Bool {
    let words = behind.prefix { !"0123456789()、,:;。 ".contains($0) }
    return institutions.contains { words.prefix(14).contains($0) && !words.hasPrefix("公立医院") }
      && !general.contains { words.hasPrefix($0) }
  }

  private static let institutions = [
    "人民医院", "中医院", "中医医院", "妇幼保健院", "妇幼保健", "妇幼医院", "妇幼院", "附属医院", "和平医院", "传染病医院", "精神病医院", "中心医院",
    "卫生院",
    "第一医院", "第二医院", "第三医院", "口腔医院", "儿童医院", "肿瘤医院", "骨科医院", "眼科医院", "康复医院", "总医院",
  ]
  /// Words of whole kinds of hospitals, behind which a table goes by place.
  private static let general = [
    "各", "县级", "二级", "三级", "公立", "所有", "全部", "县(", "县域", "辖区", "区域", "全市",
  ]

  /// 长治市本级, 长治市市直: the own level of a city.
  private func ownMention(of city: Division, _ behind: Substring) -> Division? {
    for word in ["市本级", "本级", "市直", "市属", "直属", "直"] where behind.hasPrefix(word) {
      // 市直及各县, 市本级和县区: the title is of the whole city.
      let rest = behind.dropFirst(word.count)
      guard !["及", "和", "与", "、", "各", "接"].contains(where: { rest.hasPrefix($0) }) else {
        return nil
      }
      return divisions.own(of: city.id)
    }
    return nil
  }

  /// Whether a title names a part of a city that is no division of today: 长治市城区, 大同市开发区.
  private func isPartOf(_ city: Division, _ behind: Substring) -> Bool {
    if former.contains(where: { $0.city == city.id && behind.hasPrefix($0.name) }) { return true }
    return ["高新", "经开", "经济技术开发", "高新技术产业开发", "经济开发", "开发区", "示范区"].contains {
      behind.hasPrefix($0)
    }
  }

  /// Another province that a title names.
  func otherProvince(in text: String) -> String? {
    guard !divisions.isNation else { return nil }
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
