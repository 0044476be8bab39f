import Cells
import Reform

/// Every word on screen, 中文 beside English, by where it stands.
enum Words {
  static let program = Phrase("医改", "yigai")
  static let asOf = Phrase("截至", "as of")
  static let lookedAt = Phrase("查看地区", "Within")
  static let readOnly = Phrase("只读", "read-only")
  static let all = Phrase("全部", "all")
  static let none = Phrase("无", "none")
  static let ownLevel = FieldWords.ownLevel
  static let itself = Phrase("本级", "itself")

  enum Tabs {
    static let overview = Phrase("总览", "Overview")
    static let tasks = Phrase("任务", "Tasks")
    static let indicators = Phrase("指标", "Indicators")
    static let documents = Phrase("文件", "Documents")
  }

  enum Overview {
    static let progress = Phrase("任务进展", "Progress of tasks")
    static let next = Phrase("近期到期与欠账", "Owed and due next")
    static let themes = Phrase("专题进展", "Progress by theme")
    static let recent = Phrase("最近登记", "Last entries")
    static let finished = Phrase("办结率", "finished")

    static func finished(_ rate: FinishedRate) -> Phrase {
      Phrase(
        "办结 \(rate.finished)/\(rate.total)（\(rate.words)）",
        "\(rate.finished) of \(rate.total) finished (\(rate.words))")
    }

    /// How long the longest is owed, and how many are.
    static func latest(_ due: Day, _ count: Int, on day: Day) -> Phrase {
      let days = due.days(until: day)
      let (years, isLong) = (days / 365, days >= 730)
      return Phrase(
        "逾期 \(count) 项，最久 \(isLong ? "\(years) 年" : "\(days) 天")",
        "\(count) late, longest \(isLong ? "\(years) years" : days == 1 ? "1 day" : "\(days) days")"
      )
    }

    static func owed(_ late: Int, of count: Int, _ dot: String) -> Phrase {
      Phrase("欠 \(late)\(dot)将到期 \(count - late)", "\(late) late, \(count - late) to come")
    }

    static let base = Phrase("基数", "Share of")
    static let rounding = Phrase("取整", "Rounding")
    static let roundingRule = Phrase(
      "四舍五入到整数；没有全部办结不写100%，有办结的不写0%",
      "to whole percent; 100% only when all is finished, 0% only when nothing is")
    static let nothingDue = Phrase("没有到期的任务", "nothing is due")
    static let empty = Phrase(
      "台账还没有登记。按 2 看任务，选中一项按 d 办结、s 定状态、n 记备注。",
      "Nothing is entered yet. Press 2 for the tasks; on one, d closes, s sets a status, n notes.")
  }

  enum Board {
    static let byStatus = Phrase("按状态", "by status")
    static let byDepartment = Phrase("按部门", "by department")
    static let byDocument = Phrase("按文件", "by document")
    static let noDepartment = Phrase("未写明单位", "no unit named")
    static let byTheme = Phrase("按专题", "by theme")
    static let byDeadline = Phrase("按时限", "by deadline")
    static let filter = Phrase("筛选", "filter")
    static let marked = Phrase("选中", "selected")
    static let problems = Phrase("只看问题", "problems only")
    static let sort = Phrase("排序", "sorted by")
    static let nothing = Phrase("没有符合的任务", "no task matches")
    static let noItem = Phrase("没有符合的", "nothing matches")
    static let noneAsked = Phrase("现在没有要求的任务", "no task is asked for now")
    static let noTasks = Phrase(
      "台账里还没有任务。按 7 再按 i 导入文件，或按 a 新建任务。",
      "The ledger has no tasks yet. 7, then i imports a document; a makes a task.")
    static let emptyFilter = Phrase(
      "没有符合“{query}”的任务。Esc 取消筛选。", "No task matches “{query}”. Esc clears the filter.")
    static let task = Phrase("任务", "Task")
    static let unit = Phrase("单位", "Department")
    static let source = Phrase("出处", "Source")
    static let status = Phrase("状态", "Status")
    static let done = Phrase("完成", "Done")
    static let due = Phrase("时限", "Due")
  }

  enum Task {
    static func finished(_ counts: StatusCounts, _ dot: String) -> Phrase {
      let (finished, total) = (counts.finished, counts.total)
      return Phrase(
        "办结 \(finished)/\(total)\(dot)还差 \(total - finished)",
        "\(finished)/\(total) finished, \(total - finished) left")
    }

