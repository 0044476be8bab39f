import Foundation
import Reform
import Testing

/// The three ranks of a county: in the province, in its city, among places of like size.
@Suite struct PoolRankTests {
  /// Eight counties of two cities, the population growing with the code; 2 places a group.
  private let divisions: Divisions = {
    var all = [place("990000", nil, .province)]
    for city in 1...2 {
      all.append(place("990\(city)00", "990000", .city))
      for county in 1...4 {
        let size = (city - 1) * 4 + county
        all.append(
          place("990\(city)0\(county)", "990\(city)00", .county, size * 10_000))
      }
    }
    return Divisions(all)
  }()

  private static func place(
    _ code: String, _ parent: String?, _ level: Division.Level, _ population: Int? = nil
  ) -> Division {
    Division(
      id: code, parent: parent, level: level, name: code, short: code, english: code,
      pinyin: code, population: population)
  }

  private func ranks(_ values: [String: Decimal], of place: String, year: Int = 2023) -> PoolRanks {
    let figures = values.map { code, value in
      Small.figure(code, 2023, value, 1000)
    }
    let report = IndicatorReport(figures, Small.book, divisions)
    return PoolRanks(report, Small.share, in: place, year)
  }

  private let values: [String: Decimal] = [
    "990101": 10, "990102": 20, "990103": 30, "990104": 40, "990201": 50, "990202": 60,
    "990203": 70, "990204": 70,
  ]

  @Test func aCountyHasARankInEachPool() {
    let ranks = ranks(values, of: "990103")
    #expect(ranks[.province]?.shown == "6/8")
    #expect(ranks[.city]?.shown == "2/4")
    // With 990104, the next in size.
    #expect(ranks[.peers]?.shown == "2/2")
    #expect(ranks.words.map(\.zh) == ["全省 6/8", "本市 2/4", "同规模 2/2"])
  }

  @Test func tiesShareARank() {
    #expect(ranks(values, of: "990204")[.province]?.shown == "1/8")
    #expect(ranks(values, of: "990203")[.peers]?.rank == 1)
    #expect(ranks(values, of: "990202")[.province]?.rank == 3)
  }

  @Test func onlyPlacesWithARankAreCounted() {
    let few = values.filter { $0.key != "990104" && $0.key != "990101" }
    let ranks = ranks(few, of: "990103")
    #expect(ranks[.province]?.shown == "5/6" && ranks[.peers]?.shown == "1/1")
    #expect(self.ranks(few, of: "990101").ranks.isEmpty)
  }

  @Test func aCityIsRankedAmongCitiesAndTheProvinceAmongNobody() {
    let city = ranks(values, of: "990100")
    #expect(city[.province]?.shown == "2/2" && city[.city] == nil)
    #expect(ranks(values, of: "990000").ranks.isEmpty)
    #expect(ranks(values, of: "000000").ranks.isEmpty)
  }

  @Test func allTogetherAreTheSameAsOneByOne() {
    let figures = values.map { Small.figure($0.key, 2023, $0.value, 1000) }
    let report = IndicatorReport(figures, Small.book, divisions)
    let all = PoolRanks.counties(report, Small.share, 2023)
    #expect(all.count == 8)
    for (place, ranks) in all {
      #expect(ranks == PoolRanks(report, Small.share, in: place, 2023))
    }
  }

  @Test func theRankOfTheYearBeforeIsOfTheSamePool() {
    let figures =
      values.map { Small.figure($0.key, 2023, $0.value, 1000) }
      + ["990101", "990102", "990103"].map { Small.figure($0, 2022, 100, 1000) }
      + [Small.figure("990104", 2022, 500, 1000)]
    let report = IndicatorReport(figures, Small.book, divisions)
    let ranks = PoolRanks(report, Small.share, in: "990103", 2023)
    #expect(ranks[.province]?.before == 2 && ranks[.peers]?.before == 2)
  }
}
