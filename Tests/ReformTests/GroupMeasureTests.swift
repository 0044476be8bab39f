import Foundation
import Reform
import Testing

/// What medical groups are compared by: sums and never means, and nothing where nothing is known.
@Suite struct GroupMeasureTests {
  private static let (cityOfTwo, otherCity) = ("140800", "140100")

  private func report(_ facts: [GroupFact], on day: String = "2025-01-01") -> IndicatorReport {
    GroupAccounts(Groups.charter, Groups.catalogue, Groups.book(facts), on: Field.day(day))
      .measures()
  }

  private func evidence(_ county: String, _ number: Int, _ day: String) -> GroupFact {
    GroupFact(
      county, .evidence(GroupCharter.gate, number, done: Field.day(day), text: "文件"))
  }

  private let gate = GroupMeasure.list(GroupCharter.gate).id

  @Test func aCityIsTheSumOfItsGroupsAndNotTheirMean() throws {
    let more = [7, 8].map { number in
      GroupFact(Groups.linyi, .item(GroupCharter.gate, number, title: Phrase("另", "more")))
    }
    let facts = Groups.gate(Groups.yanhu) + Groups.gate(Groups.linyi, done: 1) + more
    let report = report(facts)
    #expect(report.reading(gate, in: Groups.yanhu, 2024)?.value == 100)
    #expect(report.reading(gate, in: Groups.linyi, 2024)?.value == decimal("12.5"))
    let city = try #require(report.reading(gate, in: Self.cityOfTwo, 2024))
    // 7 of 14; the mean of the two would be 56.25.
    #expect(city.numerator == 7 && city.denominator == 14 && city.value == 50)
    #expect(report.reading(gate, in: "140000", 2024)?.numerator == 7)
  }

  @Test func groupsOfWhichNothingIsEnteredAreMissingAndNotNought() throws {
    let report = report(Groups.gate(Groups.yanhu, done: 2))
    #expect(report.reading(gate, in: Groups.linyi, 2024) == nil)
    let city = try #require(report.reading(gate, in: Self.cityOfTwo, 2024))
    #expect(!city.isComplete && city.missing.contains(Groups.linyi))
    #expect(report.reading(gate, in: Self.otherCity, 2024) == nil)
  }

  @Test func aGroupWithoutEvidenceOfASetThatOthersShowStandsAtNought() throws {
    let facts =
      Groups.gate(Groups.yanhu) + Groups.money(Groups.linyi, 2024, budget: 100, spending: 90)
    let reading = try #require(report(facts).reading(gate, in: Groups.linyi, 2024))
    #expect(reading.numerator == 0 && reading.denominator == 6 && reading.value == 0)
  }

  @Test func aSetOfWhichNobodyShowsAnythingHasNoFigures() {
    let report = report(Groups.gate(Groups.yanhu))
    #expect(report.figures.years(of: GroupMeasure.list("three-lists").id) == nil)
  }

  @Test func aSetWithoutANumberAndWithoutMembersIsNoMeasure() {
    var charter = Groups.charter
    let source = charter.sets[0].sources
    charter.sets = [
      ChecklistSet(
        id: "open", name: Phrase("若干", "some"), count: nil, sources: source,
        subject: Phrase("", ""), printed: []),
      ChecklistSet(
        id: "listed", name: Phrase("三项", "three"), count: nil, sources: source,
        subject: Phrase("", ""), printed: [Phrase("甲", "a")]),
    ]
    #expect(GroupMeasure.all(charter).prefix(2) == [.list("listed"), .assessment])
  }

  @Test func whatIsDoneCountsFromItsDayToTheDayThatIsLookedAt() {
    let facts =
      Groups.gate(Groups.yanhu, done: 0)
      + [evidence(Groups.yanhu, 1, "2020-12-31"), evidence(Groups.yanhu, 2, "2021-01-01")]
      + [evidence(Groups.yanhu, 3, "2022-08-01")]
    let late = report(facts, on: "2022-12-31")
    let done = (2020...2022).map { late.reading(gate, in: Groups.yanhu, $0)?.numerator }
    #expect(done == [1, 2, 3])
    #expect(late.reading(gate, in: Groups.yanhu, 2019) == nil)
    let early = report(facts, on: "2022-07-31")
    let now = early.reading(gate, in: Groups.yanhu, 2022)
    #expect(now?.numerator == 2 && now?.flags == .provisional)
    #expect(early.reading(gate, in: Groups.yanhu, 2021)?.flags == [])
    #expect(early.reading(gate, in: Groups.yanhu, 2023) == nil)
  }

  @Test func moneyIsDividedAfterItIsAdded() throws {
    let facts =
      Groups.money(Groups.yanhu, 2023, budget: 100_00, spending: 120_00)
      + Groups.money(Groups.linyi, 2023, budget: 300_00, spending: 240_00)
    let report = report(facts)
    func value(_ measure: GroupMeasure, _ place: String) -> Decimal? {
      report.reading(measure.id, in: place, 2023)?.value
    }
    #expect(value(.spending, Groups.yanhu) == 120 && value(.balance, Groups.yanhu) == -20)
    #expect(value(.spending, Self.cityOfTwo) == 90 && value(.balance, Self.cityOfTwo) == 10)
    #expect(value(.advances, Self.cityOfTwo) == 50)
    let city = report.reading(GroupMeasure.spending.id, in: Self.cityOfTwo, 2023)
    #expect(city?.numerator == 360 && city?.denominator == 400)
  }

