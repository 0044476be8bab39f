/// Flattened tables without serial numbers, and labels whose value stands on the next line.
extension FlatTable {
  /// A header of two or more words, and rows of as many lines whose units stand in their column.
  mutating func takePlain(at start: Int) -> Int {
    var end = start
    while end < lines.count, isHead(end), end - start < Self.widest { end += 1 }
    guard end - start >= 2 else { return takeLabel(at: start) }
    guard end - start < Self.widest else { return end }
    for columns in end - start...end - start + 2 where start + columns < lines.count {
      guard (end..<start + columns).allSatisfy(isShort) else { break }
      let heads = words(start..<start + columns)
      guard TableHeader.isHeader(heads) else { continue }
      let header = TableHeader(heads)
      var row = start + columns
      var found: [Int] = []
      while isRow(row, header) {
        found.append(row)
        row += columns
      }
      guard found.count >= 2 || found.count == 1 && row == lines.count else { continue }
      append(start..<start + columns)
      for row in found { append(row..<row + columns) }
      return row
    }
    return start
  }

  private func isRow(_ start: Int, _ header: TableHeader) -> Bool {
    guard start + header.columns.count <= lines.count else { return false }
    var named = false
    for (offset, column) in header.columns.enumerated() {
      let content = lines[start + offset].content
      if HeadWords.isAnnex(content, width: 0) || HeadWords.isDay(content) { return false }
      switch column {
      case .units:
        guard NoteLook.isUnits(content) else { return false }
        named = true
      case .task: if content.count < 2 || NoteLook.isUnits(content) { return false }
      default: break
      }
    }
    return named
  }

  /// 责任单位 on a line of its own, the units on the next.
  private mutating func takeLabel(at index: Int) -> Int {
    let content = lines[index].content
    guard index + 1 < lines.count,
      let found = NoteWords.labels.match(content, at: 0), found.length == content.count
    else { return index }
    let value = lines[index + 1].content
    switch found.value {
    case .units: guard NoteLook.isUnits(value) else { return index }
    case .time: guard TimeLook.isTime(value) else { return index }
    case .other: return index
    }
    append(index..<index + 2)
    return index + 2
  }

  // MARK: Merged cells

  /// The rows of one serial number whose first cell spans them: all but the first are a cell short.
  mutating func takeMerged(_ start: Int, _ range: Range<Int>, _ header: TableHeader) -> Bool {
    let kinds = Array(header.columns.dropFirst())
    guard kinds.count >= 3, range.count > kinds.count,
      (range.count - kinds.count) % (kinds.count - 1) == 0
    else { return false }
    var parts = [range.lowerBound..<range.lowerBound + kinds.count]
    while let last = parts.last, last.upperBound < range.upperBound {
      parts.append(last.upperBound..<last.upperBound + kinds.count - 1)
    }
    let score = parts.reduce(0) { sum, part in
      sum + zip(part, kinds.suffix(part.count)).reduce(0) { $0 + likeness($1.0, $1.1) }
    }
    guard score > fit(range, header).score else { return false }
    let serial = [lines[start].range]
    let spanning = [lines[range.lowerBound].range]
    for (index, part) in parts.enumerated() {
      let own = part.map { [lines[$0].range] }
      let first = index == 0 ? start : part.lowerBound
      let numbers = lines[first].number..<lines[part.upperBound - 1].number + 1
      set(
        Row(cells: [serial] + (index == 0 ? [] : [spanning]) + own, lines: numbers),
        at: numbers.lowerBound)
    }
    return true
  }
}
