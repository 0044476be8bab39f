import Foundation
import Reform
import TestSupport
import Testing

@Suite struct PlaceTests {
  private let catalogue = Groups.catalogue

  private func named(_ clause: String) -> Set<String> {
    Set(
      catalogue.divisions.all.map(\.id).filter { place in
        catalogue.roles(of: place).contains { $0.source.key == clause }
      })
  }

  @Test func placesNamedForOnePurposeAreFoundAtTheClause() {
    #expect(named("yzbf-2019-3/9").count == 11)
    #expect(named("yzbf-2019-3/10") == ["140881", "140821", "140822", "140824", "140830"])
    #expect(
      named("yzbf-2019-3/13")
        == ["140802", "140821", "140822", "140824", "140825", "140829", "140830"])
    #expect(named("jzf-2023-15/2.2.4") == ["140781", "140822", "140802"])
  }

  @Test func aRoleSaysWhatForAndWhereItStands() {
    let found = catalogue.roles(of: "140825")
    let role = found.first { $0.source.key == "yzbf-2019-3/20" }
    #expect(role?.role == .demonstration && role?.clausePlace.zh == "二（三）20")
    #expect(role?.document?.region == "140800")
  }

  @Test func aCountyIsBoundByItsOwnItsCitysAndItsProvincesTasks() {
    let day = Field.day("2024-12-06")
    func ties(_ place: String) -> [String: PlaceDuty] {
      Dictionary(
        uniqueKeysWithValues: catalogue.duties(of: place, on: day).map { ($0.task.id, $0) })
    }
    let (yanhu, pingyao) = (ties("140802"), ties("140728"))
    #expect(yanhu["yzbf-2019-3/19"]?.tie == .own)
    #expect(yanhu["yzbf-2019-3/13"]?.tie == .named)
    #expect(yanhu["yzbf-2019-3/18"] != nil && pingyao["yzbf-2019-3/18"] == nil)
    #expect(pingyao["jzf-2023-15/2.1.6"]?.holder == "140000")
    #expect(pingyao.values.contains { $0.tie == .city && $0.holder == "140700" })
    let early = catalogue.duties(of: "140802", on: Field.day("2019-03-01"))
    #expect(!early.isEmpty && early.allSatisfy { $0.task.document == "yzbf-2019-3" })
  }

  @Test func aReportGoesFromTheProvinceDownAndCountsItsParts() throws {
    let day = Field.day("2024-12-06")
    let report = try #require(
      PlaceReport(of: "140800", catalogue, tallies: [], parts: [:], on: day))
    #expect(report.crumbs.map(\.id) == ["140000", "140800"])
    #expect(report.parts.count == 13 && report.parts.allSatisfy { $0.counts.total > 0 })
    #expect(report.counts.total == report.tasks.standings.count)
    let whole = try #require(
      PlaceReport(of: "140000", catalogue, tallies: [], parts: [:], on: day))
    let next = whole.next.compactMap(\.due)
    #expect(!next.isEmpty && next == next.sorted() && next.allSatisfy { $0 >= day })
    #expect(PlaceReport(of: "999999", catalogue, tallies: [], parts: [:], on: day) == nil)
  }

  @Test func achievementsOfABulletinComeWithTheirPlaceResultsFirst() throws {
    let list = [
      Achievement(
        id: "ygxx-2020-11/1", place: "140400", theme: "x", what: Phrase("目标", "goal"), value: 1,
        unit: "个", kind: .goal),
      Achievement(
        id: "ygxx-2020-11/2", place: "140400", theme: "x", what: Phrase("结果", "result"), value: 2,
        unit: "个"),
      Achievement(
        id: "ygxx-2020-11/3", place: "140100", theme: "x", what: Phrase("别处", "other"), value: 3,
        unit: "个"),
    ]
    func report(_ day: String) -> PlaceReport? {
      PlaceReport(
        of: "140400", catalogue, tallies: [], parts: [:], achievements: list, on: Field.day(day))
    }
    #expect(report("2024-01-01")?.achievements.map(\.value) == [2, 1])
    #expect(report("2024-01-01")?.results.count == 1)
    #expect(report("2020-12-01")?.achievements.isEmpty == true)
  }
}
