import Cells
import Reform
import Widgets

extension AppState {
  /// Opens the question that comes before an act.
  mutating func ask(_ intent: Intent, _ standings: [Standing]) {
    let isOwn = context == .board && board.isOwnLevel
    let place = board.place(self)
    let asked = isOwn ? standings.filter { $0.line.place == place } : standings
    let lines = concerned(intent, asked)
    guard !lines.isEmpty else {
      toast = Toast((standings.isEmpty ? Words.Toast.outside : Words.Toast.allDone)(language))
      return
    }
    overlay = .prompt(
      Prompt(
        purpose: .act(intent, lines), title: title(of: intent), lines: summary(intent, lines),
        field: TextField(), complaint: nil))
  }

  /// The lines that an act on some standings really touches.
  ///
  /// Closing touches what is not finished, and of a recurring task only the period that is owed
  /// longest; a note on a whole task is entered once, for the place looked at.
  private func concerned(_ intent: Intent, _ standings: [Standing]) -> [Standing] {
    let isSingle = context == .task
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
        if !alone { whole.line = Line(first.line.task, in: board.place(self)) }
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

  mutating func showStatuses() {
    guard isWritable() else { return }
    let items = Status.allCases.enumerated().map { index, status in
      Picker.Item(
        value: status.rawValue, label: Words.status(status)(language), remark: "\(index + 1)",
        words: Words.status(status).en)
    }
    overlay = .picker(Picker(purpose: .status, items: items, field: nil))
  }

  mutating func showGroups() {
    let items = BoardScreen.Grouping.allCases.map {
      Picker.Item(
        value: $0.rawValue, label: $0.words(language), remark: String($0.letter))
    }
    let current = BoardScreen.Grouping.allCases.firstIndex(of: board.grouping) ?? 0
    overlay = .picker(
      Picker(purpose: .group, items: items, field: nil, scroll: Scroll(selected: current)))
  }

  mutating func showPlaces() -> [Effect] {
    let items = catalogue.divisions.all.map { division in
      let city = division.level == .county ? division.parent.map { short(of: $0) } ?? "" : ""
      return Picker.Item(
        value: division.id, label: division.name(in: language), remark: city,
        words: "\(division.name) \(division.english) \(division.pinyin)")
    }
    overlay = .picker(Picker(purpose: .place, items: items, field: TextField()))
    return pinyin == nil ? [.loadPinyin] : []
  }

  mutating func showPalette() -> [Effect] {
    let items = settings.keymap.bindings.filter { $0.places.contains(context) }.map { binding in
      Picker.Item(
        value: binding.command.rawValue, label: binding.words(language),
        remark: binding.keys.map { $0.name(in: language) }.joined(separator: " "),
        words: "\(binding.words.zh) \(binding.words.en) \(binding.command.rawValue)")
    }
    overlay = .picker(Picker(purpose: .command, items: items, field: TextField()))
    return (pinyin == nil ? [.loadPinyin] : []) + [loadSearch]
  }

  mutating func askDay() {
    overlay = .prompt(
      Prompt(
        purpose: .day, title: Words.Prompt.day(language), lines: [],
        field: TextField(limit: 10), complaint: nil))
  }

  /// A due day can be entered where the document leaves it to the state.
  mutating func askDue() {
    guard isWritable() else { return }
    let task =
      context == .task ? openTasks.last?.task : board.selected.map { catalogue.tasks[$0.task].id }
    guard let task, let known = catalogue.task(task) else {
      toast = Toast(Words.Toast.noSelection(language))
      return
    }
    guard known.takesDue else {
      toast = Toast(Words.Toast.notRequired(language))
      return
    }
    let entered = catalogue.position(of: task).flatMap { progress.entered[$0] }
    overlay = .prompt(
      Prompt(
        purpose: .due(task), title: Words.Prompt.due(language), lines: [known.title(language)],
        field: TextField(entered?.description ?? "", limit: 10), complaint: nil))
  }
}

extension ReformTask {
  /// Whether a person may enter its due day: the document leaves it to the state.
  public var takesDue: Bool { deadlines.contains { $0.kind == .asRequired } }
}
