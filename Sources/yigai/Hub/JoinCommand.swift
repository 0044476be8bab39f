import ArgumentParser
import Bundle
import Foundation
import LedgerStore
import Reform
import Runtime

/// Joins a ledger to a hub, and synchronises it for the first time.
struct JoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "让台账加入共享库；没有台账就新建。Joins a ledger to a hub, or makes one.",
    discussion: """
      已有的台账连同登记一起加入，登记会上报；单位要先由管理员用 yigai hub office 接纳。
      A ledger joins with all that was entered in it. The office has to be admitted before.
      没有线路的单位写上级给的数据包：yigai join 包.yigai。Without a line: the pack that one was given.
      """)

  @Argument(
    help: "服务名、连接串或数据包。The service's name, a connection string, or a pack.")
  var service: String
  @Option(help: "本单位的名称，用来核对。The office's name, to be sure.") var office: String?
  @Option(help: "台账文件；不写就是平常的那本。The ledger file.") var ledger: String?
  @Option(help: "语言。zh | en") var lang: String?

  func run() throws {
    let file = PackFile.path(service)
    let request = file.map { HubRequest.peek(file: $0) } ?? .greet(service: service)
    guard case .greeting(let hub) = try SyncProcess.ask(request) else { throw SyncProcess.mixedUp }
    if let office, office != hub.office {
      throw Fault(
        "登录的角色属于“\(hub.office)”，不是“\(office)”；没有加入。",
        "The role that logs in is that of “\(hub.office)”, not “\(office)”; nothing was joined.",
        exitCode: 2)
    }
    var choice = LedgerChoice()
    choice.ledger = ledger
    let path = try choice.path()
    let isNew = !choice.hasLedger
    if isNew, try file != nil || !HubSnapshot.bring(to: path, of: hub, service, join) {
      try LedgerProvince.make(at: path, of: hub.province)
    }
    let language =
      lang.flatMap(Language.init) ?? Surroundings.settings().settings.language
    try join(path, hub, service: file == nil ? service : "")
    SharingWords.tell(SharingWords.joined(hub, path, isNew: isNew), language)
    guard let file else { return try SyncNow.run(path, language) }
    try PackFile.unpack(file, path, language)
  }

  private func join(_ path: String, _ hub: HubGreeting, service: String) throws {
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    let province = try LedgerProvince.of(ledger)
    guard try ledger.remark("sample") == nil else {
      throw Fault(
        "示例台账里是虚构的数据，不能加入共享库。", "The sample is made up and cannot join a hub.", exitCode: 2)
    }
    guard province == hub.province else {
      throw Fault(
        "\(path) 是\(SharingWords.place(province).zh)的台账，共享库是\(SharingWords.place(hub.province).zh)的；没有加入。",
        "\(path) is a ledger of \(SharingWords.place(province).en), the hub is "
          + "\(SharingWords.place(hub.province).en)'s; nothing was joined.", exitCode: 2)
    }
    _ = try LedgerProvince.catalogue(of: ledger)
    let bundled = try BundledCatalogue.whole(of: province).tasks.map(\.id)
    try ledger.join(hub, service: service, bundled: Set(bundled))
  }
}
