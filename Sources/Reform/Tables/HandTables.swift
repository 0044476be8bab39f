/// The tables of what was changed by hand.
public enum HandTables {
  private typealias Column = Table.Column

  /// What is left out on the day of a catalogue: documents, tasks, and tasks in a place.
  public static func leftOut(
    _ entries: [HandEntry], _ catalogue: Catalogue, _ language: Language, isSample: Bool = false
  ) -> Table {
    let columns: [Column<HandEntry>] = [
      Column("kind", Phrase("移出的", "Left out")) { entry in
        let words =
          entry.step.document != nil
          ? Phrase("文件", "document")
          : entry.step.place != nil ? Phrase("任务（一地）", "task, one place") : Phrase("任务", "task")
        return .text(words(language), keyed: .text(kind(of: entry.step)))
      },
      Column("id", Phrase("编号", "Id")) { .text($0.step.task ?? $0.step.document) },
      Column("place", Phrase("地区", "Place")) { entry in
        .text(
          entry.step.place.map { catalogue.divisions[$0]?.short(in: language) ?? $0 },
          keyed: .text(entry.step.place))
      },
      Column("title", Phrase("名称", "Title")) { entry in
        .text(entry.step.scope.map { HandWords.title($0, catalogue, language) })
      },
      Column("since", Phrase("自", "Since")) { .day($0.day) },
      Column("who", Phrase("登记人", "By")) { .text($0.who) },
      Column("reason", Phrase("理由", "Reason")) { .text($0.step.reason) },
      Column("act") { .whole($0.act) },
    ]
    return Table(
      columns + [Column("sample") { _ in .truth(isSample) }], entries, language,
      isSample: isSample)
  }

  private static func kind(of step: HandStep) -> String {
    step.document != nil ? "document" : step.place != nil ? "place" : "task"
  }

  /// A change by hand as programs read it.
  public static func json(_ step: HandStep) -> JSONValue {
    var fields: JSONValue = .absent
    if case .amend(_, let amendment) = step { fields = .texts(amendment.fields.map(\.rawValue)) }
    var since: JSONValue = .absent
    if case .make(let made) = step { since = .day(made.since) }
    return .object([
      "kind": .text(step.kind.rawValue), "task": JSONValue.text(step.task).ifAny,
      "document": JSONValue.text(step.document).ifAny, "place": JSONValue.text(step.place).ifAny,
      "fields": fields, "since": since, "reason": .text(step.reason),
    ])
  }
}
