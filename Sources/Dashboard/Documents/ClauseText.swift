import Cells

/// A clause wrapped to a width, each line knowing where in the clause it begins.
struct ClauseText: Equatable {
  struct Line: Equatable {
    var text: String
    /// Offset of its first scalar in the clause.
    var start: Int
  }

  private(set) var lines: [Line] = []

  init(_ text: String, width: Int, _ ruler: Ruler) {
    let scalars = text.unicodeScalars.map { $0 == "\t" ? " " : $0 }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: scalars)
    var place = 0
    for line in ruler.wrap(String(plain), to: max(2, width)) {
      let first = line.unicodeScalars.first
      // Blanks at a break are left out of the lines.
      while let first, place < scalars.count, scalars[place] != first { place += 1 }
      lines.append(Line(text: line, start: place))
      place += line.unicodeScalars.count
    }
  }

  /// The first line that shows some of a range.
  func line(of offset: Int) -> Int? { lines.lastIndex { $0.start <= offset } }

  /// Columns of a line that show a part of the clause, from its left.
  func columns(of range: Range<Int>, in line: Line, _ ruler: Ruler) -> Range<Int>? {
    let scalars = Array(line.text.unicodeScalars)
    let low = max(range.lowerBound, line.start)
    let high = min(range.upperBound, line.start + scalars.count)
    guard low < high else { return nil }
    func width(_ end: Int) -> Int {
      scalars[..<(end - line.start)].reduce(0) { $0 + ruler.columns(of: $1) }
    }
    return width(low)..<width(high)
  }
}
