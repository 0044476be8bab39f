/// The tables that papers are made of.
public enum PaperTables {
  typealias Column = Table.Column

  /// What is late, a row a task and period, with the places that lack it.
  public static func overdue(
    _ overdue: Overdue, _ catalogue: Catalogue, _ language: Language, isSample: Bool = false
  ) -> Table {
    typealias Row = (number: Int, value: Overdue.Item)
    func task(_ row: Row) -> ReformTask? { catalogue.task(row.value.task) }
    let columns: [Column<Row>] = [
      Column("number", Phrase("序号", "No.")) { .count($0.number) },
      Column("title", Phrase("任务", "Task")) { row in
        let title = task(row)?.title(language) ?? row.value.task
        let period = row.value.period.map { Phrase("（\($0)）", " (\($0))")(language) }
        return .text(title + (period ?? ""))
      },
      Column("source", Phrase("文件和条款", "Document and clause")) {
        .text(task($0).map { catalogue.source(of: $0, in: language) })
      },
      Column("due", Phrase("时限", "Due")) { .day($0.value.due) },
      Column("days", Phrase("逾期天数", "Days late")) { .count($0.value.days) },
      Column("lacking", Phrase("没有办结的地方", "Not finished in")) { row in
        .text(
          FigureWords.list(
            row.value.places.map {
              catalogue.name(of: Line(row.value.task, in: $0, period: nil), in: language)
            }, language))
      },
      Column("count", Phrase("处数", "Lines")) { .count($0.value.places.count) },
    ]
    let rows = overdue.items.enumerated().map { (number: $0.offset + 1, value: $0.element) }
    return Table(columns, rows, language, isSample: isSample)
  }

  /// What is late, a row a place, with the numbers of its tasks in the table of tasks.
  public static func overdueParts(
    _ overdue: Overdue, _ divisions: Divisions, _ language: Language, isSample: Bool = false
  ) -> Table {
    let columns: [Column<Overdue.Part>] = [
      Column("place", Phrase("地方", "Place")) {
        let isWhole = $0.place == overdue.place && divisions[$0.place]?.level != .county
        return .text(
          (divisions[$0.place]?.name(in: language) ?? $0.place)
            + (isWhole ? FieldWords.ownLevel(language) : ""))
      },
      Column("code", Phrase("地区代码", "Code"), .filing) { .text($0.place) },
      Column("count", Phrase("逾期处数", "Lines late")) { .count($0.items.count) },
      Column("longest", Phrase("最长天数", "Most days")) { .count($0.longest) },
      Column("tasks", Phrase("任务序号", "Nos. of tasks")) {
        .text(FigureWords.list($0.items.map { "\($0 + 1)" }, language))
      },
    ]
    return Table(columns, overdue.parts, language, isSample: isSample)
  }
}

extension Catalogue {
  /// Where a task comes from, as papers print it: number of the document and place of the clause.
  public func source(of task: ReformTask, in language: Language) -> String {
    let number = document(task.document)?.number ?? task.document
    let place = clause(of: task)?.place(language) ?? task.clause
    return language == .zh ? number + place : "\(number), \(place)"
  }
}
