import Files
import Foundation
import Reform

/// Writes a table as comma-separated values that a spreadsheet opens without asking.
public enum CSVWriter {
  /// With CRLF and, for a file, a byte order mark, by which Excel knows Chinese.
  ///
  /// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
  public static func text(_ rows: [[String]], mark: Bool) -> String {
    (mark ? "\u{FEFF}" : "")
      + rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A report as a file has it; made-up data says so in a column of every row.
  public static func text(_ table: Table, mark: Bool) -> String {
    let remarks = table.isSample ? [Table.Remark.madeUp(table.language)] : []
    let rows = Table.remarked(
      table.filed, with: remarks, isHeaded: table.isHeaded, table.language)
    return text(rows, mark: mark)
  }

  static func quoted(_ cell: String) -> String {
    let cell = isFormula(cell) ? "'" + cell : cell
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet would take a cell for a formula, or a break at its beginning for none.
  private static func isFormula(_ cell: String) -> Bool {
    switch cell.unicodeScalars.first {
    case "=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    case "+", "-": Double(cell) == nil
    default: false
    }
  }

  /// Writes a file whole or not at all, under a name that is not taken yet; gives its path.
  public static func write(_ rows: [[String]], named name: String, in folder: String) throws
    -> String
  {
    var (path, number) = ("\(folder)/\(name).csv", 2)
    while FileManager.default.fileExists(atPath: path) {
      path = "\(folder)/\(name)-\(number).csv"
      number += 1
    }
    try UserFile.write(text(rows, mark: true).utf8, to: path)
    return path
  }
}
