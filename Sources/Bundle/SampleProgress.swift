import Intake
import Reform

/// Made-up progress for trying the program: the same at every making.
///
/// Every city has a pace (`Resources/sample/pace.csv`, made up and marked so); from it and from a
/// fixed series of numbers of each task come the days on which each line is begun, finished and
/// signed off, so that a task that comes or goes leaves the others as they were.
public struct SampleProgress {
  /// The day that the sample is pinned to.
  public static let day = Day(2024, 12, 6) ?? Day(ordinal: 0)

  /// One made-up entry.
  public struct Event {
    public var day: Day
    public var who: String
    public var line: Line
    public var status: Status
    public var note: String
  }

  private let catalogue: Catalogue
  private let paces: [Division.Code: Double]
  private let notes: [Status: [String]]
  private var series = Series(state: 0)

  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    func records(_ name: String) -> [CSVReader.Record] {
      Resource.named(name).map { CSVReader($0.bytes).records() } ?? []
    }
    paces = Dictionary(
      records("sample/pace.csv").map { ($0["code"], Double($0["pace"]) ?? 0.5) },
      uniquingKeysWith: { first, _ in first })
    notes = Dictionary(grouping: records("sample/notes.csv")) {
      Status(rawValue: $0["status"]) ?? .underway
    }.mapValues { $0.map { $0["zh"] } }
  }

  /// All made-up entries, in the order of their days.
  public mutating func events() -> [Event] {
    var events = events { $0 == $1.level }
    // What other levels do comes after, so that the series of the first stays as it was.
    events += self.events { $0 != $1.level }
    return events.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  /// The entries of the levels of each task that are asked for.
  private mutating func events(
    of isAsked: (ReformTask.Level, ReformTask) -> Bool
  ) -> [Event] {
    var events: [Event] = []
    for task in catalogue.tasks where catalogue.isIssued(task, by: Self.day) {
      series = Series(task.id)
      let issued = catalogue.document(task.document)?.issued ?? Self.day
      let places = task.levels.filter { isAsked($0, task) }.flatMap {
        task.fan(of: $0, in: catalogue.divisions, region: catalogue.region(of: task))
      }
      for installment in catalogue.installments(of: task, on: Self.day, entered: nil) {
        for place in places {
          events += story(
            of: Line(task.id, in: place, period: installment.period), task, issued: issued,
            due: installment.due)
        }
      }
    }
    return events
  }

  /// What happened on one line: begun, finished, signed off, as far as the pace went.
  private mutating func story(
    of line: Line, _ task: ReformTask, issued: Day, due: Day?
  ) -> [Event] {
    let pace = self.pace(of: line.place)
    let opened = line.period.flatMap { Day($0.year, 1, 1) }.map { max($0, issued) } ?? issued
    let begun = opened.adding(days: 12 + Int(Double(series.next(90)) / pace))
    let isRecent = issued > Self.day.adding(days: -400)
    guard begun <= Self.day, !isRecent || series.share() < 0.3 + pace * 0.65 else { return [] }
    var events = [event(line, .underway, on: begun)]
    if series.next(90) == 0 {
      events.append(event(line, .suspended, on: begun.adding(days: 60 + series.next(200))))
      return events.filter { $0.day <= Self.day }
    }
    let isOngoing =
      !task.deadlines.isEmpty && task.deadlines.allSatisfy { $0.kind == .ongoing }
    let length = Int(Double(90 + series.next(360)) / pace)
    var finished = begun.adding(days: length)
    if let due {
      let slack = Int((1 - pace) * 200) - 80
      finished = max(begun.adding(days: 7), due.adding(days: slack + series.next(90) - 45))
    }
    let isLate = (due ?? issued.adding(days: 500)) < Self.day.adding(days: -300)
    let chance = isLate ? lateChance(of: line.place, pace) : 0.35 + pace * 0.6
    guard !isOngoing, finished <= Self.day, series.share() < chance else { return events }
    events.append(event(line, .done, on: finished))
    let signed = finished.adding(days: 25 + series.next(200))
    if signed <= Self.day, series.share() < pace * 0.7 {
      events.append(event(line, .signedOff, on: signed))
    }
    return events
  }

  /// What was due long ago is finished nearly everywhere; slow cities still owe some of it.
  private func lateChance(of place: Division.Code, _ pace: Double) -> Double {
    catalogue.divisions[place]?.level == .county ? 0.9996 : pace < 0.5 ? 0.93 : 0.995
  }

  private mutating func event(_ line: Line, _ status: Status, on day: Day) -> Event {
    let choices = notes[status] ?? ["示例"]
    let office = catalogue.divisions[line.place]?.short ?? line.place
    return Event(
      day: day, who: "示例·\(office)医改办", line: line, status: status,
      note: choices[series.next(choices.count)])
  }

  private func pace(of place: Division.Code) -> Double {
    let city = paces[catalogue.divisions.city(of: place)] ?? 0.6
    guard catalogue.divisions[place]?.level == .county else { return city }
    // A county lies around its city, by its code.
    let number = (Int(place) ?? 0) % 17
    return min(0.98, max(0.25, city + Double(number - 8) / 40))
  }
}

/// A fixed series of numbers (SplitMix64), so that the sample is the same everywhere.
struct Series {
  var state: UInt64

  init(state: UInt64) { self.state = state }

  /// A series of its own for each name (FNV-1a of its bytes).
  init(_ name: String) {
    state = name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to less than `bound`.
  mutating func next(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  /// From 0 to less than 1.
  mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
