/// Changes by hand in words, for screens, papers and commands.
public enum HandWords {
  public static let leftOut = Phrase("已移出", "left out")
  public static let made = Phrase("自立", "by hand")
  public static let amended = Phrase("手工修改", "amended by hand")

  /// 2026-05-03 王明：省里不再要求.
  public static func origin(_ entry: HandEntry, _ language: Language) -> String {
    let reason = entry.step.reason
    return "\(entry.day) \(entry.who)" + (reason.isEmpty ? "" : language.colon + reason)
  }

  /// That something is left out, since when, by whom and why.
  public static func told(_ entry: HandEntry) -> Phrase {
    let isWhole = entry.step.document != nil
    return Phrase(
      "\(isWhole ? "所在文件" : "")\(entry.day) 起移出台账，不再要求（\(entry.who)：\(entry.step.reason)）",
      "\(isWhole ? "its document is " : "")left out of the ledger since \(entry.day), not asked for "
        + "(\(entry.who): \(entry.step.reason))")
  }

  /// What a step does, in a few words.
  public static func said(
    _ step: HandStep, _ catalogue: Catalogue, _ language: Language
  ) -> String {
    let what: Phrase
    switch step {
    case .make: what = Phrase("设立任务", "task set by hand")
    case .amend(_, let amendment):
      let names = amendment.fields.map(name)
      let (zh, en) = (names.map(\.zh).joined(separator: "、"), names.map(\.en))
      what = Phrase("修改\(zh)", "amends \(en.joined(separator: ", ").lowercased())")
    case .leaveOut(let scope, _):
      let name = named(scope, catalogue)
      what = Phrase("移出\(name.zh)", "leaves out \(name.en)")
    case .takeIn(let scope, _):
      let name = named(scope, catalogue)
      what = Phrase("移回\(name.zh)", "takes in \(name.en)")
    }
    return step.reason.isEmpty
      ? what(language) : what(language) + language.colon + step.reason
  }

  /// The days that were understood where a step writes a deadline.
  public static func days(_ step: HandStep, _ catalogue: Catalogue) -> Phrase? {
    switch step {
    case .make(let made): made.task.understood(issued: made.since)
    case .amend(let id, let amendment):
      amendment.deadlines == nil
        ? nil : catalogue.task(id).map { $0.understood(issued: catalogue.issued(of: $0)) }
    case .leaveOut, .takeIn: nil
    }
  }

  private static func named(_ scope: HandScope, _ catalogue: Catalogue) -> Phrase {
    switch scope {
    case .task: return Phrase("整项任务", "the whole task")
    case .document: return Phrase("整份文件", "the whole document")
    case .place(_, let place):
      let division = catalogue.divisions[place]
      let (zh, en) = (
        division?.short(in: .zh) ?? place, division?.short(in: .en) ?? place
      )
      return Phrase("（只在\(zh)）", "in \(en) only")
    }
  }

  /// What is left out or taken in, by its title.
  public static func title(
    _ scope: HandScope, _ catalogue: Catalogue, _ language: Language
  ) -> String {
    switch scope {
    case .document(let document): return catalogue.document(document)?.title(language) ?? document
    case .task(let task): return catalogue.task(task)?.title(language) ?? task
    case .place(let task, let place):
      let name = catalogue.divisions[place]?.short(in: language) ?? place
      let title = catalogue.task(task)?.title(language) ?? task
      return title + Phrase("（\(name)）", " (\(name))")(language)
    }
  }

  /// The parts of a task.
  public static func name(_ field: TaskField) -> Phrase {
    switch field {
    case .title: Phrase("名称", "Title")
    case .theme: Phrase("专题", "Theme")
    case .level: Phrase("落实层级", "Level")
    case .departments: Phrase("责任单位", "Departments")
    case .deadlines: Phrase("时限", "Deadline")
    case .places: Phrase("点名地区", "Places named")
    case .targets: Phrase("目标", "Targets")
    case .supersedes: Phrase("承接", "Follows up")
    }
  }

  /// How a whole ledger's own tasks are filed.
  public static let ownDocument = "own"

  /// The document of the tasks that rest on none.
  public static func document(issued: Day, region: Division.Code) -> Document {
    Document(
      id: ownDocument, number: "自立任务", title: Phrase("自立任务（手工设立）", "Tasks set by hand"),
      short: Phrase("自立任务", "By hand"), issuer: "", issued: issued, region: region, kind: .own)
  }

  /// Of a unit that nobody knows.
  public static func unknown(_ units: [String]) -> Phrase {
    Phrase(
      "台账里没有叫“\(units.joined(separator: "、"))”的单位。",
      "No unit of the ledger is called “\(units.joined(separator: ", "))”.")
  }
}
