extension SlipRules {
  /// Throws the sentence that bars a new slip by these rules, with the names of a catalogue.
  ///
  /// `slips` are all that the ledger holds; `standings` are those of its lines. What
  /// is wrong with the order itself (`Slip.refuse`) is looked at apart.
  public func refuse(
    _ order: SlipOrder, among slips: [Slip], _ standings: [Standing], on day: Day,
    in catalogue: Catalogue
  ) throws {
    guard let check = check(order, among: slips, standings, on: day) else { return }
    let words = check.words { line in
      let (zh, en) = (catalogue.name(of: line, in: .zh), catalogue.name(of: line, in: .en))
      let title = catalogue.task(line.task)?.title ?? Phrase(line.task, line.task)
      return Phrase("\(zh)“\(title.zh)”", "“\(title.en)” in \(en)")
    }
    throw Fault(words)
  }

  /// What bars a new slip; nil where nothing does.
  public func check(
    _ order: SlipOrder, among slips: [Slip], _ standings: [Standing], on day: Day
  ) -> SlipRuleCheck? {
    guard let rule = self[order.level] else { return .noRule(order.level) }
    if rule.needsInstruction, order.instruction.allSatisfy(\.isWhitespace) {
      return .needsInstruction(rule)
    }
    return checkStandings(order, standings, on: day)
      ?? checkLevel(order, rule, among: slips, standings, on: day)
      ?? checkHeads(order, among: slips)
  }

  private func checkLevel(
    _ order: SlipOrder, _ rule: SlipRule, among slips: [Slip], _ standings: [Standing], on day: Day
  ) -> SlipRuleCheck? {
    guard let after = rule.after else { return order.follows.map { .isFirst(rule.level, $0) } }
    guard let number = order.follows else { return .skips(rule.level, after) }
    guard let before = slips.first(where: { $0.id == number }) else { return .noneBefore(number) }
    guard before.order.level == after else { return .skips(rule.level, after) }
    guard before.awaitsAnswer else { return .notUnanswered(number, before.state) }
    let opens = opens(rule, after: clock(of: before, order.lines, standings))
    if day < opens { return .early(number, due: before.due, opens) }
    let held = Set(before.order.lines)
    if order.lines.contains(where: { !held.contains($0) }) { return .otherLines(number) }
    if order.lines.isEmpty, !held.isEmpty { return .noLines(number) }
    let taken = slips.first { slip in
      slip.order.follows == number
        && (order.lines.isEmpty || order.lines.contains { slip.order.lines.contains($0) })
    }
    return taken.map { .followed(number, by: $0.id) }
  }

  /// The day from which an unanswered slip is counted: a line that was extended and is late again
  /// starts the clock anew.
  func clock(of slip: Slip, _ lines: [Line], _ standings: [Standing]) -> Day {
    let dues = standings.filter { lines.contains($0.line) }.compactMap(\.due)
    return max(slip.due, dues.max() ?? slip.due)
  }

  /// Lines that are finished, suspended or, under a slip, extended are not supervised further.
  private func checkStandings(
    _ order: SlipOrder, _ standings: [Standing], on day: Day
  ) -> SlipRuleCheck? {
    for standing in standings where order.lines.contains(standing.line) {
      guard standing.status.isToDo else { return .notOpen(standing.line, standing.status) }
      if order.follows != nil, let due = standing.due, due >= day {
        return standing.original == nil
          ? .notLate(standing.line, due) : .extended(standing.line, due)
      }
    }
    return nil
  }

  /// A line stands under one slip at a time.
  private func checkHeads(_ order: SlipOrder, among slips: [Slip]) -> SlipRuleCheck? {
    let heads = Slip.heads(of: slips)
    for line in order.lines {
      guard let head = heads[line], head.state != .closed, head.id != order.follows else {
        continue
      }
      return .underSlip(head.id)
    }
    return nil
  }
}

