import GRDB
import Reform

extension Ledger {
  /// What is wrong with the ledger; nothing for a sound one.
  ///
  /// Looks at SQLite's own integrity, at foreign keys, at the guards in the schema, at what acts
  /// are about and at their seals, and computes the counts anew from the entries.
  public func findings() throws -> [Finding] {
    try reading { db in
      var found: [Finding] = []
      let source = Finding.Source(file: path)
      for line in try String.fetchAll(db, sql: "PRAGMA integrity_check") where line != "ok" {
        found.append(
          Finding("integrity", .error, Phrase("文件损坏：\(line)", "damaged: \(line)"), at: source))
      }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
      if orphans > 0 {
        found.append(
          Finding(
            "foreign-keys", .error,
            Phrase("\(orphans) 行没有所属", "\(orphans) rows belong to nothing"), at: source))
      }
      if try !guardsAreThere(db) {
        found.append(
          Finding(
            "guards", .error,
            Phrase("防改触发器缺失，台账可能被改动过", "guards are missing: entries may have been changed"),
            at: source))
      }
      if try !KeptCounts.agree(db, format) {
        found.append(
          Finding(
            "tallies", .error,
            Phrase("计数与流水不符", "the counts do not agree with the entries"), at: source))
      }
      if try !ActRows(db: db).sayWhatTheyAre(format) {
        found.append(
          Finding(
            "acts", .error,
            Phrase("登记写的事项与内容不符", "acts are not about what they have entered"), at: source))
      }
      if format >= Schema.seals { found += try Seals(db: db).findings(at: source) }
      if format >= Schema.sharing { found += try SharedChain(db: db).findings(at: source) }
      return found
    }
  }

  /// Whether no trigger that refuses changes is missing.
  private func guardsAreThere(_ db: Database) throws -> Bool {
    let there = Set(
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
    var tables = ["act", "entry"]
    if format >= 2 { tables.append("filing") }
    if format >= 3 { tables += Schema.figureGuards.map { $0.0 } }
    if format >= 4 { tables += Schema.groupGuards.map { $0.0 } }
    if format >= 6 { tables.append("actual") }
    if format >= Schema.meetings { tables += Schema.meetingGuards.map { $0.0 } }
    if format >= Schema.seals { tables.append("seal") }
    if format >= Schema.hand { tables.append("hand_step") }
    if format >= Schema.sharing { tables += Schema.sharingGuards.map { $0.0 } }
    return there.contains("entry_is_counted")
      && (format < Schema.months || there.contains("entry_is_dated"))
      && (format < Schema.regions || there.isSuperset(of: RegionCounts.guards))
      && (format < Schema.days || there.isSuperset(of: DayCounts.guards))
      && (format < Schema.acts || there.contains("act_is_named"))
      && tables.allSatisfy { there.contains("\($0)_stays") && there.contains("\($0)_is_kept") }
  }
}

extension ActRows {
  /// Whether every act is about what its rows are, and an answer about what it answers.
  func sayWhatTheyAre(_ format: Int32) throws -> Bool {
    guard format >= Schema.acts else { return true }
    let unlike = """
      SELECT act.id FROM act LEFT JOIN act root ON root.id = act.answers
      WHERE act.about IS NULL OR act.about <> coalesce(root.about, act.about)
      """
    if try Row.fetchOne(db, sql: unlike + " LIMIT 1") != nil { return false }
    let later = format >= Schema.meetings ? Self.meetingTables : []
    let hand = format >= Schema.hand ? [(table: "hand_step", about: Act.About.hand)] : []
    for (table, about) in Self.tablesOfActs + later + hand {
      // A decision enters what becomes of its lines, its task and its slip with itself.
      let owners = [about, .decision].map { "'\($0.rawValue)'" }.joined(separator: ", ")
      let strays = """
        SELECT 1 FROM \(table) JOIN act ON act.id = \(table).act WHERE act.about NOT IN (\(owners))
        """
      // A form that says what the ledger says brings no entries.
      let hasForms = about == .tasks && format >= Schema.meetings
      let owned = (hasForms ? [table, "sent_form"] : [table])
        .map { "AND NOT EXISTS (SELECT 1 FROM \($0) WHERE \($0).act = act.id)" }
      let empty = """
        SELECT 1 FROM act WHERE about = '\(about.rawValue)' AND kind = 'enter'
          \(owned.joined(separator: " "))
        """
      // Not every act on tasks came in a form.
      for sql in table == "sent_form" ? [strays] : [strays, empty]
      where try Row.fetchOne(db, sql: sql + " LIMIT 1") != nil {
        return false
      }
    }
    return true
  }

  /// Which table has the rows of acts about something.
  private static let tablesOfActs: [(table: String, about: Act.About)] = [
    ("entry", .tasks), ("actual", .actual), ("batch", .figures), ("target", .target),
    ("collecting", .collecting), ("group_fact", .group), ("settlement", .settlement),
    ("filing", .filing),
  ]

  private static let meetingTables: [(table: String, about: Act.About)] = [
    ("meeting_step", .meeting), ("decision", .decision), ("slip_step", .slip),
    ("sent_form", .tasks),
  ]
}
