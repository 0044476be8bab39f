import Reform

/// Names that an office gives to the parts of indicators, in a file of its own.
///
/// Columns `name,indicator,part` as in the bundled `column-names.csv`, and `reason_zh,reason_en` where a
/// name is another thing and its columns are to be refused.
public struct OwnColumnNames: Sendable {
  let records: [CSVReader.Record]
  /// What is wrong with its lines, each with its number.
  public let findings: [Finding]

  /// None.
  public init() { (records, findings) = ([], []) }

  /// Reads the file's bytes, in UTF-8 or GB 18030.
  public init(_ bytes: [UInt8], file: String, _ book: IndicatorCatalogue) {
    var findings: [Finding] = []
    func find(_ line: Int?, _ zh: String, _ en: String) {
      findings.append(
        Finding("column-names", .error, Phrase(zh, en), at: .init(file: file, line: line)))
    }
    var plain: [UInt8] = []
    do { plain = Array(text(try TextDecoder.decode(bytes, name: file).scalars).utf8) } catch {
      find(nil, error.message.zh, error.message.en)
    }
    let read = CSVReader(plain)
    records = read.records()
    if let head = read.rows.first, !["name", "indicator", "part"].allSatisfy(head.cells.contains) {
      find(
        head.line, "第一行要有 name、indicator、part 三列。",
        "The first line needs the columns name, indicator, part.")
    } else {
      for record in records {
        let (name, part) = (record["name"], record["part"])
        if name.isEmpty { find(record.row.line, "没有写名称。", "There is no name.") }
        if book[record["indicator"]] == nil {
          find(
            record.row.line, "没有指标“\(record["indicator"])”；编号见 yigai indicators。",
            "There is no indicator “\(record["indicator"])”; yigai indicators lists them.")
        } else if FigurePart(rawValue: part) == nil {
          find(
            record.row.line, "part 应写 numerator、denominator 或 value，不是“\(part)”。",
            "part is numerator, denominator or value, not “\(part)”.")
        }
      }
    }
    self.findings = findings
  }

  /// Throws where a line is wrong, naming all of them: an import would read columns wrongly.
  public func refuseFaults() throws(Fault) {
    guard !findings.isEmpty else { return }
    func list(_ language: Language) -> String {
      findings.map { "\($0.source.file ?? ""):\($0.source.line ?? 1) \($0.message(language))" }
        .joined(separator: "\n")
    }
    throw Fault(
      "列名表有误，没有导入：\n" + list(.zh),
      "The table of column names is wrong; nothing was imported:\n" + list(.en))
  }
}
