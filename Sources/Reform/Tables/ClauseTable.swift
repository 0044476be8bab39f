extension Table {
  /// The tasks of all documents with the clauses that they come from; with a day those that were there by
  /// then.
  public static func clauses(
    _ catalogue: Catalogue, by day: Day? = nil, _ language: Language
  ) -> Table {
    func document(_ task: ReformTask) -> Document? { catalogue.document(task.document) }
    let columns: [Column<ReformTask>] = [
      Column("document", Phrase("文件", "Document")) { .text(document($0)?.short(language)) },
      Column("number", Phrase("文号", "Number")) { .text(document($0)?.number) },
      Column("clause", Phrase("条款", "Clause")) {
        .text(catalogue.clause(of: $0)?.place(language) ?? $0.clause)
      },
      Column("id", Phrase("编号", "Id")) { .text($0.id) },
      Column("title", Phrase("任务", "Task")) { .text($0.title(language)) },
    ]
    let tasks = catalogue.tasks.filter { catalogue.isThere($0, by: day) }
    return Table(columns, tasks, language)
  }
}
