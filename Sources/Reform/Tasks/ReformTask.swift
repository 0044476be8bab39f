import Foundation

/// What one clause, or one row of an annex, asks (重点任务).
public struct ReformTask: Hashable, Codable, Sendable, Identifiable {
  public typealias ID = String

  /// Where a task fans out to.
  public enum Level: String, Codable, Sendable, CaseIterable {
    /// One standing, for the division that the document binds.
    case province
    /// Every province, of a document that binds the whole country.
    case eachProvince = "each-province"
    case eachCity = "each-city"
    case eachCounty = "each-county"
    /// The places named in the clause.
    case named
  }

  /// `jyg-2019-1/annex-9`.
  public var id: ID
  public var document: Document.ID
  /// Path of the clause in the document.
  public var clause: String
  public var title: Phrase
  /// Key of a theme in the catalogue (`payment`).
  public var theme: String
  public var departments: [Responsible]
  public var deadlines: [Deadline]
  public var places: [NamedPlace]
  public var targets: [TaskTarget]
  public var level: Level
  /// Levels that the clause binds besides: of one for 市、县 the cities, each government for itself.
  public var also: [Level]
  /// Tasks of earlier documents that this one follows up.
  public var supersedes: [ID]
  /// Clauses that this annex row carries out.
  public var carriesOut: [ID]
  /// Where this clause and another do not say the same.
  public var conflicts: [Conflict]
  /// Codes of the indicators it should move.
  public var indicators: [String]
  /// Paths of other clauses of the document that ask for the very same.
  public var alsoAt: [String]
  /// Ids of tasks that stand in this one now: the same duty entered twice, or a card that was split.
  ///
  /// What was entered on them counts here.
  public var formerly: [ID]
  /// Codes of the indicators whose figures it gathers; its standing follows the gathering.
  public var collects: [String]

  public init(
    id: ID, document: Document.ID, clause: String, title: Phrase, theme: String,
    departments: [Responsible] = [], deadlines: [Deadline] = [], places: [NamedPlace] = [],
    targets: [TaskTarget] = [], level: Level = .province, also: [Level] = [],
    supersedes: [ID] = [], carriesOut: [ID] = [], conflicts: [Conflict] = [],
    indicators: [String] = [], alsoAt: [String] = [], formerly: [ID] = [], collects: [String] = []
  ) {
    (self.id, self.document, self.clause, self.title) = (id, document, clause, title)
    (self.theme, self.departments, self.deadlines) = (theme, departments, deadlines)
    (self.places, self.targets, self.level, self.also) = (places, targets, level, also)
    (self.supersedes, self.carriesOut) = (supersedes, carriesOut)
    (self.conflicts, self.indicators) = (conflicts, indicators)
    (self.alsoAt, self.formerly, self.collects) = (alsoAt, formerly, collects)
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(ID.self, forKey: .id)
    document = try values.decode(Document.ID.self, forKey: .document)
    clause = try values.decode(String.self, forKey: .clause)
    title = try values.decode(Phrase.self, forKey: .title)
    theme = try values.decode(String.self, forKey: .theme)
    departments = try values.decodeIfPresent([Responsible].self, forKey: .departments) ?? []
    deadlines = try values.decodeIfPresent([Deadline].self, forKey: .deadlines) ?? []
    places = try values.decodeIfPresent([NamedPlace].self, forKey: .places) ?? []
    targets = try values.decodeIfPresent([TaskTarget].self, forKey: .targets) ?? []
    level = try values.decode(Level.self, forKey: .level)
    also = try values.decodeIfPresent([Level].self, forKey: .also) ?? []
    supersedes = try values.decodeIfPresent([ID].self, forKey: .supersedes) ?? []
    carriesOut = try values.decodeIfPresent([ID].self, forKey: .carriesOut) ?? []
    conflicts = try values.decodeIfPresent([Conflict].self, forKey: .conflicts) ?? []
    indicators = try values.decodeIfPresent([String].self, forKey: .indicators) ?? []
    alsoAt = try values.decodeIfPresent([String].self, forKey: .alsoAt) ?? []
    formerly = try values.decodeIfPresent([ID].self, forKey: .formerly) ?? []
    collects = try values.decodeIfPresent([String].self, forKey: .collects) ?? []
  }
}

extension ReformTask.Level {
  /// The levels that a task can bind in a ledger: every province only where there are several.
  public static func known(in divisions: Divisions) -> [Self] {
    allCases.filter { divisions.isNation || $0 != .eachProvince }
  }

  /// Those to choose from: where no cities are, every county only once, as what the province is made of.
  public static func offered(in divisions: Divisions) -> [Self] {
    known(in: divisions).filter { $0 != .eachCounty || divisions.hasCities }
  }

  /// Several levels at once, as clauses name them.
  public static func joined(in divisions: Divisions) -> [[Self]] {
    guard divisions.hasCities else { return [[.eachCity, .province]] }
    let common: [[Self]] = [
      [.eachCounty, .eachCity], [.eachCounty, .province], [.eachCity, .province],
      [.eachCounty, .province, .eachCity],
    ]
    return common
      + (divisions.isNation
        ? [[.eachCity, .eachProvince], [.eachCounty, .eachProvince, .eachCity]] : [])
  }
}

extension ReformTask {
  /// All levels that have a line of their own, the highest first.
  public var levels: [Level] { Level.allCases.filter { $0 == level || also.contains($0) } }

