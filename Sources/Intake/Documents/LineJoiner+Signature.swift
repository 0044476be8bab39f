/// The office that signs: a line of its own above the day, however the line before it ends.
extension LineJoiner {
  private static let seals = ["(代章)", "(盖章)", "(印)", "(章)"].map(scalars)
  private static let head = 12

  /// Whether a line is the office that signs, and not the end of the name before it.
  ///
  /// Behind a full line only an office counts that stands in the head too.
  func signs(
    _ content: Scalars, at index: Int, behind paragraph: JoinedText.Paragraph, isFull: Bool
  ) -> Bool {
    guard isOffice(content), isAboveDay(index),
      let last = joined.folded[paragraph.range].last(where: { !$0.isBlank }),
      last != Sign.pause, last != Sign.comma
    else { return false }
    return isInHead(withoutSeal(content)) || !isFull && content.count >= 5
  }

  /// Takes 某省人民政府办公厅 2025年3月28日 on one line as an office and a day; false for other lines.
  mutating func takeSignature(
    _ line: PageFurniture.Line, _ content: Scalars, _ index: Int
  ) -> Bool {
    guard line.tabs == 0,
      let year = content.firstIndex(where: { $0.isDigit || Numerals.digit($0) != nil }),
      let found = HeadWords.day(content, at: year), year + found.length == content.count,
      isOffice(Scalars(content[..<year]))
    else { return false }
    var (at, seen) = (line.range.lowerBound, 0)
    while seen < year, at < line.range.upperBound {
      let scalar = source.scalars[at]
      if !scalar.isBlank, !scalar.isInvisible, scalar != 0x2A { seen += 1 }
      at += 1
    }
    var (office, day) = (line, line)
    office.range = source.scalars.trimmed(line.range.lowerBound..<at)
    day.range = source.scalars.trimmed(at..<line.range.upperBound)
    begin(.text, with: office, index)
    begin(.day, with: day, index)
    return true
  }

  private func withoutSeal(_ content: Scalars) -> Scalars {
    let seal = Self.seals.first { content.has($0, before: content.count) }
    return Scalars(content.dropLast(seal?.count ?? 0))
  }

  private func isOffice(_ content: Scalars) -> Bool {
    let name = withoutSeal(content)
    return (4...40).contains(name.count) && !name.contains { $0.isMark || $0.isDigit }
      && NoteWords.suffixes.matchBackwards(name, before: name.count, from: 0) != nil
  }

  /// Whether nothing but offices stands between a line and the day.
  private func isAboveDay(_ index: Int) -> Bool {
    for next in lines[min(index + 1, lines.count)...].prefix(8) {
      let content = PageFurniture.compact(source, next.range, limit: 64)
      if HeadWords.isDay(content) { return true }
      guard isOffice(content) else { return false }
    }
    return false
  }

  /// 某省人民政府办公厅 begins the title, or is a line of the head.
  private func isInHead(_ name: Scalars) -> Bool {
    joined.paragraphs.prefix(Self.head).contains { paragraph in
      joined.folded[paragraph.range].filter { !$0.isBlank }.starts(with: name)
    }
  }
}
