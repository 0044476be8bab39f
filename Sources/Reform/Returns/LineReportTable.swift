extension Table {
  /// A line of a returned workbook that says something new, as it stands and as it will.
  public struct SentLine: Hashable, Sendable {
    public var report: LineReport
    public var before: Standing
    public var change: Change

    public init(_ report: LineReport, _ before: Standing, _ change: Change) {
      (self.report, self.before, self.change) = (report, before, change)
    }
  }

  /// What returned workbooks would change, a line in a row.
  public static func sent(
    _ lines: [SentLine], _ catalogue: Catalogue, _ language: Language, isSample: Bool = false
  ) -> Table {
    let columns: [Column<SentLine>] = [
      Column("file", Phrase("文件", "File")) { .text($0.report.source.file) },
      Column("sheet", { .text($0.report.source.sheet) }),
      Column("row", Phrase("行", "Row")) { .count($0.report.source.row) },
      Column("task", Phrase("编号", "Id")) { .text($0.report.line.task) },
      Column("title", Phrase("任务", "Task")) {
        .text(catalogue.task($0.report.line.task)?.title(language))
      },
      Column("code", { .text($0.report.line.place) }),
      Column("place", Phrase("地区", "Place")) {
        .text(catalogue.name(of: $0.report.line, in: language))
      },
      Column("period", Phrase("期", "Period")) { .text($0.report.line.period?.description) },
      Column("from", Phrase("台账状态", "Status in the ledger")) {
        .word($0.before.status, FieldWords.status($0.before.status), language)
      },
      Column("to", Phrase("报来", "Sent")) { line in
        guard let status = line.change.status else { return .text(nil) }
        return .word(status, FieldWords.status(status), language)
      },
      Column("evidence", Phrase("佐证", "Evidence")) { .text($0.change.evidence) },
      Column("note", Phrase("备注", "Note")) { .text($0.change.note) },
    ]
    return Table(columns, lines, language, isSample: isSample)
  }
}
