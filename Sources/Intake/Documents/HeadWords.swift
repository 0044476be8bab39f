import Reform

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

  /// 云川省 财政厅 and 云 川 省 财 政 厅 are one name; 财政部 国家医保局 are two.
  static func withoutBlanksInside(_ name: Scalars) -> String {
    var parts: [Scalars] = []
    for word in name.split(whereSeparator: \.isBlank).map(Scalars.init) {
      if let last = parts.last, isOffice(last), isOffice(word), !officesInside.contains(word) {
        parts.append(word)
      } else {
        parts = parts.dropLast() + [(parts.last ?? []) + word]
      }
    }
    return parts.map { Intake.text($0) }.joined(separator: " ")
  }

  private static let officesInside = Set(["办公厅", "办公室", "综合司"].map(scalars))

  private static func isOffice(_ word: Scalars) -> Bool {
    word.count >= 3 && NoteWords.suffixes.matchBackwards(word, before: word.count, from: 0) != nil
  }

  private static let bodies = WordTrie([
    "中共", "中国共产党", "共青团", "中国人民政治协商会议", "政协", "国家税务总局", "国家金融监督管理总局", "中国人民银行", "国家统计局",
  ])

  /// 福州市委 of 中共福州市委: from the place on that an office is of.
  static func behindBody(_ name: String) -> String {
    let words = scalars(name)
    guard let body = bodies.match(words.map(\.folded), at: 0) else { return name }
    return Intake.text(words.dropFirst(body.length))
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

extension DocumentHead {
  private static let sends = ["关于印发", "印发", "关于转发", "转发"]

  /// The words that begin with the place that the document is of: issuer, title and plan, without 中共
  /// and the like before it; of a title without any issuer (关于印发《宁波市……》的通知) what it sends out.
  public var openings: [String] {
    var words = [issuer, title, plan].compactMap(\.self).map(HeadWords.behindBody)
    if issuer == nil, let title, let send = Self.sends.first(where: title.hasPrefix) {
      words.append(String(title.dropFirst(send.count).drop { $0 == "《" }))
    }
    return words
  }
}
