import Bundle
import Reform
import Testing

@testable import Dashboard

/// Of the places that were looked at not all are kept.
struct PlaceCacheTests {
  @Test func onlyThePlacesThatWereReadLastAreKept() throws {
    let catalogue = try BundledCatalogue.whole()
    let day = try #require(Day(2024, 12, 6))
    let places = catalogue.divisions.all(.county, within: catalogue.province).map(\.id).prefix(60)
    var cache = PlaceCache()
    func kept() -> [Division.Code] { places.filter { cache.sheet(of: $0, on: day) != nil } }
    for (turn, place) in (places + places.prefix(1)).enumerated() {
      let report = try #require(
        PlaceReport(of: place, catalogue, tallies: [], parts: [:], on: day))
      let request = PlaceSheet.Request(
        place: place, day: day, figures: 0, isWide: false, turn: turn)
      cache.put(PlaceSheet(request, report: report))
      #expect(cache.sheet(of: place, on: day) != nil && kept().count <= PlaceCache.most)
    }
    #expect(kept() == Array(places.prefix(1)) + Array(places.suffix(PlaceCache.most - 1)))
  }
}
