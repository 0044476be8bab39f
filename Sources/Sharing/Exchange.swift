import LedgerStore
import Reform

/// One exchange of a ledger with its hub: takes in what others have entered, sends what waits.
///
/// It can stop anywhere; the next one goes on from there.
public struct Exchange {
  public static let unjoined = Fault(
    "这本台账没有加入共享库；请先用 yigai join 加入。",
    "This ledger belongs to no hub; join one first with yigai join.")

  /// For a ledger whose office carries packs instead.
  public static let lineless = Fault(
    "本单位没有连到共享库的线路：用 yigai pack 打包上报，用 yigai unpack 收取。",
    "This office has no line to its hub: send by yigai pack, and take in by yigai unpack.")

  private let ledger: Ledger
  private let hub: any Hub
  /// How many acts go at once: whoever enters waits so long.
  private let share: Int
  private var report = ExchangeReport()

  public init(_ ledger: Ledger, with hub: any Hub, share: Int = 500) {
    (self.ledger, self.hub, self.share) = (ledger, hub, share)
  }

  /// Exchanges until nothing waits and nothing new comes.
  ///
  /// Throws where hub and ledger do not belong together, or the hub cannot be reached any more; what
  /// was exchanged before that stays.
  public mutating func run() throws -> ExchangeReport {
    guard let membership = try ledger.membership() else { throw Self.unjoined }
    let greeting = try hub.greet()
    guard greeting.hub == membership.hub else {
      throw Fault(
        "\(membership.service) 现在是另一个共享库，没有同步；请检查连接，或让管理员恢复原来的库。",
        "\(membership.service) is another hub now; nothing was exchanged. Check the connection, or have "
          + "the old hub restored.")
    }
    try ledger.take(greeting: greeting)
    let rewinding = Rewinding(ledger, to: hub)
    let rewound = try rewinding.goBack()
    report.lost = rewound.lost
    note(rewound.taken)
    if try rewinding.lacksActs(of: greeting) { note(try rewinding.takeAnew()) }
    report.came += try ledger.retakeStrange()
    try pull()
    note(try OwnActs(ledger).refuseOutside())
    try push()
    if greeting.sight == .own { try ledger.take(counts: hub.counts()) }
    return report
  }

  private mutating func pull() throws {
    while true {
      let cursor = try ledger.membership()?.cursor ?? 0
      // All that waits is taken off and put on again for each share.
      let waiting = try ledger.sharingState()?.waiting ?? 0
      let acts = try hub.acts(after: cursor, limit: max(share, min(waiting, 5_000)))
      guard !acts.isEmpty else { return }
      note(try ledger.take(acts))
    }
  }

  private mutating func note(_ taken: Ledger.Taken) {
    report.came += taken.came
    report.refused += taken.refused
    report.strange += taken.strange
  }

  private mutating func push() throws {
    // Somebody may be quicker again and again; but what nothing can be seen of is no reason to go on.
    var (stuck, last, isRenamed): (Int, ActName?, Bool) = (0, nil, false)
    while true {
      let waiting = try ledger.waitingActs(limit: share)
      guard !waiting.isEmpty else { return }
      switch try hub.push(waiting) {
      case .taken:
        report.sent += waiting.count
        (stuck, last) = (0, nil)
      case .refused(let name, let words):
        // What a copy of this ledger has sent meanwhile is another matter than what may not be.
        try pull()
        guard try ledger.waitingActs(limit: share) == waiting else { break }
        note(try ledger.take(refusals: [name: words]))
      case .foreign(let name):
        // By another name what waits is this office's; a copy of this ledger is another matter.
        try pull()
        guard try ledger.waitingActs(limit: share) == waiting else { break }
        if isRenamed {
          note(try ledger.take(refusals: [name: HubAnswer.foreignWords]))
        } else {
          try OwnActs(ledger).rename()
        }
        isRenamed = true
      case .moved(let name):
        stuck = last == name ? stuck + 1 : 0
        last = name
        guard stuck > 1 else { break }
        let seesAll = try ledger.membership()?.sight == .open
        let words =
          seesAll
          ? Phrase("别的单位先登记了有关的内容。", "Another office entered something about it first.")
          : Phrase(
            "别的单位先登记了有关的内容，本单位可能看不到。",
            "Another office, which this one may not see, entered something about it first.")
        note(try ledger.take(refusals: [name: words]))
      }
      try pull()
    }
  }
}
