import GRDB
import Reform

extension Ledger {
  /// All facts of medical groups that stand as of a day.
  public func groupBook(asOf day: Day) throws -> GroupState {
    guard format >= 4 else { return GroupState([]) }
    return try reading { try GroupBook.read(db: $0, asOf: day) }
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
          \(GroupBook.acts())
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
}
