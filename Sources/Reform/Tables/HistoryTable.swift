extension Table {
  /// Entries as they stand in the ledger, one in a row.
  ///
  /// `answered` has the entries that others among them take back or put back, by their number.
  public static func history(
    _ entries: [Entry], answering answered: [Entry.ID: Entry] = [:], _ catalogue: Catalogue,
    _ language: Language, isSample: Bool = false
  ) -> Table {
    let words = EntryWords(answered: answered, catalogue: catalogue, language: language)
    let columns: [Column<Entry>] = [
      Column("day", Phrase("日期", "Day")) { .day($0.day) },
      Column("who", Phrase("登记人", "By")) {
        .text($0.who, shown: $0.whence(language))
      },
      Column("code", Phrase("地区代码", "Code"), .filing) { .text($0.line.place) },
      Column("place", Phrase("地区", "Place")) {
        .text(
          catalogue.divisions[$0.line.place]?.short(in: language) ?? $0.line.place,
          keyed: .text($0.line.place))
      },
      Column("period", Phrase("期", "Period")) { .text($0.line.period?.description) },
      Column("task", Phrase("编号", "Id")) { .text($0.line.task) },
      Column("title", Phrase("任务", "Task"), .headed) {
        .text(
          catalogue.task($0.line.task)?.title(language)
            ?? catalogue.document($0.line.task)?.title(language))
      },
      Column("status", Phrase("状态", "Status")) { entry in
        entry.status.map { .word($0, FieldWords.status($0), language) } ?? .text(nil)
      },
      Column("words", Phrase("内容", "Words"), .headed) { .text(words.all(of: $0)) },
    ]
    return Table(
      columns + EntryWords.keys + [Column("sample") { _ in .truth(isSample) }], entries, language,
      isSample: isSample)
  }
}

/// What an entry says, apart from where and when.
private struct EntryWords {
  let answered: [Entry.ID: Entry]
  let catalogue: Catalogue
  let language: Language

  static var keys: [Table.Column<Entry>] {
    [
      // An actual of a target, or a change by hand, is no entry of a line and has the number of its act
      // alone.
      .init("id") { .whole($0.id > 0 ? $0.id : nil) },
      .init("act") { .whole($0.act) }, .init("kind") { .text($0.kind.rawValue) },
      .init("note") { .text($0.note) }, .init("evidence") { .text($0.evidence) },
      .init("due") { .text($0.due) }, .init("until") { $0.until.map { .text($0) } ?? .absent },
      .init("at") { .text($0.at) },
      .init("enteredOn") { $0.booked.map { .day($0) } ?? .absent },
      .init("office") { $0.office.map { .text($0) } ?? .absent },
      .init("meeting") { .text($0.meeting) },
      .init("answers") { .whole($0.answers.flatMap { $0 > 0 ? $0 : nil }) },
      .init("takenBack") { .truth($0.isTakenBack) },
      .init("actual") { $0.actual.map(actual) ?? .absent },
      .init("byHand") { $0.hand.map(HandTables.json) ?? .absent },
    ]
  }

  private static func actual(_ actual: TargetActual) -> JSONValue {
    .object([
      "metric": .text(actual.key.metric), "value": .number(actual.value), "on": .day(actual.day),
      "source": .text(actual.source), "madeUp": .truth(actual.isMadeUp),
    ])
  }

  /// What an entry says; of one that takes back or puts back, what and whose that was.
  func all(of entry: Entry) -> String {
    var words = said(entry)
    let answer: Phrase? =
      switch entry.kind {
      case .entered: nil
      case .undone: Phrase("撤销", "takes back")
      case .redone: Phrase("重做", "puts back")
      }
    if let answer {
      var what = words
      if let before = entry.answers.flatMap({ answered[$0] }) {
        what = [before.day.description, before.whence(language)]
        if let status = before.status { what.append(FieldWords.status(status)(language)) }
        what += said(before)
      }
      words = [answer(language) + Phrase("：", ": ")(language) + what.joined(separator: " ")]
    }
    if let backdated = entry.backdated { words.append(backdated(language)) }
    if entry.isTakenBack { words.append(Phrase("（已撤回）", "(taken back)")(language)) }
    return words.joined(separator: " ")
  }

  private func said(_ entry: Entry) -> [String] {
    var words = [entry.note, entry.evidence].compactMap(\.self)
    if let due = entry.due {
      words.append(
        due.isEmpty
          ? Phrase("取消时限", "no due day any more")(language)
          : Phrase("时限 ", "due ")(language) + due)
    }
    if let until = entry.until {
      words.append(
        until.isEmpty
          ? Phrase("取消延期", "no extension any more")(language)
          : Phrase("延期到 ", "extended to ")(language) + until)
    }
    if let actual = entry.actual { words.append(said(actual)) }
    if let hand = entry.hand { words.append(HandWords.said(hand, catalogue, language)) }
    return words
  }

  private func said(_ actual: TargetActual) -> String {
    let target = catalogue.task(actual.key.task)?.targets
      .first { $0.identity == actual.key.metric }
    let number = "\(actual.value)"
    return [
      Phrase("实际", "reached")(language), target?.name(language) ?? actual.key.metric,
      target?.amount(number, in: language) ?? number, actual.day.description, actual.source,
      actual.isMadeUp ? FieldWords.sample(language) : nil,
    ].compactMap(\.self).joined(separator: " ")
  }
}
