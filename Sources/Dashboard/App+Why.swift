import Cells
import Reform
import Widgets

/// A light that is asked about: the task, the place that it is the light of, and either the whole
/// of the task there or one line.
private struct Asked {
  var task: ReformTask
  var place: Division.Code
  var whole: TaskStanding?
  var line: Standing?
  /// Whether it is that of the government itself only.
  var isOwnLevel = false

  var light: Light? { line?.light ?? whole?.light }
}

extension AppState {
  /// Who, what, until when, and why the light: everything about the thing under the cursor.
  mutating func explain() -> [Effect] {
    if let effects = explainInPlaces() { return effects }
    if context == .indicators || context == .overview && overview.pane == .indicators {
      return explainFigure()
    }
    if context == .compare || context == .collection { return explainCompared() }
    if let lines = explainedRate() {
      overlay = .explanation(lines, offset: 0)
      return []
    }
    guard let asked = asked(), let light = asked.light else {
      toast = Toast(Words.Toast.noSelection(language))
      return []
    }
    let task = asked.task
    var lines = [Overlay.Explained("", task.title(language), .title), here(asked)]
    lines.append(
      .init(
        Words.Task.light(language),
        Words.signal(light.signal)(language) + marks.dot + light.reason(language)
          + (language == .zh ? "（规则 \(light.rule)）" : " (rule \(light.rule))"), light.signal.role))
    if let whole = asked.whole { lines += made(of: whole) }
    lines += source(of: task)
    if let standing = asked.line, let day = standing.day {
      lines.append(
        .init(
          Words.Task.history(language),
          [day.description, standing.who, standing.note].compactMap { $0 }.joined(separator: " ")))
    }
    overlay = .explanation(lines, offset: 0)
    return asked.line == nil
      ? [.loadLast(task.id, in: asked.place, ownLevel: asked.isOwnLevel, day: day)] : []
  }

  /// The place that the light is of, and the status there.
  private func here(_ asked: Asked) -> Overlay.Explained {
    let period = asked.line?.line.period.map { "\($0) " } ?? ""
    let status = asked.line?.status ?? asked.whole?.status ?? .notStarted
    let whole = name(of: asked.place) + (asked.isOwnLevel ? Words.ownLevel(language) : "")
    let here = asked.line.map { name(of: $0.line) } ?? whole
    return .init(here, period + Words.status(status)(language), status.role)
  }

  /// How many lines the light of a whole is made of, by status and by light.
  func made(of whole: TaskStanding) -> [Overlay.Explained] {
    guard whole.counts.total > 1 else { return [] }
    let lights = [Signal.red, .yellow, .green, .grey].filter { whole.lights[$0] > 0 }
      .map { "\(Words.signal($0)(language)) \(whole.lights[$0])" }
    let finished =
      "\(Words.Places.finished(language)) \(whole.counts.finished)/\(whole.counts.total)"
    return [
      .init(
        Words.Task.matrix(language), ([finished] + lights).joined(separator: marks.dot))
    ]
  }

  /// Deadline, departments, clause and document.
  private func source(of task: ReformTask) -> [Overlay.Explained] {
    let document = catalogue.document(task.document)
    let wanted = [Words.Task.deadline, Words.Task.departments].map { $0(language) }
    return TaskFacts(TaskScreen(task.id), self).facts.filter { wanted.contains($0.label) }
      .map { .init($0.label, $0.text) }
      + [
        .init(
          Words.Task.clause(language),
          "\(document?.number ?? "") \(catalogue.clause(of: task)?.place(language) ?? task.clause)"),
        .init("", document?.title(language) ?? "", .faint),
      ]
  }

  /// Adds the last entry of the task to the explanation that is open.
  mutating func explain(_ entry: Entry) {
    guard case .explanation(var lines, let offset) = overlay else { return }
    let words = [
      entry.day.description, short(of: entry.line),
      entry.status.map { Words.status($0)(language) }, entry.who, entry.note, entry.evidence,
    ]
    lines.append(
      .init(
        Words.Task.lastEntry(language), words.compactMap { $0 }.joined(separator: " ")))
    overlay = .explanation(lines, offset: offset)
  }

  private func asked() -> Asked? {
    if context == .task {
      guard let screen = openTasks.last, let task = catalogue.task(screen.task) else { return nil }
      guard let standing = screen.standings[safe: screen.cell] else { return nil }
      return Asked(task: task, place: standing.line.place, line: standing)
    }
    var (place, selected) = (scope, TaskStanding?.none)
    switch context {
    case .board: (place, selected) = (board.place(self), board.selected)
    case .overview where overview.pane == .next:
      selected = OverviewScreen.next(self)[safe: overview.scrolls[overview.pane.rawValue].selected]
    case .places, .group: (place, selected) = (places.level(self).place, placeStanding)
    case .documents:
      selected = documents.row(self)?.task(self).flatMap(catalogue.position).flatMap { report[$0] }
    default: break
    }
    return selected.map {
      Asked(
        task: catalogue.tasks[$0.task], place: place, whole: $0,
        isOwnLevel: context == .board && board.isOwnLevel)
    }
  }

  // MARK: 办结率

  /// What the rate of the city or the counts under the cursor are made of.
  private func explainedRate() -> [Overlay.Explained]? {
    guard context == .overview else { return nil }
    switch overview.pane {
    case .league:
      let index = overview.scrolls[overview.pane.rawValue].selected
      guard let row = league.rows[safe: index] else { return nil }
      return [.init("", name(of: row.place), .title)]
        + lines(of: row.rate, row.counts, row.lights)
        + [.init(Words.Places.rank(language), "\(row.rank)/\(league.rows.count)")]
    case .counts:
      return [.init("", name(of: scope), .title)]
        + lines(of: report.rate, report.counts, report.lights)
    default: return nil
    }
  }

  /// A rate with its base, the tasks by status and by light.
  func lines(
    of rate: FinishedRate, _ counts: StatusCounts, _ lights: SignalCounts
  ) -> [Overlay.Explained] {
    [
      .init(
        Words.Overview.finished(language),
        "\(rate.finished) ÷ \(rate.total) = \(rate.words)", .accent),
      .init(Words.Overview.base(language), rate.base.words(language)),
    ]
      + Status.allCases.map {
        .init("", "\(Words.status($0)(language)) \(counts[$0])", $0.role)
      }
      + [Signal.red, .yellow, .green, .grey].map {
        .init(
          $0 == .red ? Words.Task.light(language) : "",
          "\(Words.signal($0)(language)) \(lights[$0])", $0.role)
      }
      + [.init(Words.Overview.rounding(language), Words.Overview.roundingRule(language), .faint)]
  }
}
