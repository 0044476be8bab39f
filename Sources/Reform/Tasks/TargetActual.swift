import Foundation

/// What has been reached of a target that a document prints (实际数), as an office entered it.
public struct TargetActual: Hashable, Codable, Sendable {
  /// Of which target of which task, and where.
  public struct Key: Hashable, Codable, Sendable {
    public var task: ReformTask.ID
    /// The target among those of its task, by its `identity`.
    public var metric: String
    public var place: Division.Code

    public init(_ task: ReformTask.ID, _ metric: String, in place: Division.Code) {
      (self.task, self.metric, self.place) = (task, metric, place)
    }
  }

  public var key: Key
  /// In the unit of the target.
  public var value: Decimal
  /// The day that the number is of.
  public var day: Day
  /// What says so: a bulletin, a list, an office.
  public var source: String
  public var isMadeUp: Bool

  public init(
    _ key: Key, _ value: Decimal, on day: Day, source: String, isMadeUp: Bool = false
  ) {
    (self.key, self.value, self.day, self.source) = (key, value, day, source)
    self.isMadeUp = isMadeUp
  }
}

/// An actual as it stands in the ledger.
public struct ActualEntry: Hashable, Sendable, Identifiable {
  public typealias ID = Int

  public var id: ID
  public var act: Int
  public var actual: TargetActual
  public var who: String
  /// The day of the books on which it was entered.
  public var entered: Day

  public init(id: ID, act: Int, actual: TargetActual, who: String, entered: Day) {
    (self.id, self.act, self.actual) = (id, act, actual)
    (self.who, self.entered) = (who, entered)
  }
}

/// How far a target is reached in a place (与目标的差距).
public struct TargetReading: Hashable, Sendable {
  /// What the number rests on.
  public enum Base: Hashable, Sendable {
    /// Entered for the place itself.
    case entered(ActualEntry)
    /// Added up from so many places within it that have one.
    case sum(places: Int)
  }

  public var value: Decimal
  /// The day it is of; of a sum the earliest.
  public var day: Day
  public var base: Base
  public var isMadeUp: Bool
}

/// All actuals that stand on a day.
public struct ActualBook: Hashable, Sendable {
  private let standing: [TargetActual.Key: [ActualEntry]]

  /// `entries` in the order in which they were entered.
  public init(_ entries: [ActualEntry] = []) {
    standing = Dictionary(grouping: entries, by: \.actual.key)
  }

  public var isEmpty: Bool { standing.isEmpty }

  /// Everything that stands of a target in a place, by the day it is of, the last one last; of one
  /// day the entry made last stands alone.
  public func entries(_ key: TargetActual.Key) -> [ActualEntry] {
    var byDay: [Day: ActualEntry] = [:]
    for entry in standing[key] ?? [] { byDay[entry.actual.day] = entry }
    return byDay.values.sorted { $0.actual.day < $1.actual.day }
  }

  /// The newest entry of a target in a place, whatever day it is of; nil where there is none.
  public func newest(_ key: TargetActual.Key) -> ActualEntry.ID? {
    (standing[key] ?? []).map(\.id).max()
  }

  /// The places that have an actual of a target.
  public func places(of task: ReformTask.ID, _ metric: String) -> [Division.Code] {
    standing.keys.filter { $0.task == task && $0.metric == metric }.map(\.place).sorted()
  }

  /// The days of a target's actuals, anywhere.
  func days(of task: ReformTask.ID, _ metric: String) -> [Day] {
    standing.filter { $0.key.task == task && $0.key.metric == metric }
      .flatMap { $0.value.map(\.actual.day) }
  }

  /// How a target stands in a place by a day: its own number, else what the places within it add
  /// up to, where the target counts things that can be added.
  public func reading(
    of target: TaskTarget, in task: ReformTask, at place: Division.Code, _ divisions: Divisions,
    by day: Day
  ) -> TargetReading? {
    func last(_ place: Division.Code) -> ActualEntry? {
      entries(TargetActual.Key(task.id, target.identity, in: place)).last { $0.actual.day <= day }
    }
    if let own = last(place) {
      return TargetReading(
        value: own.actual.value, day: own.actual.day, base: .entered(own),
        isMadeUp: own.actual.isMadeUp)
    }
    guard target.isAdded else { return nil }
    return sum(of: target, in: task, at: place, divisions, last)
  }

