import Reform

/// What the commands on hubs say.
enum HubWords {
  static func made(_ hub: HubAbout, _ province: Division, _ service: String) -> Phrase {
    let service = written(service)
    return Phrase(
      """
      \(province.name)的共享库已建好：数据库 \(hub.database)，模式 yigai，单位都归角色 \(hub.group)。
      各单位都看得到全部；要改成只看本地区：yigai hub setting \(service) sight own
      接下来接纳单位，先接纳省里的：yigai hub office \(province.short) \(service) --role 角色
      """,
      """
      The hub of \(province.english) is made: database \(hub.database), schema yigai; offices belong to \
      the role \(hub.group).
      Everybody sees all; for each its own: yigai hub setting \(service) sight own
      Next admit offices, the province's first: yigai hub office \(province.english) \(service) --role ROLE
      """)
  }

  /// A service as it is written on a command line; no password is repeated.
  private static func written(_ service: String) -> String {
    if service.contains("password") || service.contains("://") && service.contains("@") {
      return "SERVICE"
    }
    return service.contains(" ") ? "\"\(service)\"" : service
  }

  static func admitted(
    _ name: String, _ place: Division, _ role: String, _ madeRole: Bool, _ isBack: Bool,
    _ hub: HubAbout
  ) -> Phrase {
    let back = isBack ? Phrase("重新", " again") : Phrase("", "")
    let parts = place.level < .county ? Phrase("及其下级", " and all that lies in it") : Phrase("", "")
    let made = Phrase(
      """
      角色 \(role) 是新建的，还没有密码：在 psql 里用 \\password \(role) 设置，或在 pg_hba.conf 里要求证书（cert）。
      pg_hba.conf 要让它连到 \(hub.database)；对方的 ~/.pg_service.conf 要写这个服务。
      """,
      """
      The role \(role) is new and has no password: set one in psql by \\password \(role), or ask for a \
      certificate (cert) in pg_hba.conf.
      pg_hba.conf has to let it reach \(hub.database), and its own ~/.pg_service.conf names the service.
      """)
    let next = madeRole ? Phrase("\n" + made.zh, "\n" + made.en) : Phrase("", "")
    return Phrase(
      "已\(back.zh)接纳“\(name)”：为\(place.name)\(parts.zh)登记，角色 \(role)。\(next.zh)",
      "“\(name)” is admitted\(back.en): it enters for \(place.english)\(parts.en), as \(role).\(next.en)"
    )
  }

  static func takenOut(_ name: String) -> Phrase {
    Phrase(
      "“\(name)”已退出：不能再上报，也看不到；登记过的都保留。角色仍在，不再用时请 DROP ROLE。",
      "“\(name)” is taken out: it can neither send nor read; what it sent stays. Its role is still "
        + "there: drop it where it is no longer used.")
  }

  static func kept(_ seq: Int, _ bytes: Int) -> Phrase {
    let size = (bytes + 999_999) / 1_000_000
    return Phrase(
      "已备好到第 \(seq) 号为止的台账（\(size) MB），新加入的单位直接取用。",
      "A ledger as of number \(seq) (\(size) MB) is kept for offices that join.")
  }

  static func sight(_ sight: HubGreeting.Sight) -> Phrase {
    switch sight {
    case .open: Phrase("sight = open：各单位都看得到全部。", "sight = open: everybody sees all.")
    case .own:
      Phrase(
        "sight = own：只看本地区和上级，其他只有条数。",
        "sight = own: an office sees its places and those above, of others counts only.")
    }
  }

  /// The offices, one in a row.
  static func offices(
    _ offices: [HubOffice], _ divisions: Divisions, _ language: Language
  ) -> Table {
    Table(
      [
        .init("name", Phrase("单位", "Office")) { .text($0.name) },
        .init("place", Phrase("地区", "Place")) { office in
          .text(
            divisions[office.place]?.name(in: language) ?? office.place,
            keyed: .text(office.place))
        },
        .init("role", Phrase("角色", "Role")) { .text($0.role) },
        .init("since", Phrase("接纳", "Since")) { time($0.since) },
        .init("until", Phrase("退出时间", "Until")) { time($0.until) },
        .init("heard", Phrase("最近上报", "Last heard")) { time($0.heard) },
        .init("acts", Phrase("条数", "Acts")) { .count($0.acts) },
      ] as [Table.Column<HubOffice>], offices, language)
  }

  /// A time of the hub, for people to the minute (UTC).
  private static func time(_ time: String?) -> Table.Cell {
    .text(time, shown: time.map { $0.prefix(16).replacing("T", with: " ") + "Z" } ?? "")
  }
}
