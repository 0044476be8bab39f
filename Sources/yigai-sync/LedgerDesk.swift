import Files
import Foundation
import HubStore
import LedgerStore
import Reform
import Sharing

/// Exchanges ledgers with their hubs.
enum LedgerDesk {
  /// Nil for what is asked of a hub alone; whatever goes wrong is an answer too.
  static func reply(to request: HubRequest) -> HubReply? {
    do { return try done(request) } catch let fault as Fault {
      return .fault(fault.message, exitCode: fault.exitCode)
    } catch {
      return .fault(Phrase("同步出错：\(error)", "Synchronising failed: \(error)"), exitCode: 1)
    }
  }

  private static func done(_ request: HubRequest) throws -> HubReply? {
    switch request {
    case .exchange(let path): try atTurn(path) { .exchanged(try exchange($0)) }
    case .packUp(let path, let file):
      try atTurn(path) { try written(Packing.up($0, made: now()), to: file) }
    case .packDown(let path, let office, let place, let seq, let left, let file):
      try atTurn(path) { ledger in
        let pack = try Packing.down(
          PostgresHub(line(of: ledger).service), for: office, place, after: seq, made: now(),
          answering: left)
        return try written(pack, to: file)
      }
    case .unpack(let path, let file): try atTurn(path) { try unpack(pack(file), $0) }
    case .keepSnapshot(let service, let path): try keep(path, service)
    case .peek(let file): .greeting(try greeting(pack(file), file))
    default: nil
    }
  }

  /// Two at once would send the same twice.
  private static func atTurn<Answer>(
    _ path: String, _ work: (Ledger) throws -> Answer
  ) throws -> Answer {
    let ledger = try Ledger(at: path)
    defer { ledger.close() }
    let turn = try ExchangeTurn(of: path)
    defer { turn.end() }
    return try work(ledger)
  }

  /// What goes wrong is kept in the ledger for the next look.
  private static func exchange(_ ledger: Ledger) throws -> ExchangeReport {
    let membership = try line(of: ledger)
    do {
      var exchange = Exchange(ledger, with: try PostgresHub(membership.service))
      let report = try exchange.run()
      try ledger.note(exchange: now(), trouble: nil)
      return report
    } catch let fault as Fault {
      try? ledger.note(exchange: now(), trouble: fault.message)
      throw fault
    }
  }

  private static func keep(_ path: String, _ service: String) throws -> HubReply {
    let copy = path + ".copy"
    let seq = try atTurn(path) { ledger -> Int in
      let hub = try OwnersHub(service)
      let head = try hub.head()
      var exchange = Exchange(ledger, with: hub)
      _ = try exchange.run()
      let cursor = try ledger.membership()?.cursor ?? 0
      guard cursor >= head else {
        throw Fault(
          "这个角色读不到全部登记（到第 \(cursor) 号，应到 \(head) 号）；请用共享库的所有者登录。",
          "This role does not read all acts (\(cursor) of \(head)): log in as the owner of the hub."
        )
      }
      _ = try Backup(of: ledger).make(at: copy, replacing: true)
      return cursor
    }
    defer { unlink(copy) }
    try HubKeeper(service).keep(snapshot: copy, seq: seq, format: Ledger.newestFormat)
    let size = try FileManager.default.attributesOfItem(atPath: copy)[.size] as? Int
    return .kept(seq: seq, bytes: size ?? 0)
  }

  private static func line(of ledger: Ledger) throws -> Membership {
    guard let membership = try ledger.membership() else { throw Exchange.unjoined }
    guard !membership.service.isEmpty else { throw Exchange.lineless }
    return membership
  }

  // MARK: Files

  private static func pack(_ file: String) throws -> Pack {
    let limit = 2 << 30
    let bytes = try UserFile.read(
      file, limit: limit,
      tooLarge: Fault("\(file) 超过 2 GB，没有收取。", "\(file) has more than 2 GB; nothing was taken in."))
    return try Pack(bytes, named: file)
  }

  private static func written(_ pack: Pack, to file: String) throws -> HubReply {
    try UserFile.write(pack.bytes(), to: file)
    return .packed(count: pack.head.count, to: pack.head.to)
  }

  private static func unpack(_ pack: Pack, _ ledger: Ledger) throws -> HubReply {
    let head = pack.head
    switch head.direction {
    case .down:
      let report = try Packing.take(pack, into: ledger)
      try ledger.note(exchange: now(), trouble: nil)
      return .unpacked(report, place: head.place, from: nil)
    case .up:
      let membership = try line(of: ledger)
      let report = try Packing.send(pack, to: PostgresHub(membership.service))
      _ = try exchange(ledger)
      return .unpacked(report, place: head.place, from: head.from)
    }
  }

  private static func greeting(_ pack: Pack, _ file: String) throws -> HubGreeting {
    let head = pack.head
    guard head.direction == .down else {
      throw Fault(
        "\(file) 是别的单位上报的数据包，不能用来加入；要用上级给本单位打的包。",
        "\(file) was sent up by an office and cannot be joined by: it takes one that was packed for this "
          + "office.", exitCode: 2)
    }
    return HubGreeting(
      hub: head.hub, version: 1, province: head.province, office: head.office, place: head.place,
      sight: head.sight, head: head.to)
  }

  /// The time by the clock of this machine, as acts have it.
  private static func now() -> String {
    var (seconds, parts) = (time(nil), tm())
    localtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 64)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S%z", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
