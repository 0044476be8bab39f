import Cells
import Reform
import Widgets

/// The columns of the table of years, as wide as what stands in them.
struct YearColumns {
  private let language: Language
  private let heads: [String]
  private let widths: [Int]
  private let gap: Int
  /// Whether numerator and denominator have room.
  private let hasParts: Bool

  /// What is not shown for want of room, and where it is told; nil where all is shown.
  func hidden(_ language: Language) -> String? {
    let parts = heads[1...2].filter { !$0.isEmpty }
    guard !hasParts, !parts.isEmpty else { return nil }
    return Phrase(
      "\(parts.joined(separator: "、"))：w", "w: \(parts.joined(separator: ", "))")(language)
  }

  init(_ line: IndicatorBoard.Line, in area: Rect, _ frame: Frame) {
    language = frame.language
    let ruler = frame.ruler
    let cells: [[String]] = [
      ["2023"], line.years.map(\.numerator), line.years.map(\.denominator),
      line.years.map(\.value), line.years.map(\.change),
    ]
    let numbers = cells.map { $0.map { ruler.columns(of: $0) }.max() ?? 0 }
    // Units go where there is no room for them, then the ends of the heads.
    let long = Self.heads(line.indicator, withUnits: true, language)
    let short = Self.heads(line.indicator, withUnits: false, language)
    func widths(_ heads: [String]) -> [Int] {
      zip(heads, numbers).map { $0.isEmpty ? 0 : max($1, ruler.columns(of: $0)) }
    }
    let room = area.columns - 13
    let fitting = [long, short].first { widths($0).reduce(0, +) <= room }
    var tight = zip(short, numbers).map { $0.isEmpty ? 0 : max($1, 4) }
    // The value is what the table is for: what it is made of gives way to it, and `w` tells it.
    hasParts = fitting != nil || tight.reduce(tight.count, +) <= area.columns + 1
    if !hasParts {
      tight = zip(short, numbers).map { $0.isEmpty ? 0 : max($1, ruler.columns(of: $0)) }
      (tight[1], tight[2]) = (0, 0)
    }
    heads = fitting ?? short
    self.widths = fitting.map(widths) ?? tight
    gap = self.widths.reduce(0, +) + 24 <= area.columns ? 2 : 1
  }

  private static func heads(
    _ indicator: Indicator, withUnits: Bool, _ language: Language
  ) -> [String] {
    func head(_ words: Phrase, _ unit: FigureUnit) -> String {
      words(language) + (withUnits ? " " + unit.name(language) : "")
    }
    return [
      Words.Indicators.year(language),
      head(Words.Indicators.numerator, indicator.numerator.unit),
      indicator.denominator.map { head(Words.Indicators.denominator, $0.unit) } ?? "",
      head(Words.Indicators.value, indicator.unit), Words.Indicators.change(language),
    ]
  }

  func drawHeads(in row: Rect, on frame: inout Frame) {
    var x = row.x
    for (index, head) in heads.enumerated() where widths[index] > 0 {
      let end = x + widths[index]
      if index == 0 {
        frame.put(head, x: x, y: row.y, width: row.maxX - x, Style(.faint))
      } else if end <= row.maxX {
        frame.putRight(head, maxX: end, y: row.y, width: widths[index], Style(.faint))
      }
      x = end + gap
    }
    frame.put(
      Words.Indicators.flags(language), x: x, y: row.y, width: row.maxX - x, Style(.faint))
  }

  func draw(_ year: IndicatorBoard.Year, in row: Rect, _ ground: Background, on frame: inout Frame)
  {
    let cells = [
      "\(year.period)", year.numerator, year.denominator, year.height == nil ? "-" : year.value,
      year.change,
    ]
    var x = row.x
    for (index, cell) in cells.enumerated() where widths[index] > 0 {
      let end = x + widths[index]
      if end <= row.maxX {
        let style = Style(on: ground, bold: index == 3)
        frame.putRight(cell, maxX: end, y: row.y, width: widths[index], style)
      }
      x = end + gap
    }
    let room = row.maxX - x
    frame.put(
      shown(words(year), in: room, frame.ruler), x: x, y: row.y, width: room,
      Style(year.flags.contains(.breakInSeries) ? .warning : .faint, on: ground))
  }

  /// As many of the words as find room, and how many more there are; `w` tells them all.
  private func shown(_ words: [String], in room: Int, _ ruler: Ruler) -> String {
    for count in stride(from: words.count, to: 0, by: -1) {
      let more = count < words.count ? " +\(words.count - count)" : ""
      let text = words.prefix(count).joined(separator: " ") + more
      if ruler.columns(of: text) <= room { return text }
    }
    return words.isEmpty ? "" : "+\(words.count)"
  }

  /// What must be known beside the number.
  private func words(_ year: IndicatorBoard.Year) -> [String] {
    // The break first: it changes what the number means.
    let flags = FigureFlags.names.filter { year.flags.contains($0.flag) }
    let order =
      flags.filter { $0.flag == .breakInSeries } + flags.filter { $0.flag != .breakInSeries }
    var words = order.map { $0.words(language) }
    if !year.missing.isEmpty {
      words.insert(
        language == .zh
          ? "缺\(year.missing.count)" : "lacks \(year.missing.count)", at: 0)
    } else if year.isSum {
      words.append(Words.Indicators.sum(language))
    }
    return words
  }
}
