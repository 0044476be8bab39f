import GRDB
import Reform

extension Ledger {
  /// All facts of medical groups that stand as of a day.
  public func groupBook(asOf day: Day) throws -> GroupState {
    guard format >= 4 else { return GroupState([]) }
    return try reading { try book(asOf: day, $0) }
  }

  /// The group of a county as of a day; empty where nothing is entered.
  public func group(of county: Division.Code, asOf day: Day) throws -> MedicalGroup {
    try groupBook(asOf: day).group(of: county)
  }

  /// The groups of all counties, by code, as of a day.
  public func groups(_ divisions: Divisions, asOf day: Day) throws -> [MedicalGroup] {
    let province = divisions.all.first?.id ?? Divisions.country
    return try groupBook(asOf: day).groups(in: province, divisions)
  }

  /// What was signed and stands as of a day, by county; of one year or of all.
  public func signedSettlements(year: Int? = nil, asOf day: Day) throws -> [SignedSettlement] {
    guard format >= 4 else { return [] }
    return try reading { db in
      var found: [String: SignedSettlement] = [:]
      let rows = try Row.fetchAll(
        db,
        sql: """
          \(Self.groupActs)
          SELECT settlement.* FROM standing JOIN settlement ON settlement.act = standing.root
            JOIN act ON act.id = settlement.act
          WHERE depth % 2 = 0\(year.map { " AND year = \($0)" } ?? "")
          ORDER BY act.day, settlement.id
          """, arguments: ["day": day.number])
      for row in rows {
        let settlement = try SignedSettlement(row)
        found["\(settlement.county)/\(settlement.year)"] = settlement
      }
      return found.values.sorted { ($0.county, $0.year) < ($1.county, $1.year) }
    }
  }

  /// What settlements are computed from as of a day.
  public func groupAccounts(
    _ charter: GroupCharter, _ catalogue: Catalogue, asOf day: Day
  ) throws -> GroupAccounts {
    GroupAccounts(
      charter, catalogue, try groupBook(asOf: day), on: day,
      signed: try signedSettlements(asOf: day), actuals: try actuals(asOf: day))
  }

  /// The settlements of a year as of a day, of all counties in a region by code, open ones too.
  public func settlements(
    year: Int, in region: Division.Code? = nil, _ charter: GroupCharter, _ catalogue: Catalogue,
    asOf day: Day
  ) throws -> [Settlement] {
    let desk = try groupAccounts(charter, catalogue, asOf: day)
    return catalogue.divisions.all(.county, within: region ?? catalogue.province)
      .map { desk.settlement(of: $0.id, year) }
  }

  func book(asOf day: Day, _ db: Database) throws -> GroupState {
    var entries: [GroupEntry] = []
    let acts = Self.groupActs.replacing(":day", with: "\(day.number)")
    let rows = try PlainRows(
      db,
      """
      \(acts)
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
  private static let groupActs = """
    WITH RECURSIVE rooted (act) AS (
      SELECT act FROM group_fact UNION SELECT act FROM settlement),
    chain (root, last, depth) AS (
      SELECT act, act, 0 FROM rooted JOIN act ON act.id = rooted.act WHERE act.day <= :day
      UNION ALL
      SELECT chain.root, act.id, chain.depth + 1 FROM chain JOIN act ON act.answers = chain.last
      WHERE act.day <= :day),
    standing (root, last, depth) AS (
      SELECT root, last, max(depth) FROM chain GROUP BY root)
    """
}
