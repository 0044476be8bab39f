import Bundle
import Reform

/// An office on its way into a hub, and the statements by which it comes in.
struct Admission {
  var statements: [String] = []
  /// Whether the role is made with it, without a password.
  var makesRole = false
  /// Whether the office had been taken out.
  var isBack = false

  /// Looks whether the office can be admitted; throws where it cannot.
  init(
    _ name: String, place: Division.Code, role: String, _ connection: Connection,
    _ hub: HubAbout
  ) throws {
    try Self.refuseNames(name, role)
    let (old, isOut) = try Self.held(name, place, role, connection)
    makesRole = try !Self.isRole(role, connection)
    isBack = isOut
    let (quoted, group) = (HubSchema.name(role), hub.group)
    if makesRole { statements.append("CREATE ROLE \(quoted) LOGIN") }
    if let old, old != role {
      statements.append("REVOKE \(group) FROM \(HubSchema.name(old))")
    }
    statements.append("GRANT \(group) TO \(quoted)")
    let (of, by) = (HubSchema.literal(name), HubSchema.literal(role))
    statements.append(
      old == nil
        ? "INSERT INTO yigai.office (name, place, role) VALUES (\(of), \(place), \(by))"
        : "UPDATE yigai.office SET role = \(by), until = NULL WHERE name = \(of)")
    let what = HubSchema.literal("admit \(name) \(place) \(role)")
    statements.append("INSERT INTO yigai.change (what) VALUES (\(what))")
  }

  private static func refuseNames(_ name: String, _ role: String) throws {
    for word in [name, role] {
      let isShown = word == word.showingControls()
      guard isShown, !word.allSatisfy(\.isWhitespace), word.utf8.count <= 200 else {
        throw Fault("单位名和角色名不能为空，也不能有控制字符。", "Office and role need plain names.", exitCode: 2)
      }
    }
    let isReserved = role.hasPrefix("pg_") || ["public", "none"].contains(role)
    guard role.utf8.count <= 63, !isReserved else {
      throw Fault("角色不能叫“\(role)”。", "No role can be called “\(role)”.", exitCode: 2)
    }
  }

  /// The role that the office had, and whether it was taken out; throws where it or the role is in
  /// use.
  private static func held(
    _ name: String, _ place: Division.Code, _ role: String, _ connection: Connection
  ) throws -> (role: String?, isOut: Bool) {
    let rows = try connection.run(
      "SELECT name, role, place, until IS NOT NULL FROM yigai.office WHERE name = $1 OR role = $2",
      [.text(name), .text(role)])
    var own: (String?, Bool) = (nil, false)
    for row in 0..<rows.count {
      let (other, used) = (rows.text(row, 0) ?? "", rows.text(row, 1) ?? "")
      guard other == name else {
        throw Fault(
          "角色 \(role) 已经是“\(other)”的，一个角色只能归一个单位。",
          "The role \(role) is that of “\(other)”: a role belongs to one office.", exitCode: 2)
      }
      guard rows.isTrue(row, 3) else {
        throw Fault(
          "“\(name)”已经在共享库里（角色 \(used)）；要换角色，先用 --out 请它退出。",
          "“\(name)” is in the hub already (role \(used)); to change its role take it out first "
            + "(--out).", exitCode: 2)
      }
      guard "\(rows.number(row, 2) ?? 0)" == place else {
        throw Fault(
          "“\(name)”原来是 \(rows.number(row, 2) ?? 0) 的；地区不同的单位请另起名称。",
          "“\(name)” was for \(rows.number(row, 2) ?? 0); an office for another place needs another "
            + "name.", exitCode: 2)
      }
      own = (used, true)
    }
    return own
  }

  /// Whether there is a role of that name; throws where no right would bind it.
  private static func isRole(_ role: String, _ connection: Connection) throws -> Bool {
    let rows = try connection.run(
      "SELECT rolsuper OR rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = $1", [.text(role)]
    )
    guard rows.count == 1 else { return false }
    guard !rows.isTrue(0, 0) else {
      throw Fault(
        "角色 \(role) 是超级用户（或可绕过行权限），不能作单位的角色。",
        "The role \(role) is a superuser, or bypasses row security, and would be bound by nothing.",
        exitCode: 2)
    }
    guard rows.isTrue(0, 1) else {
      throw Fault(
        "角色 \(role) 不能登录；请先 ALTER ROLE \(role) LOGIN。",
        "The role \(role) cannot log in; ALTER ROLE \(role) LOGIN first.", exitCode: 2)
    }
    return true
  }
}

/// What provinces are called.
enum HubPlaces {
  static func name(_ province: Division.Code) -> Phrase {
    let found = ChinaDivisions.provinces().first { $0.id == province }
    return Phrase(found?.name ?? province, found?.english ?? province)
  }
}
