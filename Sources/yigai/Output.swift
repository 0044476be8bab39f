import Cells
import Foundation
import Papers
import Reform

/// What commands write to standard output.
///
/// Nothing is thrown where it cannot be written: an act that was made is made. `finish` says it
/// when the command is over.
enum Output {
  /// A pipe gets what is there; a terminal gets no control characters out of the data.
  static func write(_ text: String) {
    let isShown = isatty(STDOUT_FILENO) == 1
    let text =
      isShown ? Safe.line(text.replacing("\r\n", with: "\n"), keepingBreaks: true) : text
    StandardStreams.write(text)
  }

  /// A sentence on what was done, beside what goes to a pipe.
  static func note(_ text: String) {
    StandardStreams.complain(Safe.line(text + "\n", keepingBreaks: true))
  }

  /// Says that an act of this command is on disk, whatever becomes of the output.
  static func didEnter() { StandardStreams.didEnter() }

  /// Throws where standard output did not take everything.
  static func finish() throws {
    guard let failure = StandardStreams.failure else { return }
    // Whoever reads has gone away: nobody is there to be told.
    guard failure.error != EPIPE else { throw ExitCodes.brokenPipe }
    let reason = String(cString: strerror(failure.error))
    guard !failure.hasEntered else {
      throw Fault(
        "已记入台账；但标准输出写不出去（\(reason)），结果没有显示全。请不要重复登记。",
        "It is entered in the ledger, but standard output cannot be written (\(reason)) and not all "
          + "of the answer was shown. Do not enter it again.")
    }
    throw Fault(
      "标准输出写不出去（\(reason)），结果不全；请检查磁盘空间或输出的去处。",
      "Standard output cannot be written (\(reason)): the answer is not whole. Look at the disk or "
        + "at where it goes.")
  }

  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    write(json: try encoder.encode(value))
  }

  /// JSON, in which whatever is not seen by itself is escaped.
  static func write(json: some Collection<UInt8>) {
    write(String(decoding: json, as: UTF8.self).escapingUnseen() + "\n")
  }

  /// A report for people, or for a spreadsheet.
  static func write(_ report: Table, csv: Bool = false) {
    write(csv ? CSVWriter.text(report, mark: false) : text(report))
  }

  /// A report for people; made-up data says so first.
  static func text(_ report: Table) -> String {
    (report.isSample ? FieldWords.sample(report.language) + "\n" : "") + text(report.read)
  }

  /// Rows in columns as wide as they need; control characters are shown.
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
