import Bundle
import LedgerStore
import Reform

/// Acts in short, as tests enter them: over whatever stands there, where nothing else is said.
extension ActRules {
  public init(_ catalogue: Catalogue) {
    self.init(catalogue, charter: BundledCatalogue.charter)
  }

  /// For acts that are held against nothing but the ledger.
  public static var none: ActRules { ActRules(BundledCatalogue.tables()) }
}

extension Ledger {
  @discardableResult
  public func record(
    _ changes: [Change], _ stamp: Stamp, overriding: Bool = false
  ) throws -> Outcome {
    try enter(Act(.lines(changes), stamp, overriding: overriding), under: .none)
  }

  public func takeBack(
    _ stamp: Stamp, overriding: Bool = false, over seen: Entry.ID = 0
  ) throws -> Outcome {
    try takeBack(.tasks, stamp, overriding: overriding, over: seen, under: .none)
  }

  public func putBack(
    _ stamp: Stamp, overriding: Bool = false, over seen: Entry.ID = 0
  ) throws -> Outcome {
    try putBack(.tasks, stamp, overriding: overriding, over: seen, under: .none)
  }

  /// Enters an actual; throws where somebody was quicker.
  @discardableResult
  public func record(
    _ actual: TargetActual, seen: ActualEntry.ID?, in catalogue: Catalogue, _ stamp: Stamp
  ) throws -> Int {
    try enter(Act(.actual(actual, seen: seen ?? 0), stamp), under: ActRules(catalogue)).act()
  }

  // MARK: - Figures

  @discardableResult
  public func post(_ batch: NewBatch, _ stamp: Stamp) throws -> Batch {
    let entered = try enter(Act(.figures(batch), stamp, overriding: true), under: .none).entered()
    guard case .figures(let id) = entered.what else { throw TestFailure("no batch: \(entered)") }
    return Batch(id, batch, stamp)
  }

  public func withdraw(_ batch: Batch.ID, reason: String? = nil, _ stamp: Stamp) throws {
    _ = try enter(Act(.undo(.batch(batch), reason: reason), stamp), under: .none).entered()
  }

  public func set(
    _ target: Target, note: String? = nil, isMadeUp: Bool = false, _ stamp: Stamp
  ) throws {
    let own = OwnTarget(target, note: note, isMadeUp: isMadeUp)
    _ = try enter(Act(.target(own), stamp, overriding: true), under: .none).entered()
  }

  public func drop(_ target: Target, _ stamp: Stamp) throws {
    let own = OwnTarget(target, isDropped: true)
    _ = try enter(Act(.target(own), stamp, overriding: true), under: .none).entered()
  }

  public func sendBack(
    _ place: Division.Code, year: Int, reason: String, _ stamp: Stamp
  ) throws { try step(CollectionStep(.sentBack, place, year: year, reason: reason), stamp) }

  public func lock(year: Int, in region: Division.Code, _ stamp: Stamp) throws {
    try step(CollectionStep(.locked, region, year: year), stamp)
  }

  public func unlock(
    _ place: Division.Code, year: Int, reason: String, _ stamp: Stamp
  ) throws { try step(CollectionStep(.unlocked, place, year: year, reason: reason), stamp) }

  private func step(_ step: CollectionStep, _ stamp: Stamp) throws {
    _ = try enter(Act(.collecting(step), stamp, overriding: true), under: .none).entered()
  }

  /// Takes the last act on figures back; nil where there is none.
  @discardableResult
  public func takeBackFigures(_ stamp: Stamp) throws -> Entered.What? {
    try takeBack(.figures, stamp, under: .none).what
  }

  @discardableResult
  public func putBackFigures(_ stamp: Stamp) throws -> Entered.What? {
    try putBack(.figures, stamp, under: .none).what
  }

  // MARK: - Groups

  @discardableResult
  public func record(
    _ facts: [GroupFact], under charter: GroupCharter, in divisions: Divisions, _ stamp: Stamp
  ) throws -> Int {
    try enter(Act(.group(facts), stamp, overriding: true), under: .none).act()
  }

  /// Enters facts of groups unlooked at.
  public func record(_ acts: [(stamp: Stamp, facts: [GroupFact])]) throws {
    try fill(acts.map { Act(.group($0.facts), $0.stamp) }, under: .none)
  }

  /// Enters a settlement as signed, whatever the ledger comes to.
  @discardableResult
  public func sign(_ settlement: SignedSettlement, _ stamp: Stamp) throws -> Int {
    try fill([Act(.settlement(settlement), stamp)], under: .none)
  }

  public func takeBack(groupAct act: Int, in divisions: Divisions, _ stamp: Stamp) throws {
    _ = try enter(Act(.undo(.act(act, of: .groups)), stamp), under: .none).entered()
  }

  /// Takes the last act on groups back and gives its number; nil where there is none.
  @discardableResult
  public func takeBackGroups(in divisions: Divisions, _ stamp: Stamp) throws -> Int? {
    guard case .recorded(let entered) = try takeBack(.groups, stamp, under: .none) else {
      return nil
    }
    return entered.answers
  }

  @discardableResult
  public func putBackGroups(in divisions: Divisions, _ stamp: Stamp) throws -> Int? {
    guard case .recorded(let entered) = try putBack(.groups, stamp, under: .none) else {
      return nil
    }
    return entered.answers
  }

  // MARK: - Documents

  /// Files what was accepted of a review as it is kept; gives how many tasks.
  @discardableResult
  public func accept(_ review: Int64, _ stamp: Stamp, in catalogue: Catalogue) throws -> Int {
    try act {
      guard let kept = try self.review(review, in: catalogue) else {
        throw Fault("已由别人入账或放弃", "closed")
      }
      let outcome = try enter(Act(.filing(Filing(kept)), stamp), under: ActRules(catalogue))
      guard case .recorded(let entered) = outcome, case .filing(_, let count) = entered.what else {
        return 0
      }
      return count
    }
  }

  public func withdraw(_ document: Document.ID, _ stamp: Stamp) throws {
    _ = try enter(Act(.undo(.document(document)), stamp), under: .none).entered()
  }
}

extension Outcome {
  /// What was entered; throws where nothing was.
  @discardableResult
  public func entered() throws -> Entered {
    switch self {
    case .recorded(let entered): return entered
    case .moved(let between): throw between.fault
    case .nothing: throw TestFailure("there was nothing to enter")
    }
  }

  func act() throws -> Int { try entered().act }

  public var what: Entered.What? {
    if case .recorded(let entered) = self { entered.what } else { nil }
  }
}
