/// Numbering that says what is numbered: 行动一：, 任务二：, 工程3：.
extension Marker {
  private static let words = WordTrie([
    "行动", "任务", "举措", "工程", "项目", "问题", "专项", "措施", "改革", "重点任务", "重点工程", "重点举措", "重点行动",
    "专项行动", "重点项目", "反馈问题", "整改任务", "整改问题", "主要任务",
  ])

  /// Reads 行动一：; a colon, a pause or a blank parts it from the item.
  static func named(_ text: Scalars, at start: Int, limit: Int) -> Marker? {
    guard let word = words.match(text, at: start, limit: limit) else { return nil }
    let from = start + word.length
    let digits = text[min(from, limit)..<min(limit, from + 5)].map(\.folded)
    guard
      let found = Numerals.chinese(text, at: from, limit: limit)
        ?? Numerals.arabic(digits, at: 0, limit: digits.count), found.length <= 3
    else { return nil }
    let end = from + found.length
    var sign = end
    while sign < limit, text[sign].isBlank { sign += 1 }
    guard sign < limit else { return nil }
    let mark = text[sign].folded
    if mark == Sign.colon {
      return Marker(named: found.value, from: start, to: sign + 1, text, limit)
    }
    let isParted = mark == Sign.pause || mark == Sign.dot
    var next = isParted ? sign + 1 : sign
    while next < limit, text[next].isBlank { next += 1 }
    // 工程一、二期 and 任务1.5亿元 count something else.
    guard isParted || sign > end, next < limit, text[next].isHan || text[next] == 0x201C,
      Numerals.digit(text[next]) == nil
    else { return nil }
    return Marker(named: found.value, from: start, to: isParted ? sign + 1 : sign, text, limit)
  }
}
