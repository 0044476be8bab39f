import Foundation

/// A target as a document's table prints it (主要指标), bound to no task.
public struct StatedTarget: Hashable, Codable, Sendable {
  /// Whether it binds (约束性) or is expected (预期性).
  public enum Nature: String, Codable, Sendable {
    case binding, expected

    /// By the words of the table; nil where they say neither.
    public init?(words: String) {
      if words.contains("约束") {
        self = .binding
      } else if words.contains("预期") {
        self = .expected
      } else {
        return nil
      }
    }
  }

  public var target: TaskTarget
  public var nature: Nature?
  /// Where it starts from, as the table prints it.
  public var base: Decimal?
  public var baseYear: Int?
  /// Line and column in the source, counted from 1.
  public var line: Int
  public var column: Int

  public init(
    _ target: TaskTarget, nature: Nature?, base: Decimal?, baseYear: Int?, line: Int, column: Int
  ) {
    (self.target, self.nature) = (target, nature)
    (self.base, self.baseYear, self.line, self.column) = (base, baseYear, line, column)
  }
}
