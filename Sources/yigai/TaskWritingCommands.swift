import ArgumentParser
import LedgerStore
import Reform
import Runtime

/// The parts of a task as they are written on the command line; nil leaves a part as it is.
struct TaskParts: ParsableArguments {
  @Option(help: "责任单位，如 牵头：省卫健委；配合：省医保局。The units.") var units: String?
  @Option(help: "时限，如 2027年底前、每年2月底前、2027-12-31；空着是没有。The deadline.")
  var deadline: String?
  @Option(help: "落实层级，可写几个。province | each-province | each-city | each-county | named") var level:
    String?
  @Option(help: "点名地区，如 试点：某市、某县。The places named.") var places: String?
  @Option(help: "目标，如 县域内就诊率 >= 90 %。The targets.") var targets: String?
  @Option(help: "专题，如 payment。The theme.") var theme: String?
  @Flag(name: .customLong("new-units"), help: "单位确实是新的。Units that nobody knows are meant.")
  var newUnits = false

  /// Puts what was written into a task.
  func write(into task: inout ReformTask, issued: Day, _ opened: Opened) throws {
    do { try read(into: &task, issued: issued, opened) } catch var fault as Fault {
      // Whatever cannot be read was written on the command line.
      fault.exitCode = 2
      throw fault
    }
  }

  private func read(into task: inout ReformTask, issued: Day, _ opened: Opened) throws {
    let catalogue = opened.catalogue
    if let units {
      task.departments = Amendment.departments(units)
      let unknown = catalogue.unknownUnits(task.departments)
      guard unknown.isEmpty || newUnits else {
        let told = HandWords.unknown(unknown)
        throw Fault(
          told.zh + "确实是新单位，请加 --new-units。",
          told.en + " Where it is new, add --new-units.", exitCode: 2)
      }
    }
    if let deadline { task.deadlines = try HandReading.deadlines(deadline, issued) }
    if let level { try write(level: level, into: &task, catalogue) }
    if let places { task.places = try Amendment.places(places, in: catalogue.divisions) }
    if let targets {
      task.targets = TaskTarget.carried(try Amendment.targets(targets), from: task.targets)
    }
    if let theme { task.theme = try Self.theme(theme, catalogue) }
  }

  private func write(
    level: String, into task: inout ReformTask, _ catalogue: Catalogue
  ) throws {
    let offered = ReformTask.Level.known(in: catalogue.divisions)
    let names = level.split { ",， 、".contains($0) }
    let levels = try names.map { name in
      let known = offered.map { ($0.rawValue, Self.words(of: $0)) }
      guard let index = known.firstIndex(where: { $0.0 == name || $0.1.zh == name }) else {
        throw CommandValue.refusal(of: String(name), Phrase("落实层级", "level"), known)
      }
      return offered[index]
    }
    guard let first = levels.first, Set(levels).count == levels.count else {
      throw Fault("--level 要写层级，每个一次。", "--level takes levels, each once.", exitCode: 2)
    }
    (task.level, task.also) = (first, Array(levels.dropFirst()))
  }

  private static func words(of level: ReformTask.Level) -> Phrase {
    switch level {
    case .province: Phrase("本级", "the issuing level")
    case .eachProvince: Phrase(Parting.provinces.all.zh, "every province")
    case .eachCity: Phrase(Parting.cities.all.zh, "every city")
    case .eachCounty: Phrase("各县（市、区）", "every county")
    case .named: Phrase("点名地区", "places named")
    }
  }

  static func theme(_ name: String, _ catalogue: Catalogue) throws -> String {
    let found = catalogue.themes.first { [$0.id, $0.name.zh, $0.name.en].contains(name) }
    guard let found else {
      let list = catalogue.themes.map { "\($0.id)（\($0.name.zh)）" }.joined(separator: "、")
      let ids = catalogue.themes.map(\.id).joined(separator: ", ")
      throw Fault("没有专题“\(name)”；有 \(list)。", "No theme “\(name)”; there are \(ids).", exitCode: 2)
    }
    return found.id
  }
}

