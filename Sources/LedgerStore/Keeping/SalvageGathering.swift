import GRDB
import Reform

/// Brings all rows that a damaged ledger still gives into a new one whose guards are down.
struct SalvageGathering {
  private let file: DamagedFile
  private let db: Database
  private var tasks: SalvagedTasks
  private var indicators: [Int64: Int64] = [:]
  /// The seals that could be read, by act.
  private(set) var seals: [Int: [UInt8]] = [:]
  /// Every act of which there is a trace.
  private(set) var known: Set<Int> = []
  /// When and by whom acts were entered.
  private(set) var words: [Int: String] = [:]
  private(set) var broken: [SalvageReport.BrokenTable] = []

  init(_ file: DamagedFile, _ db: Database) throws {
    (self.file, self.db) = (file, db)
    tasks = try SalvagedTasks(file, db)
  }

  /// Whether anything at all could be read of what was entered.
  var hasRead: Bool { !known.isEmpty || broken.isEmpty }

  /// The tasks that the damaged ledger had, by key.
  var taskKeys: Set<String> { Set(tasks.keys.values) }
  var missingTasks: [String] { tasks.missing.sorted() }

  /// The tables that hold what acts have entered, those first on which others rest.
  static let tables = [
    "act", "filing", "batch", "withdrawal", "collecting", "group_fact", "settlement",
    "meeting_step", "decision", "slip_step", "sent_form", "hand_step",
    "entry", "actual", "figure", "target",
  ]

  mutating func gather() throws {
    try readSeals()
    for table in Self.tables {
      if table == "entry" { try tasks.make() }
      if table == "figure" { try readIndicators() }
      try gather(table)
    }
    for table in ["review", "draft"] { try gather(table) }
    try tasks.keepTexts()
  }

  private mutating func readSeals() throws {
    let table = DamagedTable(
      file: file, name: "seal", columns: ["act", "hash"], key: ["act"], hasNumbers: true)
    var (found, read) = ([Int: [UInt8]](), 0)
    let isWhole = table.read { row in
      guard let act = Int.fromDatabaseValue(row[0]), case .blob(let hash) = row[1].storage else {
        return
      }
      if found.updateValue(Array(hash), forKey: act) == nil { read += 1 }
    }
    (seals, known) = (found, Set(found.keys))
    if !isWhole { broken.append(.init(name: "seal", read: read)) }
  }

  private mutating func readIndicators() throws {
    let keys = SalvagedTasks.keys(of: "indicator", file) { _ in false }
    for (old, key) in keys {
      indicators[old] = try FigureActs.indicatorNumber(key, db)
    }
  }

  private mutating func gather(_ name: String) throws {
    let columns = try db.columns(in: name).map(\.name)
    let key = try db.primaryKey(name)
    let table = DamagedTable(
      file: file, name: name, columns: columns, key: key.columns, hasNumbers: key.rowIDColumn != nil
    )
    let insert = try db.makeStatement(
      sql: """
        INSERT OR IGNORE INTO \(name) (\(columns.map { "\"\($0)\"" }.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """)
    let of = columns.firstIndex(of: name == "act" ? "id" : "act")
    let (task, indicator) = (columns.firstIndex(of: "task"), columns.firstIndex(of: "indicator"))
    var (acts, said, count) = (Set<Int>(), [Int: String](), 0)
    let (indicators, keys) = (indicators, tasks.numbers)
    let isWhole = table.read { row in
      var row = row
      if let act = of.flatMap({ Int.fromDatabaseValue(row[$0]) }), act > 0 {
        acts.insert(act)
        if name == "act" { said[act] = Self.words(columns, row) }
      }
      if let task, ["entry", "actual"].contains(name) {
        row[task] = Int64.fromDatabaseValue(row[task]).flatMap { keys[$0] }?.databaseValue ?? .null
      }
      if let indicator {
        row[indicator] =
          Int64.fromDatabaseValue(row[indicator]).flatMap { indicators[$0] }?.databaseValue ?? .null
      }
      // What the schema refuses was never in a ledger.
      guard (try? insert.execute(arguments: StatementArguments(row))) != nil else { return }
      count += db.changesCount
    }
    // A number out of all reason is a damaged one.
    known.formUnion(acts)
    words.merge(said) { $1 }
    guard !isWhole else { return }
    broken.append(.init(name: name, read: count, missing: missing(name)))
  }

  /// How many rows an index knows that the table does not give any more; nil where there is no index
  /// that tells.
  private mutating func missing(_ name: String) -> Int? {
    let indexes = [
      "act": ("id", "act_who", "who, id"), "entry": ("id", "entry_act", "act, id"),
      "actual": ("id", "actual_act", "act, id"), "filing": ("id", "filing_act", "act, id"),
      "group_fact": ("id", "group_fact_act", "act, id"),
      "settlement": ("id", "settlement_act", "act, id"),
      "sent_form": ("id", "sent_form_act", "act, id"),
      "hand_step": ("id", "hand_step_act", "act, id"),
      "batch": ("id", "sqlite_autoindex_batch_1", "act, id"),
    ]
    guard let (column, index, order) = indexes[name] else { return nil }
    var ids: Set<Int64> = []
    let isWhole = file.rows("SELECT \(column) FROM \(name) INDEXED BY \(index) ORDER BY \(order)") {
      if let id = Int64.fromDatabaseValue($0[0]) { ids.insert(id) }
      return true
    }
    if name == "act" { known.formUnion(ids.map(Int.init)) }
    guard isWhole, let there = try? Set(Int64.fetchAll(db, sql: "SELECT id FROM \(name)")) else {
      return nil
    }
    return ids.subtracting(there).count
  }

  private static func words(_ columns: [String], _ row: DamagedFile.Values) -> String {
    func value(_ name: String) -> DatabaseValue? { columns.firstIndex(of: name).map { row[$0] } }
    let day = value("day").flatMap { Int.fromDatabaseValue($0) }.flatMap(Day.init(number:))
    let who = value("who").flatMap { String.fromDatabaseValue($0) }
    let about = value("about").flatMap { String.fromDatabaseValue($0) }
    return [day?.description, who, about].compactMap(\.self).joined(separator: " ")
  }
}
