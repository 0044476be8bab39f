/// A slip that the rules propose (建议); it is issued by a person or not at all.
public struct SlipProposal: Hashable, Sendable {
  public var rule: SlipRule
  /// The slip that was not answered; nil of a first one.
  public var follows: Slip?
  /// Those that are late; none where a slip is about no task.
  public var lines: [Line]
  /// The place whose office, or whose department, is addressed.
  public var place: Division.Code
  /// The earliest due day of the lines.
  public var due: Day?
  /// The day on which it is proposed.
  public var day: Day
  /// By when an answer would be due, if it were issued today.
  public var answerBy: Day
  /// Years that were counted by weekends alone on the way.
  public var untold: [Int]
  /// Working days since the day by which the slip before was to be answered; nil of a first one.
  public var unanswered: Int?

  public var level: Slip.Level { rule.level }

  /// Days of the calendar by which the oldest line is late; 0 without lines.
  public var late: Int { due.map { max(0, $0.days(until: day)) } ?? 0 }

  /// Why it is proposed.
  public var reason: Phrase {
    guard let follows, let unanswered else {
      return Phrase(
        "逾期 \(late) 天，还没有督办单", "\(Plural("day").of(late)) late, and no slip yet")
    }
    return Phrase(
      "\(follows.id) 应于 \(follows.due) 前答复，过了 \(unanswered) 个工作日没有答复",
      "\(follows.id) was to be answered by \(follows.due): "
        + "\(Plural("working day").of(unanswered)) over, and no answer")
  }
}

extension SlipRules {
  /// What the rules propose on a day, the gravest level first, then the longest late.
  ///
  /// `standings` are lines of any kind, of which those are taken that are late: of lines that are
  /// finished, suspended or extended none is. `slips` are all of the ledger.
  public func proposals(
    _ standings: [Standing], _ slips: [Slip], _ catalogue: Catalogue, on day: Day
  ) -> [SlipProposal] {
    let late = standings.filter { $0.status.isToDo && ($0.due.map { $0 < day } ?? false) }
    let heads = Slip.heads(of: slips)
    let all =
      firsts(late, heads, catalogue, on: day) + nexts(late, heads, on: day)
      + withoutLines(slips, on: day)
    return all.enumerated().sorted { one, other in
      (other.element.level, other.element.late, one.offset)
        < (one.element.level, one.element.late, other.offset)
    }.map(\.element)
  }

  /// A first one for what is late and has none since it fell due; a line under a slip that is not
  /// closed waits for that.
  private func firsts(
    _ late: [Standing], _ heads: [Line: Slip], _ catalogue: Catalogue, on day: Day
  ) -> [SlipProposal] {
    guard let rule = first else { return [] }
    struct Key: Hashable {
      let task: ReformTask.ID
      let period: Period?
      let place: Division.Code
    }
    var (keys, groups): ([Key], [Key: [Standing]]) = ([], [:])
    for standing in late {
      guard let due = standing.due, due.days(until: day) >= max(1, rule.late) else { continue }
      if let head = heads[standing.line], head.state != .closed || head.issued > due { continue }
      let place = catalogue.addressed(by: standing.line)
      let key = Key(task: standing.line.task, period: standing.line.period, place: place)
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(standing)
    }
    return keys.compactMap { key in
      groups[key].map { proposal(rule, nil, $0, key.place, on: day) }
    }
  }

  /// The next level for a slip that was not answered in time, about those of its lines that are late
  /// and stand under no later slip.
  private func nexts(_ late: [Standing], _ heads: [Line: Slip], on day: Day) -> [SlipProposal] {
    var (order, groups): ([Slip], [Slip.ID: [Standing]]) = ([], [:])
    for standing in late {
      guard let head = heads[standing.line], head.isLate(on: day),
        let rule = next(after: head.order.level), let due = standing.due,
        opens(rule, after: max(head.due, due)) <= day
      else { continue }
      if groups[head.id] == nil { order.append(head) }
      groups[head.id, default: []].append(standing)
    }
    return order.compactMap { slip in
      guard let rule = next(after: slip.order.level), let lines = groups[slip.id] else {
        return nil
      }
      return proposal(rule, slip, lines, slip.order.place, on: day)
    }
  }

  /// The next level for slips that are about no task.
  private func withoutLines(_ slips: [Slip], on day: Day) -> [SlipProposal] {
    let raised = Slip.raised(among: slips)
    return slips.compactMap { slip in
      guard slip.order.lines.isEmpty, !raised.contains(slip.id), slip.isLate(on: day),
        let rule = next(after: slip.order.level), opens(rule, after: slip.due) <= day
      else { return nil }
      return proposal(rule, slip, [], slip.order.place, on: day)
    }
  }

  private func proposal(
    _ rule: SlipRule, _ follows: Slip?, _ standings: [Standing], _ place: Division.Code, on day: Day
  ) -> SlipProposal {
    let answerBy = answerDay(rule, issued: day)
    return SlipProposal(
      rule: rule, follows: follows, lines: standings.map(\.line), place: place,
      due: standings.compactMap(\.due).min(), day: day, answerBy: answerBy,
      untold: calendar.untold(from: min(follows?.due ?? day, day), to: answerBy),
      unanswered: follows.map { calendar.count(from: $0.due, to: day) })
  }
}

/// What a person wants to issue, written as a proposal; `refuse` says whether the rules let it.
extension SlipRules {
  /// About lines, addressed to a place; of the first level where none is named.
  public func proposal(
    _ level: Slip.Level?, _ standings: [Standing], _ place: Division.Code, on day: Day
  ) throws -> SlipProposal {
    guard let rule = level.map({ self[$0] }) ?? first else {
      throw SlipRuleCheck.noRule(level ?? .reminder).fault
    }
    return proposal(rule, nil, standings, place, on: day)
  }

  /// After a slip, about those of its lines that are late; all of them where none is.
  public func proposal(
    _ level: Slip.Level, _ standings: [Standing], following slip: Slip, on day: Day
  ) throws -> SlipProposal {
    guard let rule = self[level] else { throw SlipRuleCheck.noRule(level).fault }
    let late = standings.filter { $0.status.isToDo && ($0.due.map { $0 < day } ?? false) }
    return proposal(rule, slip, late.isEmpty ? standings : late, slip.order.place, on: day)
  }
}
