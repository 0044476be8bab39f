import Reform
import TestSupport
import Testing

@testable import Dashboard

/// How places are put in order: fairly, to the end, and the same from either side.
@Suite struct CompareTableTests {
  private let divisions = SmallCatalogue.make().divisions

  private func indicator(_ direction: Indicator.Direction?, from least: Amount? = nil) -> Indicator
  {
    Indicator(
      id: "x", name: Phrase("比", "share"), kind: .share, definition: Phrase("", ""),
      numerator: .init(Phrase("分子", "part"), unit: .people),
      denominator: .init(Phrase("分母", "whole"), unit: .people), direction: direction,
      source: ClauseReference("demo-1", "1"), rankedFrom: least)
  }

  /// A table of the cities with figures of 2019 and 2018, by their numerators over 100.
  private func table(
    _ indicator: Indicator, _ now: [Int?], before: [Int?] = [], denominator: [Int: Amount] = [:]
  ) throws -> CompareTable {
    let cities = divisions.all(.city, within: "140000").map(\.id)
    func figures(_ values: [Int?], _ year: Int) -> [Figure] {
      zip(cities, values).enumerated().compactMap { number, pair in
        pair.1.map { value in
          Figure(
            "x", in: pair.0, .year(year), numerator: Amount(value),
            denominator: denominator[number] ?? 100)
        }
      }
    }
    let report = IndicatorReport(
      figures(now, 2019) + figures(before, 2018), IndicatorCatalogue([indicator]), divisions)
    let key = CompareTable.Key(
      number: 1, region: "140000", level: .city, group: nil, indicator: nil, year: 2019)
    var table = CompareTable(
      key, places: Array(cities.prefix(now.count)),
      columns: [.init(indicator: indicator, year: 2019)])
    table.fill(0, ComparedReports(figures: report, groups: nil))
    return table
  }

  @Test func byValueTheHighestComesFirstUnlessItShouldGoDown() throws {
    let up = try table(indicator(.up), [10, 30, 20])
    #expect(up.order(by: 0, .value, isReversed: false) == ["140200", "140300", "140100"])
    let down = try table(indicator(.down), [10, 30, 20])
    #expect(down.order(by: 0, .value, isReversed: false) == ["140100", "140300", "140200"])
  }

  @Test func whatHasNoRankStandsApartWhicheverWayRound() throws {
    // The second has a tiny denominator, the third sent nothing.
    let table = try table(indicator(.up, from: 50), [10, 9, nil, 20], denominator: [1: 10])
    let forward = table.order(by: 0, .value, isReversed: false)
    let backward = table.order(by: 0, .value, isReversed: true)
    #expect(forward == ["140400", "140100", "140200", "140300"])
    #expect(backward == ["140100", "140400", "140200", "140300"])
    #expect(table[0]?.row(of: "140200")?.apart == .tiny)
    #expect(table[0]?.ranked == 2)
  }

  @Test func byChangeTheBestComesFirst() throws {
    let (now, before) = ([20, 20, 20, 20], [10, 25, 20, nil])
    let up = try table(indicator(.up), now, before: before)
    #expect(
      up.order(by: 0, .change, isReversed: false) == ["140100", "140300", "140200", "140400"])
    let down = try table(indicator(.down), now, before: before)
    #expect(
      down.order(by: 0, .change, isReversed: false) == ["140200", "140300", "140100", "140400"])
  }

  @Test func everyOrderHoldsEveryPlaceOnce() throws {
    var dice = Dice(seed: 4)
    for _ in 0..<50 {
      let values = (0..<11).map { _ in dice.roll(5) == 0 ? nil : dice.roll(6) }
      let before = (0..<11).map { _ in dice.roll(4) == 0 ? nil : dice.roll(6) }
      let table = try table(indicator(dice.roll(2) == 0 ? .up : nil), values, before: before)
      for measure in CompareScreen.Measure.allCases {
        for isReversed in [false, true] {
          let order = table.order(by: 0, measure, isReversed: isReversed)
          #expect(order.sorted() == table.places)
        }
      }
    }
  }

  @Test func aColumnIsColouredByDirectionOrByHeightOnly() throws {
    let plain = try table(indicator(nil), [10, 20, 30])
    #expect(plain.heat(of: 0, .value).direction == nil)
    let down = try table(indicator(.down), [10, 20, 30])
    #expect(down.heat(of: 0, .value).direction == .down)
    #expect(down.heat(of: 0, .value).low == 10 && down.heat(of: 0, .value).high == 30)
  }
}
