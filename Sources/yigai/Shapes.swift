import Foundation
import Reform

/// A task as `yigai tasks --json` gives it; the shape is part of the product.
struct TaskShape: Encodable {
  struct DepartmentShape: Encodable {
    var name: String
    var bureau: String?
    var role: String

    enum CodingKeys: CodingKey { case name, bureau, role }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(name, forKey: .name)
      try values.encode(bureau, forKey: .bureau)
      try values.encode(role, forKey: .role)
    }
  }

  struct DeadlineShape: Encodable {
    var kind: String
    var due: String?
    var years: [Int]
    var soft: Bool

    enum CodingKeys: CodingKey { case kind, due, years, soft }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(kind, forKey: .kind)
      try values.encode(due, forKey: .due)
      try values.encode(years, forKey: .years)
      try values.encode(soft, forKey: .soft)
    }
  }

  struct PlaceShape: Encodable {
    var code: String
    var name: String
    var role: String
  }

  struct TargetShape: Encodable {
    /// Stays when other targets come or go: what an actual is hung on.
    var id: String?
    var key: String?
    var metric: String
    var op: String
    var value: Decimal
    var upper: Decimal?
    var unit: String
    var scope: String?
    var soft: Bool
    var year: Int?
  }

  struct StandingShape: Encodable {
    var place: String
    var period: String?
    var status: String
    var signal: String
    var due: String?
    /// Whether it is the line of a government itself, beside those of its parts (本级); left out
    /// of all others.
    var ownLevel: Bool
    /// Of the task that gathers figures: how many cities have sent all, of how many.
    var gathering: GatheringShape?

    enum CodingKeys: CodingKey { case place, period, status, signal, due, ownLevel, gathering }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(place, forKey: .place)
      try values.encode(period, forKey: .period)
      try values.encode(status, forKey: .status)
      try values.encode(signal, forKey: .signal)
      try values.encode(due, forKey: .due)
      if ownLevel { try values.encode(ownLevel, forKey: .ownLevel) }
      try values.encodeIfPresent(gathering, forKey: .gathering)
    }
  }

  struct GatheringShape: Encodable {
    var sent: Int
    var asked: Int
  }

  /// The task as a whole in the place that was asked for.
  struct WholeShape: Encodable {
    var place: String
    var status: String
    var signal: String
    var tier: Int
    var reason: Phrase
    var due: String?
    /// Lines that are finished, of all that count.
    var finished: Int
    var lines: Int

    enum CodingKeys: CodingKey { case place, status, signal, tier, reason, due, finished, lines }

    init(_ whole: TaskStanding, in place: Division.Code) {
      (self.place, status) = (place, whole.status.rawValue)
      (signal, tier) = (whole.light.signal.rawValue, whole.light.tier)
      (reason, due) = (whole.light.reason, whole.due?.description)
      (finished, lines) = (whole.counts.finished, whole.counts.total)
    }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(place, forKey: .place)
      try values.encode(status, forKey: .status)
      try values.encode(signal, forKey: .signal)
      try values.encode(tier, forKey: .tier)
      try values.encode(reason, forKey: .reason)
      try values.encode(due, forKey: .due)
      try values.encode(finished, forKey: .finished)
      try values.encode(lines, forKey: .lines)
    }
  }

  /// Where `--search` found something.
  struct HitShape: Encodable {
    var field: String
    var excerpt: String
  }

  struct ConflictShape: Encodable {
    var with: String
    var note: Phrase
  }

  var id: String
  var document: String
  var clause: String
  var title: Phrase
  var theme: String
  var departments: [DepartmentShape]
  var deadlines: [DeadlineShape]
  var places: [PlaceShape]
  var targets: [TargetShape]
  var level: String
  /// All levels that have lines, the highest first.
  var levels: [String]
  var supersedes: [String]
  var carriesOut: [String]
  var conflicts: [ConflictShape]
  var indicators: [String]
  var whole: WholeShape
  /// Clauses that ask for the same, tasks of earlier catalogues that stand in this one now, and
  /// indicators that it gathers.
  var alsoAt: [String]
  var formerly: [String]
  var collects: [String]
  var standings: [StandingShape]
  /// Only where something was looked for.
  var hits: [HitShape]?
  /// True where the progress is made up.
  var sample: Bool

  init(
    _ task: ReformTask, _ standings: [Standing], _ whole: TaskStanding, in place: Division.Code,
    _ catalogue: Catalogue, hits: [HitShape]? = nil, isSample: Bool
  ) {
    (sample, self.whole, self.hits) = (isSample, WholeShape(whole, in: place), hits)
    (id, document, clause) = (task.id, task.document, task.clause)
    (title, theme) = (task.title, task.theme)
    level = Self.name(task.level, of: task, catalogue)
    (alsoAt, formerly, collects) = (task.alsoAt, task.formerly, task.collects)
    levels = task.levels.map { Self.name($0, of: task, catalogue) }
    departments = task.departments.map {
      DepartmentShape(name: $0.name, bureau: $0.bureau, role: $0.role.rawValue)
    }
    deadlines = task.deadlines.map {
      DeadlineShape(
        kind: $0.kind.rawValue, due: $0.due?.description, years: $0.years, soft: $0.isSoft)
    }
    places = task.places.map {
      PlaceShape(
        code: $0.code, name: catalogue.divisions[$0.code]?.name ?? "", role: $0.role.rawValue)
    }
    targets = task.targets.map {
      TargetShape(
        id: $0.id(in: task.id), key: $0.key, metric: $0.metric.zh, op: $0.op.rawValue,
        value: $0.value, upper: $0.upper, unit: $0.unit,
        scope: $0.scope?.rawValue, soft: $0.isSoft, year: $0.year)
    }
    (supersedes, carriesOut, indicators) = (task.supersedes, task.carriesOut, task.indicators)
    conflicts = task.conflicts.map { ConflictShape(with: $0.with, note: $0.note) }
    self.standings = standings.map {
      StandingShape(
        place: $0.line.place, period: $0.line.period?.description, status: $0.status.rawValue,
        signal: $0.light.signal.rawValue, due: $0.due?.description,
        ownLevel: task.isOwnLevel($0.line.place, in: catalogue.divisions),
        gathering: $0.gathering.map { GatheringShape(sent: $0.sent, asked: $0.asked) })
    }
  }

  /// `province` is the province only: what a city sets for itself stands in the place named.
  static func name(
    _ level: ReformTask.Level, of task: ReformTask, _ catalogue: Catalogue
  ) -> String {
    let isOwn = level == .province && catalogue.region(of: task) != catalogue.province
    return (isOwn ? ReformTask.Level.named : level).rawValue
  }
}

