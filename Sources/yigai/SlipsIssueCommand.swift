import ArgumentParser
import LedgerStore
import Reform
import Runtime

/// Issues a slip: one that the rules propose, or one of a person's own.
struct SlipsIssueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "发出督办单。Issues a slip.",
    discussion: """
      --task 和 --place：对这项任务在该地没办结的各处；--follows：接在到期没有答复的一件后面；都不写：
      与任务无关，要写 --matter、--unit、--demand 和 --place。其余各栏由规则填好，写了的以写的为准。
      With --task and --place: about what is open there; with --follows: the next level of a slip that was
      not answered; with neither: about no task, with --matter, --unit, --demand and --place. The rules
      fill in all that is not given.
      """)

  @OptionGroup var options: LedgerOptions
  @Option(help: "任务编号。A task's id.") var task: String?
  @Option(help: "期，如 2020。A period of the task.") var period: String?
  @Option(help: "接在哪一件后面（编号）。The slip that it follows.") var follows: String?
  @Option(help: "编号；不写时接着上一件编。Its number; the next one by default.") var number: String?
  @Option(help: "级别；不写时按规则。reminder | blue | yellow | red") var level: String?
  @Option(help: "督办依据。What it rests on.") var basis: String?
  @Option(help: "事项。The matter.") var matter: String?
  @Option(help: "主送单位。The unit addressed.") var unit: String?
  @Option(help: "配合单位。Cooperating units.") var cooperating: String?
  @Option(help: "联系人。The person.") var person: String?
  @Option(help: "电话。The telephone.") var telephone: String?
  @Option(help: "办理要求。The demand.") var demand: String?
  @OptionGroup var due: AnswerDue
  @Option(help: "领导批示。A leader's instruction.") var instruction: String?
  @Option(help: "登记人。Who enters.") var by: String?
  @Flag(help: "JSON") var json = false

  func run() throws {
    try options.refuseEntry(by: by)
    try refuseWords()
    let level = try level.map(Opened.level)
    let opened = try options.open()
    defer { opened.ledger.close() }
    let (desk, stamp) = (try opened.slipDesk, try opened.stamp(by: by))
    // What it is about is looked at and entered in one transaction.
    let id = try opened.ledger.act {
      let order = try order(level, desk, opened)
      try Slip.refuse(
        .issue(order), try opened.ledger.slips().first { $0.id == order.number },
        on: opened.today)
      try desk.refuse(order)
      try opened.enter(.issue(order), on: order.number, stamp)
      return order.number
    }
    try opened.saySlip(id, desk, isNewDue: true, json: json)
  }

  private func refuseWords() throws {
    guard task == nil || follows == nil else {
      throw Fault(
        "--task 和 --follows 只能用一个。", "--task and --follows exclude each other.", exitCode: 2)
    }
    guard period == nil || task != nil else {
      throw Fault("--period 要和 --task 一起用。", "--period goes with --task.", exitCode: 2)
    }
    guard task == nil, follows == nil else { return }
    let missing =
      [("--matter", matter), ("--unit", unit), ("--demand", demand)]
      .filter { $0.1 == nil }.map(\.0) + (options.place == nil ? ["--place"] : [])
    guard missing.isEmpty else {
      throw Fault(
        "请用 --task 或 --follows 说明督办什么；与任务无关的，还要写 \(missing.joined(separator: "、"))。",
        "Say with --task or --follows what it is about; about no task it also needs "
          + "\(missing.joined(separator: ", ")).", exitCode: 2)
    }
  }

  private func order(
    _ level: Slip.Level?, _ desk: SlipDesk, _ opened: Opened
  ) throws -> SlipOrder {
    let slips = try opened.ledger.slips().map { $0.carried(into: opened.catalogue) }
    let maker = SlipMaking(desk: desk, opened: opened, slips: slips)
    let proposal =
      if let task { try maker.about(task, period: period, level) } else if let follows {
        try maker.after(follows, level)
      } else { try maker.ofItsOwn(level) }
    var order = proposal.order(
      number: try number ?? opened.nextSlip(among: slips), opened.catalogue,
      opened.language, instruction: instruction ?? "")
    order.due = try due.day(desk, opened, standard: proposal.answerBy)
    if order.due != proposal.answerBy {
      order.demand = proposal.demand(by: order.due, opened.language)
    }
    fill(&order)
    return order
  }

  /// What was given goes before what the rules would write.
  private func fill(_ order: inout SlipOrder) {
    let given: [(WritableKeyPath<SlipOrder, String>, String?)] = [
      (\.basis, basis), (\.matter, matter), (\.unit, unit), (\.cooperating, cooperating),
      (\.person, person), (\.telephone, telephone), (\.demand, demand),
    ]
    for (field, text) in given { if let text { order[keyPath: field] = text } }
  }
}

/// Makes what is to be issued of the words of a command line, as the ledger stands.
private struct SlipMaking {
  let desk: SlipDesk
  let opened: Opened
  let slips: [Slip]

  private var day: Day { opened.today }

  /// About the lines of a task in a place that are open; of a recurring one in the period that is
  /// owed longest, where none is named.
  func about(_ name: String, period: String?, _ level: Slip.Level?) throws -> SlipProposal {
    let task = try opened.task(name)
    let place = try opened.slipPlace
    let standings = try opened.ledger.standings(
      of: task, in: opened.catalogue, asOf: day, within: place.id)
    let open = standings.filter(\.status.isToDo)
    let dues = open.sorted { ($0.due ?? day) < ($1.due ?? day) }
    let wanted = period ?? dues.first?.line.period?.description
    let lines = open.filter { $0.line.period?.description == wanted }
    guard let first = lines.first else {
      let words = period.map { Phrase("第 \($0) 期", " in \($0)") } ?? Phrase("", "")
      throw Fault(
        "任务 \(task.id) 在\(place.name)\(words.zh)没有要办的，不能督办。",
        "\(task.id) has nothing to be done in \(place.english)\(words.en): there is nothing to "
          + "supervise.")
    }
    let addressee = opened.catalogue.addressed(by: first.line)
    let own = lines.filter { opened.catalogue.addressed(by: $0.line) == addressee }
    guard own.count == lines.count else {
      throw Fault(
        "任务 \(task.id) 的这些地方分属几个市，一件督办单只发一个单位；请用 --place 指定。",
        "These lines of \(task.id) lie in several cities, and a slip goes to one unit: name one with "
          + "--place.", exitCode: 2)
    }
    return try desk.rules.proposal(level, lines, addressee, on: day)
  }

  /// The next level of a slip, about those of its lines that are late.
  func after(_ number: String, _ level: Slip.Level?) throws -> SlipProposal {
    let before = try opened.slip(number, among: slips)
    let standings = try desk.standings(of: before.order.lines)
    let level = level ?? desk.rules.next(after: before.order.level)?.level
    guard let level else {
      throw Fault(
        "\(before.id) 已经是最重的一级（\(before.order.level.words.zh)），不能再升级。",
        "\(before.id) is of the gravest level (\(before.order.level.words.en)); none follows it.")
    }
    return try desk.rules.proposal(level, standings, following: before, on: day)
  }

  /// About no task.
  func ofItsOwn(_ level: Slip.Level?) throws -> SlipProposal {
    try desk.rules.proposal(level, [], try opened.slipPlace.id, on: day)
  }
}
