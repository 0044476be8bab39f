import Reform

/// Number, title, issuer and day from the head and the signature.
struct HeadReader {
  private let text: JoinedText
  private let source: SourceText
  private let places: PlaceNames
  private(set) var head = DocumentHead()
  private(set) var findings: [Finding] = []

  init(_ text: JoinedText, _ source: SourceText, places: PlaceNames) {
    (self.text, self.source, self.places) = (text, source, places)
  }

  /// Reads the head; `body` is where the first clause begins.
  static func read(
    _ text: JoinedText, _ source: SourceText, places: PlaceNames, body: Int
  ) -> (head: DocumentHead, findings: [Finding]) {
    var reader = HeadReader(text, source, places: places)
    let early = reader.text.paragraphs.prefix { $0.range.lowerBound < body }.prefix(60)
    reader.readNumber()
    reader.readTitles(Array(early))
    reader.readDays(body: body)
    reader.readIssuer(Array(early))
    reader.head.region = reader.region()
    reader.head.isTruncated = text.isCutOff
    reader.readBulletin(early)
    reader.noteMissing()
    return (reader.head, reader.findings)
  }

  // MARK: Number

  private mutating func readNumber() {
    let lines = (0..<min(source.lineCount, 80)).map { source.scalars[source.line($0)] }
    for (index, line) in lines.enumerated() where takeNumber(Scalars(line)) == false {
      // 某政发〔2025〕10 and its 号 on the next line that is not empty.
      guard line.contains(where: \.isHan),
        let next = lines[(index + 1)...].first(where: { $0.contains { !$0.isBlank } }),
        next.filter({ !$0.isBlank }) == [0x53F7]
      else { continue }
      _ = takeNumber(Scalars(line) + [0x53F7])
    }
    guard head.number == nil else { return }
    for paragraph in text.paragraphs.prefix(30)
    where paragraph.range.count <= 60 && takeNumber(Scalars(text.scalars[paragraph.range])) {
      return
    }
  }

  /// Takes the number that a line consists of.
  private mutating func takeNumber(_ line: Scalars) -> Bool {
    guard head.number == nil else { return true }
    let plain = line.filter { !$0.isBlank && !$0.isInvisible && $0 != 0x2A }
    let content = plain.prefix(60).map(\.folded)
    let start = labelled(content) ?? 0
    guard let end = HeadNumber.end(of: content, from: start),
      end == content.count || content.has(Self.signer, at: end)
        || HeadWords.day(content, at: end).map({ end + $0.length == content.count }) == true
    else { return false }
    var number = Array(plain[start..<end])
    if number.first?.folded == Sign.open, number.last?.folded == Sign.close {
      number = Array(number.dropFirst().dropLast())
    }
    head.number = Intake.text(number.map { $0.folded.isDigit ? $0.folded : $0 })
    return true
  }

  private static let signer = scalars("签发人")
  private static let labels = ["发文字号:", "文号:", "发文号:", "文件编号:"].map(scalars)

  private func labelled(_ content: Scalars) -> Int? {
    Self.labels.first { content.has($0, at: 0) }?.count
  }

  // MARK: Title

  private mutating func readTitles(_ early: [JoinedText.Paragraph]) {
    var titles: [String] = []
    var index = 0
    while index < early.count {
      defer { index += 1 }
      guard var candidate = titleText(early[index]) else { continue }
      var next = index + 1
      while next < early.count, candidate.count < 90, let more = titleText(early[next]),
        goesOn(candidate, with: more)
      {
        candidate += more
        next += 1
      }
      guard TitleWords.isWhole(candidate) else { continue }
      index = next - 1
      titles.append(Intake.text(withoutNumber(candidate)))
    }
    if titles.isEmpty, let title = labelledTitle() { titles = [title] }
    head.title = titles.first { $0.hasSuffix("通知") || $0.hasSuffix("意见") } ?? titles.first
    let plan = titles.first { title in title != head.title && head.title?.contains(title) == true }
    head.plan = plan ?? titles.first { $0 != head.title && isPlan($0) }
  }

  /// Whether a line goes on a title; 的通知 goes on one that would be whole without it.
  private func goesOn(_ title: Scalars, with more: Scalars) -> Bool {
    if more == Self.ofNotices { return true }
    if TitleWords.sends(title.map(\.folded)) { return false }
    return !TitleWords.isWhole(title) && TitleWords.continues(title, more)
  }

  private static let ofNotices = scalars("的通知")

  /// Whether a title may be that of what the notice sends out: most of it stands in the notice's title.
  ///
  /// 重点任务分工表 of an annex names no plan that is called 实施方案.
  private func isPlan(_ title: String) -> Bool {
    guard let notice = head.title, notice.hasSuffix("通知") else { return true }
    let known = Set(notice)
    let shared = title.count { known.contains($0) }
    return shared * 2 >= title.count
  }

