import Foundation
import Reform

extension TableReader {
  /// Flags of a row, those of a column without an indicator for all.
  mutating func flags(of row: SheetRow) -> [Indicator.ID: FigureFlags] {
    var flags: [Indicator.ID: FigureFlags] = [:]
    for (column, indicators) in flagColumns {
      guard let text = row[column]?.words else { continue }
      var found: FigureFlags = []
      for word in text.split(whereSeparator: { "、,，;； ".contains($0) }) {
        if let known = Self.flag(String(word)) {
          found.insert(known)
        } else {
          findings.append(unknownFlag(String(word), at(row.number, column)))
        }
      }
      for indicator in indicators.isEmpty ? [""] : indicators { flags[indicator] = found }
    }
    return flags
  }

  private static func flag(_ word: String) -> FigureFlags? {
    let name = NameKey.folded(word)
    return FigureFlags.names.first {
      $0.key == name || $0.words.zh == name || NameKey.folded($0.words.en) == name
    }?.flag
  }

  private func unknownFlag(_ word: String, _ place: SourcePlace) -> Finding {
    let zh = FigureFlags.names.map(\.words.zh).joined(separator: "、")
    let en = FigureFlags.names.map(\.words.en).joined(separator: ", ")
    return FigureCheck.unknownFlag.finding(
      "不认识标记“\(word)”，没有读入；可用：\(zh)。",
      "The flag “\(word)” is not known and was not read: \(en).", at: place, words: word)
  }

  func note(of row: SheetRow) -> String? {
    let words = noteColumns.compactMap { row[$0]?.words }
    return words.isEmpty ? nil : words.joined(separator: "；")
  }
}
