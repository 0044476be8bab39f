/// Lines that are told by their words: days, footers, annexes, labels.
enum HeadWords {
  /// A line that is a day and nothing else, Arabic or Chinese.
  static func isDay(_ content: Scalars) -> Bool { day(content)?.length == content.count }

  /// Reads 2019年12月26日 or 二〇一九年十二月二十六日 at the beginning.
  static func day(
    _ content: Scalars, at start: Int = 0
  ) -> (year: Int, month: Int, day: Int, length: Int)? {
    let limit = content.count
    guard let year = Numerals.year(content, at: start, limit: limit),
      start + 4 < limit, content[start + 4] == 0x5E74
    else { return nil }
    guard let month = number(content, start + 5, limit),
      start + 5 + month.length < limit, content[start + 5 + month.length] == 0x6708
    else { return nil }
    let from = start + 6 + month.length
    guard let day = number(content, from, limit), from + day.length < limit,
      content[from + day.length] == 0x65E5
    else { return nil }
    return (year, month.value, day.value, from + day.length + 1 - start)
  }

  static func number(
    _ content: Scalars, _ index: Int, _ limit: Int
  ) -> (value: Int, length: Int)? {
    Numerals.arabic(content, at: index, limit: limit)
      ?? Numerals.chinese(content, at: index, limit: limit)
  }

  private static let footers = WordTrie(["抄送:", "抄报:", "分送:", "主送:", "(共印", "印发份数"])
  private static let printed = scalars("印发")

  static func isFooter(_ content: Scalars, width: Int) -> Bool {
    if footers.match(content, at: 0) != nil { return true }
    guard content.count < 60, content.has(printed, before: content.count) else { return false }
    return content.contains(0x65E5) && content.contains(0x5E74)
  }

  private static let annexes = ["附件", "附表", "附录"].map(scalars)

  /// 附件, 附件1, 附件：名称; not a sentence that begins so.
  static func isAnnex(_ content: Scalars, width: Int) -> Bool {
    guard annexes.contains(where: { content.has($0, at: 0) }), width < 90 else { return false }
    guard content.count > 2 else { return true }
    let next = content[2]
    return (next.isDigit || next == Sign.colon || Numerals.digit(next) != nil)
      && content.last != Sign.stop
  }

  /// The number of an annex (附件2), nil where none is printed.
  static func annexNumber(_ content: Scalars) -> Int? {
    guard content.count > 2 else { return nil }
    return number(content, 2, content.count)?.value
  }

  static func startsLabel(_ content: Scalars) -> Bool {
    NoteWords.label(content, at: 0, limit: content.count) != nil
  }

  /// 云川省 财政厅 is one name; two names stay parted.
  static func withoutBlanksInside(_ name: Scalars) -> String {
    var parts: [Scalars] = [[]]
    for scalar in name {
      guard scalar.isBlank else {
        parts[parts.count - 1].append(scalar)
        continue
      }
      let last = parts[parts.count - 1]
      let isWhole =
        last.count >= 4
        && NoteWords.suffixes.matchBackwards(last, before: last.count, from: 0) != nil
      if isWhole { parts.append([]) }
    }
    return parts.filter { !$0.isEmpty }.map { Intake.text($0) }.joined(separator: " ")
  }

  private static let dayLabels = WordTrie([
    "成文日期:", "制表日期:", "编制日期:", "填报日期:", "填表日期:", "印发日期:", "发文日期:", "制表时间:", "填报时间:", "填表时间:",
  ])

  /// Where the day begins behind 成文日期： or 制表日期：.
  static func dayLabelEnd(_ content: Scalars) -> Int? {
    content.indices.lazy.compactMap { at in
      dayLabels.match(content, at: at, limit: content.count).map { at + $0.length }
    }.first
  }
}
