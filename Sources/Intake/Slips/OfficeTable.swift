import Reform

/// A table of comma-separated values that an office may put in place of the bundled one, and what is
/// wrong with it.
struct OfficeTable {
  let records: [CSVReader.Record]
  private let file: String
  private var findings: [Finding] = []

  /// Reads bytes in UTF-8 or GB 18030; a column that is missing is found at once.
  init(_ bytes: [UInt8], file: String, columns: [String]) {
    self.file = file
    var plain: [UInt8] = []
    var unread: Phrase?
    do { plain = Array(text(try TextDecoder.decode(bytes, name: file).scalars).utf8) } catch {
      unread = error.message
    }
    let read = CSVReader(plain)
    let missing = columns.filter { !(read.rows.first?.cells.contains($0) ?? false) }
    records =
      missing.isEmpty
      ? read.records().filter { $0.row.cells.contains { !$0.isEmpty } } : []
    if let unread { find(nil, unread.zh, unread.en) }
    if unread == nil, !missing.isEmpty {
      let list = missing.joined(separator: "、")
      find(
        1, "第一行缺少列：\(list)。",
        "The first line lacks the columns \(missing.joined(separator: ", ")).")
    }
    for line in read.strays { find(line, "引号没有配对。", "The quotes do not fit.") }
  }

  mutating func find(_ line: Int?, _ zh: String, _ en: String) {
    findings.append(
      Finding("office-table", .error, Phrase(zh, en), at: .init(file: file, line: line)))
  }

  /// A whole number from a cell within limits; found where it is none.
  mutating func number(_ record: CSVReader.Record, _ name: String, in range: ClosedRange<Int>)
    -> Int?
  {
    if let number = Int(record[name]), range.contains(number) { return number }
    find(
      record.row.line,
      "\(name) 应是 \(range.lowerBound) 到 \(range.upperBound) 的整数，不是“\(record[name])”。",
      "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound), not "
        + "“\(record[name])”.")
    return nil
  }

  /// Throws where a line is wrong, naming all of them: days would be counted wrongly.
  func refuseFaults() throws(Fault) {
    guard !findings.isEmpty else { return }
    func list(_ language: Language) -> String {
      findings.map { finding in
        let line = finding.source.line.map { ":\($0)" } ?? ""
        return "\(file)\(line) \(finding.message(language))"
      }.joined(separator: "\n")
    }
    throw Fault(
      "这张表有误，没有使用：\n" + list(.zh), "This table is wrong and was not used:\n" + list(.en))
  }
}
