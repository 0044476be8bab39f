import Foundation
import Reform
import TestSupport
import Testing

@testable import HubStore

/// Acts that are told by their text alone, and those that only look like one.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct PlainActTests {
  private let room: HubRoom

  init() throws { room = try HubRoom() }

  /// Entries in one place and in two, with something more behind the rows.
  private static func bodies(_ more: String) -> [String] {
    [Body.entry(140_403), Body.entry(140_403, 140_404)].map {
      $0.replacing(#","who""#, with: more + #","who""#)
    }
  }

  @Test func nothingMoreStandsBehindTheRows() throws {
    for (more, reason) in [
      (#","meeting":"hy-1""#, "meeting"), (#","kind":"undo""#, "unclear"),
      (#","answers":"none""#, "unclear"), (#","rows":{}"#, "unclear"),
    ] {
      for body in Self.bodies(more) {
        var chain = Chain()
        #expect(try room.reason("changzhi", chain.add(body)) == reason, "\(body)")
      }
    }
    for body in [Body.entry(140_403), Body.entry(140_403, 140_404)] {
      let late = body.replacing("王小明\"}", with: "王小明\",\"kind\":\"undo\"}")
      var chain = Chain()
      #expect(try room.reason("changzhi", chain.add(late)) == "unclear", "\(late)")
    }
  }

  /// A name that is longer than the head has room for, and a row within a row.
  @Test func whatOnlyLooksLikeOneRowIsReadInWhole() throws {
    let head = #"{"about":"tasks","at":"2026-03-01T08:00:00+0800","day":20260301,"kind":"enter","#
    let within =
      head + #""rows":{"entry":[{"task":"t","x":{"q":{"place":140403,"z":[{"y":1}]},"who":"N"}}]},"#
      + #""who":"M"}"#
    let meeting = Body.entry(140_403).replacing(
      #""at":"2026-03-01T08:00:00+0800""#, with: #""at":"","meeting":"hy-2026-3-1""#)
    for (body, reason) in [(within, "unclear"), (meeting, "meeting")] {
      var chain = Chain()
      #expect(try room.reason("changzhi", chain.add(body)) == reason, "\(body)")
    }
  }

  /// The places are the same however the act is written.
  @Test(arguments: [
    (Body.entry(140_403), "[0:0]={140403}"),
    (Body.entry(140_403, 140_404), "[0:1]={140403,140404}"),
    (Body.entry(140_403, more: #","x":"\"""#), "{140403}"),
    (Body.entry(140_403, more: #","note":"place""#), "[0:0]={140403}"),
    (Body.entry(140_403, more: #","note":"place","x":1"#), "{140403}"),
    (Body.entry(140_403, 140_404, more: #","note":"},{""#), "{140403,140404}"),
    (Body.entry(140_403, 140_404, more: #","note":"},{a""#), "{140403,140404}"),
    (Body.entry(140_403, 140_404, more: #","x":[{"place":140405}]"#), "{140403,140404}"),
    (Body.entry(140_403, more: #","note":"a place""#), "[0:0]={140403}"),
    (Body.entry(140_403, more: #","note":"a}]},b""#), "{140403}"),
    (Body.entry(140_403).replacing(":140403", with: ": 140403"), "{140403}"),
    (Body.entry(140_403).replacing(":140403", with: ":\"140403\""), "{140403}"),
    (Body.entry(140_403, more: #","region":140000"#), "{140403,140000}"),
    (Body.entry(140_403, more: #","\u0072egion":140000"#), "{140403,140000}"),
    (Body.entry(140_403, more: #","due":"2027-01-01""#), "{140403}"),
    (Body.act("group", #""group_fact":[{"place":140403,"x":1}]"#), "[0:0]={140403}"),
    (Body.act("group", #""groupxfact":[{"place":140403,"x":1}]"#), "{140403}"),
    (Body.act("target", #""target":[{"region":140400,"x":1}]"#), "{140400}"),
    (Body.act("meeting", #""meeting_step":[{"meeting":"m"}]"#), "{}"),
  ])
  func placesAreThoseOfTheRows(body: String, places: String) throws {
    let rows = try room.raw("owner").run("SELECT yigai.places($1)::text", [.text(body)])
    #expect(rows.text(0, 0) == places)
  }

  @Test func whatIsNoJSONIsNoPlainAct() throws {
    for body in [
      Body.entry(140_403).replacing("\"done\"", with: "done"),
      Body.entry(140_403).replacing("\"status\"", with: "\"status"),
      Body.entry(140_403).replacing("王小明", with: "王\n小明"), Body.entry(140_403) + "}",
      Body.entry(140_403).replacing("20260301", with: "2026 301"),
    ] {
      #expect(
        try room.refusal("changzhi", "SELECT yigai.places($1)", [.text(body)]) == "22P02", "\(body)"
      )
    }
  }

  /// Who was quicker is found also where too much has come since to be looked through.
  @Test func whoWasQuickerIsFoundBehindManyActs() throws {
    var (first, many, late) = (Chain("1"), Chain("2"), Chain("3"))
    let quick = first.add(Body.entry(140_105), touched: [7])
    #expect(try room.hub("taiyuan").push([quick]) == .taken)
    let acts = (0...10_000).map { _ in many.add(Body.entry(140_403), touched: [8]) }
    let hub = try room.hub("changzhi")
    #expect(try hub.push(acts) == .taken)
    let held = late.add(Body.entry(140_403), held: [7], touched: [7])
    #expect(try hub.push([held]) == .moved(held.name))
    // Its own ledger has touched the other one last.
    #expect(try hub.push([many.add(Body.entry(140_403), held: [8], touched: [8])]) == .taken)
    let other = many.add(Body.entry(140_403), held: [7])
    #expect(try hub.push([other]) == .moved(other.name))
  }
}