  /// Of places that lie in each other only the wider one counts.
  private func sum(
    of target: TaskTarget, in task: ReformTask, at place: Division.Code, _ divisions: Divisions,
    _ last: (Division.Code) -> ActualEntry?
  ) -> TargetReading? {
    let within = places(of: task.id, target.identity).filter {
      $0 != place && divisions.isWithin($0, place)
    }
    let found = within.filter { one in
      !within.contains { $0 != one && divisions.isWithin(one, $0) && last($0) != nil }
    }.compactMap(last)
    guard let day = found.map(\.actual.day).min() else { return nil }
    return TargetReading(
      value: found.map(\.actual.value).reduce(0, +), day: day, base: .sum(places: found.count),
      isMadeUp: found.contains(where: \.actual.isMadeUp))
  }
}

extension TaskTarget {
  /// A number with its unit: 29个; in English signs and money alone, for what is counted is said by
  /// what is measured.
  public func amount(_ number: String, in language: Language) -> String {
    guard language == .en else { return number + unit }
    switch unit {
    case "%", "‰": return number + unit
    case "元": return "\(number) yuan"
    case "万元": return "\(number) × 10,000 yuan"
    case "倍": return "\(number) times"
    case "/10万", "/十万", "/100000": return "\(number) per 100,000"
    case "岁", "周岁": return "\(number) years"
    default: return number
    }
  }

  /// By what it is known among the targets of its task: its key, else the Chinese words of what is
  /// measured.
  public var identity: String { key ?? metric.zh }

  /// Whether the numbers of places add up to that of the whole: counts do, shares do not, and
  /// what is asked of each place is not asked of their sum.
  public var isAdded: Bool { (scope == .inAll || scope == nil) && !isMeasured }

  /// Whether it is of a unit of measuring (a rate, an age, a time), in which there are no sums, and parts
  /// of a whole number are as good as whole ones.
  var isMeasured: Bool {
    unit.hasPrefix("/") || ["%", "‰", "个百分点", "倍", "岁", "周岁", "天", "日", "小时", "分钟"].contains(unit)
  }

  /// Whether the number is asked of a place: one for all together is asked of the region as a whole
  /// and of no part of it, one for each county of a county and of nothing wider; one for places that are
  /// named of each of these, where they are several and count things of none of them alone.
  public func isAsked(
    of place: Division.Code, in region: Division.Code, by level: ReformTask.Level,
    _ divisions: Divisions
  ) -> Bool {
    let named = named(in: region)
    guard named.isEmpty else {
      return named.contains(place) && (named.count == 1 || isMeasured || isOfEach)
    }
    let own = divisions[place]?.level
    switch (scope, level) {
    case (.perCounty, _), (.each, .eachCounty): return own == .county
    case (.perCity, _), (.each, .eachCity): return divisions.answersToProvince(place)
    case (.inAll, _): return place == region
    default: return unit == "%" || place == region
    }
  }

  private var isOfEach: Bool { scope == .perCounty || scope == .perCity || scope == .each }

  /// Whether it is the share of a whole, which 100% is the most of.
  var isShare: Bool {
    unit == "%" && ["占比", "覆盖率", "设置率"].contains { metric.zh.contains($0) }
  }

  /// The most that there can be in a place, where counties or their groups are counted (each county
  /// has one); nil where nothing says how many there are.
  func most(in place: Division.Code, _ divisions: Divisions) -> Int? {
    let ends = ["县（市、区）", "县（区）政府", "县级医疗集团"]
    guard unit == "个", ends.contains(where: { metric.zh.hasSuffix($0) }) else { return nil }
    return divisions.all(.county, within: place).count
  }

  /// Whether a value meets it.
  public func isMet(by value: Decimal) -> Bool {
    op.holds(value, self.value, upper: upper)
  }

  /// What is missing to it: above nought where the value falls short of a least, or is over a most;
  /// nought where it is met.
  public func gap(to value: Decimal) -> Decimal {
    guard !isMet(by: value) else { return 0 }
    switch op {
    case .atMost, .lessThan: return value - self.value
    case .range where value > (upper ?? self.value): return value - (upper ?? self.value)
    default: return abs(self.value - value)
    }
  }
}

