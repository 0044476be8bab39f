import Reform

/// What is a unit's name: one of the book, or one that is built as names are built.
struct UnitNames: Sendable {
  private let known: Set<String>
  /// Known names of three characters or more, to be found in running text.
  let inText: WordTrie<Void>

  init(_ book: DepartmentNames) {
    known = book.allForms
    inText = WordTrie(known.filter { $0.count >= 3 })
  }

  func isKnown(_ name: Range<Int>, _ scan: Scan) -> Bool {
    name.count <= 40 && known.contains(Intake.text(scan.chars[name]))
  }

  /// Known, or ending as units end and holding nothing that names do not hold.
  func isUnit(_ name: Range<Int>, _ scan: Scan) -> Bool {
    guard (2...36).contains(name.count) else { return false }
    if isKnown(name, scan) || isKindOfPlaces(name, scan) || isCollective(name, scan)
      || isWithOtherName(name, scan)
    {
      return true
    }
    guard hasSuffix(name, scan), !scan.chars[name].contains(0x201C),
      !scan.chars[name].contains(Sign.colon), hasFewDigits(name, scan)
    else { return false }
    if holdsNoName(name, scan) || scan.chars.has(Self.plan, before: name.upperBound) {
      return false
    }
    if NoteWords.deeds.match(scan.chars, at: name.lowerBound, limit: name.upperBound) != nil,
      Self.bodies.matchBackwards(scan.chars, before: name.upperBound, from: name.lowerBound) == nil
    {
      return false
    }
    return isOfficeEnding(name, scan) || !scan.contains(NoteWords.deeds, in: name)
  }

  private static let otherNames = Set(
    ["行署", "人民政府", "政府", "行政公署", "管委会"].map { "(\($0))" }.map(scalars))

  /// 各市（地）人民政府（行署）: what prefectures have in a government's place, in brackets behind it.
  private func isWithOtherName(_ name: Range<Int>, _ scan: Scan) -> Bool {
    guard name.last.map({ scan.chars[$0] }) == Sign.close,
      let open = name.last(where: { scan.chars[$0] == Sign.open }), open > name.lowerBound,
      Self.otherNames.contains(Array(scan.chars[open..<name.upperBound]))
    else { return false }
    return isUnit(name.lowerBound..<open, scan)
  }

  /// 落实省级部署 names nobody, though it ends as 审计署 does.
  private static let plan = scalars("部署")
  private static let bodies = WordTrie(endings: ["领导小组", "委员会", "办公室", "专班", "工作组", "指挥部", "办"])

  /// A word that no name holds; the 在 of 所在单位 is none.
  private func holdsNoName(_ name: Range<Int>, _ scan: Scan) -> Bool {
    name.contains { index in
      NoteWords.notNames.match(scan.chars, at: index, limit: name.upperBound) != nil
        && !(scan.chars[index] == 0x5728 && index > name.lowerBound
          && scan.chars[index - 1] == 0x6240)
    }
  }

  /// None, or those of a hotline (市120指挥中心, 12345热线办公室).
  private func hasFewDigits(_ name: Range<Int>, _ scan: Scan) -> Bool {
    let digits = scan.chars[name].count { $0.isDigit }
    guard digits > 0 else { return true }
    let first = name.first { scan.chars[$0].isDigit } ?? name.lowerBound
    return (3...5).contains(digits) && isOfficeEnding(name, scan)
      && scan.chars[first..<min(name.upperBound, first + digits)].allSatisfy(\.isDigit)
  }

  /// 各市, 各县（市、区）, 各地级以上市: all places of a kind, which answer as offices do.
  func isKindOfPlaces(_ name: Range<Int>, _ scan: Scan) -> Bool {
    scan.chars[name.lowerBound] == 0x5404 && areKinds(name, scan)
  }

  /// The same without 各.
  func areKinds(_ name: Range<Int>, _ scan: Scan) -> Bool {
    name.count <= 16 && Self.kinds.isSuperset(of: scan.chars[name])
      && scan.chars[name].contains { Self.endsOfPlaces.contains($0) }
  }

  private static let endsOfPlaces = Set(scalars("市县区州盟旗镇乡地"))

  func hasSuffix(_ name: Range<Int>, _ scan: Scan) -> Bool {
    NoteWords.suffixes.matchBackwards(scan.chars, before: name.upperBound, from: name.lowerBound)
      != nil
  }

