import Foundation
import Reform

/// Reads what a bulletin reports: facts with their figures, and statements without one.
///
/// A fact is what stands between two commas and holds a figure; a statement a whole sentence that
/// holds none, or a part of one that says something by itself. Headings, the note of the editors and the list of readers report nothing.
struct BulletinReader {
  private let scan: Scan
  private let words: BulletinWords
  private let places: ReportedPlaces
  private let figures: FigureScanner
  private(set) var facts: [ClauseDraft] = []
  private(set) var findings: [Finding] = []
  private var section = Section()
  private var taken: Set<String> = []

  private struct Section {
    /// 二, and （一） below it.
    var top = ""
    var item = ""
    var title = ""

    var place: String { top + (item.isEmpty ? "" : "（\(item)）") }
  }

  private init(_ scan: Scan, _ names: PlaceNames, region: Division.Code?) {
    self.scan = scan
    words = .bundled
    places = ReportedPlaces(scan, names, region: region, words)
    figures = FigureScanner(scan.chars, words)
  }

  static func read(
    _ scan: Scan, _ head: DocumentHead, _ names: PlaceNames
  ) -> (facts: [ClauseDraft], findings: [Finding]) {
    var reader = BulletinReader(scan, names, region: head.region)
    for (number, paragraph) in scan.paragraphs.enumerated()
    where number >= reader.firstParagraph(below: head.title) {
      guard reader.scan.joined.paragraphs[number].kind == .text, !paragraph.isEmpty,
        reader.words.tails.match(scan.chars, at: paragraph.lowerBound, limit: paragraph.upperBound)
          == nil
      else { continue }
      reader.read(paragraph)
    }
    return (reader.facts, reader.findings)
  }

  /// The paragraph below the title; where it is not found the one below the day of the issue.
  private func firstParagraph(below title: String?) -> Int {
    let early = scan.paragraphs.prefix(40)
    let wanted = scalars(title ?? "").map(\.folded).filter { !$0.isBlank }
    if wanted.count > 4,
      let last = early.lastIndex(where: { range in
        range.count > 3 && range.count <= wanted.count + 4
          && wanted.find(Array(scan.chars[range]), in: 0..<wanted.count) != nil
      })
    {
      return last + 1
    }
    let day = early.indices.last { scan.joined.paragraphs[$0].kind == .day }
    return (day ?? -1) + 1
  }

  // MARK: Headings

  private mutating func read(_ paragraph: Range<Int>) {
    var start = paragraph.lowerBound
    if let (number, end) = ordinal(at: start, in: paragraph, Sign.pause) {
      section = Section(top: number, item: "", title: "")
      start = heading(from: start, end, in: paragraph)
    } else if scan.chars[start] == Sign.open,
      let (number, end) = ordinal(at: start + 1, in: paragraph, Sign.close)
    {
      (section.item, section.title) = (number, "")
      start = heading(from: start, end, in: paragraph)
    }
    for sentence in sentences(in: start..<paragraph.upperBound) { read(sentence: sentence) }
  }

  /// 二、 or （二）: the number, and what stands behind it.
  private func ordinal(
    at index: Int, in range: Range<Int>, _ closer: UInt32
  ) -> (number: String, end: Int)? {
    guard
      let (_, length) = Numerals.chinese(scan.chars, at: index, limit: range.upperBound),
      index + length < range.upperBound, scan.chars[index + length] == closer
    else { return nil }
    return (scan.name(index..<index + length), index + length + 1)
  }

  /// Where the text behind a heading begins: a heading is the first sentence, unless it reports.
  private mutating func heading(from start: Int, _ words: Int, in paragraph: Range<Int>) -> Int {
    let first = sentences(in: words..<paragraph.upperBound).first ?? words..<words
    guard first.count < 60, figures.figures(in: first).isEmpty else { return words }
    section.title = scan.name(first)
    return first.upperBound
  }

  // MARK: Sentences

  /// Sentences, marks inside quotes and brackets left alone.
  private func sentences(in range: Range<Int>) -> [Range<Int>] {
    split(range) { scan.chars[$0].endsSentence }
  }

  /// Parts between commas, those inside a number left alone.
  private func parts(of sentence: Range<Int>) -> [Range<Int>] {
    split(sentence) { index in
      guard scan.chars[index] == Sign.comma else { return false }
      let (before, behind) = (scan.chars[max(sentence.lowerBound, index - 1)], index + 1)
      return !(before.isDigit && behind < sentence.upperBound && scan.chars[behind].isDigit)
    }
  }

  private func split(_ range: Range<Int>, at isEnd: (Int) -> Bool) -> [Range<Int>] {
    var (found, start, depth): ([Range<Int>], Int, Int) = ([], range.lowerBound, 0)
    for index in range {
      switch scan.chars[index] {
      case 0x201C, 0x300A, Sign.open: depth += 1
      case 0x201D, 0x300B, Sign.close: depth = max(0, depth - 1)
      default: break
      }
      guard depth == 0, isEnd(index) else { continue }
      if index > start { found.append(start..<index) }
      start = index + 1
    }
    if range.upperBound > start { found.append(start..<range.upperBound) }
    return found
  }

