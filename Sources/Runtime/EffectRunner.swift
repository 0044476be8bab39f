import Dashboard
import LedgerStore
import Papers
import Reform

/// Carries out what the app asks of the outside, and answers with what came of it.
public struct EffectRunner {
  public var world: World

  public init(_ world: World) { self.world = world }

  var reader: Reader { Reader(world.ledger) }

  /// Answers a question at once.
  public func answer(_ question: Question) -> Action {
    do { return .answered(question.read, try reader.answer(question)) } catch {
      return .unanswered(question.read, Self.fault(error))
    }
  }

  /// What came of an effect; nil for those of the terminal.
  ///
  /// Where something was entered and only what should be shown after it failed, that is what the
  /// fault says: nobody enters it a second time.
  public func run(_ effect: Effect, on state: AppState) -> Action? {
    let before = world.ledger.commits
    // What is entered while a meeting runs belongs to it.
    var here = self
    here.world.meeting = state.progress.running?.id
    world.ledger.seenGeneration = state.progress.sharing?.generation
    defer { world.ledger.seenGeneration = nil }
    do { return try here.carryOut(effect, on: state) } catch {
      let fault = Self.fault(error)
      return .failed(world.ledger.commits == before ? fault : Self.enteredAllTheSame(fault))
    }
  }

  /// Changes for the day that they are entered for; due days and extensions go by today.
  private static func dated(_ changes: [Change], _ day: Day?) -> [Change] {
    guard let day else { return changes }
    return changes.map { change in
      guard change.due == nil, change.until == nil else { return change }
      var change = change
      change.day = day
      return change
    }
  }

  private static func fault(_ error: any Error) -> Fault {
    error as? Fault ?? Fault("出错：\(error)", "Failed: \(error)")
  }

  private static func enteredAllTheSame(_ fault: Fault) -> Fault {
    Fault(
      "已记入台账，不用再登记；只是画面没有刷新（\(fault.message.zh)）",
      "It is entered in the ledger; do not enter it again. Only the screen could not be brought up to "
        + "date (\(fault.message.en))")
  }

  private func carryOut(_ effect: Effect, on state: AppState) throws -> Action? {
    switch effect {
    case .read(let read): return answer(Question(read, ReadGround(state)))
    case .refresh:
      guard try world.ledger.filingNumber() == state.progress.filings else {
        return try filed(.elsewhere, 0, state)
      }
      guard let touched = try touched(since: state) else { return .muchWritten }
      return .loaded(
        try reader.progress(on: state.day, in: state.scope, state.catalogue, of: touched))
    case .review(let effect): return try run(effect, on: state)
    case .prepare(let intent, let tasks, let scope):
      let standings = try tasks.compactMap(state.catalogue.task).flatMap {
        try world.ledger.standings(of: $0, in: state.catalogue, asOf: state.day, within: scope)
      }
      return .prepared(intent, standings)
    case .record(let entered, let overriding):
      let changes = Self.dated(entered, state.model.backdate)
      try EntryDays.refuse(changes, on: world.today, in: state.catalogue)
      let act = Act(.lines(changes), world.stamp, overriding: overriding)
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
    case .paper(let paper): return .exported(try written(paper, state))
    case .keepHome(let place):
      try world.ledger.setRemark(Self.homeRemark, place)
      return .keptHome(place)
    case .makeForm(let place, let year): return .exported(try madeForm(of: place, year, state))
    case .makeTaskForms(let place): return .exported(try madeTaskForms(of: place, state))
    case .meanDay: return .dayMeant
    case .collect(let effect): return try run(effect, on: state)
    case .sharing(let effect): return try SharingRunner(world: world, state: state).run(effect)
    case .reread: return try filed(.elsewhere, 0, state)
    case .hand(let effect): return try HandRunner(runner: self, state: state).run(effect)
    case .meeting(let effect): return try run(effect, retry: .meeting(effect), on: state)
    case .recordGroup, .signGroup, .takeBackGroup, .putBackGroup:
      return try recordGroup(effect, state)
    case .found, .synchronise, .redraw, .recolor, .suspend, .quit: return nil
    }
  }

  func answer(
    _ outcome: Outcome, _ kind: Recorded.Kind, retry: Effect, hasForms: Bool = false,
    _ state: AppState
  ) throws -> Action {
    switch outcome {
    case .moved(.lines(let entries)): return .moved(entries, retry: retry)
    case .moved(let between): throw between.fault
    case .nothing:
      return .recorded(Recorded(kind: kind, entries: [], progress: try refreshed(state)))
    case .recorded(let entered) where !entered.hand.isEmpty:
      return try HandRunner(runner: self, state: state).handed(entered.hand, kind)
    case .recorded(let entered):
      return .recorded(
        Recorded(
          kind: kind, entries: entered.entries, progress: try refreshed(state),
          actual: entered.actual, act: entered.answers ?? entered.act, hasForms: hasForms,
          gathered: kind == .takenBack ? [] : try gathered(entered.entries, state)))
    }
  }

  /// The lines of entries that stand otherwise than they were entered: a collection goes by its figures.
  private func gathered(_ entries: [Entry], _ state: AppState) throws -> [Standing] {
    let wanted = entries.filter { $0.status != nil }
    let tasks = Set(wanted.map(\.line.task)).compactMap(state.catalogue.task)
    return try tasks.filter { !$0.collects.isEmpty }.flatMap { task in
      try world.ledger.standings(of: task, in: state.catalogue, asOf: state.day).filter {
        standing in
        standing.gathering != nil
          && wanted.contains { $0.line == standing.line && $0.status != standing.status }
      }
    }
  }

  func enter(_ act: Act, _ state: AppState) throws -> Outcome {
    try world.ledger.enter(act, under: world.rules(state.catalogue))
  }

  /// What has changed since the state was loaded; everything where much has.
  func refreshed(_ state: AppState) throws -> LedgerState {
    try reader.progress(
      on: state.day, in: state.scope, state.catalogue, of: try touched(since: state))
  }

  /// So many tasks are computed each by itself.
  private static let few = 50

  /// Nil where everything is: much has changed, or numbers of entries are not what they were.
  private func touched(since state: AppState) throws -> Set<Int>? {
    let (before, now) = (state.progress.sharing, try world.ledger.sharingState())
    guard before?.shifts == now?.shifts, before?.generation == now?.generation else { return nil }
    let touched = try world.ledger.tasksTouched(since: state.progress.lastEntry, asOf: state.day)
    return touched.count <= Self.few ? touched : nil
  }
}
