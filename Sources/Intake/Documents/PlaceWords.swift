import Reform

/// Words around the names of places.
enum PlaceWords {
  static let roles: WordTrie<NamedPlace.Role> = {
    var trie = WordTrie<NamedPlace.Role>()
    for word in ["率先", "先行", "走在前列", "先试"] { trie.insert(scalars(word), .lead) }
    for word in ["试点", "试验区", "试验", "先行先试", "试行"] { trie.insert(scalars(word), .pilot) }
    for word in ["示范"] { trie.insert(scalars(word), .demonstration) }
    return trie
  }()

  /// What may come just before a short name.
  static let before = WordTrie(endings: [
    "在", "对", "由", "与", "和", "及", "为", "从", "到", "向", "给", "于", "使", "让", "抓好", "推进", "支持", "推动",
    "选择",
    "指导", "包括", "创建", "加快", "深化", "确定", "开展", "组织", "以", "含", "即", "如", "继续", "做好", "鼓励", "选取",
    "遴选",
    "推广", "借鉴", "学习", "省", "督促", "将", "打造", "建设", "启动", "实施", "其中", "特别是", "尤其是", "同意", "批准", "依托",
    "重点在", "首批", "国家级", "省级", "市级", "比如", "例如", "加强", "要求", "授予", "推荐", "安排", "帮助", "协助", "市",
    "除", "除去", "除了", "把", "终止", "取消", "撤销", "停止", "暂停", "中止", "适用",
  ])

  static let joints = Set(scalars("、,和及与"))

  /// Behind 应县 and the like: it was the end of another word (对应县级).
  static let levels = Set(scalars("级域乡医办委内外镇区市里属直管城情"))

  private static let spoilers = WordTrie([
    "济", "小异", "光", "山", "盆地", "煤", "均", "衡", "峰", "水平", "方面", "体", "市场", "部", "话", "调", "平原", "高原",
    "都市圈", "城市群", "经济区", "经济带", "片区", "流域", "生产建设兵团",
  ])

  static func spoils(_ text: Scalars, at index: Int, limit: Int) -> Bool {
    spoilers.match(text, at: index, limit: limit) != nil
  }

  private static let institutions = WordTrie([
    "医院", "大学", "学院", "中学", "研究所", "研究院", "卫生院", "疾控中心", "日报", "晚报", "公司", "医科", "师范", "急救中心",
    "血站", "银行",
  ])

  private static let generic = WordTrie([
    "公立", "县级", "三级", "二级", "市级", "所有", "的", "等", "各", "综合性", "要", "率先", "开展", "试点", "示范", "医疗卫生",
    "每", "政府", "推进", "建设", "区域", "民营", "基层", "三甲", "部分", "县域", "城市医", "在",
  ])

  /// 长治市人民医院 is a hospital, not the city; 太原市公立医院改革 is the city.
  static func isNamedOnly(_ text: Scalars, behind start: Int, limit: Int) -> Bool {
    var index = start
    let ceiling = min(limit, start + 12)
    while index < ceiling, !text[index].isMark {
      if generic.match(text, at: index, limit: limit) != nil { return false }
      if institutions.match(text, at: index, limit: limit) != nil { return true }
      index += 1
    }
    return false
  }
}

extension PlaceNames {
  /// Whether a full name ends just before an offset (长治市 before 上党区).
  func endsName(_ scan: Scan, before end: Int, from low: Int) -> Bool {
    for length in 2...5 where end - length >= low {
      let start = end - length
      if let found = trie.match(scan.chars, at: start, limit: end), found.length == length,
        !found.value.isShort || length > 2
      {
        return true
      }
    }
    return false
  }
}
