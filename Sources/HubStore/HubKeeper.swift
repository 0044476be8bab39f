import Foundation
import Reform

/// What an administrator does with a hub: makes it, admits offices and takes them out, looks.
public final class HubKeeper {
  let connection: Connection

  /// Connects as the owner of the hub.
  public init(_ service: String) throws { connection = try Connection(to: service) }

  /// Makes a hub of a province, in one transaction.
  ///
  /// Throws where there is one, or where the server or the role does not do for it.
  public func make(id: String, province: Division.Code) throws -> HubAbout {
    try keeping {
      try refuseUnfit()
      if let fault = try taken(province) { throw fault }
      do { try connection.run(script: try HubSchema.sql(id: id, province: province)) } catch {
        // The text is one transaction, which is left in the midst.
        try? connection.run(script: "ROLLBACK")
        guard let said = error as? ServerError, said.code == "42P06" else { throw error }
        throw try taken(province) ?? said.fault
      }
      return try about()
    }
  }

  private func refuseUnfit() throws {
    guard connection.serverVersion >= 150_000 else {
      throw Fault(
        "服务器是 PostgreSQL \(connection.serverVersion / 10_000)，共享库要 15 或更新的版本。",
        "The server is PostgreSQL \(connection.serverVersion / 10_000); a hub needs 15 or later.")
    }
    let encoding = try connection.run("SELECT current_setting('server_encoding')").text(0, 0) ?? ""
    guard encoding == "UTF8" else {
      throw Fault(
        "这个数据库的编码是 \(encoding)，共享库要 UTF8：createdb -E UTF8 -T template0 库名。",
        "The database is encoded in \(encoding); a hub needs UTF8: createdb -E UTF8 -T template0 NAME."
      )
    }
  }

  /// Throws where nothing can be written: before long work, that is.
  func refuseReadOnly() throws {
    let isOn = try connection.run("SELECT current_setting('transaction_read_only') = 'on'")
    guard isOn.isTrue(0, 0) else { return }
    throw Fault(ServerError.readOnly.zh + "。", ServerError.readOnly.en + ".")
  }

  /// Why no hub can be made in this database; nil where one can.
  private func taken(_ province: Division.Code) throws -> Fault? {
    let held = try connection.run(
      "SELECT to_regnamespace('yigai') IS NOT NULL, to_regclass('yigai.hub') IS NOT NULL")
    guard held.isTrue(0, 0) else { return nil }
    guard held.isTrue(0, 1) else {
      return Fault(
        "这个数据库里已有名为 yigai 的模式，但不是共享库；没有改动。请另建一个数据库。",
        "The database has a schema yigai that is no hub, and was left as it is; make another database."
      )
    }
    let about = try about()
    let place = HubPlaces.name(about.province)
    guard about.province == province else {
      return Fault(
        "这个数据库已经是\(place.zh)的共享库，一个库只能归一个省；没有改动。请另建一个数据库。",
        "The database is the hub of \(place.en) already, and holds one province only; nothing was "
          + "changed. Make another database.")
    }
    return Fault(
      "这个数据库已经是\(place.zh)的共享库了，没有改动。",
      "The database is the hub of \(place.en) already; nothing was changed.")
  }

  /// What the hub is.
  public func about() throws -> HubAbout {
    try keeping {
      let rows = try connection.run(
        "SELECT id, version, province, sight, current_database() FROM yigai.hub")
      guard rows.count == 1, let id = rows.text(0, 0), let version = rows.number(0, 1) else {
        throw Fault("这个共享库没有建完整。", "The hub is not whole.")
      }
      guard version == PostgresHub.version else { throw PostgresHub.otherVersion(version) }
      return HubAbout(
        id: id, version: version, province: "\(rows.number(0, 2) ?? 0)",
        sight: HubGreeting.Sight(rawValue: rows.text(0, 3) ?? "") ?? .own,
        database: rows.text(0, 4) ?? "", group: HubSchema.group(of: id))
    }
  }

