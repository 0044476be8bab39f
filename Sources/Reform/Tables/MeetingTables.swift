/// Meetings and what they decided, as tables.
public enum MeetingTables {
  /// The meetings, one in a row.
  public static func meetings(
    _ meetings: [Meeting], _ divisions: Divisions, _ language: Language, isSample: Bool = false
  ) -> Table {
    let columns: [Table.Column<Meeting>] = [
      .init("id", Phrase("编号", "Id")) { .text($0.id) },
      .init("day", Phrase("日期", "Day")) { .day($0.card.day) },
      .init("title", Phrase("会议", "Meeting")) { .text($0.card.name) },
      .init("series", Phrase("系列", "Series"), .filing) { .text($0.card.series) },
      .init("state", Phrase("状态", "Status")) { .word($0.state, $0.state.words, language) },
      .init("place", Phrase("范围", "Looks at")) {
        .text(
          divisions[$0.card.scope]?.name(in: language) ?? $0.card.scope,
          keyed: .text($0.card.scope))
      },
      .init("items", Phrase("议题", "Items")) { .count($0.agenda.count) },
      .init("undecided", Phrase("未决定", "Undecided")) { .count($0.undecided.count) },
      .init("decisions", Phrase("决定", "Decisions")) { .count($0.decisions.count) },
      .init("minutes", Phrase("纪要", "Minutes")) { .text($0.minutes) },
      .init("chair", Phrase("主持", "Chair"), .filing) { .text($0.card.chair) },
    ]
    return Table(
      columns + [Table.Column("sample") { _ in .truth(isSample) }], meetings, language,
      isSample: isSample)
  }

  /// What a meeting decided, one decision in a row, in the order in which they were taken.
  public static func decisions(
    _ meeting: Meeting, _ catalogue: Catalogue, _ language: Language, isSample: Bool = false
  ) -> Table {
    func task(_ entry: DecisionEntry) -> ReformTask.ID? {
      entry.decision.task?.id ?? entry.decision.lines.first?.task
    }
    let columns: [Table.Column<DecisionEntry>] = [
      .init("act", Phrase("登记号", "Act"), .filing) { .count($0.id) },
      .init("decision", Phrase("决定", "Decision")) {
        .word($0.decision.kind, $0.decision.kind.words, language)
      },
      .init("task", Phrase("任务编号", "Task id")) { .text(task($0)) },
      .init("title", Phrase("任务", "Task")) {
        .text(task($0).flatMap { catalogue.task($0)?.title(language) } ?? $0.decision.text)
      },
      .init("places", Phrase("处数", "Lines")) { entry in
        let made = entry.decision.task.map { catalogue.task($0.id) ?? $0 }
        return .count(made.map { catalogue.fanOut(of: $0).count } ?? entry.decision.lines.count)
      },
      .init("lines", Phrase("地区", "Places"), .filing) { entry in
        let names = entry.decision.lines.map { catalogue.name(of: $0, in: language) }
        return .text(names.joined(separator: Phrase("、", ", ")(language)))
      },
      .init("due", Phrase("日期", "Day")) { .day($0.decision.due) },
      .init("text", Phrase("内容", "Words")) { .text($0.decision.text) },
      .init("evidence", Phrase("佐证", "Evidence")) { .text($0.decision.evidence) },
      .init("askedBy", Phrase("申请单位", "Asked by"), .filing) { .text($0.decision.askedBy) },
      .init("askedOn", Phrase("申请日期", "Asked on"), .filing) { .day($0.decision.askedOn) },
      .init("slip", Phrase("督办单", "Slip")) { .text($0.decision.slip?.number) },
      .init("who", Phrase("登记人", "By")) { .text($0.who) },
    ]
    return Table(
      columns + [Table.Column("sample") { _ in .truth(isSample) }], meeting.decisions, language,
      isSample: isSample)
  }
}
