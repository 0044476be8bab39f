/// 其他市州, 其余11个设区市: the places beside those that are named.
enum OtherPlaces {
  private static let words = WordTrie(["其他", "其它", "其余"])
  private static let counters = Set(scalars("0123456789一二两三四五六七八九十几个各"))
  private static let which = WordTrie([
    "有条件的", "具备条件的", "符合条件的", "条件成熟的", "条件具备的", "非试点", "未试点", "非试点的", "未开展试点的",
  ])
  private static let kinds = WordTrie([
    "设区市", "设区的市", "地级市", "地级以上市", "地市", "市州", "州市", "盟市", "市县", "县市", "区县", "县区", "旗县", "市区",
    "市(州)",
    "州(市)", "市(地)", "县(市、区)", "县市区", "县(区)", "市", "州", "盟", "县", "区", "旗", "地区", "地方", "省份", "省区市",
    "省",
    "统筹区", "统筹地区",
  ])
  /// Before it: the others only gain by what is done.
  private static let gains = WordTrie(endings: [
    "为", "向", "对", "给", "同", "与", "带动", "辐射", "引领", "帮扶", "支援", "支持", "供", "服务", "影响", "促进", "优于",
    "高于",
    "低于", "比",
  ])

  /// How long the words at `start` are, and 0 where others are no places.
  static func length(_ text: Scalars, at start: Int, limit: Int) -> Int {
    guard let word = words.match(text, at: start, limit: limit) else { return 0 }
    var index = start + word.length
    while index < limit, counters.contains(text[index]) { index += 1 }
    if let which = which.match(text, at: index, limit: limit) { index += which.length }
    guard let kind = kinds.match(text, at: index, limit: limit) else { return 0 }
    let end = index + kind.length
    // 其他市级部门, 其他县域: no places.
    guard end >= limit || !PlaceWords.levels.contains(text[end]) else { return 0 }
    return end - start
  }

  /// From where in a part of a sentence it says what others do; nil where it does not.
  static func acting(in part: Range<Int>, _ scan: Scan) -> Range<Int>? {
    let start = part.first { index in
      let length = length(scan.chars, at: index, limit: part.upperBound)
      return length > 0 && index + length < part.upperBound
        && scan.chars[index + length] != Self.of
        && gains.matchBackwards(scan.chars, before: index, from: part.lowerBound) == nil
    }
    return start.map { $0..<part.upperBound }
  }

  private static let of: UInt32 = 0x7684  // 的
}
