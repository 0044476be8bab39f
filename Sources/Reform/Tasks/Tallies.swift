/// Tallies by task, so that those of one are replaced without touching the others.
///
/// Of a whole country there are half a million: each takes sixteen bytes.
public struct Tallies: Hashable, Sendable {
  /// How many lines of a task stand at a status in one city; what is a text is a number here.
  struct Share: Hashable, Sendable {
    var city: Int32
    var count: Int32
    var period: PackedPeriod
    var status: Status

    init(city: Int32, period: PackedPeriod, status: Status, count: Int) {
      (self.city, self.period, self.status) = (city, period, status)
      self.count = Int32(clamping: count)
    }
  }

  /// By task, in the order in which they were added.
  private(set) var byTask: [Int: [Share]] = [:]

  public init() {}

  public init(_ tallies: [Tally]) {
    for tally in tallies { add(tally) }
  }

  public subscript(task: Int) -> [Tally] {
    (byTask[task] ?? []).map { Tally($0, of: task) }
  }

  /// The tallies of some cities.
  public func `in`(_ cities: [Division.Code]) -> [Tally] {
    let numbers = Set(cities.compactMap { Int32($0) })
    return byTask.flatMap { task, shares in
      shares.filter { numbers.contains($0.city) }.map { Tally($0, of: task) }
    }
  }

  /// The tallies of several places at once, each with the cities that it has.
  public func parted(_ cities: [[Division.Code]]) -> [[Tally]] {
    var places: [Int32: Int] = [:]
    for (place, codes) in cities.enumerated() {
      for number in codes.compactMap({ Int32($0) }) { places[number] = place }
    }
    var parts = [[Tally]](repeating: [], count: cities.count)
    for (task, shares) in byTask {
      var (last, place): (Int32, Int?) = (-1, nil)
      for share in shares {
        if share.city != last { (last, place) = (share.city, places[share.city]) }
        if let place { parts[place].append(Tally(share, of: task)) }
      }
    }
    return parts
  }

  public mutating func add(_ tally: Tally) {
    add(
      tally.count, of: tally.task, in: Int32(tally.city) ?? 0, PackedPeriod(tally.period),
      tally.status)
  }

  /// Adds lines of a task in a city, by the number of its code.
  public mutating func add(
    _ count: Int, of task: Int, in city: Int32, _ period: PackedPeriod, _ status: Status
  ) {
    byTask[task, default: []].append(
      Share(city: city, period: period, status: status, count: count))
  }

  /// Puts other tallies in the place of those of some tasks.
  public mutating func replace(_ tasks: Set<Int>, with tallies: [Tally]) {
    for task in tasks { byTask[task] = nil }
    for tally in tallies { add(tally) }
  }
}

extension Tally {
  fileprivate init(_ share: Tallies.Share, of task: Int) {
    self.init(
      task: task, city: String(share.city), period: share.period.period, status: share.status,
      count: Int(share.count))
  }
}

/// A period, or none, in four bytes.
public struct PackedPeriod: Hashable, Sendable {
  /// The year, then what part of it: 0 for all of it, 1 and 2 halves, 11 to 14 quarters, 21 to 32
  /// months.
  private let number: Int32

  public init(_ period: Period?) {
    guard let period else {
      number = 0
      return
    }
    let part =
      switch period {
      case .year: 0
      case .half(_, let half): half
      case .quarter(_, let quarter): 10 + quarter
      case .month(_, let month): 20 + month
      }
    number = Int32(clamping: period.year * 100 + part)
  }

  public var period: Period? {
    guard number != 0 else { return nil }
    let (year, part) = (Int(number / 100), Int(number % 100))
    return switch part {
    case 0: .year(year)
    case ...10: .half(year, part)
    case ...20: .quarter(year, part - 10)
    default: .month(year, part - 20)
    }
  }
}
