import Files
import LedgerStore
import Reform
import Sharing
import TestSupport
import Testing

/// What one office sends around its program must not keep the others from reading their ledgers.
@Suite struct UnreadableActTests {
  private let hub = MemoryHub()

  private static func body(_ about: String, _ rows: String, day: Int = 20_200_301) -> String {
    #"{"about":"\#(about)","at":"2020-03-01T09:30:00+0800","day":\#(day),"kind":"enter","rows":"#
      + #"{\#(rows)},"who":"王明"}"#
  }

  private static func entry(_ more: String, period: String = "", day: Int = 20_200_301) -> String {
    body(
      "tasks",
      #""entry":[{"day":\#(day),\#(more)"period":"\#(period)","place":140403,"status":"done","#
        + #""task":"demo-1/3"}]"#)
  }

  private static func actual(_ value: String, of day: Int) -> String {
    body(
      "actual",
      #""actual":[{"made_up":0,"metric":"m","of_day":\#(day),"place":140403,"source":"s","#
        + #""task":"demo-1/3","value":"\#(value)"}]"#)
  }

  private static func figures(_ count: Int, _ period: String) -> String {
    body(
      "figures",
      #""batch":[{"checks":"","count":\#(count),"kind":"typed"}],"figure":[{"flags":0,"#
        + #""indicator":"a","period":"\#(period)","place":140403,"stated":"1"}]"#)
  }

  private static func step(_ about: String, _ keys: String, _ content: String) -> String {
    let text = content.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return body(about, #""\#(about)_step":[{"content":"\#(text)",\#(keys)}]"#)
  }

  private static let group = body(
    "group",
    #""group_fact":[{"kind":"score","made_up":0,"place":140403,"slot":"x","text":"abc","#
      + #""year":2020}]"#)

  @Test(arguments: [
    body("tasks", ""), body("tasks", #""entry":[]"#), entry("", day: 20_200_231),
    body("tasks", #""entry":[]"#, day: 20_201_301), entry(#""due":"2020-02-31","#),
    entry(#""due":"soon","#), entry("", period: "x"), actual("abc", of: 20_200_301),
    actual("1", of: 20_200_231), group, figures(1, "x"), figures(7, "2020"),
    step("slip", #""slip":"S1""#, #"{"issue":{"_0":{"number":"S1","place":"140403"}}}"#),
    step("slip", #""slip":"S1""#, #"{"explode":{}}"#),
    step("meeting", #""meeting":"m-1""#, #"{"card":{"_0":{"scope":"140403"}}}"#),
    step(
      "hand", #""document":"demo-1","kind":"amend","task":"demo-1/3""#,
      #"{"amend":{"_0":"demo-1/3","_1":{"deadlines":"soon","reason":"r"}}}"#),
  ])
  func isKeptAndNothingOfItIsShown(body: String) throws {
    let office = try Office("潞州", "140403", hub)
    let act = SharedAct(
      ActName(String(repeating: "a", count: 32), 1), base: 0, held: [], touched: [],
      hash: Digest.bytes(Array(body.utf8)), body: body)
    #expect(try hub.door(of: "上党", "140404").push([act]) == .taken)
    #expect(try office.synchronise().strange == 1)
    #expect(try office.ledger.findings().isEmpty)
    _ = try office.ledger.actuals(asOf: SmallCatalogue.day)
    #expect(try office.ledger.slips(asOf: SmallCatalogue.day).isEmpty)
    #expect(try office.ledger.meetings(asOf: SmallCatalogue.day).isEmpty)
    #expect(try office.status(Line("demo-1/3", in: "140403")) != .done)
  }

  @Test func whatIsWellWrittenIsShown() throws {
    let office = try Office("潞州", "140403", hub)
    let body = Self.entry("")
    let act = SharedAct(
      ActName(String(repeating: "a", count: 32), 1), base: 0, held: [], touched: [],
      hash: Digest.bytes(Array(body.utf8)), body: body)
    #expect(try hub.door(of: "上党", "140404").push([act]) == .taken)
    #expect(try office.synchronise().strange == 0)
    #expect(try office.status(Line("demo-1/3", in: "140403")) == .done)
  }
}
