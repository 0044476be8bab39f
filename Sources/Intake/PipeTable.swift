/// Tables drawn with strokes (| a | b |) as tabbed lines, every scalar staying where it was.
enum PipeTable {
  static func tabbed(_ scalars: Scalars) -> Scalars {
    let stroke: UInt32 = 0x7C
    guard scalars.contains(stroke) else { return scalars }
    var result = scalars
    var start = 0
    while start < result.count {
      var end = start
      while end < result.count, result[end] != Sign.newline { end += 1 }
      let line = result.trimmed(start..<end)
      if line.count > 2, result[line.lowerBound] == stroke, result[line.upperBound - 1] == stroke {
        rewrite(&result, line, stroke)
      }
      start = end + 1
    }
    return result
  }

  private static func rewrite(_ result: inout Scalars, _ line: Range<Int>, _ stroke: UInt32) {
    let isRule = result[line].allSatisfy {
      $0 == stroke || $0 == Sign.dash || $0 == Sign.colon || $0.isBlank
    }
    for index in line where isRule || result[index] == stroke {
      let isEdge = index == line.lowerBound || index == line.upperBound - 1
      result[index] = isRule || isEdge ? Sign.space : Sign.tab
    }
  }
}
