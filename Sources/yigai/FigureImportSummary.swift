import Foundation
import Reform
import Runtime

/// The table of what was read from which column.
extension FigureImportReport {
  /// What was read, in a table for each file; empty where no column was understood.
  func columnTable(_ file: FigureImport.File) -> String {
    guard file.summary.contains(where: \.isTaken) else { return "" }
    var text = Safe.line("\(file.name)  \(scope(of: file)(language))") + "\n"
    let sheets = file.summary.reduce(into: [String?]()) { sheets, column in
      if !sheets.contains(column.sheet) { sheets.append(column.sheet) }
    }
    for sheet in sheets {
      let lines = file.summary.filter { $0.sheet == sheet }
      if sheets.count > 1, let sheet { text += Safe.line("“\(sheet)”") + "\n" }
      text += Output.text(.imported(lines, book, language))
    }
    return text
  }

  /// How many values of which places, years and indicators.
  private func scope(of file: FigureImport.File) -> Phrase {
    let taken = file.summary.filter(\.isTaken)
    let count = taken.reduce(0) { $0 + $1.count }
    let periods = Set(taken.compactMap { $0.period?.description }).sorted()
    let indicators = Set(taken.compactMap(\.indicator)).count
    let places = file.places
    return Phrase(
      "读到 \(count) 个数：\(places) 个地区，\(periods.joined(separator: "、")) 年，\(indicators) 项指标",
      "\(Plural("number").of(count)) read: \(Plural("place").of(places)), "
        + "\(periods.joined(separator: ", ")), \(Plural("indicator").of(indicators))"
    )
  }
}
