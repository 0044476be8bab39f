import Bundle
import Foundation
import Intake
import Reform
import TestSupport
import Testing

@Suite struct SettlementTests {
  private func parts(_ settlement: Settlement) -> [String: Int64] {
    Dictionary(uniqueKeysWithValues: settlement.parts.map { ($0.share.id, $0.fen.count) })
  }

  private func terms(
    _ county: String, _ year: Int, fund: Decimal? = nil, development: Decimal? = nil
  )
    -> GroupFact
  {
    let terms = SettlementTerms(overrunFundShare: fund, surplusDevelopment: development)
    return GroupFact(county, .terms(year, terms))
  }

  private func selected(_ county: String, from year: Int) -> GroupFact {
    GroupFact(county, .capitation(from: year, isSelected: true, evidence: "名单"))
  }

  @Test func aSurplusInYunchengGoesFortyToSixty() {
    let found = Groups.settlement(Groups.linyi, 2020, budget: 100_000, spending: 99_899)
    #expect(found.outcome == .surplus && found.balance == Fen(101) && found.isBinding)
    #expect(parts(found) == ["development": 40, "staff": 61])
    #expect(found.governing.rule?.id == "surplus-uses")
    #expect(found.governing.rule?.source.key == "yzbf-2019-3/20")
    #expect(found.due == Fen(50_000))
    #expect(found.steps.last?.fen == found.due)
  }

  @Test func theThreeDemonstrationCountiesDivideSixThreeOne() {
    let clause = ClauseReference("yzbf-2019-3", "20")
    let counties = GroupCharter.demonstrationCounties(of: clause, in: Groups.catalogue)
    #expect(Set(counties) == ["140802", "140822", "140825"])
    for county in counties {
      let found = Groups.settlement(county, 2020, budget: 100_000, spending: 99_993)
      #expect(parts(found) == ["county": 4, "township": 2, "village": 1])
      #expect(found.governing.rejected.contains { $0.rule.id == "surplus-uses" })
    }
  }

  @Test func anOverrunIsSharedByTheRatioThatWasEntered() {
    let without = Groups.settlement(Groups.linyi, 2020, budget: 100_000, spending: 100_333)
    #expect(without.parts.isEmpty && without.due == nil && without.isBinding)
    #expect(without.governing.rule?.id == "overrun-shared" && !without.isAgreed)
    #expect(without.remarks.contains { $0.zh.contains("没有写超支分担比例") })
    let with = Groups.settlement(
      Groups.linyi, 2020, budget: 100_000, spending: 100_333,
      [terms(Groups.linyi, 2020, fund: Decimal(sent: "33.3") ?? 0)])
    #expect(parts(with) == ["fund": 111, "group": 222] && with.isAgreed)
    #expect(with.due == Fen(100_000 + 111 - 50_000))
  }

  @Test func aTrialCountyOfDocument15IsNotPaidItsOverrunAndTheReasonIsGiven() {
    let more = [selected(Groups.linyi, from: 2023), terms(Groups.linyi, 2023, fund: 50)]
    let found = Groups.settlement(Groups.linyi, 2023, budget: 1000, spending: 1500, more)
    #expect(found.governing.rule?.source.key == "jzf-2023-15/2.5.2")
    #expect(parts(found) == ["fund": 0, "group": 500] && !found.isAgreed)
    let other = found.governing.rejected.first { $0.rule.id == "overrun-shared" }
    #expect(other?.reason.zh.contains("在后") == true)
    #expect(found.remarks.contains { $0.zh.contains("以文件为准") })
  }

