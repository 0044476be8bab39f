import Reform

/// Reads when a clause is due, with the words that say so.
struct DeadlineReader {
  struct Reading {
    var deadlines: [(value: Deadline, range: Range<Int>)] = []
    var findings: [Finding] = []
    /// What was read beside the words of the deadlines: the same day once more, the year from which on.
    var covered: [Range<Int>] = []
  }

  let scan: Scan
  /// The day of the signature: what lies before it is no deadline.
  let issued: Day?
  /// True where a field of the same clause says when.
  let hasField: Bool
  var reading = Reading()
  /// The year of the last deadline read, for 6月底前 behind it.
  private var lastYear: Int?
  /// Where the last date that counts ends.
  private var lastEnd: Int?
  var start: (year: Int, range: Range<Int>)?

  init(_ scan: Scan, issued: Day?, hasField: Bool = false) {
    (self.scan, self.issued, self.hasField) = (scan, issued, hasField)
  }

  /// Reads running text; `skipping` are ranges that hold no deadlines (lists of units).
  static func read(
    body range: Range<Int>, skipping: [Range<Int>], hasField: Bool = false, _ scan: Scan,
    issued: Day?
  ) -> Reading {
    var reader = DeadlineReader(scan, issued: issued, hasField: hasField)
    reader.run(range, skipping: skipping, isField: false)
    return reader.reading
  }

  /// Reads a cell or a field that is there to say when.
  static func read(field range: Range<Int>, _ scan: Scan, issued: Day?) -> Reading {
    var reader = DeadlineReader(scan, issued: issued)
    reader.run(range, skipping: [], isField: true)
    if reader.reading.deadlines.isEmpty { reader.readStandingWords(range) }
    if reader.reading.deadlines.isEmpty, reader.reading.findings.isEmpty, range.count > 1 {
      reader.noteUnread(range)
    }
    return reader.reading
  }

  // MARK: Walking

