import Foundation
import Reform
import TestSupport
import Testing

/// Which rules a year's assessment goes by, and what becomes of scores under others.
struct AssessmentTests {
  private func governing(_ place: String, _ year: Int) -> GoverningAssessment {
    Groups.charter.governingAssessment(of: place, in: year, Groups.catalogue)
  }

  private func desk(_ facts: [GroupFact]) -> GroupAccounts {
    GroupAccounts(
      Groups.charter, Groups.catalogue, Groups.book(facts), on: Field.day("2025-01-01"))
  }

  @Test(arguments: [
    (Groups.yanhu, 2018, nil), (Groups.yanhu, 2019, "group-duties"),
    (Groups.yanhu, 2022, "group-duties"), (Groups.yanhu, 2023, "four-aspects"),
    (Groups.pingyao, 2022, nil), (Groups.pingyao, 2023, "four-aspects"),
    ("140800", 2022, "group-duties"), ("140000", 2022, nil), ("140000", 2024, "four-aspects"),
  ])
  func rulesGovernFromTheYearOfTheirDocumentInItsRegion(
    place: String, year: Int, rules: String?
  ) {
    let found = governing(place, year)
    #expect(found.rules?.id == rules)
    #expect(!found.reason.zh.isEmpty && !found.reason.en.isEmpty)
    #expect(found.rejected.count == Groups.charter.assessments.count - (rules == nil ? 0 : 1))
  }

  @Test func whyRulesDoNotGovernIsSaid() {
    let reasons = { (place: String, year: Int) in
      governing(place, year).rejected.map(\.reason.zh).joined()
    }
    #expect(reasons(Groups.yanhu, 2022).contains("2023-08-09 才印发，管不到 2022 年"))
    #expect(reasons(Groups.pingyao, 2023).contains("只管运城市"))
    #expect(reasons(Groups.yanhu, 2023).contains("由省政府印发，在后"))
  }

  @Test func theClauseOfTheProvinceNamesFourAspectsAndLinksNothing() throws {
    let rules = try #require(governing("140000", 2023).rules)
    #expect(rules.source.document == "jzf-2023-15" && rules.source.clause == "2.2.4")
    #expect(
      rules.measures.map(\.name.zh) == [
        "就医和诊疗秩序", "医疗卫生服务能力", "医疗卫生资源利用", "医保基金使用效能",
      ])
    #expect(rules.links.isEmpty && rules.measures.allSatisfy { $0.emphasis == .aspect })
    let ids = Groups.charter.assessments.flatMap(\.measures).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func scoresUnderOtherRulesStayReadableAndDoNotCount() {
    let found = desk([
      GroupFact("140000", .weights(2023, ["order-of-care": 60, "resource-use": 40])),
      GroupFact("140800", .weights(2023, ["quality": 100])),
      GroupFact(Groups.yanhu, .score(2023, "quality", 70)),
      GroupFact(Groups.yanhu, .score(2023, "order-of-care", 90)),
      GroupFact(Groups.yanhu, .score(2023, "resource-use", 80)),
      GroupFact(Groups.yanhu, .verdict(2023, "良好")),
    ]).assessment(of: Groups.yanhu, 2023)
    #expect(found.total == 86 && found.weightsOf == "140000" && found.verdict == "良好")
    #expect(found.rules?.id == "four-aspects")
    #expect(found.beside.map(\.rules?.id) == ["group-duties"])
    #expect(found.beside.first?.total == 70 && found.beside.first?.weightsOf == "140800")
  }

  @Test func withoutRulesThereIsNoTotalAndTheScoresStandBeside() {
    let found = desk([
      GroupFact(Groups.pingyao, .weights(2021, ["quality": 100])),
      GroupFact(Groups.pingyao, .score(2021, "quality", 70)),
    ]).assessment(of: Groups.pingyao, 2021)
    #expect(found.rules == nil && found.rows.isEmpty && found.total == nil)
    #expect(found.beside.count == 1 && found.beside.first?.total == 70)
  }

  @Test func weightsOfTwoDocumentsAreRefused() {
    let fault = #expect(throws: Fault.self) {
      try Groups.charter.refuse(
        GroupFact("140000", .weights(2023, ["quality": 50, "resource-use": 50])),
        in: Groups.divisions)
    }
    #expect(fault?.message.zh.contains("一年只用一套") == true)
  }
}
