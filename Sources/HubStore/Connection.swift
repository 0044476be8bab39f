import CPostgres
import Foundation
import Reform

/// One connection to a PostgreSQL server, over which statements run one after another.
///
/// Throws a `ServerError` for what the server refuses, a `Fault` where it cannot be reached.
final class Connection {
  private let handle: OpaquePointer

  /// Connects to what a service file calls by a name, or to a connection string or URI.
  ///
  /// Passwords and certificates are libpq's business. A server on another machine has to show who it
  /// is (`sslmode=verify-full`).
  init(to service: String) throws {
    guard !service.isEmpty, !service.utf8.contains(0) else {
      throw Fault("要写明共享库，如 yigai hub offices 服务名。", "Name the hub's service.", exitCode: 2)
    }
    var opening = try Opening(service, [:])
    if try opening.mustVerify(service) {
      opening = try Opening(service, ["sslmode": "verify-full"])
    }
    handle = try opening.finish(service)
    // Notices are for whoever types SQL.
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
  }

  deinit { PQfinish(handle) }

  /// The version of the server: 150018 is 15.18.
  var serverVersion: Int { Int(PQserverVersion(handle)) }

  /// Runs one statement; values stand in it as $1, $2 and so on.
  @discardableResult
  func run(_ sql: String, _ values: [Value] = []) throws -> Rows {
    try send(Statement(sql, values))
    return try receive()
  }

  /// Sends a statement, so that something else can be done until its answer is received.
  func send(_ statement: Statement) throws {
    let isSent = statement.values.withUnsafeBytes { room in
      let start = room.baseAddress?.assumingMemoryBound(to: CChar.self)
      let places = statement.places.map { place in place.flatMap { at in start.map { $0 + at } } }
      return PQsendQueryParams(
        handle, statement.sql, Int32(places.count), statement.types, places, statement.lengths,
        statement.formats, 1)
    }
    guard isSent == 1 else { throw lost() }
  }

  /// What the statement that was sent last has come to.
  func receive() throws -> Rows {
    var last: OpaquePointer?
    // The first answer counts; another one is there only where the connection is at its end.
    while let result = PQgetResult(handle) {
      if last == nil { last = result } else { PQclear(result) }
    }
    return try taken(last)
  }

  /// Runs a text of several statements.
  func run(script: String) throws { _ = try taken(PQexec(handle, script)) }

  /// Runs what belongs together in one transaction: all of it counts, or nothing.
  func together<Result>(_ work: () throws -> Result) throws -> Result {
    try run("BEGIN")
    do {
      let result = try work()
      try run("COMMIT")
      return result
    } catch {
      // Where this fails the connection is gone, and the transaction with it.
      _ = try? run("ROLLBACK")
      throw error
    }
  }

  private func taken(_ result: OpaquePointer?) throws -> Rows {
    guard let result else { throw lost() }
    let rows = Rows(result)
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return rows
    default: break
    }
    guard PQstatus(handle) == CONNECTION_OK, let error = ServerError(result) else { throw lost() }
    throw error
  }

  private func lost() -> Fault { ServerWords.lost(String(cString: PQerrorMessage(handle))) }
}

/// A connection that is being made.
struct Opening {
  private let handle: OpaquePointer

  /// Whether a connection string bears a password, however it writes it.
  static func bearsPassword(_ service: String) -> Bool {
    guard let options = PQconninfoParse(service, nil) else { return false }
    defer { PQconninfoFree(options) }
    var index = 0
    while let keyword = options[index].keyword {
      let name = String(cString: keyword)
      if ["password", "sslpassword"].contains(name), options[index].val != nil { return true }
      index += 1
    }
    return false
  }

  init(_ service: String, _ more: [String: String]) throws {
    let isString = service.contains("=") || service.contains("://")
    var given = [isString ? "dbname" : "service": service]
    given["application_name"] = "yigai"
    given["client_encoding"] = "UTF8"
    given["tcp_user_timeout"] = "30000"
    given.merge(more) { _, new in new }
    let names = given.keys.sorted { ($0 == "dbname" ? 1 : 0, $0) < ($1 == "dbname" ? 1 : 0, $1) }
    // Later words stand over earlier ones, and what a string says over what stands before it: what
    // must hold stands last.
    let ordered = names.filter { more[$0] == nil } + more.keys.sorted()
    let started = Self.withStrings(ordered) { keys in
      Self.withStrings(ordered.map { given[$0] ?? "" }) { PQconnectStartParams(keys, $0, 1) }
    }
    guard let started else {
      throw Fault("内存不足，不能连接共享库。", "There is no memory to connect to the hub.")
    }
    handle = started
    // The messages then begin with the code of the error, whatever language the server speaks.
    PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies.map { UnsafePointer($0) } + [nil])
  }

  /// What an option comes to, of the string, the service file, the environment or by default.
  func option(_ name: String) -> String {
    guard let options = PQconninfo(handle) else { return "" }
    defer { PQconninfoFree(options) }
    var index = 0
    while let keyword = options[index].keyword {
      if String(cString: keyword) == name {
        return options[index].val.map { String(cString: $0) } ?? ""
      }
      index += 1
    }
    return ""
  }

  private func list(_ name: String) -> [Substring] {
    option(name).split(separator: ",", omittingEmptySubsequences: false)
  }

  /// Whether the server is on another machine and nothing was said of its certificate.
  ///
  /// Throws where less was asked for than to know whom one speaks to.
  func mustVerify(_ service: String) throws -> Bool {
    // Each of several servers has an address, or only a name.
    let (names, addresses) = (list("host"), list("hostaddr"))
    let isLocal = (0..<max(names.count, addresses.count)).allSatisfy { index in
      let address = index < addresses.count ? addresses[index] : ""
      let host = address.isEmpty && index < names.count ? names[index] : address
      return host.isEmpty || ["/", "@"].contains(host.first)
        || ["localhost", "127.0.0.1", "::1"].contains(host)
    }
    let mode = option("sslmode")
    guard !isLocal, mode != "verify-full" else { return false }
    PQfinish(handle)
    guard mode == "prefer" || mode.isEmpty else {
      throw Fault(
        "共享库在另一台机器上，sslmode=\(mode) 不能确认对方是谁；请改成 verify-full，或去掉 sslmode。",
        "The hub is on another machine, and sslmode=\(mode) does not tell who answers there. Write "
          + "verify-full, or leave sslmode out.", exitCode: 2)
    }
    return true
  }

  /// Waits until the connection stands.
  func finish(_ service: String) throws -> OpaquePointer {
    let patience = Double(option("connect_timeout")).flatMap { $0 > 0 ? $0 : nil } ?? 10
    let end = Date.timeIntervalSinceReferenceDate + patience
    var door = pollfd(fd: PQsocket(handle), events: Int16(POLLOUT), revents: 0)
    while PQstatus(handle) != CONNECTION_BAD {
      let left = end - Date.timeIntervalSinceReferenceDate
      guard left > 0 else {
        PQfinish(handle)
        throw ServerWords.unreachable(service, "timeout")
      }
      if poll(&door, 1, Int32(left * 1_000) + 1) == 0 { continue }
      switch PQconnectPoll(handle) {
      case PGRES_POLLING_OK: return handle
      case PGRES_POLLING_READING: door.events = Int16(POLLIN)
      case PGRES_POLLING_WRITING: door.events = Int16(POLLOUT)
      default: break
      }
      door.fd = PQsocket(handle)
    }
    let words = String(cString: PQerrorMessage(handle))
    PQfinish(handle)
    throw ServerWords.refusedConnection(service, words)
  }
}
