/// How many slips there are, each counted once: closed, raised to the next level, answered, or awaited.
public struct SlipCounts: Hashable, Sendable {
  public var total = 0
  /// An answer is still owed.
  public var awaited = 0
  /// Of those, the ones whose day is past.
  public var late = 0
  /// Answered or checked, and not closed yet.
  public var answered = 0
  /// Followed by one of the next level, which stands in its place.
  public var raised = 0
  public var closed = 0

  public init() {}

  /// Counts slips as they stand on a day; `raised` are those that others follow.
  public init(_ slips: [Slip], raised: Set<Slip.ID>, on day: Day) {
    total = slips.count
    for slip in slips {
      if slip.state == .closed {
        closed += 1
      } else if raised.contains(slip.id) {
        self.raised += 1
      } else if slip.awaitsAnswer {
        awaited += 1
        if slip.isLate(on: day) { late += 1 }
      } else {
        answered += 1
      }
    }
  }

  /// Those on which something is still to be done.
  public var open: Int { awaited + answered }
}

extension SlipCounts {
  /// How many there are, and how many of them await an answer; nil where there are none.
  public var said: Phrase? {
    guard total > 0 else { return nil }
    let (zh, en) = late == 0 ? ("", "") : ("，超期未答复 \(late)", ", \(late) late")
    return Phrase(
      "督办单 \(total)：待答复 \(awaited)\(zh)",
      "\(Plural("slip").of(total)): \(awaited) unanswered\(en)")
  }
}

extension SlipCounts {
  /// By what slips are counted.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    case unit, place, level

    public var words: Phrase {
      switch self {
      case .unit: Phrase("单位", "Unit")
      case .place: Phrase("地区", "Place")
      case .level: Phrase("级别", "Level")
      }
    }

    func key(of slip: Slip) -> String {
      switch self {
      case .unit: slip.order.unit
      case .place: slip.order.place
      case .level: slip.order.level.rawValue
      }
    }
  }

  /// A group by its key: a unit as written, the code of a place, or a level.
  public struct Row: Hashable, Sendable {
    public var key: String
    public var counts: SlipCounts
  }

  /// The counts by group: levels from the gentlest, places by code, units by how many they have.
  ///
  /// `slips` are counted; `all` say which of them were raised.
  public static func rows(
    _ slips: [Slip], among all: [Slip], by grouping: Grouping, on day: Day
  ) -> [Row] {
    let raised = Slip.raised(among: all)
    let groups = Dictionary(grouping: slips, by: grouping.key)
    let rows = groups.map { Row(key: $0, counts: SlipCounts($1, raised: raised, on: day)) }
    switch grouping {
    case .place: return rows.sorted { $0.key < $1.key }
    case .unit: return rows.sorted { ($1.counts.total, $0.key) < ($0.counts.total, $1.key) }
    case .level:
      return Slip.Level.allCases.compactMap { level in rows.first { $0.key == level.rawValue } }
    }
  }
}
