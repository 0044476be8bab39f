/// A county's medical group (县级医疗集团): its lead hospital and the institutions in it.
public struct MedicalGroup: Hashable, Sendable, Identifiable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// Hospital, township and village institutions of a county (县域医共体).
    case countyCommunity = "county"
    /// The group of a city district (城市医疗集团).
    case urban

    public var name: Phrase {
      switch self {
      case .countyCommunity: Phrase("县域医共体", "county medical community")
      case .urban: Phrase("城市医疗集团", "urban medical group")
      }
    }
  }

  /// An institution of a group, from a day to a day.
  public struct Member: Hashable, Codable, Sendable {
    /// Which of the three levels an institution works at.
    public enum Tier: String, Codable, Sendable, CaseIterable {
      case county, township, village

      public var name: Phrase {
        switch self {
        case .county: Phrase("县级", "county")
        case .township: Phrase("乡级", "township")
        case .village: Phrase("村级", "village")
        }
      }
    }

    public var name: String
    public var tier: Tier
    /// The first day in the group; nil where it is not known.
    public var from: Day?
    /// The last day in the group; nil for one that is still in it.
    public var to: Day?

    public init(_ name: String, _ tier: Tier, from: Day? = nil, to: Day? = nil) {
      (self.name, self.tier, self.from, self.to) = (name, tier, from, to)
    }

    public func belongs(on day: Day) -> Bool {
      (from.map { $0 <= day } ?? true) && (to.map { $0 >= day } ?? true)
    }

    func overlaps(_ other: Member) -> Bool {
      (from.map { first in other.to.map { first <= $0 } ?? true } ?? true)
        && (other.from.map { first in to.map { first <= $0 } ?? true } ?? true)
    }
  }

  /// The county; each has one group.
  public var county: Division.Code
  public var kind: Kind
  /// Nil until somebody enters it: the documents print no names of groups.
  public var name: String?
  public var leadHospital: String?
  /// All that ever belonged to it, the county's own first, then by name.
  public var members: [Member]
  public var isMadeUp: Bool

  public init(
    county: Division.Code, kind: Kind = .countyCommunity, name: String? = nil,
    leadHospital: String? = nil, members: [Member] = [],
    isMadeUp: Bool = false
  ) {
    (self.county, self.kind, self.name, self.leadHospital) = (county, kind, name, leadHospital)
    (self.members, self.isMadeUp) = (members, isMadeUp)
  }

  public var id: Division.Code { county }

  public func members(on day: Day) -> [Member] { members.filter { $0.belongs(on: day) } }

  /// Institutions that came or left within a year, so that its money and figures count other
  /// institutions at its end than at its beginning.
  public func moved(in year: Int) -> [Member] {
    members.filter { member in
      let came = member.from.map { $0.year == year && ($0.month, $0.day) != (1, 1) } ?? false
      let left = member.to.map { $0.year == year && ($0.month, $0.day) != (12, 31) } ?? false
      return came || left
    }
  }
}

/// An institution that left one group and joined another (成员调整).
public struct MemberMove: Hashable, Sendable {
  public var member: String
  public var from: Division.Code
  public var to: Division.Code
  /// The last day in the one and the first day in the other.
  public var left: Day
  public var joined: Day

  public init(
    member: String, from: Division.Code, to: Division.Code, left: Day, joined: Day
  ) {
    (self.member, self.from, self.to, self.left, self.joined) = (member, from, to, left, joined)
  }
}

extension MemberMove {
  /// What moved between groups in a year, by day.
  public static func all(among groups: [MedicalGroup], in year: Int) -> [MemberMove] {
    var leavers: [String: [(place: Division.Code, day: Day)]] = [:]
    for group in groups {
      for member in group.members {
        if let day = member.to { leavers[member.name, default: []].append((group.county, day)) }
      }
    }
    var found: [MemberMove] = []
    for group in groups {
      for member in group.members {
        guard let day = member.from, day.year == year else { continue }
        let last = leavers[member.name]?.filter { $0.place != group.county && $0.day < day }
          .max { $0.day < $1.day }
        guard let last else { continue }
        found.append(
          MemberMove(
            member: member.name, from: last.place, to: group.county, left: last.day, joined: day))
      }
    }
    return found.sorted { ($0.joined, $0.member, $0.to) < ($1.joined, $1.member, $1.to) }
  }
}
