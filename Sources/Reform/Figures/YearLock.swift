/// Whether the figures of a year are locked (锁定), and which places are exceptions.
public struct YearLock: Hashable, Sendable {
  public private(set) var year: Int
  /// The region that is locked; nil where the year is open.
  public private(set) var region: Division.Code?
  /// Places that may send all the same, each with all that lies in it.
  public private(set) var exceptions: [Division.Code] = []

  /// Reads the acts of a year in the order they were entered; a new lock ends all exceptions.
  public init(_ entries: [CollectionEntry], year: Int) {
    self.year = year
    for entry in entries where entry.year == year {
      switch entry.kind {
      case .locked: (region, exceptions) = (entry.place, [])
      case .unlocked where entry.place == region: (region, exceptions) = (nil, [])
      case .unlocked: exceptions.append(entry.place)
      case .sentBack: break
      }
    }
  }

  public var isSet: Bool { region != nil }

  /// Whether no more figures of a place are taken.
  public func holds(in place: Division.Code) -> Bool {
    guard let region else { return false }
    let divisions = Divisions([])
    return divisions.isWithin(place, region)
      && !exceptions.contains { divisions.isWithin(place, $0) }
  }
}
