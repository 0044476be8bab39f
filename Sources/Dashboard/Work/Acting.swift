import Cells
import Reform
import Widgets

/// What is about to be done to the lines of tasks, and as they stand now.
struct Prepared: Message {
  var intent: Intent
  var standings: [Standing]
}

extension Model {
  /// The question that comes before an act on tasks.
  ///
  /// `place` is looked at; `isSingle` where lines of one task were chosen one by one.
  func asking(
    _ intent: Intent, _ standings: [Standing], at place: Division.Code, isSingle: Bool
  ) -> [Request] {
    let lines = concerned(intent, standings, at: place, isSingle: isSingle)
    guard !lines.isEmpty else {
      return [.say(NothingLeft.words(intent, standings), language)]
    }
    if let barred = progress.barred(lines.map(\.line.place), self) { return barred }
    let untouched = LeftSuspended(intent == .close ? standings : [], closing: lines)
    return [
      .ask(
        Prompt(
          AskAct(intent: intent, lines: lines), title(of: intent),
          lines: summary(intent, lines) + untouched.words(self) + lines.told(intent, language)))
    ]
  }

  /// The lines that an act on some standings really touches.
  ///
  /// Closing touches what is not finished, and of a recurring task only the period that is owed
  /// longest; a note on a whole task is entered once, for the place looked at.
  private func concerned(
    _ intent: Intent, _ standings: [Standing], at place: Division.Code, isSingle: Bool
  ) -> [Standing] {
    switch intent {
    case .close:
      let open = standings.filter { !$0.status.isFinished }
      let going = open.filter { $0.status != .suspended }
      return isSingle ? open : owedLongest(going.isEmpty ? open : going)
    case .set(let status):
      let other = standings.filter { $0.status != status }
      return isSingle ? other : owedLongest(other)
    case .note, .evidence:
      guard !isSingle else { return standings }
      var seen: Set<ReformTask.ID> = []
      return standings.filter { seen.insert($0.line.task).inserted }.map { first in
        let alone = standings.count { $0.line.task == first.line.task } == 1
        var whole = first
        if !alone { whole.line = Line(first.line.task, in: place) }
        return whole
      }
    }
  }

  private func owedLongest(_ standings: [Standing]) -> [Standing] {
    var first: [ReformTask.ID: Period] = [:]
    for standing in standings {
      guard let period = standing.line.period else { continue }
      first[standing.line.task] = min(first[standing.line.task] ?? period, period)
    }
    return standings.filter { $0.line.period == first[$0.line.task] }
  }

  private func title(of intent: Intent) -> String {
    switch intent {
    case .close: Words.Prompt.close(language)
    case .set(let status): Words.status(status)(language)
    case .note: Words.Prompt.note(language)
    case .evidence: Words.Prompt.evidence(language)
    }
  }

  /// What the act will touch, in a few lines.
  private func summary(_ intent: Intent, _ standings: [Standing]) -> [String] {
    var order: [ReformTask.ID] = []
    var byTask: [ReformTask.ID: [Standing]] = [:]
    for standing in standings {
      if byTask[standing.line.task] == nil { order.append(standing.line.task) }
      byTask[standing.line.task, default: []].append(standing)
    }
    var lines = order.prefix(4).map { id in
      let places = byTask[id, default: []]
      let title = catalogue.task(id)?.title(language) ?? id
      let names = places.prefix(11).map { short(of: $0.line) }
      let period = places.first?.line.period.map { " \($0)" } ?? ""
      let more =
        places.count > 11
        ? (language == .zh ? " 等\(places.count)个" : " … \(places.count) in all") : ""
      return title + period + (language == .zh ? "：" : ": ")
        + names.joined(separator: language == .zh ? "、" : ", ") + more
    }
    if order.count > 4 {
      lines.append(language == .zh ? "…… 共 \(order.count) 项任务" : "… \(order.count) tasks in all")
    }
    return lines
  }

  /// A choice of statuses to set.
  func choiceOfStatus() -> [Request] {
    writing {
      let items = Status.allCases.enumerated().map { index, status in
        Picker.Item(
          Words.status(status)(language), remark: "\(index + 1)", words: Words.status(status).en,
          [.tell(Intent.set(status))])
      }
      return [.ask(Picker(title: Words.Prompt.status, items: items))]
    }
  }

  /// Asks for a due day, which can be entered where the document leaves it to the state.
  func askingDue(of task: ReformTask.ID?) -> [Request] {
    writing {
      guard let task, let known = catalogue.task(task) else {
        return [.say(Words.Toast.noSelection, language)]
      }
      guard known.takesDue else { return [.say(Words.Toast.notRequired, language)] }
      if let barred = progress.barred([catalogue.region(of: known)], self) { return barred }
      let entered = catalogue.position(of: task).flatMap { progress.entered[$0] }
      return [
        .ask(
          Prompt(
            AskDue(task: task), Words.Prompt.due(language), lines: [known.title(language)],
            field: TextField(entered?.description ?? "", limit: 10, isTypedOver: true)))
      ]
    }
  }
}

extension ReformTask {
  /// Whether a person may enter its due day: the document leaves it to the state.
  public var takesDue: Bool { deadlines.contains { $0.kind == .asRequired } }
}

extension Intent: Message {}

/// Whether an act is done to some lines, with a note where one is wanted.
struct AskAct: Asking {
  var intent: Intent
  var lines: [Standing]

  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    guard !text.isEmpty || !intent.needsText else { throw Fault(Words.Prompt.emptyNote) }
    return [.effect(.record(lines.map { $0.change(by: intent, text) }, overriding: false))]
  }

  func label(_ language: Language) -> String {
    if intent == .evidence { return Words.Task.evidence(language) }
    return Words.Prompt.note(language)
      + (intent.needsText ? "" : Words.Prompt.optional(language))
  }
}

/// The due day of a task whose document leaves it to the state; empty takes it away.
struct AskDue: Asking {
  var task: ReformTask.ID

  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    let due = Day(text)
    guard due != nil || text.isEmpty else { throw Fault(Words.Prompt.badDay) }
    if let due { try BookDays.held(due) }
    let catalogue = model.catalogue
    let region = catalogue.task(task).map { catalogue.region(of: $0) } ?? catalogue.province
    let seen = catalogue.position(of: task).flatMap { model.progress.entered[$0] }
    let change = Change(Line(task, in: region), due: .some(due), dueSeen: .some(seen))
    return [.effect(.record([change], overriding: false))]
  }
}

extension Intent {
  var needsText: Bool { self == .note || self == .evidence }

  /// The status that it enters.
  var status: Status? {
    switch self {
    case .close: .done
    case .set(let status): status
    case .note, .evidence: nil
    }
  }
}

extension Standing {
  /// The entry that an intent makes of this line.
  func change(by intent: Intent, _ text: String) -> Change {
    let note = text.isEmpty ? nil : text
    switch intent {
    case .close: return Change(line, status: .done, note: note, seen: last)
    case .set(let status): return Change(line, status: status, note: note, seen: last)
    case .note: return Change(line, note: text)
    case .evidence: return Change(line, evidence: text)
    }
  }
}