  /// All offices, those that were taken out too, by place.
  public func offices() throws -> [HubOffice] {
    try keeping {
      _ = try about()
      let rows = try connection.run(
        """
        SELECT name, place, role, since, until, heard, coalesce(acts, 0)
        FROM yigai.office LEFT JOIN (
          SELECT office, max(received) AS heard, count(*) AS acts FROM yigai.act GROUP BY office
        ) sent ON sent.office = office.name ORDER BY place, name
        """)
      return (0..<rows.count).map { row in
        HubOffice(
          name: rows.text(row, 0) ?? "", place: "\(rows.number(row, 1) ?? 0)",
          role: rows.text(row, 2) ?? "", since: rows.time(row, 3) ?? "",
          until: rows.time(row, 4), heard: rows.time(row, 5), acts: rows.number(row, 6) ?? 0)
      }
    }
  }

  /// Sets what an office sees of the others; counts from the next statement of anybody on.
  public func setSight(_ sight: HubGreeting.Sight) throws {
    try keeping {
      _ = try about()
      try connection.together {
        try connection.run("UPDATE yigai.hub SET sight = $1", [.text(sight.rawValue)])
        try note("sight \(sight.rawValue)")
      }
    }
  }

  /// Admits an office, or one that was taken out again: all in one transaction.
  public func admit(_ name: String, place: Division.Code, role: String) throws
    -> (madeRole: Bool, isBack: Bool)
  {
    try keeping {
      let admission = try Admission(name, place: place, role: role, connection, try about())
      try connection.together {
        for statement in admission.statements { try connection.run(statement) }
      }
      return (admission.makesRole, admission.isBack)
    }
  }

  /// The SQL by which an office would be admitted.
  public func sqlToAdmit(_ name: String, place: Division.Code, role: String) throws -> String {
    try keeping {
      Self.script(
        try Admission(name, place: place, role: role, connection, try about()).statements)
    }
  }

  /// Takes an office out: it can neither send nor read any more, and what it sent stays.
  public func takeOut(_ name: String) throws {
    let statements = try statementsToTakeOut(name)
    try keeping {
      try connection.together { for statement in statements { try connection.run(statement) } }
    }
  }

  public func sqlToTakeOut(_ name: String) throws -> String {
    Self.script(try statementsToTakeOut(name))
  }

  private func statementsToTakeOut(_ name: String) throws -> [String] {
    try keeping {
      _ = try about()
      let held = try connection.run(
        "SELECT until IS NOT NULL FROM yigai.office WHERE name = $1", [.text(name)])
      guard held.count == 1 else {
        throw Fault(
          "共享库里没有“\(name)”这个单位；yigai hub offices 列出。",
          "The hub has no office “\(name)”; yigai hub offices lists them.", exitCode: 2)
      }
      guard !held.isTrue(0, 0) else {
        throw Fault("“\(name)”已经退出了。", "“\(name)” was taken out already.", exitCode: 2)
      }
      return [
        "UPDATE yigai.office SET until = now() WHERE name = \(HubSchema.literal(name))",
        "INSERT INTO yigai.change (what) VALUES (\(HubSchema.literal("out " + name)))",
      ]
    }
  }

  func note(_ what: String) throws {
    try connection.run("INSERT INTO yigai.change (what) VALUES ($1)", [.text(what)])
  }

  private static func script(_ statements: [String]) -> String {
    (["BEGIN"] + statements + ["COMMIT"]).map { $0 + ";\n" }.joined()
  }

  /// Makes sentences for an administrator of what the server refuses.
  func keeping<Result>(_ work: () throws -> Result) throws -> Result {
    do { return try work() } catch let error as ServerError {
      guard error.code == "42501" else { throw error.fault }
      let said = ServerWords.line(error.message)
      throw Fault(
        "这个角色管不了共享库（\(said)）；请用数据库的所有者登录，它还要有 CREATEROLE。",
        "This role cannot administer the hub (\(said)): log in as the owner of the database, who may "
          + "also create roles (CREATEROLE).")
    }
  }
}
