import Cells
import LedgerStore
import Reform
import Runtime
import TestSupport
import Testing

@testable import Dashboard

/// Meetings of an office beside those of others, over a hub in memory; everybody is called the same.
@Suite struct SharedMeetingTests {
  let hub = MemoryHub()
  let province: Office
  let changzhi: Office

  init() throws {
    province = try Office("省医改办", "140000", hub)
    changzhi = try Office("长治", "140400", hub)
  }

  private func walk(_ office: Office) throws -> Walk {
    var setting = Walk.Setting()
    (setting.size, setting.ledger, setting.office) = (Size(columns: 100, rows: 30), .blank, office)
    setting.place = office.place
    setting.synchroniser = Synchroniser(every: 0) {
      let report = try office.synchronise()
      return { .success(report) }
    }
    return try Walk(setting)
  }

  private func meeting(of office: Division.Code, in ledger: Ledger) throws -> Meeting? {
    try ledger.meetings().first { Meeting.office(of: $0.id) == office }
  }

  @Test func whatANamesakeElsewhereEnteredIsNotTakenBack() throws {
    let ours = try walk(changzhi)
    try ours.press("6 a '长治例会' Ctrl-S S")
    let theirs = try walk(province)
    try theirs.press("S 6 u")
    #expect(theirs.canvas.text.contains("没有可撤销的登记"))
    #expect(try meeting(of: "140400", in: province.ledger)?.card.title == "长治例会")
    // Its own step on that meeting it takes back, and no more.
    try theirs.press("e '甲' Ctrl-S")
    #expect(try meeting(of: "140400", in: province.ledger)?.card.title == "长治例会甲")
    try theirs.press("u u")
    #expect(try meeting(of: "140400", in: province.ledger)?.card.title == "长治例会")
    // Nor is put back what a namesake took back.
    try theirs.press("S")
    try ours.press("S u")
    #expect(try changzhi.ledger.meetings().isEmpty)
    try ours.press("S")
    try theirs.press("S Ctrl-R")
    #expect(try province.ledger.meetings().isEmpty)
    try ours.press("Ctrl-R")
    #expect(try changzhi.ledger.meetings().map(\.card.title) == ["长治例会"])
    #expect(ours.disagreements == [] && theirs.disagreements == [])
  }

  @Test func aNewMeetingFollowsOnesOwnAndLooksAtOnesOwnPart() throws {
    let theirs = try walk(province)
    try theirs.press("6 a '省里例会' Ctrl-S o f Ctrl-S S")
    #expect(try province.ledger.meetings().first?.minutes == "〔2020〕1号")
    let ours = try walk(changzhi)
    try ours.press("S 6 a '长治例会' Ctrl-S")
    let made = try #require(try meeting(of: "140400", in: changzhi.ledger))
    #expect(made.card.title == "长治例会" && made.card.scope == "140400")
    #expect(made.card.series == "长治例会" && made.card.rules == AgendaRules())
    // Every office numbers its minutes by itself.
    try ours.press("o f Ctrl-S")
    #expect(try meeting(of: "140400", in: changzhi.ledger)?.minutes == "〔2020〕1号")
    try ours.press("Esc a Ctrl-S")
    let next = try #require(try changzhi.ledger.meetings().last)
    #expect(next.card.title == "长治例会" && next.card.scope == "140400")
    try ours.press("S")
    #expect(try changzhi.ledger.sharingState()?.asking == 0)
  }

  /// Its scope is its own; an office above that changes the card leaves it there.
  @Test func aCountyHoldsAMeeting() throws {
    let luzhou = try Office("潞州", "140403", hub)
    let county = try walk(luzhou)
    try county.press("6 a '区里例会' Ctrl-S a")
    #expect(try luzhou.ledger.meetings().map(\.card.scope) == ["140403"])
    try county.press("r Tab '3650' Ctrl-S o")
    let items = try #require(try luzhou.ledger.meetings().first?.agenda)
    #expect(!items.isEmpty && items.allSatisfy { $0.task != nil })
    try county.press("a '区里自查'")
    #expect(county.canvas.text.contains("会议范围本级") && !county.canvas.text.contains("每个市"))
    try county.press("Tab Ctrl-U '区卫健局' Ctrl-S Enter d '已办' Enter Esc f Ctrl-S S")
    let held = try #require(try luzhou.ledger.meetings().first)
    #expect(held.state == .closed && held.decisions.map(\.decision.kind) == [.resolve, .finish])
    let resolved = try #require(luzhou.catalogue.tasks.last)
    #expect(resolved.document == held.id && luzhou.catalogue.fanOut(of: resolved) == ["140403"])
    #expect(try luzhou.ledger.sharingState()?.asking == 0)
    try county.press("Esc a '又一次' Ctrl-S S")
    let above = try walk(province)
    try above.press("S 6 Home e '改' Ctrl-S")
    let changed = try #require(try province.ledger.meetings().last)
    #expect(changed.card.title.hasSuffix("改") && changed.card.scope == "140403")
    #expect(county.disagreements == [] && above.disagreements == [])
    #expect(try province.ledger.findings().isEmpty && luzhou.ledger.findings().isEmpty)
  }

  @Test func aMeetingElsewhereIsRefusedAtHome() throws {
    let card = MeetingCard(title: "会", day: SmallCatalogue.day, scope: "140000")
    let stamp = Stamp(who: "王明", day: SmallCatalogue.day, at: "2020-03-02T09:30:00+0800")
    #expect(throws: Fault.self) {
      try changzhi.ledger.enter(
        Act(.meeting("hy-2020-03-02-140400-1", .card(card)), stamp), under: changzhi.rules)
    }
    #expect(try changzhi.ledger.lastAct() == 0)
  }

  /// A number goes on from one's own slips, whatever others write on theirs.
  @Test func slipsAreNumberedByTheOfficeThatIssuesThem() throws {
    func slip(_ number: Slip.ID, _ office: Office) throws {
      let order = SlipOrder(
        number: number, level: .reminder, basis: "一", matter: "签约", unit: "潞州区医改办",
        place: "140403", demand: "报进展", due: SmallCatalogue.day.adding(days: 10))
      let stamp = Stamp(who: "王明", day: SmallCatalogue.day, at: "2020-03-02T09:30:00+0800")
      _ = try office.ledger.enter(Act(.slip(number, .issue(order)), stamp), under: office.rules)
        .entered()
      try office.synchronise()
    }
    try slip("长督〔2020〕4号", changzhi)
    try slip("晋督〔2020〕7号", province)
    let ours = try walk(changzhi)
    try ours.press("S 6 v")
    #expect(ours.state.model.meetings?.slips.count == 2)
    #expect(ours.state.model.meetings?.nextSlip(on: SmallCatalogue.day) == "长督〔2020〕5号")
    #expect(
      SlipNumber.next(after: [], beside: ["医改督〔2020〕1号"], on: SmallCatalogue.day)
        == "医改督〔2020〕2号")
  }
}
