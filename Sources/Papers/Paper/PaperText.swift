import Reform

/// Text as the writers of papers send it.
enum PaperText {
  /// One line: breaks and tabs are blanks, other control characters are shown.
  static func line(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }).showingControls()
  }

  /// One line for XML and HTML; what they do not allow at all is shown as 〓.
  static func marked(_ text: String) -> String {
    var kept = ""
    for scalar in line(text).unicodeScalars {
      switch scalar {
      case "&": kept += "&amp;"
      case "<": kept += "&lt;"
      case ">": kept += "&gt;"
      case "\"": kept += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": kept += "〓"
      default: kept.unicodeScalars.append(scalar)
      }
    }
    return kept
  }

  /// One line for Markdown, without what it or a table in it would take for its own.
  static func plain(_ text: String) -> String {
    var kept = ""
    for character in line(text) {
      if "|\\`*_<>[]#".contains(character) { kept += "\\" }
      kept.append(character)
    }
    return kept
  }
}
