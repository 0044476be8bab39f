import LedgerStore
import Reform

/// Makes packs and takes them in.
public enum Packing {
  /// What waits in a ledger, to be carried to the hub.
  public static func up(_ ledger: Ledger, made: String) throws -> Pack {
    guard let membership = try ledger.membership() else { throw Exchange.unjoined }
    let waiting = try ledger.waitingActs()
    guard !waiting.isEmpty else {
      throw Fault("没有待上报的登记，没有打包。", "Nothing waits to be sent; no file was made.")
    }
    return Pack(
      Pack.Head(
        .up, hub: membership.hub, province: membership.province, office: membership.office,
        place: membership.place, sight: membership.sight, from: membership.cursor,
        to: membership.cursor, count: waiting.count, made: made), sent: waiting)
  }

  /// What a hub has after a place in its order, to be carried to an office.
  public static func down(
    _ hub: some Hub, for office: String, _ place: Division.Code, after seq: Int, made: String,
    answering left: LeftAct? = nil
  ) throws -> Pack {
    let greeting = try hub.greet()
    var acts: [HubAct] = []
    while true {
      let more = try hub.acts(after: acts.last?.seq ?? seq, limit: 5_000)
      guard !more.isEmpty else { break }
      acts += more
    }
    var head = Pack.Head(
      .down, hub: greeting.hub, province: greeting.province, office: office, place: place,
      sight: greeting.sight, from: seq, to: acts.last?.seq ?? seq, count: acts.count, made: made)
    head.left = left
    return Pack(head, taken: acts)
  }

  /// Takes a pack that came down into the ledger of the office that it is for.
  public static func take(_ pack: Pack, into ledger: Ledger) throws -> UnpackReport {
    guard let membership = try ledger.membership() else { throw Exchange.unjoined }
    let head = pack.head
    try expectSame(head.hub, membership.hub)
    guard head.office == membership.office, head.place == membership.place else {
      throw Fault(
        "这个数据包是给“\(head.office)”的，不是“\(membership.office)”；没有收取。",
        "This pack is for “\(head.office)”, not “\(membership.office)”; nothing was taken in.")
    }
    guard head.from <= membership.cursor else {
      throw Fault(
        "这个数据包从第 \(head.from) 号之后开始，本台账只收到第 \(membership.cursor) 号；请先收取前面的，"
          + "或请上级从第 \(membership.cursor) 号起重新打包。",
        "This pack begins after number \(head.from), and the ledger has come to \(membership.cursor): take "
          + "the one before in first, or have it packed anew from number \(membership.cursor).")
    }
    var report = UnpackReport(office: head.office)
    report.came = try ledger.retakeStrange()
    report.known = pack.taken.count { $0.seq <= membership.cursor }
    var rest = pack.taken.dropFirst(report.known)
    while !rest.isEmpty {
      let taken = try ledger.take(Array(rest.prefix(500)))
      rest = rest.dropFirst(500)
      report.came += taken.came
      report.confirmed += taken.confirmed
      report.refused += taken.refused
    }
    report.refused += try OwnActs(ledger).refuseOutside().refused
    if let left = head.left { report.refused += try answer(left, in: ledger) }
    return report
  }

  /// Takes an act off that the hub does not take, where it still waits as it was packed.
  private static func answer(_ left: LeftAct, in ledger: Ledger) throws -> Int {
    let waits = try ledger.waitingActs().contains { $0.name == left.name && $0.hash == left.hash }
    guard waits else { return 0 }
    guard !left.isForeign else {
      try OwnActs(ledger).rename()
      return 0
    }
    return try ledger.take(refusals: [left.name: left.words]).refused
  }

  /// Puts a pack that goes up into a hub, as far as that takes it.
  ///
  /// Throws where it is another hub's, holds acts of places that its office does not enter for, or
  /// does not follow on what the hub has of its ledger.
  public static func send(_ pack: Pack, to hub: some Hub) throws -> UnpackReport {
    let head = pack.head
    try expectSame(head.hub, try hub.greet().hub)
    var report = UnpackReport(office: head.office)
    guard let first = pack.sent.first else { return report }
    for act in pack.sent { try act.expect(within: head.place, office: head.office) }
    var news = pack.sent[...]
    if let last = try hub.last(of: first.name.origin) {
      if let held = pack.sent.first(where: { $0.name.number == last.number }),
        held.hash != last.hash
      {
        throw Fault(
          "这本台账的另一份拷贝已经上报过别的登记；没有收取。请对方先收取最新的数据包再重新打包。",
          "Another copy of this ledger has sent other acts; nothing was taken. Have its office take the "
            + "newest pack in and pack anew.")
      }
      news = pack.sent.drop { $0.name.number <= last.number }
      report.known = pack.sent.count - news.count
      try expectNext(news.first, after: last.number)
    } else {
      try expectNext(first, after: 0)
    }
    try put(news, of: CarriedOffice(head.office, head.place), into: hub, &report)
    return report
  }

  private static func expectNext(_ act: SharedAct?, after number: Int) throws {
    guard let act, act.name.number != number + 1 else { return }
    throw Fault(
      "前面还缺第 \(number + 1) 到第 \(act.name.number - 1) 次登记；请先收取前一个数据包。",
      "Acts \(number + 1) to \(act.name.number - 1) before it are missing: take the pack before it first."
    )
  }

  /// Puts what the hub takes there; from the first that it does not take on, nothing.
  private static func put(
    _ acts: ArraySlice<SharedAct>, of office: CarriedOffice, into hub: some Hub,
    _ report: inout UnpackReport
  ) throws {
    var acts = acts
    while !acts.isEmpty {
      let share = acts.prefix(2_000)
      let (stop, words, isForeign): (ActName, Phrase, Bool)
      switch try hub.push(Array(share), for: office) {
      case .taken:
        report.came += share.count
        acts = acts.dropFirst(share.count)
        continue
      case .moved(let name):
        (stop, isForeign) = (name, false)
        words = Phrase("别的单位先登记了同一处。", "Another office entered the same first.")
      case .refused(let name, let why): (stop, words, isForeign) = (name, why, false)
      case .foreign(let name): (stop, words, isForeign) = (name, HubAnswer.foreignWords, true)
      }
      report.first = share.first { $0.name == stop }.map {
        LeftAct($0, words, isForeign: isForeign)
      }
      let good = share.prefix { $0.name != stop }
      report.left = acts.count - good.count
      guard !good.isEmpty else { return }
      guard case .taken = try hub.push(Array(good), for: office) else {
        report.left = acts.count
        return
      }
      report.came += good.count
      return
    }
  }

  private static func expectSame(_ one: String, _ other: String) throws {
    guard one != other else { return }
    throw Fault(
      "这个数据包是另一个共享库的；没有收取。", "This pack is of another hub; nothing was taken in.")
  }
}
