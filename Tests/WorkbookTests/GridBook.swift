import Foundation

/// A workbook drawn as lines of text: cells stand apart by `|`, numbers are numbers, `@` before a
/// number takes the next of the formats, and a line of `-` is an empty row.
struct GridBook {
  var lines: String
  var merges: [String] = []
  /// Elements `<col …/>` in front of the rows.
  var columns = ""
  var hiddenRows: Set<Int> = []
  var format: String?
  var name = "表一"
  var state = "visible"

  init(_ lines: String, merges: [String] = [], format: String? = nil) {
    (self.lines, self.merges, self.format) = (lines, merges, format)
  }

  /// `parts` are put into the archive beside the sheet.
  func bytes(with parts: [(name: String, text: String)] = []) throws -> [UInt8] {
    var book = RawWorkbook(sheet: "")
    let merged =
      merges.isEmpty
      ? "" : "<mergeCells>" + merges.map { "<mergeCell ref='\($0)'/>" }.joined() + "</mergeCells>"
    let head = columns.isEmpty ? "" : "<cols>\(columns)</cols>"
    book.put(
      "<worksheet xmlns='m'>\(head)<sheetData>\(rows)</sheetData>\(merged)</worksheet>",
      in: "xl/worksheets/sheet1.xml")
    book.put(
      "<workbook xmlns:r='r'><sheets><sheet name='\(name)' sheetId='1' r:id='r1' state='\(state)'/></sheets>"
        + "</workbook>", in: "xl/workbook.xml")
    if let format {
      let code = format.replacingOccurrences(of: "\"", with: "&quot;")
      book.entries.append(
        (
          "xl/styles.xml",
          "<styleSheet><numFmts><numFmt numFmtId='180' formatCode='\(code)'/></numFmts>"
            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='180'/></cellXfs></styleSheet>"
        ))
    }
    book.entries += parts
    return try book.bytes()
  }

  private var rows: String {
    lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      let hidden = hiddenRows.contains(index + 1) ? " hidden='1'" : ""
      return
        "<row r='\(index + 1)'\(hidden)>\(line == "-" ? "" : cells(String(line), index + 1))</row>"
    }.joined()
  }

  private func cells(_ line: String, _ row: Int) -> String {
    line.split(separator: "|", omittingEmptySubsequences: false).enumerated().map { index, text in
      let name = "\(UnicodeScalar(UInt8(65 + index)))\(row)"
      let words = text.trimmingCharacters(in: .whitespaces)
      if words.isEmpty { return "" }
      let isStyled = words.hasPrefix("@")
      let bare = isStyled ? String(words.dropFirst()) : words
      if Decimal(string: bare) != nil, bare.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) {
        return "<c r='\(name)'\(isStyled ? " s='1'" : "")><v>\(bare)</v></c>"
      }
      let escaped = words.replacingOccurrences(of: "↵", with: "\n")
      return "<c r='\(name)' t='str'><v>\(escaped)</v></c>"
    }.joined()
  }
}
