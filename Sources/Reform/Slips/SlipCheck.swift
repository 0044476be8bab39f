/// Why a step cannot be taken on a slip, or a slip not be issued, as a sentence for people.
public enum SlipCheck: Hashable, Sendable {
  /// What must not be left empty.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case number, matter, unit, place, demand, receiver, answer, finding, reason, instruction

    public var words: Phrase {
      switch self {
      case .number: Phrase("督办编号", "number")
      case .matter: Phrase("事项", "matter")
      case .unit: Phrase("主送单位", "unit addressed")
      case .place: Phrase("地区", "place")
      case .demand: Phrase("办理要求", "demand")
      case .receiver: Phrase("由谁签收", "receiver")
      case .answer: Phrase("答复内容", "answer")
      case .finding: Phrase("核查情况", "finding")
      case .reason: Phrase("理由", "reason")
      case .instruction: Phrase("领导批示", "leader's instruction")
      }
    }
  }

  /// No slip bears the number.
  case unknown
  case taken(Slip.ID, issued: Day)
  case blank(Field)
  case beforeIssue(Slip.ID, issued: Day, Day)
  case duePast(Day, today: Day)
  /// An extension must lie after the day that stands.
  case notLater(Day, due: Day)
  case closed(Slip.ID)
  /// The step does not follow the state in which the slip stands.
  case outOfTurn(SlipStep, Slip.ID, Slip.State)
  case followsItself(Slip.ID)

  public var words: Phrase {
    switch self {
    case .unknown: Phrase("没有这个编号的督办单。", "No slip bears this number.")
    case .taken(let number, let issued):
      Phrase(
        "编号 \(number) 已用在 \(issued) 发出的督办单上，请换一个编号。",
        "The number \(number) is that of a slip issued on \(issued); give another.")
    case .blank(let field):
      Phrase("“\(field.words.zh)”没有填写。", "The \(field.words.en) is missing.")
    case .beforeIssue(let number, let issued, let day):
      Phrase(
        "\(number) 到 \(issued) 才发出，不能登记 \(day) 的事。",
        "\(number) was issued on \(issued); nothing of \(day) can be entered for it.")
    case .duePast(let due, let today):
      Phrase(
        "答复期限 \(due) 已经过去（今天 \(today)）；请写今天或以后的日期。",
        "The answer would be due on \(due), which is past (today is \(today)); give today or a later "
          + "day.")
    case .notLater(let day, let due):
      Phrase(
        "答复期限本来就是 \(due)，\(day) 不比它晚，不是延期。",
        "The answer is due on \(due) already; \(day) is not later, so it is no extension.")
    case .closed(let number):
      Phrase(
        "\(number) 已办结，不能再登记；办结登记有误的，请先撤销。",
        "\(number) is closed and takes no more entries; where it was closed by mistake, take that "
          + "back.")
    case .outOfTurn(let step, let number, let state): Self.outOfTurn(step, number, state)
    case .followsItself(let number):
      Phrase("\(number) 不能接在自己后面。", "\(number) cannot follow itself.")
    }
  }

  private static func outOfTurn(
    _ step: SlipStep, _ number: Slip.ID, _ state: Slip.State
  ) -> Phrase {
    let possible = step.possible.map(\.words)
    let (zh, en) = (possible.map(\.zh), possible.map(\.en))
    return Phrase(
      "\(number) 现在是“\(state.words.zh)”，不能\(step.words.zh)；要“\(zh.joined(separator: "”或“"))”时才行。",
      "\(number) is \(state.words.en) and cannot be \(step.words.en); it must be "
        + en.joined(separator: " or ") + ".")
  }

  public var fault: Fault { Fault(words) }
}

extension SlipStep {
  /// What it does, as it stands after 不能 and after “cannot be”.
  public var words: Phrase {
    switch self {
    case .issue: Phrase("发出", "issued")
    case .receive: Phrase("签收", "received")
    case .answer: Phrase("答复", "answered")
    case .check: Phrase("核查", "checked")
    case .sendBack: Phrase("退回重办", "returned")
    case .extend: Phrase("延期", "extended")
    case .instruct: Phrase("批示", "instructed on")
    case .close: Phrase("办结", "closed")
    }
  }

  /// The states in which it can be taken, the earliest first.
  ///
  /// An answer that comes in shows that the slip was received, so it needs no receipt before it. A
  /// slip can be closed unanswered, with a reason.
  public var possible: [Slip.State] {
    switch self {
    case .issue: []
    case .receive: [.issued, .returned]
    case .answer, .extend: [.issued, .received, .returned]
    case .check: [.answered]
    case .sendBack: [.answered, .checked]
    case .instruct, .close: [.issued, .received, .answered, .returned, .checked]
    }
  }
}
