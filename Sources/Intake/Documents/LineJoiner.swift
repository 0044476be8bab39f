/// Closes up hard line breaks: lines to paragraphs, tabbed lines to rows.
struct LineJoiner {
  let source: SourceText
  let lines: [PageFurniture.Line]
  /// Columns of a full line where lines are broken hard; nil where a line is a paragraph.
  private let wrap: Int?
  /// The indent that paragraphs begin with, where they do.
  private let indent: Int?
  /// How the lines are to be read whose numbering only the numbers around them tell from text.
  private let doubts: [Int: Marker.Doubt]
  var joined = JoinedText()
  /// Cells of the header of the table that we are in.
  var tableColumns: Int?
  /// What the paragraph being built looks like so far.
  var open: (brackets: Int, since: Int) = (0, 0)
  private var lastLine: PageFurniture.Line?
  /// The last number of every kind of numbering.
  private var lastNumbers: [Marker.Kind: Int] = [:]

  init(_ source: SourceText, _ sifted: PageFurniture.Sifted) {
    (self.source, lines) = (source, sifted.lines)
    doubts = LineNumbering.doubts(in: sifted.lines, source)
    wrap = Self.wrapWidth(sifted.lines, source)
    let usual = sifted.lines.map(\.indent).sorted().dropFirst(sifted.lines.count / 4).first ?? 0
    let indented = sifted.lines.filter { $0.indent >= usual + 3 }.count
    indent = indented * 20 >= sifted.lines.count ? usual + 3 : nil
    joined.isCutOff = sifted.isCutOff
    joined.scalars.reserveCapacity(source.scalars.count)
    joined.origins.reserveCapacity(source.scalars.count)
    joined.folded.reserveCapacity(source.scalars.count)
  }

  static func join(_ source: SourceText) -> JoinedText {
    var joiner = LineJoiner(source, PageFurniture.sift(source))
    for index in joiner.lines.indices { joiner.take(index) }
    return joiner.joined
  }

  /// The width that long lines share, if many do.
  private static func wrapWidth(_ lines: [PageFurniture.Line], _ source: SourceText) -> Int? {
    let long = lines.filter { $0.tabs == 0 && $0.width >= 30 && !$0.isCut }
    let widths = long.map(\.width).sorted()
    guard widths.count >= 6 else { return nil }
    let usual = widths[widths.count * 75 / 100]
    guard usual <= 110 else { return nil }
    let full = widths.filter { $0 >= usual - 8 && $0 <= usual + 10 }.count
    // Lines that are broken hard seldom end where a sentence does.
    var broken = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where line.tabs == 0 && line.width >= usual - 8 && next.cells == nil {
      let last = source.scalars[line.range.upperBound - 1].folded
      guard !last.endsSentence, !last.isCloser, last != Sign.colon else { continue }
      let content = PageFurniture.compact(source, next.range, limit: 16)
      let isOther =
        Marker.read(content, at: 0, limit: content.count) != nil || HeadWords.startsLabel(content)
      if !isOther { broken += 1 }
    }
    return full * 100 >= widths.count * 45 && broken * 3 >= full ? usual : nil
  }

  // MARK: One line

  private mutating func take(_ index: Int) {
    let line = lines[index]
    let content = PageFurniture.compact(source, line.range, limit: 64)
    if takeRow(line, content, index) {
      lastLine = nil
      return
    }
    let kind = kind(of: content, line)
    if kind == .text, hasClauses, takeSignature(line, content, index) {
      lastLine = line
      return
    }
    if kind == .text, !startsParagraph(line, content, index) {
      extend(with: line)
    } else {
      begin(kind, with: line, index)
    }
    lastLine = line
  }

  func kind(of content: Scalars, _ line: PageFurniture.Line) -> JoinedText.Paragraph.Kind {
    if HeadWords.isDay(content) { return .day }
    if HeadWords.isFooter(content, width: line.width) { return .footer }
    if HeadWords.isAnnex(content, width: line.width) || isTitledAnnex(line, content) {
      return .annex
    }
    if line.isApart, Marker.read(content, at: 0, limit: content.count) == nil { return .aside }
    return .text
  }

  /// 附件 任务分工表: a blank parts the word from the title.
  private func isTitledAnnex(_ line: PageFurniture.Line, _ content: Scalars) -> Bool {
    guard line.range.count > 4, line.width < 90, content.has(scalars("附件"), at: 0) else {
      return false
    }
    return source.scalars[line.range.lowerBound + 2].isBlank
      && !content.contains { $0.endsSentence || $0 == Sign.comma }
  }

  private var hasClauses: Bool { !lastNumbers.isEmpty }

  mutating func begin(
    _ kind: JoinedText.Paragraph.Kind, with line: PageFurniture.Line, _ index: Int
  ) {
    let start = joined.scalars.count
    joined.paragraphs.append(.init(range: start..<start, kind: kind))
    open = (0, start)
    copy(line.range)
    closeParagraph()
    let range = joined.paragraphs[joined.paragraphs.count - 1].range
    if kind == .text {
      joined.paragraphs[joined.paragraphs.count - 1].marker = marker(
        joined.scalars, at: range.lowerBound, limit: range.upperBound, index)
      if let marker = joined.paragraphs[joined.paragraphs.count - 1].marker {
        lastNumbers[marker.kind] = marker.number
      }
    }
  }

