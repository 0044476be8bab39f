import Reform

/// Sentences about a server that could not be spoken to.
enum ServerWords {
  /// What was said, in one line without its marks; what is not seen by itself is shown.
  static func line(_ words: String) -> String {
    // Lines that go on from the one before are set in by a tab.
    let lines = words.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
      .filter {
        !$0.hasPrefix("LOCATION:") && !$0.hasPrefix("DETAIL:  The server")
      }
    var line = lines.joined(separator: " ")
    while let last = line.last, last == "." || last == " " { line.removeLast() }
    return line.showingControls()
  }

  /// What it means that a connection ended: what the server said last, where it had no room any more.
  static func lost(_ words: String) -> Fault {
    let said = line(words)
    if words.contains(/:\s+53[0-9A-Z]{3}:/), let known = ServerError.words("53") {
      return Fault("\(known.zh)（\(said)）", "\(known.en) (\(said))")
    }
    return Fault(
      "与共享库的连接中断了（\(said)）；没有丢失什么：同步下次接着做，别的命令请再运行一次。",
      "The connection to the hub broke (\(said)). Nothing is lost: the next sync goes on from there; run "
        + "any other command again.")
  }

  static func unreachable(_ service: String, _ words: String) -> Fault {
    Fault(
      "连不上共享库“\(named(service))”（\(line(words))）；请检查网络、服务器是否开着、服务里的 host 和 port。"
        + "没有网络也可以照常登记。",
      "The hub “\(named(service))” does not answer (\(line(words))). Look at the network, at the "
        + "server, and at host and port of the service; entries can be made meanwhile.")
  }

  /// Why no connection came about: the server's code where it gave one, else libpq's own words.
  static func refusedConnection(_ service: String, _ words: String) -> Fault {
    let last = words.matches(of: /:\s+([0-9A-Z]{4}[0-9]): ([^\n]*)/).last
    if let last { return refused(service, String(last.1), String(last.2)) }
    if words.contains("service") && (words.contains("not found") || words.contains("no such")) {
      return Fault(
        "没有叫“\(named(service))”的服务；请写进 ~/.pg_service.conf，或直接写连接串（host=… dbname=…）。",
        "There is no service “\(named(service))”; write it in ~/.pg_service.conf, or give a "
          + "connection string (host=… dbname=…).", exitCode: 2)
    }
    if words.contains("certificate") || words.contains("SSL") || words.contains("sslrootcert") {
      return Fault(
        "不能确认共享库“\(named(service))”的证书（\(line(words))）；请向管理员要根证书放在 "
          + "~/.postgresql/root.crt，并核对 host 与证书上的名字一致。没有连接。",
        "The certificate of “\(named(service))” cannot be trusted (\(line(words))). Get the root "
          + "certificate from its administrator into ~/.postgresql/root.crt, and see that host is "
          + "the name in the certificate. Nothing was sent.")
    }
    if words.contains("no password supplied") { return password(service, line(words)) }
    if words.contains("invalid") && (words.contains("option") || words.contains("value"))
      || words.contains("missing \"=\"")
    {
      return Fault(
        "连接串写得不对（\(line(words))）。", "The connection string is wrong (\(line(words))).",
        exitCode: 2)
    }
    return unreachable(service, words)
  }

  private static func refused(_ service: String, _ code: String, _ words: String) -> Fault {
    let said = line(words)
    switch code {
    case "28P01": return password(service, said)
    case "28000":
      return Fault(
        "共享库“\(named(service))”不让这个角色登录（\(said)）；请管理员核对 pg_hba.conf 和角色名。",
        "The hub “\(named(service))” does not let this role in (\(said)); its administrator should "
          + "look at pg_hba.conf and at the role.")
    case "3D000":
      return Fault(
        "服务器上没有这个数据库（\(said)）；请先用 createdb 建立，或核对服务里的 dbname。",
        "The server has no such database (\(said)); make it with createdb, or look at the service's "
          + "dbname.")
    case "53300", "57P03":
      return Fault(
        "共享库现在接不了（\(said)）；请过一会儿再试。",
        "The hub cannot take anybody now (\(said)); try again in a while.")
    case "42501":
      return Fault(
        "这个角色不能连接这个数据库（\(said)）；请管理员用 yigai hub office 接纳本单位。",
        "This role may not connect to the database (\(said)); ask the hub's administrator for yigai "
          + "hub office.")
    default:
      return Fault(
        "连不上共享库“\(named(service))”：\(said)（\(code)）。",
        "The hub “\(named(service))” cannot be reached: \(said) (\(code)).")
    }
  }

  private static func password(_ service: String, _ said: String) -> Fault {
    Fault(
      "共享库“\(named(service))”的密码不对，或没有写（\(said)）；请写进 ~/.pgpass（权限 600）。",
      "The password for “\(named(service))” is wrong or missing (\(said)); write it in ~/.pgpass "
        + "(mode 600).")
  }

  /// A service by its name; of a connection string no password is shown.
  static func named(_ service: String) -> String {
    guard service.contains("=") || service.contains("://") else { return service.showingControls() }
    return service.replacing(/password\s*=\s*('[^']*'|\S*)/, with: "password=…")
      .replacing(/:\/\/([^:@\/]*):[^@]*@/) { "://\($0.1):…@" }.showingControls()
  }
}
