/// Where a task fans out to, counted by city once for all tasks that fan out alike.
struct Fan: Sendable, Equatable {
  var places: [Division.Code]
  var set: Set<Division.Code>
  var byCity: [Division.Code: Int]
  /// In a whole country by province too, each with all that lies in it; else empty.
  var byProvince: [Division.Code: Int]
  /// The provinces, or the whole, of which no part is without a line.
  var shared: Set<Division.Code>

  static func all(
    of tasks: [ReformTask], _ documents: [Document], _ divisions: Divisions,
    _ hand: HandBook = HandBook(), on day: Day? = nil
  ) -> [Fan] {
    let regions = Dictionary(
      documents.map { ($0.id, $0.region) }, uniquingKeysWith: { first, _ in first })
    let grounds = divisions.grounds.map { ($0, divisions.parts(of: $0).map(\.id)) }
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
      let byProvince = divisions.isNation ? sums(byCity, divisions) : [:]
      let shared = grounds.filter { _, parts in
        parts.allSatisfy { (byProvince[$0] ?? byCity[$0]) != nil }
      }
      let fan = Fan(
        places: places, set: Set(places), byCity: byCity, byProvince: byProvince,
        shared: Set(shared.map(\.0)))
      known[key] = fan
      return fan
    }
  }

  /// The lines of cities by the province that each lies in.
  private static func sums(
    _ byCity: [Division.Code: Int], _ divisions: Divisions
  ) -> [Division.Code: Int] {
    var sums: [Division.Code: Int] = [:]
    for (city, count) in byCity {
      guard let province = divisions.province(of: city) else { continue }
      sums[province, default: 0] += count
    }
    return sums
  }
}
