import Foundation
import Reform

/// A row of words alone that says of the rows below it what they are (2023年, 二、上年数, 民营医院).
struct TableSection {
  var words: String
  var at: SourcePlace
  var period = PeriodText()
  /// Why the rows below are not read; nil where they are.
  var use: ColumnReading.Use?
  /// Whether it names a part of what is counted, or something that nobody knows.
  var isAsked = false
  /// Whether it names an own level (市本级), which is to be asked about above rows of whole cities alone.
  var isOwn = false
  /// Whether it is the name of another indicator, whose rows have no header of their own.
  var isOtherTitle = false
  /// How many rows with numbers stand below it.
  var count = 0

  /// What became of the rows below it.
  var finding: Finding? {
    if isOtherTitle {
      return FigureCheck.noHeader.finding(
        "“\(words)”是另一个指标，下面的 \(count) 行上方没有自己的表头，没有读入；请在它下面写上表头（如 地区、2022年）。",
        "“\(words)” is another indicator, and \(Plural("row").of(count)) below it without a header of their own "
          + "\(count == 1 ? "was" : "were") not read; write a header (a place and years, say) under it.",
        at: at, words: words)
    }
    if use != nil {
      return FigureCheck.unreadNumber.finding(
        "“\(words)”下面的 \(count) 行没有读入：不是这一年的实际数。",
        "\(Plural("row").of(count)) under “\(words)” \(count == 1 ? "was" : "were") not read, being no numbers "
          + "of the year itself.", at: at, words: words, severity: .note)
    }
    guard isAsked else { return nil }
    return FigureCheck.otherBasis.finding(
      "“\(words)”下面的 \(count) 行读作各地区的数；只是其中一部分、或另有所指的，请不要导入，合计后再报。",
      "\(Plural("row").of(count)) under “\(words)” \(count == 1 ? "was" : "were") read as those of their "
        + "places; where they are a part of them, or something else, add them up first.",
      at: at, words: words)
  }
}

/// Finds out what a row of one text says of the rows below it.
struct SectionReader {
  let intake: FigureIntake
  /// The city in which names are looked for.
  let city: Division.Code?
  /// The indicators that the table has columns for.
  let known: [Indicator]

  /// The heading that a text is; nil where it is none.
  func section(_ text: String, isWide: Bool, at place: SourcePlace) -> TableSection? {
    let (words, isNumbered) = Self.withoutNumber(text)
    let folded = NameKey.folded(words)
    guard (1...24).contains(folded.count), !TableWords.isNote(folded) else { return nil }
    var found = TableSection(words: text, at: place)
    let head = intake.header.head(words)
    if !known.isEmpty, !head.aims.isEmpty, head.qualifiers.isEmpty, head.roles.isEmpty,
      !head.aims.contains(where: { aim in known.contains { $0.id == aim.indicator } })
    {
      (found.use, found.isOtherTitle) = (.unknown, true)
      return found
    }
    // 二、县（市、区）
    if isNumbered, [.place, .city, .province].contains(head.word) { return found }
    guard !head.isStatement, !head.isOnlyUnit, head.word == nil, head.aims.isEmpty,
      intake.find(words, in: city).division == nil, TableWords.totalStem(folded) == nil,
      head.qualifiers.isEmpty
    else { return nil }
    (found.period, found.use) = (head.period, HeaderReader.reason(head.roles))
    if found.use != nil || !head.period.isEmpty {
      found.isAsked = !isGround(head.name, head.name)
      return found
    }
    // 一、本年数 ends what stood above it.
    if head.name.isEmpty { return head.roles.isEmpty ? nil : found }
    let isHeading = isNumbered || isWide
    found.isOwn = OwnLevelWords.are(cell: folded)
    found.isAsked =
      NarrowWords.areIn(heading: folded, known) || isHeading && !isGround(words, folded)
    return found.isAsked || found.isOwn || isHeading ? found : nil
  }

  /// Whether words say where rows lie, or only what the table is of.
  private func isGround(_ words: String, _ folded: String) -> Bool {
    if intake.names.words.meant(folded).isEmpty { return true }
    if PlaceSigns.isGround(folded) || PlaceSigns.isZone(folded) { return true }
    if intake.find(words, in: city).isPlace || !intake.places.mentions(in: [words]).isEmpty {
      return true
    }
    return known.allSatisfy { NarrowWords.words(of: $0).contains(folded) }
  }

  /// The words behind `一、`, `（二）`, `附：`.
  private static func withoutNumber(_ text: String) -> (words: String, isNumbered: Bool) {
    let pattern =
      "^\\s*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|附[表件]?[0-9一二三四五]*[:：、]|第[一二三四五六七八九十]部分[:：、]?|其中[:：])\\s*"
    guard let range = text.range(of: pattern, options: .regularExpression),
      range.upperBound < text.endIndex
    else { return (text, false) }
    return (String(text[range.upperBound...]), true)
  }
}
