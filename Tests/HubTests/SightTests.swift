import Foundation
import Reform
import TestSupport
import Testing

@testable import HubStore

/// What an office sees of the others.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct SightTests {
  private let room: HubRoom
  private let acts: [SharedAct]

  init() throws {
    room = try HubRoom()
    var chain = Chain()
    acts = [
      chain.add(Body.entry(140_000)), chain.add(Body.entry(140_100)),
      chain.add(Body.entry(140_403, 140_100, 140_404)), chain.add(Body.entry(140_400)),
      chain.add(Body.act("filing", "")),
    ]
    #expect(try room.hub("shanxi").push(acts) == .taken)
  }

  @Test func everybodySeesAllWhereItIsOpen() throws {
    let seen = try room.hub("luzhou").acts(after: 0, limit: 99)
    #expect(seen.map(\.act) == acts && seen.allSatisfy { !$0.isCut && $0.office == "山西" })
  }

  @Test func eachSeesItsPlacesAndThoseAbove() throws {
    try room.keeper().setSight(.own)
    #expect(try room.hub("shanxi").acts(after: 0, limit: 99).map(\.act) == acts)
    let seen = try room.hub("luzhou").acts(after: 0, limit: 99)
    #expect(seen.map(\.act.name.number) == [1, 3, 4, 5])
    #expect(seen.map(\.isCut) == [false, true, false, false])
    #expect(seen[1].act.body.contains("140403") && !seen[1].act.body.contains("140100"))
    #expect(!seen[1].act.body.contains("140404") && seen[1].act.body.contains("王小明"))
    // The city sees its counties, and nothing of the other city.
    let city = try room.hub("changzhi").acts(after: 0, limit: 99)
    #expect(city[1].act.body.contains("140404") && !city[1].act.body.contains("140100"))
    #expect(try room.hub("luzhou").greet().sight == .own)
  }

  @Test func theTableItselfShowsWholeActsOnly() throws {
    try room.keeper().setSight(.own)
    let connection = try room.raw("luzhou")
    let rows = try connection.run("SELECT number FROM yigai.act ORDER BY seq")
    #expect((0..<rows.count).map { rows.number($0, 0) } == [1, 4, 5])
    let counts = try connection.run("SELECT acts FROM yigai.counts WHERE place = 140100")
    #expect(counts.number(0, 0) == 2)
    // A condition of one's own is asked of no row that is not seen.
    let error = #expect(throws: ServerError.self) {
      try connection.run("SELECT 1 FROM yigai.act WHERE 1 / (number - 1) >= 0")
    }
    #expect(error?.code == "22012")
    #expect(
      try connection.run("SELECT 1 FROM yigai.act WHERE 1 / (number - 2) > -5").count == 3)
  }
}