  /// Whether any name before a pause, a comma or a verb is a unit's.
  ///
  /// Strictly: by the book, or as offices begin and end.
  func standsIn(_ range: Range<Int>, _ scan: Scan, strictly: Bool = false) -> Bool {
    for part in parts(of: range, scan) {
      var end = part.upperBound
      for index in part
      where NoteWords.verbs.match(scan.chars, at: index, limit: part.upperBound) != nil {
        end = index
        break
      }
      if let etc = NoteWords.etceteras.matchBackwards(
        scan.chars, before: end, from: part.lowerBound)
      {
        end -= etc.length
      }
      var start = part.lowerBound
      if scan.chars[start] == 0x7531 || scan.chars[start] == 0x8BF7 { start += 1 }
      let name = start..<max(start, end)
      if strictly ? isPlainOffice(name, scan) : isUnit(name, scan) && looksLikeOffice(name, scan) {
        return true
      }
    }
    return false
  }

  private static let officeHeads = WordTrie([
    "省", "市", "县", "区", "州", "社区卫生", "国家", "各", "中国", "人民", "国务院", "中央", "自治区", "教育", "财政", "卫生",
    "民政",
    "公安", "发展", "医", "人力", "市场", "相关", "有关", "本", "全国", "委", "局", "厅", "党", "审计", "司法", "工业", "农业",
    "中医", "药", "科技", "商务", "文化", "税务", "住房", "交通", "自然", "生态", "水利", "应急", "体育", "统计", "乡",
    "镇", "街道", "院", "网信", "宣传", "组织", "编", "残", "妇", "团", "工会", "总工会", "疾控", "银", "证", "金融", "海关",
    "外", "人社", "发改", "科学", "退役", "军队", "信访", "能源", "林", "粮", "邮", "铁", "民航", "数据", "政务",
  ])

  /// Begins as offices begin, or is in the book.
  private func looksLikeOffice(_ name: Range<Int>, _ scan: Scan) -> Bool {
    isKnown(name, scan)
      || Self.officeHeads.match(scan.chars, at: name.lowerBound, limit: name.upperBound) != nil
      || name.count >= 3
  }

  /// Whether the whole range is a list of offices and nothing else, but for cities and counties where
  /// these may stand among them (省卫生健康委，宁波市、温州市人民政府).
  func isList(_ range: Range<Int>, _ scan: Scan, withPlaces: Bool = false) -> Bool {
    let parts = parts(of: range, scan).filter { !(withPlaces && isPlace($0, scan)) }
    let offices = parts.filter { isPlainOffice($0, scan) }
    let named = parts.filter { !Self.kinds.isSuperset(of: scan.chars[$0]) }
    guard !offices.isEmpty, offices.count * 2 >= named.count else { return false }
    return parts.allSatisfy { part in
      isPlainOffice(part, scan) || isUnit(part, scan) || Self.kinds.isSuperset(of: scan.chars[part])
    }
  }

  /// Three signs or more and 市, 县 or the like at their end.
  private func isPlace(_ part: Range<Int>, _ scan: Scan) -> Bool {
    (3...12).contains(part.count) && scan.chars[part].allSatisfy(\.isHan)
      && scan.chars[part].last.map { Self.endsOfPlaces.contains($0) && $0 != 0x5730 } == true
      && !Self.kinds.isSuperset(of: scan.chars[part]) && !isUnit(part, scan)
  }

  private static let collectiveWords = WordTrie([
    "各", "有关", "相关", "部门", "单位", "和", "及", "与", "或", "全市", "全省", "全县", "全区", "全州", "市直", "省直", "县直",
    "区直", "州直", "市级", "省级", "县级", "区级", "州级", "国家级", "市", "县", "区", "州", "省", "旗", "各级", "其他", "其它",
    "成员", "责任", "牵头", "配合", "参与", "机关", "企事业", "事业", "直属", "所属", "驻市", "驻省", "驻县", "驻区", "中央", "中直",
    "中省直", "乡镇", "街道", "镇", "乡", "镇街", "党政", "政府", "主管", "职能", "行业", "乡(镇)", "镇(街道)", "乡镇(街道)",
    "(市、区)", "(市区)", "(区)", "(市)", "(街道)", "地方", "等", "属地", "业务", "监管", "行政", "工作", "组成", "医疗",
    "卫生",
    "机构", "党委", "人民", "委", "办", "局", "国务院", "基层", "公立", "医院", "医共体", "学校", "高校", "园区", "开发区", "企业",
    "设区市", "地", "设区", "以上", "区县", "县区", "市县", "县市区", "县(市、区)", "[市、区]", "公共", "项目", "建设", "用人",
    "承办", "实施",
  ])
  private static let collectiveEnds = WordTrie(endings: [
    "部门", "单位", "机关", "部门(单位)", "单位(部门)", "机构", "党委政府", "党委和政府", "人民政府",
  ])
  private static let collectiveHeads = WordTrie([
    "各", "有关", "相关", "全市", "全省", "全县", "全区", "市直", "省直", "县直", "区直", "州直", "市级", "省级", "县级", "区级",
    "州级",
    "其他", "其它", "中省直", "驻市", "驻省", "直属", "所属", "中央", "成员单位", "责任单位", "国务院有关", "国务院相关", "市有关",
    "省有关", "县有关", "区有关", "市相关", "省相关", "县相关", "区相关", "国家有关", "国家相关", "地方", "基层", "公立", "职能部门",
    "行业主管部门", "主管部门", "属地", "监管部门", "行政主管", "业务主管", "乡镇", "镇街", "项目单位", "建设单位", "用人单位", "承办单位",
    "实施单位",
  ])

