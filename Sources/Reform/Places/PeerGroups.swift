/// Places of like size (同类地区): four groups by resident population of 1 November 2020.
///
/// All places of a level are put in order of population and cut into four groups as equal in number
/// as can be, the larger groups first where they do not divide; of equals by code. 117 counties
/// give 30, 29, 29 and 29. A place without a population is in no group.
public struct PeerGroups: Hashable, Sendable {
  public struct Group: Hashable, Sendable {
    /// 1 for the smallest places, 4 for the largest.
    public var number: Int
    /// By population, the smallest first.
    public var places: [Division.Code]
    public var population: ClosedRange<Int>

    public var name: Phrase {
      let (low, high) = (population.lowerBound, population.upperBound)
      return Phrase(
        "第\(number)组（\(low / 10_000)–\(high / 10_000)万人）",
        "Group \(number) (\(low / 1000)–\(high / 1000) thousand)")
    }
  }

  public let groups: [Group]
  private let numbers: [Division.Code: Int]

  public init(_ divisions: Divisions, _ level: Division.Level) {
    let sized = divisions.all.filter { $0.level == level && $0.population != nil }
      .sorted { ($0.population ?? 0, $0.id) < ($1.population ?? 0, $1.id) }
    var groups: [Group] = []
    var start = 0
    for number in 1...4 where start < sized.count {
      let count = sized.count / 4 + (number <= sized.count % 4 ? 1 : 0)
      let members = sized[start..<(start + count)]
      start += count
      guard let low = members.first?.population, let high = members.last?.population else {
        continue
      }
      groups.append(Group(number: number, places: members.map(\.id), population: low...high))
    }
    self.groups = groups
    numbers = Dictionary(
      groups.flatMap { group in group.places.map { ($0, group.number) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The group that a place is in; nil for a place of another level.
  public func group(of place: Division.Code) -> Group? {
    numbers[place].flatMap { number in groups.first { $0.number == number } }
  }
}
