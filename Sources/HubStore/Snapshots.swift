import Files
import Foundation
import Reform

/// Ledger files that a hub keeps for offices that join, in pieces.
enum SnapshotPieces {
  static let size = 4 << 20
}

extension HubKeeper {
  /// Keeps a ledger file as that of an act, in place of the one before.
  public func keep(snapshot file: String, seq: Int, format: Int) throws {
    try keeping {
      try connection.together {
        let rows = try connection.run(
          """
          INSERT INTO yigai.snapshot (seq, format, pieces, hash)
          VALUES ($1, $2, 0, decode(repeat('00', 32), 'hex')) RETURNING id
          """, [.number(seq), .number(format)])
        let id = rows.number(0, 0) ?? 0
        var (count, hashes): (Int, [UInt8]) = (0, [])
        try FilePieces.read(file, of: SnapshotPieces.size) { bytes in
          hashes += Digest.bytes(bytes)
          try connection.run(
            "INSERT INTO yigai.snapshot_piece (snapshot, place, bytes) VALUES ($1, $2, $3)",
            [.number(id), .number(count), .blob(bytes)])
          count += 1
        }
        try connection.run(
          "UPDATE yigai.snapshot SET pieces = $2, hash = $3 WHERE id = $1",
          [.number(id), .number(count), .blob(Digest.bytes(hashes))])
        try connection.run("DELETE FROM yigai.snapshot_piece WHERE snapshot <> $1", [.number(id)])
        try connection.run("DELETE FROM yigai.snapshot WHERE id <> $1", [.number(id)])
        try note("snapshot \(seq)")
      }
    }
  }
}

extension PostgresHub {
  /// Writes the ledger file that the hub keeps for offices that join, and gives the act as of which
  /// it is; nil, with nothing written, where there is none that a program of this format can open.
  ///
  /// Throws where it was changed on its way; what was written is removed then.
  public func fetchSnapshot(format: Int, to file: String) throws -> Int? {
    try faulting {
      try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      defer { _ = try? connection.run("ROLLBACK") }
      let rows = try connection.run(
        "SELECT id, seq, pieces, hash FROM yigai.newest_snapshot($1::int)", [.number(format)])
      guard rows.count == 1, let id = rows.number(0, 0), let seq = rows.number(0, 1),
        let pieces = rows.number(0, 2), let hash = rows.bytes(0, 3)
      else { return nil }
      let expected = Array(hash)
      try write(id, pieces, expected, to: file)
      return seq
    }
  }

  private func write(_ id: Int, _ pieces: Int, _ hash: [UInt8], to file: String) throws {
    try FilePieces.write(to: file) { add in
      var hashes: [UInt8] = []
      for place in 0..<pieces {
        let rows = try connection.run(
          "SELECT yigai.snapshot_bytes($1, $2::int)", [.number(id), .number(place)])
        let bytes = rows.bytes(0, 0).map { Array($0) } ?? []
        hashes += Digest.bytes(bytes)
        try add(bytes)
      }
      guard Digest.bytes(hashes) == hash else {
        throw Fault(
          "共享库备的台账与封印不符，没有收取；请让管理员重做：yigai hub snapshot。",
          "The ledger that the hub keeps does not fit its seal, and was not taken; have it made anew "
            + "with yigai hub snapshot.")
      }
    }
  }
}
