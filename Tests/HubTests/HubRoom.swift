import Files
import Foundation
import Reform
import Synchronization
import TestSupport
import Testing

@testable import HubStore

/// A hub of Shanxi in a database of its own, with offices of the province, two cities and a county.
struct HubRoom {
  static let isThere = PostgresServer.isThere
  let server: PostgresServer
  let database: String

  static let offices = [
    ("山西", "140000", "shanxi"), ("长治", "140400", "changzhi"), ("太原", "140100", "taiyuan"),
    ("潞州", "140403", "luzhou"), ("上党", "140404", "shangdang"),
  ]

  /// The hub that is copied for each test.
  private static let template = Result {
    let server = try PostgresServer.shared.get()
    try make("template_hub", server)
    return server
  }

  private static let count = Mutex(0)

  /// A copy of the hub with all its offices.
  init() throws {
    server = try Self.template.get()
    database = Self.newName()
    let owner = try Connection(to: server.service("postgres", as: "owner"))
    try owner.run("CREATE DATABASE \(database) TEMPLATE template_hub")
  }

  /// A hub on a server that the test may stop.
  init(on server: PostgresServer) throws {
    (self.server, database) = (server, "own_hub")
    try Self.make(database, server)
  }

  static func newName() -> String {
    count.withLock { count in
      count += 1
      return "hub_\(count)"
    }
  }

  private static func make(_ database: String, _ server: PostgresServer) throws {
    try Connection(to: server.service("postgres", as: "owner")).run("CREATE DATABASE \(database)")
    let keeper = try HubKeeper(server.service(database, as: "owner"))
    _ = try keeper.make(id: HubSchema.newID(), province: "140000")
    for (name, place, role) in offices { _ = try keeper.admit(name, place: place, role: role) }
  }

  func hub(_ role: String) throws -> PostgresHub {
    try PostgresHub(server.service(database, as: role))
  }

  /// A way around the program.
  func raw(_ role: String) throws -> Connection {
    try Connection(to: server.service(database, as: role))
  }

  func keeper() throws -> HubKeeper { try HubKeeper(server.service(database, as: "owner")) }

  /// The code of the error by which a statement is refused; nil where it runs.
  func refusal(_ role: String, _ sql: String, _ values: [Value] = []) throws -> String? {
    let connection = try raw(role)
    do {
      try connection.run(sql, values)
      return nil
    } catch let error as ServerError { return error.code }
  }

  /// Why the hub refuses an act by its reasons; nil where it takes it.
  func reason(_ role: String, _ act: SharedAct, for carried: CarriedOffice? = nil) throws -> String?
  {
    switch try hub(role).push([act], for: carried) {
    case .taken: nil
    case .moved: "moved"
    case .foreign: "origin"
    case .refused(_, let words): Refusal.known.first { $0.value == words }?.key ?? words.en
    }
  }
}

/// The acts of one ledger, one after another.
struct Chain {
  let origin: String
  private(set) var acts: [SharedAct] = []

  init(_ digit: Character = "a") { origin = String(repeating: digit, count: 32) }

  /// Adds an act and gives it.
  mutating func add(
    _ body: String, base: Int = 0, held: [Int64] = [], touched: [Int64] = []
  ) -> SharedAct {
    let hash = Digest.bytes((acts.last?.hash ?? []) + Array(body.utf8))
    let act = SharedAct(
      ActName(origin, acts.count + 1), base: base, held: held, touched: touched, hash: hash,
      body: body)
    acts.append(act)
    return act
  }

  /// Takes the last one back, which the hub has refused.
  mutating func drop() { acts.removeLast() }
}

/// Bodies of acts as programs write them.
enum Body {
  static func act(
    _ about: String, _ rows: String, kind: String = "enter", answers: String = ""
  ) -> String {
    #"{"about":"\#(about)",\#(answers)"at":"2026-03-01T08:00:00+0800","day":20260301,"#
      + #""kind":"\#(kind)","rows":{\#(rows)},"who":"王小明"}"#
  }

  /// An entry of a task in some places.
  static func entry(_ places: Int..., more: String = "") -> String {
    let rows = places.map { #"{"place":\#($0),"status":"done","task":"jyg-2019-1/9"\#(more)}"# }
    return act("tasks", #""entry":[\#(rows.joined(separator: ","))]"#)
  }

  static func answer(_ kind: String, _ about: String, _ name: ActName, _ rows: String = "")
    -> String
  {
    act(about, rows, kind: kind, answers: #""answers":["\#(name.origin)",\#(name.number)],"#)
  }

  /// A value as a text within JSON.
  static func text(_ json: String) -> String {
    "\"" + json.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
