import Foundation
import Reform
import TestSupport
import Testing

@testable import HubStore

/// What the database refuses to an office that goes around the program with its own role.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct RightsTests {
  private let room: HubRoom

  init() throws { room = try HubRoom() }

  private static let insert = """
    INSERT INTO yigai.act (origin, number, office, base, held, touched, hash, body)
    SELECT $1, 1, $2, 0, '{}', '{}', sha256(convert_to($3, 'UTF8')), $3
    """

  private func send(_ role: String, office: String, _ body: String) throws -> String? {
    try room.refusal(
      role, Self.insert, [.text(Chain("1").origin), .text(office), .text(body)])
  }

  @Test func anOfficeEntersForItsPartOfTheTree() throws {
    #expect(try send("changzhi", office: "长治", Body.entry(140_100)) == "42501")
    #expect(try send("changzhi", office: "长治", Body.entry(140_000)) == "42501")
    #expect(try send("changzhi", office: "长治", Body.entry(140_403, 140_105)) == "42501")
    #expect(try send("luzhou", office: "潞州", Body.entry(140_400)) == "42501")
    #expect(try send("luzhou", office: "潞州", Body.entry(140_404)) == "42501")
    #expect(try send("changzhi", office: "长治", Body.entry(140_400, 140_403, 140_401)) == nil)
  }

  @Test func anOfficeEntersInItsOwnName() throws {
    #expect(try send("changzhi", office: "山西", Body.entry(140_403)) == "42501")
    #expect(try send("changzhi", office: "潞州", Body.entry(140_403)) == "42501")
    #expect(try send("owner", office: "长治", Body.entry(140_403)) == "YG002")
    #expect(try room.refusal("changzhi", "SET ROLE shanxi") == "42501")
    #expect(try room.refusal("changzhi", "SET SESSION AUTHORIZATION shanxi") == "42501")
  }

  @Test(arguments: ["seq", "received", "places", "province"])
  func whatTheHubSetsCannotBeWritten(column: String) throws {
    let value = ["seq": "9", "received": "now()", "places": "'{140403}'", "province": "110000"]
    let sql = """
      INSERT INTO yigai.act (origin, number, office, base, held, touched, hash, body, \(column))
      OVERRIDING SYSTEM VALUE
      SELECT '', 1, '', 0, '{}', '{}', '', '{}', \(value[column] ?? "")
      """
    let code = try room.refusal("changzhi", sql)
    // Nobody at all writes what is generated.
    #expect(code == (column == "places" ? "428C9" : "42501"))
  }

  @Test(arguments: [
    "UPDATE yigai.act SET body = '{}'", "DELETE FROM yigai.act", "TRUNCATE yigai.act",
    "SELECT nextval('yigai.act_seq_seq')", "SELECT setval('yigai.act_seq_seq', 1)",
    "ALTER SEQUENCE yigai.act_seq_seq RESTART", "SELECT * FROM yigai.slot",
    "INSERT INTO yigai.slot VALUES (140000, 1, 1, '', 0)", "SELECT * FROM yigai.owned",
    "INSERT INTO yigai.owned VALUES ('task', 'jyg-2019-1/9', '长治')", "SELECT * FROM yigai.office",
    "UPDATE yigai.office SET place = 140000", "SELECT * FROM yigai.hub",
    "UPDATE yigai.hub SET sight = 'open'", "SELECT * FROM yigai.change",
    "SELECT yigai.part(140000)", "ALTER TABLE yigai.act DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE yigai.act DISABLE TRIGGER ALL", "DROP POLICY look ON yigai.act",
    "CREATE FUNCTION yigai.x() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE OR REPLACE FUNCTION yigai.my_office() RETURNS text LANGUAGE sql AS $$SELECT '山西'$$",
    "SET session_replication_role = replica",
    "COPY yigai.act (origin, number, office, base, held, touched, hash, body) FROM STDIN",
  ])
  func anOfficeCanDoNothingElse(sql: String) throws {
    let code = try room.refusal("changzhi", sql)
    // COPY into a table with row security is not there at all.
    #expect(code == "42501" || sql.hasPrefix("COPY") && code == "0A000", "\(code ?? "it ran")")
  }

  /// The owner, too, changes no act.
  @Test(arguments: [
    "UPDATE yigai.act SET body = '{}'", "DELETE FROM yigai.act", "TRUNCATE yigai.act",
  ])
  func nobodyChangesAnAct(sql: String) throws {
    #expect(try room.refusal("owner", sql) == "YG003")
  }

  @Test func anActIsEnteredOnceAndInItsChain() throws {
    var chain = Chain()
    let one = chain.add(Body.entry(140_403))
    let two = chain.add(Body.entry(140_404))
    let hub = try room.hub("changzhi")
    #expect(try hub.push([one]) == .taken)
    #expect(try room.reason("changzhi", one) == "number")
    var forged = two
    forged.hash[0] ^= 1
    #expect(try room.reason("changzhi", forged) == "chain")
    var skipped = two
    skipped.name.number = 3
    #expect(try room.reason("changzhi", skipped) == "gap")
    var late = two
    late.base = 1_000
    #expect(try room.reason("changzhi", late) == "base")
    var copy = Chain()
    _ = copy.add(one.body)
    #expect(try room.reason("taiyuan", copy.add(Body.entry(140_105))) == "origin")
    #expect(try hub.push([two]) == .taken)
    #expect(try hub.acts(after: 0, limit: 9).map(\.act) == [one, two])
  }

  /// Programs read the first of two keys, the database the last.
  @Test func noKeyStandsTwice() throws {
    for body in [
      Body.act("tasks", #""entry":[{"place":140100,"place":140403}]"#),
      Body.act("tasks", #""entry":[{"place" :140100,"place":140403}]"#),
      Body.act("tasks", #""entry":[{"pl\u0061ce":140100,"place":140403}]"#),
      Body.act("tasks", #""entry":[{"place":140100}]},"rows":{"entry":[{"place":140403}]"#),
      Body.act("tasks", #""entry":[{"place":140403,"due":"2027-01-01","due":null}]"#),
      Body.act("tasks", #""entry":[{"place":140403,"due" :"2027-01-01","d":{},"place":140403}]"#),
      Body.act("tasks", #""entry":[{"place":140403}] , "filing":[{"place":140403}]"#),
    ] {
      #expect(try send("changzhi", office: "长治", body) == "YG002", "\(body)")
    }
  }

  @Test func whatCannotBeToldIsRefused() throws {
    for (rows, reason) in [
      (#""entry":[{"task":"t"}]"#, "unclear"), (#""entry":[{"place":"","task":"t"}]"#, "unclear"),
      (#""entry":[{"place":140403},{"task":"t"}]"#, "unclear"),
      (#""entry":[{"place":null}]"#, "place"), (#""entry":{"place":140403}"#, "unclear"),
      (#""entry":[{"place":140403}],"future":[{}]"#, "unknown"),
      (#""hand_step":[{"kind":"take-in"}]"#, "unknown"),
    ] {
      var chain = Chain()
      let act = chain.add(Body.act("tasks", rows))
      #expect(try room.reason("changzhi", act) == reason, "\(rows)")
    }
    var chain = Chain()
    #expect(try room.reason("shanxi", chain.add(Body.act("dreams", ""))) == "unknown")
    #expect(try room.reason("shanxi", chain.acts[0]) == "unknown")
    #expect(try send("changzhi", office: "长治", "no JSON") == "22P02")
    let list = Body.act("tasks", #""entry":[{"place":[],"task":"t"}]"#)
    #expect(try send("changzhi", office: "长治", list) == "22P02")
  }

  /// Functions of one's own, found before those of the server, change nothing.
  @Test func namesOfOnesOwnChangeNothing() throws {
    try room.raw("owner").run("CREATE SCHEMA evil AUTHORIZATION changzhi")
    let connection = try room.raw("changzhi")
    for function in [
      "translate(text, text, text) RETURNS text AS $$SELECT '{140403}'$$",
      "jsonb_set(jsonb, text[], jsonb) RETURNS jsonb AS $$SELECT $1$$",
      "my_part() RETURNS int[] AS $$SELECT '{140100}'::int[]$$",
      "sha256(bytea) RETURNS bytea AS $$SELECT ''::bytea$$",
    ] {
      try connection.run("CREATE FUNCTION evil.\(function) LANGUAGE sql IMMUTABLE")
    }
    try connection.run("SET search_path = evil, pg_catalog")
    let insert = Self.insert.replacing("sha256(", with: "pg_catalog.sha256(")
    let error = #expect(throws: ServerError.self) {
      try connection.run(
        insert, [.text(Chain("1").origin), .text("长治"), .text(Body.entry(140_100))])
    }
    #expect(error?.code == "42501")
    var chain = Chain("2")
    let both = chain.add(Body.entry(140_403, 140_100))
    #expect(try room.hub("shanxi").push([both]) == .taken)
    try room.keeper().setSight(.own)
    let seen = try connection.run("SELECT body FROM yigai.acts_after(0, 9)").text(0, 0)
    #expect(seen?.contains("140403") == true && seen?.contains("140100") == false)
  }

  @Test func onlyReadCommittedSeesWhatOthersHaveDone() throws {
    let connection = try room.raw("changzhi")
    try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ")
    let error = #expect(throws: ServerError.self) {
      try connection.run(
        Self.insert,
        [.text(Chain("1").origin), .text("长治"), .text(Body.entry(140_403))])
    }
    #expect(error?.code == "YG003")
  }

  @Test func whoIsTakenOutNeitherSendsNorReads() throws {
    var chain = Chain()
    let one = chain.add(Body.entry(140_403))
    let hub = try room.hub("luzhou")
    #expect(try hub.push([one]) == .taken)
    try room.keeper().takeOut("潞州")
    #expect(try send("luzhou", office: "潞州", Body.entry(140_403)) == "42501")
    #expect(try hub.acts(after: 0, limit: 9).isEmpty)
    #expect(try hub.last(of: chain.origin) == nil && hub.hash(of: one.name) == nil)
    let connection = try room.raw("luzhou")
    #expect(try connection.run("SELECT * FROM yigai.act").count == 0)
    #expect(try connection.run("SELECT * FROM yigai.counts").count == 0)
    for act in [{ _ = try hub.greet() }, { _ = try hub.push([chain.acts[0]]) }] {
      let fault = #expect(throws: Fault.self) { try act() }
      #expect(fault?.message.zh.contains("已在") == true)
    }
    #expect(try room.hub("changzhi").acts(after: 0, limit: 9).map(\.act) == [one])
    #expect(try room.keeper().admit("潞州", place: "140403", role: "luzhou").isBack)
    #expect(try hub.push([chain.add(Body.entry(140_403))]) == .taken)
  }
}
