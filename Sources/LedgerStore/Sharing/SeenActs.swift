import GRDB
import Reform

/// Which of the acts that were taken in the office may see by now.
struct SeenActs {
  /// Nil where it sees all.
  private let places: Set<Int>?

  init(db: Database) throws {
    let rows = SharedRows(db: db)
    let seesAll = try rows.value("sight") != HubGreeting.Sight.own.rawValue
    places = seesAll ? nil : try rows.seenPlaces()
  }

  func sees(_ act: Int, _ db: Database) throws -> Bool {
    guard let places else { return true }
    let body: ActBody
    if let strange = try SharedRows(db: db).strange(act) {
      // Of what cannot be read it cannot be told.
      guard let known = try? ActBody(text: strange) else { return false }
      body = known
    } else {
      body = try BodyReader(db).body(of: act)
    }
    return body.places.isEmpty || body.places.contains { places.contains(Int($0)) }
  }

  /// The newest of them before a place in the hub's order, or one that lies at least so many acts
  /// further back; nil where there is none.
  func newest(
    before seq: Int, skipping count: Int = 0, _ db: Database
  ) throws -> SharedRows.Taken? {
    let rows = SharedRows(db: db)
    var next = try rows.newestTaken(before: seq, skipping: count)
    while let taken = next, try !sees(taken.act, db) {
      next = try rows.newestTaken(before: taken.seq)
    }
    return next
  }
}
