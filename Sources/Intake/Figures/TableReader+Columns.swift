import Foundation
import Reform

/// What was read from which column, for the summary of an import.
extension TableReader {
  func columnReadings() -> [ColumnReading] {
    let years = Set(rows.flatMap { $0.periods.keys })
    let taken = tally.lines.map { line in
      let isLeft = line.year > 0 && !years.contains(line.year)
      var reading = reading(isLeft ? .otherYear : .taken, line.column, line.count)
      (reading.indicator, reading.part) = (line.aim.indicator, line.aim.part)
      reading.period = line.year > 0 ? .year(line.year) : nil
      if let unit = line.unit {
        (reading.unit, reading.factor) = (unit.words, unit.factor(to: line.target) ?? 1)
      }
      return reading
    }
    let left = watch.found.sorted { $0.key < $1.key }.compactMap {
      column, found -> ColumnReading? in
      switch found.kind {
      case .unknown, .bare: reading(.unknown, column, found.count)
      case .passed(let use): reading(use, column, found.count)
      case .note: nil
      }
    }
    return taken + left
  }

  private func reading(_ use: ColumnReading.Use, _ column: Int, _ count: Int) -> ColumnReading {
    var reading = ColumnReading(
      use, at: headAt(column), name: SourcePlace.letters(column), path: layout.paths[column] ?? [],
      count: count)
    if case .numbers(let head) = layout.columns[column] { reading.qualifiers = head.qualifiers }
    return reading
  }
}

extension TableLayout {
  /// A sheet of our own form without its key: last year's columns and computed ones stay grey.
  func withGrey(of scene: TableScene) -> TableLayout {
    var layout = self
    for (column, head) in numbered {
      let isReckoned = self.head(column).contains("自动") || self.head(column).contains("reckoned")
      let isLast = scene.year.map { head.period.year == $0 - 1 } ?? (head.period.year != nil)
      if isReckoned || isLast { layout.columns[column] = .passed(.shown) }
    }
    layout.repeated = []
    return layout
  }
}

extension UnitScale {
  /// The unit in words (万元), as far as what it measures tells.
  var words: String {
    let powers: [Decimal: String] = [
      1: "", 10: "十", 100: "百", 1000: "千", 10_000: "万", 100_000: "十万", 1_000_000: "百万",
      10_000_000: "千万", 100_000_000: "亿",
    ]
    switch family {
    case .money: return (powers[scale] ?? "×\(scale)") + "元"
    case .count: return scale == 1 ? "" : powers[scale] ?? "×\(scale)"
    case .share: return scale == 1 ? "%" : scale == Decimal(1) / 10 ? "‰" : "×\(scale)%"
    case .times: return "倍"
    }
  }
}
