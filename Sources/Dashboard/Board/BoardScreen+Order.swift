import Reform
import Widgets

extension BoardScreen {
  /// Filters, groups and sorts the tasks anew; the selected task stays selected.
  mutating func arrange(_ model: Model) {
    search(model)
    let before = selected?.task
    let beforeGroup = groups.indices.contains(group) ? groups[group].key : nil
    groups = grouped(model)
    taskCount = Set(groups.flatMap { $0.items.map(\.task) }).count
    scrolls = groups.map { _ in Scroll() }
    let holding = groups.indices.filter { index in
      groups[index].items.contains { $0.task == before }
    }
    group =
      holding.first { groups[$0].key == beforeGroup } ?? holding.first
      ?? groups.firstIndex { !$0.items.isEmpty } ?? 0
    if groups.indices.contains(group) {
      scrolls[group].selected = groups[group].items.firstIndex { $0.task == before } ?? 0
    }
  }

  private func grouped(_ model: Model) -> [Group] {
    guard grouping != .place else { return byPlace(model) }
    let items = model.report.standings.filter { shows($0, model) }
    var groups = heads(model)
    var index: [String: Int] = [:]
    for (number, group) in groups.enumerated() { index[group.key] = number }
    for item in items {
      for (key, name) in keys(of: item, model) {
        if index[key] == nil {
          index[key] = groups.count
          groups.append(Group(key: key, name: name, place: nil, items: []))
        }
        if let number = index[key] { groups[number].items.append(item) }
      }
    }
    if grouping == .department, let unnamed = groups.firstIndex(where: { $0.key.isEmpty }) {
      groups.append(groups.remove(at: unnamed))
    }
    for number in groups.indices { groups[number].items = sorted(groups[number].items, model) }
    return grouping == .status || grouping == .deadline
      ? groups.filter { !$0.items.isEmpty || Self.lasting.contains($0.key) } : groups
  }

  /// Heads that show even when they hold nothing.
  private static let lasting: Set<String> = ["notStarted", "underway", "done", "signedOff"]

  /// The heads whose order is fixed.
  private func heads(_ model: Model) -> [Group] {
    switch grouping {
    case .status:
      Status.allCases.map {
        Group(key: $0.rawValue, name: Words.status($0), place: nil, items: [])
      }
    case .deadline:
      Term.allCases.map { Group(key: "\($0.rawValue)", name: $0.words, place: nil, items: []) }
    default: []
    }
  }

  private func keys(of item: TaskStanding, _ model: Model) -> [(String, Phrase)] {
    let task = model.catalogue.tasks[item.task]
    switch grouping {
    case .status: return [(item.status.rawValue, Words.status(item.status))]
    case .document:
      let document = model.catalogue.document(task.document)
      return [(task.document, document?.short ?? Phrase(task.document, task.document))]
    case .theme:
      return [
        (task.theme, model.catalogue.theme(task.theme)?.name ?? Phrase(task.theme, task.theme))
      ]
    case .department:
      guard !task.departments.isEmpty else {
        return [("", Words.Board.noDepartment)]
      }
      return task.departments.map { department in
        let plain = Responsible(department.name)
        return (
          department.name,
          Phrase(department.name, model.catalogue.name(of: plain, in: .en))
        )
      }
    case .deadline:
      let term = Term(item, task, on: model.day)
      return [("\(term.rawValue)", term.words)]
    case .place: return []
    }
  }

  /// A group for the province and for every city, with the standings of each; of the whole country for
  /// every province.
  private func byPlace(_ model: Model) -> [Group] {
    guard !isReadingCities(model) else { return [] }
    let divisions = model.catalogue.divisions
    let scopes =
      divisions.grounds.contains(model.scope)
      ? divisions.parts(of: model.scope) : divisions[model.scope].map { [$0] } ?? []
    let tallies = model.cities?.tallies.parted(scopes.map { divisions.counted(in: $0.id) })
    return ofProvince(model)
      + scopes.enumerated().map { number, place in
        let report =
          place.id == model.scope
          ? model.report
          : TaskReport(
            model.catalogue, tallies: tallies?[number] ?? [], entered: model.progress.entered,
            on: model.day, in: place.id)
        return Group(
          key: place.id, name: Phrase(place.short, place.english), place: place.id,
          items: sorted(report.standings.filter { shows($0, model) }, model))
      }
  }

