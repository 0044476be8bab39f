import Reform

/// What of a ledger's own acts cannot go to the hub as it is.
public struct OwnActs {
  private let ledger: Ledger

  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// Takes acts off that wait and are for places of which this office enters nothing: a ledger may
  /// have them that was joined with what was entered in it.
  @discardableResult
  public func refuseOutside() throws -> Ledger.Taken {
    guard let place = try ledger.membership()?.place else { return Ledger.Taken() }
    let part = codes(within: place)
    let outside = try ledger.waitingActs().filter { act in
      try !ActBody(text: act.body).places.allSatisfy { part.contains(Int($0)) }
    }
    guard !outside.isEmpty else { return Ledger.Taken() }
    let words = Phrase("里面有不归本单位管的地区。", "It is for a place outside of the office's part.")
    var refusals: [ActName: Phrase] = [:]
    for act in outside { refusals[act.name] = words }
    return try ledger.take(refusals: refusals)
  }

  /// Gives the ledger a name that no other has, and what waits with it.
  public func rename() throws {
    try ledger.writing { db in
      var taking = Taking(ledger, db)
      try taking.renew()
    }
  }
}
