import Reform

extension Finding {
  /// A line for people: severity, file, sheet and cell, then the sentence.
  func line(_ language: Language) -> String {
    var place = [severity.word(language), source.file ?? ""]
    if let sheet = source.sheet { place.append("“\(sheet)”") }
    if let cell = source.cell {
      place.append(cell)
    } else if let row = source.line {
      place.append(Phrase("第 \(row) 行", "row \(row)")(language))
    }
    let said = message(language)
    // Faults name the file themselves.
    let isNamed = source.line == nil && said.contains("“\(source.file ?? "?")”")
    let head = isNamed ? severity.word(language) : place.joined(separator: " ")
    return Safe.line(head + Phrase("：", ": ")(language) + said)
  }
}

extension Finding.Severity {
  fileprivate var word: Phrase {
    switch self {
    case .error: Phrase("错误", "error")
    case .warning: Phrase("提醒", "warning")
    case .note: Phrase("说明", "note")
    }
  }
}