  /// What stands behind 标题： in the head of a web page.
  private func labelledTitle() -> String? {
    let label = scalars("标题:")
    for number in 0..<min(source.lineCount, 40) {
      let line = source.scalars[source.line(number)].filter { !$0.isBlank && !$0.isInvisible }
      guard let at = line.map(\.folded).find(label, in: 0..<min(line.count, 400)) else { continue }
      let words = line[(at + label.count)...].drop { $0 == 0x7C }.prefix { $0 != 0x7C }
      if TitleWords.isWhole(Array(words.prefix(120))) { return Intake.text(words) }
    }
    return nil
  }

  /// A title without the document's number in brackets behind it, which is kept as the number.
  private mutating func withoutNumber(_ title: Scalars) -> Scalars {
    let folded = title.map(\.folded)
    guard folded.last == Sign.close, let open = folded.lastIndex(of: Sign.open),
      let end = HeadNumber.end(of: folded, from: open + 1), end == folded.count - 1
    else { return title }
    if head.number == nil { head.number = Intake.text(title[(open + 1)..<end]) }
    return Scalars(title[..<open])
  }

  /// A paragraph that may be a title, or a line of one: no sentence, no address, no day.
  private func titleText(_ paragraph: JoinedText.Paragraph) -> Scalars? {
    guard paragraph.kind == .text, paragraph.marker == nil, paragraph.range.count <= 120 else {
      return nil
    }
    let content = text.scalars[paragraph.range].filter { !$0.isBlank }
    let folded = content.map(\.folded)
    guard !isHeading(folded) else { return nil }
    guard let last = folded.last, !last.endsSentence, last != Sign.colon,
      !folded.contains(Sign.stop), !folded.contains(Sign.colon),
      HeadNumber.end(of: folded, from: 0) == nil,
      HeadNumber.end(of: folded + [0x53F7], from: 0) == nil, folded != [0x53F7]
    else { return nil }
    return TitleWords.unquoted(Array(content))
  }

  /// 2 重点任务: a number of one or two digits before its words; 2026年重点任务 and 30项任务 are none.
  private func isHeading(_ folded: Scalars) -> Bool {
    guard let number = Numerals.arabic(folded, at: 0, limit: folded.count), number.length < 3,
      number.length < folded.count
    else { return false }
    let next = folded[number.length]
    return next == Sign.dot || next.isHan && !Self.counted.contains(next)
  }

  private static let counted = Set(scalars("年月日个项条大类种家所张台件次分位名万亿千百周届期"))

  // MARK: Days and issuer

  private mutating func readDays(body: Int) {
    for (index, paragraph) in text.paragraphs.enumerated() {
      var content: Scalars { text.folded[paragraph.range].filter { !$0.isBlank } }
      switch paragraph.kind {
      case .day:
        guard head.issued == nil, let day = HeadWords.day(content) else { continue }
        head.issued = Day(day.year, day.month, day.day)
        head.issuer = signature(before: index)
      case .footer:
        readPrinted(content)
      case .text where head.issued == nil && paragraph.range.upperBound <= body:
        readBracketedDay(content)
      default: continue
      }
    }
  }

  /// （2019年5月4日国务院办公厅发布） under a title, and 成文日期：2019年5月4日.
  private mutating func readBracketedDay(_ content: Scalars) {
    guard content.count < 80 else { return }
    let start =
      HeadWords.dayLabelEnd(content) ?? HeadNumber.end(of: content, from: 0)
      ?? (content.first == Sign.open ? 1 : nil)
    guard let start, let day = HeadWords.day(content, at: start) else { return }
    head.issued = Day(day.year, day.month, day.day)
  }

  private mutating func readPrinted(_ content: Scalars) {
    guard let year = content.indices.first(where: { HeadWords.day(content, at: $0) != nil }),
      let day = HeadWords.day(content, at: year)
    else { return }
    head.printed = Day(day.year, day.month, day.day)
  }

