import Foundation
import Reform

extension DocumentReading {
  /// The shape of `yigai import document … --dry-run --json`.
  ///
  /// `changes` are where the ledger holds something else for a clause; nil where it does not hold
  /// the document.
  public func json(changes: [ReadingChange]? = nil) throws(Fault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(ReadingJSON(self, changes)) else {
      throw Fault("结果无法写成 JSON。", "The reading could not be written as JSON.")
    }
    return Array(data)
  }
}

/// A clause of which the ledger holds something else than was read, and in which fields.
public struct ReadingChange: Encodable, Sendable {
  public var task: ReformTask.ID
  public var fields: [TaskField]

  public init(task: ReformTask.ID, fields: [TaskField]) {
    (self.task, self.fields) = (task, fields)
  }
}

/// A reading as it is written for other programs.
private struct ReadingJSON: Encodable {
  struct Head: Encodable {
    var number, title, plan, issuer, region, date, printed: String?
    var kind: String
    var truncated: Bool
  }

  struct Evident<Value: Encodable>: Encodable {
    var value: Value
    var at: Evidence

    enum CodingKeys: String, CodingKey { case at }

    func encode(to encoder: any Encoder) throws {
      try value.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(at, forKey: .at)
    }
  }

  struct Department: Encodable {
    var name: String
    var bureau: String?
    var role: Responsible.Role
    var generic: Bool?
  }

  struct Place: Encodable {
    var code: String
    var role: NamedPlace.Role
  }

  struct Target: Encodable {
    var metric: String
    var op: TaskTarget.Comparison
    var value: Decimal
    var upper: Decimal?
    var unit: String
    var scope: TaskTarget.Scope?
    var soft: Bool
    var year: Int?
    /// Left out where it is set for all that the clause binds.
    var places: [String]?
  }

  struct Clause: Encodable {
    var path, place, section, title, text, kind: String
    var truncated: Bool
    /// Left out where it is none.
    var safeguard: Bool?
    var parent: Bool?
    /// Left out where the places named are not said to do it.
    var placesAct: Bool?
    var line, column: Int
    var departments: [Evident<Department>]
    var deadlines: [Evident<Deadline>]
    var places: [Evident<Place>]
    var targets: [Evident<Target>]
  }

  struct Stated: Encodable {
    var target: Target
    var nature: StatedTarget.Nature?
    var base: Decimal?
    var baseYear: Int?
    var line, column: Int
  }

  struct Problem: Encodable {
    var check: String
    var severity: Finding.Severity
    var message: Phrase
    var line, column: Int?
    var words: String?
  }

  /// What a bulletin reports.
  struct Fact: Encodable {
    struct Figure: Encodable {
      var what, printed, unit: String
      var value: Decimal
      var upper: Decimal?
      var qualifier: String?
      var kind: Achievement.Kind
    }

    var path, place, section, title, text: String
    var line, column: Int
    var places: [Evident<Place>]
    var figures: [Evident<Figure>]
  }

  var document: Head
  var clauses, obligations: [Clause]
  /// Of tables of indicators; left out where there are none.
  var targets: [Stated]?
  /// Left out of a document that sets tasks.
  var facts: [Fact]?
  var rules: [DocumentRule]
  var findings: [Problem]
  var changes: [ReadingChange]?

  init(_ reading: DocumentReading, _ changes: [ReadingChange]?) {
    self.changes = changes
    let head = reading.head
    document = Head(
      number: head.number, title: head.title, plan: head.plan, issuer: head.issuer,
      region: head.region, date: head.issued?.description, printed: head.printed?.description,
      kind: head.kind.rawValue, truncated: head.isTruncated)
    clauses = reading.clauses.map(Self.clause)
    obligations = reading.obligations.map(Self.clause)
    targets = reading.targets.isEmpty ? nil : reading.targets.map(Self.stated)
    facts = reading.head.kind == .bulletin ? reading.facts.map(Self.fact) : nil
    rules = reading.rules
    findings = reading.findings.map { finding in
      Problem(
        check: finding.check, severity: finding.severity, message: finding.message,
        line: finding.source.line, column: finding.source.column, words: finding.words)
    }
  }

  private static func clause(_ draft: ClauseDraft) -> Clause {
    Clause(
      path: draft.path, place: draft.place, section: draft.section, title: draft.title,
      text: draft.text, kind: draft.kind.rawValue, truncated: draft.isTruncated,
      safeguard: draft.isSafeguard ? true : nil, parent: draft.isParent,
      placesAct: draft.placesAct, line: draft.line,
      column: draft.column,
      departments: draft.departments.map { Evident(value: department($0.value), at: $0.evidence) },
      deadlines: draft.deadlines.map { Evident(value: $0.value, at: $0.evidence) },
      places: draft.places.map { witnessed in
        let place = Place(code: witnessed.value.code, role: witnessed.value.role)
        return Evident(value: place, at: witnessed.evidence)
      },
      targets: draft.targets.map { Evident(value: target($0.value), at: $0.evidence) })
  }

  private static func stated(_ stated: StatedTarget) -> Stated {
    Stated(
      target: target(stated.target), nature: stated.nature, base: stated.base,
      baseYear: stated.baseYear, line: stated.line, column: stated.column)
  }

  private static func fact(_ draft: ClauseDraft) -> Fact {
    Fact(
      path: draft.path, place: draft.place, section: draft.section, title: draft.title,
      text: draft.text, line: draft.line, column: draft.column,
      places: draft.places.map { witnessed in
        let place = Place(code: witnessed.value.code, role: witnessed.value.role)
        return Evident(value: place, at: witnessed.evidence)
      },
      figures: draft.targets.map { witnessed in
        let figure = witnessed.value
        return Evident(
          value: Fact.Figure(
            what: figure.metric.zh, printed: figure.reported?.printed ?? "", unit: figure.unit,
            value: figure.value, upper: figure.upper, qualifier: figure.reported?.qualifier,
            kind: figure.reported?.kind ?? .result), at: witnessed.evidence)
      })
  }

  private static func department(_ unit: Responsible) -> Department {
    Department(
      name: unit.name, bureau: unit.bureau, role: unit.role, generic: unit.isGeneric ? true : nil)
  }

  private static func target(_ target: TaskTarget) -> Target {
    Target(
      metric: target.metric.zh, op: target.op, value: target.value, upper: target.upper,
      unit: target.unit, scope: target.scope, soft: target.isSoft, year: target.year,
      places: target.places.isEmpty ? nil : target.places)
  }
}
