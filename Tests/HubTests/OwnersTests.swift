import Foundation
import Reform
import TestSupport
import Testing

@testable import HubStore

/// Whose meetings, slips, documents and tasks may be worked on by whom.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct OwnersTests {
  private let room: HubRoom
  private let ledgers = ["shanxi": "a", "changzhi": "b", "taiyuan": "c", "luzhou": "d"]

  init() throws { room = try HubRoom() }

  /// Sends acts one after another, each as an office; gives the reasons of those that are refused.
  private func send(_ acts: [(role: String, body: String)]) throws -> [String?] {
    var chains = ledgers.mapValues { Chain(Character($0)) }
    return try acts.map { role, body in
      var chain = try #require(chains[role])
      let act = chain.add(body)
      let reason = try room.reason(role, act)
      if reason != nil { chain.drop() }
      chains[role] = chain
      return reason
    }
  }

  private static func rows(_ table: String, _ fields: String, _ content: String) -> String {
    #""\#(table)":[{\#(fields),"content":\#(Body.text(content))}]"#
  }

  private static func meeting(_ id: String, _ step: String) -> String {
    Body.act("meeting", rows("meeting_step", #""meeting":"\#(id)""#, step))
  }

  private static func entry(in meeting: String) -> String {
    Body.entry(140_403).replacing(#","rows""#, with: #","meeting":"\#(meeting)","rows""#)
  }

  private static func card(_ scope: String) -> String {
    #"{"card":{"_0":{"scope":"\#(scope)","title":"t"}}}"#
  }

  @Test func aMeetingIsOfTheOfficeThatBeganIt() throws {
    let open = #"{"open":{}}"#
    let reasons = try send([
      ("luzhou", Self.meeting("m1", Self.card("140000"))),
      ("luzhou", Self.meeting("m1", open)),
      ("luzhou", Self.meeting("m1", Self.card("140403"))),
      ("taiyuan", Self.meeting("m1", open)),
      ("taiyuan", Self.meeting("m1", Self.card("140100"))),
      ("luzhou", Self.meeting("m1", open)),
      ("changzhi", Self.meeting("m1", open)),
      ("shanxi", Self.meeting("m2", Self.card("140000"))),
      ("changzhi", Self.meeting("m2", open)),
      ("shanxi", Self.meeting("m1", open)),
      ("changzhi", Self.entry(in: "m2")), ("luzhou", Self.entry(in: "m1")),
      ("luzhou", Self.entry(in: "m3")),
    ])
    #expect(
      reasons == [
        "region", "begun", nil, "meeting", "meeting", nil, nil, nil, "meeting", nil, "meeting", nil,
        "meeting",
      ])
  }

  @Test func aSlipIsAnsweredWhereItWasSent() throws {
    func slip(_ step: String, _ id: String = "督1号") -> String {
      Body.act("slip", Self.rows("slip_step", #""slip":"\#(id)""#, step))
    }
    func issue(_ place: String, _ id: String = "督1号") -> String {
      slip(#"{"issue":{"_0":{"number":"\#(id)","place":"\#(place)","lines":[]}}}"#, id)
    }
    let close = slip(#"{"close":{"_0":"x"}}"#)
    let receive = slip(#"{"receive":{"by":"x"}}"#)
    let reasons = try send([
      ("changzhi", issue("140100")), ("changzhi", receive), ("shanxi", issue("140403")),
      ("taiyuan", receive), ("luzhou", receive), ("changzhi", slip(#"{"answer":{"_0":"x"}}"#)),
      ("luzhou", close), ("changzhi", issue("140403")), ("shanxi", close),
    ])
    #expect(reasons == ["place", "begun", nil, "slip", nil, nil, "slip", "slip", nil])
  }

  private static func filing(
    _ document: String, region: String, task: String? = nil,
    places: String = "", formerly: String = ""
  ) -> String {
    let first = rows(
      "filing", #""kind":"document","document":"\#(document)""#,
      #"{"id":"\#(document)","region":"\#(region)"}"#)
    guard let task else { return Body.act("filing", first) }
    let content =
      #"{"id":"\#(task)","document":"\#(document)","level":"named","places":[\#(places)],"#
      + #""formerly":[\#(formerly)]}"#
    let second =
      #"{"kind":"task","document":"\#(document)","task":"\#(task)","content":\#(Body.text(content))}"#
    return Body.act("filing", first.dropLast() + "," + second + "]")
  }

  @Test func aDocumentIsOfTheOfficeThatFiledIt() throws {
    let withdrawal = #""filing":[{"kind":"withdrawal","document":"cz-1"}]"#
    let reasons = try send([
      ("changzhi", Self.filing("cz-1", region: "140000")),
      ("changzhi", Self.filing("jyg-2019-1", region: "140400")),
      ("changzhi", Self.filing("cz-1", region: "140400", task: "jyg-2019-1/9")),
      ("changzhi", Self.filing("cz-1", region: "140400", task: "cz-1/1", formerly: "\"jyg/1\"")),
      (
        "changzhi",
        Self.filing("cz-1", region: "140400", task: "cz-1/1", places: #"{"code":"140100"}"#)
      ),
      (
        "changzhi",
        Self.filing("cz-1", region: "140400", task: "cz-1/1", places: #"{"code":"140403"}"#)
      ),
      ("taiyuan", Self.filing("cz-1", region: "140100")),
      ("taiyuan", Body.act("filing", withdrawal)),
      ("luzhou", Body.act("filing", withdrawal)),
      ("changzhi", Body.entry(140_403, more: #","due":"2027-01-01""#)),
      ("changzhi", Body.entry(140_403).replacing("jyg-2019-1/9\"", with: #"cz-1/1","due":"x""#)),
      ("shanxi", Body.entry(140_403, more: #","due":"2027-01-01""#)),
      ("changzhi", Body.act("filing", withdrawal)),
    ])
    #expect(
      reasons == [
        "region", "document", "unclear", "formerly", "place", nil, "document", "document",
        "document", "due", nil, nil, nil,
      ])
  }

  private static func hand(
    _ kind: String, task: String, document: String = "own", place: String = "",
    _ content: String
  ) -> String {
    let fields =
      #""kind":"\#(kind)","document":"\#(document)","task":"\#(task)""#
      + (place.isEmpty ? "" : #","place":\#(place)"#)
    return Body.act("hand", rows("hand_step", fields, content))
  }

  private static func make(_ task: String, _ level: String, _ places: String...) -> String {
    let places = places.map { #"{"code":"\#($0)","role":"named"}"# }.joined(separator: ",")
    return hand(
      "make", task: task,
      #"{"make":{"_0":{"task":{"id":"\#(task)","document":"own","level":"\#(level)","places":["#
        + places + "]}}}}")
  }

  @Test func anOfficeSetsTasksForItsOwnPlaces() throws {
    func amend(_ task: String, _ places: String) -> String {
      Self.hand(
        "amend", task: task,
        #"{"amend":{"_0":"\#(task)","_1":{"places":[{"code":"\#(places)"}],"reason":""}}}"#)
    }
    func leaveOut(_ task: String, _ place: String, said: String) -> String {
      Self.hand(
        "leave-out", task: task, document: "jyg-2019-1", place: place,
        #"{"leaveOut":{"_0":{"place":{"_0":"\#(task)","_1":"\#(said)"}},"reason":"x"}}"#)
    }
    let whole =
      #"{"leaveOut":{"_0":{"task":{"_0":"jyg-2019-1/9"}},"reason":"x"}}"#
    let reasons = try send([
      ("luzhou", Self.make("own/d1", "each-county", "140403")),
      ("luzhou", Self.make("own/d1", "named")),
      ("luzhou", Self.make("own/d1", "named", "140403", "140404")),
      ("luzhou", Self.make("own/d1", "named", "140403")),
      ("taiyuan", Self.make("own/d1", "named", "140100")),
      ("taiyuan", amend("own/d1", "140100")),
      ("luzhou", amend("own/d1", "140100")), ("luzhou", amend("own/d1", "140403")),
      ("luzhou", leaveOut("jyg-2019-1/9", "140403", said: "140100")),
      ("luzhou", leaveOut("jyg-2019-1/9", "140404", said: "140404")),
      ("luzhou", leaveOut("jyg-2019-1/9", "140403", said: "140403")),
      ("luzhou", Self.hand("leave-out", task: "jyg-2019-1/9", document: "jyg-2019-1", whole)),
      ("shanxi", Self.hand("leave-out", task: "jyg-2019-1/9", document: "jyg-2019-1", whole)),
    ])
    #expect(
      reasons == [
        "named", "named", "place", nil, "task", "task", "place", nil, "unclear", "place", nil,
        "task", nil,
      ])
  }

  @Test func onlyWhatIsOnesOwnIsTakenBack() throws {
    let first = { (digit: Character) in ActName(String(repeating: digit, count: 32), 1) }
    let reasons = try send([
      ("shanxi", Body.entry(140_403, 140_100)), ("changzhi", Body.entry(140_403)),
      ("luzhou", Body.answer("undo", "tasks", first("a"))),
      ("luzhou", Body.answer("undo", "tasks", first("f"))),
      ("luzhou", Body.answer("undo", "actual", first("b"))),
      ("luzhou", Body.answer("undo", "tasks", first("b"))),
      ("taiyuan", Body.answer("redo", "tasks", first("d"))),
      ("changzhi", Body.answer("redo", "tasks", first("d"))),
      ("shanxi", Body.answer("undo", "tasks", first("a"))),
      ("luzhou", Body.answer("enter", "tasks", first("b"))),
      ("luzhou", Body.act("tasks", "", kind: "undo")),
    ])
    #expect(
      reasons == [
        nil, nil, "place", "answers", "unclear", nil, "place", nil, nil, "unclear", "unclear",
      ])
  }
}
