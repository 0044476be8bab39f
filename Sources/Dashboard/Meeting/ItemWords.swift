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
    let lines = Format.lines(standing, of: task, model.catalogue, in: language)
    return [due, lines].filter { !$0.isEmpty }.joined(separator: " ")
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
      let names = decision.lines.prefix(3).map { name(of: $0) }
        .joined(separator: language == .zh ? "、" : ", ")
      parts.append(
        decision.lines.count > 3
          ? Phrase(
            "\(names)等 \(decision.lines.count) 处", "\(names) … \(decision.lines.count) in all")(
              language) : names)
    } else if let line = decision.lines.first, decision.kind != .resolve {
      parts.append(name(of: line))
    }
    if let due = decision.due {
      let label =
        decision.kind == .sendBack
        ? Phrase("再报", "report by")
        : decision.kind == .extend ? Phrase("到", "to") : MeetingWords.due
      parts.append("\(label(language)) \(due)")
    }
    if let slip = decision.slip { parts.append(slip.number) }
    if !decision.text.isEmpty { parts.append(decision.text) }
    if let evidence = decision.evidence { parts.append("[\(evidence)]") }
    return parts.joined(separator: " ")
  }

  private func name(of line: Line) -> String {
    model.short(of: line) + (line.period.map { " \($0)" } ?? "")
  }
}
