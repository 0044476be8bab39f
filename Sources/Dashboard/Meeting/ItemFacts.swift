import Cells
import Reform
import Widgets

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
    if let left = words.task.flatMap(catalogue.leftOut) {
      lines.append(
        Line(
          label: HandPhrases.state(language), text: HandWords.told(left)(language), role: .warning))
    }
    lines += light()
    lines += decided(MeetingWords.now, meeting.decisions(on: words.item.subject))
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
        Line(label: MeetingWords.before(language), text: text + said(entry), role: .faint))
    }
    lines.append(
      Line(
        label: MeetingWords.reasons(language),
        text: words.item.reasons.map { $0.words(language) }
          .joined(separator: language == .zh ? "、" : ", "), role: .faint))
    return lines
  }

  private func light() -> [LabelledLines.Line] {
    if let standing = words.standing {
      let signal = standing.light.signal
      return [
        Line(
          label: MeetingWords.light(language),
          text: Words.signal(signal)(language) + model.symbols.dot
            + standing.light.reason(language),
          role: signal.role, isBold: true)
      ]
    }
    if let line = words.line {
      let value = line.last.map { "\($0.period)" + model.symbols.dot + line.lastWords(language) }
      return [
        Line(
          label: MeetingWords.light(language),
          text: [value, Words.signal(line.signal)(language), line.reason(language)].compactMap(
            \.self
          )
          .joined(separator: model.symbols.dot), role: line.signal.role, isBold: true)
      ] + line.outlook.map { Line(label: $0.label(language), text: $0.text(language)) }
    }
    guard let slip = words.slip else { return [] }
    let role = words.light?.role ?? .plain
    return [
      Line(
        label: slip.order.level.words(language),
        text: slip.state.words(language) + model.symbols.dot + "\(slip.due)", role: role,
        isBold: true)
    ] + SlipFacts(slip, model).lines()
  }

  /// The places that have not finished it, by name where they are few.
  private func missing() -> [LabelledLines.Line] {
    // What has not begun and is not near its day sleeps.
    let all = screen.standings(model).filter { !$0.status.isFinished }
    let open = all.filter {
      !($0.line.period != nil && $0.status == .notStarted && $0.light.signal == .green)
    }
    guard !open.isEmpty, screen.standings(model).count > 1 else { return [] }
    let names = open.prefix(24).map {
      model.short(of: $0.line) + ($0.line.period.map { " \($0)" } ?? "")
    }
    .joined(separator: language == .zh ? "、" : ", ")
    let more = open.count > 24 ? " … +\(open.count - 24)" : ""
    let asleep = Set(all.map(\.line.place)).subtracting(open.map(\.line.place))
    let later = asleep.isEmpty ? "" : MeetingWords.notYet(asleep.count)(language)
    return [
      Line(
        label: MeetingWords.missing(language),
        text: Phrase("\(open.count) 处：", "\(open.count): ")(language) + names + more + later,
        role: .warning)
    ]
  }

  private func units() -> [LabelledLines.Line] {
    guard let task = words.task else { return [] }
    let roles: [(Responsible.Role, Phrase)] = [
      (.lead, MeetingWords.lead), (.responsible, MeetingWords.responsible),
      (.cooperating, MeetingWords.cooperating),
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
    var lines = [Line(label: MeetingWords.due(language), text: text)]
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
        label: MeetingWords.indicator(language),
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
    // What was entered at once for several places in the same words is one line.
    var acts: [(act: Int, entries: [Entry])] = []
    for entry in said {
      if let last = acts.last?.entries.last, last.act == entry.act, last.day == entry.day,
        last.note == entry.note, last.evidence == entry.evidence
      {
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
        label: MeetingWords.notes(language), text: parts.compactMap(\.self).joined(separator: " "))
    }
  }

  private func decided(_ label: Phrase, _ entries: [DecisionEntry]) -> [LabelledLines.Line] {
    entries.map { Line(label: label(language), text: said($0), role: .good, isBold: true) }
  }

  private func said(_ entry: DecisionEntry) -> String {
    DecisionWords(entry.decision, model).text
  }
}
