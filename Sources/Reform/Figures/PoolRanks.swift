/// Where a county stands in its city, among places of like size and in the province (三个名次), and in a
/// ledger of the whole country in that too.
///
/// Each is a rank of its own among the places of that pool; a city has none in a city.
public struct PoolRanks: Hashable, Sendable {
  /// Whom a place is ranked among.
  public enum Pool: String, Hashable, Sendable, CaseIterable {
    case nation, province, city, peers

    public var name: Phrase {
      switch self {
      case .nation: Phrase("全国", "country")
      case .province: Phrase("全省", "province")
      case .city: Phrase("本市", "city")
      case .peers: Phrase("同规模", "like size")
      }
    }
  }

  public struct Rank: Hashable, Sendable {
    /// Which one it is in the order, whatever that is worth.
    public var position: Int
    /// How many places of the pool are in that order.
    public var ranked: Int
    /// The rank in the year before; nil where there is none, and across a break in the series.
    public var before: Int?
    /// Whether a document says which way is better.
    public var isDirected: Bool

    /// How good that is; nil where no document says which way is better.
    public var rank: Int? { isDirected ? position : nil }
    /// 12/117, in the order from the highest where no direction is known.
    public var ordered: String { "\(position)/\(ranked)" }
    /// 12/117; `-` where the order is not one of merit.
    public var shown: String { isDirected ? ordered : "-" }
  }

  /// None where the place has no rank in the year.
  public private(set) var ranks: [Pool: Rank] = [:]

  public init(
    _ report: IndicatorReport, _ indicator: Indicator, in place: Division.Code, _ year: Int
  ) {
    let divisions = report.divisions
    guard let level = divisions[place]?.level, level > .province,
      Ranking.apart(indicator, report.reading(indicator.id, in: place, year)) == nil
    else { return }
    let all = divisions.all.filter { $0.level == level }.map(\.id)
    var pools: [Pool: [Division.Code]] = [.province: all]
    if divisions.isNation {
      pools[.nation] = all
      pools[.province] = divisions.province(of: place).map { province in
        all.filter { divisions.isWithin($0, province) }
      }
    }
    pools[.peers] = PeerGroups(divisions, level).group(of: place)?.places
    if level == .county {
      let city = divisions.city(of: place)
      pools[.city] = divisions.parts(of: city).map(\.id)
    }
    for (pool, places) in pools {
      ranks[pool] = Self.ranks(report, indicator, year, places)[place]
    }
  }

  private init() {}

  /// The ranks of all counties, each pool being put in order once.
  public static func counties(
    _ report: IndicatorReport, _ indicator: Indicator, _ year: Int
  ) -> [Division.Code: PoolRanks] {
    let divisions = report.divisions
    let all = divisions.all.filter { $0.level == .county }.map(\.id)
    var pools: [(Pool, [Division.Code])] = [(divisions.isNation ? .nation : .province, all)]
    for province in divisions.all where divisions.isNation && province.level == .province {
      pools.append((.province, all.filter { divisions.isWithin($0, province.id) }))
    }
    for city in divisions.all where city.level == .city {
      pools.append((.city, divisions.parts(of: city.id).map(\.id)))
    }
    pools += PeerGroups(divisions, .county).groups.map { (.peers, $0.places) }
    var found: [Division.Code: PoolRanks] = [:]
    for (pool, places) in pools {
      for (place, rank) in ranks(report, indicator, year, places) {
        found[place, default: PoolRanks()].ranks[pool] = rank
      }
    }
    return found
  }

  private static func ranks(
    _ report: IndicatorReport, _ indicator: Indicator, _ year: Int, _ places: [Division.Code]
  ) -> [Division.Code: Rank] {
    let now = Ranking.positions(report, indicator, year, places).positions
    let isDirected = indicator.direction != nil
    let before =
      isDirected ? Ranking.positions(report, indicator, year - 1, places).positions : [:]
    return Dictionary(
      uniqueKeysWithValues: now.map { place, position in
        let flags = report.reading(indicator.id, in: place, year)?.flags ?? []
        let earlier = flags.contains(.breakInSeries) ? nil : before[place]
        return (
          place,
          Rank(
            position: position, ranked: now.count, before: earlier, isDirected: isDirected)
        )
      })
  }

  public subscript(pool: Pool) -> Rank? { ranks[pool] }

  /// The rank among all places of the level that the ledger knows.
  public var whole: Rank? { ranks[.nation] ?? ranks[.province] }

  /// The ranks in words, the widest pool first: 全省 12/117; 全省从高到低第 12/117 where no document
  /// says which way is better.
  public var words: [Phrase] {
    Pool.allCases.compactMap { pool in
      ranks[pool].map { rank in
        let (zh, en) = (pool.name.zh, pool.name.en)
        return rank.isDirected
          ? Phrase("\(zh) \(rank.ordered)", "\(en) \(rank.ordered)")
          : Phrase("\(zh)从高到低 \(rank.ordered)", "\(en), from the highest, \(rank.ordered)")
      }
    }
  }
}
