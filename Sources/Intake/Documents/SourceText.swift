import Reform

/// A text as it came in: scalars, and where its lines begin.
struct SourceText: Sendable {
  var scalars: Scalars
  /// Offset of the first scalar of every line.
  var lineStarts: [Int]

  init(_ scalars: Scalars) {
    self.scalars = scalars
    lineStarts = [0]
    for index in scalars.indices where scalars[index] == Sign.newline {
      lineStarts.append(index + 1)
    }
  }

  var lineCount: Int { lineStarts.count }

  /// The scalars of a line without its end.
  func line(_ number: Int) -> Range<Int> {
    let start = lineStarts[number]
    let end = number + 1 < lineStarts.count ? lineStarts[number + 1] - 1 : scalars.count
    return start..<max(start, end)
  }

  /// Line and column, counted from 1, of an offset.
  func position(of offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - lineStarts[low] + 1)
  }
}
