import Reform

/// What a column of a table of groups or settlements gives.
enum GroupField: Hashable {
  case place, city, code, year
  // Groups.
  case name, leadHospital, kind, member, tier, from, to
  // Settlements.
  case budget, spending
  case advance(Int)
  case overrunFund, surplusDevelopment

  var isMoney: Bool {
    switch self {
    case .budget, .spending, .advance: true
    default: false
    }
  }

  /// What a heading means; the words are folded and without brackets.
  static func named(_ name: String, _ form: GroupIntake.Form) -> GroupField? {
    if TableWords.city.contains(name) { return .city }
    if TableWords.code.contains(name) { return .code }
    if TableWords.year.contains(name) { return .year }
    if let field = (form == .groups ? groups : settlements)[name] { return field }
    if form == .settlements, let month = month(of: name) { return .advance(month) }
    return TableWords.place.contains(name) ? .place : nil
  }

  private static let groups: [String: GroupField] = [
    "集团名称": .name, "医疗集团名称": .name, "医疗集团": .name, "集团": .name, "groupname": .name,
    "group": .name, "牵头医院": .leadHospital, "龙头医院": .leadHospital, "牵头单位": .leadHospital,
    "leadhospital": .leadHospital, "集团类型": .kind, "类型": .kind, "kind": .kind, "成员机构": .member,
    "成员": .member, "成员单位": .member, "机构": .member, "机构名称": .member, "member": .member,
    "层级": .tier, "机构层级": .tier, "级别": .tier, "tier": .tier, "加入日期": .from, "加入时间": .from,
    "from": .from, "joined": .from, "离开日期": .to, "退出日期": .to, "退出时间": .to, "离开时间": .to,
    "to": .to, "left": .to,
  ]

  private static let settlements: [String: GroupField] = [
    "年度总额预算": .budget, "总额预算": .budget, "年度预算": .budget, "预算": .budget, "预算总额": .budget,
    "budget": .budget, "实际发生": .spending, "全年实际发生": .spending, "实际发生额": .spending,
    "实际支出": .spending, "支出": .spending, "spending": .spending, "超支基金承担比例": .overrunFund,
    "超支医保基金承担比例": .overrunFund, "overrunfundshare": .overrunFund,
    "结余业务发展比例": .surplusDevelopment, "surplusdevelopmentshare": .surplusDevelopment,
  ]

  /// 1月, 1月预拨, 一月 is not read, advance01.
  private static func month(of name: String) -> Int? {
    var stem = name[...]
    if stem.hasSuffix("预拨") { stem = stem.dropLast(2) }
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

/// The header of such a table: which column gives what, and in which unit.
struct GroupHeader {
  var columns: [(column: Int, field: GroupField)] = []
  var heads: [Int: String] = [:]
  /// Units of money by column; yuan where none is written.
  var units: [Int: UnitScale] = [:]
  /// Headings that nobody knows.
  var unknown: [(column: Int, name: String)] = []
  /// Position of the row behind the header, and the header's number.
  var next = 0
  var row = 0
  /// The year that a title names.
  var year: Int?

  func column(_ field: GroupField) -> Int? { columns.first { $0.field == field }?.column }

  /// Whether the table has what its form needs.
  func suits(_ form: GroupIntake.Form) -> Bool {
    let fields = Set(columns.map(\.field))
    guard fields.contains(.place) || fields.contains(.code) else { return false }
    return form == .groups
      ? !fields.isDisjoint(with: [.name, .leadHospital, .member])
      : fields.contains { $0.isMoney }
  }

  /// Looks for the header in the first rows of a sheet.
  init?(_ sheet: Sheet, _ form: GroupIntake.Form) {
    var (titleUnit, titleYear): (UnitScale?, Int?) = (nil, nil)
    for (position, row) in sheet.rows.prefix(40).enumerated() {
      self.init(row, form)
      if suits(form) {
        (next, year) = (position + 1, titleYear ?? year)
        for (column, field) in columns where field.isMoney && units[column] == nil {
          units[column] = titleUnit
        }
        return
      }
      for cell in row.cells {
        guard let words = cell.value.words else { continue }
        titleYear = titleYear ?? YearWords.year(in: NameKey.folded(words))
        titleUnit = titleUnit ?? Self.unit(in: words)
      }
    }
    return nil
  }

  private init(_ row: SheetRow, _ form: GroupIntake.Form) {
    self.row = row.number
    for cell in row.cells {
      guard case .text(let text) = cell.value else { continue }
      let head = ColumnHead(text)
      heads[cell.column] = text
      if let field = GroupField.named(head.name, form) {
        if !columns.contains(where: { $0.field == field }) { columns.append((cell.column, field)) }
        if field.isMoney { units[cell.column] = head.unit }
        year = year ?? head.year
      } else if !TableWords.isPassed(head.name), !TableWords.note.contains(head.name) {
        unknown.append((cell.column, text))
      }
    }
  }

  /// 单位：万元 above the table.
  private static func unit(in words: String) -> UnitScale? {
    let folded = NameKey.folded(words)
    guard let mark = folded.range(of: "单位:") else { return nil }
    let rest = folded[mark.upperBound...].prefix { $0 != ")" && $0 != ";" && $0 != "," }
    return UnitScale(String(rest))
  }
}
