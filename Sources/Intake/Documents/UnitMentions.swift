/// Names of offices in running text: those of the book, and such as begin and end as offices do.
enum UnitMentions {
  private static let heads = WordTrie([
    "省", "市", "县", "区", "州", "旗", "国家", "自治区", "各市", "各县", "各区", "各乡镇", "各街道", "各镇", "团市委", "团省委",
    "团县委",
    "国务院", "中国联通", "中国移动", "中国电信", "国网", "中国邮政", "人民银行", "社区卫生服务", "乡镇", "街道",
  ])
  private static let endings = WordTrie(endings: [
    "局", "委", "厅", "办", "部", "委员会", "办公室", "人民政府", "政府", "署", "法院", "检察院", "总工会", "残联", "妇联", "科协",
    "工商联", "红十字会", "管委会", "中心", "支队", "公司", "医院", "集团", "协会", "学会", "社", "院", "中支", "分行", "团委",
    "医保局",
    "大学", "学院", "研究所", "联合会", "领导小组", "督查室", "研究室", "监督所", "保健院", "血站", "总队", "大队", "学校", "馆",
    "科", "股", "处", "执法队", "委机关", "派驻机构", "指挥部", "专班",
  ])
  private static let leads = Set(scalars("由请向和及与并经对、以让取商同合报"))
  /// What makes another word of 局: 局长, 局面, 局级.
  private static let behindBureaus = Set(scalars("长级域面势部限党内属领干机科办委地"))
  private static let follows = Set(scalars("要应负牵配会按共组和及与等将的对在以须分为参协指加于统支制主推做开落报"))
  /// Words that begin as offices do and are none.
  static let none = WordTrie([
    "市场", "县域", "区域", "市民", "省内", "市内", "县内", "区内", "市外", "省外", "县级公立医院", "县级医院", "市级医院", "省级医院",
    "县乡", "市县", "国家标准", "国家级", "国家基本", "国家医学中心", "国家区域", "县人民医院", "市级财政", "省级财政", "国家卫生",
    "国家慢性", "国家临床", "国家规定", "县级妇幼", "县级中医", "区级医院", "乡镇卫生院", "街道社区",
  ])

  static func find(in range: Range<Int>, _ scan: Scan, _ units: UnitNames) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let isStart =
        index == range.lowerBound || !scan.chars[index - 1].isHan
        || leads.contains(scan.chars[index - 1])
      guard isStart, let end = end(at: index, range.upperBound, scan, units) else {
        index += 1
        continue
      }
      found.append(index..<end)
      index = end
    }
    return found
  }

  private static func end(
    at index: Int, _ limit: Int, _ scan: Scan, _ units: UnitNames
  ) -> Int? {
    if let known = units.inText.match(scan.chars, at: index, limit: limit) {
      return index + known.length
    }
    guard heads.match(scan.chars, at: index, limit: limit) != nil,
      none.match(scan.chars, at: index, limit: limit) == nil
    else { return nil }
    var best: Int?
    var end = index + 1
    var depth = 0
    while end < limit, end - index < 20 {
      let scalar = scan.chars[end]
      if scalar == Sign.open { depth += 1 }
      if scalar == Sign.close { depth -= 1 }
      guard depth > 0 || scalar == Sign.close && depth == 0 || scalar.isHan else { break }
      end += 1
      guard depth == 0, end - index >= 3,
        endings.matchBackwards(scan.chars, before: end, from: index) != nil
      else { continue }
      let isBureau =
        scan.chars[end - 1] == 0x5C40 && end < limit
        && !behindBureaus.contains(scan.chars[end])
      let goesOn =
        !isBureau && end < limit && scan.chars[end].isHan && !follows.contains(scan.chars[end])
        && !Acts.begin(at: end, limit, scan)
      if !goesOn { best = end }
    }
    return best
  }
}
