import GRDB
import Reform

extension Ledger {
  /// The acts on the collecting of figures that stand as of a day, in the order they were entered.
  public func collecting(year: Int? = nil, asOf day: Day) throws -> [CollectionEntry] {
    guard format >= 3 else { return [] }
    return try reading { try CollectingActs(db: $0).standing(year: year, asOf: day) }
  }
}
