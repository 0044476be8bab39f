import Cells
import Reform

/// Columns for the three ranks of a county; none where a row is too narrow for them.
struct PoolColumn {
  var pool: PoolRanks.Pool
  /// With the gap before it.
  var width: Int

  /// Those that a row of so many columns holds; in a whole country its rank goes first.
  static func all(in columns: Int, isNation: Bool = false) -> [PoolColumn] {
    guard columns >= 40 else { return [] }
    guard !isNation else {
      return [
        .init(pool: .nation, width: 10), .init(pool: .province, width: 8),
        .init(pool: .city, width: 6),
      ]
    }
    return [.init(pool: .province, width: 8), .init(pool: .city, width: 6)]
      + [.init(pool: .peers, width: 7)]
  }

  /// The ranks, each at the right end of its column; empty where there is no room.
  ///
  /// Below a head that says that the highest come first, the order of what has no direction too.
  static func row(_ ranks: PoolRanks, in columns: Int) -> String {
    all(in: columns, isNation: ranks[.nation] != nil).map { column in
      let words = ranks[column.pool]?.ordered ?? "-"
      return String(repeating: " ", count: max(0, column.width - words.count)) + words
    }.joined()
  }

  /// What stands above them, each at the right end of its column.
  static func heads(in columns: Int, _ model: Model) -> String {
    let isNation = model.catalogue.divisions.isNation
    return all(in: columns, isNation: isNation).map { column in
      let words = column.pool.head(model.language, isNation)
      let padding = column.width - model.ruler.columns(of: words)
      return String(repeating: " ", count: max(0, padding)) + words
    }.joined().trimmed
  }
}

extension PoolRanks.Pool {
  fileprivate func head(_ language: Language, _ isNation: Bool) -> String {
    guard language == .en else { return name(.zh) }
    return switch self {
    case .nation: "all"
    case .province: isNation ? "prov." : "all"
    case .city: "city"
    case .peers: "size"
    }
  }
}