  @Test func moneyWithoutABudgetIsNoMeasure() {
    let county = Groups.yanhu
    let open = report([GroupFact(county, .spending(2023, Fen(100)))])
    #expect(open.figures.years == nil)
    let zero = report([
      GroupFact(county, .budget(2023, .zero)), GroupFact(county, .spending(2023, Fen(100))),
    ])
    let reading = zero.reading(GroupMeasure.spending.id, in: county, 2023)
    #expect(reading?.denominator == 0 && reading?.value == nil)
    let running = report([GroupFact(county, .budget(2024, Fen(100)))])
    #expect(running.reading(GroupMeasure.advances.id, in: county, 2024) == nil)
    #expect(report([GroupFact(county, .budget(2026, Fen(100)))]).figures.years == nil)
  }

  /// Those of the rules that govern 2023.
  private var measures: [AssessmentMeasure.ID] {
    let governing = Groups.charter.governingAssessment(
      of: Groups.yanhu, in: 2023, Groups.catalogue)
    return (governing.rules?.measures ?? []).map(\.id)
  }

  private func scores(_ county: String, _ score: Decimal) -> [GroupFact] {
    measures.map { GroupFact(county, .score(2023, $0, score)) }
  }

  private var weights: GroupFact {
    let ids = measures
    let all = Dictionary(uniqueKeysWithValues: ids.map { ($0, Decimal(0)) })
    return GroupFact("140000", .weights(2023, all.merging([ids[0]: 100]) { $1 }))
  }

  @Test func theTotalOfAnAssessmentIsRankedAndNeverAdded() {
    let facts =
      [weights] + scores(Groups.yanhu, 90) + scores(Groups.linyi, 70) + scores(Groups.pingyao, 80)
    let report = report(facts)
    let id = GroupMeasure.assessment.id
    #expect(report.reading(id, in: Groups.yanhu, 2023)?.value == 90)
    #expect(report.reading(id, in: Self.cityOfTwo, 2023) == nil)
    #expect(report.reading(id, in: "140000", 2023) == nil)
    let counties = Groups.divisions.all(.county, within: "140000").map(\.id)
    let ranking = report.book[id].map { Ranking(report, $0, 2023, of: counties) }
    #expect(ranking?.rows.map(\.place) == [Groups.yanhu, Groups.pingyao, Groups.linyi])
    #expect(ranking?.apart.count == counties.count - 3)
  }

  @Test func aTotalLacksWhileAScoreLacks() {
    let facts = [weights] + scores(Groups.yanhu, 90).dropFirst()
    #expect(report(facts).figures.years(of: GroupMeasure.assessment.id) == nil)
  }

  @Test func onlyWhatAMeasureIsMadeOfMakesItMadeUp() {
    var facts =
      Groups.gate(Groups.yanhu, done: 3)
      + Groups.money(Groups.yanhu, 2023, budget: 100, spending: 90)
    facts += Groups.gate(Groups.linyi, done: 3)
    facts.append(GroupFact(Groups.yanhu, .verdict(2023, "好"), isMadeUp: true))
    for index in facts.indices where facts[index].kind == .spending {
      facts[index].isMadeUp = true
    }
    let report = report(facts)
    #expect(report.reading(gate, in: Groups.yanhu, 2024)?.flags == [])
    #expect(report.reading(GroupMeasure.spending.id, in: Groups.yanhu, 2023)?.flags == .madeUp)
    #expect(report.reading(GroupMeasure.spending.id, in: Self.cityOfTwo, 2023)?.flags == .madeUp)
    let item = GroupFact(
      "140000", .item(GroupCharter.gate, 1, title: Phrase("一", "one")), isMadeUp: true)
    let all = self.report(facts + [item])
    #expect(all.reading(gate, in: Groups.linyi, 2024)?.flags == .madeUp)
  }

  @Test func onlyWhatDocumentsAskForHasADirection() throws {
    let book = GroupMeasure.book(Groups.charter)
    for measure in GroupMeasure.all(Groups.charter) {
      let indicator = try #require(book[measure.id])
      #expect(indicator.direction == (GroupMeasure.money.contains(measure) ? nil : .up))
      #expect(GroupMeasure(indicator.id, Groups.charter) == measure)
      #expect(GroupMeasure.names(indicator.id) && indicator.due == nil)
      #expect(!indicator.isDefinitionPrinted && indicator.source?.clause.isEmpty == false)
      #expect([indicator.name, indicator.short].allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty })
    }
    #expect(book.all.count == GroupMeasure.all(Groups.charter).count)
    #expect(GroupMeasure("medical-service-share", Groups.charter) == nil)
  }
}
