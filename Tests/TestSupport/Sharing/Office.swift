import Bundle
import Foundation
import GRDB
import LedgerStore
import Reform
import Sharing

/// An office with its ledger, joined to a hub.
public final class Office {
  public let name: String
  public let place: Division.Code
  let scratch: Scratch
  public private(set) var path: String
  public private(set) var ledger: Ledger
  public private(set) var catalogue: Catalogue
  let hub: MemoryHub

  public init(
    _ name: String, _ place: Division.Code, _ hub: MemoryHub, _ kind: TestLedger = .blank,
    joins: Bool = true
  ) throws {
    (self.name, self.place, self.hub) = (name, place, hub)
    scratch = try Scratch()
    path = try kind == .blank ? scratch.file("ledger.sqlite") : kind.make(in: scratch)
    if kind == .blank { try Self.blank.get().write(to: URL(fileURLWithPath: path)) }
    ledger = try Ledger(at: path)
    catalogue = try ledger.catalogue(over: Self.bundled)
    if joins { try join() }
  }

  /// A second machine to which the file of an office was copied.
  public init(copyOf other: Office) throws {
    (name, place, hub, scratch) = (other.name, other.place, other.hub, try Scratch())
    path = scratch.file("copy.sqlite")
    _ = try Backup(of: other.ledger).make(at: path)
    ledger = try Ledger(at: path)
    catalogue = try ledger.catalogue(over: Self.bundled)
  }

  /// The bytes of a ledger with nothing in it, made once.
  private static let blank = Result {
    let scratch = try Scratch()
    return try Data(contentsOf: URL(fileURLWithPath: TestLedger.blank.make(in: scratch)))
  }

  private static let bundled = SmallCatalogue.make()

  public func join() throws {
    try ledger.join(
      door.greet(), service: "test", bundled: Set(Self.bundled.tasks.map(\.id)))
  }

  public var door: MemoryHub.Door { hub.door(of: name, place) }
  private static let charter = BundledCatalogue.charter()
  public var rules: ActRules { ActRules(catalogue) { Self.charter } }

  @discardableResult
  public func synchronise(share: Int = 50) throws -> ExchangeReport {
    var exchange = Exchange(ledger, with: door, share: share)
    let report = try exchange.run()
    try reread()
    return report
  }

  public func reread() throws { catalogue = try ledger.catalogue(over: Self.bundled) }

  /// Closes the file and opens it anew, as after a death of the program.
  public func reopen() throws {
    ledger.close()
    ledger = try Ledger(at: path)
    try reread()
  }

  @discardableResult
  public func mark(
    _ status: Status, _ line: Line, by who: String = "王明", on day: Day = SmallCatalogue.day,
    note: String? = nil
  ) throws -> Outcome {
    let change = Change(line, status: status, note: note)
    return try ledger.enter(
      Act(
        .lines([change]), Stamp(who: who, day: day, at: "\(day)T09:30:00+0800"), overriding: true),
      under: rules)
  }

  public func status(_ line: Line, on day: Day = SmallCatalogue.day) throws -> Status? {
    guard let task = catalogue.task(line.task) else { return nil }
    return try ledger.standings(of: task, in: catalogue, asOf: day).first { $0.line == line }?
      .status
  }

  /// All that ledgers have in common once they have synchronised, row by row.
  ///
  /// The seal of the last act is over all acts with their numbers, days, names and entries.
  public func dump() throws -> [String] {
    try SharedContent.rows(at: path)
  }
}

/// The rows that have to be the same in all ledgers of a hub.
public enum SharedContent {
  public static func rows(at path: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      try queries.flatMap { name, sql in
        try Row.fetchAll(db, sql: sql).map {
          "\(name) \(Array($0.databaseValues).map(\.description))"
        }
      }
    }
  }

  private static let queries = [
    ("seal", "SELECT act, hex(hash) FROM seal ORDER BY act"),
    ("act", "SELECT * FROM act ORDER BY id"),
    (
      "name",
      """
      SELECT act, origin.name, number FROM shared JOIN origin ON origin.id = shared.origin
      ORDER BY act
      """
    ),
    ("taken", "SELECT act, seq, office FROM taken ORDER BY act"),
    (
      "tally",
      "SELECT task.key, city, period, status, count FROM tally JOIN task ON task.id = task WHERE count > 0 ORDER BY 1, 2, 3, 4"
    ),
    ("document", "SELECT key, position, number, title_zh, issued FROM document ORDER BY key"),
    (
      "clause",
      "SELECT key, path, text FROM clause JOIN document ON document.id = document ORDER BY 1, 2"
    ),
    ("task", "SELECT key, position, clause, title_zh, level, also FROM task ORDER BY key"),
    (
      "target",
      "SELECT task.key, task_target.key, value FROM task_target JOIN task ON task.id = task ORDER BY 1, 2"
    ),
  ]
}

extension DatabaseValue {
  fileprivate var description: String { String(describing: storage) }
}
