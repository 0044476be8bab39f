import Reform

/// What the screen of meetings says.
enum MeetingWords {
  static let title = Phrase("会议", "Meetings")
  static let slips = Phrase("督办", "Slips")
  static let changes = Phrase("变化", "Changes")
  static let agenda = Phrase("议程", "Agenda")
  static let about = Phrase("会议信息", "The meeting")
  static let meetings = Phrase("会议", "meeting")
  static let items = Phrase("议题", "item")
  static let slipsHere = Phrase("督办单", "slip")
  static let empty = Phrase(
    "还没有会议。\na  新建一次会议：名称、日期、范围\nm  在任何任务、地区、指标上按，就列入下一次会议",
    "There are no meetings yet.\na  makes one: title, day, place\nm  on any task, place or indicator "
      + "puts it on the next one")
  static let noSlips = Phrase(
    "这里没有督办单。会上对一项按 c，就发出一份。", "There are no slips here. c on an item of a meeting issues one.")
  static let noItems = Phrase(
    "议程是空的。\nr  按规则生成：红灯、将到期、有变化、未达目标\nm  在任何任务、地区、指标上按，就列进来",
    "The agenda is empty.\nr  makes it by rules: red, due soon, changed, below target\nm  on any task, "
      + "place or indicator puts it here")
  static let noChanges = Phrase("这一段没有变化。", "Nothing has changed between them.")
  static let sinceWhen = Phrase(
    "从哪一天起的变化（空着是上次会）", "changes since which day (empty: the last meeting)")
  static let noLast = Phrase(
    "同一系列还没有闭过的会，没有可比的一天。\nc  写一个日期，看那一天以来的变化",
    "No meeting of the series was closed before, so there is no day to go by.\nc  takes a day to see what "
      + "has changed since")
  static let noMeeting = Phrase("没有选中会议", "no meeting is selected")
  static let noItem = Phrase("没有选中议题", "no item is selected")
  static let noLightHere = Phrase(
    "这里没有灯可说明；按 Enter 进入会议，对议程里的一项按 w",
    "there is no light to explain here; Enter opens the meeting, w on an item explains it")
  static let noLightOfSlips = Phrase(
    "督办单自己没有灯；按 Enter 看它督办的任务，再按 w",
    "a slip has no light of its own; Enter shows its task, then w explains it")
  static let notIssued = Phrase(
    "这一件是按规则建议的，还没有发出；按 Enter 发出",
    "this one is proposed by the rules and was not issued yet; Enter issues it")
  static let noSubject = Phrase(
    "光标处没有可以上会的任务、地区或指标", "there is no task, place or indicator under the cursor")
  static let noTask = Phrase(
    "这一项不是任务，只能议定事项（a）", "this item is no task: only a resolution (a) can be taken on it")
  static let notRunning = Phrase(
    "还没有开会；在议程上按 o 开会", "it has not been opened; o on the agenda opens it")
  static let isClosed = Phrase("已闭会，不再登记", "it is closed and takes nothing more")
  static let reading = Phrase("正在读取…", "reading…")
  static let day = Phrase("日期", "Day")
  static let venue = Phrase("地点", "Place")
  static let chair = Phrase("主持", "Chair")
  static let present = Phrase("参加", "Present")
  static let absent = Phrase("缺席", "Absent")
  static let recorder = Phrase("记录", "Recorder")
  static let office = Phrase("召开单位", "Held by")
  static let scope = Phrase("范围", "Looks at")
  static let series = Phrase("系列", "Series")
  static let minutes = Phrase("纪要", "Minutes")
  static let decisions = Phrase("已作决定", "Decided")
  static let now = Phrase("本次决定", "Decided now")
  static let before = Phrase("以往决定", "Before")
  static let lead = Phrase("牵头", "Lead")
  static let cooperating = Phrase("配合", "With")
  static let responsible = Phrase("责任", "Units")
  static let due = Phrase("时限", "Due")
  static let light = Phrase("亮灯", "Light")
  static let missing = Phrase("还差", "Missing")
  static let notes = Phrase("上次说", "Last said")
  /// Places that have not begun a part of a year, with their day far off.
  static func notYet(_ count: Int) -> Phrase {
    Phrase("；另 \(count) 处未开始、还没到时候", "; \(count) more not begun and not yet near the day")
  }
  static let indicator = Phrase("指标", "Indicator")
  static let reasons = Phrase("上会原因", "Here for")
  static let all = Phrase("全部", "all")
  static let lines = Phrase("逐地", "By place")
  static let whichUnit = Phrase(
    "一份督办单发一个单位：发给哪里？", "A slip goes to one unit: which?")
  static func each(_ count: Int) -> Phrase {
    Phrase("\(count) 个单位各发一份", "one to each of the \(count) units")
  }
  static func eachTo(_ count: Int, _ units: String) -> Phrase {
    Phrase(
      "\(count) 份，编号依次往下，分别发：\(units)",
      "\(Plural("slip").of(count)), numbered one after another, to: \(units)")
  }
  static func leftOut(_ names: String) -> Phrase {
    Phrase("按规则不能发，不含：\(names)", "left out, for the rules let no slip go there: \(names)")
  }
  static let otherLevels = Phrase(
    "各单位该发的级别不同，请逐个发", "the units are due slips of different levels; issue them one by one")
  static let decide = Phrase("怎么决定？", "What is decided?")
  static let made = Phrase("议程已生成", "agenda made")
  static let nothingNew = Phrase("按规则没有新的议题", "the rules ask for nothing new")
  static let saved = Phrase("已登记", "entered")

  static let proposal = Phrase("建议发出，Enter", "proposed, Enter issues")
  static let proposed = Phrase("建议", "proposed")
  static func proposed(_ count: Int) -> Phrase { Phrase("建议 \(count)", "\(count) proposed") }

  static func items(_ count: Int, _ decided: Int) -> Phrase {
    Phrase("\(count)项 决定\(decided)", "\(Plural("item").of(count)), \(decided) decided")
  }

  static func open(_ count: Int, _ names: String) -> Phrase {
    Phrase("还有 \(count) 项没有决定：\(names)", "\(Plural("item").of(count)) undecided: \(names)")
  }

  static func none(for kind: Decision.Kind) -> Phrase {
    Phrase("没有可以\(kind.words.zh)的地区", "there is no place that could be \(kind.words.en)")
  }

  static let inSession = Phrase("会议中", "in session")

  static func running(_ name: String) -> Phrase { Phrase("会议中 \(name)", "in session: \(name)") }

  static func counted(by grouping: LineChange.Grouping) -> Phrase {
    switch grouping {
    case .task: Phrase("按任务", "by task")
    case .place: Phrase("按地区", "by place")
    }
  }

  static func since(_ day: Day) -> Phrase { Phrase("\(day) 以来", "since \(day)") }
}
