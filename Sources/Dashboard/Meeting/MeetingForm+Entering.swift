import Reform

/// What is entered from a form.
extension MeetingForm {
  func requests(_ model: Model) throws(Fault) -> [Request] {
    switch purpose {
    case .card(let meeting, let scopes): return try card(meeting, among: scopes, model)
    case .rules(let meeting): return try agenda(meeting, model)
    case .closing(let meeting):
      return step(meeting, .close(minutes: text(.number)))
    case .extending(let deciding): return try extended(deciding)
    case .sendingBack(let deciding):
      var decision = deciding.decision
      (decision.text, decision.due) = (text(.text), try day(.due))
      return [
        .effect(deciding.effect(decision, deciding.changes(note: text(.text))))
      ]
    case .supervising(let deciding, let order): return try supervised(deciding, order, model)
    case .supervisingEach(let deciding, let slips):
      return try supervisedEach(deciding, slips, model)
    case .issuing(let order): return [.effect(.meeting(.issue(try written(order))))]
    case .resolving(let deciding): return try resolved(deciding, model)
    case .stepping(let asked, let slip): return try stepped(asked, slip)
    }
  }

  private func step(_ meeting: Meeting, _ step: MeetingStep) -> [Request] {
    [.effect(.meeting(.step(meeting.id, step, seen: meeting.last)))]
  }

  private func card(
    _ meeting: Meeting?, among scopes: [Division.Code], _ model: Model
  ) throws(Fault) -> [Request] {
    var card = meeting?.card ?? Self.newCard(model)
    card.title = text(.title)
    (card.series, card.number, card.day) = (text(.series), text(.number), try day(.day))
    (card.time, card.venue, card.chair) = (text(.time), text(.venue), text(.chair))
    (card.present, card.absent) = (text(.present), text(.absent))
    card.recorder = text(.recorder)
    card.scope = scopes[safe: choice(.scope)] ?? card.scope
    if card.series.isEmpty { card.series = card.title }
    if let meeting { return step(meeting, .card(card)) }
    let id = Meeting.freshID(
      on: model.today, in: model.progress.sharing?.membership.place,
      among: model.meetings?.made ?? [])
    return [.effect(.meeting(.step(id, .card(card), seen: 0)))]
  }

  /// The rules as they are set now, and what they put on the agenda.
  private func agenda(_ meeting: Meeting, _ model: Model) throws(Fault) -> [Request] {
    guard let book = model.meetings, book.request.meeting == meeting.id, let ground = book.ground
    else { throw Fault(MeetingWords.reading) }
    var card = meeting.card
    card.rules = AgendaRules(
      red: choice(.red) == 0, dueWithin: Int(text(.dueWithin)), changed: choice(.changed) == 0,
      indicators: choice(.indicators) == 0,
      order: AgendaRules.Order.allCases[safe: choice(.order)] ?? .gravity)
    return [
      .effect(
        .meeting(.agenda(meeting.id, card, ground.items(by: card.rules, model), seen: meeting.last))
      )
    ]
  }

  private func extended(_ deciding: Deciding) throws(Fault) -> [Request] {
    var decision = deciding.decision
    let due = try day(.due)
    (decision.text, decision.due) = (text(.text), due)
    (decision.askedBy, decision.askedOn) = (text(.askedBy), try day(.askedOn))
    for line in deciding.lines {
      guard let now = line.due else {
        throw Fault("这里没有时限，没有可延的。", "There is no due day that could be extended.")
      }
      guard due > now else {
        var fault = Fault(
          "\(due) 不在现在的时限 \(now) 之后。", "\(due) is not after the day it is due now, \(now).")
        fault.part = .deadlines
        throw fault
      }
    }
    return [
      .effect(deciding.effect(decision, deciding.changes(note: text(.text), until: due)))
    ]
  }

  /// The order with what a person has written in it.
  private func written(_ order: SlipOrder) throws(Fault) -> SlipOrder {
    var order = order
    (order.number, order.unit, order.cooperating) = (text(.number), text(.unit), text(.cooperating))
    (order.person, order.telephone) = (text(.person), text(.telephone))
    (order.demand, order.due) = (text(.text), try day(.due))
    order.instruction = text(.instruction)
    return order
  }

