/// Something wrong with what was read (问题): which check, how grave, where, and what to do.
public struct Finding: Hashable, Codable, Sendable {
  public enum Severity: String, Codable, Sendable {
    /// Bars the act.
    case error
    /// Asks a person.
    case warning
    /// Tells only: what was passed over and need not hold anything up.
    case note
  }

  /// Where in the source it stands; lines and columns count from 1.
  public struct Source: Hashable, Codable, Sendable {
    public var file: String?
    public var sheet: String?
    public var line: Int?
    public var column: Int?

    public init(file: String? = nil, sheet: String? = nil, line: Int? = nil, column: Int? = nil) {
      (self.file, self.sheet, self.line, self.column) = (file, sheet, line, column)
    }
  }

  /// Name of the check (`unknown-department`).
  public var check: String
  public var severity: Severity
  public var message: Phrase
  public var source: Source
  /// The words it is about.
  public var words: String?

  /// Written by the word that ledgers of before have.
  private enum CodingKeys: String, CodingKey {
    case check, message, source, words
    case severity = "gravity"
  }

  public init(
    _ check: String, _ severity: Severity, _ message: Phrase, at source: Source = Source(),
    words: String? = nil
  ) {
    (self.check, self.severity, self.message) = (check, severity, message)
    (self.source, self.words) = (source, words)
  }

  /// True of what stands in no clause, so that no draft is in doubt for it.
  public var isOutsideClauses: Bool { Self.outside.contains(check) }

  private static let outside: Set<String> = [
    "left-out", "units-of-targets", "base-or-target", "cell-not-taken",
  ]
}

/// An act that failed (file gone, ledger locked), in one sentence a person can act on.
public struct Fault: Error, Hashable, Sendable {
  public var message: Phrase
  /// 1 for bad data, 2 for a wrong command line.
  public var exitCode: Int32
  /// The part of a task that it is about, at which a form says it.
  public var part: TaskField?

  public init(_ zh: String, _ en: String, exitCode: Int32 = 1) {
    (message, self.exitCode) = (Phrase(zh, en), exitCode)
  }

  public init(_ message: Phrase, exitCode: Int32 = 1) {
    (self.message, self.exitCode) = (message, exitCode)
  }

  /// What a look at a part of a task gives; what it throws is told at that part.
  public static func at<Value>(
    _ part: TaskField, _ look: () throws(Fault) -> Value
  ) throws(Fault) -> Value {
    do throws(Fault) { return try look() } catch {
      var fault = error
      fault.part = part
      throw fault
    }
  }
}
