import Reform

/// Finds the places that a title names, each with what stands in front of it and behind it.
struct TitleReader {
  /// A place in a title, or what stands where one should.
  enum Mention: Hashable {
    case place(Division)
    /// Several are called so, and the title does not say which.
    case several([Division], String)
    /// A part of a place that is no division of today (杭州市江干区), in the words of the title.
    case part(Division, String)
    /// A place of another province.
    case foreign(Division)
    /// The own level of a city (市本级) that nothing beside it names.
    case ownLevel
  }

  let gazetteer: Gazetteer
  let former: [FormerPlace]

  /// What a title names, in its order; what only gives the figures, or is a hospital's name, is left out.
  func mentions(in title: String) -> [Mention] {
    let text = Array(NameKey.folded(title))
    var (found, index) = ([Mention](), 0)
    while index < text.count {
      guard let match = gazetteer.official(at: index, of: text) else {
        index += 1
        continue
      }
      let (mention, end) = follow(match.places, index..<(index + match.length), text)
      if let mention, !isSource(index..<end, text) { found.append(mention) }
      index = mention == nil && end <= index + 1 ? index + 1 : max(end, index + match.length)
    }
    return found
  }

  // MARK: From the whole to its part

  /// What a name means with the names that go on behind it (江西省南昌市西湖区).
  private func follow(
    _ places: [Division], _ range: Range<Int>, _ text: [Character]
  ) -> (Mention?, Int) {
    var (places, end) = (places, range.upperBound)
    // 东城区域 is no district, and 河南县级 is of all counties.
    if places.allSatisfy({ $0.level == .county }),
      ["域", "级"].contains(where: behind(end, text).hasPrefix)
    {
      return (nil, range.lowerBound + 1)
    }
    let front = gazetteer.whole(before: range.lowerBound, of: text)
    if places.count > 1 || places[0].level == .county, let front {
      let near = places.filter { lies($0, in: front) }
      guard !near.isEmpty else { return (part(of: front, String(text[range])), end) }
      places = near
    }
    while let next = next(places, end, text) { (places, end) = (next.places, next.end) }
    let rest = behind(end, text)
    if Self.isOfInstitution(rest) { return (nil, end) }
    let ours = places.filter(gazetteer.isOurs)
    guard let first = ours.first else { return (places.first.map { .foreign($0) }, end) }
    guard ours.count == 1 else {
      return (.several(ours, String(text[range.lowerBound..<end])), end)
    }
    if first.level < .county, let own = ownMention(of: first, rest) { return (.place(own), end) }
    if let words = partWords(of: first, rest) { return (.part(first, first.name + words), end) }
    return (.place(first), end)
  }

  private func part(of whole: Division, _ name: String) -> Mention {
    gazetteer.isOurs(whole) ? .part(whole, whole.name + name) : .foreign(whole)
  }

  private func lies(_ division: Division, in whole: Division) -> Bool {
    gazetteer.wholes(of: division).contains { $0.id == whole.id }
  }

  /// The parts of a place whose name goes on behind its own.
  private func next(
    _ places: [Division], _ end: Int, _ text: [Character]
  ) -> (places: [Division], end: Int)? {
    guard places.count == 1, let whole = places.first, whole.level < .county, end < text.count
    else {
      return nil
    }
    var best: (places: [Division], end: Int)?
    for part in gazetteer.parts(of: whole) {
      let names = ([part.name] + part.customary).map { ($0, false) } + [(part.short, true)]
      for (name, isShort) in names {
        // 济南市中区: the 市 belongs to both.
        for start in [end, end - 1] {
          let stop = start + name.count
          guard stop <= text.count, stop > end + 1 || !isShort, stop > end,
            text[start..<stop].elementsEqual(name), !isShort || start == end && name.count > 1
          else { continue }
          let rest = behind(stop, text)
          if isShort, !Self.endsName(rest) || part.name == name { continue }
          if rest.hasPrefix("域") { continue }
          if let known = best, known.end >= stop {
            if known.end == stop, !known.places.contains(part) { best?.places.append(part) }
            continue
          }
          best = ([part], stop)
        }
      }
    }
    return best
  }

  /// Whether nothing that goes on with a short name stands behind it: 萧山2024年, 萧山医改.
  private static func endsName(_ rest: String) -> Bool {
    guard let first = rest.first else { return true }
    return !isHan(first)
      || ["医改", "公立医院", "药占", "县域", "卫健", "卫生健康", "医保"].contains { rest.hasPrefix($0) }
  }

  private static func isHan(_ sign: Character) -> Bool {
    sign.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
  }

  private func behind(_ end: Int, _ text: [Character]) -> String {
    String(text[min(end, text.count)...])
  }

  // MARK: What stands behind a name

