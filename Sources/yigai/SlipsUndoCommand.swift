import ArgumentParser
import LedgerStore
import Reform
import Runtime

/// Takes back the last step of a slip, as `u` does on the screen.
struct SlipsUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "撤回一件督办单最后一步登记（本人的）。Takes back the last step of a slip, one's own.",
    discussion: """
      没有别的登记时撤回的是发出；会议上决定发的，在会议屏按 u 撤回。
      Where nothing came after it, that is the issue; what a meeting decided is taken back there, by u.
      """)

  @OptionGroup var slip: SlipStepOptions

  func run() throws { try slip.takeBack() }
}

extension SlipStepOptions {
  /// Takes back the last step that stands on the slip; throws where somebody else entered it.
  func takeBack() throws {
    try options.refuseEntry(by: by)
    let opened = try options.open()
    defer { opened.ledger.close() }
    let (desk, stamp) = (try opened.slipDesk, try opened.stamp(by: by))
    let (slip, act) = try opened.ledger.act {
      let slip = try opened.slip(number, among: try opened.ledger.slips())
      let last = slip.lastStep
      try refuse(last, of: slip, by: stamp.who, opened)
      let undo = Act(.undo(.act(last.act, of: .slips)), stamp)
      guard
        case .recorded(let entered) = try opened.ledger.enter(
          undo, under: opened.world(by: by).rules(opened.catalogue))
      else { throw Fault("没有可撤销的登记。", "There is nothing to take back.") }
      return (slip, entered.act)
    }
    try say(slip, act, desk, opened)
  }

  private func refuse(
    _ last: (act: Int, who: String, words: Phrase), of slip: Slip, by who: String, _ opened: Opened
  ) throws {
    guard last.who == who else {
      throw Fault(
        "\(slip.id) 最后一步（\(last.words.zh)）是\(last.who)登记的，不是\(who)；只撤回本人的登记（--by）。",
        "The last step of \(slip.id) (\(last.words.en)) was entered by \(last.who), not \(who); only one's own "
          + "entries are taken back (--by).")
    }
    try opened.refuseNamesake(
      last.act, who,
      Phrase("\(slip.id) 最后一步（\(last.words.zh)）", "The last step of \(slip.id) (\(last.words.en))"))
    let meeting = try opened.ledger.meetings().first {
      $0.decisions.contains { $0.id == last.act }
    }
    guard let meeting else { return }
    throw Fault(
      "\(slip.id) 是\(meeting.card.name)决定发的；在会议屏按 u 撤回那项决定。",
      "\(slip.id) was decided by \(meeting.card.name); take that decision back on the screen of meetings, by u."
    )
  }

  private func say(_ slip: Slip, _ act: Int, _ desk: SlipDesk, _ opened: Opened) throws {
    Output.didEnter()
    let words = slip.lastStep.words
    guard !json else { return try Output.json(["takenBack": slip.lastStep.act, "act": act]) }
    let now = try opened.ledger.slips().first { $0.id == slip.id }
    let state = now?.state.words ?? Phrase("没有发出", "not issued")
    let said = Phrase(
      "已撤回：\(slip.id) \(words.zh)；现在\(state.zh)",
      "Taken back: \(slip.id) \(words.en); it is \(state.en) now")
    Output.write(Safe.line(said(opened.language)) + "\n")
  }
}

extension Opened {
  /// Throws where another office entered an act: it may have people of the same name.
  func refuseNamesake(_ act: Int, _ who: String, _ what: Phrase) throws {
    guard let office = try SharedActs.otherOffices(of: [act], in: ledger)[act] else { return }
    throw Fault(
      "\(what.zh)是“\(office)”的\(who)登记的，不是本单位；只撤回本单位本人的登记。",
      "\(what.en) was entered by \(who) of “\(office)”, another office; only one's own entries are taken "
        + "back.")
  }
}

extension Slip {
  /// The step that came last, its issue where there is no other.
  fileprivate var lastStep: (act: Int, who: String, words: Phrase) {
    guard let step = steps.last else { return (last, issuedBy, SlipStep.issue(order).words) }
    return (step.id, step.who, step.step.words)
  }
}
