import Foundation
import Reform
import TestSupport
import Testing

@testable import HubStore

/// What a ledger asks of a hub, and what it is told.
@Suite(.enabled(if: HubRoom.isThere, "PostgreSQL is not installed")) struct HubTests {
  private let room: HubRoom

  init() throws { room = try HubRoom() }

  @Test func aHubSaysWhoAsks() throws {
    let hub = try room.hub("changzhi")
    let said = try hub.greet()
    #expect(said.province == "140000" && said.office == "长治" && said.place == "140400")
    #expect(said.version == 1 && said.sight == .open && said.head == 0 && said.hub.count == 32)
    var chain = Chain()
    #expect(try hub.push([chain.add(Body.entry(140_403))]) == .taken)
    #expect(try hub.greet().head > 0)
  }

  @Test func whatIsPushedComesBackAsItWas() throws {
    var chain = Chain()
    let (city, county) = (try room.hub("changzhi"), try room.hub("luzhou"))
    let acts = [
      chain.add(Body.entry(140_403, more: #","note":"“引号”\n\\{},:' ① 𠮷""#)),
      chain.add(Body.entry(140_404), held: [7, -9_000_000_000], touched: [7, .max, .min]),
    ]
    #expect(try city.push(acts) == .taken)
    let seen = try county.acts(after: 0, limit: 9)
    #expect(seen.map(\.act) == acts && seen.map(\.office) == ["长治", "长治"])
    #expect(seen[0].seq < seen[1].seq)
    let time = try #require(seen.first?.received)
    #expect(time.wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z/) != nil)
    let rows = try room.raw("owner").run(
      "SELECT to_char(received AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM yigai.act"
    )
    #expect(rows.text(0, 0) == time)
    #expect(try county.acts(after: seen[0].seq, limit: 9) == [seen[1]])
    #expect(try county.acts(after: 0, limit: 1) == [seen[0]])
    #expect(try county.last(of: chain.origin)?.number == 2)
    #expect(try county.last(of: chain.origin)?.hash == acts[1].hash)
    #expect(try county.hash(of: acts[0].name) == acts[0].hash)
    #expect(try county.hash(of: ActName(chain.origin, 3)) == nil)
    #expect(try county.last(of: Chain("e").origin) == nil)
  }

  /// However large they are, what is read at once has room; what is sent belongs together all the same.
  @Test func largeActsComeAndGoAFewAtATime() throws {
    let hub = try room.hub("changzhi")
    hub.room = 1_000
    var chain = Chain()
    let notes = [100, 2_000, 100, 400, 400, 400]
    let acts = notes.map {
      chain.add(Body.entry(140_403, more: ",\"note\":\"\(String(repeating: "a", count: $0))\""))
    }
    let refused = chain.add(Body.entry(140_105))
    #expect(try hub.push(acts + [refused]) == .refused(refused.name, Refusal.words("place")))
    #expect(try hub.acts(after: 0, limit: 99).isEmpty)
    #expect(try hub.push(acts) == .taken)
    var shares: [[SharedAct]] = []
    var last = 0
    while true {
      let share = try hub.acts(after: last, limit: 99)
      guard let end = share.last else { break }
      (shares, last) = (shares + [share.map(\.act)], end.seq)
    }
    #expect(shares.flatMap { $0 } == acts)
    #expect(shares.map(\.count) == [2, 3, 1])
    hub.room = 1 << 20
    #expect(try hub.acts(after: 0, limit: 99).map(\.act) == acts)
  }

  /// The same things touched by two ledgers and by one twice.
  @Test func whoeverWasQuickerStands() throws {
    let hub = try room.hub("changzhi")
    var (one, other) = (Chain("a"), Chain("b"))
    #expect(try hub.push([one.add(Body.entry(140_403), held: [5], touched: [5])]) == .taken)
    let late = other.add(Body.entry(140_403), held: [5, 6], touched: [5])
    #expect(try hub.push([late]) == .moved(late.name))
    #expect(try hub.acts(after: 0, limit: 9).count == 1)
    other.drop()
    let head = try hub.greet().head
    #expect(
      try hub.push([other.add(Body.entry(140_403), base: head, held: [5], touched: [5])]) == .taken)
    // Its own act is no other's: it may go on although it saw nothing since.
    #expect(
      try hub.push([other.add(Body.entry(140_403), base: head, held: [5], touched: [5])]) == .taken)
    let again = one.add(Body.entry(140_403), base: head, held: [5])
    #expect(try hub.push([again]) == .moved(again.name))
    one.drop()
    #expect(try hub.push([one.add(Body.entry(140_403), held: [6], touched: [6])]) == .taken)
  }

  /// What the last one who is somebody else has done is known, however often one does it oneself.
  @Test func theLastTouchByAnotherIsNotForgotten() throws {
    let hub = try room.hub("changzhi")
    var (one, other) = (Chain("a"), Chain("b"))
    #expect(try hub.push([one.add(Body.entry(140_403), touched: [5])]) == .taken)
    for _ in 0..<3 {
      #expect(try hub.push([other.add(Body.entry(140_403), touched: [5])]) == .taken)
    }
    let blind = other.add(Body.entry(140_403), held: [5], touched: [5])
    #expect(try hub.push([blind]) == .moved(blind.name))
  }

  @Test func allOfAPushIsTakenOrNothing() throws {
    let hub = try room.hub("changzhi")
    var (one, other) = (Chain("a"), Chain("b"))
    let good = [one.add(Body.entry(140_403)), one.add(Body.entry(140_404))]
    let bad = other.add(Body.entry(140_100))
    guard case .refused(bad.name, _) = try hub.push(good + [bad]) else {
      Issue.record("it was taken")
      return
    }
    #expect(try hub.greet().head == 0 && hub.acts(after: 0, limit: 9).isEmpty)
    other.drop()
    #expect(try hub.push(good + [other.add(Body.entry(140_400))]) == .taken)
    #expect(try hub.acts(after: 0, limit: 9).count == 3)
    #expect(try hub.push([]) == .taken)
  }

  /// The answer to a push is lost: the next try finds what came through.
  @Test func aLostAnswerIsFoundAgain() throws {
    var chain = Chain()
    let acts = (0..<3).map { _ in chain.add(Body.entry(140_403)) }
    #expect(try room.hub("changzhi").push(acts) == .taken)
    let hub = try room.hub("changzhi")
    guard case .refused(acts[0].name, _) = try hub.push(acts) else {
      Issue.record("it was taken twice")
      return
    }
    let last = try #require(try hub.last(of: chain.origin))
    #expect(last.number == 3 && last.hash == acts[2].hash)
    #expect(try hub.acts(after: 0, limit: 9).count == 3)
  }

  @Test func ofManyActsTheFirstBadOneIsNamed() throws {
    var chain = Chain()
    var acts = (0..<3_000).map { _ in chain.add(Body.entry(140_403)) }
    acts += [chain.add(Body.entry(140_100)), chain.add(Body.entry(140_105))]
    guard case .refused(let name, let words) = try room.hub("changzhi").push(acts) else {
      Issue.record("it was taken")
      return
    }
    #expect(name.number == 3_001 && words == Refusal.words("place"))
    let hub = try room.hub("changzhi")
    #expect(try hub.greet().head == 0)
    let good = Array(acts.prefix(3_000))
    #expect(try hub.push(good) == .taken)
    #expect(try hub.acts(after: 0, limit: 10_000).map(\.act) == good)
    let some = try hub.acts(after: 0, limit: 2_700)
    #expect(some.map(\.act) == Array(good.prefix(2_700)))
    let rest = try hub.acts(after: try #require(some.last).seq, limit: 300)
    #expect(rest.map(\.act) == Array(good.suffix(300)))
  }
}