    static let alsoAt = Phrase("另见", "Also at")
    static let gathering = Phrase("报送", "Figures in")
    static let goesByFigures = Phrase(
      "数据报来后按数据算，不按登记的状态（暂缓除外）",
      "once figures are sent it goes by them, not by what is entered (suspended excepted)")

    static func sent(_ gathering: Gathering, of period: Period) -> Phrase {
      Phrase(
        "\(period)：\(gathering.sent)/\(gathering.asked) 市报齐",
        "\(period): \(gathering.sent) of \(gathering.asked) cities complete")
    }

    static let clause = Phrase("条款", "Clause")
    static let document = Phrase("文件", "Document")
    static let departments = Phrase("责任单位", "Departments")
    static let deadline = Phrase("时限", "Deadline")
    static let light = Phrase("亮灯", "Light")
    static let theme = Phrase("专题", "Theme")
    static let level = Phrase("落实层级", "Level")
    static let places = Phrase("点名地区", "Places named")
    static let targets = Phrase("目标", "Targets")
    static let actual = Phrase("实际", "Reached")
    static let supersedes = Phrase("承接", "Follows up")
    static let followers = Phrase("后续", "Followed by")
    static let carriesOut = Phrase("落实条款", "Carries out")
    static let carriers = Phrase("清单任务", "Annex rows")
    static let conflict = Phrase("不一致", "Conflict")
    static let indicators = Phrase("相关指标", "Indicators")
    static let facts = Phrase("任务", "Task")
    static let matrix = Phrase("落实情况", "Where it stands")
    static let history = Phrase("流水", "History")
    static func newest(_ count: Int, of all: Int) -> Phrase {
      Phrase("最新 \(count) / 共 \(all)", "newest \(count) of \(all)")
    }
    static let noHistory = Phrase(
      "还没有登记。d 办结  s 状态  n 备注  e 佐证", "Nothing entered yet. d closes, s status, n note, e evidence")
    static let lead = Phrase("牵头", "lead")
    static let cooperating = Phrase("配合", "with")

    static func inBrackets(_ words: Phrase) -> Phrase { Phrase("（\(words.zh)）", " (\(words.en))") }

    static let lastEntry = Phrase("最近登记", "Last entry")
    static let extended = Phrase("延期到", "Extended to")
    static let noExtension = Phrase("取消延期", "no extension any more")
    static func original(_ day: Day) -> Phrase { Phrase("原定 \(day)", "due before: \(day)") }
    static let takenBack = Phrase("已撤回", "taken back")
    static let evidence = Phrase("佐证", "evidence")
    static let due = Phrase("时限定为", "due day set to")
    static let noDue = Phrase("时限已取消", "due day taken away")
    static let text = Phrase("原文", "Word for word")
    static let noText = Phrase(
      "导入文件后显示（按 7，再按 i）", "shown once the document is imported (7, then i)")
    static let noPrinted = Phrase(
      "这项任务是手工设立的，没有印发的原文", "it was set by hand and has no printed text")
    static let soft = Phrase("力争", "aim")
  }

  enum Documents {
    static let title = Phrase("文件", "Documents")
    static let tasks = Phrase("项任务", "tasks")
    static let truncated = Phrase("原文不全", "text breaks off")
    static let none = Phrase(
      "台账里还没有文件。按 i 导入一份，或按 a 新建没有文件依据的任务。",
      "The ledger has no documents yet. i imports one; a makes a task that rests on none.")
    static let bulletin = Phrase("信息简报，不设任务", "bulletin, sets no tasks")
    static let noText = Phrase(
      "还没有原文。按 i 导入这份文件，各条原文就在这里。",
      "No text yet. Import this document with i, and its clauses show here word for word.")
    static let notImported = Phrase(
      "这份文件的原文没有导入。", "The text of this document was not imported.")
    static let document = Phrase("文件", "Document")
    static let compared = Phrase("对照", "Side by side")
    static let changed = Phrase("有变化", "changed")
    static let toReview = Phrase("Enter 审核，x 舍弃", "Enter reviews, x drops it")

    static func kind(_ kind: Achievement.Kind) -> Phrase { FieldWords.kind(kind) }
  }

