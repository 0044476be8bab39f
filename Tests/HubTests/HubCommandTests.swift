import Foundation
import Reform
import TestSupport
import Testing

@testable import HubStore

/// `yigai hub …` as an administrator runs it.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct HubCommandTests {
  private let server: PostgresServer
  private let program: Program
  private let database = HubRoom.newName()
  private var service: String { server.service(database, as: "owner") }

  init() throws {
    server = try PostgresServer.shared.get()
    program = try Program()
    try Connection(to: server.service("postgres", as: "owner")).run("CREATE DATABASE \(database)")
  }

  private func run(_ words: String...) throws -> Program.Result {
    try program.run(["hub"] + words)
  }

  @Test func anAdministratorMakesAHubAndAdmitsOffices() throws {
    let made = try run("init", service, "--province", "山西")
    #expect(made.code == 0, "\(made.complaint)")
    #expect(made.output.hasPrefix("山西省的共享库已建好：数据库 \(database)，模式 yigai"))
    #expect(made.output.contains("yigai hub setting \"\(service)\" sight own\n"))
    let role = "r_\(database)"
    let city = try run("office", "长治", service, "--role", role)
    #expect(city.code == 0 && city.output.hasPrefix("已接纳“长治”：为长治市及其下级登记，角色 \(role)。\n"))
    #expect(city.output.contains("还没有密码"))
    let county = try run(
      "office", "区卫健局", service, "--role", role + "2", "--place", "长治市潞州区", "--lang", "en")
    #expect(county.output.hasPrefix("“区卫健局” is admitted: it enters for Luzhou, as \(role)2.\n"))
    var chain = Chain()
    let hub = try PostgresHub(server.service(database, as: role))
    #expect(try hub.push([chain.add(Body.entry(140_403))]) == .taken)
    let out = try run("office", "区卫健局", service, "--out")
    #expect(out.code == 0 && out.output.hasPrefix("“区卫健局”已退出"))
    let table = try run("offices", service).output
    #expect(table.contains("长治    ") && table.contains("潞州区") && table.contains(role))
    let json = try run("offices", service, "--json").output
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["place"] as? String } == ["140400", "140403"])
    #expect(rows.map { $0["acts"] as? Int } == [1, 0])
    #expect(rows[0]["until"] is NSNull && rows[1]["until"] is String)
    let back = try run("office", "区卫健局", service, "--role", role + "3", "--place", "潞州区")
    #expect(back.output.hasPrefix("已重新接纳“区卫健局”"))
    let log = try server.psql(database, "-c", "SELECT what FROM yigai.change ORDER BY at").output
    #expect(
      log == """
        init 140000
        admit 长治 140400 \(role)
        admit 区卫健局 140403 \(role)2
        out 区卫健局
        admit 区卫健局 140403 \(role)3

        """)
  }

  @Test func whatIsWrongIsSaidAndNothingIsHalfDone() throws {
    #expect(try run("offices", service).complaint.contains("还不是共享库"))
    #expect(try run("init", service, "--province", "山西").code == 0)
    let before = try dump()
    let role = "r_\(database)"
    _ = try run("office", "长治", service, "--role", role)
    for (words, code, said) in [
      (["init", service, "--province", "山西"], 1, "已经是山西省的共享库了"),
      (["init", service, "--province", "浙江"], 1, "已经是山西省的共享库，一个库只能归一个省"),
      (["init", service], 2, "要写明省份"),
      (["office", "长治", service, "--role", "other"], 2, "已经在共享库里（角色 \(role)）"),
      (["office", "太原", service, "--role", role], 2, "已经是“长治”的"),
      (["office", "太原", service, "--role", "owner"], 2, "超级用户"),
      (["office", "太原", service, "--role", "pg_x"], 2, "不能叫"),
      (["office", "太原", service], 2, "要写明角色"),
      (["office", "杭州", service, "--role", "x"], 2, "没有叫“杭州”的地区"),
      (["office", "太原", service, "--out"], 2, "没有“太原”这个单位"),
      (["setting", service, "sight", "wide"], 2, "open 或 own"),
      (["setting", service, "colour"], 2, "没有设置"),
      (["offices", server.service(database, as: role)], 1, "管不了共享库"),
      (["office", "太原", server.service(database, as: role), "--role", "x"], 1, "管不了共享库"),
    ] as [([String], Int32, String)] {
      let result = try program.run(["hub"] + words)
      #expect(result.code == code && result.complaint.contains(said), "\(words): \(result)")
      #expect(result.output.isEmpty)
    }
    _ = try run("office", "长治", service, "--out")
    #expect(try server.psql(database, "-c", "SELECT count(*) FROM yigai.office").output == "1\n")
    #expect(try dump() == before)
  }

  private func dump() throws -> String {
    try server.psql(
      database, "-c", "SELECT id, province, sight FROM yigai.hub",
      "-c", "SELECT count(*) FROM yigai.division", "-c", "SELECT * FROM yigai.owned"
    ).output
  }

  /// What `--sql` prints makes the same as the commands do.
  @Test func theSQLThatIsPrintedDoesTheSame() throws {
    let other = HubRoom.newName()
    try Connection(to: server.service("postgres", as: "owner")).run("CREATE DATABASE \(other)")
    let text = try run("init", "nowhere", "--province", "山西", "--sql")
    #expect(text.code == 0)
    let file = try program.scratch.write(text.output, to: "hub.sql")
    let result = try server.psql(other, "-f", file)
    #expect(result.code == 0, "\(result.complaint)")
    #expect(try run("init", service, "--province", "山西").code == 0)
    let words = """
      SELECT proname, prosrc, proconfig FROM pg_proc WHERE pronamespace = 'yigai'::regnamespace
      ORDER BY proname;
      SELECT code, parent, level, name FROM yigai.division ORDER BY code;
      SELECT kind, key, office FROM yigai.owned ORDER BY key;
      SELECT polname, polcmd, pg_get_expr(polqual, polrelid) FROM pg_policy ORDER BY polname;
      """
    let (one, same) = (try server.psql(database, "-c", words), try server.psql(other, "-c", words))
    #expect(one.output == same.output && one.output.count > 10_000)
    let role = "r_\(database)"
    let asked = server.service(other, as: "owner")
    let admit = try run("office", "长治", asked, "--role", role, "--sql")
    #expect(admit.output.hasPrefix("BEGIN;\nCREATE ROLE \"\(role)\" LOGIN;\n"))
    #expect(try server.psql(other, "-c", "SELECT count(*) FROM yigai.office").output == "0\n")
    let admitting = try program.scratch.write(admit.output, to: "admit.sql")
    #expect(try server.psql(other, "-f", admitting).code == 0)
    #expect(try PostgresHub(server.service(other, as: role)).greet().office == "长治")
  }

  /// The owner of the database need be no superuser.
  @Test func anOwnerWithoutPowersMakesAHubThatWorks() throws {
    let (role, other) = ("owner_\(database)", HubRoom.newName())
    let owner = try Connection(to: server.service("postgres", as: "owner"))
    try owner.run("CREATE ROLE \(role) LOGIN CREATEROLE")
    try owner.run("CREATE DATABASE \(other) OWNER \(role)")
    let own = server.service(other, as: role)
    let made = try run("init", own, "--province", "山西")
    #expect(made.code == 0, "\(made.complaint)")
    let office = "r_\(other)"
    #expect(try run("office", "长治", own, "--role", office).code == 0)
    var chain = Chain()
    let acts = [
      chain.add(Body.entry(140_403), held: [1], touched: [1]),
      chain.add(Body.answer("undo", "tasks", ActName(chain.origin, 1)), held: [1], touched: [1]),
    ]
    let hub = try PostgresHub(server.service(other, as: office))
    #expect(try hub.push(acts) == .taken)
    #expect(try hub.acts(after: 0, limit: 9).map(\.act) == acts)
    #expect(try hub.last(of: chain.origin)?.number == 2)
    #expect(try hub.push([chain.add(Body.entry(140_100))]) != .taken)
    try HubKeeper(own).setSight(.own)
    #expect(try hub.acts(after: 0, limit: 9).map(\.act) == acts)
    #expect(try HubKeeper(own).offices().map(\.acts) == [2])
    // Row security binds the owner too, who is no office.
    let error = #expect(throws: ServerError.self) {
      try Connection(to: own).run(
        "INSERT INTO yigai.act (origin, number, office, base, held, touched, hash, body) "
          + "VALUES (repeat('f', 32), 1, '长治', 0, '{}', '{}', sha256(''), '{}')")
    }
    #expect(error?.code == "YG002")
  }

  @Test func settingsAreShownAndChanged() throws {
    #expect(try run("init", service, "--province", "山西").code == 0)
    #expect(try run("setting", service).output.hasPrefix("sight = open："))
    #expect(try run("setting", service, "sight", "own").output.hasPrefix("sight = own："))
    #expect(try run("setting", service, "sight", "--lang", "en").output.hasPrefix("sight = own:"))
  }

  /// A program that was copied without the one beside it says so.
  @Test func theProgramBesideItMayBeMissing() throws {
    let copy = try program.scratch.write("", to: "alone/yigai")
    let folder = program.scratch.path
    // Copied by another program: one that is still open for writing cannot be run.
    let copied = try Program.run(
      ["-p", Places.program, copy], in: folder, program.environment, program: "/bin/cp")
    #expect(copied.code == 0)
    let result = try Program.run(
      ["hub", "offices", "x"], in: folder, program.environment, program: copy)
    #expect(result.code == 1 && result.complaint.contains("alone/yigai-sync；共享由它来做"))
  }

  @Test func theProgramBesideItIsNoCommandForPeople() throws {
    let path = URL(fileURLWithPath: Places.program).deletingLastPathComponent().path
    let result = try Program.run(
      ["--help"], in: program.scratch.path, program.environment, program: path + "/yigai-sync")
    #expect(result.code == 2 && result.complaint.contains("yigai hub --help"))
  }
}
