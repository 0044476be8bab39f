import Foundation

/// What the name of a row tells of its kind, where it is no division (单位、开发区、本级).
enum PlaceSigns {
  /// The words of an own level, without the name of whose it is: 市本级, 市直, 省属医院.
  ///
  /// True for a city's, false for the province's; nil for other words. `本级` alone is a city's.
  static func isOwnOfCity(_ name: String) -> Bool? {
    let rest = withoutTail(name)
    if cityWords.contains(rest) { return true }
    return provinceWords.contains(rest) ? false : nil
  }

  /// 区直 and 区本级, which are of the region where that is an autonomous one.
  static func isOwnOfRegion(_ name: String) -> Bool { regionWords.contains(withoutTail(name)) }

  /// How the names of those end whose own level 州本级 and 盟直 are; nil where they say nothing of it.
  static func kinds(of name: String) -> [String]? {
    switch name.first {
    case "州": ["州"]
    case "盟": ["盟"]
    case "地" where !name.hasPrefix("地市"): ["地区"]
    default: nil
    }
  }

  private static func withoutTail(_ name: String) -> String {
    let tail = tails.first { name.hasSuffix($0) && name.count > $0.count }
    return String(name.dropLast(tail?.count ?? 0))
  }

  private static let tails = [
    "公立医院小计", "公立医院合计", "医院小计", "医院合计", "各公立医院", "公立医院", "各医院", "医疗卫生机构", "医疗卫生单位", "医疗机构", "医疗单位",
    "卫生单位", "医院", "机构", "单位", "小计", "合计", "(合计)", "(小计)",
  ]
  private static let cityWords: Set<String> = [
    "市本级", "本级", "市直", "市直属", "市属", "市级", "地市本级", "市本部", "州本级", "州直", "州直属", "州属", "州级", "盟本级",
    "盟直",
    "盟直属", "盟属", "盟级", "地区本级", "地区直属", "地区级", "地直", "地直属", "地属", "citylevel", "ownlevel",
  ]
  private static let provinceWords: Set<String> = [
    "省本级", "省直", "省直属", "省属", "省级", "省(部)属", "省部属", "自治区本级", "自治区直", "自治区直属", "自治区属", "自治区级",
    "provinciallevel",
  ]
  private static let regionWords: Set<String> = ["区本级", "区直", "区直属", "区属", "区级"]

  /// Whether a name is that of one hospital or another institution, and not of a kind of them.
  static func isInstitution(_ name: String) -> Bool {
    let bare = NameKey.withoutBrackets(name)
    guard let tail = institutions.first(where: { bare.hasSuffix($0) }) else { return false }
    var stem = bare.dropLast(tail.count)
    while let word = kinds.first(where: { stem.hasSuffix($0) }) { stem = stem.dropLast(word.count) }
    return !stem.isEmpty
  }

  private static let institutions = [
    "医院", "卫生院", "保健院", "保健站", "保健所", "保健中心", "服务中心", "卫生服务站", "疾控中心", "控制中心", "急救中心", "中心血站", "血站",
    "诊所", "卫生室", "卫生所", "医务室", "门诊部", "防治所", "防治院", "防治站", "疗养院", "分院", "院区", "卫生监督所", "监督中心",
  ]
  private static let kinds = [
    "县级", "市级", "区级", "省级", "乡镇", "镇", "乡", "村", "县", "公立", "民营", "社会办", "二级", "三级", "一级", "综合",
    "专科", "基层", "其他",
    "所属", "各", "县办", "政府办", "中心", "社区", "妇幼", "中", "以上", "及",
  ]

  /// A development zone: no division, though tables list it beside the counties.
  static func isZone(_ name: String) -> Bool {
    zones.contains { name.hasSuffix($0) }
  }

  private static let zones = [
    "开发区", "经开区", "高新区", "示范区", "综改区", "园区", "产业区", "管理区", "风景区", "名胜区", "景区", "新区", "管委会",
  ]

  /// Whether a name is that of a part of a province, or of several places together (粤东, 珠三角, 东部各县).
  static func isGround(_ name: String) -> Bool {
    name.range(of: grounds, options: .regularExpression) != nil
  }

  /// Whether it is the name of a part of a province and of no kind of places.
  static func isRegion(_ name: String) -> Bool {
    name.range(of: "^(?:\(regions))$", options: .regularExpression) != nil
  }

  private static let regions =
    "(?:珠三角|长三角|环渤海|成渝|关中|陕[南北]|苏[南中北]|浙[东西南北]|皖[南中北]|闽[东西南北]|赣[东西南北中]|鲁[东西南北中]|豫[东西南北中]"
    + "|鄂[东西南北]|湘[东西南北中]|粤(?:东|西|北|东西北)|桂[东西南北中]|川[东西南北中]|黔[东西南北中]|滇[东西南北中]|冀[东西南北中]|晋[东西南北中]"
    + "|辽[东西南北中]|蒙[东西中]|陇[东南中]|[南北]疆|东疆|宁[南北]|[东西南北中]{1,2}部)(?:核心)?(?:地区|片区|各[市县].*)?|[^省市县区]{0,6}(?:片区|经济区|经济带|城市群|都市圈)"
  private static let grounds =
    "^(?:\(regions))$|^各?[省市县区州旗盟]+(?:\\(.*\\))?$|[各县区市](?:[省市县区州旗盟]|\\(.*\\))+$|直管|直辖|省管|地区$|区域$"

  /// Words for the districts of a city together, as statistics have them.
  static let districts: Set<String> = ["市辖区", "市区", "辖区", "城区合计"]

  /// A total of the counties alone, without the own level: 县区小计, 各县合计.
  static let counties: Set<String> = [
    "县", "县区", "各县", "各县区", "县级", "区县", "县市区", "县(市、区)", "各县(市、区)", "各县市区", "县(区)", "县(市区)", "区县级",
    "县区级",
    "县级医院", "县级公立医院",
  ]

  /// Heads of columns that name a hospital in each row.
  static let institutionHeads: Set<String> = [
    "医院名称", "医院", "医疗机构", "医疗机构名称", "机构名称", "机构", "医疗卫生机构", "医疗卫生机构名称", "公立医院", "公立医院名称", "医疗单位",
    "hospital", "institution",
  ]
  /// Heads of columns whose hospital says who answers for a row, not what the row is of.
  static let passedHeads: Set<String> = [
    "牵头医院", "牵头单位", "总医院", "联系人", "填表人", "审核人", "负责人", "责任单位", "责任部门", "数据来源", "来源", "医疗集团",
    "医疗集团名称", "县级医疗集团",
  ]
}