  enum Prompt {
    static let actual = Phrase("录入目标的实际数", "Enter what has been reached")
    static func actualForm(_ today: Day) -> Phrase {
      Phrase(
        "写成：数 日期 来源，中间空格，如 29 \(today) 省卫健委通报",
        "Write number, day and source with blanks between, such as 29 \(today) bulletin no. 3")
    }
    static let actualNumber = Phrase("先写实际数，如 29。", "Begin with the number, such as 29.")
    static let actualDay = Phrase(
      "数的后面空一格写日期，如 2024-06-30。", "After the number and a blank write the day, such as 2024-06-30.")
    static let actualSource = Phrase(
      "日期的后面空一格写来源。", "After the day and a blank write where the number is from.")
    static let enterKey = Phrase("Enter 登记", "Enter records")
    static let enterLooks = Phrase("Enter 查看", "Enter looks")
    static let escape = Phrase("Esc 取消", "Esc cancels")
    static let close = Phrase("办结", "Close")
    /// Of places that closing leaves suspended: their names, and how many they are.
    static func leftSuspended(_ names: String, _ count: Int) -> Phrase {
      let more = count > 11 ? Phrase(" 等\(count)个", " … \(count) in all") : Phrase("", "")
      return Phrase("暂缓的不动：\(names)\(more.zh)", "Suspended, left as they are: \(names)\(more.en)")
    }
    static let note = Phrase("备注", "Note")
    static let optional = Phrase("（可不填）", " (optional)")
    static let evidence = Phrase("佐证（文号、文件名或网址）", "Evidence (number, file or address)")
    static let due = Phrase("时限（如 2021-06-30，留空为取消）", "Due day (2021-06-30; empty takes it away)")
    static let day = Phrase("看哪一天（如 2020-06-30，留空为今天）", "Which day (2020-06-30; empty is today)")
    static let filter = Phrase("筛选", "Filter")
    static let commands = Phrase("命令", "Commands")
    static let status = Phrase("设为哪种状态", "Set the status")
    static let place = Phrase("看哪个地区", "Look at which place")
    static let comparedPlace = Phrase("比较中找哪个地区", "Which of the places compared")
    static let actualPlace = Phrase("录入哪个地区的实际数", "Enter the number of which place")
    static let group = Phrase("任务怎样分组（g 到顶）", "Group the tasks (g: to the top)")
    static let badDayDue = Phrase(
      "不是日期，请写成 2026-12-31 或 2026年底前", "not a day: write 2026-12-31, or 2026年底前")
    static let badDay = Phrase("不是日期，请写成 2021-06-30", "not a day: write 2021-06-30")
    static let futureDay = Phrase("只能看今天或以前", "only today or earlier")
    static func tooLong(_ limit: Int, _ refused: Int) -> Phrase {
      Phrase(
        "放不下，这 \(refused) 个字没有收入；最多 \(limit) 个字",
        "no room: these \(refused) characters were not taken; at most \(limit)")
    }
    static let ahead = Phrase("登记日期晚于今天", "Dated after today")
    static func aheadHelp(_ day: Day, _ clock: Day) -> Phrase {
      Phrase(
        "打开时指定的今天是 \(day)，本机时钟是 \(clock)。确定后，登记都记在 \(day)；取消则先不登记，登记时再问。",
        "The program was opened for \(day); the clock says \(clock). If you go on, entries are dated "
          + "\(day); if not, nothing is entered, and you are asked again at the first entry.")
    }
    static let emptyNote = Phrase("请先写内容", "write something first")
    static let moved = Phrase("别人刚刚改过", "Somebody was quicker")
    static let movedHelp = Phrase(
      "你看到之后，下列登记已经发生。你的登记还没有写入。",
      "These entries came after what you saw. Yours is not entered yet.")
    static let movedKeys = Phrase(
      "Enter 仍然登记   Esc 放弃", "Enter records all the same   Esc drops it")
  }

  enum Papers {
    static let title = Phrase("存为", "Save as")
    static let table = Phrase("本屏的表格（CSV）", "the table of this screen (CSV)")
    static let none = Phrase("这一屏没有可出的材料", "this screen has no paper to write")
  }

  enum Toast {
    static func lines(_ count: Int) -> Phrase { Phrase("\(count) 地", Plural("place").of(count)) }

