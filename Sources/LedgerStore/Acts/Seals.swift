import Files
import Foundation
import GRDB
import Reform

/// The chain of seals: of every act the SHA-256 over the seal before and what it has entered.
///
/// Whoever changes a word of an act afterwards, or a disk that loses a bit of one, breaks its seal;
/// an act that is cut out breaks the one after it.
struct Seals {
  let db: Database

  /// Seals the acts that have none; asked for at the end of every transaction that enters.
  func add() throws {
    let last = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT act, hash FROM seal ORDER BY act DESC LIMIT 1"))
    let sealed = last.flatMap { Int.fromDatabaseValue($0[0]) } ?? 0
    let acts = try Int.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM act WHERE id > ? ORDER BY id"), arguments: [sealed])
    guard !acts.isEmpty else { return }
    var hash: [UInt8] = last.flatMap { Data.fromDatabaseValue($0[1]) }.map(Array.init) ?? []
    var rows = try SealedRows(db, after: sealed)
    let insert = try db.cachedStatement(sql: "INSERT INTO seal (act, hash) VALUES (?, ?)")
    for act in acts {
      hash = Digest.bytes(hash + (try rows.bytes(of: act)))
      try insert.execute(arguments: [act, Data(hash)])
    }
  }

  /// An act whose seal does not fit.
  private struct Broken {
    var id: Int
    /// When and by whom it was entered, as far as that can still be read.
    var words: String
  }

  /// The acts whose content is not what it was when they were entered, the first few of them named.
  func findings(at source: Finding.Source) throws -> [Finding] {
    let (broken, shown) = (try broken(), 5)
    let named = broken.prefix(shown).map { act in
      Phrase(
        "第 \(act.id) 号登记（\(act.words)）的内容与登记时不符",
        "act \(act.id) (\(act.words)) does not say what was entered")
    }
    let more = broken.count - shown
    let rest = Phrase("另有 \(more) 次登记的内容与登记时不符", "nor do \(more) more acts")
    return (named + (more > 0 ? [rest] : [])).map { Finding("seals", .error, $0, at: source) }
  }

  /// The acts whose seals do not fit what they have entered, or are missing.
  private func broken() throws -> [Broken] {
    var found: [Broken] = []
    var before: [UInt8] = []
    var rows = try SealedRows(db, after: 0)
    let acts = try Row.fetchCursor(
      db,
      sql: """
        SELECT act.id, act.day, act.who, seal.hash
        FROM act LEFT JOIN seal ON seal.act = act.id ORDER BY act.id
        """)
    while let act = try acts.next() {
      let id = Int.fromDatabaseValue(act[0]) ?? 0
      let kept = Data.fromDatabaseValue(act[3]).map(Array.init) ?? []
      if kept != Digest.bytes(before + (try rows.bytes(of: id))) {
        let day = Int.fromDatabaseValue(act[1]).flatMap(Day.init(number:))?.description
        let words = [day, String.fromDatabaseValue(act[2])].compactMap(\.self)
          .joined(separator: " ")
        found.append(Broken(id: id, words: words))
      }
      before = kept
    }
    return found
  }
}
