import GRDB

/// A table of a damaged file, read from both ends and around whatever cannot be read.
struct DamagedTable {
  let file: DamagedFile
  let name: String
  let columns: [String]
  /// What rows are found by, in order; a single number for most.
  let key: [String]
  /// Whether its rows are found by a number of their own.
  let hasNumbers: Bool

  /// The most numbers that are tried one by one between two rows that could be read, and behind the
  /// last one.
  private static let (longestGap, longestTail) = (200_000, 20_000)

  private var list: String { columns.map { "\"\($0)\"" }.joined(separator: ", ") }
  private var order: String { key.map { "\"\($0)\"" }.joined(separator: ", ") }
  private var reversed: String { key.map { "\"\($0)\" DESC" }.joined(separator: ", ") }

  /// Hands out every row that can be read, some of them perhaps twice; says whether it was whole.
  func read(_ take: (DamagedFile.Values) -> Void) -> Bool {
    hasNumbers ? readByNumber(take) : readByKey(take)
  }

  // MARK: - By number

  private func readByNumber(_ take: (DamagedFile.Values) -> Void) -> Bool {
    guard let position = columns.firstIndex(of: key[0]) else { return false }
    let first = forward(from: 0, position, take)
    if first.isWhole { return true }
    let top = backward(downTo: first.last, position, take)
    // One by one through what is broken; behind it rows follow one another again.
    var (next, gap) = (first.last + 1, 0)
    while next < top ?? .max, gap < (top == nil ? Self.longestTail : Self.longestGap) {
      let found = forward(from: next, position, take)
      if found.isWhole { break }
      (next, gap) = found.last >= next ? (found.last + 1, 0) : (next + 1, gap + 1)
    }
    return false
  }

  /// Rows from a number on; the last of them, and whether they ended rather than broke off.
  private func forward(
    from number: Int64, _ position: Int, _ take: (DamagedFile.Values) -> Void
  ) -> (last: Int64, isWhole: Bool) {
    var last = number - 1
    let isWhole = file.rows(
      "SELECT \(list) FROM \(name) NOT INDEXED WHERE \(order) >= ? ORDER BY \(order)",
      [number.databaseValue]
    ) { row in
      guard let found = Int64.fromDatabaseValue(row[position]), found > last else { return false }
      last = found
      take(row)
      return true
    }
    return (last, isWhole)
  }

  /// Rows from the end down to a number; the smallest that was read, nil where none was.
  private func backward(
    downTo number: Int64, _ position: Int, _ take: (DamagedFile.Values) -> Void
  ) -> Int64? {
    var least: Int64?
    file.rows(
      "SELECT \(list) FROM \(name) NOT INDEXED WHERE \(order) > ? ORDER BY \(order) DESC",
      [number.databaseValue]
    ) { row in
      guard let found = Int64.fromDatabaseValue(row[position]), found < least ?? .max else {
        return false
      }
      least = found
      take(row)
      return true
    }
    return least
  }

  // MARK: - By other keys

  private func readByKey(_ take: (DamagedFile.Values) -> Void) -> Bool {
    func whole(_ order: String) -> Bool {
      file.rows("SELECT \(list) FROM \(name) NOT INDEXED ORDER BY \(order)") { row in
        take(row)
        return true
      }
    }
    if whole(order) { return true }
    _ = whole(reversed)
    for row in keysOfIndex() {
      let condition = key.map { "\"\($0)\" = ?" }.joined(separator: " AND ")
      for found in file.rows("SELECT \(list) FROM \(name) NOT INDEXED WHERE \(condition)", row) {
        take(found)
      }
    }
    return false
  }

  /// The keys of figures stand in the index of their batches, too.
  private func keysOfIndex() -> [DamagedFile.Values] {
    guard name == "figure" else { return [] }
    let columns = "\"batch\", \"indicator\", \"place\", \"period\""
    let index = "SELECT \(order) FROM figure INDEXED BY figure_batch ORDER BY "
    return file.rows(index + columns)
      + file.rows(index + columns.replacing(",", with: " DESC,") + " DESC")
  }
}
