/// Lines in order parted among columns in order, so that they fit best.
enum FlatFit {
  static func best(
    lines: Int, columns: Int, _ extra: [Int], _ likeness: (Int, Int) -> Int
  ) -> (columns: [Int], score: Int) {
    guard lines > 0, columns > 0 else { return ([], 0) }
    var score = [[Int]](repeating: [Int](repeating: -1_000_000, count: columns), count: lines)
    var from = score
    for line in 0..<lines {
      for column in 0..<columns {
        let own = likeness(line, column)
        guard line > 0 else {
          score[0][column] = own - column
          continue
        }
        for before in 0...column {
          // Two lines of one cell, and columns passed over, cost a little.
          let step = before == column ? extra[column] : -(column - before - 1)
          let sum = score[line - 1][before] + own + step
          if sum > score[line][column] { (score[line][column], from[line][column]) = (sum, before) }
        }
      }
    }
    var column = 0
    for other in 1..<max(1, columns)
    where score[lines - 1][other] - (columns - 1 - other)
      > score[lines - 1][column] - (columns - 1 - column)
    {
      column = other
    }
    let total = score[lines - 1][column] - (columns - 1 - column)
    var path = [Int](repeating: 0, count: lines)
    for line in stride(from: lines - 1, through: 0, by: -1) {
      path[line] = column
      if line > 0 { column = max(0, from[line][column]) }
    }
    return (path, total)
  }
}

/// Whether a cell says when.
enum TimeLook {
  private static let words = WordTrie([
    "年底", "月底", "年内", "持续", "长期", "全年", "年", "月", "季度", "上半年", "下半年", "日前", "即日", "常态",
  ])
  private static let signs = Set(
    scalars("0123456789年月日底前内至-~.、,，持续长期推进坚持全季度上下半初末每第一二三四以实施完成常态化即起开始随时/到间期\u{201C}\u{201D}十五"))

  static func isTime(_ content: Scalars) -> Bool {
    content.count >= 2 && signs.isSuperset(of: content)
      && content.indices.contains { words.match(content, at: $0) != nil }
  }
}
