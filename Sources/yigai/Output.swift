import Cells
import Dashboard
import Foundation
import Reform

/// What commands write to standard output.
enum Output {
  /// A pipe gets what is there; a terminal gets no control characters out of the data.
  static func write(_ text: String) {
    let isShown = isatty(STDOUT_FILENO) == 1
    let text =
      isShown ? Safe.line(text.replacing("\r\n", with: "\n"), keepingBreaks: true) : text
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// A sentence on what was done, beside what goes to a pipe.
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
  }

  /// Rows in columns as wide as they need; the first is the head.
  static func table(_ rows: [[String]], sample: Bool, _ language: Language) {
    write((sample ? SharedWords.sample(language) + "\n" : "") + text(rows))
  }

  /// The same as text; control characters are shown.
  static func text(_ rows: [[String]]) -> String {
    let ruler = Ruler()
    let rows = rows.map { $0.map { Safe.line($0) } }
    var widths: [Int] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], min(44, ruler.columns(of: cell)))
      }
    }
    var text = ""
    for row in rows {
      let cells = row.enumerated().map { index, cell in
        index == row.count - 1
          ? cell : ruler.fitted(ruler.cut(cell, to: widths[index]), to: widths[index])
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }
}
