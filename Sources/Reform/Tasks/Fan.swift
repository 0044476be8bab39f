/// Where a task fans out to, counted by city once for all tasks that fan out alike.
struct Fan: Sendable, Equatable {
  var places: [Division.Code]
  var set: Set<Division.Code>
  var byCity: [Division.Code: Int]
  /// Whether no city is without a line.
  var isShared: Bool

  static func all(
    of tasks: [ReformTask], _ documents: [Document], _ divisions: Divisions,
    _ hand: HandBook = HandBook(), on day: Day? = nil
  ) -> [Fan] {
    let regions = Dictionary(
      documents.map { ($0.id, $0.region) }, uniquingKeysWith: { first, _ in first })
    let cities = divisions.all.filter { divisions.answersToProvince($0.id) }
    var known: [String: Fan] = [:]
    return tasks.map { task in
      let region = regions[task.document] ?? divisions.all.first?.id ?? "000000"
      let levels = task.levels.map(\.rawValue).joined(separator: " ")
      let left = hand.leftPlaces(of: task.id, on: day)
      let key = task.levels.contains(.named) || !left.isEmpty ? task.id : levels + region
      if let fan = known[key] { return fan }
      let places = task.fanOut(in: divisions, region: region).filter { left[$0] == nil }
      var byCity: [Division.Code: Int] = [:]
      for place in places { byCity[divisions.city(of: place), default: 0] += 1 }
      let isShared = cities.allSatisfy { byCity[$0.id] != nil }
      let fan = Fan(places: places, set: Set(places), byCity: byCity, isShared: isShared)
      known[key] = fan
      return fan
    }
  }
}
