import Cells
import Reform
import Widgets

/// What is said of one thing on an agenda: in a row of the list, and when it fills the screen.
struct ItemWords {
  let item: AgendaItem
  let model: Model
  let ground: MeetingBook.Ground?

  private var language: Language { model.language }
  private var catalogue: Catalogue { model.catalogue }

  init(_ item: AgendaItem, _ model: Model, _ ground: MeetingBook.Ground?) {
    (self.item, self.model, self.ground) = (item, model, ground)
  }

  var task: ReformTask? { item.task.flatMap(catalogue.task) }

  /// How the task stands in the place of the meeting.
  var standing: TaskStanding? {
    guard case .task(let id, let place) = item.subject, let ground else { return nil }
    let report = ground.report.scope == place ? ground.report : ground.reports[place]
    return catalogue.position(of: id).flatMap { report?[$0] }
  }

  var line: IndicatorBoard.Line? {
    guard case .indicator(let id, let place) = item.subject, let ground else { return nil }
    let board = ground.board.place == place ? ground.board : ground.boards[place]
    return board?.lines.first { $0.indicator.id == id }
  }

  var slip: Slip? {
    guard case .slip(let id) = item.subject else { return nil }
    return model.meetings?.slips.first { $0.id == id }
  }

  var title: String {
    switch item.subject {
    case .task(let id, let place):
      let title = catalogue.task(id)?.title(language) ?? id
      return place == ground?.report.scope || ground == nil
        ? title : model.short(of: place) + model.symbols.dot + title
    case .place(let place): return model.name(of: place)
    case .indicator(let id, _):
      return line?.indicator.short(language) ?? model.figures.book?[id]?.short(language) ?? id
    case .slip(let id): return id
    }
  }

  var light: Signal? {
    switch item.subject {
    case .task: standing?.light.signal
    case .indicator: line?.signal
    case .slip: slip.map { $0.isLate(on: model.day) ? .red : $0.awaitsAnswer ? .yellow : .green }
    case .place: nil
    }
  }

  /// Who answers for it, in a few words.
  var unit: String {
    if let slip { return slip.order.unit }
    if let department = line?.indicator.departments.first {
      return catalogue.name(of: Responsible(department, role: .responsible), in: language)
    }
    guard let task else { return "" }
    let first = task.departments.first { $0.role == .lead } ?? task.departments.first
    return first.map { catalogue.name(of: Responsible($0.name, role: $0.role), in: language) } ?? ""
  }

  /// What is wrong, in about five words.
  var wrong: String {
    switch item.subject {
    case .task: return wrongTask
    case .indicator: return line?.brief.first?(language) ?? ""
    case .slip:
      guard let slip else { return "" }
      return slip.state.words(language) + model.symbols.dot + "\(slip.due)"
    case .place: return item.reasons.map { $0.words(language) }.joined(separator: " ")
    }
  }

