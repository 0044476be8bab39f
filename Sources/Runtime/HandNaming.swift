import LedgerStore
import Reform

/// What else names a task or a document that is to be left out.
public struct HandNaming {
  private let ledger: Ledger
  private let catalogue: Catalogue

  public init(_ ledger: Ledger, _ catalogue: Catalogue) {
    (self.ledger, self.catalogue) = (ledger, catalogue)
  }

  /// Slips that are open, meetings that are not closed, figures and indicators that go by it, each in a
  /// sentence of what becomes of it.
  public func named(_ scopes: [HandScope], on day: Day) throws -> [Phrase] {
    let tasks = scopes.filter { $0.place == nil }.flatMap(tasks)
    let places = scopes.filter { $0.place != nil }
    let ids = Set(tasks.map(\.id))
    var found: [Phrase] = []
    let slips = try ledger.slips(asOf: day).filter { slip in
      slip.state != .closed
        && slip.order.lines.contains { line in
          ids.contains(line.task) || places.contains(.place(line.task, line.place))
        }
    }
    if !slips.isEmpty {
      found.append(
        Phrase(
          "督办单 \(slips.map(\.id).joined(separator: "、")) 还开着，移出后仍要答复或办结。",
          "Slips stay open and are still to be answered: \(slips.map(\.id).joined(separator: ", "))."
        ))
    }
    let meetings = try ledger.meetings(asOf: day).filter { meeting in
      meeting.state != .closed
        && meeting.agenda.contains { $0.task.map(ids.contains) ?? false }
    }
    for meeting in meetings {
      found.append(
        Phrase(
          "“\(meeting.card.name)”的议程上有它，移出后议题仍在，不再有红黄灯。",
          "It stays on the agenda of “\(meeting.card.name)”, without a light."))
    }
    if tasks.contains(where: { !$0.collects.isEmpty }) {
      found.append(
        Phrase(
          "它收集年度数据：数据仍照常收，只是不再作为任务计。",
          "It gathers the figures of the year: they are still collected, but no task counts for them."
        ))
    }
    let indicators = Set(tasks.flatMap(\.indicators)).count
    if indicators > 0 {
      found.append(
        Phrase(
          "\(indicators) 个指标写着由它推动，移出后不再列它。",
          "\(Plural("indicator").of(indicators)) should be moved by it and will not name it any more."
        ))
    }
    return found
  }

  private func tasks(_ scope: HandScope) -> [ReformTask] {
    switch scope {
    case .document(let document): catalogue.tasks.filter { $0.document == document }
    case .task(let task), .place(let task, _): [catalogue.task(task)].compactMap(\.self)
    }
  }
}
