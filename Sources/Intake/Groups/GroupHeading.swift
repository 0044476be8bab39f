import Foundation
import Reform

/// What the headings above one column of a table of groups say together.
struct GroupHeading {
  /// What the column gives; nil for what nobody knows.
  private(set) var field: GroupField?
  private(set) var unit: UnitScale?
  /// A word in a unit's place that is no known unit (万美元).
  private(set) var unknownUnit: String?
  private(set) var year: Int?
  /// The part of a year that the numbers are of (1-9月), in words.
  private(set) var part: String?
  /// Words beyond name, unit and period, which may change what is counted (不含门诊).
  private(set) var asides: [String] = []
  /// The name of the last heading, for what is known and not read.
  private(set) var name = ""

  init(_ path: [String], _ words: GroupWords) {
    var heads: [ColumnHead] = []
    for text in path {
      let head = ColumnHead(text)
      (unit, year) = (head.unit ?? unit, head.year ?? year)
      // A heading of its own may be a unit or a period and nothing else.
      if words.exact(head.name) != nil || !take(bare: head.name), !head.name.isEmpty {
        heads.append(head)
      }
    }
    name = heads.last?.name ?? ""
    guard let known = Self.known(heads.map(\.name), words) else { return }
    field = known.field
    for aside in known.asides { take(aside: aside) }
  }

  /// What names above each other mean: the last alone, all together, or one above with words below it.
  private static func known(
    _ names: [String], _ words: GroupWords
  ) -> (field: GroupField, asides: [String])? {
    guard let leaf = names.last else { return nil }
    let (above, joined) = (names.dropLast(), names.joined())
    if let field = words.exact(joined) { return (field, []) }
    if let field = words.field(leaf), !isMonthOfOther(field, leaf, above) {
      let own = words.exact(leaf) == nil ? brackets(of: leaf) : []
      return (field, own + above.filter { !says(nothingBeside: $0, words) })
    }
    if let field = words.field(joined) { return (field, brackets(of: joined)) }
    guard let top = above.last, let field = words.field(top), field.isCounted else { return nil }
    return (field, brackets(of: top) + [leaf])
  }

  /// Whether 1月 stands below a heading that is none of advances (实际发生 over 1月).
  private static func isMonthOfOther(
    _ field: GroupField, _ leaf: String, _ above: ArraySlice<String>
  ) -> Bool {
    guard case .advance = field, !leaf.contains("预拨"), let top = above.last else { return false }
    return !["预拨", "拨付", "预付"].contains { top.contains($0) }
  }

  /// Whether a heading over others leaves what they say as it is: advances over months, 得分 over measures.
  private static func says(nothingBeside name: String, _ words: GroupWords) -> Bool {
    if words.exact(name) != nil { return true }
    let neutral =
      "^(?:各月|每月|按月|分月|逐月|月度|预拨|拨付|预付|资金|基金|医保|医保基金|总额|预算|结算|情况|金额|考核|内容|指标|得分|评分|各项|项目|其中|约定|比例|人员|人力|医共体|集团|基本|信息)*$"
    return name.count <= 20 && name.range(of: neutral, options: .regularExpression) != nil
  }

  /// What stands in brackets in a name.
  private static func brackets(of name: String) -> [String] {
    var (found, inner, depth): ([String], String, Int) = ([], "", 0)
    for sign in name {
      if sign == ")" || sign == "]" {
        depth = max(0, depth - 1)
        if depth == 0, !inner.isEmpty {
          found.append(inner)
          inner = ""
        }
      }
      if depth > 0 { inner.append(sign) }
      if sign == "(" || sign == "[" { depth += 1 }
    }
    return found
  }

  private mutating func take(aside: String) {
    let bare = (aside.hasPrefix("单位:") ? String(aside.dropFirst(3)) : aside)
      .trimmingCharacters(in: ["、", ",", ";"])
    if take(piece: bare) { return }
    let pieces = bare.split { "、,;".contains($0) }.map(String.init)
    asides += pieces.filter { !take(piece: $0) }
  }

  /// Whether words are a unit, a period, the number of a column, or say nothing.
  private mutating func take(piece: String) -> Bool {
    if take(bare: piece) || Self.plain.contains(piece) { return true }
    return field?.isScore != true && HeadText.isColumnNumber(piece)
  }

  /// Whether words are a unit or a period and nothing else.
  private mutating func take(bare piece: String) -> Bool {
    let bare = piece.trimmingCharacters(in: ["(", ")", "[", "]"])
    if let found = UnitScale(bare) {
      unit = unit ?? found
      return true
    }
    if field?.isMoney == true, UnitWords.looksLikeUnit(bare) {
      unknownUnit = unknownUnit ?? bare
      return true
    }
    let period = PeriodText(bare)
    // 1月 alone is the name of an advance.
    guard !period.isEmpty, ["", "累计", "数", "年末", "底", "末"].contains(period.rest),
      field != nil || !period.isMonth
    else { return false }
    year = period.year ?? year
    if period.isPart { part = period.spanWords ?? bare }
    return true
  }

  /// What stands in brackets and changes nothing.
  private static let plain: Set<String> = [
    "百分制", "满分100", "满分100分", "100分", "得分", "分数", "分值", "评分", "必填", "选填", "填", "可不填", "没有不填", "自动",
    "自动计算", "自动生成", "公式", "累计", "年度", "年末", "年底", "本年", "本年度", "当年", "决算", "决算数", "实际数", "金额",
    "保留两位小数",
    "保留一位小数", "取整数", "整数", "全称", "精确到分", "到分", "score", "scores", "outof100",
  ]
}
