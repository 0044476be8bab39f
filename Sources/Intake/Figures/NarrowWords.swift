import Foundation
import Reform

/// Words for a part of what an indicator counts: hospitals of a rank or kind, one insurance, trial places.
enum NarrowWords {
  /// Whether words of a title say so, and not of every indicator read its own name or definition does.
  static func areIn(title text: String, _ indicators: [Indicator]) -> Bool {
    find(["\(rank)\(kinds)\(hospital)", ofHospitals, insurances, trials], in: text, indicators)
  }

  /// Whether a cell beside the numbers is such a word (医院类别 三级医院, 险种 职工医保).
  static func are(cell text: String, _ indicators: [Indicator]) -> Bool {
    find(
      ["^(?:\(ofCells.joined(separator: "|")))(?:类|组|数|数据|合计|小计)?$"], in: text, indicators)
  }

  /// Whether the heading of rows names a kind of hospital or a part of the rest (民营医院, 其他).
  static func areIn(heading text: String, _ indicators: [Indicator]) -> Bool {
    if text.range(of: "^其[他它余]", options: .regularExpression) != nil { return true }
    let kinds = "^(?:\((ofCells + ofHeadings).joined(separator: "|")))(?:类|组|数|数据|部分)?$"
    return areIn(title: text, indicators) || find([kinds], in: text, indicators)
  }

  private static let ofHeadings = [
    "(?:县级|市级|省级|市属|省属|区属|部属|委属|城市|农村|城镇|中医类?|一级|其他)(?:公立)?(?:医院|医疗机构|机构)?",
    "(?:门诊|住院|急诊|门急诊)(?:部分)?", "(?:跨省|异地|省外|省内|市外|县外)(?:就医|住院)?",
  ]
  private static let rank = "[一二三]级(?:甲等|乙等|及以上|以上|以下)*"
  private static let kinds = "(?:公立|民营|综合|专科|中医)*"
  private static let hospital = "(?:医院|医疗机构)"
  private static let ofHospitals =
    "综合医院|中医医?院|专科医院|妇幼保健院|(?:民营|社会办|私立|非公立|营利性)(?:医院|医疗机构|医疗)?"
  private static let insurances =
    "(?:城镇)?职工(?:基本)?医(?:疗)?保(?:险)?|(?:城乡|城镇)?居民(?:基本)?医(?:疗)?保(?:险)?|新农合|生育保险|离休人员"
  private static let trials = "试点(?:地区|县|市|区|城市|医院|单位|机构)|监测点|样本(?:县|点|医院)|抽样|抽查"
  private static let ofCells = [
    "\(rank)\(kinds)\(hospital)?", "[一二三][甲乙]", ofHospitals, insurances, trials, "公立(?:医院|医疗机构)?",
    "(?:综合|专科|中医|妇幼)类?(?:医院|医疗机构)?", "(?:城镇)?职工", "(?:城乡|城镇)?居民", "试点", "基层(?:医疗(?:卫生)?机构)?",
    "乡镇卫生院|社区卫生服务(?:中心|机构)|村卫生室|诊所",
  ]

  private static func find(
    _ patterns: [String], in text: String, _ indicators: [Indicator]
  ) -> Bool {
    let said = indicators.map(words)
    return patterns.contains { pattern in
      guard let range = text.range(of: pattern, options: .regularExpression) else { return false }
      let found = String(text[range])
      // 三级公立医院 is what a definition of 三级医院 says.
      let bare = found.replacingOccurrences(of: "公立", with: "")
      return !said.allSatisfy { $0.contains(found) || bare.count > 1 && $0.contains(bare) }
    }
  }

  /// All that an indicator says of what it counts.
  static func words(of indicator: Indicator) -> String {
    let all = [
      indicator.name.zh, indicator.short.zh, indicator.definition.zh, indicator.numerator.name.zh,
      indicator.denominator?.name.zh ?? "",
    ]
    return NameKey.folded(all.joined(separator: "|"))
  }
}