  private mutating func run(_ range: Range<Int>, skipping: [Range<Int>], isField: Bool) {
    var index = range.lowerBound
    var skips = skipping[...]
    while index < range.upperBound {
      if let skip = skips.first, skip.lowerBound <= index {
        skips.removeFirst()
        index = max(index, skip.upperBound)
        continue
      }
      let scalar = scan.chars[index]
      if scalar == 0x300A, let end = closing(index, range) {
        index = end
        continue
      }
      if DeadlineWords.begins(scalar), let end = take(at: index, in: range, isField) {
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
    if !isField { readClosingWords(range) }
    noteStartAlone()
  }

  /// The end of 《…》: names of documents hold no deadlines.
  private func closing(_ index: Int, _ range: Range<Int>) -> Int? {
    var (position, depth) = (index, 0)
    while position < range.upperBound, position - index < 200 {
      if scan.chars[position] == 0x300A { depth += 1 }
      if scan.chars[position] == 0x300B { depth -= 1 }
      position += 1
      if depth == 0 { return position }
    }
    return nil
  }

  private mutating func take(at index: Int, in range: Range<Int>, _ isField: Bool) -> Int? {
    if let every = DeadlineWords.every.match(scan.chars, at: index, limit: range.upperBound) {
      return takeEvery(index, every.length, every.value, in: range, isField)
    }
    if let end = takeYears(at: index, in: range) { return end }
    if let end = takeSpan(at: index, in: range) { return end }
    if let end = takeWholeYear(at: index, in: range) { return end }
    if let unread = DeadlineWords.unread.match(scan.chars, at: index, limit: range.upperBound) {
      noteUnread(index..<index + unread.length)
      return index + unread.length
    }
    guard
      let date = DateWords.read(
        scan.chars, at: index, limit: range.upperBound, from: range.lowerBound)
    else { return nil }
    return takeDate(date, in: range, isField)
  }

  // MARK: Dates

  private mutating func takeDate(_ date: DateWords, in range: Range<Int>, _ isField: Bool) -> Int? {
    let signs = DeadlineSigns(scan, range, issued: issued, onlyPlain: hasField)
    if date.isStart, date.year > 0 {
      if !signs.isEvent(date) { start = (date.year, date.range) }
      return date.range.upperBound
    }
    if date.isStart, date.year == 0 {
      // 自5月1日起: a beginning, and no end.
      if isField { noteUnread(date.range) }
      return date.range.upperBound
    }
    let isJoined = goesOn(date, in: range)
    let isAmong = isJoined || continues(date, in: range) && !signs.isPast(date)
    let counts = isField || signs.accepts(date) || isAmong
    if counts || signs.mayBeMeant(date) {
      let standing = signs.standing(of: date)
      if standing == .asked, !signs.isPast(date) { noteNotTaken(date) }
      guard standing == .holds else { return date.range.upperBound }
    }
    guard counts else {
      if signs.isLate(date) {
        notePast(date)
      } else if signs.mayBeMeant(date) {
        noteNotTaken(date)
      }
      return date.range.upperBound
    }
    if signs.isPast(date) { notePast(date) }
    lastEnd = date.range.upperBound
    if date.isShortYear { noteShortYear(date) }
    if scan.chars[date.range.upperBound - 1] == 0x521D { noteBeginning(date) }
    let soft = signs.isSoft(date.range)
    switch date.shape {
    case .year where goesOnAfterYear(date):
      noteNotTaken(date)
      let end = date.range.upperBound
      let unread = DeadlineWords.unread.match(scan.chars, at: end, limit: range.upperBound)
      return end + (unread?.length ?? 0)
    case .year:
      add(.year, due: .last(ofYear: date.year), years: [date.year], soft, date.range)
      if date.isBareBefore { noteBareBefore(date) }
    case .day(let month, let day):
      let exact = day.flatMap { Day(date.year, month, $0) }
      let due = exact ?? Day.last(ofMonth: month, in: date.year)
      if day != nil, exact == nil { noteNoSuchDay(date.range, due) }
      if let odd = oddDay(behind: date, in: range) { noteNoSuchDay(odd, due) }
      add(.date, due: due, years: [date.year], soft, date.range)
    case .range(let last):
      return takeRange(date, to: last, in: range, soft)
    case .monthOnly(let month, let day):
      addInferred(date, month: month, day: day, soft, isJoined: isJoined)
    case .yearEndOnly:
      addInferred(date, month: 12, day: nil, soft)
    }
    return date.range.upperBound
  }

  /// Whether more of a day follows a year, in words that no rule reads.
  ///
  /// 2026年13月底前, 2025年春节前, 2025年中前: the end of the year is not what was meant.
  private func goesOnAfterYear(_ date: DateWords) -> Bool {
    let end = date.range.upperBound
    guard end < scan.chars.count, end > 0, scan.chars[end - 1] == 0x5E74 else { return false }
    switch scan.chars[end] {
    case 0x30...0x39: return DateWords.isPartOfDay(scan.chars, at: end)
    case 0x41...0x5A, 0x61...0x7A:
      return end + 1 < scan.chars.count && scan.chars[end + 1].isDigit
    default: return DeadlineWords.partsOfYear.match(scan.chars, at: end) != nil
    }
  }

  /// 2030年 in 到2025年和2030年.
  private func goesOn(_ date: DateWords, in range: Range<Int>) -> Bool {
    guard let lastEnd, date.range.lowerBound == lastEnd + 1 else { return false }
    let joint = scan.chars[lastEnd]
    return joint == 0x548C || joint == Sign.pause || joint == 0x53CA
  }

  /// 2026年20名 behind 2025年10名，: a figure for one more year of the same sentence.
  private func continues(_ date: DateWords, in range: Range<Int>) -> Bool {
    guard date.shape == .year, let lastEnd, date.range.lowerBound - lastEnd < 40,
      let last = lastYear, date.year == last + 1, !date.isInDigits
    else { return false }
    let end = date.range.upperBound
    guard end < range.upperBound,
      scan.chars[end].isDigit
        || DeadlineWords.reached.match(
          scan.chars, at: end, limit: range.upperBound) != nil
    else { return false }
    let between = scan.chars[lastEnd..<date.range.lowerBound]
    return between.last == Sign.comma || between.last == Sign.semicolon
      || between.last == Sign.pause
  }

  private mutating func takeRange(
    _ date: DateWords, to last: Int, in range: Range<Int>, _ soft: Bool
  ) -> Int {
    var end = date.range.upperBound
    var words = date.range
    var kind = Deadline.Kind.range
    var ahead = end
    while ahead < range.upperBound, scan.chars[ahead] == Sign.comma || scan.chars[ahead] == 0x95F4 {
      ahead += 1
    }
    if scan.chars.has(DeadlineWords.eachYear, at: ahead), ahead + 2 <= range.upperBound {
      kind = .rangeYearly
      end = ahead + 2
      words = words.lowerBound..<end
    }
    add(kind, due: .last(ofYear: last), years: Array(date.year...last), soft, words)
    return end
  }

  mutating func add(
    _ kind: Deadline.Kind, due: Day?, years: [Int], by: YearDay? = nil, _ soft: Bool,
    _ range: Range<Int>
  ) {
    let isKnown = reading.deadlines.contains {
      $0.value.kind == kind && $0.value.due == due && $0.value.by == by
    }
    if let year = years.last { lastYear = year }
    reading.covered.append(range)
    guard !isKnown else { return }
    let deadline = Deadline(
      kind, due: due, years: years, by: by, isSoft: soft, words: scan.name(range))
    reading.deadlines.append((deadline, range))
  }

  /// No year is printed: that of the deadline before, or else the next such day after the signature.
  private mutating func addInferred(
    _ date: DateWords, month: Int, day: Int?, _ soft: Bool, isJoined: Bool = false
  ) {
    let yearDay = YearDay(month: month, day: day)
    let year: Int
    // The year of the date before counts as printed; one taken from the signature does not.
    var printed: [Int] = []
    if let later = date.yearsLater, let issued {
      // 次年 is counted from the year before it.
      year = (date.isNextYear ? lastYear ?? issued.year : issued.year) + later
    } else if let lastYear, date.yearsLater == nil {
      year = lastYear
      printed = [year]
    } else if let issued {
      let same = yearDay.day(in: issued.year)
      year = same >= issued ? issued.year : issued.year + 1
    } else {
      reading.findings.append(
        scan.finding(
          "no-year", "时限没有写年份，文件也没有日期，请补填。",
          "A deadline without a year, and the document has no day; please enter it.",
          at: date.range))
      return
    }
    let kind: Deadline.Kind = date.shape == .yearEndOnly ? .year : .date
    add(kind, due: yearDay.day(in: year), years: printed, soft, date.range)
    // 2025年一季度、三季度: the year is printed for both.
    if !isJoined || printed.isEmpty { noteInferred(yearDay.day(in: year), at: date.range) }
  }

  mutating func noteInferred(_ due: Day, at range: Range<Int>) {
    reading.findings.append(
      scan.finding(
        "year-inferred", "时限没有写年份，按成文日期推为\(due)，请核对。",
        "No year is printed; taken as \(due) from the day of the document. Please check.",
        at: range))
  }
}
