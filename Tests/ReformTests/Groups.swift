import Bundle
import Foundation
import Intake
import Reform

/// Groups and money for the tests of the settlement: made up, in a catalogue that is real.
enum Groups {
  static let charter = BundledCatalogue.charter()
  static let catalogue = (try? BundledCatalogue.whole()) ?? Field.tables
  static let divisions = catalogue.divisions
  /// 盐湖区, a demonstration county; 临猗县, another one of Yuncheng; 平遥县, elsewhere.
  static let (yanhu, linyi, pingyao) = ("140802", "140821", "140728")

  static func book(_ facts: [GroupFact], on day: String = "2021-01-01") -> GroupState {
    GroupState(
      facts.enumerated().map { index, fact in
        GroupEntry(
          id: index, act: index, fact: fact, who: "王明", day: Field.day(day), at: "\(day)T09:00:00")
      })
  }

  /// Six things of 六统一, the first `done` of them done.
  static func gate(_ county: String, done: Int = 6) -> [GroupFact] {
    (1...6).flatMap { number -> [GroupFact] in
      let item = GroupFact(
        county, .item(GroupCharter.gate, number, title: Phrase("第\(number)项", "item \(number)")))
      let evidence = GroupFact(
        county,
        .evidence(GroupCharter.gate, number, done: Field.day("2020-05-01"), text: "文件\(number)"))
      return number <= done ? [item, evidence] : [item]
    }
  }

  static func money(_ county: String, _ year: Int, budget: Int64, spending: Int64) -> [GroupFact] {
    [
      GroupFact(county, .budget(year, Fen(budget))),
      GroupFact(county, .spending(year, Fen(spending))),
      GroupFact(county, .advance(year, month: 1, Fen(budget / 2))),
    ]
  }

  static func settlement(
    _ county: String, _ year: Int, budget: Int64, spending: Int64, done: Int = 6,
    _ more: [GroupFact] = []
  ) -> Settlement {
    let facts = gate(county, done: done) + money(county, year, budget: budget, spending: spending)
    return GroupAccounts(charter, catalogue, book(facts + more), on: Field.day("2025-01-01"))
      .settlement(of: county, year)
  }
}
