import Foundation
import Reform

/// Words in lines of text that change what is counted (口径): 不含中医院, 仅统计二级医院, 预计数.
enum BasisWords {
  /// Where a text stands: above the table, in a note, or beside the numbers of a row.
  enum Stand {
    case title
    case note
    case beside
  }

  /// The parts of a text that say so, beyond what the definitions of the indicators say themselves.
  ///
  /// Of a table whose rows are counties alone, that the city's own hospitals are left out says nothing.
  static func found(
    in text: String, _ stand: Stand, of levels: RowLevels? = nil, _ indicators: [Indicator]
  ) -> [String] {
    let pieces = text.split { "。；;，,（）()【】[]〔〕\n\r".contains($0) }.map(String.init)
    let definitions = indicators.map { NameKey.folded($0.definition.zh) }
    return pieces.compactMap { piece in
      let folded = NameKey.folded(piece)
      guard folded.count > 1, !matches(folded, instruction), !matches(folded, ofTotals),
        !(levels?.areCounties == true && matches(folded, ofCity))
      else { return nil }
      let isFound =
        isOtherScope(folded, definitions) || matches(folded, preliminary)
        || stand == .beside && NarrowWords.are(cell: folded, indicators)
        || stand == .title
          && (isNarrow(folded, definitions) || NarrowWords.areIn(title: folded, indicators)
            || matches(folded, planned))
        || isOwn(folded, stand, levels, indicators)
      return isFound ? piece.trimmingCharacters(in: .whitespaces) : nil
    }
  }

  static func found(
    in text: String, isTitle: Bool, _ indicators: [Indicator]
  ) -> [String] { found(in: text, isTitle ? .title : .note, indicators) }

  /// Whether it names an own level (市本级), where rows are of whole cities.
  private static func isOwn(
    _ text: String, _ stand: Stand, _ levels: RowLevels?, _ indicators: [Indicator]
  ) -> Bool {
    guard let levels else { return false }
    return switch stand {
    case .beside: OwnLevelWords.are(cell: text)
    case .title: levels.hasWholes && OwnLevelWords.areIn(title: text, indicators)
    case .note: levels.hasWholes && OwnLevelWords.are(note: text, indicators)
    }
  }

  /// What a cell says of its row, with the heading that it answers where that is one of the basis (统计范围).
  static func said(_ text: String, below path: [String]?) -> String {
    guard let head = path?.last else { return text }
    return matches(NameKey.folded(head), "^(?:统计|填报|数据|汇总|报送)?(?:口径|范围)$")
      ? "\(head)：\(text)" : text
  }

  private static func matches(_ text: String, _ pattern: String) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }

  /// What tells people how to fill in a form.
  private static let instruction =
    "请勿|小数|自动|单元格|灰色|白色|公式|不用填|无需填|不得|不要|仅供|仅限内部|逐级|含义|含税|含量|表内关系|勾稽"
  /// What is not the last word on a number.
  private static let preliminary =
    "预计|预估|估算|估计|估报|估数|估列|推算|匡算|快报|初步|初报|初稿|送审|暂估|暂定|暂报|暂列|待核|待定|待审|未审|未经.{0,8}审|未核"
    + "|尚未.{0,8}(?:审|核|决|结)"
  /// What a title calls numbers that are none yet.
  private static let planned = "预算(?!执行|单位|管理|内)|计划[数表]|目标[值数]|任务[数表]|预期|月报|季报|旬报|周报"
  /// What is left out of totals, or what an own level is made of, says nothing of the rows.
  private static let ofTotals =
    "(?:合计|小计|总计).{0,3}(?:不|未)(?:包)?含(?:市|省)?(?:本级|直)"
    + "|(?:市本级|市直|省直|省本级|本级)(?:均|已)?(?:包)?(?:含|括|包括)(?!.*(?:民营|社会办|私立)).*(?:院|家|所)$"
  /// What a table of counties has no rows of anyway.
  private static let ofCity = "(?:不|未)(?:包)?含(?:市|省)(?:本级|直|属|直属|级)(?:公立)?(?:医院|单位|医疗机构)?$"
  private static let without = "(?:不|未|没有|无)(?:再|予)?(?:包)?(?:含|括|包括|计入|纳入|统计|列入|算入|汇总)"
  private static let scope = [
    without, "剔除|扣除|除外|除去|除.{1,16}外", "仅(?!用于|填)", "只(?:含|包括|包含|统计|计|报|限|算|汇总)", "限于",
    "(?:含|包括|包含)(?!在内的?各)", "计入|纳入统计|纳入汇总|一并统计|合并统计|并入",
    "(?:新|旧|原|可比|调整后?的?)口径|口径(?:有|已|作了?)?(?:调整|变化|变更|不同|不一致)",
  ]

  private static func isOtherScope(_ text: String, _ definitions: [String]) -> Bool {
    if isLabelled(text, definitions) { return true }
    guard scope.contains(where: { matches(text, $0) }) else { return false }
    return !isDefined(text, definitions)
  }

  /// 统计范围：县级综合医院; one that names all there is, or the usual return, is none.
  private static func isLabelled(_ text: String, _ definitions: [String]) -> Bool {
    let label = "(?:口径|(?:统计|填报|数据|汇总|报送|上报)范围)(?:为|是|:)"
    guard let range = text.range(of: label, options: .regularExpression) else { return false }
    let rest = String(text[range.upperBound...])
    guard !rest.isEmpty, !definitions.contains(where: { $0.contains(rest) }) else { return false }
    return !matches(rest, usual)
  }

  private static let usual =
    "^(?:与上年一致|同上年?|不变|见.*|按照?.*|依据.*|执行.*|以.*为准|[0-9年月日.至~度-]*|全年|年度"
    + "|各[级省市县区].*|.*(?:年报|决算|指标解释|统计制度|报表制度)(?:口径|数|数据|表)?"
    + "|(?:全[省市县区域]|本[省市县]|辖区内?|各县|县域|县级|政府办|全部|所有|各级|行政区域内)?.{0,6}(?:所有|全部|各级)?(?:公立医院|医疗卫生机构|医疗机构|县市区|地区)"
    + "|(?:全[省市县区域]|本[省市县]|辖区内?|县域))$"

  /// Whether a text leaves out nothing but what the definitions leave out: 不含药品、耗材收入.
  private static func isDefined(_ text: String, _ definitions: [String]) -> Bool {
    guard let range = text.range(of: without, options: .regularExpression) else { return false }
    let left = text[range.upperBound...].split { "、和及与或".contains($0) }.map(String.init)
    guard !left.isEmpty, !definitions.isEmpty else { return false }
    let isPrivate = left.allSatisfy { matches($0, "^(?:民营|社会办|私立|非公立|营利性)") }
    if isPrivate { return definitions.allSatisfy { $0.contains("公立医院") } }
    let all = definitions.filter { $0.contains("不含") }.joined()
    return left.allSatisfy { piece in
      let stem = ["收入", "费用", "支出"].first { piece.hasSuffix($0) }.map {
        String(piece.dropLast($0.count))
      }
      return all.contains(piece) || stem.map { !$0.isEmpty && all.contains($0) } ?? false
    }
  }

  /// A title that is of some hospitals only, of figures that are of all public ones.
  private static func isNarrow(_ text: String, _ definitions: [String]) -> Bool {
    guard definitions.contains(where: { $0.hasPrefix("公立医院") }) else { return false }
    let narrow = "综合医院|中医医?院|专科医院|妇幼|民营|社会办|私立|非公立|[一二三]级.{0,5}医院|医疗集团|医共体"
    return matches(text, narrow)
  }
}
