/// A place on the screen, counted from the upper left.
public struct Point: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public init(x: Int, y: Int) { (self.x, self.y) = (x, y) }
}
