import LedgerStore
import Reform
import TestSupport
import Testing

/// Forms of tasks that came back stand and fall with the act that took them in.
@Suite struct SentFormTests {
  private let rules = ActRules.none
  private let day = SmallCatalogue.day

  private func form(_ place: Division.Code = "140400", _ hash: String = "aa") -> SentForm {
    SentForm(
      place, made: day.adding(days: -5), file: "长治.xlsx", hash: hash, count: 3, sender: "张三",
      phone: "0355")
  }

  private func act(_ forms: [SentForm], _ changes: [Change] = []) -> Act {
    Act(.returned(forms, changes), OpenLedger.stamp())
  }

  @Test func formsAreKeptWithWhatTheyBring() throws {
    let open = try OpenLedger()
    let change = Change(OpenLedger.changzhi, status: .underway)
    let forms = [form(), form("140100")]
    let entered = try open.ledger.enter(act(forms, [change]), under: rules).entries
    #expect(entered?.count == 1)
    let kept = try open.ledger.sentForms(asOf: day)
    #expect(kept.map(\.form) == forms && kept.allSatisfy { $0.withdrawal == nil })
    #expect(kept.map(\.who) == ["王明", "王明"] && kept.map(\.day) == [day, day])
    #expect(try open.ledger.sentForms(asOf: day.adding(days: -1)).isEmpty)
    #expect(try open.ledger.takeBack(OpenLedger.stamp()).entries?.count == 1)
    #expect(try open.status() == .notStarted)
    #expect(
      try open.ledger.sentForms(asOf: day).map(\.withdrawal?.day) == [day, day])
    #expect(try open.ledger.findings().isEmpty)
  }

  @Test func aFormThatChangesNothingIsAnActAllTheSame() throws {
    let open = try OpenLedger()
    guard case .recorded = try open.ledger.enter(act([form()]), under: rules) else {
      throw TestFailure("not recorded")
    }
    #expect(try open.ledger.enter(act([]), under: rules) == .nothing)
    #expect(try open.ledger.findings().isEmpty)
    guard case .recorded = try open.ledger.takeBack(OpenLedger.stamp()) else {
      throw TestFailure("not taken back")
    }
    #expect(try open.ledger.sentForms(asOf: day).map(\.withdrawal?.who) == ["王明"])
    guard case .recorded = try open.ledger.putBack(OpenLedger.stamp()) else {
      throw TestFailure("not put back")
    }
    #expect(try open.ledger.sentForms(asOf: day).map(\.withdrawal) == [nil])
  }

  @Test func whereSomebodyWasQuickerNoFormIsKept() throws {
    let open = try OpenLedger()
    try open.enter(.done, by: "李红")
    let change = Change(OpenLedger.changzhi, status: .underway)
    let outcome = try open.ledger.enter(act([form()], [change]), under: rules)
    #expect(outcome.inBetween?.map(\.who) == ["李红"])
    #expect(try open.ledger.sentForms(asOf: day).isEmpty)
  }
}
