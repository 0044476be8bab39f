extension GroupAccounts {
  /// The named sets that a county's group is held to, in the order of the charter.
  ///
  /// Those of a document that was out by the day and binds the county, and those for which
  /// something is entered there all the same.
  public func sets(of county: Division.Code) -> [ChecklistSet] {
    let entered = Set(book.entries(of: county).compactMap(\.fact.content.set))
    return charter.sets.filter { binds($0, county) || entered.contains($0.id) }
  }

  /// Whether a document that names a set was out by the day and binds a county.
  public func binds(_ set: ChecklistSet, _ county: Division.Code) -> Bool {
    set.binds(county, on: day, catalogue)
  }
}

extension ChecklistSet {
  /// Whether a document that names the set was out by a day and binds a county.
  public func binds(_ county: Division.Code, on day: Day, _ catalogue: Catalogue) -> Bool {
    sources.contains { source in
      guard let document = catalogue.document(source.document) else { return false }
      return document.issued <= day && catalogue.divisions.isWithin(county, document.region)
    }
  }
}

extension GroupFact.Content {
  /// The set of an item or of evidence that stands.
  fileprivate var set: ChecklistSet.ID? {
    switch self {
    case .item(let set, _, _, isDropped: false): set
    case .evidence(let set, _, .some, _): set
    default: nil
    }
  }
}