  private func supervised(
    _ deciding: Deciding, _ order: SlipOrder, _ model: Model
  ) throws(Fault) -> [Request] {
    let order = try written(order)
    var decision = deciding.decision
    (decision.text, decision.slip) = (order.demand, order)
    let note = Phrase("督办 \(order.number)", "slip \(order.number)")(model.language)
    return [
      .effect(
        deciding.effect(
          decision, deciding.lines.map { Change($0.line, note: note, seen: $0.last) }))
    ]
  }

  /// One decision and one slip for each unit; what was not written over stays as the rules have it.
  private func supervisedEach(
    _ deciding: Deciding, _ slips: [EachSlip], _ model: Model
  ) throws(Fault) -> [Request] {
    guard let first = slips.first?.order else { return [] }
    let (demand, due) = (text(.text), try day(.due))
    var (number, decided): (Slip.ID, [Decided]) = (text(.number), [])
    for slip in slips {
      var (order, part) = (slip.order, deciding)
      part.lines = deciding.lines.filter { slip.lines.contains($0.line) }
      (order.number, order.instruction) = (number, text(.instruction))
      if demand != first.demand { order.demand = demand }
      if due != first.due { order.due = due }
      var decision = part.decision
      (decision.text, decision.slip) = (order.demand, order)
      let note = Phrase("督办 \(number)", "slip \(number)")(model.language)
      decided.append(
        Decided(
          decision: decision,
          changes: part.lines.map { Change($0.line, note: note, seen: $0.last) }))
      number = SlipNumber.following(number, among: model.meetings?.slips ?? [])
    }
    return [.effect(.meeting(.decideEach(decided, seen: deciding.meeting.last)))]
  }

  private func resolved(_ deciding: Deciding, _ model: Model) throws(Fault) -> [Request] {
    let level: ReformTask.Level =
      Self.resolvedLevels(in: deciding.meeting, model)[safe: choice(.level)]?.level ?? .province
    var places = try Amendment.places(text(.places), in: model.catalogue.divisions)
    if level == .named, places.isEmpty {
      var fault = Fault("请写在哪些地区落实。", "Name the places that carry it out.")
      fault.part = .places
      throw fault
    }
    if level != .named { places = [] }
    let named = Amendment.departments(text(.units))
    let units = named.map {
      Responsible($0.name, bureau: $0.bureau, role: named.count == 1 ? .lead : $0.role)
    }
    let others = Amendment.departments(text(.cooperating)).map {
      Responsible($0.name, bureau: $0.bureau, role: .cooperating)
    }
    let due = text(.due).isEmpty ? nil : try day(.due)
    let matter = text(.text)
    let theme =
      deciding.subject.flatMap { AgendaItem($0, []).task }.flatMap(model.catalogue.task)?.theme
      ?? model.catalogue.themes.first?.id ?? ""
    var decision = deciding.decision
    (decision.text, decision.due) = (matter, due)
    decision.task = ReformTask(
      id: "", document: deciding.meeting.id, clause: "", title: Phrase(matter, matter),
      theme: theme, departments: units + others,
      deadlines: due.map { [Deadline(.date, due: $0, years: [$0.year])] } ?? [],
      places: places, level: level)
    return [.effect(deciding.effect(decision, []))]
  }

  private func stepped(_ asked: SlipAsked, _ slip: Slip) throws(Fault) -> [Request] {
    let step: SlipStep =
      switch asked {
      case .receive: .receive(by: text(.text))
      case .answer: .answer(text(.text), evidence: text(.evidence))
      case .check: .check(text(.text))
      case .sendBack: .sendBack(text(.text), due: try day(.due))
      case .close: .close(text(.text))
      }
    return [.effect(.meeting(.slip(slip.id, step, seen: slip.last)))]
  }
}

extension MeetingBook.Ground {
  /// What the rules put on an agenda.
  func items(by rules: AgendaRules, _ model: Model) -> [AgendaItem] {
    AgendaMaker(rules, report, changes: changes, below: below, model.catalogue).items()
  }
}