  private mutating func read(sentence: Range<Int>) {
    var sentence = sentence
    if let (number, end) = ordinal(at: sentence.lowerBound, in: sentence, 0x662F) {
      section.item = number
      if figures.figures(in: sentence).isEmpty, sentence.count < 40 {
        section.title = scan.name(end..<sentence.upperBound)
        return
      }
      sentence = end..<sentence.upperBound
    }
    let parts = parts(of: sentence)
    let counted = parts.map { figures.figures(in: $0) }
    guard counted.contains(where: { !$0.isEmpty }) else {
      if isLong(sentence) { add(sentence, of: sentence, [], in: parts) }
      return
    }
    for (part, found) in zip(parts, counted) where !found.isEmpty || isStatement(part) {
      add(part, of: sentence, found, in: parts)
    }
  }

  private func isLong(_ part: Range<Int>) -> Bool { part.count { scan.chars[$0].isHan } >= 8 }

  /// Beside figures a part states something by itself unless it only leads to another.
  private func isStatement(_ part: Range<Int>) -> Bool {
    isLong(part)
      && words.bound.match(scan.chars, at: part.lowerBound, limit: part.upperBound) == nil
      && words.closing.matchBackwards(scan.chars, before: part.upperBound, from: part.lowerBound)
        == nil
  }

  private mutating func add(
    _ part: Range<Int>, of sentence: Range<Int>, _ found: [FigureScanner.Found],
    in parts: [Range<Int>]
  ) {
    let (line, column) = scan.position(part.lowerBound)
    var draft = ClauseDraft(
      kind: .fact, path: path(of: part), place: section.place, section: section.title,
      title: scan.name(part), text: scan.text(sentence), line: line, column: column)
    let goals = GoalWords(scan.chars, words, in: sentence)
    draft.targets = found.enumerated().map { index, figure in
      let low = index == 0 ? part.lowerBound : found[index - 1].range.upperBound
      let high = index + 1 < found.count ? found[index + 1].range.lowerBound : part.upperBound
      let label = FigureLabel(scan.chars, figure, between: low, and: high)
      let words = label.text.count > 1 ? label.text : String(draft.title.prefix(16))
      var target = TaskTarget(
        metric: Phrase(words, words), op: figure.upper == nil ? .equal : .range,
        value: figure.value, upper: figure.upper, unit: figure.unit)
      target.reported = TaskTarget.Reported(
        printed: scan.name(figure.range), qualifier: figure.qualifier,
        kind: kind(of: figure, label, goals, in: part))
      return Witnessed(target, scan.evidence(figure.range, in: sentence))
    }
    draft.places = places.places(of: part, among: parts, before: found.first?.range.lowerBound)
      .map { Witnessed(NamedPlace($0.code, .named), scan.evidence($0.range, in: sentence)) }
    for figure in found where !figure.isSure {
      findings.append(
        scan.finding(
          "no-unit", "这个数字后面没有认得的单位，请核对。",
          "No unit that is known stands behind this number; please check it.", at: figure.range))
    }
    facts.append(draft)
  }

  private func kind(
    of figure: FigureScanner.Found, _ label: FigureLabel, _ goals: GoalWords, in part: Range<Int>
  ) -> Achievement.Kind {
    if goals.hold(at: figure.range.lowerBound) { return .goal }
    if label.isBefore { return .before }
    return ThresholdWords.isThreshold(figure, scan.chars, in: part) ? .threshold : .result
  }

  /// A path by what is said, so that the same fact is known again wherever it stands.
  private mutating func path(of part: Range<Int>) -> String {
    let said = scan.chars[part].filter { $0.isHan || $0.isDigit || $0 == Sign.dot }
    let hash = said.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    let path = String(repeating: "0", count: 16 - digits.count) + digits
    let short = String(path.prefix(8))
    let free =
      (1...).lazy.map { $0 == 1 ? short : "\(short)-\($0)" }
      .first { !taken.contains($0) } ?? short
    taken.insert(free)
    return free
  }
}

extension DocumentReader {
  /// Reads `乡镇卫生院 132个；老年人 43万多`; throws where a part has no figure, or several.
  public static func reported(in line: String) throws(Fault) -> [TaskTarget] {
    let parts = line.split { "；;\n".contains($0) }.map { $0.filter { !$0.isWhitespace } }
    var found: [TaskTarget] = []
    for part in parts where !part.isEmpty {
      let chars = scalars(part).map(\.folded)
      let figures = FigureScanner(chars).figures(in: 0..<chars.count)
      guard let figure = figures.last, figure.range.upperBound == chars.count else {
        throw Fault(
          "没有读懂“\(part)”；请写成：乡镇卫生院 132个", "“\(part)” is not clear; write: 乡镇卫生院 132个")
      }
      let words = text(scalars(part).prefix(figure.range.lowerBound))
      var target = TaskTarget(
        metric: Phrase(words, words), op: figure.upper == nil ? .equal : .range,
        value: figure.value, upper: figure.upper, unit: figure.unit)
      target.reported = TaskTarget.Reported(
        printed: text(scalars(part)[figure.range]), qualifier: figure.qualifier, kind: .result)
      found.append(target)
    }
    return found
  }
}
