import GRDB
import Reform

/// All facts of medical groups, as they stand in a ledger.
enum GroupBook {
  /// Those that stand as of a day.
  static func read(db: Database, asOf day: Day) throws -> GroupState {
    var entries: [GroupEntry] = []
    let rows = try PlainRows(
      db,
      """
      \(Self.acts(upTo: "\(day.number)"))
      SELECT \(GroupRow.columns), group_fact.id, act.id, act.day, act.who, act.at
      FROM standing JOIN group_fact ON group_fact.act = standing.root
        JOIN act ON act.id = group_fact.act
      WHERE depth % 2 = 0 ORDER BY act.day, group_fact.id
      """)
    // A country has a hundred thousand: what the row before had too is the same text.
    var (kind, place) = (PlainText<GroupFact.Kind?>(), PlainText<Division.Code>())
    var (who, at) = (PlainText<String>(), PlainText<String>())
    while try rows.step() {
      let kind = kind.value(of: rows, 0) { GroupFact.Kind(rawValue: $0) }
      let place = place.value(of: rows, 1) { $0 }
      guard let fact = try GroupRow(rows, kind, place)?.fact else { continue }
      entries.append(
        GroupEntry(
          id: Int(rows.integer(11)), act: Int(rows.integer(12)), fact: fact,
          who: who.value(of: rows, 14) { $0 }, day: rows.day(13) ?? Day(ordinal: 0),
          at: at.value(of: rows, 15) { $0 }))
    }
    return GroupState(entries)
  }

  /// `standing (root, last, depth)`: acts on groups with the last act that answers them up to a day.
  static func acts(upTo day: String = ":day") -> String {
    """
    WITH RECURSIVE rooted (act) AS (
      SELECT act FROM group_fact UNION SELECT act FROM settlement),
    chain (root, last, depth) AS (
      SELECT act, act, 0 FROM rooted CROSS JOIN act ON act.id = rooted.act WHERE act.day <= \(day)
      UNION ALL
      SELECT chain.root, act.id, chain.depth + 1 FROM chain JOIN act ON act.answers = chain.last
      WHERE act.day <= \(day)),
    standing (root, last, depth) AS (
      SELECT root, last, max(depth) FROM chain GROUP BY root)
    """
  }
}