    static func tasks(_ title: String, _ count: Int, _ lines: Int) -> Phrase {
      Phrase(
        "\(title) 等 \(count) 项任务（\(lines) 条）",
        "\(title) and \(Plural("more task").of(count - 1)) (\(Plural("line").of(lines)))")
    }

    static let saved = Phrase("已记入台账", "entered in the ledger")
    static let takenBack = Phrase("已撤销", "taken back")
    static let putBack = Phrase("已重做", "put back")
    static let nothing = Phrase("没有可撤销的登记", "nothing to take back")
    static let nothingAgain = Phrase("没有可重做的登记", "nothing to put back")
    static let past = Phrase(
      "正在看过去的一天，不能登记；按 @ 回到今天", "this is a past day: nothing can be entered; @ goes back to today")
    static let readOnly = Phrase(
      "台账以只读方式打开，不能登记", "the ledger is read-only: nothing can be entered")
    static let allDone = Phrase("都已办结；要销号请按 s", "all done already; press s to sign off")
    static let allSignedOff = Phrase("都已销号", "all signed off already")
    static func allStand(_ status: Status) -> Phrase {
      let words = Words.status(status)
      return Phrase("都已是“\(words.zh)”", "all of it is “\(words.en)” already")
    }
    static let noSelection = Phrase("这里没有任务", "there is no task here")
    static let outside = Phrase("该地区没有这项任务", "this place has no part in the task")
    /// The file's name first: of a long folder the end may be cut.
    static func exported(to path: String) -> Phrase {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let folder = path.dropLast(name.count)
      return Phrase("已导出到 \(name)（\(folder)）", "exported to \(name) (\(folder))")
    }

    static let notRequired = Phrase("这项任务的文件已有时限", "the document itself sets this task's due day")
    static let later = Phrase("这一屏还没有", "this screen is not there yet")
  }

  static func status(_ status: Status) -> Phrase { FieldWords.status(status) }

  static func signal(_ signal: Signal) -> Phrase { FieldWords.signal(signal) }

  /// The sign of a light where one is drawn: the word, or a letter that the help explains.
  static func sign(_ signal: Signal) -> Phrase {
    switch signal {
    case .red: Phrase("红", " R ")
    case .yellow: Phrase("黄", " Y ")
    case .green: Phrase("绿", " G ")
    case .grey: Phrase("灰", " - ")
    }
  }

  static let noColors = Phrase("设了 NO_COLOR，不用颜色", "NO_COLOR is set: no colours are shown")

  /// What is said when other colours are taken.
  static func theme(_ theme: ColorTheme) -> Phrase {
    switch theme {
    case .auto: Phrase("配色：自动", "colours: automatic")
    case .dark: Phrase("配色：深色", "colours: dark")
    case .light: Phrase("配色：浅色", "colours: light")
    case .contrast: Phrase("配色：高对比（投影）", "colours: high contrast, for projectors")
    case .monochrome: Phrase("配色：不用颜色", "colours: none")
    }
  }

  /// A level that tasks bind; `parting` is what a task for every city has lines for.
  static func level(_ level: ReformTask.Level, _ parting: Parting = .cities) -> Phrase {
    switch level {
    case .province: Phrase("本级", "the issuing level")
    case .eachProvince: Phrase(Parting.provinces.all.zh, "every \(Parting.provinces.one.en)")
    case .eachCity: Phrase(parting.all.zh, "every \(parting.one.en)")
    case .eachCounty where parting == .districts:
      Phrase(parting.all.zh, "every \(parting.one.en)")
    case .eachCounty: Phrase("各县（市、区）", "every county")
    case .named: Phrase("点名地区", "places named")
    }
  }

  /// The levels that a task binds, the highest first.
  static func levels(
    _ task: ReformTask, _ catalogue: Catalogue, in language: Language
  ) -> String {
    let parting = catalogue.divisions.partingOfCities(in: catalogue.region(of: task))
    return levels(task.levels, parting, in: language)
  }

  static func levels(
    _ levels: [ReformTask.Level], _ parting: Parting, in language: Language
  ) -> String {
    // Where no cities are, every city and every county are the same places.
    levels.map { level($0, parting)(language) }.reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }.joined(separator: language == .zh ? "、" : ", ")
  }

  static func role(_ role: NamedPlace.Role) -> Phrase { FieldWords.role(role) }
}
