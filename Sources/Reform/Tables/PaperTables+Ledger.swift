/// A task as it stands in a place, with what was last entered there.
public struct LedgerRow: Hashable, Sendable {
  public var standing: TaskStanding
  public var last: LastEntries?
  /// The lines of it there that were extended.
  public var extended: [ExtendedLine]

  public init(_ standing: TaskStanding, last: LastEntries?, extended: [ExtendedLine] = []) {
    (self.standing, self.last, self.extended) = (standing, last, extended)
  }
}

extension PaperTables {
  /// The ledger as it is handed out (台账): a row a task, numbered from 1.
  public static func ledger(
    _ rows: [LedgerRow], _ catalogue: Catalogue, _ language: Language, isSample: Bool = false
  ) -> Table {
    func task(_ row: LedgerRow) -> ReformTask { catalogue.tasks[row.standing.task] }
    func words(_ row: LedgerRow) -> ReportedWords? { row.last?.note.map(ReportedWords.init) }
    func names(_ departments: [Responsible]) -> String {
      departments.map { catalogue.name(of: $0, in: language) }
        .joined(separator: Phrase("、", ", ")(language))
    }
    let of: [Column<LedgerRow>] = [
      Column("title", Phrase("任务", "Task")) { .text(task($0).title(language)) },
      Column("source", Phrase("文件和条款", "Document and clause")) {
        .text(catalogue.source(of: task($0), in: language))
      },
      Column("lead", Phrase("牵头（责任）单位", "Lead or responsible")) {
        .text(names(task($0).leading))
      },
      Column("cooperating", Phrase("配合单位", "Cooperating")) { .text(names(task($0).assisting)) },
      Column("due", Phrase("时限", "Due")) { row in
        printedDay(row, of: task(row)).map { Table.Cell.day($0) }
          ?? .text(FieldWords.undated(task(row))(language))
      },
      Column("extension", Phrase("延期", "Extended")) {
        .text(extensions($0.extended, of: task($0), catalogue, language))
      },
      Column("status", Phrase("状态", "Status")) {
        .word($0.standing.status, FieldWords.status($0.standing.status), language)
      },
      Column("signal", Phrase("灯", "Light")) {
        .word($0.standing.light.signal, FieldWords.signal($0.standing.light.signal), language)
      },
      Column("finished", Phrase("办结处数（各期合计）", "Lines finished, all periods")) {
        .count($0.standing.counts.finished)
      },
      Column("lines", Phrase("共几处（各期合计）", "Lines, all periods")) {
        .count($0.standing.counts.total)
      },
    ]
    let entered: [Column<LedgerRow>] = [
      Column("progress", Phrase("进展", "Progress")) { .text(words($0)?.progress) },
      Column("problem", Phrase("问题", "Problem")) { .text(words($0)?.problem) },
      Column("next", Phrase("下一步", "Next")) { .text(words($0)?.next) },
      Column("note", Phrase("其他备注", "Other notes")) { .text(words($0)?.other) },
      Column("evidence", Phrase("佐证", "Evidence")) { .text($0.last?.evidence) },
      Column("day", Phrase("最近登记日", "Last entered")) { .day($0.last?.entry?.day) },
      Column("who", Phrase("登记人", "By")) { .text($0.last?.entry?.who) },
      Column("id", Phrase("编号", "Id")) { .text(task($0).id) },
    ]
    var table = Table(of + entered, rows, language, isSample: isSample)
    let number = Table.Head(key: "number", name: Phrase("序号", "No."), use: .everywhere)
    table.heads.insert(number, at: 0)
    for index in table.rows.indices { table.rows[index].insert(.count(index + 1), at: 0) }
    return table
  }

  /// The day that the document prints, also where all that is left was extended: the new days stand beside it.
  private static func printedDay(_ row: LedgerRow, of task: ReformTask) -> Day? {
    guard let due = row.standing.due, row.extended.contains(where: { $0.due == due }) else {
      return row.standing.due
    }
    let printed = task.deadlines.compactMap(\.due)
    return printed.contains(due) ? due : printed.filter { $0 < due }.max() ?? printed.min() ?? due
  }

  /// To which day which places were extended, a day after the other; nil where none was.
  private static func extensions(
    _ lines: [ExtendedLine], of task: ReformTask, _ catalogue: Catalogue, _ language: Language
  ) -> String? {
    guard !lines.isEmpty else { return nil }
    let (colon, between) = (Phrase("：", ": ")(language), Phrase("；", "; ")(language))
    return Dictionary(grouping: lines, by: \.due).sorted { $0.key < $1.key }.map { due, lines in
      let names = lines.map { line in
        catalogue.name(of: Line(task.id, in: line.place), in: language)
          + (line.period.map { Phrase("（\($0)）", " (\($0))")(language) } ?? "")
      }
      return "\(due)" + colon + names.joined(separator: Phrase("、", ", ")(language))
    }.joined(separator: between)
  }
}

extension ReformTask {
  /// Those that lead; where the clause names no lead, those that are responsible.
  public var leading: [Responsible] {
    let lead = departments.filter { $0.role == .lead }
    return lead.isEmpty ? departments.filter { $0.role == .responsible } : lead
  }

  /// The other departments that the clause names.
  public var assisting: [Responsible] {
    let leading = leading
    return departments.filter { !leading.contains($0) }
  }
}

extension Catalogue {
  /// The name by which a department is known, whichever of its forms a document prints.
  public func name(ofAnyForm name: String, in language: Language) -> String {
    let known = departments.first { $0.name == name || $0.forms.contains(name) }
    return known.map { language == .zh ? $0.name : $0.english } ?? name
  }
}