extension TaskTarget.Comparison {
  /// Whether a value stands so to a limit; `upper` ends a range.
  public func holds(_ value: Decimal, _ limit: Decimal, upper: Decimal?) -> Bool {
    switch self {
    case .atLeast: value >= limit
    case .atMost: value <= limit
    case .equal: value == limit
    case .moreThan: value > limit
    case .lessThan: value < limit
    case .range: value >= limit && value <= (upper ?? limit)
    }
  }
}

extension TargetActual {
  /// Throws where an actual makes no sense: an unknown task or target, a place that the document
  /// does not bind, a day after `today`, a number below nought, no source.
  public func refuse(in catalogue: Catalogue, today: Day) throws {
    guard let task = catalogue.task(key.task) else {
      throw Fault("没有任务 \(key.task)。", "There is no task \(key.task).", exitCode: 2)
    }
    guard let target = task.targets.first(where: { $0.identity == key.metric }) else {
      throw Fault(
        "任务 \(key.task) 没有目标“\(key.metric)”。",
        "Task \(key.task) has no target “\(key.metric)”.", exitCode: 2)
    }
    let region = catalogue.region(of: task)
    guard let place = catalogue.divisions[key.place],
      catalogue.divisions.isWithin(key.place, region)
    else {
      let (place, bound) = (catalogue.divisions[key.place], catalogue.divisions[region])
      throw Fault(
        "\(place?.name ?? key.place)不在这份文件管的\(bound?.name ?? region)。",
        "\(place?.english ?? key.place) does not lie in \(bound?.english ?? region), which the "
          + "document binds.")
    }
    guard target.concerns(key.place, in: region, catalogue.divisions) else {
      let names = target.places.compactMap { catalogue.divisions[$0] }
      throw Fault(
        "“\(target.metric.zh)”是定给\(names.map(\.name).joined(separator: "、"))的目标，不是\(place.name)的。",
        "“\(target.name.en)” is set for \(names.map(\.english).joined(separator: ", ")) and not for "
          + "\(place.english).", exitCode: 2)
    }
    if let document = catalogue.document(task.document), day < document.issued {
      throw Fault(
        "\(place.name)“\(target.metric.zh)”的日期 \(day) 早于文件印发日（\(document.issued)）；请看年份是不是写错了。",
        "\(place.english), “\(target.name.en)”: \(day) is before \(document.issued), when the "
          + "document was issued; look at the year.", exitCode: 2)
    }
    guard day <= today else {
      throw Fault(
        "\(place.name)“\(target.metric.zh)”的日期 \(day) 还没到（今天 \(today)）。",
        "\(place.english), “\(target.name.en)”: \(day) is still to come (today is \(today)).")
    }
    guard value >= 0 else {
      throw Fault(
        "\(place.name)“\(target.metric.zh)”的实际数 \(value) 小于 0。",
        "\(place.english), “\(target.name.en)”: \(value) is below 0.")
    }
    guard !target.isShare || value <= 100 else {
      throw Fault(
        "\(place.name)“\(target.metric.zh)”的实际数 \(value)% 超过 100%：部分不能大于全部。",
        "\(place.english), “\(target.name.en)”: \(value)% is over 100%; a part is no more than its "
          + "whole.")
    }
    if let most = target.most(in: key.place, catalogue.divisions), value > Decimal(most) {
      throw Fault(
        "\(place.name)“\(target.metric.zh)”的实际数 \(value) 大于全部县（市、区）数 \(most)。",
        "\(place.english), “\(target.name.en)”: \(value) is more than the \(most) counties that "
          + "there are.")
    }
    guard target.unit != "%" || value <= 1000 else {
      throw Fault(
        "\(place.name)“\(target.metric.zh)”的实际数 \(value)% 过大；请看是不是多写了位数。",
        "\(place.english), “\(target.name.en)”: \(value) % is too much; look at the digits.")
    }
    let isWhole = target.value == target.value.rounded(0)
    let isCounted =
      isWhole && !target.isMeasured && !target.unit.hasSuffix("元") && target.unit != "份"
    guard !isCounted || (value == value.rounded(0) && value <= 1_000_000) else {
      throw Fault(
        "\(place.name)“\(target.metric.zh)”的实际数 \(value)\(target.unit) 不对：要是不超过 1,000,000 的整数。",
        "\(place.english), “\(target.name.en)”: \(value) must be a whole number up to 1,000,000.")
    }
    guard !source.allSatisfy(\.isWhitespace) else {
      throw Fault("要写来源，如通报的名称和日期。", "Say where the number is from, such as a bulletin.")
    }
  }
}
