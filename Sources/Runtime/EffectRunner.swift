import Bundle
import Dashboard
import Intake
import LedgerStore
import Papers
import Reform

/// Carries out what the app asks of the outside, and answers with what came of it.
public struct EffectRunner {
  public var world: World
  /// As it was at the start; a state may hold a newer one.
  let catalogue: Catalogue

  public init(_ world: World, catalogue: Catalogue) {
    (self.world, self.catalogue) = (world, catalogue)
  }

  /// What came of an effect; nil for those of the terminal.
  ///
  /// Where something was entered and only what should be shown after it failed, that is what the
  /// fault says: nobody enters it a second time.
  public func run(_ effect: Effect, on state: AppState) -> Action? {
    let before = world.ledger.commits
    do { return try carryOut(effect, on: state) } catch {
      let fault = error as? Fault ?? Fault("出错：\(error)", "Failed: \(error)")
      return .failed(world.ledger.commits == before ? fault : Self.enteredAllTheSame(fault))
    }
  }

  private static func enteredAllTheSame(_ fault: Fault) -> Fault {
    Fault(
      "已记入台账，不用再登记；只是画面没有刷新（\(fault.message.zh)）",
      "It is entered in the ledger; do not enter it again. Only the screen could not be brought up to "
        + "date (\(fault.message.en))")
  }

  private func carryOut(_ effect: Effect, on state: AppState) throws -> Action? {
    switch effect {
    case .load(let day, let scope): return .loaded(try progress(on: day, in: scope))
    case .refresh:
      guard try world.ledger.filingNumber() == state.progress.filings else {
        return try filed(.elsewhere, 0, state)
      }
      return .loaded(try refreshed(state))
    case .review(let effect): return try run(effect, on: state)
    case .loadTask(let task, let day):
      return try detail(of: task, on: day, in: state.catalogue).map(Action.detailed)
    case .prepare(let intent, let tasks, let scope):
      let standings = try tasks.compactMap(state.catalogue.task).flatMap {
        try world.ledger.standings(of: $0, in: state.catalogue, asOf: state.day, within: scope)
      }
      return .prepared(intent, standings)
    case .record(let changes, let isCertain):
      try EntryDays.refuse(changes, on: world.today, in: state.catalogue)
      let act = Act(.lines(changes), world.stamp, isCertain: isCertain)
      return try answer(try enter(act, state), .entered, retry: effect, state)
    case .recordActual(let actual, let seen):
      let act = Act(.actual(actual, seen: seen ?? 0), world.stamp)
      return try answer(try enter(act, state), .entered, retry: effect, state)
    case .takeBack(let seen):
      let rules = world.rules(state.catalogue)
      let outcome = try world.ledger.takeBack(.tasks, world.stamp, over: seen, under: rules)
      return try answer(outcome, .takenBack, retry: effect, state)
    case .putBack(let seen):
      let rules = world.rules(state.catalogue)
      let outcome = try world.ledger.putBack(.tasks, world.stamp, over: seen, under: rules)
      return try answer(outcome, .putBack, retry: effect, state)
    case .export(let sheet):
      return .exported(try CSVWriter.write(sheet.rows, named: sheet.name, in: world.folder))
    case .loadPinyin: return .searchable(BundledCatalogue.pinyin())
    case .loadSearch(let day, let place):
      let found = try world.ledger.searchable(asOf: day, in: place)
      return .texts(found.texts, notes: found.notes)
    case .loadLast(let task, let place, let ownLevel, let day):
      var filter = Ledger.HistoryFilter(task: task, place: place, until: day, limit: 1)
      filter.ownLevel = ownLevel
      return try world.ledger.history(filter).first
        .map(Action.last)
    case .loadFigures(let request): return .figures(try figures(request))
    case .collect(let effect): return try run(effect, on: state)
    case .loadPlace(let request): return try placeSheet(request, state).map(Action.place)
    case .loadGroups(let request): return .groups(try groupSheet(request, state))
    case .recordGroup, .signGroup, .takeBackGroup, .putBackGroup:
      return try recordGroup(effect, state)
    case .loadExplanation(let key, let day):
      return try explanation(of: key, on: day, state).map(Action.figureExplained)
    case .redraw, .suspend, .quit: return nil
    }
  }

  private func answer(
    _ outcome: Outcome, _ kind: Recorded.Kind, retry: Effect, _ state: AppState
  ) throws -> Action {
    switch outcome {
    case .moved(.lines(let entries)): return .moved(entries, retry: retry)
    case .moved(let between): throw between.fault
    case .nothing:
      return .recorded(Recorded(kind: kind, entries: [], progress: try refreshed(state)))
    case .recorded(let entered):
      return .recorded(
        Recorded(
          kind: kind, entries: entered.entries, progress: try refreshed(state),
          actual: entered.actual))
    }
  }

  func enter(_ act: Act, _ state: AppState) throws -> Outcome {
    try world.ledger.enter(act, under: world.rules(state.catalogue))
  }

  /// How everything stands on a day in a scope; of some tasks only, where they are named.
  public func progress(
    on day: Day, in scope: Division.Code, of tasks: Set<Int>? = nil
  ) throws -> Progress {
    let last = try world.ledger.entryCount()
    let provincial = try world.ledger.tallies(asOf: day, of: tasks)
    let division = catalogue.divisions[scope]
    let tallies =
      division?.level == .county
      ? try world.ledger.tallies(asOf: day, in: division, of: tasks) : provincial
    return Progress(
      day: day, scope: scope, tallies: tallies, provincial: provincial,
      entered: try world.ledger.enteredDues(asOf: day),
      recent: try world.ledger.history(
        .init(
          place: scope == catalogue.province ? nil : scope, until: day, limit: 40, withActuals: true
        )),
      lastEntry: last, filings: try world.ledger.filingNumber(),
      hasFigures: try world.ledger.hasFigures(), changed: tasks)
  }

  /// What has changed since the state was loaded; everything where much has.
  private func refreshed(_ state: AppState) throws -> Progress {
    let touched = try world.ledger.tasksTouched(since: state.progress.lastEntry, asOf: state.day)
    return try progress(
      on: state.day, in: state.scope, of: touched.count <= 50 ? touched : nil)
  }

  private func detail(
    of id: ReformTask.ID, on day: Day, in catalogue: Catalogue
  ) throws -> TaskDetail? {
    guard let task = catalogue.task(id) else { return nil }
    let all = try world.ledger.standings(of: task, in: catalogue, asOf: day)
    return TaskDetail(
      task: id, standings: all,
      history: try world.ledger.history(.init(task: id, until: day, limit: 200, withActuals: true)),
      text: try world.ledger.clauseText(of: task),
      actuals: try world.ledger.actuals(asOf: day, of: id))
  }
}
