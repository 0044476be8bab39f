import Reform

/// The suspended lines of some tasks and periods that are closed without them.
struct LeftSuspended {
  private let lines: [Line]

  /// Of `standings` those that stand beside what is closed; none where suspended ones are closed.
  init(_ standings: [Standing], closing closed: [Standing]) {
    let isAmongThem = closed.contains { $0.status == .suspended }
    lines =
      isAmongThem
      ? []
      : standings.filter { standing in
        standing.status == .suspended
          && closed.contains {
            $0.line.task == standing.line.task && $0.line.period == standing.line.period
          }
      }.map(\.line)
  }

  /// Which they are, in a line of a question; nothing where there are none.
  func words(_ model: Model) -> [String] {
    guard !lines.isEmpty else { return [] }
    let names = lines.prefix(11).map { model.short(of: $0) }
      .joined(separator: model.language == .zh ? "、" : ", ")
    return [Words.Prompt.leftSuspended(names, lines.count)(model.language)]
  }
}
