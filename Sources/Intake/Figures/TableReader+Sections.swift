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
  /// How many rows with numbers stand below it.
  var count = 0
}

/// Headings of rows inside a table.
extension TableReader {
  /// Takes in a row of one text as the heading of what is below it; false where it is none.
  mutating func takeSection(_ row: SheetRow) -> Bool {
    let texts = row.cells.filter { layout.scope.contains($0.column) && $0.value.words != nil }
    guard scene.key == nil, texts.count == 1, let cell = texts.first,
      case .text(let text) = cell.value,
      let found = section(text, cell, row)
    else { return false }
    endSection()
    section = found
    return true
  }

  private func section(_ text: String, _ cell: SheetCell, _ row: SheetRow) -> TableSection? {
    let (words, isNumbered) = Self.withoutNumber(text)
    let folded = NameKey.folded(words)
    guard (1...24).contains(folded.count), !TableWords.isNote(folded) else { return nil }
    var found = TableSection(words: text, at: at(row.number, cell.column))
    let head = intake.header.head(words)
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
    let area = scene.sheet.merges.area(row: row.number, column: cell.column)
    let isHeading = isNumbered || (area?.columns.count ?? 1) > 1
    found.isAsked =
      NarrowWords.areIn(heading: folded, known) || isHeading && !isGround(words, folded)
    return found.isAsked || isHeading ? found : nil
  }

  /// The indicators that the table has columns for.
  private var known: [Indicator] {
    let aims = Set(numbered.flatMap { $0.head.aims.map(\.indicator) })
    return intake.names.book.all.filter { aims.contains($0.id) }
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

  // MARK: Rows below

  /// Whether a row with numbers is left out: by the heading above it, or as that of several places together
  /// (粤东).
  mutating func isLeftOut(_ row: SheetRow, _ name: String) -> Bool {
    let isRegion =
      placeColumn != nil && !intake.find(name, in: city).isPlace && PlaceSigns.isRegion(name)
      && intake.places.gazetteer.foreign(named: name) == nil
    guard section?.use != nil || isRegion,
      numbered.contains(where: { row[$0.column]?.isNumber == true })
    else { return false }
    watch.look(at: row)
    lastData = row.number
    if section?.use != nil {
      section?.count += 1
    } else if said.insert("region \(name)").inserted {
      findings.append(
        FigureCheck.unreadNumber.finding(
          "“\(words(row, placeColumn) ?? name)”不是一个行政区划，是几个地区相加，这一行没有读入。",
          "“\(words(row, placeColumn) ?? name)” is no division but several places together, and the row was not "
            + "read.", at: at(row.number, placeColumn), words: name, severity: .note))
    }
    return true
  }

  /// Tells of the heading what became of the rows below it; where there are none it was a note.
  mutating func endSection() {
    defer { section = nil }
    guard let section else { return }
    guard section.count > 0 else {
      notes.append(.init(value: section.words, at: section.at))
      return
    }
    let (words, count) = (section.words, section.count)
    if section.use != nil {
      findings.append(
        FigureCheck.unreadNumber.finding(
          "“\(words)”下面的 \(count) 行没有读入：不是这一年的实际数。",
          "\(Plural("row").of(count)) under “\(words)” \(count == 1 ? "was" : "were") not read, being no numbers "
            + "of the year itself.", at: section.at, words: words, severity: .note))
    } else if section.isAsked {
      findings.append(
        FigureCheck.otherBasis.finding(
          "“\(words)”下面的 \(count) 行读作各地区的数；只是其中一部分、或另有所指的，请不要导入，合计后再报。",
          "\(Plural("row").of(count)) under “\(words)” \(count == 1 ? "was" : "were") read as those of their "
            + "places; where they are a part of them, or something else, add them up first.",
          at: section.at, words: words))
    }
  }
}