  @Test func aDocumentDoesNotGovernYearsBeforeItWasIssued() {
    let more = [selected(Groups.linyi, from: 2022), terms(Groups.linyi, 2022, fund: 50)]
    let found = Groups.settlement(Groups.linyi, 2022, budget: 1000, spending: 1500, more)
    #expect(found.governing.rule?.id == "overrun-shared")
    #expect(
      found.governing.rejected.first?.reason.zh.contains("2023-08-09 才印发") == true)
    let early = Groups.settlement(Groups.linyi, 2018, budget: 1000, spending: 900)
    #expect(early.governing.rule == nil && early.parts.isEmpty)
  }

  @Test func theCitysDocumentDoesNotReachOtherCities() {
    let found = Groups.settlement(Groups.pingyao, 2023, budget: 1000, spending: 900)
    #expect(found.governing.rule == nil && found.parts.isEmpty && found.due == nil)
    #expect(found.governing.rejected.contains { $0.reason.zh.contains("只管运城市") })
    let agreed = Groups.settlement(
      Groups.pingyao, 2023, budget: 1000, spending: 900,
      [terms(Groups.pingyao, 2023, development: 30)])
    #expect(parts(agreed) == ["development": 30, "staff": 70] && agreed.isAgreed)
    let trial = Groups.settlement(
      Groups.pingyao, 2023, budget: 1000, spending: 900, [selected(Groups.pingyao, from: 2023)])
    #expect(parts(trial) == ["group": 100] && trial.governing.rule?.id == "surplus-kept")
  }

  @Test func aSurplusOfATrialCountyInYunchengKeepsTheCitysRatio() {
    let found = Groups.settlement(
      Groups.linyi, 2023, budget: 1000, spending: 900, [selected(Groups.linyi, from: 2023)])
    #expect(found.governing.rule?.id == "surplus-uses")
    let kept = found.governing.rejected.first { $0.rule.id == "surplus-kept" }
    #expect(kept?.reason.zh.contains("结余留用") == true)
  }

  @Test func theConditionOfThePackageHoldsOnlyWhereItsDocumentDoes() {
    let elsewhere = Groups.settlement(Groups.pingyao, 2023, budget: 1000, spending: 900, done: 0)
    #expect(elsewhere.qualification.gate == nil && elsewhere.isBinding)
    #expect(elsewhere.obstacle == nil && !elsewhere.remarks.contains { $0.zh.contains("六统一") })
    let before = Groups.settlement(Groups.linyi, 2018, budget: 1000, spending: 900, done: 0)
    #expect(before.qualification.gate == nil && before.isBinding)
    let here = Groups.settlement(Groups.linyi, 2019, budget: 1000, spending: 900, done: 5)
    #expect(here.qualification.gate?.source.key == "yzbf-2019-3/20" && !here.isBinding)
  }

  @Test func theAssessmentEntersByTheFactorThatTheOfficeEntered() {
    let factor = GroupFact(
      Groups.linyi, .terms(2020, SettlementTerms(assessmentFactor: Decimal(sent: "90.5"))))
    let found = Groups.settlement(Groups.linyi, 2020, budget: 100_000, spending: 99_000, [factor])
    #expect(found.payout?.granted == Fen(905) && found.payout?.withheld == Fen(95))
    #expect(parts(found) == ["development": 362, "staff": 543])
    #expect(found.due == Fen(100_000 - 95 - 50_000))
    #expect(found.remarks.contains { $0.zh.contains("90.5% 是本单位录入的") })
    let without = Groups.settlement(Groups.linyi, 2020, budget: 100_000, spending: 99_000)
    #expect(without.payout == nil && without.parts.map(\.fen).sum == Fen(1000))
    #expect(without.remarks.contains { $0.zh.contains("没有录入系数，结余按全额计算") })
    let elsewhere = GroupFact(
      Groups.pingyao, .terms(2023, SettlementTerms(surplusDevelopment: 30, assessmentFactor: 80)))
    let other = Groups.settlement(Groups.pingyao, 2023, budget: 1000, spending: 900, [elsewhere])
    #expect(other.payout == nil && other.parts.map(\.fen).sum == Fen(100))
    #expect(other.remarks.contains { $0.zh.contains("没有使用") })
  }

  @Test func aLimitOnInstitutionsIsJudgedByEachOfThemAndNotByTheSum() throws {
    let members = ["甲院", "乙院", "丙院"].map {
      GroupFact(Groups.linyi, .member(.init($0, .county, from: Field.day("2018-01-01"))))
    }
    func staff(_ name: String, _ inPost: Int, _ posts: Int) -> GroupFact {
      GroupFact(
        Groups.linyi, .staffing(2022, member: name, Staffing(inPost: inPost, posts: posts)))
    }
    func limit(_ facts: [GroupFact]) throws -> GroupLimit {
      let desk = GroupAccounts(
        Groups.charter, Groups.catalogue, Groups.book(members + facts),
        on: Field.day("2023-06-01"))
      let figure = Figure(
        "posts-filled", in: Groups.linyi, .year(2022), numerator: 280, denominator: 300)
      let report = IndicatorReport([figure], BundledCatalogue.indicators(), Groups.divisions)
      return try #require(
        GroupLimit.all(of: Groups.linyi, report, desk).first {
          $0.indicator.id == "posts-filled"
        })
    }
    let some = try limit([staff("甲院", 95, 100), staff("乙院", 85, 100)])
    // The sum is at 93 %, but one institution has no numbers.
    #expect(some.bindsInstitutions && some.value.map { $0 > 93 } == true && some.isKept == nil)
    #expect(some.institutions.map(\.member) == ["丙院", "乙院", "甲院"])
    #expect(some.institutions.map(\.isKept) == [nil, true, true])
    let broken = try limit([staff("甲院", 95, 100), staff("乙院", 84, 100)])
    #expect(broken.isKept == false)
    let all = try limit([
      staff("甲院", 95, 100), staff("乙院", 85, 100), staff("丙院", 100, 100),
    ])
    #expect(all.isKept == true)
  }

  @Test func staffThatMakesNoSenseIsRefused() {
    for staffing in [
      Staffing(inPost: 5), Staffing(inPost: 9, posts: 8), Staffing(inPost: -1, posts: 3),
      Staffing(), Staffing(professionals: 3, staff: Staffing.limit + 1),
    ] {
      #expect(throws: Fault.self) {
        try Groups.charter.refuse(
          GroupFact(Groups.linyi, .staffing(2022, member: "甲院", staffing)), in: Groups.divisions)
      }
    }
  }

  @Test func withoutSixUnifiedNothingIsBindingButAllIsShown() {
    let found = Groups.settlement(Groups.linyi, 2020, budget: 1000, spending: 900, done: 5)
    #expect(!found.isBinding && found.due == nil)
    #expect(found.qualification.done == 5 && !found.qualification.isComplete)
    #expect(parts(found) == ["development": 40, "staff": 60])
    #expect(found.remarks.first?.zh.contains("5/6") == true)
    let bare = GroupAccounts(
      Groups.charter, Groups.catalogue,
      Groups.book(Groups.money(Groups.linyi, 2020, budget: 10, spending: 9)),
      on: Field.day("2025-01-01")
    ).settlement(of: Groups.linyi, 2020)
    #expect(!bare.isBinding && bare.qualification.checklist.items.isEmpty)
    #expect(bare.remarks.contains { $0.zh.contains("没有列出内容") })
  }

  @Test func anOpenYearSaysWhatIsMissing() {
    let desk = GroupAccounts(
      Groups.charter, Groups.catalogue,
      Groups.book([GroupFact(Groups.linyi, .budget(2024, Fen(1200)))]), on: Field.day("2024-03-31"))
    let found = desk.settlement(of: Groups.linyi, 2024)
    #expect(found.outcome == .open && found.balance == nil && found.parts.isEmpty)
    #expect(found.remarks.contains { $0.zh.contains("没有登记全年实际发生") })
    #expect(found.remarks.contains { $0.en.contains("months 1, 2, 3.") })
    let level = Groups.settlement(Groups.linyi, 2020, budget: 1000, spending: 1000)
    #expect(level.outcome == .balanced && level.due == Fen(500) && level.parts.isEmpty)
  }

  @Test func forRandomAmountsPartsAddUpAndGrowWithTheSurplus() throws {
    var dice = Dice(seed: 11)
    for _ in 0..<120 {
      let county = [Groups.linyi, Groups.yanhu][dice.roll(2)]
      let budget = Int64(dice.roll(1_000_000_000_000)) + 1000
      let spending = Int64(dice.roll(Int(budget) * 2))
      let more = [terms(county, 2021, fund: Decimal(dice.roll(101)))]
      let found = Groups.settlement(county, 2021, budget: budget, spending: spending, more)
      let balance = try #require(found.balance)
      #expect(found.parts.map(\.fen).sum.count == abs(balance.count))
      #expect(found.parts.allSatisfy { !$0.fen.isNegative })
      guard found.outcome == .surplus, spending > 0 else { continue }
      let next = Groups.settlement(county, 2021, budget: budget, spending: spending - 1, more)
      #expect(zip(found.parts, next.parts).allSatisfy { $0.fen <= $1.fen })
    }
  }

  @Test func whatWasSignedIsHeldAgainstWhatIsReckonedNow() throws {
    let found = Groups.settlement(Groups.linyi, 2020, budget: 1000, spending: 900)
    let signed = try #require(SignedSettlement(found))
    #expect(signed.rule == "surplus-uses" && signed.agrees(with: found))
    let later = Groups.settlement(Groups.linyi, 2020, budget: 1000, spending: 901)
    #expect(!signed.agrees(with: later))
  }
}
