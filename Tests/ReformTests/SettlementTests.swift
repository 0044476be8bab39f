import Foundation
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

  @Test func withoutSixUnifiedNothingIsBindingButAllIsShown() {
    let found = Groups.settlement(Groups.linyi, 2020, budget: 1000, spending: 900, done: 5)
    #expect(!found.isBinding && found.due == nil)
    #expect(found.qualification.done == 5 && !found.qualification.isComplete)
    #expect(parts(found) == ["development": 40, "staff": 60])
    #expect(found.remarks.first?.zh.contains("5/6") == true)
    let bare = SettlementDesk(
      Groups.charter, Groups.catalogue,
      Groups.book(Groups.money(Groups.linyi, 2020, budget: 10, spending: 9)),
      on: Field.day("2025-01-01")
    ).settlement(of: Groups.linyi, 2020)
    #expect(!bare.isBinding && bare.qualification.checklist.items.isEmpty)
    #expect(bare.remarks.contains { $0.zh.contains("没有列出内容") })
  }

  @Test func anOpenYearSaysWhatIsMissing() {
    let desk = SettlementDesk(
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