  /// Whether a title goes on with the rest of a hospital's name (襄垣县人民医院2024年…).
  private static func isOfInstitution(_ behind: String) -> Bool {
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

  /// 长治市本级, 长治市市直, 恩施州州直: the own level of a city or of the province.
  private func ownMention(of whole: Division, _ behind: String) -> Division? {
    let kinds = ["", "市", "州", "盟", "地区", "地", "省", "自治区", "区"]
    for kind in kinds
    where behind.hasPrefix(kind)
      && (whole.name.hasSuffix(kind) || kind == "地" && whole.name.hasSuffix("地区"))
    {
      let words = behind.dropFirst(kind.count)
      for word in ["本级", "直属", "直", "属"] where words.hasPrefix(word) {
        // 市直及各县, 市本级和县区: the title is of the whole city.
        let rest = words.dropFirst(word.count)
        guard
          !["及", "和", "与", "、", "各", "接", "地", "辖", "播", "管", "于"].contains(where: {
            rest.hasPrefix($0)
          })
        else { return nil }
        return gazetteer.divisions.own(of: whole.id)
      }
    }
    return nil
  }

  /// The words behind a name that make a part of its place of it (城区, 经济技术开发区, 江干区); nil where none do.
  private func partWords(of whole: Division, _ behind: String) -> String? {
    if let old = former.first(where: { $0.city == whole.id && behind.hasPrefix($0.name) }) {
      return old.name
    }
    let words = behind.prefix(while: Self.isHan).prefix(12)
    if whole.level == .city, words.hasPrefix("区"),
      !["区县", "区域", "区级", "区、"].contains(where: behind.hasPrefix)
    {
      return "区"
    }
    let kinds = whole.level == .county ? Self.zones + ["街道", "镇", "乡"] : Self.zones + Self.parts
    var best: String?
    for kind in kinds {
      let isZone = kind.count > 2
      guard let range = words.range(of: kind), isZone || range.lowerBound > words.startIndex else {
        continue
      }
      let name = String(words[..<range.upperBound])
      if Self.isGeneral(name) { continue }
      if best.map({ name.count > $0.count }) ?? true, name.count <= 9 { best = name }
    }
    return best
  }

  private static let zones = [
    "开发区", "经开区", "高新区", "示范区", "综改区", "园区", "产业区", "管理区", "风景区", "名胜区", "新区", "管委会", "保税区", "度假区",
  ]
  private static let parts = ["区", "县", "旗", "市"]

  /// Whether words are of all places of a kind, or of something else (各县区, 社区, 县域).
  private static func isGeneral(_ name: String) -> Bool {
    name == "辖区" || vocabulary.contains { name.contains($0) }
  }

  private static let vocabulary = [
    "各", "全", "所", "及", "和", "与", "分", "级", "医", "卫", "改革", "院", "社区", "地区", "统筹", "病区", "区县", "县区",
    "市县", "县市", "乡镇", "下辖", "辖县", "公立", "基层", "年", "月", "指标", "监测", "情况", "数据", "药", "费用", "保障",
    "试点",
    "镇街", "农村", "省市", "试验", "按", "本市", "本省", "本县", "重点", "直属", "直辖", "省直", "城市", "设区", "地市", "山区",
    "示范县", "示范市", "先行", "诊", "病", "患", "就", "住", "群众", "满意", "资金", "基金", "财政", "收入", "支出", "结算",
    "预算", "考核",
    "评价", "统计", "报表", "一览", "汇总", "明细", "进展", "任务", "台账", "名单", "居民", "职工", "人口", "的",
  ]

  // MARK: Sources

  /// Whether a place is named only for having given, printed or received the figures.
  private func isSource(_ range: Range<Int>, _ text: [Character]) -> Bool {
    let front = String(text[..<range.lowerBound].suffix(8))
    let rest = behind(range.upperBound, text)
    if Self.before.contains(where: { front.contains($0) }) { return true }
    let words = rest.prefix(while: Self.isHan)
    if Self.after.contains(where: { words.hasPrefix($0) || words.hasSuffix($0) }) { return true }
    guard let open = text[..<range.lowerBound].lastIndex(of: "("),
      !text[open..<range.lowerBound].contains(")")
    else { return false }
    let inner = String(text[open...].prefix { $0 != ")" })
    return Self.inBrackets.contains { inner.contains($0) }
  }

  private static let before = [
    "来源:", "来源于", "数据来源", "摘自", "供稿", "对口支援", "对口帮扶", "支援", "帮扶", "协作", "对标", "学习", "参照", "编制单位",
    "制表单位",
    "制表:", "提供:", "提供单位", "制定机关", "批准机关", "主管", "抄送", "主送", "接收单位", "收表",
  ]
  private static let after = [
    "供稿", "提供", "整理", "编制", "制表", "印制", "印发", "制", "印", "帮扶", "对口", "协作", "支援",
  ]
  private static let inBrackets = [
    "供稿", "提供", "来源", "整理", "报送", "编制", "制表", "对口", "对标", "帮扶", "支援", "协作",
  ]
}
