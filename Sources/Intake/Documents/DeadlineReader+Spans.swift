import Reform

/// Spans of years, standing words, and findings.
extension DeadlineReader {
  /// 3年内, 用3年时间, 印发之日起30日内; 2026年内 is the end of a year and no span.
  mutating func takeSpan(at index: Int, in range: Range<Int>) -> Int? {
    if let end = takeHalf(at: index, in: range) { return end }
    guard Numerals.year(scan.chars, at: index, limit: range.upperBound) == nil,
      let number = HeadWords.number(scan.chars, index, range.upperBound),
      index == range.lowerBound || !scan.chars[index - 1].isDigit
    else { return nil }
    let unit = index + number.length
    guard let span = DeadlineWords.spans.match(scan.chars, at: unit, limit: range.upperBound) else {
      return nil
    }
    let words = index..<unit + span.length
    let signs = DeadlineSigns(scan, range, issued: issued)
    if let first = signs.countsFromIssue(words) {
      takeCounted(first..<words.upperBound, number.value, span.value)
      return words.upperBound
    }
    if takeFromEvent(words, signs) { return words.upperBound }
    let before = index > range.lowerBound ? scan.chars[index - 1] : Sign.newline
    guard before != 0x7B2C, before != 0x7EED else { return words.upperBound }
    guard span.value == .years || span.value == .months else {
      if signs.asksForDays(words) { noteSpan(words, number.value, span.value) }
      return words.upperBound
    }
    guard number.value < 31 else { return words.upperBound }
    if signs.setsSpan(words) {
      let first = signs.spanStart(words)
      add(.range, due: nil, years: [], signs.isSoft(words), first..<words.upperBound)
    }
    noteSpan(words, number.value, span.value)
    return words.upperBound
  }

  /// Whether a span looks back (近3年内) or is counted from an event (收到本通知后15日内), whose day is
  /// not known: that is asked about, where it binds.
  private mutating func takeFromEvent(_ words: Range<Int>, _ signs: DeadlineSigns) -> Bool {
    guard !signs.isLookingBack(words) else { return true }
    guard let first = signs.eventStart(words) else { return false }
    if signs.bindsFromEvent(first..<words.upperBound) { noteUnread(first..<words.upperBound) }
    return true
  }

  /// 半年内, 一年半内, 半个月内: its 年内 is no end of the year.
  private mutating func takeHalf(at index: Int, in range: Range<Int>) -> Int? {
    let number = HeadWords.number(scan.chars, index, range.upperBound)
    guard
      let half = DeadlineWords.halves.match(
        scan.chars, at: index + (number?.length ?? 0), limit: range.upperBound),
      half.value.isBehindNumber == (number != nil)
    else { return nil }
    let words = index..<index + (number?.length ?? 0) + half.length
    let signs = DeadlineSigns(scan, range, issued: issued)
    let months = half.value.months.map { $0 + 12 * (number?.value ?? 0) }
    if let first = signs.countsFromIssue(words) {
      if let months {
        takeCounted(first..<words.upperBound, months, .months)
      } else {
        noteUnread(first..<words.upperBound)
      }
      return words.upperBound
    }
    if takeFromEvent(words, signs) { return words.upperBound }
    if signs.setsSpan(words) {
      let first = signs.spanStart(words)
      add(.range, due: nil, years: [], signs.isSoft(words), first..<words.upperBound)
    }
    noteSpan(words, number?.value ?? 0, .months)
    return words.upperBound
  }

  /// 全年完成1800例: by the end of the year of the document, to be checked.
  mutating func takeWholeYear(at index: Int, in range: Range<Int>) -> Int? {
    guard let issued, scan.chars.has(Self.wholeYear, at: index),
      index == range.lowerBound || scan.chars[index - 1] != DateWords.year,
      let verb = DeadlineWords.ofWholeYear.match(
        scan.chars, at: index + 2, limit: range.upperBound)
    else { return nil }
    let words = index..<index + 2 + verb.length
    add(.year, due: .last(ofYear: issued.year), years: [], false, words)
    noteInferred(.last(ofYear: issued.year), at: words)
    return words.upperBound
  }

  private static let wholeYear = scalars("全年")

  /// No start is printed, so there is no date; what it could be is offered.
  private mutating func noteSpan(_ words: Range<Int>, _ count: Int, _ span: DeadlineWords.Span) {
    var (zh, en) = (
      "没有写从哪天算起，不定日期，请补填。", "It does not say from when, so no date is set; please enter one."
    )
    if let issued, span == .years {
      let exact = Day(issued.year + count, issued.month, issued.day)
      let choices = [
        exact, .last(ofYear: issued.year + count - 1), .last(ofYear: issued.year + count),
      ]
      .compactMap { $0?.description }
      zh = "没有写从哪天算起，不定日期；可能是\(choices.joined(separator: "、"))，请选定。"
      en =
        "It does not say from when, so no date is set. It may mean "
        + "\(choices.joined(separator: ", ")); please choose."
    }
    reading.findings.append(scan.finding("span-without-start", zh, en, at: words))
  }

