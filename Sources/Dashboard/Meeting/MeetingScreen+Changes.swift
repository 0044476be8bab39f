import Cells
import Reform
import Widgets

/// What has changed since a day: one by one, or counted by task and by place.
extension MeetingScreen {
  /// How changes stand together; nil one by one.
  typealias Grouping = LineChange.Grouping

  /// The counts that show; empty where changes stand one by one.
  func counted(_ model: Model) -> [LineChange.Group] {
    guard let grouping, let changed = changed(model) else { return [] }
    return LineChange.groups(of: changed.changes, by: grouping, model.catalogue)
  }

  /// How many rows the changes take.
  func changeRows(_ model: Model) -> Int {
    grouping == nil ? changed(model)?.changes.count ?? 0 : counted(model).count
  }

  mutating func turnGrouping() {
    let all: [Grouping?] = [nil] + Grouping.allCases
    let index = all.firstIndex(of: grouping) ?? 0
    (grouping, changes) = (all[(index + 1) % all.count], Scroll())
  }

  /// Opens the task of a change or of a count, and the place of a count.
  func openChange(_ model: Model) -> [Request] {
    guard let grouping else {
      guard let change = changed(model)?.changes[safe: changes.selected] else { return [] }
      return [.open(change.line.task, at: change.line.place)]
    }
    guard let group = counted(model)[safe: changes.selected] else { return [] }
    switch grouping {
    case .task: return [.open(group.key)]
    case .place:
      let isHere = model.catalogue.divisions.isWithin(group.key, model.scope)
      return (isHere ? [] : [.look(at: group.key)])
        + [.visit(.places, PlaceSpot(level: PlaceLevel(group.key)))]
    }
  }

  /// What of the changes goes out: as they show.
  func exportedChanges(_ model: Model) -> [[String]] {
    guard let grouping else {
      return LineChange.table(
        of: changed(model)?.changes ?? [], model.catalogue, model.language, isSample: model.isSample
      ).filed
    }
    return LineChange.counts(
      counted(model), by: grouping, model.language, isSample: model.isSample
    ).filed
  }
}

extension MeetingMaker {
  func countRow(_ group: LineChange.Group, _ area: Rect) -> RunList.Row {
    let counts = ChangeCounts(group.changes)
    let kinds = LineChange.Kind.allCases.filter { counts[$0] > 0 }
      .map { "\($0.words(model.language)) \(counts[$0])" }
    return RunList.Row(runs: [
      .init(group.name(model.language)),
      .init("\(group.changes.count)", .accent, width: 5, isBold: true),
      .init(kinds.joined(separator: model.symbols.dot), width: area.columns * 2 / 5),
    ])
  }
}