  /// Whether they are to be shown by city and how they stand there is still to be read.
  func isReadingCities(_ model: Model) -> Bool {
    grouping == .place && model.catalogue.divisions.grounds.contains(model.scope)
      && model.cities == nil
  }

  /// What the province answers for itself, which no city holds.
  private func ofProvince(_ model: Model) -> [Group] {
    let province = model.scope
    guard model.catalogue.divisions.grounds.contains(province),
      let division = model.catalogue.divisions[province]
    else {
      return []
    }
    let report = TaskReport.ofOwnLevel(
      model.catalogue, tallies: model.cities?.tallies.in([province]) ?? [],
      entered: model.progress.entered,
      on: model.day, at: province)
    return [
      Group(
        key: province,
        name: Phrase(division.short + Words.ownLevel.zh, division.english + Words.ownLevel.en),
        place: province, isOwnLevel: true,
        items: sorted(report.standings.filter { shows($0, model) }, model))
    ]
  }

  private func shows(_ item: TaskStanding, _ model: Model) -> Bool {
    if onlyProblems, item.light.signal != .red, item.light.signal != .yellow { return false }
    if let onlyStatus, item.status != onlyStatus { return false }
    if let onlySignal, item.light.signal != onlySignal { return false }
    if let onlyTheme, model.catalogue.tasks[item.task].theme != onlyTheme { return false }
    return filter.isEmpty || hits[item.task] != nil
  }

  private func sorted(_ items: [TaskStanding], _ model: Model) -> [TaskStanding] {
    func precedes(_ one: TaskStanding, _ other: TaskStanding) -> Bool {
      switch order {
      case .document: return one.task < other.task
      case .light:
        if one.light.isWorse(than: other.light) { return true }
        if other.light.isWorse(than: one.light) { return false }
      case .deadline: break
      case .progress:
        let shares = [one, other].map {
          Double($0.counts.finished) / Double(max(1, $0.counts.total))
        }
        if shares[0] != shares[1] { return shares[0] < shares[1] }
      case .title:
        let titles = [one, other].map { model.catalogue.tasks[$0.task].title(model.language) }
        return titles[0] < titles[1]
      }
      let dues = [one, other].map { $0.due?.ordinal ?? .max }
      return (dues[0], one.task) < (dues[1], other.task)
    }
    let sorted = items.sorted(by: precedes)
    return isReversed ? sorted.reversed() : sorted
  }
}

/// When something is due, in the steps that a meeting thinks in.
enum Term: Int, CaseIterable {
  case late, month, quarter, year, later, finished, suspended, ongoing, required, none

  init(_ item: TaskStanding, _ task: ReformTask, on day: Day) {
    if item.status.isFinished {
      self = .finished
    } else if !item.isOwed {
      // What is suspended is not late, whatever its day.
      self = .suspended
    } else if let due = item.due {
      let days = day.days(until: due)
      self =
        days < 0
        ? .late
        : days <= 30
          ? .month
          : days <= 90
            ? .quarter
            : due.year == day.year ? .year : .later
    } else {
      switch task.deadlines.first?.kind {
      case .ongoing: self = .ongoing
      case .asRequired: self = .required
      default: self = .none
      }
    }
  }

  var words: Phrase {
    switch self {
    case .late: Phrase("已逾期", "Late")
    case .month: Phrase("30天内", "Within 30 days")
    case .quarter: Phrase("90天内", "Within 90 days")
    case .year: Phrase("今年内", "This year")
    case .later: Phrase("以后", "Later")
    case .finished: Phrase("已完成", "Finished")
    case .suspended: Words.status(.suspended)
    case .ongoing: Phrase("持续推进", "Ongoing")
    case .required: Phrase("按国家要求", "As required")
    case .none: Phrase("无时限", "No date")
    }
  }
}
