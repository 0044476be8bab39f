import Foundation
import Reform
import TestSupport
import Testing

@testable import HubStore

/// Acts of an office without a line, which another one carries to the hub.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct CarriedTests {
  private let room: HubRoom
  private let luzhou = CarriedOffice("潞州", "140403")

  init() throws { room = try HubRoom() }

  private static let amendment = Body.act(
    "hand",
    #""hand_step":[{"content":"#
      + Body.text(#"{"amend":{"_0":"jyg-2019-1/9","_1":{"reason":"县里改","deadlines":[]}}}"#)
      + #","document":"jyg-2019-1","kind":"amend","task":"jyg-2019-1/9"}]"#)

  @Test func whatIsCarriedIsEnteredByTheRightsOfWhoPackedIt() throws {
    var chain = Chain()
    #expect(try room.reason("shanxi", chain.add(Self.amendment), for: luzhou) == "task")
    chain.drop()
    #expect(try room.reason("shanxi", chain.add(Body.entry(140_404)), for: luzhou) == "place")
    chain.drop()
    #expect(try room.reason("shanxi", chain.add(Body.entry(140_403)), for: luzhou) == nil)
    var own = Chain("b")
    #expect(try room.reason("shanxi", own.add(Self.amendment)) == nil)
  }

  @Test func whoCarriesIsAbove() throws {
    var chain = Chain()
    let act = chain.add(Body.entry(140_403))
    #expect(try room.reason("shangdang", act, for: luzhou) == "place")
    #expect(try room.reason("taiyuan", act, for: luzhou) == "place")
    var empty = Chain("c")
    let nothing = empty.add(Body.act("tasks", #""entry":[]"#))
    #expect(try room.reason("taiyuan", nothing, for: luzhou) == "carries")
    #expect(try room.reason("changzhi", act, for: luzhou) == nil)
  }

  @Test(arguments: [
    CarriedOffice("", "140403"), CarriedOffice("潞州", "140404"), CarriedOffice("潞州", "14040"),
    CarriedOffice("山西", "140000"),
  ])
  func nobodyElseIsCarriedFor(office: CarriedOffice) throws {
    var chain = Chain()
    #expect(try room.reason("changzhi", chain.add(Body.entry(140_403)), for: office) == "carries")
  }

  @Test func whoWasTakenOutIsNotCarriedForEither() throws {
    try room.keeper().takeOut("潞州")
    var chain = Chain()
    #expect(try room.reason("shanxi", chain.add(Body.entry(140_403)), for: luzhou) == "carries")
  }

  @Test func aLedgerGoesOnWhoeverCarriesItAndByItsOwnLine() throws {
    var chain = Chain()
    #expect(try room.reason("shanxi", chain.add(Body.entry(140_403)), for: luzhou) == nil)
    #expect(try room.reason("changzhi", chain.add(Body.entry(140_403)), for: luzhou) == nil)
    #expect(try room.reason("luzhou", chain.add(Body.entry(140_403))) == nil)
    #expect(try room.reason("changzhi", chain.add(Body.entry(140_403))) == "origin")
    chain.drop()
    #expect(try room.reason("shanxi", chain.add(Body.entry(140_403)), for: luzhou) == nil)
  }

  @Test func aTaskThatWasCarriedBelongsToWhoSetIt() throws {
    let task =
      #"{"id":"own/1","document":"own","level":"named","#
      + #""places":[{"code":"140403","role":"named"}]}"#
    let make = Body.act(
      "hand",
      #""hand_step":[{"content":"# + Body.text(#"{"make":{"_0":{"task":"# + task + "}}}")
        + #","document":"own","kind":"make","task":"own/1"}]"#)
    let amend = Body.act(
      "hand",
      #""hand_step":[{"content":"# + Body.text(#"{"amend":{"_0":"own/1","_1":{"reason":"改"}}}"#)
        + #","document":"own","kind":"amend","task":"own/1"}]"#)
    var chain = Chain()
    #expect(try room.reason("shanxi", chain.add(make), for: luzhou) == nil)
    #expect(try room.reason("shanxi", chain.add(amend), for: luzhou) == nil)
    var other = Chain("b")
    #expect(try room.reason("changzhi", other.add(amend)) == "task")
    #expect(try room.reason("luzhou", chain.add(amend)) == nil)
  }

  @Test func aDecisionIsItsMeetings() throws {
    let card = Body.act(
      "meeting",
      #""meeting_step":[{"content":"# + Body.text(#"{"card":{"_0":{"scope":"140403"}}}"#)
        + #","meeting":"m-1"}]"#)
    func decision(_ meeting: String, _ task: String) -> String {
      Body.act(
        "decision",
        #""decision":[{"content":"#
          + Body.text(#"{"kind":"resolve","meeting":"\#(meeting)","lines":[]\#(task)}"#)
          + #","kind":"resolve","meeting":"m-1"}]"#)
    }
    var chain = Chain()
    #expect(try room.reason("luzhou", chain.add(card)) == nil)
    #expect(try room.reason("luzhou", chain.add(decision("m-2", ""))) == "unclear")
    chain.drop()
    let foreign = #","task":{"id":"jyg-2019-1/9","document":"jyg-2019-1","places":[]}"#
    #expect(try room.reason("luzhou", chain.add(decision("m-1", foreign))) == "unclear")
    chain.drop()
    #expect(try room.reason("luzhou", chain.add(decision("m-1", ""))) == nil)
  }

  @Test func actsAreCountedByPlaceAndNotTheirRows() throws {
    var chain = Chain()
    #expect(try room.reason("luzhou", chain.add(Body.entry(140_403, 140_403))) == nil)
    let counted = try room.raw("taiyuan").run("SELECT acts FROM yigai.counts WHERE place = 140403")
    #expect(counted.number(0, 0) == 1)
  }
}
