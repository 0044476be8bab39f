import Files
import GRDB
import Reform

/// What an act is called by on a command line (登记号): its number, and in a shared ledger, where numbers
/// change as acts of others come in below it, a mark by which it is known again.
public struct ActTicket: Hashable, Sendable, CustomStringConvertible {
  public var number: Int
  public var mark: String?

  public init(_ number: Int, mark: String? = nil) { (self.number, self.mark) = (number, mark) }

  /// Reads `18` or `18-3fa9c2`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let number = Int(first), number > 0 else { return nil }
    self.number = number
    guard parts.count > 1 else { return }
    let digits = parts[1].lowercased()
    guard digits.count == Self.length, digits.allSatisfy(\.isHexDigit) else { return nil }
    mark = digits
  }

  public var description: String { mark.map { "\(number)-\($0)" } ?? "\(number)" }

  static let length = 6
}

/// Tells what acts of a ledger are called by, and finds them again.
public struct ActTickets {
  private let ledger: Ledger

  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// What an act is called by, under a number that is its own or, of figures, its batch's.
  public func ticket(of act: Int, as number: Int? = nil) throws -> ActTicket {
    try ledger.reading { db in
      guard try isShared(db), let row = try TicketRow.all("act.id = ?", [act], db).first
      else { return ActTicket(number ?? act) }
      return ActTicket(number ?? act, mark: row.mark)
    }
  }

  /// The same of a batch of figures.
  public func ticket(ofBatch batch: Batch.ID) throws -> ActTicket {
    let act = try ledger.reading { db in
      try Int.fetchOne(db, sql: "SELECT act FROM batch WHERE id = ?", arguments: [batch])
    }
    return try ticket(of: act ?? 0, as: batch)
  }

  /// The act that is called so.
  ///
  /// Throws where a number alone could mean another one by now, and where there is none.
  public func act(_ ticket: ActTicket, about: Act.About) throws -> Int {
    try ledger.reading { db in try find(ticket, about, { $0.act }, db) }
  }

  /// The batch of figures that is called so.
  public func batch(_ ticket: ActTicket) throws -> Batch.ID {
    try ledger.reading { db in
      var batches: [Int: Batch.ID] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT act, id FROM batch") {
        batches[try row.value(0)] = try row.value(1)
      }
      return try find(ticket, .figures, { batches[$0.act] ?? 0 }, db)
    }
  }

  private func isShared(_ db: Database) throws -> Bool {
    guard ledger.format >= Schema.sharing else { return false }
    return try SharedRows(db: db).ownOrigin() != nil
  }

  private func find(
    _ ticket: ActTicket, _ about: Act.About, _ number: (TicketRow) -> Int, _ db: Database
  ) throws -> Int {
    guard try isShared(db) else { return ticket.number }
    let acts = try TicketRow.all("about = ? AND kind = 'enter'", [about.rawValue], db)
    guard let mark = ticket.mark else {
      guard let act = acts.first(where: { number($0) == ticket.number }) else {
        return ticket.number
      }
      throw Self.bare(ActTicket(ticket.number, mark: act.mark), act)
    }
    let found = acts.filter { $0.mark == mark }
    if let exact = found.first(where: { number($0) == ticket.number }) { return number(exact) }
    guard let act = found.first, found.count == 1 else {
      throw Fault(
        "没有登记号 \(ticket)，或者不止一次；没有撤回。请看 yigai history --json。",
        "There is no act \(ticket), or more than one; nothing was taken back. See yigai history --json.",
        exitCode: 2)
    }
    return number(act)
  }

  private static func bare(_ ticket: ActTicket, _ act: TicketRow) -> Fault {
    let day = Day(number: act.day).map { "\($0)" } ?? ""
    let by =
      act.office.map { Phrase("\(act.who)（\($0)）", "\(act.who) (\($0))") }
      ?? Phrase(act.who, act.who)
    return Fault(
      "台账与别的单位共用，登记号同步后会变，没有撤回：\(ticket.number) 现在是 \(day) \(by.zh)登记的。"
        + "要撤回的就是它，写 --take-back \(ticket)。",
      "The ledger is shared, and numbers change as acts of others come in; nothing was taken back: "
        + "\(ticket.number) is by now what \(by.en) entered on \(day). If that is meant, write --take-back "
        + "\(ticket).", exitCode: 2)
  }
}

/// What the mark of an act is made of: none of it changes as others come in.
private struct TicketRow {
  var act: Int
  var who: String
  var day: Int
  var office: String?
  var mark: String

  static func all(
    _ condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [Self] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT act.id, who, day, at, about, office FROM act LEFT JOIN taken ON taken.act = act.id
        WHERE \(condition) ORDER BY act.id
        """, arguments: arguments
    ).map { row in
      let (who, day): (String, Int) = (try row.value("who"), try row.value("day"))
      let (at, about): (String, String) = (try row.value("at"), try row.value("about"))
      let bytes = Array("\(about)\n\(who)\n\(day)\n\(at)".utf8)
      return try Self(
        act: row.value("id"), who: who, day: day, office: row.value("office"),
        mark: String(Digest.hexadecimal(bytes).prefix(ActTicket.length)))
    }
  }
}
