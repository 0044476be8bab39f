import Reform

extension AppState {
  /// What is shown, as a table to be exported; made-up data says so in its first row.
  func sheet() -> Sheet {
    var rows: [[String]] = []
    if isSample { rows.append([Words.sample(language)]) }
    rows.append(["\(Words.asOf(language)) \(day)", name(of: scope)])
    switch context {
    case .task: rows += taskRows()
    case .overview where overview.pane == .league: rows += leagueRows()
    case .indicators: rows += rooms[context]?.rows(model) ?? []
    case .compare: rows += compareRows()
    case .collection: rows += collectionRows()
    case .overview where overview.pane == .indicators: rows += IndicatorsScreen.table(model)
    case .places, .group: rows += placeRows()
    case .documents: rows += documentRows()
    default: rows += boardRows()
    }
    let name = isSample ? "yigai-sample-\(day)" : "yigai-\(day)"
    return Sheet(name: name, rows: rows)
  }

  func head(_ words: [Phrase]) -> [String] { words.map { $0(language) } }

  private func boardRows() -> [[String]] {
    let items =
      context == .board
      ? board.groups.flatMap { group in group.items.map { (group.name(language), $0) } }
      : report.standings.map { ("", $0) }
    let rows = items.map { group, item -> [String] in
      let task = catalogue.tasks[item.task]
      return [
        group, task.id, task.title(language),
        task.departments.map { catalogue.name(of: $0, in: language) }.joined(separator: "；"),
        item.due?.description ?? Spoken.undated(task, in: language),
        Words.status(item.status)(language), Words.signal(item.light.signal)(language),
        "\(item.counts.finished)", "\(item.counts.total)", item.light.reason(language),
      ]
    }
    return [
      head([
        Phrase("分组", "Group"), Phrase("编号", "Id"), Phrase("任务", "Task"), Words.Task.departments,
        Words.Task.deadline, Phrase("状态", "Status"), Words.Task.light, Phrase("已办结", "Finished"),
        Phrase("共", "Of"), Phrase("说明", "Reason"),
      ])
    ] + rows
  }

  private func taskRows() -> [[String]] {
    let standings = openTasks.last?.standings ?? []
    return [
      head([
        Phrase("编号", "Id"), Phrase("任务", "Task"), Phrase("地区", "Place"), Phrase("期", "Period"),
        Phrase("状态", "Status"), Words.Task.light, Words.Task.deadline, Phrase("登记日", "Entered"),
        Phrase("登记人", "By"), Words.Prompt.note,
      ])
    ]
      + standings.map {
        [
          $0.line.task, catalogue.task($0.line.task)?.title(language) ?? "",
          name(of: $0.line),
          $0.line.period?.description ?? "", Words.status($0.status)(language),
          Words.signal($0.light.signal)(language), $0.due?.description ?? "",
          $0.day?.description ?? "", $0.who ?? "", $0.note ?? "",
        ]
      }
  }

  private func leagueRows() -> [[String]] {
    [
      head([
        Phrase("名次", "Rank"), Phrase("地市", "City"), Phrase("已办结", "Finished"), Phrase("共", "Of"),
        Phrase("红", "Red"), Phrase("黄", "Yellow"), Words.Overview.finished, Words.Overview.base,
      ])
    ]
      + league.rows.map {
        [
          "\($0.rank)", name(of: $0.place), "\($0.counts.finished)", "\($0.counts.total)",
          "\($0.lights.red)", "\($0.lights.yellow)", $0.rate.words, $0.rate.base.words(language),
        ]
      }
  }

  private func documentRows() -> [[String]] {
    [
      head([
        Words.Task.document, Phrase("文号", "Number"), Words.Task.clause, Phrase("编号", "Id"),
        Phrase("任务", "Task"),
      ])
    ]
      + catalogue.tasks.map { task in
        let document = catalogue.document(task.document)
        return [
          document?.short(language) ?? "", document?.number ?? "",
          catalogue.clause(of: task)?.place(language) ?? task.clause, task.id, task.title(language),
        ]
      }
  }
}
