import Foundation
import Reform

/// Words for what a city or a province runs itself (市本级, 市直, 市属医院): beside, above or below rows of whole
/// cities they say that the numbers are those of a part.
enum OwnLevelWords {
  /// Whether a title says so.
  static func areIn(title text: String, _ indicators: [Indicator]) -> Bool {
    find([cell] + titles, in: text, indicators)
  }

  /// Whether a note says so of all the numbers (各市数为市本级数).
  static func are(note text: String, _ indicators: [Indicator]) -> Bool {
    find([note], in: text, indicators)
  }

  /// Whether a cell beside the numbers, or a heading of rows, is such a word and nothing else.
  static func are(cell text: String) -> Bool {
    text.range(of: cell, options: .regularExpression) != nil
  }

  private static let hospitals =
    "(?:公立|综合|中医|专科|[二三]级)*(?:医院|医疗机构|医疗卫生机构|医疗单位|医疗卫生单位)"
  private static let own = "(?:[市省州盟]?本级|[市省州盟](?:直属?|属|级|办|管|区|本部)|(?:主|中心)?城区|直属|[县区]级|所辖县区?)"
  private static let tail = "(?:的|公立|综合|医院|医疗机构|医疗卫生机构|机构|单位|部分|数据|数|口径|情况|合计|小计)*$"
  private static let cell = "^(?:范围:)?(?:仅|只|含|均?为|是|系|其中:?)?\(own)\(tail)"
  private static let note =
    "^(?:注|说明|备注|附注)?:?[0-9]*[、.]?(?:以上|上述|本表|表中|表内|此表|各|[市县区州地]|地区|数据?|数字|收入|金额|均|都|为|是|系|按|取|填|仅|只|的)*"
    + own + tail
  private static let titles = [
    "(?<![及和与、含])(?:[市省州盟]?本级|[市省州盟](?:直|属))(?!管|辖|地|有关|部门|机关|单位[填上报]|统筹|预算|财政|及|和|与|以及|、)",
    "(?:[市省州盟县区]级|直属|[市省州]办)(?=\(hospitals))", "(?<![县、及和与])(?:市|城)区(?=\(hospitals))",
  ]

  private static func find(
    _ patterns: [String], in text: String, _ indicators: [Indicator]
  ) -> Bool {
    patterns.contains { pattern in
      guard let range = text.range(of: pattern, options: .regularExpression) else { return false }
      let found = String(text[range])
      return !indicators.allSatisfy { NarrowWords.words(of: $0).contains(found) }
    }
  }
}
