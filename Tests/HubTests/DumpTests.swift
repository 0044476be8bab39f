import Foundation
import Reform
import TestSupport
import Testing

@testable import HubStore

/// A hub that was restored from a dump, by psql.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct DumpTests {
  @Test func aHubGoesOnWhereItsDumpEnds() throws {
    let (room, scratch) = (try HubRoom(), try Scratch())
    var chain = Chain()
    let acts = [
      chain.add(Body.entry(140_403), touched: [5]), chain.add(Body.entry(140_403, 140_404)),
    ]
    #expect(try room.hub("changzhi").push(acts) == .taken)
    let (file, other) = (scratch.file("hub.sql"), HubRoom.newName())
    try room.server.dump(room.database, to: file)
    try Connection(to: room.server.service("postgres", as: "owner")).run("CREATE DATABASE \(other)")
    let restored = try room.server.psql(other, as: "owner", "-f", file)
    #expect(restored.code == 0 && restored.complaint.isEmpty, "\(restored.complaint)")

    let hub = try PostgresHub(room.server.service(other, as: "changzhi"))
    #expect(try hub.greet().office == "长治")
    #expect(try hub.acts(after: 0, limit: 9).map(\.act) == acts)
    #expect(
      try hub.push([chain.add(Body.entry(140_105))])
        == .refused(chain.acts[2].name, Refusal.words("place")))
    chain.drop()
    var late = Chain("b")
    let slower = late.add(Body.entry(140_403), held: [5], touched: [5])
    #expect(try hub.push([slower]) == .moved(slower.name))
    #expect(try hub.push([chain.add(Body.entry(140_404))]) == .taken)
    let keeper = try HubKeeper(room.server.service(other, as: "owner"))
    try keeper.takeOut("长治")
    #expect(throws: Fault.self) { try hub.greet() }
    #expect(try keeper.offices().first { $0.name == "长治" }?.acts == 3)
    #expect(try room.hub("changzhi").greet().office == "长治")
  }
}
