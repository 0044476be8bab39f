import Reform

extension DocumentReader {
  /// The deadlines in a few words that a person has typed (2025年底前, 每年2月底前, 持续推进).
  ///
  /// Throws where the words name no time that one could hold anybody to, where something would have to
  /// be supposed, and where a part of them is no part of a deadline.
  public static func deadlines(in words: String, issued: Day?) throws(Fault) -> [Deadline] {
    let source = SourceText(Glyphs.folded(scalars(words)))
    let scan = Scan(LineJoiner.join(source), source)
    let range = 0..<max(0, scan.chars.count - 1)
    let read = DeadlineReader.read(field: range, scan, issued: issued)
    let found = read.deadlines.map { $0.value }
    // What lies before the task begins is refused with the day on which it does.
    if let doubt = read.findings.first(where: { $0.check != "date-in-the-past" }) {
      throw refusal(of: doubt.words ?? words, for: Self.reason(of: doubt), as: found, issued)
    }
    guard !found.isEmpty else {
      throw Fault(
        "没有读出时限，没有登记；\(DeadlineHelp.how.zh)",
        "no deadline was read; nothing was entered; \(DeadlineHelp.how.en)")
    }
    let printed = source.scalars.count { !$0.isBlank && $0 != Sign.newline }
    let kept = scan.chars.count { $0 != Sign.newline }
    let left = printed == kept ? read.left(of: range, scan) ?? Self.odd(found, scan) : words
    if let left {
      throw refusal(
        of: left, for: Phrase("没有读作时限的一部分", "is no part of a deadline"), as: found, issued)
    }
    return found
  }

  /// That there is no such day as was written with its year, 2027-04-31.
  public static func noSuchDay(_ words: String) -> Fault {
    refusal(of: words, for: noDay, as: [], nil)
  }

  private static let noDay = Phrase("这一天不存在", "is no day of any calendar")

  /// All words where beside 持续推进 there is a time as well: 持续到2027.
  private static func odd(_ found: [Deadline], _ scan: Scan) -> String? {
    guard found.allSatisfy({ $0.kind == .ongoing || $0.kind == .asRequired }) else { return nil }
    let range = 0..<scan.chars.count - 1
    var index = 0
    while index < range.upperBound {
      if let word = DeadlineWords.standing.match(scan.chars, at: index, limit: range.upperBound) {
        index += word.length
        continue
      }
      if scan.chars[index].isDigit || times.contains(scan.chars[index]) { return scan.name(range) }
      index += 1
    }
    return nil
  }

  private static let times = Set(scalars("年月日季周旬天或逾"))

  private static func refusal(
    of words: String, for reason: Phrase, as found: [Deadline], _ issued: Day?
  ) -> Fault {
    var (zh, en) = ("“\(words)”\(reason.zh)", "“\(words)” \(reason.en)")
    let found = found.filter(\.isSettled)
    if !found.isEmpty {
      let read = found.map { $0.understood(issued: issued) }
      zh += "，只能读作 \(read.map(\.zh).joined(separator: "；"))"
      en += ", and would be read as \(read.map(\.en).joined(separator: "; "))"
    }
    return Fault(
      "\(zh)，没有登记；\(DeadlineHelp.how.zh)", "\(en); nothing was entered; \(DeadlineHelp.how.en)",
      exitCode: 2)
  }

  /// Why what was found cannot be taken, in the words behind it.
  private static func reason(of doubt: Finding) -> Phrase {
    switch doubt.check {
    case "recurs-within-year":
      Phrase("一年不止一次，台账按年记", "comes more than once a year, and a ledger goes by years")
    case "no-such-day": noDay
    case "year-inferred", "no-year": Phrase("没有写年份", "names no year")
    case "before-year":
      Phrase("不知是年初以前还是年底以前", "may be the beginning of that year or its end")
    case "beginning-of": Phrase("是期初，没有写到哪一天", "is a beginning, without a day")
    case "year-of-two-digits": Phrase("年份只写了两位", "has a year of two digits")
    case "reckoned-from-issue": Phrase("是从印发之日算的", "is counted from a document's day")
    case "span-without-start": Phrase("没有写从哪天算起", "does not say from when")
    case "start-without-end": Phrase("只写了起点，没有完成时限", "is a beginning without an end")
    case "date-not-taken": Phrase("没有读全", "was not read as a whole")
    default: Phrase("没有读出时限", "was not read: no deadline was read")
    }
  }
}

/// How a deadline is written by hand.
enum DeadlineHelp {
  static let how = Phrase(
    "请写成 2027-02-28、2027年9月底前、每年12月底前 或 持续推进。",
    "write 2027-02-28, 2027年9月底前, 每年12月底前 or 持续推进.")
}

extension DeadlineReader.Reading {
  /// The first words of a field that are no part of what was read; nil where there are none.
  func left(of range: Range<Int>, _ scan: Scan) -> String? {
    var open = [Bool](repeating: true, count: range.count)
    for part in covered + deadlines.map(\.range) {
      for index in part.clamped(to: range) { open[index - range.lowerBound] = false }
    }
    // 到, 完成 stand before or behind a day, and only there.
    var index = range.lowerBound
    while index < range.upperBound {
      guard open[index - range.lowerBound] else {
        index += 1
        continue
      }
      guard
        let found = DeadlineWords.besides.match(scan.chars, at: index, limit: range.upperBound)
      else { break }
      index += found.length
    }
    guard index < range.upperBound else { return nil }
    let end =
      (index..<range.upperBound).first { !open[$0 - range.lowerBound] } ?? range.upperBound
    return scan.name(index..<end)
  }
}
