/// How far one task has got in one place (状态).
public enum Status: String, Codable, Sendable, CaseIterable {
  /// 未启动
  case notStarted
  /// 推进中
  case underway
  /// 已办结
  case done
  /// 已销号: done, and checked against evidence.
  case signedOff
  /// 暂缓
  case suspended

  /// Whether nothing is owed any more.
  public var isFinished: Bool { self == .done || self == .signedOff }
}

/// The light of a standing (红黄绿灯).
public enum Signal: String, Codable, Sendable, CaseIterable {
  case green, yellow, red, grey

  /// How pressing it is, red first.
  public var severity: Int {
    switch self {
    case .red: 3
    case .yellow: 2
    case .green: 1
    case .grey: 0
    }
  }
}

/// A light with the reason for it.
public struct Light: Hashable, Sendable {
  public var signal: Signal
  /// How late: 1, 2 or 3 for red, 0 otherwise.
  public var tier: Int
  /// Number of the rule in `Resources/signals.csv` that gave it.
  public var rule: Int
  /// What the rule was held against.
  let due: Day?
  let daysLeft: Int?
  let words: Phrase

  /// The sentence that answers why.
  public var reason: Phrase {
    let isOne = abs(daysLeft ?? 0) == 1
    return Phrase(
      filled(words.zh), filled(isOne ? words.en.replacing("{days} days", with: "1 day") : words.en))
  }

  private func filled(_ text: String) -> String {
    text.replacing("{days}", with: "\(abs(daysLeft ?? 0))")
      .replacing("{due}", with: due?.description ?? "")
  }

  /// Whether it is redder, or as red and later.
  public func isWorse(than other: Light) -> Bool {
    (signal.severity, tier) > (other.signal.severity, other.tier)
  }
}

/// One line of `Resources/signals.csv`.
public struct SignalRule: Hashable, Sendable {
  public var number: Int
  /// Nil for any status.
  public var status: Status?
  /// Whether a due day must be there; nil for either.
  public var hasDue: Bool?
  /// Days from the day of computing to the due day, negative when late; nil is open.
  public var from: Int?
  public var to: Int?
  public var signal: Signal
  public var tier: Int
  /// With `{days}` and `{due}` to be filled in.
  public var reason: Phrase

  public init(
    number: Int, status: Status?, hasDue: Bool?, from: Int?, to: Int?, signal: Signal, tier: Int,
    reason: Phrase
  ) {
    (self.number, self.status, self.hasDue) = (number, status, hasDue)
    (self.from, self.to, self.signal, self.tier) = (from, to, signal, tier)
    self.reason = reason
  }

  func holds(for status: Status, daysLeft: Int?) -> Bool {
    if let mine = self.status, mine != status { return false }
    if let hasDue, hasDue != (daysLeft != nil) { return false }
    guard from != nil || to != nil else { return true }
    guard let daysLeft else { return false }
    return daysLeft >= (from ?? .min) && daysLeft <= (to ?? .max)
  }
}

/// The rules of lights, first match first.
public struct SignalRules: Hashable, Sendable {
  public var rules: [SignalRule]

  public init(_ rules: [SignalRule]) { self.rules = rules }

  /// The light of a status that is due on a day, seen on another.
  public func light(of status: Status, due: Day?, on today: Day) -> Light {
    let daysLeft = due.map { today.days(until: $0) }
    let rule = rules.first { $0.holds(for: status, daysLeft: daysLeft) }
    return Light(
      signal: rule?.signal ?? .grey, tier: rule?.tier ?? 0, rule: rule?.number ?? 0, due: due,
      daysLeft: daysLeft, words: rule?.reason ?? Phrase("没有适用的规则", "no rule applies"))
  }
}
