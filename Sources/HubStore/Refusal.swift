import Reform

/// Why a hub does not let an office enter an act.
enum Refusal {
  /// The words of a reason as the hub's triggers name it.
  static func words(_ reason: String) -> Phrase {
    known[reason]
      ?? Phrase(
        "共享库不接受（\(reason.showingControls())）。",
        "The hub does not take it (\(reason.showingControls())).")
  }

  /// The reasons that the hub's triggers name (`Resources/hub-rights.sql`).
  static let known: [String: Phrase] = [
    "place": Phrase("里面有不归本单位管的地区。", "It is for a place outside of the office's part."),
    "region": Phrase(
      "文件或会议的范围超出本单位的地区。",
      "The document or meeting binds more than the office's part of the province."),
    "named": Phrase(
      "本单位自立的任务要写明本地区的地方，不能定给全省。",
      "A task that this office sets names places of its own part; it cannot bind the whole province."
    ),
    "formerly": Phrase(
      "它要承接别的单位的任务。", "It would take over a task of another office."),
    "due": Phrase(
      "任务的日期对所有地区有效，只有省级单位或设立它的单位能改。",
      "The day of a task counts for everybody: only the province or the office that set it moves it."
    ),
    "document": Phrase("这份文件不是本单位录入的。", "The document was filed by another office."),
    "task": Phrase("这项任务不是本单位设立的。", "The task was set by another office."),
    "meeting": Phrase("这次会议是别的单位的。", "The meeting is another office's."),
    "slip": Phrase("这份督办单是别的单位的。", "The slip is another office's."),
    "begun": Phrase(
      "共享库里还没有这次会议或这份督办单。", "The hub has no such meeting or slip yet."),
    "taken": Phrase("这个编号已经用了。", "That key is taken already."),
    "answers": Phrase(
      "它要撤销或恢复的登记不在共享库里。",
      "The act that it takes back or puts back is not in the hub."),
    "unclear": Phrase("共享库读不懂它，不能确认权限。", "The hub cannot read it, nor tell whose it is."),
    "unknown": Phrase(
      "共享库不认识这一类登记；请管理员升级共享库。",
      "The hub does not know this kind of act; its administrator should upgrade it."),
    "number": Phrase(
      "这个序号共享库里已经有了。", "The hub has an act of that number from this ledger already."),
    "gap": Phrase(
      "前面还有没有上报的登记。", "Acts of this ledger before it have not come to the hub."),
    "chain": Phrase(
      "与前一条登记接不上：台账文件可能被复制过。",
      "It does not follow the act before: the ledger's file may have been copied."),
    "origin": HubAnswer.foreignWords,
    "carries": Phrase(
      "打包的单位不在本单位的地区之内，或者已退出共享库。",
      "The office that packed it lies outside of this one's part, or was taken out of the hub."),
    "base": Phrase("它说看到的比共享库里有的还新。", "It says that it saw more than the hub has."),
    "mixed": Phrase("一次只能上报一本台账的登记。", "Acts of one ledger are sent at a time."),
    "office": Phrase("本单位不在这个共享库里。", "The office is not one of this hub."),
  ]
}