  private var wrongTask: String {
    guard let task, let standing else {
      return item.reasons.map { $0.words(language) }.joined(separator: " ")
    }
    let due = Format.due(
      standing.due, of: task, finished: standing.status.isFinished, on: model.day, in: language)
    let lines = Format.lines(standing, of: task, in: language)
    return [due, lines].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// What fills the screen of one item: everything that is asked about it in a meeting.
struct ItemFacts {
  let words: ItemWords
  let screen: MeetingScreen
  let meeting: Meeting
  let model: Model

  private var language: Language { model.language }
  private var catalogue: Catalogue { model.catalogue }
  private typealias Line = LabelledLines.Line

  init(_ item: AgendaItem, _ screen: MeetingScreen, _ meeting: Meeting, _ model: Model) {
    words = ItemWords(item, model, screen.ground(model))
    (self.screen, self.meeting, self.model) = (screen, meeting, model)
  }

  /// All of it, what matters most first.
  func lines() -> [LabelledLines.Line] {
    var lines = [
      Line(label: "", text: words.title, role: .title, isBold: true), Line(label: "", text: ""),
    ]
    lines += light()
    lines += decided(Words.Meeting.now, meeting.decisions(on: words.item.subject))
    lines += missing()
    lines += units()
    lines += dueLines()
    lines += source()
    lines += indicators()
    lines += notes()
    let earlier = (model.meetings?.decisions(on: words.item.subject) ?? []).filter {
      $0.meeting.id != meeting.id
    }
    for (other, entry) in earlier.prefix(4) {
      let text = "\(other.card.day) \(other.card.name)" + model.symbols.dot
      lines.append(
        Line(label: Words.Meeting.before(language), text: text + said(entry), role: .faint))
    }
    lines.append(
      Line(
        label: Words.Meeting.reasons(language),
        text: words.item.reasons.map { $0.words(language) }
          .joined(separator: language == .zh ? "、" : ", "), role: .faint))
    return lines
  }

  private func light() -> [LabelledLines.Line] {
    if let standing = words.standing {
      let signal = standing.light.signal
      return [
        Line(
          label: Words.Meeting.light(language),
          text: Words.signal(signal)(language) + model.symbols.dot
            + standing.light.reason(language),
          role: signal.role, isBold: true)
      ]
    }
    if let line = words.line {
      let value = line.last.map { "\($0.period)" + model.symbols.dot + line.lastWords(language) }
      return [
        Line(
          label: Words.Meeting.light(language),
          text: [value, Words.signal(line.signal)(language), line.reason(language)].compactMap(
            \.self
          )
          .joined(separator: model.symbols.dot), role: line.signal.role, isBold: true)
      ] + line.outlook.map { Line(label: $0.label(language), text: $0.text(language)) }
    }
    guard let slip = words.slip else { return [] }
    return [
      Line(
        label: slip.order.level.words(language),
        text: slip.state.words(language) + model.symbols.dot + "\(slip.due)", isBold: true),
      Line(label: Words.Meeting.responsible(language), text: slip.order.unit),
      Line(label: Words.Task.clause(language), text: slip.order.basis),
      Line(label: Words.Meeting.slips(language), text: slip.order.matter + " " + slip.order.demand),
    ]
  }

  /// The places that have not finished it, by name where they are few.
  private func missing() -> [LabelledLines.Line] {
    // What has not begun and is not near its day sleeps.
    let open = screen.standings(model).filter {
      !$0.status.isFinished
        && !($0.line.period != nil && $0.status == .notStarted && $0.light.signal == .green)
    }
    guard !open.isEmpty, screen.standings(model).count > 1 else { return [] }
    let names = open.prefix(24).map {
      model.short(of: $0.line) + ($0.line.period.map { " \($0)" } ?? "")
    }
    .joined(separator: language == .zh ? "、" : ", ")
    let more = open.count > 24 ? " … +\(open.count - 24)" : ""
    return [
      Line(
        label: Words.Meeting.missing(language),
        text: Phrase("\(open.count) 处：", "\(open.count): ")(language) + names + more,
        role: .warning)
    ]
  }

  private func units() -> [LabelledLines.Line] {
    guard let task = words.task else { return [] }
    let roles: [(Responsible.Role, Phrase)] = [
      (.lead, Words.Meeting.lead), (.responsible, Words.Meeting.responsible),
      (.cooperating, Words.Meeting.cooperating),
    ]
    return roles.compactMap { role, label in
      let names = task.departments.filter { $0.role == role }.map {
        catalogue.name(of: $0, in: language)
      }
      return names.isEmpty
        ? nil
        : Line(label: label(language), text: names.joined(separator: language == .zh ? "、" : ", "))
    }
  }

  /// The printed deadline, and beside it the days to which places were extended.
  private func dueLines() -> [LabelledLines.Line] {
    guard let task = words.task else { return [] }
    let printed = task.deadlines.map { Format.deadline($0, in: language) }
    let text =
      printed.isEmpty
      ? Format.undated(task, in: language) : printed.joined(separator: language == .zh ? "；" : "; ")
    var lines = [Line(label: Words.Meeting.due(language), text: text)]
    let later = Dictionary(grouping: screen.standings(model).filter { $0.original != nil }) {
      $0.due
    }
    for (due, places) in later.sorted(by: { ($0.key ?? model.day) < ($1.key ?? model.day) }) {
      let names = places.prefix(12).map { model.short(of: $0.line) }
        .joined(separator: language == .zh ? "、" : ", ")
      let more = places.count > 12 ? " … +\(places.count - 12)" : ""
      lines.append(
        Line(
          label: Decision.Kind.extend.words(language),
          text: "\(due.map { "\($0)" } ?? "")" + model.symbols.dot + names + more, role: .warning))
    }
    return lines
  }

  private func source() -> [LabelledLines.Line] {
    guard let task = words.task else { return [] }
    let document = catalogue.document(task.document)
    let place = catalogue.clause(of: task)?.place(language) ?? task.clause
    var lines = [
      Line(label: Words.Task.clause(language), text: "\(document?.number ?? "") \(place)")
    ]
    if let text = screen.detail?.value.text, screen.detail?.value.task == task.id {
      lines.append(Line(label: "", text: text.replacing("\t", with: "  ")))
    }
    return lines
  }

  /// The indicators that it should move, each with its gap.
  private func indicators() -> [LabelledLines.Line] {
    guard let task = words.task, let board = screen.ground(model)?.board else { return [] }
    return task.indicators.compactMap { id in
      board.lines.first { $0.indicator.id == id }
    }.map { line in
      let value = line.last.map { "\($0.period) \(line.lastWords(language))" }
      let gap = line.brief.first?(language)
      return Line(
        label: Words.Meeting.indicator(language),
        text: [line.indicator.short(language), value, gap].compactMap(\.self)
          .joined(separator: model.symbols.dot), role: line.signal.role)
    }
  }

  private func notes() -> [LabelledLines.Line] {
    guard let detail = screen.detail?.value, detail.task == words.item.task else { return [] }
    let place: Division.Code =
      if case .task(_, let place) = words.item.subject { place } else { model.scope }
    let said = detail.history.filter { entry in
      (entry.note != nil || entry.evidence != nil) && !entry.isTakenBack && entry.kind == .entered
        && catalogue.divisions.isWithin(entry.line.place, place)
    }
    // What was entered at once for several places is one line.
    var acts: [(act: Int, entries: [Entry])] = []
    for entry in said {
      if acts.last?.act == entry.act {
        acts[acts.count - 1].entries.append(entry)
      } else {
        acts.append((entry.act, [entry]))
      }
    }
    return acts.prefix(3).compactMap { act in
      guard let entry = act.entries.first else { return nil }
      let more = act.entries.count
      let place =
        more == 1
        ? model.short(of: entry.line)
        : Phrase(
          "\(model.short(of: entry.line))等 \(more) 处",
          "\(model.short(of: entry.line)) … \(more) in all")(language)
      let parts = [entry.day.description, place, entry.note, entry.evidence, entry.who]
      return Line(
        label: Words.Meeting.notes(language), text: parts.compactMap(\.self).joined(separator: " "))
    }
  }

  private func decided(_ label: Phrase, _ entries: [DecisionEntry]) -> [LabelledLines.Line] {
    entries.map { Line(label: label(language), text: said($0), role: .good, isBold: true) }
  }

  private func said(_ entry: DecisionEntry) -> String {
    DecisionWords(entry.decision, model).text
  }
}

/// A decision in a line.
struct DecisionWords {
  let decision: Decision
  let model: Model

  init(_ decision: Decision, _ model: Model) { (self.decision, self.model) = (decision, model) }

  var text: String {
    let language = model.language
    var parts = [decision.kind.words(language)]
    if decision.kind != .resolve, decision.lines.count > 1 {
      let names = decision.lines.prefix(3).map { model.short(of: $0) }
        .joined(separator: language == .zh ? "、" : ", ")
      parts.append(
        decision.lines.count > 3
          ? Phrase(
            "\(names)等 \(decision.lines.count) 处", "\(names) … \(decision.lines.count) in all")(
              language) : names)
    } else if let line = decision.lines.first, decision.kind != .resolve {
      parts.append(model.short(of: line))
    }
    if let due = decision.due {
      let label =
        decision.kind == .sendBack
        ? Phrase("再报", "report by")
        : decision.kind == .extend ? Phrase("到", "to") : Words.Meeting.due
      parts.append("\(label(language)) \(due)")
    }
    if let slip = decision.slip { parts.append(slip.number) }
    if !decision.text.isEmpty { parts.append(decision.text) }
    if let evidence = decision.evidence { parts.append("[\(evidence)]") }
    return parts.joined(separator: " ")
  }
}