  /// The line above the day, where it reads as an office.
  private func signature(before index: Int) -> String? {
    var names: [String] = []
    for above in stride(from: index - 1, through: max(0, index - 8), by: -1) {
      let paragraph = text.paragraphs[above]
      let name = text.scalars[text.scalars.trimmed(paragraph.range)]
      guard paragraph.kind == .text, paragraph.marker == nil, (3...60).contains(name.count),
        !name.contains(where: { $0.folded.isMark }),
        NoteWords.suffixes.matchBackwards(Array(name), before: name.count, from: 0) != nil
      else { break }
      names.insert(HeadWords.withoutBlanksInside(Array(name)), at: 0)
    }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  private mutating func readIssuer(_ early: [JoinedText.Paragraph]) {
    guard head.issuer == nil else { return }
    if let title = head.title, let issuer = Self.issuer(of: title) {
      head.issuer = asPrinted(issuer, early) ?? issuer
      return
    }
    for paragraph in early {
      let name = Array(text.scalars[paragraph.range].filter { !$0.isBlank })
      guard name.count <= 30, name.has(scalars("文件"), before: name.count) else { continue }
      head.issuer = Intake.text(name.dropLast(2))
      return
    }
  }

  /// What a title begins with: 福州市人民政府 before 关于, or before 印发《关于…….
  private static func issuer(of title: String) -> String? {
    let ends = ["关于", "印发《", "转发《"].compactMap { title.range(of: $0)?.lowerBound }
    guard let end = ends.min(), end > title.startIndex else { return nil }
    return String(title[..<end])
  }

  /// Two offices stay parted (福州市委 福州市人民政府) where a blank or a line stands between them.
  private func asPrinted(_ issuer: String, _ early: [JoinedText.Paragraph]) -> String? {
    let sought = scalars(issuer)
    for first in early.indices where early[first].kind == .text {
      var words: Scalars = []
      var count = 0
      for scalar in early[first...].prefix(6).flatMap({ text.scalars[$0.range] + [Sign.space] }) {
        if !scalar.isBlank {
          guard scalar == sought[count] else { break }
          count += 1
        }
        words.append(scalar)
        if count == sought.count { return HeadWords.withoutBlanksInside(words) }
      }
    }
    return nil
  }

  /// The division that the issuer, or else the title, begins with.
  private func region() -> Division.Code? {
    head.openings.lazy.compactMap { places.leading(scalars($0)) }.first
  }

  // MARK: Kind

  /// A bulletin has the number of its issue where others have that of the document.
  private mutating func readBulletin(_ early: ArraySlice<JoinedText.Paragraph>) {
    guard head.number == nil else { return }
    let speech = early.prefix(8).compactMap { titleText($0) }.first {
      TitleWords.isSpeech($0.map(\.folded))
    }
    if let speech {
      head.kind = .bulletin
      head.title = Intake.text(speech)
    }
    let line = early.prefix(12).first { paragraph in
      let content = Array(text.folded[paragraph.range].filter { !$0.isBlank })
      return content.count < 40 && TitleWords.isIssueLine(content)
    }
    guard let line else { return }
    head.kind = .bulletin
    readOfficeAndDay(early)
    if head.title == nil { head.title = bulletinTitle(early, below: line) }
    // A bulletin is about the place in its title, whoever issued it.
    head.region = head.title.flatMap { places.lowest(scalars($0)) } ?? head.region
    head.number = Intake.text(text.scalars[line.range].filter { !$0.isBlank })
  }

  /// 大同市医改办　2023年11月20日: who issued it and when, on one line.
  private mutating func readOfficeAndDay(_ early: ArraySlice<JoinedText.Paragraph>) {
    guard head.issued == nil else { return }
    for paragraph in early.prefix(8) {
      let content = text.folded[paragraph.range].filter { !$0.isBlank }
      guard content.count < 50,
        let start = content.indices.dropFirst(3).first(where: {
          HeadWords.day(content, at: $0) != nil
        }),
        let day = HeadWords.day(content, at: start)
      else { continue }
      head.issued = Day(day.year, day.month, day.day)
      if head.issuer == nil { head.issuer = Intake.text(content[..<start]) }
      return
    }
  }

  /// The first line below that of the issue that is neither an office nor a day nor a sentence.
  private func bulletinTitle(
    _ early: ArraySlice<JoinedText.Paragraph>, below issue: JoinedText.Paragraph
  ) -> String? {
    early.first { paragraph in
      guard paragraph.range.lowerBound >= issue.range.upperBound, paragraph.kind == .text,
        let title = titleText(paragraph), title.count >= 6
      else { return false }
      let folded = title.map(\.folded)
      return !folded.indices.contains { HeadWords.day(folded, at: $0) != nil }
        && NoteWords.suffixes.matchBackwards(title, before: title.count, from: 0) == nil
    }
    .flatMap { titleText($0) }.map { Intake.text($0) }
  }

  private mutating func noteMissing() {
    func note(_ check: String, _ zh: String, _ en: String) {
      findings.append(Finding(check, .warning, Phrase(zh, en), at: .init(line: 1, column: 1)))
    }
    if head.number == nil, head.kind == .policy {
      note("no-number", "没有找到文号，请补填。", "No document number was found; please enter it.")
    }
    if head.title == nil {
      note("no-title", "没有找到标题，请补填。", "No title was found; please enter it.")
    }
    if head.issued == nil {
      note("no-date", "没有找到成文日期，请补填。", "No day of signature was found; please enter it.")
    }
    if let issued = head.issued, let printed = head.printed, printed < issued {
      note(
        "printed-before-signed", "印发日期\(printed)早于落款日期\(issued)，以落款为准，请核对。",
        "Printed on \(printed), before it was signed on \(issued); the signature counts.")
    }
  }
}
