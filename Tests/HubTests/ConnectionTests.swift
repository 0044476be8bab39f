import Foundation
import Reform
import TestSupport
import Testing

@testable import HubStore

/// What is said where a hub cannot be reached, or is none.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct ConnectionTests {
  private let room: HubRoom

  init() throws { room = try HubRoom() }

  private func fault(_ service: String) throws -> Fault {
    try #require(#expect(throws: Fault.self) { _ = try PostgresHub(service).greet() })
  }

  @Test func whoCannotComeInIsToldWhy() throws {
    let owner = try room.raw("owner")
    if try owner.run("SELECT 1 FROM pg_roles WHERE rolname = 'guarded'").count == 0 {
      try owner.run("CREATE ROLE guarded LOGIN PASSWORD 'right'")
    }
    try owner.run("REVOKE CONNECT ON DATABASE \(room.database) FROM PUBLIC")
    try owner.run("GRANT CONNECT ON DATABASE \(room.database) TO guarded")
    let folder = room.server.folder
    for (service, said) in [
      ("nosuch", "没有叫“nosuch”的服务"), ("host=/nowhere dbname=x", "连不上共享库"),
      ("host=\(folder) user=owner dbname=nosuch", "没有这个数据库"),
      ("host=\(folder) user=stranger dbname=\(room.database)", "不让这个角色登录"),
      ("host=\(folder) user=guarded dbname=\(room.database)", "密码不对，或没有写"),
      ("host=\(folder) user=guarded password=wrong dbname=\(room.database)", "密码不对，或没有写"),
      ("host=\(folder) user=guarded password=right dbname=\(room.database)", "没有权限"),
      ("host=\(folder) user=changzhi dbname=\(room.database) nonsense=1", "连接串写得不对"),
      ("host=\(folder) user=owner dbname=postgres", "还不是共享库"),
      ("host=\(folder) user=owner dbname=\(room.database)", "不属于任何单位"),
      ("host=192.0.2.1 dbname=x sslmode=require", "sslmode=require 不能确认对方是谁"),
      ("postgresql://192.0.2.1/x?sslmode=disable", "sslmode=disable 不能确认对方是谁"),
    ] {
      let fault = try fault(service)
      #expect(fault.message.zh.contains(said), "\(service): \(fault.message.zh)")
      #expect(!fault.message.zh.contains("wrong") && !fault.message.en.contains("password=w"))
    }
  }

  /// Another machine has to show a certificate, without anybody's asking for it.
  @Test(arguments: [
    ("host=192.0.2.1 dbname=x", true), ("host=192.0.2.1 sslmode=verify-full", false),
    ("hostaddr=192.0.2.1 host=localhost sslmode=prefer", true), ("host=/tmp,192.0.2.1", true),
    ("host=localhost", false), ("host=/nowhere sslmode=disable", false), ("dbname=x", false),
    ("host=127.0.0.1", false), ("postgresql://192.0.2.1/x", true),
  ])
  func anotherMachineShowsWhoItIs(service: String, isAsked: Bool) throws {
    let opening = try Opening(service, [:])
    #expect(try opening.mustVerify(service) == isAsked)
    let asked = try Opening(service, ["sslmode": "verify-full"])
    #expect(asked.option("sslmode") == "verify-full")
  }

  @Test(arguments: [
    (
      #"connection to server at "h" failed: server certificate for "x" does not match host name "h""#,
      "证书"
    ),
    (#"root certificate file "/root/.postgresql/root.crt" does not exist"#, "证书"),
    (#"could not translate host name "h" to address: Name or service not known"#, "连不上"),
    ("FATAL:  53300: sorry, too many clients already\nLOCATION:  x", "现在接不了"),
    ("FATAL:  57P03: the database system is starting up", "现在接不了"),
    ("致命错误:  28P01: 用户 \"x\" Password 认证失败", "密码不对"),
  ])
  func wordsOfTheServerBecomeSentences(words: String, said: String) {
    let fault = ServerWords.refusedConnection("s", words)
    #expect(fault.message.zh.contains(said), "\(fault.message.zh)")
  }

  @Test(arguments: [
    "dbname=yigai user=u password=geheim", "dbname=yigai password = geheim user=u",
    "postgresql://u:geheim@h/yigai", "postgres://h/yigai?user=u&password=geheim",
    "dbname=yigai sslpassword='a b'",
  ])
  func aLedgerKeepsNoPassword(service: String) throws {
    guard case .fault(let words, let code) = HubDesk.reply(to: .greet(service: service)) else {
      return #expect(Bool(false), "it was greeted")
    }
    #expect(words.zh.contains("密码不写在命令里") && code == 2)
    #expect(!Opening.bearsPassword("yigai") && !Opening.bearsPassword("dbname=password user=u"))
  }

  @Test func noPasswordIsShown() {
    #expect(ServerWords.named("host=h password = a user=u") == "host=h password=… user=u")
    #expect(ServerWords.named("host=h password='a b' user=u") == "host=h password=… user=u")
    #expect(ServerWords.named("postgresql://u:secret@h/x") == "postgresql://u:…@h/x")
    #expect(ServerWords.line("a\u{1B}[31m\nLOCATION:  x\n") == "a␛[31m")
    #expect(
      ServerWords.line("no such file\n\tIs the server up?\n") == "no such file Is the server up?")
  }

  /// A server that stopped for want of room says so with its last words.
  @Test(arguments: [
    (
      "PANIC:  53100: could not write to file \"pg_wal/x\": No space left on device\nserver closed",
      "磁盘或内存不足"
    ),
    ("ERROR:  53200: out of memory", "磁盘或内存不足"),
    ("server closed the connection unexpectedly\n\tThis probably means", "连接中断了"),
    ("FATAL:  57P01: terminating connection due to administrator command", "连接中断了"),
  ])
  func theLastWordsOfAServerAreHeard(words: String, said: String) {
    let fault = ServerWords.lost(words)
    #expect(fault.message.zh.contains(said) && fault.exitCode == 1, "\(fault.message.zh)")
  }

  /// A server that refuses everything with a code of its own.
  @Test(arguments: [
    ("53100", "磁盘或内存不足"), ("25006", "现在只读"), ("57P01", "服务器停了"), ("0A000", "共享库不接受"),
  ])
  func whatTheServerRefusesIsSaid(code: String, said: String) throws {
    let owner = try room.raw("owner")
    try owner.run(
      """
      CREATE OR REPLACE FUNCTION yigai.line_up() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE 'no room\tleft' USING ERRCODE = '\(code)'; END $$
      """)
    var chain = Chain()
    let hub = try room.hub("changzhi")
    let fault = #expect(throws: Fault.self) { try hub.push([chain.add(Body.entry(140_403))]) }
    #expect(fault?.message.zh.contains(said) == true, "\(fault?.message.zh ?? "")")
    #expect(fault?.message.zh.contains("no room␉left") == true)
    #expect(try hub.acts(after: 0, limit: 9).isEmpty)
  }

  @Test func aStandbyCanBeReadOnly() throws {
    let service = room.server.service(room.database, as: "changzhi")
    let hub = try PostgresHub(service + " options='-c default_transaction_read_only=on'")
    #expect(try hub.greet().office == "长治")
    var chain = Chain()
    let fault = #expect(throws: Fault.self) { try hub.push([chain.add(Body.entry(140_403))]) }
    #expect(fault?.message.zh.contains("备用库") == true)
  }

  @Test(arguments: [(2, "比本程序新"), (0, "比本程序旧")])
  func aHubOfAnotherFormatIsLeftAlone(version: Int, said: String) throws {
    try room.raw("owner").run("UPDATE yigai.hub SET version = \(version)")
    for work in [
      { _ = try room.hub("changzhi").greet() }, { _ = try room.keeper().offices() },
    ] {
      let fault = #expect(throws: Fault.self) { try work() }
      #expect(fault?.message.zh.contains(said) == true)
    }
  }

  @Test func anotherEncodingOrASchemaOfThatNameIsNoPlaceForAHub() throws {
    let owner = try Connection(to: room.server.service("postgres", as: "owner"))
    let (one, two) = (HubRoom.newName(), HubRoom.newName())
    try owner.run("CREATE DATABASE \(one) ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    try owner.run("CREATE DATABASE \(two)")
    try Connection(to: room.server.service(two, as: "owner")).run("CREATE SCHEMA yigai")
    for (database, said) in [(one, "LATIN1"), (two, "不是共享库")] {
      let keeper = try HubKeeper(room.server.service(database, as: "owner"))
      let fault = #expect(throws: Fault.self) {
        _ = try keeper.make(id: HubSchema.newID(), province: "140000")
      }
      #expect(fault?.message.zh.contains(said) == true)
    }
  }
}
