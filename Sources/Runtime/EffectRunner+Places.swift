import Bundle
import Dashboard
import Intake
import LedgerStore
import Reform

extension EffectRunner {
  private func groupSheet(_ request: GroupSheet.Request, _ state: AppState) throws -> GroupSheet {
    try reader.groupSheet(request, state.catalogue)
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
