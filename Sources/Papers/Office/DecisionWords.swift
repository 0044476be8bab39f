import Reform

/// Decisions as minutes tell them, each in a paragraph: on what, where, and what exactly.
struct DecisionWords {
  private let minutes: MinutesPaper

  init(_ minutes: MinutesPaper) { self.minutes = minutes }

  private var catalogue: Catalogue { minutes.catalogue }
  private var language: Language { minutes.language }
  private var places: LinePlaces {
    LinePlaces(catalogue: catalogue, language: language, namesAll: true)
  }

  /// The whole paragraph of a decision.
  func item(_ entry: DecisionEntry) -> String {
    let decision = entry.decision
    let facts = decision.kind == .resolve ? resolution(decision) : details(entry)
    let head = decision.kind == .resolve ? matter(of: decision) : subject(of: decision)
    return sentence([head]) + (facts.isEmpty ? "" : (language == .zh ? "" : " ") + sentence(facts))
  }

  /// The names of what `row` has.
  static let columns = [
    Paper.Name("类别", key: "kind"), .init("事项", key: "matter"), .init("责任单位", key: "units"),
    .init("时限", key: "due"),
  ]

  /// A decision in cells: its kind, its paragraph, who is responsible, and by when.
  func row(_ entry: DecisionEntry) -> [String] {
    let decision = entry.decision
    var units = decision.task.map(\.leading) ?? []
    for task in tasks(of: decision) { units += task.leading.filter { !units.contains($0) } }
    let names =
      decision.slip.map { [$0.unit] } ?? units.map { catalogue.name(of: $0, in: language) }
    let due = decision.due ?? decision.slip?.due ?? decision.task?.deadlines.first?.due
    return [
      decision.kind.words(language), item(entry), FigureWords.list(names, language),
      due.map { PaperWords.day($0)(language) } ?? "",
    ]
  }

  private func sentence(_ parts: [String]) -> String {
    let parts = parts.filter { !$0.isEmpty }
    let text = (parts.dropLast().map(unstopped) + parts.suffix(1))
      .joined(separator: Phrase("；", "; ")(language))
    guard let last = text.last, !"。.！!？?".contains(last) else { return text }
    return text + Phrase("。", ".")(language)
  }

  /// Without the stop at its end, for the middle of a sentence.
  private func unstopped(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, "。.；;".contains(last) { text = text.dropLast() }
    return String(text)
  }

  // MARK: What it was decided on

  /// Its tasks with their clauses and places; what is no task by its name.
  private func subject(of decision: Decision) -> String {
    guard !decision.lines.isEmpty else {
      return decision.subject.map(name(of:)) ?? MinutesWords.noSubject(language)
    }
    var found = tasks(of: decision).map { task in
      title(of: task) + Phrase("，", ", ")(language)
        + places.words(decision.lines.filter { $0.task == task.id })
    }
    // Lines of tasks that the catalogue does not have are still told, by their ids.
    let strangers = decision.lines.filter { catalogue.task($0.task) == nil }
    found += Set(strangers.map(\.task)).sorted().map { id in
      id + Phrase("，", ", ")(language) + places.words(strangers.filter { $0.task == id })
    }
    return found.joined(separator: Phrase("；", "; ")(language))
  }

  /// The tasks of its lines, each once, in the order of the lines.
  func tasks(of decision: Decision) -> [ReformTask] {
    var seen: Set<ReformTask.ID> = []
    return decision.lines.compactMap { line in
      seen.insert(line.task).inserted ? catalogue.task(line.task) : nil
    }
  }

  private func title(of task: ReformTask) -> String {
    let source = catalogue.source(of: task, in: language)
    return Phrase("“\(task.title.zh)”（\(source)）", "“\(task.title.en)” (\(source))")(language)
  }

  func name(of subject: AgendaItem.Subject) -> String {
    func place(_ code: Division.Code) -> String {
      catalogue.divisions[code]?.name(in: language) ?? code
    }
    let between = Phrase("，", ", ")(language)
    return switch subject {
    case .task(let id, let code): (catalogue.task(id).map(title) ?? id) + between + place(code)
    case .place(let code): place(code)
    case .indicator(let id, let code):
      (minutes.book[id]?.name(language) ?? id) + between + place(code)
    case .slip(let id): MinutesWords.slip(id)(language)
    }
  }

  // MARK: What was decided

