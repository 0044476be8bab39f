import Files
import Foundation
import GRDB
import Reform

/// The chains of SHA-256 through the acts of each ledger, as the hub was given them.
struct SharedChain {
  let db: Database

  /// What does not fit its hash: a finding for the first act of each ledger where that is so.
  ///
  /// Where an office sees its own places only, parts of acts come without the rest, and nothing can
  /// be said. The texts of a document stand here as they are by now, so that filings are not held
  /// against theirs.
  func findings(at source: Finding.Source) throws -> [Finding] {
    let rows = SharedRows(db: db)
    guard let membership = try rows.membership(), membership.sight == .open else { return [] }
    var (found, origin, before): ([Finding], String?, [UInt8]) = ([], nil, [])
    let acts = try Row.fetchCursor(
      db,
      sql: """
        SELECT shared.act, origin.name, shared.number, coalesce(outgoing.hash, taken.hash), office,
          act.about
        FROM shared JOIN origin ON origin.id = shared.origin JOIN act ON act.id = shared.act
          LEFT JOIN outgoing ON outgoing.act = shared.act LEFT JOIN taken ON taken.act = shared.act
        ORDER BY shared.origin, shared.number
        """)
    var isBroken = false
    while let row = try acts.next() {
      let name = ActName(try row.value(1), try row.value(2))
      if name.origin != origin { (origin, before, isBroken) = (name.origin, [], false) }
      let hash = try (row.value(3) as Data?).map(Array.init) ?? []
      defer { before = hash }
      guard !isBroken, try row.value(5) != Act.About.filing.rawValue else { continue }
      guard try Digest.bytes(before + text(of: row.value(0), rows).utf8) != hash else { continue }
      isBroken = true
      found.append(finding(try row.value(0), office: try row.value(4), source))
    }
    return found
  }

  private func text(of act: Int, _ rows: SharedRows) throws -> String {
    try rows.strange(act) ?? BodyReader(db).body(of: act).text()
  }

  private func finding(_ act: Int, office: String?, _ source: Finding.Source) -> Finding {
    let (zh, en) = office.map { ("（\($0)）", " (\($0))") } ?? ("", "")
    return Finding(
      "chain", .error,
      Phrase(
        "第 \(act) 号登记\(zh)与共享库里的封印不符", "act \(act)\(en) does not fit the seal that the hub has"),
      at: source)
  }
}
