/// What a slip says of itself after its steps.
extension Slip {
  /// Who received it last; nil where nobody has.
  public var receiver: String? {
    steps.last { if case .receive = $0.step { true } else { false } }.flatMap {
      if case .receive(let by) = $0.step { by } else { nil }
    }
  }

  /// The last answer with its day; nil where none came.
  public var answer: (text: String, evidence: String, day: Day)? {
    for entry in steps.reversed() {
      if case .answer(let text, let evidence) = entry.step { return (text, evidence, entry.day) }
    }
    return nil
  }

  /// What was found when an answer was looked into; nil where none was.
  public var finding: String? {
    for entry in steps.reversed() { if case .check(let text) = entry.step { return text } }
    return nil
  }

  /// The instructions of leaders, the one on the order first.
  public var instructions: [String] {
    (order.instruction.isEmpty ? [] : [order.instruction])
      + steps.compactMap { if case .instruct(let text) = $0.step { text } else { nil } }
  }

  /// How it was closed, with the day; nil while it is open.
  public var closing: (text: String, day: Day)? {
    for entry in steps.reversed() {
      if case .close(let text) = entry.step { return (text, entry.day) }
    }
    return nil
  }

  /// The slips that another one follows, so that it stands in their place.
  public static func raised(among slips: [Slip]) -> Set<ID> {
    Set(slips.compactMap(\.order.follows))
  }

  /// The slip with its lines where their tasks stand now, some of which were merged or split.
  public func carried(into catalogue: Catalogue) -> Slip {
    var slip = self
    slip.order.lines = order.lines.flatMap { line in
      guard catalogue.task(line.task) == nil else { return [line] }
      let heirs = catalogue.heirs(of: line.task)
      return heirs.isEmpty
        ? [line] : heirs.map { Line($0.id, in: line.place, period: line.period) }
    }
    return slip
  }

  /// The slip that stands for each line now: the last that was issued on it.
  public static func heads(of slips: [Slip]) -> [Line: Slip] {
    var heads: [Line: Slip] = [:]
    for slip in slips {
      for line in slip.order.lines where heads[line].map({ slip.stands(over: $0) }) ?? true {
        heads[line] = slip
      }
    }
    return heads
  }

  /// Whether it stands in the place of another on the same line: it follows it, or came later.
  private func stands(over other: Slip) -> Bool {
    guard order.follows != other.id, other.order.follows != id else {
      return order.follows == other.id
    }
    return other.isBefore(self)
  }

  /// Whether another was issued later; of two of one day the one on which something was done last.
  func isBefore(_ other: Slip) -> Bool { (issued, last) < (other.issued, other.last) }
}
