import Reform

/// The sentences of papers, in one place.
enum PaperWords {
  static let apart = Phrase("　", "  ")
  static let draft = Phrase("草稿", "Draft")
  static let madeUp = Phrase("示例数据，全部虚构", "Sample data, all made up")

  static let note = Phrase("注：", "Note: ")

  /// A day as papers print it: 2024年12月6日.
  static func day(_ day: Day) -> Phrase {
    Phrase("\(day.year)年\(day.month)月\(day.day)日", day.description)
  }

  static func asOf(_ day: Day) -> Phrase {
    Phrase("截至\(self.day(day).zh)", "As of \(day)")
  }

  /// The unit that signs, where nobody has named it.
  static let unsigned = Phrase("（署名）", "(signature)")

  // MARK: Reminder

  static func reminder(_ place: Division) -> Phrase {
    Phrase("关于催报\(place.name)医改逾期任务的函", "Health-reform tasks that are late in \(place.english)")
  }

  static func reminderFile(_ place: Division, _ day: Day) -> Phrase {
    Phrase("\(place.name)催报单-\(day)", "\(place.english)-reminder-\(day)")
  }

  static func addressed(_ place: Division) -> Phrase {
    Phrase("\(place.name)医改办：", "To the reform office of \(place.english):")
  }

  static func late(_ place: Division, _ overdue: Overdue) -> Phrase {
    let (tasks, lines) = (overdue.tasks, overdue.lines)
    let (parts, longest) = (overdue.parts.count, overdue.longest)
    return Phrase(
      "\(asOf(overdue.day).zh)，你地有 \(tasks) 项任务过了时限没有办结，涉及 \(parts) 个地方、共 \(lines) 处，"
        + "最长逾期 \(longest) 天。请逐项核实，已经办结的补报佐证，没有办结的说明原因和完成日期。",
      "\(asOf(overdue.day).en), \(Plural("task").of(tasks)) of \(place.english) "
        + "\(tasks == 1 ? "is" : "are") past the due day: \(Plural("line").of(lines)) in "
        + "\(Plural("place").of(parts)), up to \(Plural("day").of(longest)) late. Please look at each, send "
        + "the evidence of what is done, and the reason and a day for what is not.")
  }

  static let byTask = Phrase("按任务", "By task")
  static let byPlace = Phrase("按地方", "By place")
  static let numbersMean = Phrase("“任务序号”是上表的序号。", "Numbers of tasks are those of the table above.")

  // MARK: Brief

  static func brief(_ place: Division) -> Phrase {
    Phrase("\(place.name)医改工作简况", "Health reform in \(place.english), in brief")
  }

  static func briefFile(_ place: Division, _ day: Day) -> Phrase {
    Phrase("\(place.name)简况-\(day)", "\(place.english)-brief-\(day)")
  }

  static let rate = Phrase("任务办结", "What is finished")
  static let red = Phrase("亮红灯的任务", "Red lights")
  static let indicators = Phrase("四项监测指标", "The four monitored indicators")
  static let next = Phrase("接下来到期", "Due next")
  static let noRed = Phrase("没有亮红灯的任务。", "No task shows a red light.")
  static let noFigures = Phrase("台账里还没有这四项指标的数据。", "The ledger has no figures of these yet.")
  static let nothingNext = Phrase("没有将要到期的任务。", "Nothing falls due.")

  static func finished(_ rate: FinishedRate) -> Phrase {
    Phrase(
      "\(rate.base.words.zh) \(rate.total) 项，已办结 \(rate.finished) 项，办结率 \(rate.words)",
      "\(rate.words) finished (\(rate.finished) of \(rate.total), \(rate.base.words.en))")
  }

  static func ranked(_ row: League.Row, in league: League) -> Phrase {
    guard let rank = row.rank else { return Phrase("", "") }
    let all = league.parting.counted(league.rows.count)
    return Phrase("，在 \(all.zh)中列第 \(rank) 位", ", rank \(rank) of \(all.en)")
  }

  static func lights(_ lights: SignalCounts) -> Phrase {
    Phrase(
      "红灯 \(lights.red) 项，黄灯 \(lights.yellow) 项，绿灯 \(lights.green) 项，灰灯 \(lights.grey) 项。",
      "Lights: \(lights.red) red, \(lights.yellow) yellow, \(lights.green) green, \(lights.grey) grey."
    )
  }

  /// What a table leaves out, where it does.
  static func first(_ shown: Int, of all: Int) -> Phrase {
    shown < all
      ? Phrase("（共 \(all) 项，列前 \(shown) 项）", " (the first \(shown) of \(all))")
      : Phrase("（\(all) 项）", " (\(all))")
  }

  // MARK: Ledger

  static func ledger(_ place: Division) -> Phrase {
    Phrase("\(place.name)医改任务台账", "Ledger of health-reform tasks, \(place.english)")
  }

  static func ledgerFile(_ place: Division, _ day: Day) -> Phrase {
    Phrase("\(place.name)台账-\(day)", "\(place.english)-ledger-\(day)")
  }

  static let allTasks = Phrase("全部", "All")
  static let charts = Phrase("图表", "Charts")
  static let byStatus = Phrase("任务按状态", "Tasks by status")
  static let byPart = Phrase("各地任务", "Tasks by place")
  static let byLead = Phrase("牵头部门任务（最多的十个）", "Tasks by leading department, the ten with most")
  static let status = Phrase("状态", "Status")
  static let tasks = Phrase("任务", "Tasks")
  static let name = Phrase("名称", "Name")
  static let done = Phrase("已办结", "Finished")
  static let notDone = Phrase("未办结", "Not finished")
}
