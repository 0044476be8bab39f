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
    let (ledger, divisions) = (world.ledger, state.catalogue.divisions)
    switch effect {
    case .recordGroup(let facts, let request, let seen):
      let newer = try ledger.act {
        let book = try ledger.groupBook(asOf: request.day)
        let newer = facts.compactMap { book[$0.slot] }.filter { $0.id > seen }
        guard newer.isEmpty else { return newer }
        try ledger.record(facts, under: BundledCatalogue.charter(), in: divisions, world.stamp)
        return []
      }
      guard newer.isEmpty else { return .groupMoved(newer) }
      return .groupRecorded(.entered, try groupSheet(request, state))
    case .signGroup(let signed, let request):
      try sign(signed, state.catalogue, on: request.day)
      return .groupRecorded(.entered, try groupSheet(request, state))
    case .takeBackGroup(let request):
      let act = try ledger.takeBackGroups(in: divisions, world.stamp)
      return .groupRecorded(act == nil ? .nothing : .takenBack, try groupSheet(request, state))
    case .putBackGroup(let request):
      let act = try ledger.putBackGroups(in: divisions, world.stamp)
      return .groupRecorded(act == nil ? .nothing : .putBack, try groupSheet(request, state))
    default: return nil
    }
  }

  /// Enters a settlement as signed; throws where it does not bind, or where the ledger comes to
  /// something else by now.
  public func sign(_ signed: SignedSettlement, _ catalogue: Catalogue, on day: Day) throws {
    try world.ledger.act {
      let desk = try world.ledger.settlementDesk(BundledCatalogue.charter(), catalogue, asOf: day)
      let settlement = desk.settlement(of: signed.county, signed.year)
      if let obstacle = settlement.obstacle { throw Fault(obstacle.zh, obstacle.en) }
      guard signed.agrees(with: settlement) else { throw SettlementDesk.moved }
      if let standing = settlement.signed, standing.says(signed) { throw SettlementDesk.isSigned }
      try world.ledger.sign(signed, world.stamp)
    }
  }
}
