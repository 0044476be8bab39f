import Reform

/// Steps of slips that were not taken: several offices may have given one number meanwhile.
struct RefusedSlip {
  let ledger: Ledger

  /// Why one cannot be entered again: its number is by now another slip's; nil where it can.
  func obstacle(to content: Act.Content) -> Phrase? {
    guard case .slip(let number, let step, _) = content else { return nil }
    if case .issue = step {
      guard (try? ledger.slips().contains { $0.id == number }) == true else { return nil }
      return Phrase(
        "这个编号已经用在别的督办单上，请换一个编号重新发出。",
        "Its number is another slip's by now: issue it anew under another one.")
    }
    guard (try? wasNotTaken(number)) == true else { return nil }
    return Phrase(
      "它那份督办单没有被采用，请重新发出后再登记。", "Its slip was not taken: issue that anew first.")
  }

  /// Whether the issue of a slip was not taken, and has not been entered again.
  private func wasNotTaken(_ number: Slip.ID) throws -> Bool {
    try ledger.refusedActs(all: true).contains { refused in
      guard refused.answer != .kept,
        case .slip(let other, .issue, _)? = try ledger.content(of: refused)
      else { return false }
      return other == number
    }
  }
}