/// Makes a task by hand.
struct TaskNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "新建一项任务。Makes a task by hand.",
    discussion: """
      有文件依据的写 --document 和 --clause；没有的记为“自立任务”，谁哪天设立的都留着。
      One that rests on no document says that it was set by hand, by whom and on what day.
      """)

  @Argument(help: "任务名称。Its title.") var title: String
  @OptionGroup var parts: TaskParts
  @Option(name: .customLong("title-en"), help: "英文名称。Its title in English.") var titleEn: String?
  @Option(help: "依据文件，如 jyg-2019-1。The document that it rests on.") var document: String?
  @Option(help: "条款，如 一（四）9。The clause.") var clause: String = ""
  @Flag(name: .customLong("new-clause"), help: "条款确实有，只是台账里没有。A clause is meant that is not known.")
  var newClause = false
  @Option(help: "从哪一天起要求；不写是今天。The day from which it is asked for; today by default.")
  var since: String?
  @Option(help: "说明。A remark.") var reason: String = ""
  @OptionGroup var options: LedgerOptions
  @Option(help: "登记人。Who enters.") var by: String?
  @Flag(help: "JSON") var json = false

  func run() throws {
    try options.refuseEntry(by: by)
    let opened = try options.open()
    defer { opened.ledger.close() }
    let since = try since.map(SinceCommand.day) ?? opened.today
    let document = try document.map { try opened.document(called: $0).id }
    var task = ReformTask(
      id: "", document: document ?? "", clause: "", title: Phrase(title, titleEn ?? title),
      theme: opened.catalogue.otherTheme?.id ?? "")
    try parts.write(into: &task, issued: since, opened)
    let clause = try clause(of: document, opened)
    try opened.enter(
      .make(HandTask(task, since: since, clause: clause, reason: reason)), by: by, json: json)
    tellUnsaid(of: task, opened)
  }

  /// The clause as the ledger writes it; throws where its document has none that is called so.
  private func clause(of document: Document.ID?, _ opened: Opened) throws -> String {
    guard !clause.isEmpty, let document else { return clause }
    let names = ClauseNames(document, in: opened.catalogue)
    if let found = names.find(clause) { return found }
    guard !names.isEmpty else {
      let told = Phrase(
        "台账里没有 \(document) 的条款，“\(clause)”没有核对。",
        "The ledger has no clause of \(document): “\(clause)” was not looked up.")
      Output.note(Safe.line("yigai: " + told(opened.language)))
      return clause
    }
    guard newClause else {
      let told = names.unknown(clause)
      throw Fault(
        told.zh + "确实有这一条，请加 --new-clause。", told.en + " Where there is one, add --new-clause.",
        exitCode: 2)
    }
    return clause
  }

  /// What was taken because nothing was written.
  private func tellUnsaid(of task: ReformTask, _ opened: Opened) {
    let theme = opened.catalogue.theme(task.theme)?.name ?? Phrase(task.theme, task.theme)
    var told: [Phrase] = []
    if parts.level == nil {
      let level = task.level.rawValue
      told.append(Phrase("没有写 --level，落实层级记为 \(level)", "no --level: taken as \(level)"))
    }
    if parts.theme == nil {
      told.append(
        Phrase("没有写 --theme，专题记为“\(theme.zh)”", "no --theme: taken as “\(theme.en)”"))
    }
    for words in told {
      let amend = Phrase("；可用 yigai task amend 改。", "; yigai task amend changes it.")
      Output.note(Safe.line("yigai: " + words(opened.language) + amend(opened.language)))
    }
  }
}

/// Amends a task by hand.
struct TaskAmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "修改任务；没写的照旧，文件原文不变。Amends a task; what is not named stays.",
    discussion: """
      改了什么、谁改的、为什么，都是台账里的一条；以前的日子看到的是以前的样子。
      What was changed, by whom and why is an entry; a day before shows the task as it was then.
      """)

  @Argument(help: "任务编号。A task's id.") var task: String
  @Option(help: "名称。Its title.") var title: String?
  @Option(name: .customLong("title-en"), help: "英文名称。Its title in English.") var titleEn: String?
  @OptionGroup var parts: TaskParts
  @Option(help: "理由。The reason.") var reason: String
  @OptionGroup var options: LedgerOptions
  @Option(help: "登记人。Who enters.") var by: String?
  @Flag(help: "JSON") var json = false

  func run() throws {
    try options.refuseEntry(by: by)
    let opened = try options.open()
    defer { opened.ledger.close() }
    let before = try opened.task(task)
    if let left = opened.catalogue.leftOut(before) {
      let told = HandWords.told(left)
      throw Fault(
        "任务 \(before.id) \(told.zh)；要修改先移回。",
        "\(before.id) is \(told.en); take it in again first.")
    }
    var after = before
    if let title { after.title = Phrase(title, before.title.isSame ? title : before.title.en) }
    if let titleEn { after.title.en = titleEn }
    try parts.write(
      into: &after, issued: opened.catalogue.issued(of: before) ?? opened.today, opened)
    let amendment = TaskAmendment(from: before, to: after, reason: reason)
    try opened.enter(.amend(before.id, amendment), by: by, json: json)
  }
}

extension Phrase {
  /// Whether both languages say the same words, for nobody has told them apart.
  fileprivate var isSame: Bool { zh == en }
}
