import Files
import Foundation
import GRDB
import Reform

/// Which acts are as they were when they were entered, by the seals that a damaged file still has.
///
/// A seal proves its own act from the seal before. Where seals are lost, the acts between two that
/// are there are proved together, by the chain that leads from the one to the other.
struct SealProof {
  /// The seals that could be read, by act.
  let seals: [Int: [UInt8]]

  /// The acts that are proved of those in a ledger; `known` are all of which there is a trace.
  func proved(in db: Database, known: [Int]) throws -> Set<Int> {
    let there = try Set(Int.fetchAll(db, sql: "SELECT id FROM act"))
    var rows = try SealedRows(db, after: 0)
    var proved: Set<Int> = []
    // The acts since the last seal that fitted, and the chain over them.
    var waiting: [Int] = []
    var chain: [UInt8]? = []
    var before: [UInt8]? = []
    for act in known.sorted() {
      defer { before = seals[act] }
      guard there.contains(act) else {
        (waiting, chain) = ([], nil)
        continue
      }
      let bytes = try rows.bytes(of: act)
      let linked = chain.map { Digest.bytes($0 + bytes) }
      let alone = before.map { Digest.bytes($0 + bytes) }
      if let seal = seals[act], seal == linked {
        proved.formUnion(waiting + [act])
        (waiting, chain) = ([], seal)
      } else if let seal = seals[act], seal == alone {
        proved.insert(act)
        (waiting, chain) = ([], seal)
      } else if let linked {
        waiting.append(act)
        chain = linked
      } else {
        // Behind a gap a chain can begin at the seal before.
        (waiting, chain) = (alone == nil ? [] : [act], alone)
      }
    }
    return proved
  }
}
