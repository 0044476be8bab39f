/// Tables drawn with strokes (| a | b |) as tabbed lines, every scalar staying where it was.
enum PipeTable {
  static func tabbed(_ scalars: Scalars) -> Scalars {
    let stroke: UInt32 = 0x7C
    let strokes: Set<UInt32> = [0x7C, 0xFF5C, 0x2502, 0x2503]
    guard scalars.contains(where: strokes.contains) else { return scalars }
    var result = scalars.map { strokes.contains($0) ? stroke : $0 }
    var wasRow = false
    var start = 0
    while start < result.count {
      var end = start
      while end < result.count, result[end] != Sign.newline { end += 1 }
      let line = result.trimmed(start..<end)
      let isDrawn =
        line.count > 2 && result[line.lowerBound] == stroke
        && result[line.upperBound - 1] == stroke
      // a|b|c without strokes at its ends: a header, and the rows behind it.
      let count = result[line].count { $0 == stroke }
      let isRow = !isDrawn && count >= 1 && (wasRow || isHeader(result[line], stroke))
      if isDrawn || isRow { rewrite(&result, line, stroke) }
      if !line.isEmpty { wasRow = isRow || isDrawn }
      start = end + 1
    }
    return result
  }

  private static func isHeader(_ line: ArraySlice<UInt32>, _ stroke: UInt32) -> Bool {
    guard line.count <= 200 else { return false }
    let cells = line.split(separator: stroke, omittingEmptySubsequences: false).map {
      Scalars($0).filter { !$0.isBlank }
    }
    return cells.count >= 2 && TableHeader.isHeader(cells)
  }

  private static func rewrite(_ result: inout Scalars, _ line: Range<Int>, _ stroke: UInt32) {
    let isRule = result[line].allSatisfy {
      $0 == stroke || $0 == Sign.dash || $0 == Sign.colon || $0.isBlank
    }
    for index in line where isRule || result[index] == stroke {
      let isEdge =
        result[index] == stroke && (index == line.lowerBound || index == line.upperBound - 1)
      result[index] = isRule || isEdge ? Sign.space : Sign.tab
    }
  }
}
