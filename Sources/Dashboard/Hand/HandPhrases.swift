import Reform

/// What is said where the catalogue is changed by hand.
enum HandPhrases {
  static let leave = Phrase("移出台账", "Leave out of the ledger")
  static let take = Phrase("移回台账", "Take into the ledger again")
  static let which = Phrase("移出哪里", "Leave out where")
  static let leaveTask = Phrase("移出整项任务", "leave the whole task out")
  static let takeTask = Phrase("移回任务", "take the task in again")
  static let takeDocument = Phrase("移回整份文件", "take the whole document in again")
  static let leftOut = Phrase("移出的任务和文件", "What is left out")
  static let nothingLeftOut = Phrase("没有移出的任务或文件", "nothing is left out")
  static let enterLeaves = Phrase("Enter 移出", "Enter leaves it out")
  static let enterTakes = Phrase("Enter 移回", "Enter takes it in")
  static let reason = Phrase("理由", "Reason")
  static let notBackdated = Phrase(
    "补登的日期管不到这里：移出从今天算起。",
    "The day that is entered for does not hold here: it is left out from today on.")
  static let newTask = Phrase("新建任务", "New task")
  static let amendTask = Phrase("修改任务", "Amend the task")
  static let printed = Phrase(
    "文件原文不变，改了什么、谁改的都留在台账里。", "What is printed stays; who changed what is kept.")
  static let noDocument = Phrase("没有文件依据（自立任务）", "none (set by hand)")
  static let basis = Phrase("依据文件", "Document")
  static let clause = Phrase("条款", "Clause")
  static let since = Phrase("从哪天起", "From")
  static let unchanged = Phrase("没有改动", "nothing is changed")
  static let leftPlaces = Phrase("移出地区", "Left out in")
  static let state = Phrase("状况", "State")
  static let origin = Phrase("来历", "Origin")
  static let before = Phrase("原为", "printed")
  static let none = Phrase("（空）", "(nothing)")

  static func leave(in place: Phrase) -> Phrase {
    Phrase("只在\(place.zh)移出", "leave it out in \(place.en) only")
  }

  static func take(in place: Phrase) -> Phrase {
    Phrase("移回\(place.zh)", "take it in again in \(place.en)")
  }

  static func inAll(_ count: Int) -> Phrase {
    Phrase("…… 共 \(count) 项", "… \(count) in all")
  }

  static func leavingHelp(_ day: Day) -> Phrase {
    Phrase(
      "从 \(day) 起不再要求：不计数、不亮灯、不进材料；已有登记都留着，以前的日子照旧。",
      "From \(day) on it is not asked for: no count, no light, no paper. Entries stay, and the days before "
        + "are as they were.")
  }

  static func takingHelp(_ day: Day) -> Phrase {
    Phrase("从 \(day) 起重新要求。", "From \(day) on it is asked for again.")
  }

  static func count(_ count: Int) -> Phrase {
    Phrase("移出 \(count)（v）", "\(count) left out (v)")
  }

  /// What others have changed meanwhile, as it stands now, and that the same key enters all the same.
  static func moved(_ moved: HandMoved, _ model: Model) -> Phrase {
    let who = moved.who.joined(separator: "、")
    func now(_ field: TaskField) -> String {
      let text = moved.task.map { ReviewFields.text(of: field, in: $0, model) } ?? ""
      return text.isEmpty ? none(model.language) : text
    }
    let zh = moved.fields.map { "\(HandWords.name($0).zh)（现为：\(now($0))）" }
      .joined(separator: "、")
    let en = moved.fields.map { "\(HandWords.name($0).en) (now: \(now($0)))" }
      .joined(separator: ", ")
    return Phrase(
      "刚有人（\(who)）\(zh.isEmpty ? "调整过这一项" : "改了\(zh)")，没有登记；再按一次照样登记，Esc 放弃。",
      "Somebody (\(who)) has just changed \(en.isEmpty ? "this" : en); nothing was entered. The same key "
        + "again enters it, Esc drops it.")
  }

  /// What was done, in a word or two.
  static func said(_ handed: Handed, _ catalogue: Catalogue, _ language: Language) -> String {
    let first = handed.steps.first
    let name =
      first?.scope.map { HandWords.title($0, catalogue, language) }
      ?? first?.task.map { catalogue.task($0)?.title(language) ?? $0 } ?? ""
    let more =
      handed.steps.count > 1
      ? Phrase("等 \(handed.steps.count) 项", " and others, \(handed.steps.count) in all")(language)
      : ""
    let what: Phrase =
      switch (handed.kind, first?.kind) {
      case (.takenBack, _): Words.Toast.takenBack
      case (.putBack, _): Words.Toast.putBack
      case (_, .make): Phrase("已设立", "set by hand")
      case (_, .amend): Phrase("已修改", "amended")
      case (_, .takeIn): Phrase("已移回", "taken in again")
      case (_, .leaveOut): HandWords.leftOut
      case (_, nil): unchanged
      }
    let days = handed.kind == .entered ? first.flatMap { HandWords.days($0, catalogue) } : nil
    let told = days.map { Phrase("（\($0.zh)）", " (\($0.en))")(language) } ?? ""
    return name.isEmpty
      ? what(language) : what(language) + told + (language == .zh ? "：" : ": ") + name + more
  }
}
