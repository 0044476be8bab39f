import Reform

/// How ledger and hub stand, as short as the header has it.
struct SharingWord: Equatable, Sendable {
  let words: Phrase
  /// Whether somebody has to look at it.
  let isUrgent: Bool

  /// Nil in a ledger that is not shared.
  init?(_ model: Model) {
    guard let state = model.progress.sharing else { return nil }
    let membership = state.membership
    let isBroken = SharingPhrases.trouble(of: model) != nil
    isUrgent = !model.exchanges.isRunning && (state.asking > 0 || isBroken)
    if model.exchanges.isRunning {
      words = Phrase("同步中", "syncing")
    } else if state.asking > 0 {
      words = Phrase("未采用 \(state.asking)", "\(state.asking) refused")
    } else if SharingPhrases.trouble(of: model) != nil {
      words = Phrase("断开", "offline")
    } else if state.waiting > 0 {
      words = Phrase("待上报 \(state.waiting)", "\(state.waiting) unsent")
    } else if let time = membership.synchronised {
      let short = SharingPhrases.short(time, on: model.today)
      words = Phrase("已同步 \(short)", "synced \(short)")
    } else {
      words = Phrase("未同步", "not synced")
    }
  }
}

/// What the dashboard says of sharing.
enum SharingPhrases {
  static let title = Phrase("共享", "Sharing")
  static let unjoined = Phrase(
    "这本台账没有加入共享库；加入用 yigai join", "this ledger belongs to no hub; yigai join joins one")
  static let hasNoLine = Phrase(
    "这本台账用文件交换：yigai pack 和 yigai unpack", "this ledger exchanges files: yigai pack, yigai unpack")
  static let running = Phrase("正在同步", "synchronising already")
  static let closed = Phrase(
    "同步时有登记没有被采用，台账变了；刚才打开的已关闭，没有登记。按 H 查看",
    "Acts were not taken and the ledger changed: what stood open is closed, nothing entered. H tells"
  )
  static let nothing = Phrase("没有", "none")
  static let waiting = Phrase("待上报", "To be sent")
  static let came = Phrase("最近收到", "Came last")
  static let elsewhere = Phrase("别处登记，只有次数", "Elsewhere, counts only")
  static let refused = Phrase("未采用，等答复", "Not taken, waiting for an answer")
  static let strange = Phrase("更新的程序登记的，已保存，这里显示不了", "Of a newer program: kept, not shown here")
  static let strangeHelp = Phrase("升级 yigai 后就能看到。", "A newer yigai shows it.")
  static let last = Phrase("最近同步", "Last exchange")
  static let never = Phrase("还没有同步过", "never yet")
  static let trouble = Phrase("上次没有成功", "The last one failed")
  static let keys = Phrase(
    "Enter 答复未采用的   S 现在同步   Esc 关闭", "Enter answers   S synchronises   Esc closes")
  static let keysIdle = Phrase("S 现在同步   Esc 关闭", "S synchronises   Esc closes")
  static let noRefusal = Phrase("光标要在未采用的登记上", "put the cursor on an act that was not taken")

  /// Why the last exchange with the hub came to nothing.
  static func trouble(of model: Model) -> Phrase? {
    model.exchanges.trouble ?? model.progress.sharing?.membership.trouble
  }

  /// 14:32 of a day that is today, 11-28 of another.
  static func short(_ time: String, on today: Day) -> String {
    let day = time.prefix(10)
    return day == today.description ? String(time.dropFirst(11).prefix(5)) : String(day.suffix(5))
  }

  /// To the minute.
  static func long(_ time: String) -> String { String(time.prefix(16)).replacing("T", with: " ") }

  /// Who entered what, from where and when.
  static func said(_ act: SpokenAct, _ language: Language) -> String {
    let time = act.received.map(long) ?? act.day.description
    return [time, act.office, act.who, act.what(language)].compactMap(\.self)
      .joined(separator: " ")
  }

  static func exchanged(_ report: ExchangeReport) -> Phrase {
    var (zh, en) = (
      ["已同步：上报 \(report.sent) 次，收到 \(report.came) 次"],
      ["synchronised: \(Plural("act").of(report.sent)) sent, \(report.came) came in"]
    )
    if report.lost > 0 {
      zh.append("共享库恢复过旧备份，丢了 \(report.lost) 次，本单位的已重报")
      en.append("the hub was restored and had lost \(report.lost); our own were sent again")
    }
    if report.strange > 0 {
      zh.append("\(report.strange) 次来自更新的程序，显示不了")
      en.append("\(report.strange) of a newer program, not shown")
    }
    return Phrase(zh.joined(separator: "；"), en.joined(separator: "; "))
  }

  static func refused(_ count: Int) -> Phrase {
    Phrase(
      "\(count) 次登记没有被采用；按 H 看谁先登记，保留还是不再坚持",
      "\(Plural("act").of(count)) not taken; H tells who was quicker, and asks what becomes of them"
    )
  }

  static func answered(_ count: Int, _ answer: RefusedAct.Answer) -> Phrase {
    switch answer {
    case .kept:
      Phrase("已再登记 \(count) 次，待上报", "entered again: \(Plural("act").of(count)), to be sent")
    case .withdrawn: Phrase("\(count) 次不再坚持", "left out: \(Plural("act").of(count))")
    }
  }
}