  private func details(_ entry: DecisionEntry) -> [String] {
    let decision = entry.decision
    switch decision.kind {
    case .finish, .carryOn, .resolve: return [decision.text]
    case .signOff:
      return [
        decision.text, MinutesWords.evidence(language) + (decision.evidence ?? FigureWords.none),
      ]
    case .extend: return extensions(entry) + [MinutesWords.reason(decision.text)(language)]
    case .sendBack:
      return [
        MinutesWords.reason(decision.text)(language),
        decision.due.map { MinutesWords.report($0)(language) } ?? "",
      ]
    case .supervise: return slip(decision)
    }
  }

  /// From which day to which, a sentence for each day that lines were due by, and who asked.
  private func extensions(_ entry: DecisionEntry) -> [String] {
    let decision = entry.decision
    guard let new = decision.due else { return [] }
    var (order, found): ([OldDue], [OldDue: [Line]]) = ([], [:])
    for line in decision.lines {
      let old = oldDue(of: line, before: entry)
      if found[old] == nil { order.append(old) }
      found[old, default: []].append(line)
    }
    let moved = order.map { old in
      let lines = found[old] ?? []
      return (order.count > 1 ? places.words(lines) + Phrase("：", ": ")(language) : "")
        + MinutesWords.extended(printed: old.printed, standing: old.standing, to: new)(language)
    }
    let latest = order.compactMap(\.standing).max()
    let asked = decision.askedBy.map {
      MinutesWords.asked($0, on: decision.askedOn, due: order.count == 1 ? latest : nil)(language)
    }
    return moved + [asked ?? ""]
  }

  /// What is printed for a line, and what stood when it was extended.
  private struct OldDue: Hashable {
    var printed: Day?
    var standing: Day?
  }

  private func oldDue(of line: Line, before entry: DecisionEntry) -> OldDue {
    let printed = catalogue.task(line.task).flatMap { task in
      catalogue.installments(of: task, on: entry.day, entered: nil)
        .first { $0.period == line.period }?.due
    }
    let earlier = minutes.meeting.decisions.prefix { $0.id != entry.id }.last {
      $0.decision.kind == .extend && $0.decision.lines.contains(line)
    }
    return OldDue(
      printed: printed, standing: earlier?.decision.due ?? minutes.dues[line] ?? printed)
  }

  private func slip(_ decision: Decision) -> [String] {
    guard let slip = decision.slip else { return [decision.text] }
    let isSaid = [slip.matter, slip.demand].contains(decision.text)
    return [
      MinutesWords.ordered(slip)(language), isSaid ? "" : decision.text,
      MinutesWords.matter(slip.matter)(language), MinutesWords.demand(slip.demand)(language),
      MinutesWords.answer(slip.due)(language),
    ]
  }

  // MARK: Resolutions

  private func matter(of decision: Decision) -> String {
    let title = decision.task?.title(language) ?? ""
    let isSaid = title.isEmpty || title == decision.text
    let text = decision.text.isEmpty ? title : decision.text
    let number = decision.task.map { MinutesWords.clause($0.clause)(language) } ?? ""
    let named = isSaid || decision.text.isEmpty ? "" : Phrase("（\(title)）", " (\(title))")(language)
    let place = decision.subject.map(name(of:)) ?? ""
    return number + (named.isEmpty && place.isEmpty ? text : unstopped(text)) + named
      + (place.isEmpty ? "" : MinutesWords.concerning(place)(language))
  }

  private func resolution(_ decision: Decision) -> [String] {
    guard let task = decision.task else {
      return [decision.due.map { MinutesWords.due(PaperWords.day($0)(language))(language) } ?? ""]
    }
    func names(_ list: [Responsible]) -> String {
      FigureWords.list(list.map { catalogue.name(of: $0, in: language) }, language)
    }
    let (lead, rest) = (names(task.leading), names(task.assisting))
    let due = (decision.due ?? task.deadlines.first?.due).map { PaperWords.day($0)(language) }
    return [
      MinutesWords.unit(lead.isEmpty ? MinutesWords.notEntered(language) : lead)(language),
      rest.isEmpty ? "" : MinutesWords.cooperating(rest)(language),
      MinutesWords.places(placesOfWork(of: task))(language),
      MinutesWords.due(due ?? FieldWords.undated(task)(language))(language),
    ]
  }

  /// Where a task of the meeting is to be done.
  private func placesOfWork(of task: ReformTask) -> String {
    let lines = task.fanOut(in: catalogue.divisions, region: minutes.meeting.card.scope)
      .map { Line(task.id, in: $0) }
    return places.words(lines)
  }
}
