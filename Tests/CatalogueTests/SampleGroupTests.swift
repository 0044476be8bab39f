import Bundle
import Foundation
import Intake
import Reform
import Testing

@Suite struct SampleGroupTests {
  private static let catalogue = (try? BundledCatalogue.whole()) ?? BundledCatalogue.tables()
  private static let charter = BundledCatalogue.charter()
  private static let sample = SampleGroups(catalogue, charter)
  private static let acts = sample.acts()

  private static func desk(_ day: Day) -> GroupAccounts {
    let facts = acts.filter { $0.day <= day }.flatMap { act in act.facts.map { (act, $0) } }
    let entries = facts.enumerated().map { index, found in
      GroupEntry(
        id: index, act: index, fact: found.1, who: found.0.who, day: found.0.day, at: "")
    }
    return GroupAccounts(charter, catalogue, GroupState(entries), on: day)
  }

  @Test func everyMakingIsTheSameAndEverythingIsMarkedAsMadeUp() {
    let again = Self.sample.acts()
    #expect(again.map(\.facts) == Self.acts.map(\.facts))
    #expect(Self.acts.map(\.day) == Self.acts.map(\.day).sorted())
    #expect(Self.acts.allSatisfy { $0.who.hasPrefix("示例") && $0.facts.allSatisfy(\.isMadeUp) })
    let rows = Resource.named("sample/groups.csv").map { CSVReader($0.bytes).records() } ?? []
    #expect(rows.count == 11 && rows.allSatisfy { $0["made_up"] == "yes" })
  }

  @Test func institutionsOfYunchengHaveStaffThatKeepsTheLimitsOrNot() throws {
    let staffing = Self.acts.flatMap(\.facts).filter { $0.kind == .staffing }
    #expect(staffing.count > 60 && staffing.allSatisfy { $0.place.hasPrefix("1408") })
    let shares = staffing.compactMap { fact -> Decimal? in
      guard case .staffing(_, _, let staffing) = fact.content else { return nil }
      return staffing.share(of: "posts-filled")
    }
    #expect(shares.contains { $0 >= 85 } && shares.contains { $0 < 85 })
  }

  @Test func actualsAreMarkedAndWouldBeTaken() throws {
    let acts = SampleActuals.acts(Self.catalogue)
    let rows = Resource.named("sample/actuals.csv").map { CSVReader($0.bytes).records() } ?? []
    #expect(acts.count == rows.count && acts.count >= 20)
    #expect(rows.allSatisfy { $0["made_up"] == "yes" })
    for act in acts {
      #expect(act.actual.isMadeUp && act.who.hasPrefix("示例") && act.day <= SampleProgress.day)
      try act.actual.refuse(in: Self.catalogue, today: act.day)
    }
  }

  @Test func everyFactWouldBeTakenByTheLedger() throws {
    for fact in Self.acts.flatMap(\.facts) {
      try Self.charter.refuse(fact, in: Self.catalogue.divisions)
    }
    try Self.desk(SampleProgress.day).book.refuseOverlaps(Self.catalogue.divisions)
  }

  @Test func allKindsOfSettlementsAreThere() {
    let desk = Self.desk(SampleProgress.day)
    let counties = Self.catalogue.divisions.all.filter { $0.level == .county }
    let settlements = counties.map { desk.settlement(of: $0.id, 2023) }
    #expect(settlements.count == 117)
    let rules = Set(settlements.compactMap(\.governing.rule?.id))
    #expect(
      rules.isSuperset(of: ["surplus-levels", "surplus-uses", "overrun-unpaid", "overrun-shared"]))
    #expect(settlements.contains { $0.isBinding } && settlements.contains { !$0.isBinding })
    #expect(settlements.contains { $0.outcome == .overrun && $0.parts.isEmpty })
    #expect(desk.moves(of: "140429", in: 2023).count == 1)
    #expect(counties.allSatisfy { desk.settlement(of: $0.id, 2024).outcome == .open })
    let signed = Self.sample.signed(desk)
    #expect(signed.count > 20 && signed.allSatisfy { $0.isMadeUp && $0.year == 2022 })
  }
}
