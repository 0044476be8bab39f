import Reform

/// What a column of a table of groups gives.
enum GroupField: Hashable {
  case city
  case head(GroupHead)
  case advance(Int)
  case score(AssessmentMeasure.ID)

  var isMoney: Bool {
    switch self {
    case .head(.budget), .head(.spending), .head(.advanced), .head(.balance), .advance: true
    default: false
    }
  }

  /// Whether it only states what others come to.
  var isStated: Bool { self == .head(.advanced) || self == .head(.balance) }

  /// Whether it is of the numbers that a total row may add up.
  var isAdded: Bool { isMoney || isOfStaff || self == .head(.member) }

  /// Whether it counts posts or persons.
  var isOfStaff: Bool {
    switch self {
    case .head(.inPost), .head(.posts), .head(.professionals), .head(.staff): true
    default: false
    }
  }

  var isScore: Bool {
    if case .score = self { return true }
    return false
  }

  /// Whether it counts in per cent.
  var isShare: Bool {
    switch self {
    case .head(.overrunFund), .head(.surplusDevelopment), .head(.assessmentFactor): true
    default: false
    }
  }

  /// Whether its numbers are entered, each for a year.
  var isCounted: Bool {
    switch self {
    case .head(.inPost), .head(.posts), .head(.professionals), .head(.staff): true
    default: isMoney && !isStated || isShare || isScore
    }
  }
}

/// The headings that a form of table knows, by their folded words.
struct GroupWords {
  private let names: [String: GroupField]
  private let form: GroupIntake.Form

  init(_ form: GroupIntake.Form, _ charter: GroupCharter) {
    self.form = form
    var names: [String: GroupField] = [:]
    for head in Self.heads(form) {
      for words in [head.words.zh, head.words.en] { names[NameKey.folded(words)] = .head(head) }
    }
    for (words, head) in Self.others(form) { names[words] = .head(head) }
    if form == .assessments {
      for measure in charter.assessments.flatMap(\.measures) {
        for words in [measure.name.zh, measure.name.en, measure.id] {
          names[NameKey.folded(words)] = .score(measure.id)
        }
      }
    }
    self.names = names
  }

  /// What a heading means by all of its words; nil for what nobody knows.
  func exact(_ name: String) -> GroupField? {
    if let field = names[name] { return field }
    if TableWords.city.contains(name) { return .city }
    if TableWords.code.contains(name) { return .head(.code) }
    if PeriodHeads.isKnown(name) { return .head(.year) }
    if form == .settlements, let month = Self.month(of: name) { return .advance(month) }
    return TableWords.place.contains(name) ? .head(.county) : nil
  }

  /// What a heading means, where need be without what it has in brackets.
  func field(_ name: String) -> GroupField? {
    let bare = NameKey.withoutBrackets(name)
    return names[name] ?? names[bare] ?? exact(name)
      ?? (form == .settlements ? Self.month(of: bare).map { .advance($0) } : nil)
  }

  /// What a field is called.
  static func name(of field: GroupField) -> Phrase {
    switch field {
    case .head(let head): head.words
    case .advance(let month): GroupHead.advance(month)
    case .city: Phrase("市", "city")
    case .score: Phrase("得分", "score")
    }
  }

  private static func heads(_ form: GroupIntake.Form) -> [GroupHead] {
    switch form {
    case .groups:
      [
        .county, .code, .name, .leadHospital, .kind, .member, .tier, .from, .to, .year, .inPost,
        .posts, .professionals, .staff,
      ]
    case .settlements:
      [
        .county, .code, .year, .budget, .spending, .advanced, .balance, .overrunFund,
        .surplusDevelopment, .assessmentFactor, .capitation, .capitationFrom, .capitationProof,
      ]
    case .assessments: [.county, .code, .year, .rowKind, .total, .verdict]
    case .evidence: [.county, .code, .list, .number, .title, .done, .proof]
    }
  }

  /// What offices call the same.
  private static func others(_ form: GroupIntake.Form) -> [String: GroupHead] {
    switch form {
    case .groups: groups
    case .settlements: settlements
    case .assessments:
      [
        "项目": .rowKind, "行别": .rowKind, "总得分": .total, "合计得分": .total, "考核总分": .total,
        "得分合计": .total,
        "合计": .total, "total": .total, "等次": .verdict, "考核等次": .verdict, "结果": .verdict,
        "考核结论": .verdict,
      ]
    case .evidence:
      [
        "清单名称": .list, "编号": .number, "项号": .number, "no": .number, "清单内容": .title, "事项": .title,
        "完成日期": .done, "完成时间": .done, "done": .done, "佐证材料": .proof, "证明材料": .proof, "依据": .proof,
        "proof": .proof,
      ]
    }
  }

  private static let groups: [String: GroupHead] = [
    "医疗集团名称": .name, "医疗集团": .name, "集团": .name, "group": .name, "龙头医院": .leadHospital,
    "医共体名称": .name, "医共体": .name, "县域医共体": .name, "县域医共体名称": .name, "紧密型医共体": .name,
    "紧密型县域医共体": .name, "紧密型县域医共体名称": .name, "总医院": .name, "总医院名称": .name, "医联体": .name,
    "医联体名称": .name, "医疗共同体": .name, "健共体": .name, "健共体名称": .name, "城市医疗集团": .name,
    "成员医院": .member, "成员单位名称": .member, "成员机构名称": .member, "成员名单": .member,
    "牵头单位": .leadHospital, "类型": .kind, "成员": .member, "成员单位": .member, "机构": .member,
    "机构名称": .member, "机构层级": .tier, "级别": .tier, "加入时间": .from, "from": .from,
    "在编在岗": .inPost, "编制数": .posts, "医疗卫生专业人员数": .professionals, "专业人员": .professionals,
    "在岗人数": .staff, "在岗职工数": .staff, "退出日期": .to, "退出时间": .to, "离开时间": .to, "to": .to,
  ]

  private static let settlements: [String: GroupHead] = [
    "总额预算": .budget, "年度预算": .budget, "预算": .budget, "预算总额": .budget, "全年实际发生": .spending,
    "实际发生额": .spending, "实际支出": .spending, "支出": .spending, "超支医保基金承担比例": .overrunFund,
    "各月预拨合计": .advanced, "各月预拨小计": .advanced, "已预拨": .advanced, "预拨总额": .advanced,
    "预拨小计": .advanced, "累计预拨": .advanced,
    "结余额": .balance, "结余或超支": .balance, "结余/超支": .balance, "按人头付费试点": .capitation,
    "人头付费试点": .capitation, "是否试点": .capitation,
    "试点年份": .capitationFrom, "起始年": .capitationFrom, "试点依据": .capitationProof,
  ]

  /// 1月, 1月预拨, 一月 is not read, advance01.
  private static func month(of name: String) -> Int? {
    var stem = name[...]
    if stem.hasSuffix("预拨") { stem = stem.dropLast(2) }
    if stem.hasSuffix("月份") { stem = stem.dropLast() }
    if stem.hasSuffix("月") {
      stem = stem.dropLast()
    } else if stem.hasPrefix("advance") {
      stem = stem.dropFirst(7)
    } else {
      return nil
    }
    return Int(stem).flatMap { (1...12).contains($0) ? $0 : nil }
  }
}
