/// An English noun that goes with a number: 1 place, 2 places.
public struct Plural: Hashable, Sendable {
  public var one: String
  public var many: String

  /// `many` is `one` with an s unless it is given.
  public init(_ one: String, _ many: String? = nil) {
    (self.one, self.many) = (one, many ?? one + "s")
  }

  /// The noun alone as it goes with a number.
  public func callAsFunction(_ count: Int) -> String { count == 1 ? one : many }

  /// The number with the noun.
  public func of(_ count: Int) -> String { "\(count) \(self(count))" }
}