  /// The numbering of a line, by its index.
  private func marker(_ text: Scalars, at start: Int, limit: Int, _ index: Int) -> Marker? {
    if let doubt = doubts[index] { return Marker.read(text, at: start, limit: limit, as: doubt) }
    return Marker.read(text, at: start, limit: limit)
  }

  private mutating func extend(with line: PageFurniture.Line) {
    if let last = joined.scalars.last, last < 0x80, last.isASCIILetter,
      source.scalars[line.range.lowerBound].isASCIILetter
    {
      joined.append(Sign.space, from: line.range.lowerBound)
    }
    copy(line.range)
    closeParagraph()
  }

  mutating func closeParagraph() {
    let index = joined.paragraphs.count - 1
    let start = joined.paragraphs[index].range.lowerBound
    joined.paragraphs[index].range = start..<joined.scalars.count
  }

  /// Copies a line: bold marks and invisible characters dropped, runs of blanks made one.
  mutating func copy(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = source.scalars[index]
      if scalar == 0x2A, index + 1 < range.upperBound, source.scalars[index + 1] == 0x2A {
        index += 2
        continue
      }
      if scalar.isBlank {
        if joined.scalars.last != Sign.space { joined.append(Sign.space, from: index) }
      } else if !scalar.isInvisible {
        joined.append(scalar, from: index)
        track(scalar.folded)
      }
      index += 1
    }
  }

  private mutating func track(_ folded: UInt32) {
    if folded.closer != nil {
      if open.brackets == 0 { open.since = joined.scalars.count }
      open.brackets += 1
    } else if folded.isCloser, open.brackets > 0 {
      open.brackets -= 1
    }
  }

  // MARK: Where a paragraph begins

  private func startsParagraph(
    _ line: PageFurniture.Line, _ content: Scalars, _ index: Int
  ) -> Bool {
    guard let last = lastLine, let paragraph = joined.paragraphs.last, paragraph.kind == .text
    else { return true }
    let ends = endsSentence(paragraph.range)
    let isFull = wrap.map { last.width >= $0 - 8 } ?? (last.width >= 96)
    if line.isCut, line.range.lowerBound > 0 { return true }
    if let marker = marker(content, at: 0, limit: content.count, index) {
      return startsClause(marker, after: paragraph, ends: ends, isFull: isFull)
    }
    let inBracket = open.brackets > 0 && joined.scalars.count - open.since < 400
    if HeadWords.startsLabel(content), !inBracket { return true }
    if content.first == Sign.open, HeadWords.day(content, at: 1) != nil, isTitle(paragraph) {
      return true
    }
    if inBracket { return false }
    if let indent, line.indent >= indent { return true }
    if signs(content, at: index, behind: paragraph, isFull: wrap != nil && isFull) { return true }
    if let wrap { return !isFull && (ends || !runsOn(paragraph, last.width * 100 >= wrap * 85)) }
    return ends || isShort(last, paragraph)
  }

  /// A number at the head of a line is no numbering where the line before runs on.
  private func startsClause(
    _ marker: Marker, after paragraph: JoinedText.Paragraph, ends: Bool, isFull: Bool
  ) -> Bool {
    if ends || !isFull || wrap == nil && goesOn(marker) { return true }
    if HeadWords.startsLabel(Scalars(joined.folded[paragraph.range].prefix(16))), goesOn(marker) {
      return true
    }
    if paragraph.marker == nil, marker.number == 1, isTitle(paragraph) { return true }
    guard paragraph.marker != nil || marker.kind == .article, paragraph.range.count < 60 else {
      return false
    }
    let stop = joined.folded[paragraph.range].contains(Sign.stop)
    return !stop && marker.kind != paragraph.marker?.kind
  }

  private func isTitle(_ paragraph: JoinedText.Paragraph) -> Bool {
    TitleWords.isWhole(Array(joined.scalars[paragraph.range].prefix(130)))
  }

  /// Where lines are paragraphs, the next number begins one even behind a line without a full stop.
  private func goesOn(_ marker: Marker) -> Bool {
    guard let last = joined.folded.last(where: { !$0.isBlank }), last != Sign.pause,
      last != Sign.comma
    else { return false }
    return lastNumbers[marker.kind] == marker.number - 1
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    var index = range.upperBound
    while index > range.lowerBound, joined.scalars[index - 1].isBlank { index -= 1 }
    guard index > range.lowerBound else { return true }
    let last = joined.folded[index - 1]
    return last.endsSentence || last == Sign.colon || last == Sign.close
      || last == 0x5D
      || last == 0x201D && index - 1 > range.lowerBound
        && joined.folded[index - 2].endsSentence
  }

  /// A plain paragraph in the middle of a sentence; a heading has no comma and no full stop.
  private func runsOn(_ paragraph: JoinedText.Paragraph, _ isNearlyFull: Bool) -> Bool {
    let body = joined.folded[paragraph.range].prefix(400)
    return body.contains(Sign.stop)
      || (paragraph.marker == nil || isNearlyFull) && body.contains(Sign.comma)
  }

  /// In a text whose lines are paragraphs: a line that can stand alone without a full stop.
  private func isShort(_ last: PageFurniture.Line, _ paragraph: JoinedText.Paragraph) -> Bool {
    if last.width < 44 || isTitle(paragraph) { return true }
    let body = joined.folded[paragraph.range].prefix(400)
    if body.contains(Sign.stop) || body.contains(Sign.semicolon) { return false }
    return last.width < 96 && (paragraph.marker != nil || !body.contains(Sign.comma))
  }
}