  /// 各有关部门和单位, 全市各级各部门, 市直各单位, 市级相关部门: one name for offices of a kind.
  func isCollective(_ name: Range<Int>, _ scan: Scan) -> Bool {
    guard (2...20).contains(name.count),
      Self.collectiveEnds.matchBackwards(scan.chars, before: name.upperBound, from: name.lowerBound)
        != nil,
      Self.collectiveHeads.match(scan.chars, at: name.lowerBound, limit: name.upperBound) != nil
    else { return false }
    var index = name.lowerBound
    while index < name.upperBound {
      guard
        let word = Self.collectiveWords.match(scan.chars, at: index, limit: name.upperBound)
      else { return false }
      index += word.length
    }
    return true
  }

  private static let kinds = Set(scalars("各市县区州盟旗()[]、,级地以上设直辖管自治省份乡镇街道"))

  /// A name that begins and ends as the names of offices do.
  func isPlainOffice(_ part: Range<Int>, _ scan: Scan) -> Bool {
    var end = part.upperBound
    if let etc = NoteWords.etceteras.matchBackwards(scan.chars, before: end, from: part.lowerBound)
    {
      end -= etc.length
    }
    let name = part.lowerBound..<end
    if isKnown(name, scan) || isKindOfPlaces(name, scan) || isCollective(name, scan) { return true }
    guard isUnit(name, scan) else { return false }
    let strong = Self.strongEndings.matchBackwards(
      scan.chars, before: name.upperBound, from: name.lowerBound)
    if strong != nil, name.count >= 4 { return true }
    // 各三级医院, 各公立医疗机构: all of a kind.
    if scan.chars[name.lowerBound] == 0x5404, name.count >= 3 { return true }
    let head = Self.officeHeads.match(scan.chars, at: name.lowerBound, limit: end)
    // 市中心血站, 县妇幼保健院: of a place, whatever they are.
    let isOfPlace = name.count >= 4 && Self.places.contains(scan.chars[name.lowerBound])
    return head != nil && (isOfficeEnding(name, scan) || isOfPlace)
  }

  private static let places = Set(scalars("省市县区州"))

  private static let officeEndings = WordTrie(endings: [
    "局", "委", "厅", "办", "部", "委员会", "办公室", "政府", "部门", "单位", "署", "总局", "监管局", "党委", "成员单位", "领导小组",
    "专班", "中心", "分行", "支行", "总队", "支队", "督查室", "研究室", "检察院", "法院", "联合会", "总社", "残联", "妇联",
    "管委会", "总工会", "团委", "供销社", "科协", "公司",
  ])

  private static let strongEndings = WordTrie(endings: [
    "办公室", "委员会", "人民政府", "监管局", "管理局", "领导小组", "保障局", "健康委", "健康局", "市政府", "县政府", "区政府", "州政府",
  ])

  func isOfficeEnding(_ name: Range<Int>, _ scan: Scan) -> Bool {
    Self.officeEndings.matchBackwards(scan.chars, before: name.upperBound, from: name.lowerBound)
      != nil
  }

  /// Splits at pauses, commas and semicolons outside brackets.
  func parts(of range: Range<Int>, _ scan: Scan) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var (start, depth) = (range.lowerBound, 0)
    for index in range {
      let scalar = scan.chars[index]
      if scalar.closer != nil { depth += 1 }
      if scalar.isCloser { depth = max(0, depth - 1) }
      guard depth == 0 else { continue }
      if scalar == Sign.pause || scalar == Sign.comma || scalar.endsSentence
        || scalar == Sign.newline || scan.parts(at: index)
      {
        if start < index { parts.append(start..<index) }
        start = index + 1
      }
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }
}
