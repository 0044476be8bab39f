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

  /// What changes are counted by.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    case task, place

    public var words: Phrase {
      switch self {
      case .task: Phrase("任务", "Task")
      case .place: Phrase("地区", "Place")
      }
    }
  }

  /// The changes of one task or one place, under its id or code.
  public struct Group: Hashable, Sendable {
    public var key: String
    public var name: Phrase
    public var changes: [LineChange]
  }

  /// Changes by task in the order of the catalogue, or by place in that of the codes.
  public static func groups(
    of changes: [LineChange], by grouping: Grouping, _ catalogue: Catalogue
  ) -> [Group] {
    switch grouping {
    case .task:
      let found = Dictionary(grouping: changes, by: \.line.task)
      return catalogue.tasks.compactMap { task in
        found[task.id].map { Group(key: task.id, name: task.title, changes: $0) }
      }
    case .place:
      return Dictionary(grouping: changes, by: \.line.place).sorted { $0.key < $1.key }.map {
        let place = catalogue.divisions[$0]
        let name = Phrase(place?.short(in: .zh) ?? $0, place?.short(in: .en) ?? $0)
        return Group(key: $0, name: name, changes: $1)
      }
    }
  }

  /// The same counted: a row for each task, or for each place.
  public static func counts(
    _ groups: [Group], by grouping: Grouping, _ language: Language, isSample: Bool = false
  ) -> Table {
    let kinds = Kind.allCases.map { kind in
      Table.Column<Group>(kind.rawValue, kind.words) { .count(ChangeCounts($0.changes)[kind]) }
    }
    let first: [Table.Column<Group>] = [
      .init("id", Phrase("编号", "Id")) { .text($0.key) },
      .init("name", grouping.words) { .text($0.name(language)) },
    ]
    return Table(
      first + kinds + [Table.Column("sample") { _ in .truth(isSample) }], groups, language,
      isSample: isSample)
  }
}