  /// Whether a place has a line of its own above those of its parts (本级).
  public func isOwnLevel(_ place: Division.Code, in divisions: Divisions) -> Bool {
    guard !also.isEmpty, let level = divisions[place]?.level else { return false }
    let levels = Set(levels)
    switch level {
    case .nation: return levels.contains(.province)
    case .province: return !levels.isDisjoint(with: [.province, .eachProvince])
    case .city:
      return levels.contains(.eachCounty)
        && !levels.isDisjoint(with: [.eachCity, .province, .eachProvince])
    case .county, .own: return false
    }
  }
}

/// A department that a clause names (责任部门), in printed order, with its part.
public struct Responsible: Hashable, Codable, Sendable {
  public enum Role: String, Codable, Sendable {
    case lead, cooperating, responsible
  }

  /// As printed: 省卫健委; a group or a kind of government keeps its words too.
  public var name: String
  /// The bureau in brackets (规划处).
  public var bureau: String?
  public var role: Role

  public init(_ name: String, bureau: String? = nil, role: Role = .responsible) {
    (self.name, self.bureau, self.role) = (name, bureau, role)
  }
}

/// A place that a clause names, and what for.
public struct NamedPlace: Hashable, Codable, Sendable {
  public enum Role: String, Codable, Sendable {
    /// To lead the way (率先).
    case lead
    /// A trial (试点).
    case pilot
    /// An example to others (示范).
    case demonstration
    case named
  }

  public var code: Division.Code
  public var role: Role

  public init(_ code: Division.Code, _ role: Role) { (self.code, self.role) = (code, role) }
}

/// A figure set as a target in a clause (目标), before it is tied to an indicator.
public struct TaskTarget: Hashable, Codable, Sendable {
  public enum Comparison: String, Codable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case equal = "="
    case moreThan = ">"
    case lessThan = "<"
    /// Between `value` and `upper`, both included.
    case range
  }

  public enum Scope: String, Codable, Sendable {
    case each
    case perCity = "per-city"
    case perCounty = "per-county"
    case inAll = "in-all"
  }

  /// Names it among the targets of its task (`county-specialities`), and stays when others come or
  /// go; nil until it is filed.
  public var key: String?
  /// What is measured, in a few words.
  public var metric: Phrase
  public var op: Comparison
  public var value: Decimal
  public var upper: Decimal?
  public var unit: String
  public var scope: Scope?
  /// True where the document softens it (力争).
  public var isSoft: Bool
  /// The last year it is set for, where one is.
  public var year: Int?
  /// The places that it is set for, where the sentence names them; none for all that the task binds.
  public var places: [Division.Code]
  /// Of a figure that a bulletin reports: how it is printed there.
  public var reported: Reported?

  /// A figure of a bulletin, which is drafted and reviewed as targets are.
  public struct Reported: Hashable, Codable, Sendable {
    /// 43万多, 超过15%, blanks left out.
    public var printed: String
    public var qualifier: String?
    public var kind: Achievement.Kind

    public init(printed: String, qualifier: String?, kind: Achievement.Kind) {
      (self.printed, self.qualifier, self.kind) = (printed, qualifier, kind)
    }
  }

  enum CodingKeys: String, CodingKey {
    case reported
    case key, metric, op, value, upper, unit, scope, year, places
    case isSoft = "soft"
  }

  /// What is measured; in Chinese where no English name is known, as the titles of tasks are.
  public var name: Phrase { Phrase(metric.zh, metric.en.isEmpty ? metric.zh : metric.en) }

  /// `jzf-2023-15/2.1.4#county-specialities`: what an actual is hung on; nil until it is filed.
  public func id(in task: ReformTask.ID) -> String? { key.map { "\(task)#\($0)" } }

  public init(
    key: String? = nil, metric: Phrase, op: Comparison, value: Decimal, upper: Decimal? = nil,
    unit: String, scope: Scope? = nil, isSoft: Bool = false, year: Int? = nil,
    places: [Division.Code] = []
  ) {
    self.places = places
    (self.key, self.metric, self.op, self.value, self.upper) = (key, metric, op, value, upper)
    (self.unit, self.scope, self.isSoft, self.year) = (unit, scope, isSoft, year)
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    key = try values.decodeIfPresent(String.self, forKey: .key)
    metric = try values.decode(Phrase.self, forKey: .metric)
    op = try values.decode(Comparison.self, forKey: .op)
    value = try values.decode(Decimal.self, forKey: .value)
    upper = try values.decodeIfPresent(Decimal.self, forKey: .upper)
    unit = try values.decode(String.self, forKey: .unit)
    scope = try values.decodeIfPresent(Scope.self, forKey: .scope)
    isSoft = try values.decodeIfPresent(Bool.self, forKey: .isSoft) ?? false
    year = try values.decodeIfPresent(Int.self, forKey: .year)
    reported = try values.decodeIfPresent(Reported.self, forKey: .reported)
    places = try values.decodeIfPresent([Division.Code].self, forKey: .places) ?? []
  }
}

/// Two clauses that do not say the same, both kept as printed.
public struct Conflict: Hashable, Codable, Sendable {
  /// The other task.
  public var with: ReformTask.ID
  /// What differs, in words.
  public var note: Phrase

  public init(with: ReformTask.ID, note: Phrase) { (self.with, self.note) = (with, note) }
}
