import Foundation
import Reform
import Synchronization
import TestSupport
import Testing

@testable import HubStore

/// The one order, with several sessions at once.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct OrderTests {
  private static let insert = """
    INSERT INTO yigai.act (origin, number, office, base, held, touched, hash, body)
    SELECT $1, 1, $2, 0, '{}', '{}', sha256(convert_to($3, 'UTF8')), $3
    """

  @Test func theSecondWaitsUntilTheFirstIsThrough() throws {
    let room = try HubRoom()
    let (slow, quick) = (try room.raw("changzhi"), try room.raw("taiyuan"))
    try slow.run("BEGIN")
    try slow.run(
      Self.insert, [.text(Chain("1").origin), .text("长治"), .text(Body.entry(140_403))])
    try quick.run("SET lock_timeout = '50ms'")
    let values: [Value] = [
      .text(Chain("2").origin), .text("太原"), .text(Body.entry(140_105)),
    ]
    let error = #expect(throws: ServerError.self) { try quick.run(Self.insert, values) }
    #expect(error?.code == "55P03")
    #expect(error?.fault.message.zh.contains("正忙") == true)
    let reader = try room.hub("luzhou")
    #expect(try reader.acts(after: 0, limit: 9).isEmpty)
    try slow.run("COMMIT")
    try quick.run(Self.insert, values)
    #expect(try reader.acts(after: 0, limit: 9).map(\.office) == ["长治", "太原"])
  }

  /// A reader who asks for what came after the last he has seen misses none, however many write.
  @Test func aReaderMissesNone() throws {
    let room = try HubRoom()
    let writers = [("changzhi", 140_400), ("taiyuan", 140_100), ("luzhou", 140_403)]
    let left = Mutex(writers.count)
    let failures = Mutex<[String]>([])
    for (index, (role, place)) in writers.enumerated() {
      Thread.detachNewThread {
        do {
          let hub = try room.hub(role)
          var chain = Chain(Character("\(index)"))
          for _ in 0..<60 {
            let answer = try hub.push([chain.add(Body.entry(place))])
            if answer != .taken { failures.withLock { $0.append("\(answer)") } }
          }
        } catch { failures.withLock { $0.append("\(error)") } }
        left.withLock { $0 -= 1 }
      }
    }
    let reader = try room.hub("shangdang")
    var seen: [HubAct] = []
    var isLast = false
    repeat {
      isLast = left.withLock { $0 == 0 }
      seen += try reader.acts(after: seen.last?.seq ?? 0, limit: 1_000)
    } while !isLast
    #expect(failures.withLock { $0 } == [])
    #expect(seen.count == 180 && seen.map(\.seq) == Set(seen.map(\.seq)).sorted())
    #expect(try reader.acts(after: 0, limit: 1_000) == seen)
    #expect(seen.map(\.received) == seen.map(\.received).sorted())
  }

  /// The server is stopped as by a power cut, between the statement and its commit, and after it.
  @Test func whatWasCommittedOutlivesAPowerCut() throws {
    let server = try PostgresServer()
    let room = try HubRoom(on: server)
    var chain = Chain()
    let acts = (0..<3).map { _ in chain.add(Body.entry(140_403)) }
    let hub = try room.hub("changzhi")
    #expect(try hub.push([acts[0]]) == .taken)
    let halfway = try room.raw("taiyuan")
    try halfway.run("BEGIN")
    try halfway.run(
      Self.insert, [.text(Chain("2").origin), .text("太原"), .text(Body.entry(140_105))])
    try server.stopAtOnce()
    for work in [
      { _ = try hub.push([acts[1]]) }, { _ = try hub.acts(after: 0, limit: 9) },
      { _ = try hub.greet() },
    ] {
      let fault = #expect(throws: Fault.self) { try work() }
      #expect(fault?.exitCode == 1)
    }
    #expect(throws: Fault.self) { try room.hub("changzhi") }
    try server.start()
    let again = try room.hub("changzhi")
    #expect(try again.last(of: chain.origin)?.number == 1)
    #expect(try again.push([acts[1], acts[2]]) == .taken)
    #expect(try again.acts(after: 0, limit: 9).map(\.act) == acts)
    try server.stopAtOnce()
  }
}
