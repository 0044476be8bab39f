/// Tables set with blanks (序号 任务 责任部门) as tabbed lines, every scalar staying where it was.
///
/// Only a table that begins with 序号 is told from prose; its rows are the lines that go on counting.
struct SpaceTable {
  private var scalars: Scalars
  private var columns = 0
  private var targetColumns = 0
  private var wideColumns = 0
  private var last = 0

  static func tabbed(_ scalars: Scalars) -> Scalars {
    var table = SpaceTable(scalars: scalars)
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, scalars[end] != Sign.newline { end += 1 }
      let line = scalars.trimmed(start..<end)
      if !line.isEmpty { table.take(line) }
      start = end + 1
    }
    return table.scalars
  }

  private init(scalars: Scalars) { self.scalars = scalars }

  private mutating func take(_ line: Range<Int>) {
    guard let first = line.first, line.count < 2000, !scalars[line].contains(Sign.tab) else {
      return
    }
    if scalars[first] == Self.head[0] { return takeHeader(line) }
    if line.count <= 80, scalars[line].contains(Self.metric[0]), takeTargetHeader(line) { return }
    if targetColumns > 0 { return takeTargetRow(line) }
    if takeWide(line) { return }
    guard columns > 0, scalars[first].folded.isDigit else { return }
    takeRow(tokens(in: line))
  }

  private static let metric = Intake.scalars("指")

  /// A table without serial numbers whose cells stand two blanks or more apart.
  private mutating func takeWide(_ line: Range<Int>) -> Bool {
    let cells = wideTokens(in: line)
    guard cells.count >= 2 else {
      wideColumns = 0
      return false
    }
    if line.count <= 120, TableHeader.isHeader(cells.map { Array(scalars[$0]) }) {
      (wideColumns, columns) = (cells.count, 0)
    }
    guard cells.count == wideColumns else { return false }
    part(cells)
    return true
  }

  private func wideTokens(in line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    for token in tokens(in: line) {
      let gap = cells.last.map { last in
        (last.upperBound..<token.lowerBound).reduce(0) { $0 + (scalars[$1] == 0x3000 ? 2 : 1) }
      }
      if let last = cells.last, let gap, gap < 2 {
        cells[cells.count - 1] = last.lowerBound..<token.upperBound
      } else {
        cells.append(token)
      }
    }
    return cells
  }

  /// 指标 单位 2025年 2030年: a table of targets, whose rows have as many cells.
  private mutating func takeTargetHeader(_ line: Range<Int>) -> Bool {
    let cells = tokens(in: line)
    guard cells.count >= 3, TargetTable.isHeader(cells.map { Array(scalars[$0]) }) else {
      return false
    }
    (columns, targetColumns) = (0, cells.count)
    part(cells)
    return true
  }

  private mutating func takeTargetRow(_ line: Range<Int>) {
    let cells = tokens(in: line)
    guard cells.count == targetColumns else {
      targetColumns = 0
      return
    }
    part(cells)
  }

  private static let head = Intake.scalars("序号")

  private mutating func takeHeader(_ line: Range<Int>) {
    let cells = merged(tokens(in: line))
    let words = cells.map { cell in scalars[cell].filter { !$0.isBlank } }
    guard words.first == Self.head, cells.count >= 3, TableHeader.column(words[1]) == .task,
      TableHeader.isHeader(words)
    else { return }
    (columns, last) = (cells.count, 0)
    part(cells)
  }

  /// The serial number, the task, and behind it a cell for each column that is left.
  private mutating func takeRow(_ tokens: [Range<Int>]) {
    guard tokens.count >= columns, let serial = serial(tokens[0]), serial == last + 1 else {
      return
    }
    last = serial
    let behind = tokens.suffix(columns - 2)
    let task = tokens[1].lowerBound..<tokens[tokens.count - behind.count - 1].upperBound
    part([tokens[0], task] + behind)
  }

  private func serial(_ token: Range<Int>) -> Int? {
    let digits = scalars[token].map(\.folded)
    guard let found = Numerals.arabic(digits, at: 0, limit: digits.count),
      found.length == digits.count
    else { return nil }
    return found.value
  }

  private mutating func part(_ cells: [Range<Int>]) {
    for (cell, next) in zip(cells, cells.dropFirst()) {
      for index in cell.upperBound..<next.lowerBound { scalars[index] = Sign.space }
      scalars[cell.upperBound] = Sign.tab
    }
  }

  private func tokens(in line: Range<Int>) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start: Int?
    for index in line {
      if scalars[index].isBlank {
        if let first = start { tokens.append(first..<index) }
        start = nil
      } else {
        start = start ?? index
      }
    }
    if let first = start { tokens.append(first..<line.upperBound) }
    return tokens
  }

  /// 工 作 任 务 is one cell: single characters belong together.
  private func merged(_ tokens: [Range<Int>]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var isSingle = false
    for token in tokens {
      if isSingle, token.count == 1, let last = cells.popLast() {
        cells.append(last.lowerBound..<token.upperBound)
      } else {
        cells.append(token)
      }
      isSingle = token.count == 1
    }
    return cells
  }
}
