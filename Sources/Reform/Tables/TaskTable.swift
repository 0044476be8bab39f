extension Table {
  /// A task as a whole, in the group that a board puts it in and with the places of words found.
  public struct TaskRow {
    public var standing: TaskStanding
    public var group: String?
    public var hits: String?

    public init(_ standing: TaskStanding, group: String? = nil, hits: String? = nil) {
      (self.standing, self.group, self.hits) = (standing, group, hits)
    }
  }

  /// Tasks as they stand as a whole, one in a row.
  public static func tasks(
    _ rows: [TaskRow], _ catalogue: Catalogue, _ language: Language, isGrouped: Bool = false,
    isSearched: Bool = false, isSample: Bool = false
  ) -> Table {
    func task(_ row: TaskRow) -> ReformTask { catalogue.tasks[row.standing.task] }
    var columns: [Column<TaskRow>] = [
      Column("id", Phrase("编号", "Id")) { .text(task($0).id) },
      Column("title", Phrase("任务", "Task")) { .text(task($0).title(language)) },
      Column("departments", Phrase("责任单位", "Departments")) {
        .text(catalogue.departments(of: task($0), in: language))
      },
      Column("due", Phrase("时限", "Due")) { row in
        row.standing.due.map { Cell.day($0) }
          ?? .text(FieldWords.undated(task(row))(language))
      },
      Column("status", Phrase("状态", "Status")) {
        .text(FieldWords.status($0.standing.status)(language))
      },
      Column("signal", Phrase("灯", "Light")) {
        .text(FieldWords.signal($0.standing.light.signal)(language))
      },
      Column("finished", Phrase("办结处数", "Lines finished")) {
        let counts = $0.standing.counts
        return .count(counts.finished, shown: "\(counts.finished)/\(counts.total)")
      },
      Column("lines", Phrase("共几处", "Lines"), .filing) { .count($0.standing.counts.total) },
      Column("reason", Phrase("说明", "Reason"), .filing) {
        .text($0.standing.light.reason(language))
      },
    ]
    if isGrouped {
      columns.insert(Column("group", Phrase("分组", "Group")) { .text($0.group) }, at: 0)
    }
    if isSearched {
      columns.append(Column("hits", Phrase("命中", "Found in")) { .text($0.hits) })
    }
    return Table(columns, rows, language, isSample: isSample)
  }

  /// Tasks line by line: where each stands in every place and period.
  public static func standings(
    _ standings: [Standing], _ catalogue: Catalogue, _ language: Language, isSample: Bool = false
  ) -> Table {
    func task(_ row: Standing) -> ReformTask? { catalogue.task(row.line.task) }
    var columns: [Column<Standing>] = [
      Column("task", Phrase("编号", "Id")) { .text($0.line.task) },
      Column("document", Phrase("文件", "Document"), .filing) { .text(task($0)?.document) },
      Column("clause", Phrase("条款", "Clause"), .filing) { .text(task($0)?.clause) },
      Column("title", Phrase("任务", "Task")) { .text(task($0)?.title(language)) },
      Column("theme", Phrase("专题", "Theme"), .filing) {
        let theme = task($0)?.theme
        return .text(theme.map { catalogue.theme($0)?.name(language) ?? $0 })
      },
      Column("departments", Phrase("责任单位", "Departments")) {
        .text(task($0).map { catalogue.departments(of: $0, in: language) })
      },
      Column("code", Phrase("地区代码", "Code"), .filing) { .text($0.line.place) },
      Column("place", Phrase("地区", "Place")) { .text(catalogue.name(of: $0.line, in: language)) },
      Column("period", Phrase("期", "Period")) { .text($0.line.period?.description) },
      Column("due", Phrase("时限", "Due")) { row in
        row.due.map { Cell.day($0) } ?? .text(task(row).map { FieldWords.undated($0)(language) })
      },
      Column("status", Phrase("状态", "Status")) { .text(FieldWords.status($0.status)(language)) },
      Column("signal", Phrase("灯", "Light")) {
        .text(FieldWords.signal($0.light.signal)(language))
      },
      Column("day", Phrase("登记日", "Entered")) { .day($0.day) },
      Column("who", Phrase("登记人", "By")) { .text($0.who) },
      Column("note", Phrase("备注", "Note")) { .text($0.note) },
    ]
    if standings.contains(where: { $0.original != nil }) {
      columns.append(
        Column("original", Phrase("延期前的时限", "Due before extension")) { .day($0.original) })
    }
    return Table(columns, standings, language, isSample: isSample)
  }

  /// The cities by what is finished of the tasks that all of them share.
  public static func league(
    _ league: League, _ divisions: Divisions, _ language: Language, isSample: Bool = false
  ) -> Table {
    let columns: [Column<League.Row>] = [
      Column("rank", Phrase("名次", "Rank")) { .count($0.rank) },
      Column("code", Phrase("地区代码", "Code"), .filing) { .text($0.place) },
      Column("place", Phrase("地区", "Place")) {
        .text(divisions[$0.place]?.name(in: language) ?? $0.place)
      },
      Column("finished", Phrase("已办结", "Finished")) { .count($0.counts.finished) },
      Column("tasks", Phrase("共几项", "Tasks")) { .count($0.counts.total) },
      Column("red", Phrase("红灯", "Red lights")) { .count($0.lights.red) },
      Column("yellow", Phrase("黄灯", "Yellow lights")) { .count($0.lights.yellow) },
      Column("rate", Phrase("办结率", "Finished rate")) { .text($0.rate.words) },
      Column("base", Phrase("基数", "Share of")) { .text($0.rate.base.words(language)) },
    ]
    return Table(columns, league.rows, language, isSample: isSample)
  }
}

extension Catalogue {
  /// The departments of a task in printed order, as people are told of them.
  public func departments(of task: ReformTask, in language: Language) -> String {
    task.departments.map { name(of: $0, in: language) }
      .joined(separator: Phrase("；", "; ")(language))
  }

  /// The place of a line; the line of a government itself beside its parts' says so (本级).
  public func name(of line: Line, in language: Language) -> String {
    let isOwn = self.task(line.task)?.isOwnLevel(line.place, in: divisions) ?? false
    return (divisions[line.place]?.name(in: language) ?? line.place)
      + (isOwn ? FieldWords.ownLevel(language) : "")
  }
}
