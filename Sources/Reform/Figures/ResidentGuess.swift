/// Between what the residents of a place are taken to lie when numbers are held against them.
struct Residents: Hashable {
  var least: Double
  var most: Double
  var isKnown: Bool
}

/// How many live in a place: by the census, or guessed at by how many places of its level its province has.
struct ResidentGuess {
  /// How many residents a place of a level has in the middle, by the first two digits of its code.
  private var middle: [String: [Division.Level: Double]] = [:]
  private let known: [Division.Code: Int]

  init(_ known: [Division.Code: Int], _ divisions: Divisions) {
    self.known = known
    var counts: [String: [Division.Level: Int]] = [:]
    for division in divisions.all where division.level > .province {
      counts[String(division.id.prefix(2)), default: [:]][division.level, default: 0] += 1
    }
    for (head, levels) in counts {
      guard let people = known[head + "0000"] else { continue }
      middle[head] = levels.mapValues { Double(people) / Double($0) }
    }
  }

  /// Nobody at the most where nothing is known.
  ///
  /// The limits leave room a hundredfold on either side: what places differ by within a province is a part of
  /// that, and twice and four times the middle are enough.
  func residents(of division: Division) -> Residents {
    if let people = division.population ?? known[division.id] {
      return Residents(least: Double(people), most: Double(people), isKnown: true)
    }
    let head = String(division.id.prefix(2))
    guard division.level != .own else {
      let most = middle[head]?.values.max() ?? 0
      return Residents(least: 0, most: most * 4, isKnown: false)
    }
    let people = middle[head]?[division.level] ?? 0
    return Residents(least: people * 2, most: people * 4, isKnown: false)
  }
}
