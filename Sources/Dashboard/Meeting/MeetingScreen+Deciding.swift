import Cells
import Reform
import Widgets

/// What is decided on the item that fills the screen.
extension MeetingScreen {
  static let kinds: [(command: Command, kind: Decision.Kind)] = [
    (.close, .finish), (.signOff, .signOff), (.carryOn, .carryOn), (.extend, .extend),
    (.sendBack, .sendBack), (.supervise, .supervise), (.resolve, .resolve),
  ]

  /// The decisions that the item can take, with their keys, for those who have no letters.
  func choosingDecision(_ model: Model) -> [Request] {
    let isTask = item(model)?.task != nil
    let items = Self.kinds.filter { isTask || $0.kind == .resolve }.map { command, kind in
      let key = model.keymap.bindings.first {
        $0.command == command && $0.places.contains(.item)
      }?.keys.first
      return Picker.Item(
        kind.words(model.language), remark: key?.name(in: model.language) ?? "",
        words: kind.words.en, [.tell(Chosen(command: command))])
    }
    return [.ask(Picker(title: MeetingWords.decide, items: items))]
  }

  /// Asks for what a decision needs; nil where the command is none.
  mutating func decide(_ command: Command, in model: Model) -> [Request]? {
    if command == .mark { return mark(model) }
    guard let kind = Self.kinds.first(where: { $0.command == command })?.kind else { return nil }
    return model.writing { asking(kind, model) }
  }

  private mutating func mark(_ model: Model) -> [Request] {
    let all = standings(model)
    let first = hasAllRow(all) ? 1 : 0
    if lines.selected < first {
      let open = Set(all.filter { $0.status.isToDo }.map(\.line))
      marked = marked.isSuperset(of: open) ? [] : marked.union(open)
    } else if let line = all[safe: lines.selected - first]?.line, marked.remove(line) == nil {
      marked.insert(line)
    }
    lines.move(by: 1, of: all.count + first)
    return []
  }

  func asking(
    _ kind: Decision.Kind, at place: Division.Code? = nil, _ model: Model
  ) -> [Request] {
    let language = model.language
    guard let meeting = current(model) else { return [.say(MeetingWords.noMeeting, language)] }
    guard meeting.state != .closed else { return [.say(MeetingWords.isClosed, language, .bad)] }
    guard meeting.state == .running else { return [.say(MeetingWords.notRunning, language, .bad)] }
    if let barred = model.progress.barred(meeting, model) { return barred }
    if kind == .resolve {
      return [.ask(MeetingForm.resolving(in: meeting, on: item(model)?.subject, model))]
    }
    guard let item = item(model) else { return [.say(MeetingWords.noItem, language)] }
    guard item.task != nil else { return [.say(MeetingWords.noTask, language)] }
    let chosen = chosen(kind, model).filter {
      place == nil || model.catalogue.addressed(by: $0.line) == place
    }
    guard !chosen.isEmpty else { return [.say(MeetingWords.none(for: kind), language, .bad)] }
    if let barred = model.progress.barred(chosen.map(\.line.place), model) { return barred }
    let deciding = Deciding(kind, in: meeting, on: item.subject, chosen)
    switch kind {
    case .finish, .signOff, .carryOn:
      return [
        .ask(
          Prompt(
            AskDecision(deciding: deciding), kind.words(language),
            lines: deciding.summary(model)))
      ]
    case .extend: return [.ask(MeetingForm.extending(deciding, model))]
    case .sendBack: return [.ask(MeetingForm.sendingBack(deciding, model))]
    case .supervise: return MeetingForm.supervising(deciding, model)
    case .resolve: return []
    }
  }

  /// A slip to each of the units that the chosen lines belong to.
  func askingEach(_ model: Model) -> [Request] {
    guard let meeting = current(model), meeting.state == .running, let item = item(model) else {
      return [.say(MeetingWords.notRunning, model.language, .bad)]
    }
    let deciding = Deciding(.supervise, in: meeting, on: item.subject, chosen(.supervise, model))
    return MeetingForm.supervisingEach(deciding, model)
  }
}

/// A decision on its way: what it is, and the lines as the person saw them.
struct Deciding: Equatable, Sendable {
  var kind: Decision.Kind
  var meeting: Meeting
  var subject: AgendaItem.Subject?
  var lines: [Standing]

  init(
    _ kind: Decision.Kind, in meeting: Meeting, on subject: AgendaItem.Subject?,
    _ lines: [Standing] = []
  ) {
    (self.kind, self.meeting, self.subject, self.lines) = (kind, meeting, subject, lines)
  }

  /// The decision without its words.
  var decision: Decision {
    Decision(kind, in: meeting.id, on: subject, lines: lines.map(\.line))
  }

  /// What it touches, in a line or two.
  func summary(_ model: Model) -> [String] {
    let language = model.language
    let title = lines.first.flatMap { model.catalogue.task($0.line.task)?.title(language) } ?? ""
    let names = lines.prefix(11).map {
      model.short(of: $0.line) + ($0.line.period.map { " \($0)" } ?? "")
    }.joined(separator: language == .zh ? "、" : ", ")
    let more =
      lines.count > 11 ? Phrase(" 等 \(lines.count) 处", " … \(lines.count) in all")(language) : ""
    return [title, names + more]
  }

  func effect(_ decision: Decision, _ changes: [Change]) -> Effect {
    .meeting(.decide(decision, changes, seen: meeting.last))
  }

  /// The changes of its lines, each with what was seen of it.
  func changes(note: String? = nil, evidence: String? = nil, until: Day? = nil) -> [Change] {
    lines.map { standing in
      Change(
        standing.line, status: kind.status, note: note, evidence: evidence,
        until: until.map { .some($0) }, seen: standing.last,
        untilSeen: until == nil ? nil : .some(standing.original == nil ? nil : standing.due))
    }
  }
}

/// 办结, 销号 and 继续推进: one line of text.
struct AskDecision: Asking {
  var deciding: Deciding

  var isKept: Bool { true }

  func answer(_ text: String, in model: Model) throws(Fault) -> [Request] {
    var decision = deciding.decision
    let isEvidence = deciding.kind == .signOff
    if isEvidence, text.isEmpty {
      throw Fault("销号要写明证据。", "Signing off needs evidence.")
    }
    if deciding.kind == .carryOn, text.isEmpty {
      throw Fault("请写一句怎么推进。", "Say in a line how it goes on.")
    }
    decision.text = isEvidence ? "" : text
    decision.evidence = isEvidence ? text : nil
    let note = isEvidence || text.isEmpty ? nil : text
    return [
      .effect(
        deciding.effect(decision, deciding.changes(note: note, evidence: decision.evidence)))
    ]
  }

  func label(_ language: Language) -> String {
    switch deciding.kind {
    case .signOff: Words.Task.evidence(language)
    case .finish: Words.Prompt.note(language) + Words.Prompt.optional(language)
    default: Words.Prompt.note(language)
    }
  }
}
