import Cells
import Reform
import Widgets

/// The columns of the table of years, as wide as what stands in them.
struct YearColumns {
  private let language: Language
  private let heads: [String]
  private let widths: [Int]
  private let gap: Int

  init(_ line: IndicatorBoard.Line, in area: Rect, _ state: AppState) {
    language = state.language
    let ruler = state.ruler
    func head(_ words: Phrase, _ unit: FigureUnit?) -> String {
      words(state.language) + (unit.map { " " + $0.name(state.language) } ?? "")
    }
    heads = [
      Words.Indicators.year(language),
      head(Words.Indicators.numerator, line.indicator.numerator.unit),
      line.indicator.denominator.map { head(Words.Indicators.denominator, $0.unit) } ?? "",
      head(Words.Indicators.value, line.indicator.unit), Words.Indicators.change(language),
    ]
    let cells: [[String]] = [
      ["2023"], line.years.map(\.numerator), line.years.map(\.denominator),
      line.years.map(\.value), line.years.map(\.change),
    ]
    widths = zip(heads, cells).map { head, cells in
      head.isEmpty ? 0 : ([head] + cells).map { ruler.columns(of: $0) }.max() ?? 0
    }
    gap = widths.reduce(0, +) + 24 <= area.columns ? 2 : 1
  }

  func drawHeads(in row: Rect, on frame: inout Frame) {
    var x = row.x + 1
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

  func draw(_ year: IndicatorBoard.Year, in row: Rect, _ ground: Ground, on frame: inout Frame) {
    let cells = [
      "\(year.period)", year.numerator, year.denominator, year.height == nil ? "-" : year.value,
      year.change,
    ]
    var x = row.x + 1
    for (index, cell) in cells.enumerated() where widths[index] > 0 {
      let end = x + widths[index]
      if end <= row.maxX {
        let style = Style(on: ground, bold: index == 3)
        frame.putRight(cell, maxX: end, y: row.y, width: widths[index], style)
      }
      x = end + gap
    }
    frame.put(
      words(year).joined(separator: " "), x: x, y: row.y, width: row.maxX - x - 1,
      Style(year.flags.contains(.breakInSeries) ? .warning : .faint, on: ground))
  }

  /// What must be known beside the number.
  private func words(_ year: IndicatorBoard.Year) -> [String] {
    var words = year.flags.words.map { $0(language) }
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
