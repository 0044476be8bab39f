import Foundation
import Reform
import TestSupport
import Testing

@Suite struct GroupTests {
  private let rules: AssessmentRules

  init() throws {
    rules = try #require(Groups.charter.assessments.first { $0.id == "group-duties" })
  }

  @Test func everySetNamesADocumentAndClauseOfTheCatalogue() {
    let sources =
      Groups.charter.sets.flatMap(\.sources) + Groups.charter.assessments.map(\.source)
      + Groups.charter.rules.map(\.source)
    #expect(Groups.charter.sets.count >= 15 && !sources.isEmpty)
    for source in sources {
      let clause = Groups.catalogue.clauses[source.document]?.first { $0.path == source.clause }
      #expect(clause?.place == source.place, "\(source.key)")
    }
    for set in Groups.charter.sets where !set.isOpen {
      #expect(set.count == nil || set.count == set.printed.count, "\(set.id)")
    }
    #expect(Groups.charter[GroupCharter.gate]?.isOpen == true)
  }

  @Test func weightsThatDoNotAddUpAreRefusedWithWhatIsMissing() {
    let measure = rules.measures[0].id
    #expect(rules.measures.count == 16 && rules.links.count == 4)
    let fault = #expect(throws: Fault.self) { try rules.refuse(weights: [measure: 90]) }
    #expect(fault?.message.zh.contains("还差 10") == true && fault?.exitCode == 1)
    #expect(throws: Fault.self) { try rules.refuse(weights: [measure: 101, "quality": -1]) }
    #expect(throws: Fault.self) { try rules.refuse(weights: ["nothing": 100]) }
    #expect(throws: Never.self) {
      try rules.refuse(weights: [measure: 33.4, "quality": 66.6])
    }
  }

  @Test func theAssessmentUsesTheNearestWeightsOfItsYear() {
    let facts = [
      GroupFact("140000", .weights(2022, ["quality": 50, "finance": 50])),
      GroupFact("140800", .weights(2022, ["quality": 80, "finance": 20])),
      GroupFact("140821", .score(2022, "quality", 90)),
      GroupFact("140821", .score(2022, "finance", Decimal(sent: "70.5") ?? 0)),
      GroupFact("140821", .verdict(2022, "良好")),
      GroupFact("140105", .score(2022, "quality", 60)),
    ]
    let book = Groups.book(facts)
    let found = book.assessment(of: "140821", 2022, rules, Groups.divisions)
    #expect(found.total == Decimal(sent: "86.1") && found.weightsOf == "140800")
    #expect(found.verdict == "良好")
    let other = book.assessment(of: "140105", 2022, rules, Groups.divisions)
    #expect(other.weightsOf == "140000" && other.total == nil)
    #expect(other.missing.map(\.id) == ["finance"])
    #expect(book.assessment(of: "140821", 2023, rules, Groups.divisions).weightsOf == nil)
  }

  @Test func aListTakesItsThingsFromTheNearestPlace() throws {
    let set = try #require(Groups.charter[GroupCharter.gate])
    func item(_ place: String, _ number: Int, _ zh: String, dropped: Bool = false) -> GroupFact {
      GroupFact(place, .item(set.id, number, title: Phrase(zh, zh), isDropped: dropped))
    }
    let book = Groups.book([
      item("140000", 1, "省一"), item("140000", 2, "省二"), item("140800", 2, "市二"),
      item("140802", 1, "县一", dropped: true),
    ])
    let titles = { (county: String) in
      book.checklist(set, in: county, Groups.divisions).items.map(\.title.zh)
    }
    #expect(titles("140105") == ["省一", "省二"])
    #expect(titles("140821") == ["省一", "市二"])
    #expect(titles("140802") == ["市二"])
    let list = book.checklist(set, in: "140105", Groups.divisions)
    #expect(list.expected == 6 && !list.isComplete(by: Field.day("2030-01-01")))
  }

  @Test func evidenceCountsFromItsDayAndCanBeTakenAway() throws {
    let set = try #require(Groups.charter[GroupCharter.gate])
    var facts = Groups.gate("140802")
    #expect(
      Groups.book(facts).checklist(set, in: "140802", Groups.divisions)
        .isComplete(by: Field.day("2020-05-01")))
    #expect(
      !Groups.book(facts).checklist(set, in: "140802", Groups.divisions)
        .isComplete(by: Field.day("2020-04-30")))
    facts.append(GroupFact("140802", .evidence(set.id, 3, done: nil, text: "撤销")))
    let list = Groups.book(facts).checklist(set, in: "140802", Groups.divisions)
    #expect(list.done(by: Field.day("2022-01-01")) == 5)
  }

  @Test func aMemberMovedInMidYearIsToldWithItsDays() {
    let (left, joined) = (Field.day("2023-06-30"), Field.day("2023-07-01"))
    let book = Groups.book([
      GroupFact("140430", .member(.init("甲卫生院", .township, from: nil, to: left))),
      GroupFact("140429", .member(.init("甲卫生院", .township, from: joined))),
    ])
    let groups = book.groups(in: "140000", Groups.divisions)
    let moves = MemberMove.all(among: groups, in: 2023)
    #expect(
      moves == [
        MemberMove(member: "甲卫生院", from: "140430", to: "140429", left: left, joined: joined)
      ])
    #expect(MemberMove.all(among: groups, in: 2022).isEmpty)
    #expect(book.group(of: "140429").members(on: left).isEmpty)
    let desk = GroupAccounts(Groups.charter, Groups.catalogue, book, on: Field.day("2024-01-01"))
    let remarks = desk.settlement(of: "140430", 2023).remarks.map(\.zh)
    #expect(remarks.contains { $0.contains("2023-06-30 离开沁县") && $0.contains("2023-07-01 加入武乡县") })
  }

  @Test func aMemberInTwoGroupsAtOnceIsRefused() {
    let book = Groups.book([
      GroupFact("140430", .member(.init("甲卫生院", .township))),
      GroupFact("140429", .member(.init("甲卫生院", .township, from: Field.day("2023-07-01")))),
    ])
    let fault = #expect(throws: Fault.self) { try book.refuseOverlaps(Groups.divisions) }
    #expect(fault?.message.zh.contains("同时在武乡县") == true)
  }

  @Test(arguments: [
    ("140800", GroupFact.Content.budget(2023, Fen(1)), "不是县"),
    ("149999", .budget(2023, Fen(1)), "没有代码"), ("140802", .budget(2023, Fen(-1)), "小于零"),
    ("140802", .spending(2023, Fen(Fen.limit.count + 1)), "超过"),
    ("140802", .advance(2023, month: 13, Fen(1)), "没有 13 月"),
    ("140802", .budget(20_234, Fen(1)), "没有 20234 年"),
    ("140802", .score(2023, "quality", 101), "0 到 100"),
    ("140802", .card(.urban, name: " ", leadHospital: "x"), "空的"),
    ("140802", .evidence("nothing", 1, done: nil, text: "x"), "没有清单"),
    ("140802", .terms(2023, SettlementTerms(overrunFundShare: 101)), "0 到 100"),
  ])
  func whatMakesNoSenseIsRefusedInASentence(
    place: String, content: GroupFact.Content, words: String
  ) {
    let fault = #expect(throws: Fault.self) {
      try Groups.charter.refuse(GroupFact(place, content), in: Groups.divisions)
    }
    #expect(fault?.message.zh.contains(words) == true, "\(fault?.message.zh ?? "")")
  }

  @Test func aCountyInNoCityIsItsOwn() {
    let lost = Division(
      id: "149001", parent: "140000", level: .county, name: "无市县", short: "无市", english: "Lost",
      pinyin: "wushi")
    let divisions = Divisions(Groups.divisions.all + [lost])
    #expect(throws: Never.self) {
      try Groups.charter.refuse(GroupFact("149001", .budget(2023, Fen(1))), in: divisions)
    }
  }
}
