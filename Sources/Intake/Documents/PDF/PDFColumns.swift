/// Pages that are set in two columns, such as those of gazettes, read one column after the other.
enum PDFColumns {
  /// Fewest lines with words on both sides of the middle.
  private static let fewest = 8

  static func unfold(_ pages: inout [PDFPage]) {
    for index in pages.indices {
      guard let middle = gap(of: pages[index]) else { continue }
      pages[index].lines = unfolded(pages[index].lines, at: middle)
    }
  }

  /// Where the columns of a page part; nil for a page of one column, or with a table of tasks.
  private static func gap(of page: PDFPage) -> Double? {
    guard let left = page.lines.map(\.left).min(), let right = page.lines.map(\.right).max(),
      !page.lines.indices.contains(where: { PDFTable.head(page.lines, at: $0, size: 12) != nil })
    else { return nil }
    let middle = (left + right) / 2
    let half = (right - left) / 2
    let sides = page.lines.compactMap { Self.sides(of: $0, at: middle) }
    guard sides.count >= fewest, sides.count * 10 >= page.lines.count * 6 else { return nil }
    // A table has short cells; a column of text fills its half.
    let full = sides.filter { $0.left > half * 0.75 && $0.right > half * 0.6 }.count
    return full * 10 >= sides.count * 6 ? middle : nil
  }

  /// How far the words on both sides of the middle reach, where none crosses it.
  private static func sides(
    of line: PDFPage.Line, at middle: Double
  ) -> (left: Double, right: Double)? {
    let one = line.words.filter { $0.right <= middle + $0.height * 0.5 }
    let other = line.words.filter { $0.left >= middle - $0.height * 0.5 }
    guard let first = one.first, let last = one.last, let next = other.first, let end = other.last,
      one.count + other.count == line.words.count, next.left - last.right > line.height * 0.8
    else { return nil }
    return (last.right - first.left, end.right - next.left)
  }

  /// The left lines, then the right ones, moved to where the left ones stand; a line that crosses the
  /// middle ends both.
  private static func unfolded(_ lines: [PDFPage.Line], at middle: Double) -> [PDFPage.Line] {
    let starts = lines.compactMap { line in line.words.first { $0.left > middle - 6 }?.left }
    let shift = (starts.min() ?? middle) - (lines.map(\.left).min() ?? 0)
    var (result, left, right) = ([PDFPage.Line](), [PDFPage.Line](), [PDFPage.Line]())
    for line in lines {
      let crosses = line.words.contains { $0.left < middle - 6 && $0.right > middle + 6 }
      if crosses {
        result += left + right + [line]
        (left, right) = ([], [])
        continue
      }
      let one = line.words.filter { $0.left < middle - 6 }
      let other = line.words.filter { $0.left >= middle - 6 }
      if !one.isEmpty { left.append(.init(words: one)) }
      if !other.isEmpty { right.append(.init(words: other.map { $0.moved(by: -shift) })) }
    }
    return result + left + right
  }
}
