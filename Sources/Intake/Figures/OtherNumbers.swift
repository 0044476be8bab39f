import Foundation
import Reform

/// Words outside the headings that say of numbers that they are not those of their places in the year: of
/// the year before, planned, reckoned, of some people only, wrong, not to be read.
struct OtherNumbers {
  let indicators: [Indicator]
  /// What else the table has columns for, which its title may be speaking of.
  let uses: Set<ColumnReading.Use>
  /// Whether the table gives several years.
  let hasYears: Bool

  init(_ indicators: [Indicator], _ layout: TableLayout, _ years: Set<Int>) {
    self.indicators = indicators
    let uses = layout.columns.values.compactMap { meaning -> ColumnReading.Use? in
      if case .passed(let use) = meaning { use } else { nil }
    }
    (self.uses, hasYears) = (Set(uses), years.count > 1)
  }

  /// The parts of a text that say so.
  func found(in text: String, _ stand: BasisWords.Stand) -> [String] {
    let isLong = text.unicodeScalars.count > (stand == .title ? 60 : 40)
    return text.split { "。；;，,（）()【】[]〔〕\n\r".contains($0) }.map(String.init).filter { piece in
      let folded = Self.bare(NameKey.folded(piece))
      guard folded.count > 1 else { return false }
      if Self.has(folded, Self.void) { return !isLong }
      guard !isLong, !Self.has(folded, Self.asks) else { return false }
      return stand == .title ? isInTitle(folded) : isBeside(folded)
    }.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Words without what calls them a note (注：, 备注：, 1.).
  private static func bare(_ text: String) -> String {
    let mark = "^(?:(?:注|备注|说明|附注)[0-9①-⑳]*:|[0-9]{1,2}[.、]|[*※])+"
    return text.replacingOccurrences(of: mark, with: "", options: .regularExpression)
  }

  private func isInTitle(_ text: String) -> Bool {
    if !uses.contains(.lastYear), !hasYears, Self.has(text, Self.last),
      !Self.has(text, Self.compared)
    {
      return true
    }
    if !uses.contains(.plan), Self.has(text, Self.planned), !Self.has(text, Self.done) {
      return true
    }
    if uses.isDisjoint(with: [.computed, .lastYear]), !hasYears, Self.has(text, Self.reckoned) {
      return true
    }
    return isOther(text, Self.averages) || isOther(text, Self.people) || isHalf(text)
  }

  private func isBeside(_ text: String) -> Bool {
    [Self.lastBeside, Self.planBeside, Self.lacking, Self.wrong].contains { Self.has(text, $0) }
  }

  /// Whether it says something that no indicator says of itself.
  private func isOther(_ text: String, _ pattern: String) -> Bool {
    guard let range = text.range(of: pattern, options: .regularExpression) else { return false }
    let found = String(text[range])
    let words = [found] + (found == "人均" ? ["次均"] : [])
    return !indicators.contains { indicator in
      let own = NarrowWords.words(of: indicator)
      return words.contains { own.contains($0) }
    }
  }

  /// 门诊 without 住院, or 住院 without 门诊, of indicators that speak of neither.
  private func isHalf(_ text: String) -> Bool {
    text.contains("门诊") != text.contains("住院") && isOther(text, "门诊|住院")
  }

  private static func has(_ text: String, _ pattern: String) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }

  /// That words were found by which numbers may be other ones than those that they were read as.
  static func finding(
    _ found: [String], _ more: (String, String), _ years: Set<Int>, _ place: SourcePlace
  ) -> Finding {
    let words = found.joined(separator: "，")
    let years = years.filter { $0 > 0 }.sorted().map(String.init)
    return FigureCheck.otherBasis.finding(
      "这里写有“\(words)”\(more.0)，数却读作各地区 \(years.joined(separator: "、")) 年全部的实际数；请核对。",
      "Here it says “\(words)”\(more.1), and the numbers were read as all that the places had in "
        + "\(years.joined(separator: ", ")); check it.", at: place, words: words)
  }

  // MARK: Words

  private static let void =
    "作废|草稿|草表|废[表弃]|旧[表版]|样表|试填|勿用|停用|^(?:填[写报])?(?:示例|样例)$"
    + "|[此本该][行列表数条项](?:数据?)?(?:不要|不用|不计|不报|不算|删|无效|忽略|不填)"
    + "|^(?:数据?)?(?:不要|不用|不计|不报|不算|删除?|可删|无效|忽略|(?:仅供)?参考数?)$"
  /// What tells people what to do, and says nothing of the numbers.
  private static let asks =
    "^(?:如|若|凡|请|发现|是否|有无|不得|避免|防止|确保)|口径|请(?:说明|注明|核)|原则|另(?:行)?报"
  private static let last = "上年|去年|前年|上一年|^(?:同期|基期|上期|往年)"
  private static let compared = "(?:比|较|与|同)(?:上年|去年|前年|上一年)"
  private static let planned =
    "(?:计划|规划|目标|任务|预算|预测|预期)(?:[数值表]|指标)?$|(?:计划|任务|目标)[数值]"
    + "|(?:计划|任务|目标|指标)(?:分解|下达)|下达|考核(?:指标值|目标)|预测|预期"
  private static let done =
    "完成|执行|实现|达成|落实|进[展度]|实绩|责任|监测|评价|清单|台账|(?:重点|工作|医改)任务(?!分解|下达)"
  private static let reckoned =
    "差[额值距数]|增量|增[长加]额|增减|增幅|增速|增长[率量]?|同比|环比|[较比与](?:上年|去年|上期|同期|基期)|变[化动]|升降|降幅"
  private static let averages =
    "[院月人次床日县科户]均(?![已为由无未有按可在不须应])|均次|平均|中位数|每(?:院|床|人|月|日|县|百|千|万|家|所|次)"
  private static let people =
    "(?:农村|城镇)(?:居民|人口|患者|职工)|跨省|异地|省外|儿童|老年人?|(?:脱贫|贫困)(?!县|村|地区)|低收入|流动人口|户籍|外来"
  private static let lastBeside =
    "(?:为|是|系|按|用|取|报|填|抄|即)的?(?:上年|去年|上期|前年|上一年)"
    + "|^(?:上年|去年|上期|前年|同期|上年同期|去年同期|上一年)度?末?(?:的|实际|决算|全年)?(?:数[据字]?|值)?(?:填报?|代替?|替代)?$"
  private static let planBeside =
    "^(?:均?[为是系按])?(?:年度|年初|上报|下达|全年)?(?:计划|目标|任务|预算|预测|预期|规划)(?:数据?|值|指标)?$"
    + "|(?:[为是系按])(?:年度|年初|下达)?的?(?:计划|目标|任务|预测|预期|规划|测算)(?:数据?|值|指标)?(?:$|填|报|计)"
  private static let lacking =
    "^(?:其中|尚|还|仍|暂|现)?缺(?![口乏陷勤席血编项失])|漏[报填统]|[少多错误][报填统]|[未没](?:有)?(?:上)?报(?:送|齐|全)?$|数据?不[全齐]|不完整"
  private static let wrong =
    "有误|(?:数据?|数字|填写|统计)错|错[误数]|不[准实对]确?$|存疑|数据?异常$|待[查补改]|待(?:更正|修正|确认|核实)|需(?:核实|更正|修改|调整)"
    + "|重复(?:计|统计|填)"
}
