extension Meeting {
  /// Throws where a step makes no sense for a meeting as it stands; `running` is whichever meeting is
  /// running, nil where none is.
  public static func refuse(
    _ step: MeetingStep, of meeting: Meeting?, running: Meeting?, _ catalogue: Catalogue
  ) throws {
    if case .card(let card) = step, meeting == nil { return try card.refuse(in: catalogue) }
    guard let meeting else {
      throw Fault("台账里没有这次会议。", "The ledger has no such meeting.", exitCode: 2)
    }
    guard meeting.state != .closed else { throw meeting.isClosed }
    switch step {
    case .card(let card): try card.refuse(in: catalogue)
    case .add(let items) where items.isEmpty:
      throw Fault("没有要加入议程的内容。", "There is nothing to put on the agenda.")
    case .add, .drop, .order: break
    case .open:
      guard meeting.state == .prepared else {
        throw Fault("“\(meeting.card.name)”已经开会。", "“\(meeting.card.name)” is running already.")
      }
      if let running, running.id != meeting.id { throw running.isInTheWay }
    case .close(let minutes):
      guard meeting.state == .running else {
        throw Fault(
          "“\(meeting.card.name)”还没有开会，不能闭会。",
          "“\(meeting.card.name)” has not been opened and cannot be closed.")
      }
      guard minutes.contains(where: { !$0.isWhitespace }) else {
        throw Fault("请给纪要一个编号。", "Give the minutes a number.", exitCode: 2)
      }
    }
  }

  /// Why nothing is entered for a meeting that is over.
  public var isClosed: Fault {
    Fault(
      "“\(card.name)”已闭会，不能再登记；请在下一次会议上决定。",
      "“\(card.name)” is closed and takes nothing more; decide it in the next meeting.")
  }

  private var isInTheWay: Fault {
    Fault(
      "“\(card.name)”（\(card.day)）还在开会；请先闭会，再开下一次。",
      "“\(card.name)” (\(card.day)) is still running; close it before the next one is opened.")
  }
}

extension MeetingCard {
  /// Throws where it has no title, or looks at no place of the map.
  func refuse(in catalogue: Catalogue) throws {
    guard title.contains(where: { !$0.isWhitespace }) else {
      throw Fault("会议要有名称。", "A meeting needs a title.", exitCode: 2)
    }
    guard let place = catalogue.divisions[scope], place.level != .own else {
      throw Fault(
        "会议的范围要是全省、一个市或一个县，不是“\(scope)”。",
        "A meeting looks at the province, a city or a county, not at “\(scope)”.", exitCode: 2)
    }
    if let days = rules.dueWithin, !(0...3650).contains(days) {
      throw Fault(
        "“将到期”的天数要在 0 到 3650 之间，不是 \(days)。",
        "“Due soon” looks 0 to 3650 days ahead, not \(days).", exitCode: 2)
    }
  }
}

extension Decision {
  /// Throws where a decision makes no sense in a meeting as it stands, on a day.
  public func refuse(in meeting: Meeting?, on day: Day) throws {
    guard let meeting else {
      throw Fault("台账里没有这次会议。", "The ledger has no such meeting.", exitCode: 2)
    }
    guard meeting.state != .closed else { throw meeting.isClosed }
    guard meeting.state == .running else {
      throw Fault(
        "“\(meeting.card.name)”还没有开会；请先开会再决定。",
        "“\(meeting.card.name)” has not been opened; open it before anything is decided.")
    }
    try refuseEmpty()
    if let due, due < day {
      throw Fault(
        "\(due) 已经过去，不能作为新的期限。", "\(due) is past and cannot be a new day.", exitCode: 2)
    }
    if kind == .extend, let askedOn, askedOn > day {
      throw Fault(
        "申请日 \(askedOn) 在今天（\(day)）之后。", "It was asked for on \(askedOn), which is after \(day).",
        exitCode: 2)
    }
  }

  private func refuseEmpty() throws {
    func need(_ isThere: Bool, _ zh: String, _ en: String) throws {
      if !isThere { throw Fault(zh, en, exitCode: 2) }
    }
    let isSaid = text.contains { !$0.isWhitespace }
    if kind != .resolve && kind != .supervise {
      try need(
        !lines.isEmpty, "没有选中任何地区，没有登记。", "No place was chosen; nothing was entered.")
    }
    switch kind {
    case .finish: break
    case .signOff:
      try need(
        evidence?.contains { !$0.isWhitespace } ?? false, "销号要写明证据。",
        "Signing off needs evidence.")
    case .carryOn: try need(isSaid, "请写一句怎么推进。", "Say in a line how it goes on.")
    case .extend:
      try need(due != nil, "延期要写新的期限。", "An extension needs its new day.")
      try need(isSaid, "请写明延期的原因。", "Give the reason of the extension.")
      try need(
        askedBy?.contains { !$0.isWhitespace } ?? false, "请写明谁申请延期。",
        "Say who asked for the extension.")
    case .sendBack:
      try need(isSaid, "请写明退回的原因。", "Give the reason for sending it back.")
      try need(due != nil, "请写明下次报告的日期。", "Give the day of the next report.")
    case .supervise: try need(slip != nil, "督办单没有填好。", "The slip is not filled in.")
    case .resolve:
      try need(isSaid, "请写明议定事项。", "Say what was resolved.")
      try need(
        task?.departments.isEmpty == false, "议定事项要写明责任单位。",
        "A resolution names the units that carry it out.")
    }
  }

  /// The document that a meeting is for the tasks that it has set.
  public static func document(of meeting: Meeting, issued: Day) -> Document {
    let name = meeting.card.name
    return Document(
      id: meeting.id, number: meeting.minutes ?? name, title: Phrase(name, name),
      short: Phrase("会议 \(meeting.card.day)", "Meeting \(meeting.card.day)"),
      issuer: meeting.card.chair, issued: issued, region: meeting.card.scope, kind: .meeting)
  }

  /// The clause of its resolution with a number.
  public static func clause(_ number: Int, of meeting: Meeting) -> Clause {
    Clause(
      path: "\(number)", place: Phrase("议定事项 \(number)", "resolution \(number)"),
      section: Phrase("议定事项", "Resolutions"))
  }
}
