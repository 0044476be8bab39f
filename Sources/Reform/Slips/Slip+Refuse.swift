import Foundation

extension Slip {
  /// Throws the sentence that bars a step on a slip as it stands, on a day of the books.
  ///
  /// `slip` is the one that bears the number, whichever day it was issued; nil where none does. What
  /// the rules ask of a new one (`SlipRules.refuse`) is looked at apart, for it takes other slips.
  public static func refuse(_ step: SlipStep, _ slip: Slip?, on day: Day) throws {
    if let check = check(step, slip, on: day) { throw check.fault }
  }

  /// What bars a step; nil where nothing does.
  public static func check(_ step: SlipStep, _ slip: Slip?, on day: Day) -> SlipCheck? {
    if case .issue(let order) = step {
      if let slip { return .taken(slip.id, issued: slip.issued) }
      return order.check(on: day)
    }
    guard let slip else { return .unknown }
    if slip.state == .closed { return .closed(slip.id) }
    if day < slip.issued { return .beforeIssue(slip.id, issued: slip.issued, day) }
    guard step.possible.contains(slip.state) else {
      return .outOfTurn(step, slip.id, slip.state)
    }
    return step.check(slip, on: day)
  }
}

extension SlipStep {
  /// What is wrong with its own words and days on a slip that is in the right state.
  fileprivate func check(_ slip: Slip, on day: Day) -> SlipCheck? {
    switch self {
    case .issue: nil
    case .receive(let by): .needed(by, .receiver)
    case .answer(let text, _): .needed(text, .answer)
    case .check(let text): .needed(text, .finding)
    case .instruct(let text): .needed(text, .instruction)
    case .close(let text): slip.awaitsAnswer ? .needed(text, .reason) : nil
    case .sendBack(let reason, let due):
      .needed(reason, .reason) ?? (due < day ? .duePast(due, today: day) : nil)
    case .extend(let until, let reason):
      .needed(reason, .reason) ?? (until < day ? .duePast(until, today: day) : nil)
        ?? (until <= slip.due ? .notLater(until, due: slip.due) : nil)
    }
  }
}

extension SlipOrder {
  /// What it lacks, or what cannot be of it, whatever other slips there are.
  fileprivate func check(on day: Day) -> SlipCheck? {
    let needed: [(String, SlipCheck.Field)] = [
      (number, .number), (matter, .matter), (unit, .unit), (place, .place), (demand, .demand),
    ]
    for (text, field) in needed {
      if let check = SlipCheck.needed(text, field) { return check }
    }
    if follows == number { return .followsItself(number) }
    return due < day ? .duePast(due, today: day) : nil
  }
}

extension SlipCheck {
  fileprivate static func needed(_ text: String, _ field: Field) -> SlipCheck? {
    text.allSatisfy(\.isWhitespace) ? .blank(field) : nil
  }
}
