import Cells
import Reform
import Widgets

/// A light that is asked about: the task, the place that it is the light of, and either the whole
/// of the task there or one line.
struct AskedLight {
  var task: ReformTask
  var place: Division.Code
  var whole: TaskStanding?
  var line: Standing?
  /// Whether it is that of the government itself only.
  var isOwnLevel = false

  var light: Light? { line?.light ?? whole?.light }
}

extension Model {
  /// Who, what, until when, and why the light: everything about the task under the cursor.
  func why(_ asked: AskedLight?, in context: Context) -> [Request] {
    guard let asked, let light = asked.light else {
      return [.say(Words.Toast.noSelection, language)]
    }
    let task = asked.task
    var lines = [Explained("", task.title(language), .title), here(asked)]
    lines.append(
      .init(
        Words.Task.light(language),
        Words.signal(light.signal)(language) + symbols.dot + light.reason(language)
          + (language == .zh ? "（规则 \(light.rule)）" : " (rule \(light.rule))"), light.signal.role))
    lines += Explained.extended(asked.line, self) + (asked.whole.map(made(of:)) ?? [])
    lines += GatheredLines.explained(asked, self)
    lines += source(of: task)
    if let standing = asked.line, let day = standing.day {
      lines.append(
        .init(
          Words.Task.history(language),
          [day.description, standing.who, standing.note].compactMap { $0 }.joined(separator: " ")))
    }
    let last = Read.last(task.id, in: asked.place, ownLevel: asked.isOwnLevel, day: day)
    return [explanation(lines, in: context)] + (asked.line == nil ? [.read(last)] : [])
  }

  /// The place that the light is of, and the status there.
  private func here(_ asked: AskedLight) -> Explained {
    let period = asked.line?.line.period.map { "\($0) " } ?? ""
    let status = asked.line?.status ?? asked.whole?.status ?? .notStarted
    let whole = name(of: asked.place) + (asked.isOwnLevel ? Words.ownLevel(language) : "")
    let here = asked.line.map { name(of: $0.line) } ?? whole
    return .init(here, period + Words.status(status)(language), status.role)
  }

  /// Deadline, departments, clause and document.
  private func source(of task: ReformTask) -> [Explained] {
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
}

extension Model {
  /// How many lines the light of a whole is made of, by status and by light.
  func made(of whole: TaskStanding) -> [Explained] {
    guard whole.counts.total > 1 else { return [] }
    let lights = [Signal.red, .yellow, .green, .grey].filter { whole.lights[$0] > 0 }
      .map { "\(Words.signal($0)(language)) \(whole.lights[$0])" }
    let finished =
      "\(Words.Places.finished(language)) \(whole.counts.finished)/\(whole.counts.total)"
    return [
      .init(
        Words.Task.matrix(language), ([finished] + lights).joined(separator: symbols.dot))
    ]
  }

  /// A rate with its base, the tasks by status and by light.
  func lines(
    of rate: FinishedRate, _ counts: StatusCounts, _ lights: SignalCounts
  ) -> [Explained] {
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

extension ExplanationBox {
  /// Adds the last entry of the task that is explained.
  mutating func add(_ entry: Entry, in model: Model) {
    let words = [
      entry.day.description, model.short(of: entry.line),
      entry.status.map { Words.status($0)(model.language) }, entry.whence(model.language),
      entry.note, entry.evidence,
    ]
    lines.append(
      .init(
        Words.Task.lastEntry(model.language), words.compactMap { $0 }.joined(separator: " ")))
  }
}

extension Explained {
  /// That the day of a line is an extension; nothing where it is none.
  fileprivate static func extended(_ line: Standing?, _ model: Model) -> [Explained] {
    guard let original = line?.original, let due = line?.due else { return [] }
    let words = "\(due)" + model.symbols.dot + Words.Task.original(original)(model.language)
    return [.init(Words.Task.extended(model.language), words, .warning)]
  }
}