/// Why the rules of supervision bar a new slip, as a sentence for people.
public enum SlipRuleCheck: Hashable, Sendable {
  case noRule(Slip.Level)
  case needsInstruction(SlipRule)
  /// A first level follows none.
  case isFirst(Slip.Level, Slip.ID)
  /// The level before was left out.
  case skips(Slip.Level, Slip.Level)
  case noneBefore(Slip.ID)
  case notUnanswered(Slip.ID, Slip.State)
  /// The day from which it may be taken.
  case early(Slip.ID, due: Day, Day)
  case otherLines(Slip.ID)
  /// The slip before names lines, this one none.
  case noLines(Slip.ID)
  case followed(Slip.ID, by: Slip.ID)
  case notOpen(Line, Status)
  case extended(Line, Day)
  /// Its day, which nobody has extended, is still to come.
  case notLate(Line, Day)
  case underSlip(Slip.ID)

  public var words: Phrase {
    words { Phrase("\($0.task)（\($0.place)）", "\($0.task) in \($0.place)") }
  }

  /// With lines named as somebody names them.
  public func words(naming name: (Line) -> Phrase) -> Phrase {
    switch self {
    case .noRule(let level):
      Phrase(
        "督办规则里没有“\(level.words.zh)”这一级。", "The rules of supervision have no \(level.words.en).")
    case .needsInstruction(let rule):
      Phrase(
        "“\(rule.level.words.zh)”要由\(rule.orders.zh)批示，请写上批示。",
        "A \(rule.level.words.en) is ordered by \(rule.orders.en): give the instruction.")
    case .isFirst(let level, let number):
      Phrase(
        "“\(level.words.zh)”是第一步，不接在 \(number) 后面。",
        "A \(level.words.en) comes first and follows no slip, so not \(number).")
    case .skips(let level, let after):
      Phrase(
        "“\(level.words.zh)”要在“\(after.words.zh)”到期没有答复以后才能发，不能越级；请写明接在哪一件后面。",
        "A \(level.words.en) follows a \(after.words.en) that was not answered in time; no level is "
          + "skipped. Name the slip that it follows.")
    case .noneBefore(let number):
      Phrase("没有编号为 \(number) 的督办单可接。", "There is no slip \(number) to follow.")
    case .notUnanswered(let number, let state):
      Phrase(
        "\(number) \(state.words.zh)，不能再升一级。",
        "\(number) is \(state.words.en); no further step is taken on it.")
    case .early(let number, let due, let opens): Self.early(number, due, opens)
    case .otherLines(let number):
      Phrase(
        "所列任务有不在 \(number) 里的，不能接在它后面。", "It names lines that \(number) is not about.")
    case .noLines(let number):
      Phrase(
        "\(number) 督办的是任务，接在它后面要写明是其中哪几处。",
        "\(number) is about tasks: name those of its lines that this one is about.")
    case .followed(let number, let next):
      Phrase("\(number) 已经升级为 \(next)。", "\(number) was followed by \(next) already.")
    case .notOpen(let line, let status):
      Phrase(
        "\(name(line).zh)\(FieldWords.status(status).zh)，不再督办。",
        "\(name(line).en): \(FieldWords.status(status).en). It is not supervised any "
          + "more.")
    case .extended(let line, let due):
      Phrase(
        "\(name(line).zh)的时限已延到 \(due)，还没有到期，督办停止升级。",
        "\(name(line).en) has until \(due) now and is not late; no further step is taken."
      )
    case .notLate(let line, let due):
      Phrase(
        "\(name(line).zh)的时限是 \(due)，还没有过，督办不升级。",
        "\(name(line).en) is due on \(due) and not late; no further step is taken.")
    case .underSlip(let number):
      Phrase(
        "所列任务已有没办结的督办单 \(number)，不重复发。",
        "Lines that it names stand under \(number), which is not closed; no second one is issued.")
    }
  }

  private static func early(_ number: Slip.ID, _ due: Day, _ opens: Day) -> Phrase {
    Phrase(
      "\(number) 的答复期限是 \(due)，按规则最早 \(opens) 才能升级。",
      "\(number) is to be answered by \(due); the next step can be taken on \(opens) at the earliest."
    )
  }

  public var fault: Fault { Fault(words) }
}
