import ArgumentParser
import Bundle
import Files
import Foundation
import LedgerStore
import Reform
import Runtime

/// What a hub keeps for offices that join: a ledger with all acts so far.
enum HubSnapshot {
  /// Puts it at a path, joined; false, with nothing there, where the hub keeps none.
  static func bring(
    to path: String, of hub: HubGreeting, _ service: String,
    _ join: (String, HubGreeting, String) throws -> Void
  ) throws -> Bool {
    guard hub.sight == .open else { return false }
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let part = path + ".joining"
    try? FileManager.default.removeItem(atPath: part)
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: part + end) }
    }
    let reply = try SyncProcess.ask(
      .fetchSnapshot(service: service, format: Ledger.newestFormat, file: part))
    guard case .fetched(let seq) = reply else { throw SyncProcess.mixedUp }
    guard seq != nil else { return false }
    try join(part, hub, service)
    guard link(part, path) == 0 else { throw FileTrouble.unwritten(path, errno) }
    return true
  }
}

/// Has the hub keep a ledger with all acts so far for offices that join.
struct HubSnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "为新单位备一份现成的台账，加入时不必逐条收取。Keeps a ledger ready for those that join.",
    discussion: """
      由共享库的所有者运行，如每月一次；只在 sight open 时用得上。工作用的台账留在本机，下次只补新的。
      Run by the hub's owner, once a month say; where sight is open. The next run adds what is new.
      """)

  @OptionGroup var options: HubOptions
  @Option(help: "工作用的台账；不写就放在数据目录。The ledger that it works on.") var file: String?

  func run() throws {
    let hub = try options.about()
    let path = file ?? Surroundings.dataFolder + "/hub-\(hub.id).sqlite"
    if !FileManager.default.fileExists(atPath: path) {
      try LedgerProvince.make(at: path, of: hub.province)
    }
    try join(path, hub)
    guard
      case .kept(let seq, let bytes) = try SyncProcess.ask(
        .keepSnapshot(service: options.service, ledger: path))
    else { throw SyncProcess.mixedUp }
    options.tell(HubWords.kept(seq, bytes))
  }

  /// As no office of the hub's.
  private func join(_ path: String, _ hub: HubAbout) throws {
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    _ = try LedgerProvince.catalogue(of: ledger)
    if let held = try ledger.membership(), !held.office.isEmpty {
      throw Fault(
        "\(path) 是“\(held.office)”的台账，不能用来备份给别的单位；请换一个文件名。",
        "\(path) is the ledger of “\(held.office)”; choose another file name.", exitCode: 2)
    }
    guard try ledger.membership() != nil || ledger.lastAct() == 0 else {
      throw Fault(
        "\(path) 里已有登记，不能用来备现成的台账；请换一个文件名。",
        "Something was entered in \(path) already; choose another file name.", exitCode: 2)
    }
    let bundled = try BundledCatalogue.whole(of: hub.province).tasks.map(\.id)
    let greeting = HubGreeting(
      hub: hub.id, version: hub.version, province: hub.province, office: "", place: hub.province,
      sight: .open, head: 0)
    try ledger.join(greeting, service: "", bundled: Set(bundled))
  }
}