  /// Counted from the day the document was sent out: that of the signature, to be checked.
  private mutating func takeCounted(
    _ words: Range<Int>, _ count: Int, _ span: DeadlineWords.Span
  ) {
    guard let issued, count < 1000, let due = span.day(count, after: issued) else {
      return noteUnread(words)
    }
    add(.date, due: due, years: [], false, words)
    reading.findings.append(
      scan.finding(
        "reckoned-from-issue", "从印发之日起算，按成文日期\(issued)算到\(due)，请核对。",
        "Counted from the day it was sent out; from \(issued) that gives \(due). Please check.",
        at: words))
  }

  /// 持续推进, 按国家要求 in a field.
  mutating func readStandingWords(_ range: Range<Int>) {
    if let issued, let at = scan.chars.find(Self.wholeYear, in: range) {
      let words = at..<at + Self.wholeYear.count
      add(.year, due: .last(ofYear: issued.year), years: [], false, words)
      noteInferred(.last(ofYear: issued.year), at: words)
      return
    }
    for index in range {
      if let found = DeadlineWords.standing.match(scan.chars, at: index, limit: range.upperBound) {
        let isShort = range.count <= 14 || found.value == .asRequired
        let words = isShort ? range : index..<index + found.length
        add(found.value, due: nil, years: [], false, words)
        return
      }
    }
  }

  /// …，持续推进。 and …，长期坚持。 at the end of a sentence, or alone in brackets.
  mutating func readClosingWords(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      defer { index += 1 }
      let before = index > range.lowerBound ? scan.chars[index - 1] : Sign.newline
      guard
        before == Sign.comma || before == Sign.open || before == Sign.stop
          || before == Sign.semicolon || before == Sign.newline && index > range.lowerBound,
        let found = DeadlineWords.closing.match(scan.chars, at: index, limit: range.upperBound)
      else { continue }
      let end = index + found.length
      let after = end < range.upperBound ? scan.chars[end] : Sign.stop
      guard after.endsSentence || after == Sign.close || after == Sign.newline else { continue }
      add(.ongoing, due: nil, years: [], false, index..<end)
    }
  }

  mutating func noteStartAlone() {
    guard let start, reading.deadlines.isEmpty else { return }
    reading.findings.append(
      scan.finding(
        "start-without-end", "只写了从\(start.year)年起，没有完成时限。",
        "It begins in \(start.year); no end is printed.", at: start.range))
  }

  mutating func noteBareBefore(_ date: DateWords) {
    reading.findings.append(
      scan.finding(
        "before-year", "“\(date.year)年前”按\(date.year)年底记，请核对。",
        "“Before \(date.year)” is kept as the end of \(date.year); please check.", at: date.range))
  }

  /// A day to come that nothing around it shows to be a deadline, or none.
  mutating func noteNotTaken(_ date: DateWords) {
    reading.findings.append(
      scan.finding(
        "date-not-taken", "“\(scan.name(date.range))”没有当作时限，如是时限请补填。",
        "“\(scan.name(date.range))” was not taken as a deadline; enter it if it is one.",
        at: date.range))
  }

  /// Over before the document was issued: a slip of the year, or no deadline at all.
  mutating func notePast(_ date: DateWords) {
    reading.findings.append(
      scan.finding(
        "date-in-the-past", "“\(scan.name(date.range))”早于成文日期，请核对年份；如只是情况说明则不必理会。",
        "“\(scan.name(date.range))” lies before the day of the document; please check the year.",
        at: date.range))
  }

  mutating func noteShortYear(_ date: DateWords) {
    reading.findings.append(
      scan.finding(
        "year-of-two-digits", "年份只写了两位，按\(date.year)年记，请核对。",
        "The year has two digits only; taken as \(date.year). Please check.", at: date.range))
  }

  mutating func noteNoSuchDay(_ words: Range<Int>, _ due: Day?) {
    let (zh, en) = (due?.description ?? "月底", due?.description ?? "the end of the month")
    reading.findings.append(
      scan.finding(
        "no-such-day", "没有“\(scan.name(words))”这一天，按\(zh)记，请核对。",
        "There is no such day; taken as \(en). Please check.", at: words))
  }

  /// 12月32日: a month is read, and behind it stands a day that no month has.
  func oddDay(behind date: DateWords, in range: Range<Int>) -> Range<Int>? {
    let end = date.range.upperBound
    guard end > 0, scan.chars[end - 1] == DateWords.month,
      let day = HeadWords.number(scan.chars, end, range.upperBound),
      end + day.length < range.upperBound
    else { return nil }
    let unit = scan.chars[end + day.length]
    guard unit == DateWords.day || unit == 0x53F7 else { return nil }
    return date.range.lowerBound..<end + day.length + 1
  }

  mutating func noteBeginning(_ date: DateWords) {
    reading.findings.append(
      scan.finding(
        "beginning-of", "“\(scan.name(date.range))”是期初，暂按期末记，请核对。",
        "This is a beginning and is kept as the end for now; please check.", at: date.range))
  }

  mutating func noteUnread(_ range: Range<Int>) {
    reading.findings.append(
      scan.finding(
        "unread-deadline", "读不出这个时限，请补填。", "This deadline could not be read; please enter it.",
        at: range))
  }
}
