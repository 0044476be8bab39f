extension LineChange {
  /// What has become of lines between two days, one in a row.
  public static func table(
    of changes: [LineChange], _ catalogue: Catalogue, _ language: Language, isSample: Bool = false
  ) -> Table {
    let columns: [Table.Column<LineChange>] = [
      .init("change", Phrase("变化", "Change")) { .word($0.kind, $0.kind.words, language) },
      .init("task", Phrase("编号", "Id")) { .text($0.line.task) },
      .init("title", Phrase("任务", "Task"), .headed) {
        .text(catalogue.task($0.line.task)?.title(language))
      },
      .init("code", Phrase("地区代码", "Code"), .filing) { .text($0.line.place) },
      .init("place", Phrase("地区", "Place")) {
        .text(
          catalogue.divisions[$0.line.place]?.short(in: language) ?? $0.line.place,
          keyed: .text($0.line.place))
      },
      .init("period", Phrase("期", "Period")) { .text($0.line.period?.description) },
      .init("before", Phrase("原状态", "Before")) {
        .word($0.before, FieldWords.status($0.before), language)
      },
      .init("status", Phrase("状态", "Status")) {
        .word($0.now.status, FieldWords.status($0.now.status), language)
      },
      .init("due", Phrase("时限", "Due")) { .day($0.now.due) },
      .init("day", Phrase("登记", "Entered")) { .day($0.now.day) },
      .init("who", Phrase("登记人", "By")) { .text($0.now.who) },
      .init("note", Phrase("备注", "Note")) { .text($0.now.note) },
    ]
    return Table(
      columns + [Table.Column("sample") { _ in .truth(isSample) }], changes, language,
      isSample: isSample)
  }

  /// The same counted: a row for each task, or for each place.
  public static func counts(
    _ groups: [(key: String, name: Phrase, changes: [LineChange])], head: Phrase,
    _ language: Language, isSample: Bool = false
  ) -> Table {
    typealias Group = (key: String, name: Phrase, changes: [LineChange])
    let kinds = Kind.allCases.map { kind in
      Table.Column<Group>(kind.rawValue, kind.words) { .count(ChangeCounts($0.changes)[kind]) }
    }
    let first: [Table.Column<Group>] = [
      .init("id", Phrase("编号", "Id")) { .text($0.key) },
      .init("name", head) { .text($0.name(language)) },
    ]
    return Table(
      first + kinds + [Table.Column("sample") { _ in .truth(isSample) }], groups, language,
      isSample: isSample)
  }
}
