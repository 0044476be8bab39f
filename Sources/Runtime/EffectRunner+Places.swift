import Bundle
import Dashboard
import Intake
import LedgerStore
import Reform

extension EffectRunner {
  /// A place as of a day; nil for one that the catalogue does not know.
  func placeSheet(_ request: PlaceSheet.Request, _ state: AppState) throws -> PlaceSheet? {
    let (ledger, catalogue) = (world.ledger, state.catalogue)
    let known = state.figures.figures
    let report = try ledger.placeReport(
      of: request.place, catalogue, achievements: try world.achievements(catalogue),
      figures: known?.request.day == request.day ? known?.report : nil, asOf: request.day)
    guard let report else { return nil }
    var counties: [Division.Code: PlaceReport.Part] = [:]
    if request.isWide {
      for city in report.parts {
        let parts = try ledger.placeReport(of: city.place, catalogue, asOf: request.day)?.parts
        for part in parts ?? [] { counties[part.place] = part }
      }
    }
    let isWhole = request.place == catalogue.province
    let recent = try ledger.history(
      .init(place: isWhole ? nil : request.place, until: request.day, limit: 12, withActuals: true))
    return PlaceSheet(request, report: report, counties: counties, recent: recent)
  }

  /// The medical groups of all counties as of a day.
  func groupSheet(_ request: GroupSheet.Request, _ state: AppState) throws -> GroupSheet {
    let desk = try world.ledger.settlementDesk(
      BundledCatalogue.charter(), state.catalogue, asOf: request.day)
    return GroupSheet(request, desk: desk)
  }

  /// Enters facts of a group, or takes the last ones back, and gives the groups as they stand then.
  func recordGroup(_ effect: Effect, _ state: AppState) throws -> Action? {
    switch effect {
    case .recordGroup(let facts, let request, let seen):
      let act = Act(.group(facts, seen: seen), world.stamp)
      return try answer(try enter(act, state), .entered, request, state)
    case .signGroup(let signed, let request):
      let act = Act(.settlement(signed), world.stamp)
      return try answer(try enter(act, state), .entered, request, state)
    case .takeBackGroup(let request):
      let rules = world.rules(state.catalogue)
      let outcome = try world.ledger.takeBack(.groups, world.stamp, under: rules)
      return try answer(outcome, .takenBack, request, state)
    case .putBackGroup(let request):
      let rules = world.rules(state.catalogue)
      let outcome = try world.ledger.putBack(.groups, world.stamp, under: rules)
      return try answer(outcome, .putBack, request, state)
    default: return nil
    }
  }

  private func answer(
    _ outcome: Outcome, _ kind: Recorded.Kind, _ request: GroupSheet.Request, _ state: AppState
  ) throws -> Action {
    switch outcome {
    case .moved(.group(let newer)): return .groupMoved(newer)
    case .moved(let between): throw between.fault
    case .nothing: return .groupRecorded(.nothing, try groupSheet(request, state))
    case .recorded: return .groupRecorded(kind, try groupSheet(request, state))
    }
  }
}
