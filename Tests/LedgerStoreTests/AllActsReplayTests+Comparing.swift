import LedgerStore
import Reform
import TestSupport
import Testing

/// Holds what a ledger says, day by day, against the model.
extension AllActsReplayTests {
  func compare(_ run: Run, _ ledger: Ledger) throws {
    let catalogue = try ledger.catalogue(over: SmallCatalogue.make())
    let tasks = catalogue.tasks.filter { $0.document == Self.document.id }
    #expect(
      tasks.sorted { $0.id < $1.id }.map(\.title)
        == (run.model.filed ?? [])
        .sorted { $0.id < $1.id }.map(\.title))
    let made = run.model.standing(.hand, on: ActModel.end).compactMap { _, done -> String? in
      guard case .hand(let steps, _) = done.content, case .make(let made)? = steps.first else {
        return nil
      }
      return made.task.title.zh
    }
    #expect(Set(catalogue.tasks.filter { $0.document == "own" }.map(\.title.zh)) == Set(made))
    #expect((catalogue.document(Self.document.id) != nil) == (run.model.filed != nil))
    for offset in stride(from: -1, through: Self.days, by: 2) {
      let day = Self.first.adding(days: offset)
      try compareLines(run.model, ledger, catalogue, on: day)
      try compareFigures(run.model, ledger, on: day)
      try compareGroups(run.model, ledger, on: day)
    }
  }

  private func compareLines(
    _ model: ActModel, _ ledger: Ledger, _ catalogue: Catalogue, on day: Day
  ) throws {
    for id in ["demo-1/1", "demo-1/3", "demo-3/1"] {
      guard let task = catalogue.task(id) else { throw TestFailure("no task \(id)") }
      for standing in try ledger.standings(of: task, in: catalogue, asOf: day) {
        let expected = model.status(of: standing.line, on: day) ?? .notStarted
        #expect(standing.status == expected, "\(standing.line) on \(day)")
      }
    }
    let book = try ledger.actuals(asOf: day)
    for place in ["140000", "140400"] {
      let key = TargetActual.Key("demo-1/3", "counties", in: place)
      let own = model.actuals(on: day).filter { $0.actual.key == key }
      var byDay: [Day: TargetActual] = [:]
      for (_, actual) in own { byDay[actual.day] = actual }
      let expected = byDay.values.sorted { $0.day < $1.day }
      #expect(book.entries(key).map(\.actual) == expected, "\(place) on \(day)")
      #expect(book.newest(key) == own.map(\.id).max())
    }
  }

  private func compareFigures(_ model: ActModel, _ ledger: Ledger, on day: Day) throws {
    let expected = model.figures(on: day)
    let found = try ledger.figures(asOf: day)
    #expect(Set(found.map(\.key)) == Set(expected.keys), "figures on \(day)")
    for figure in found {
      #expect(figure.numerator == expected[figure.key]?.numerator, "\(figure.key) on \(day)")
      #expect(figure.batch == expected[figure.key]?.batch, "\(figure.key) on \(day)")
    }
    let targets = try ledger.targets(asOf: day).map { ($0.indicator, $0.value) }
    #expect(Dictionary(uniqueKeysWithValues: targets) == model.targets(on: day), "\(day)")
    let steps = try ledger.collecting(asOf: day).map(CollectionStep.init)
    #expect(steps == model.collecting(on: day), "collecting on \(day)")
  }

  private func compareGroups(_ model: ActModel, _ ledger: Ledger, on day: Day) throws {
    let (book, expected) = (try ledger.groupBook(asOf: day), model.facts(on: day))
    for place in ["140821", "140822"] {
      for content: GroupFact.Content in [
        .budget(2019, .zero), .spending(2019, .zero), .advance(2019, month: 1, .zero),
        .advance(2019, month: 2, .zero), .verdict(2019, ""),
      ] {
        let slot = GroupFact(place, content).slot
        #expect(book[slot]?.fact == expected[slot]?.fact, "\(slot) on \(day)")
        #expect(book[slot]?.id == expected[slot]?.id, "\(slot) on \(day)")
      }
    }
    let signed = try ledger.signedSettlements(asOf: day)
    let byCounty = Dictionary(uniqueKeysWithValues: signed.map { ($0.county, $0) })
    #expect(byCounty == model.settlements(on: day), "settlements on \(day)")
  }
}
