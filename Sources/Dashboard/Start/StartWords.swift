import Reform

/// What the screen says that an own ledger begins with.
enum StartWords {
  static let title = Phrase("从这里开始", "Where to begin")
  static let anyOrder = Phrase("都可以以后再做", "all can be done later")

  static func about(_ region: Division?, documents: Int, tasks: Int) -> Phrase {
    Phrase(
      "这是\(region?.name ?? "")的医改台账：\(documents) 份文件、\(tasks) 项任务已经备好，写明谁负责、到哪天、在哪里落实。"
        + "做到了哪一步、指标是多少，由你们登记；每一笔都留着人和日期，随时可以撤销。",
      "This is the reform ledger of \(region?.english ?? ""): \(Plural("document").of(documents)) "
        + "with \(Plural("task").of(tasks)) are in it, and who answers for each, by when and where. How far "
        + "they have got, and the figures, are yours to enter; every entry keeps its name and day "
        + "and can be taken back.")
  }

  /// The same of a ledger that has no task yet; `waiting` drafts of imported documents are to be reviewed.
  static func aboutEmpty(_ region: Division?, waiting: Int) -> Phrase {
    guard waiting == 0 else {
      return Phrase(
        "这是\(region?.name ?? "")的医改台账，还没有任务：已导入的文件有 \(waiting) 条草稿等待审核，按 7 逐条审核入账，任务就落到各地。",
        "This is the reform ledger of \(region?.english ?? ""), and it has no task yet: "
          + "\(Plural("draft").of(waiting)) of imported documents \(waiting == 1 ? "waits" : "wait") for review. 7 shows "
          + "them; each is filed by you, and then stands with every place that it binds.")
    }
    let own =
      switch region?.ruling {
      case "国家": "各省的、市县的"
      case "市": "市里的、区县的"
      case "自治区": "自治区的、市县的"
      default: "省里的、市县的"
      }
    return Phrase(
      "这是\(region?.name ?? "")的医改台账，还没有任务。先导入文件：国家的、\(own)都可以；逐条审核后入账，"
        + "任务就落到各地，写明谁负责、到哪天。医疗集团和指标数据也由你们录入或导入。",
      "This is the reform ledger of \(region?.english ?? ""), and it has no task yet. Import documents "
        + "first, national ones or your own; each clause is reviewed and filed, and then stands with "
        + "every place that it binds. Medical groups and figures are yours to enter too.")
  }

  static let noLedger = Phrase(
    "这里还没有台账。选定省份（或全国），就用它的市和县新建一本；文件、任务和数据由你们导入。只想看看，请退出后用 yigai --sample。",
    "There is no ledger here yet. Choose the province, or the country, and one is made with its cities and counties; "
      + "documents, tasks and figures are yours to import. To look around first, quit and try "
      + "yigai --sample.")
  static let whichProvince = Phrase("新建台账：哪个省份？", "A new ledger: which province?")
  static let tasks = Phrase("任务从哪里来？", "Where do the tasks come from?")
  static let document = Phrase("导入一份文件", "Import a document")
  static let documentNote = Phrase(
    "TXT、DOCX、HTML、PDF 都可以；读成一条条任务，由你审核后入账。",
    "TXT, DOCX, HTML or PDF; it is read into tasks, which you review and file.")
  static let figures = Phrase("数据从哪里来？", "Where do the figures come from?")

  /// The same where there is no room for it.
  static func briefly(_ region: Division?) -> Phrase {
    Phrase(
      "这是\(region?.name ?? "")的医改台账，做到哪一步由你们登记。",
      "The reform ledger of \(region?.english ?? ""); what is done is yours to enter.")
  }

  static let `where` = Phrase("本单位在哪里？", "Which place is yours?")
  static let place = Phrase("选定本地", "Choose the place")
  static let placeNote = Phrase(
    "选定后一打开就看这里，记在这本台账里；按 p 随时看别处。",
    "The program opens on it from then on; it is kept in this ledger. p looks elsewhere.")
  static let noPlace = Phrase("还没有选", "not chosen yet")
  static let choosePlace = Phrase("本单位在哪里", "Which place is yours")

  static let done = Phrase("已经做到哪一步？", "What has been done so far?")
  static let begun = Phrase("已有登记", "begun")
  static let table = Phrase("从表里读入指标数据", "Read figures from a table")
  static let tableNote = Phrase(
    "XLSX、CSV 都可以；先核对给你看，确认了才登记。",
    "XLSX or CSV; it is checked and shown first, and entered when you say so.")
  static let screen = Phrase("在屏幕上登记任务进展", "Mark tasks on the screen")
  static let screenNote = Phrase(
    "选中任务：d 办结，s 定状态，空格选多项。",
    "On a task d closes, s sets a status, Space selects several.")
  static let form = Phrase("做一份填报表发下去", "Make the form that is sent out")
  static let formNote = Phrase(
    "各地填好发回来，就从上面那一项读入。", "What comes back filled in is read by the item above.")
  static func formTitle(_ place: String) -> Phrase {
    Phrase("\(place)的填报表：哪一年的数据", "Form for \(place): figures of which year")
  }
  static let makes = Phrase("Enter 生成", "Enter makes it")
  static func badYear(_ last: Int) -> Phrase {
    Phrase("请写年份，如 2023；最晚 \(last)", "write a year such as 2023; \(last) at the latest")
  }

  static let marking = Phrase(
    "选中一项：d 办结，s 定状态，n 备注；空格可选多项",
    "on a task: d closes, s sets a status, n notes; Space selects several")

  static let meeting = Phrase("第一次会什么时候开？", "When is the first meeting?")
  static let due = Phrase("准备第一次会议", "Prepare the first meeting")
  static let dueNote = Phrase(
    "写下名称和日期，议程按规则生成：欠账、快到期的、未达目标的。",
    "Give its title and day; the agenda makes itself of what is owed, falls due or is below target."
  )

  static func owed(_ late: Int, next: Day?) -> Phrase {
    let (owed, owing) = late == 0 ? ("", "") : ("逾期 \(late) 项", "\(late) late")
    let (due, falling) = next.map { ("下一个 \($0)", "next on \($0)") } ?? ("", "")
    func joined(_ parts: [String], _ mark: String) -> String {
      parts.filter { !$0.isEmpty }.joined(separator: mark)
    }
    return Phrase(joined([owed, due], "，"), joined([owing, falling], ", "))
  }
}
