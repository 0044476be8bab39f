import ArgumentParser
import Bundle
import Foundation
import Reform
import Runtime

/// Hubs: databases by which the offices of a province share one ledger.
struct HubCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hub", abstract: "共享库：建立、接纳单位、设置。Hubs: made, offices admitted, settings.",
    discussion: """
      共享库是一个 PostgreSQL 数据库，各单位的台账通过它互通；由管理员建立一次。说明见 docs/SHARING.md。
      A PostgreSQL database that joins the ledgers of the offices, made once; see docs/SHARING.md.
      """,
    subcommands: [
      HubInitCommand.self, HubOfficeCommand.self, HubOfficesCommand.self, HubSettingCommand.self,
      HubSnapshotCommand.self,
    ])
}

/// What goes with every command on a hub.
struct HubOptions: ParsableArguments {
  @Argument(
    help: "服务名（~/.pg_service.conf 里的）或连接串。The service's name, or a connection string.")
  var service: String
  @Option(help: "语言。zh | en") var lang: String?

  var language: Language {
    lang.flatMap(Language.init) ?? Surroundings.settings().settings.language
  }

  /// Says one or more sentences on what was done.
  func tell(_ words: Phrase) {
    Output.write(Safe.line(words(language), keepingBreaks: true) + "\n")
  }

  func about() throws -> HubAbout {
    guard case .about(let about) = try SyncProcess.ask(.about(service: service)) else {
      throw SyncProcess.mixedUp
    }
    return about
  }
}

/// Makes a hub in a database.
struct HubInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "在数据库里建立共享库。Makes a hub in a database.",
    discussion: """
      数据库先用 createdb 建好；登录的角色要是它的所有者，并有 CREATEROLE。
      The database is made by createdb before; the role owns it and may create roles.
      """)

  @OptionGroup var options: HubOptions
  @Option(help: "省份：浙江、zhejiang、330000；不写用配置里的。The province.") var province: String?
  @Flag(help: "只打印 SQL，不连接。Prints the SQL and connects to nothing.") var sql = false

  func run() throws {
    let settings = Surroundings.settings().settings
    let name = province ?? settings.province
    guard !name.isEmpty else {
      throw Fault(
        "要写明省份，如 --province 浙江。", "Name the province, such as --province Zhejiang.", exitCode: 2)
    }
    let place = try LedgerProvince.find(name)
    guard !sql else {
      guard case .sql(let text) = try SyncProcess.ask(.schema(province: place.id)) else {
        throw SyncProcess.mixedUp
      }
      return Output.write(text)
    }
    let reply = try SyncProcess.ask(.make(service: options.service, province: place.id))
    guard case .about(let hub) = reply else { throw SyncProcess.mixedUp }
    options.tell(HubWords.made(hub, place, options.service))
  }
}

/// Admits an office, or takes it out.
struct HubOfficeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "office", abstract: "接纳一个单位，或请它退出。Admits an office, or takes it out.",
    discussion: """
      例：yigai hub office 长治 服务名 --role changzhi。角色没有时会新建，不设密码。
      Example: yigai hub office Changzhi SERVICE --role changzhi. A new role has no password.
      """)

  @Argument(help: "单位名称。The office's name.") var name: String
  @OptionGroup var options: HubOptions
  @Option(help: "它登录用的数据库角色。The role of the database by which it logs in.") var role: String?
  @Option(help: "它管的地区；不写就按单位名称。The place that it enters for; by default the name's.")
  var place: String?
  @Flag(help: "退出：不能再收发，登记过的都保留。Takes it out; what it sent stays.") var out = false
  @Flag(help: "只打印 SQL，不执行。Prints the SQL and does nothing.") var sql = false

  func run() throws {
    guard !out else { return try takeOut() }
    guard let role else {
      throw Fault(
        "要写明角色，如 --role changzhi。", "Name the role, such as --role changzhi.", exitCode: 2)
    }
    let hub = try options.about()
    let divisions = ChinaDivisions.divisions(of: hub.province)
    let found = try place.map { try LedgerChoice.find($0, in: divisions) } ?? named(divisions)
    let reply = try SyncProcess.ask(
      .admit(service: options.service, name: name, place: found.id, role: role, printed: sql))
    switch reply {
    case .sql(let text): Output.write(text)
    case .admitted(let madeRole, let isBack):
      options.tell(HubWords.admitted(name, found, role, madeRole, isBack, hub))
    default: throw SyncProcess.mixedUp
    }
  }

  /// The place that the office is called by.
  private func named(_ divisions: Divisions) throws -> Division {
    do { return try LedgerChoice.find(name, in: divisions) } catch let fault as Fault {
      throw Fault(
        "\(fault.message.zh)\n按单位名称“\(name)”定不了它管的地区；请用 --place 写明，如 --place 长治。",
        "\(fault.message.en)\nThe name “\(name)” does not say for which place the office enters; name "
          + "that by --place, such as --place Changzhi.", exitCode: 2)
    }
  }

  private func takeOut() throws {
    guard role == nil, place == nil else {
      throw Fault(
        "--out 时不写 --role 和 --place。", "--out goes without --role and --place.", exitCode: 2)
    }
    let reply = try SyncProcess.ask(
      .takeOut(service: options.service, name: name, printed: sql))
    if case .sql(let text) = reply { return Output.write(text) }
    options.tell(HubWords.takenOut(name))
  }
}

/// Lists the offices of a hub.
struct HubOfficesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offices",
    abstract: "各单位：地区、角色、最近上报、条数。The offices: place, role, last heard from, acts.")

  @OptionGroup var options: HubOptions
  @OptionGroup var form: TableOptions

  func run() throws {
    try form.refuseBoth()
    let hub = try options.about()
    guard case .offices(let offices) = try SyncProcess.ask(.offices(service: options.service))
    else {
      throw SyncProcess.mixedUp
    }
    let divisions = ChinaDivisions.divisions(of: hub.province)
    try form.write(HubWords.offices(offices, divisions, options.language))
  }
}

/// Shows or changes a setting of a hub.
struct HubSettingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setting", abstract: "共享库的设置。Settings of a hub.",
    discussion: """
      sight：open 各单位都看得到全部；own 只看本地区和上级，其他只有条数。不写值就显示现在的。
      sight: open, all is seen; own, one's places and those above, of others counts. No value shows it.
      """)

  @OptionGroup var options: HubOptions
  @Argument(help: "设置名：sight。The setting.") var name = "sight"
  @Argument(help: "open | own") var value: String?

  func run() throws {
    guard name == "sight" else {
      throw Fault("没有设置“\(name)”，只有 sight。", "No setting “\(name)”: sight.", exitCode: 2)
    }
    guard let value else { return options.tell(HubWords.sight(try options.about().sight)) }
    guard let sight = HubGreeting.Sight(rawValue: value) else {
      throw Fault("sight 只能是 open 或 own。", "sight is open or own.", exitCode: 2)
    }
    _ = try SyncProcess.ask(.setSight(service: options.service, sight: sight))
    options.tell(HubWords.sight(sight))
  }
}
