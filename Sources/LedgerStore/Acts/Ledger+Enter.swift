import Reform

extension Ledger {
  /// Enters an act in one transaction with the look whether somebody was quicker: all of it or
  /// nothing.
  ///
  /// Throws a `Fault` where it makes no sense, or a year is locked; where something came in between
  /// that the person has not seen, the outcome is `moved` and nothing is entered.
  public func enter(_ act: Act, under rules: ActRules) throws -> Outcome {
    try writing { db in try Entering(act, ledger: self, db, rules).enter() }
  }

  /// What came in between that whoever enters an act has not seen; nil where nothing did.
  ///
  /// Only within `act { … }` does that still hold when it is entered. Nothing of undo and redo.
  public func between(_ act: Act, under rules: ActRules) throws -> Between? {
    try reading { db in try Entering(act, ledger: self, db, rules).between() }
  }

  /// Enters acts as they are in one transaction, unlooked at: for the making of samples.
  ///
  /// Gives the number of the last one; 0 where there is none. Undo and redo look as ever.
  @discardableResult
  public func fill(_ acts: some Sequence<Act>, under rules: ActRules) throws -> Int {
    try writing { db in
      var last = 0
      for act in acts {
        last = try Entering(act, ledger: self, db, rules).fill() ?? last
      }
      return last
    }
  }

  /// Takes back this person's last act in a field that stands; nothing is removed.
  ///
  /// `over` is the newest of the entries that the person saw come in between, and goes over.
  public func takeBack(
    _ field: Act.Field, _ stamp: Stamp, overriding: Bool = false, over seen: Entry.ID = 0,
    under rules: ActRules
  ) throws -> Outcome {
    try enter(Act(.undo(.last(field), over: seen), stamp, overriding: overriding), under: rules)
  }

  /// Puts back what this person took back last in a field, unless something was entered since.
  public func putBack(
    _ field: Act.Field, _ stamp: Stamp, overriding: Bool = false, over seen: Entry.ID = 0,
    under rules: ActRules
  ) throws -> Outcome {
    try enter(Act(.redo(.last(field), over: seen), stamp, overriding: overriding), under: rules)
  }

  /// The number of the last act: it moves whenever anything at all is entered.
  public func lastAct() throws -> Int {
    try reading { try ActRows(db: $0).last() }
  }

  /// Throws where a document came with the program, or something was entered for its tasks: then it
  /// cannot be withdrawn.
  public func expectWithdrawable(_ document: Document.ID) throws {
    try reading { try FilingActs.expectWithdrawable(document, $0) }
  }
}