/// An entry as `yigai history --json` gives it.
struct EntryShape: Encodable {
  var entry: Entry
  var isSample: Bool

  enum CodingKeys: CodingKey {
    case id, act, kind, task, place, period, status, note, evidence, due, day, at, who, meeting
    case answers, takenBack, sample, actual
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    // An actual of a target is no entry of a line and has the number of its act alone.
    try values.encode(entry.actual == nil ? entry.id : nil, forKey: .id)
    try values.encode(entry.act, forKey: .act)
    try values.encode(entry.kind, forKey: .kind)
    try values.encode(entry.line.task, forKey: .task)
    try values.encode(entry.line.place, forKey: .place)
    try values.encode(entry.line.period, forKey: .period)
    try values.encode(entry.status, forKey: .status)
    try values.encode(entry.note, forKey: .note)
    try values.encode(entry.evidence, forKey: .evidence)
    try values.encode(entry.due, forKey: .due)
    try values.encode(entry.day, forKey: .day)
    try values.encode(entry.at, forKey: .at)
    try values.encode(entry.who, forKey: .who)
    try values.encode(entry.meeting, forKey: .meeting)
    try values.encode(entry.actual == nil ? entry.answers : nil, forKey: .answers)
    try values.encode(entry.isTakenBack, forKey: .takenBack)
    try values.encode(isSample, forKey: .sample)
    guard let actual = entry.actual else { return }
    try values.encode(
      JSONValue.object([
        "metric": .text(actual.key.metric), "value": .number(actual.value), "on": .day(actual.day),
        "source": .text(actual.source), "madeUp": .truth(actual.isMadeUp),
      ]), forKey: .actual)
  }
}
