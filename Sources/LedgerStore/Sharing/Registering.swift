import Files
import Foundation
import GRDB
import Reform

/// Names acts that were entered here for all ledgers, and puts them among those that wait.
struct Registering {
  let ledger: Ledger
  let db: Database
  private var rows: SharedRows { SharedRows(db: db) }

  init(_ ledger: Ledger, _ db: Database) { (self.ledger, self.db) = (ledger, db) }

  static let otherNumbers = Fault(
    "同步时有登记没有被采用，台账已经变了；没有登记，请看过再登记。",
    "Acts were not taken when the ledger was synchronised, and it is another now; nothing was entered. "
      + "Look again, then enter.")

  /// Registers the acts that have no name; asked for at the end of every transaction that enters.
  ///
  /// Throws where one is about a place that this ledger does not enter for; not where the ledger
  /// joins: the hub may have it already, and whoever joined is asked about what it has not.
  func add(isJoining: Bool = false) throws {
    guard let origin = try rows.ownOrigin() else { return }
    let last = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT coalesce(max(act), 0) FROM shared"))
    let acts = try Int.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM act WHERE id > ? ORDER BY id"), arguments: [last])
    guard !acts.isEmpty else { return }
    if let seen = ledger.seenGeneration, try rows.count("generation") != seen {
      throw Self.otherNumbers
    }
    let base = try rows.cursor()
    var number = try rows.last(of: origin)
    var hash = number > 0 ? try rows.hash(of: ActName(origin, number)) : nil
    for act in acts {
      number += 1
      let name = ActName(origin, number)
      hash = try register(act, name, base: base, after: hash, isJoining: isJoining)
    }
  }

  /// Names an act, keeps what it travels as, and gives its hash.
  @discardableResult
  func register(
    _ act: Int, _ name: ActName, base: Int, after hash: [UInt8]?, isJoining: Bool = false
  ) throws -> [UInt8] {
    try rows.name(act, name)
    let body = try BodyReader(db).body(of: act)
    if !isJoining { try expectOwn(body) }
    let text = try body.text()
    let slots = try Slots(of: act, body, ledger, db)
    let hash = Digest.bytes((hash ?? []) + Array(text.utf8))
    try rows.wait(
      act,
      SharedAct(
        name, base: base, held: Slots.numbers(slots.held), touched: Slots.numbers(slots.touched),
        hash: hash, body: text))
    return hash
  }

  private func expectOwn(_ body: ActBody) throws {
    guard let own = try rows.place() else { return }
    let part = codes(within: own)
    guard let other = body.places.first(where: { !part.contains(Int($0)) }) else { return }
    let names = try [Int64(number(own)), other].map { place -> String in
      let name = try String.fetchOne(
        db, sql: "SELECT name FROM division WHERE code = ?", arguments: [place])
      return name ?? "\(place)"
    }
    throw Fault(
      "本台账以\(names[0])的名义登记，不能替\(names[1])登记；没有登记。",
      "This ledger enters for \(names[0]) and cannot enter for \(names[1]); nothing was entered.",
      exitCode: 2)
  }
}
