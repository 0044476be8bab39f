import Foundation

/// What shows whether the reform works (监测指标): numerator ÷ denominator × factor.
public struct Indicator: Hashable, Sendable, Identifiable {
  /// `medical-service-share`.
  public typealias ID = String

  /// How numerator and denominator belong together.
  public enum Kind: String, Codable, Sendable {
    /// The numerator is a part of the denominator and cannot be above it.
    case share
    /// One amount over another that it is no part of (cost per visit, times).
    case ratio
    /// A plain count or amount without a denominator.
    case amount
  }

  /// Where the documents want it to go; they give none for most.
  public enum Direction: String, Codable, Sendable { case up, down }

  /// How often it is collected.
  public enum Cycle: String, Codable, Sendable { case yearly }

  /// What stands above or below the line, and what it counts in.
  public struct Part: Hashable, Sendable {
    public var name: Phrase
    public var unit: FigureUnit
    public init(_ name: Phrase, unit: FigureUnit) { (self.name, self.unit) = (name, unit) }
  }

  public var id: ID
  public var name: Phrase
  /// For narrow columns.
  public var short: Phrase
  public var kind: Kind
  /// What is counted and what is left out (口径).
  public var definition: Phrase
  /// False where the document names the indicator only, and `definition` is the usual reading.
  public var isDefinitionPrinted: Bool
  public var numerator: Part
  /// Nil for a plain amount.
  public var denominator: Part?
  /// 100 for percentages, 1 for plain ratios.
  public var factor: Decimal
  public var unit: FigureUnit
  /// Digits after the point when shown; never used in computing.
  public var digits: Int
  public var direction: Direction?
  /// The clause that gives the direction; nil where there is none.
  public var directionSource: ClauseReference?
  /// As printed, in printed order (省卫健委); empty where the document names none.
  public var departments: [String]
  /// Who gathers it (省医改办); nil where the document names nobody.
  public var collector: String?
  public var cycle: Cycle
  /// When the figures of a year are due, in the year after it (每年2月底前); nil where the document
  /// prints no day.
  public var due: YearDay?
  /// The lowestLevel level that it is collected at.
  public var lowestLevel: Division.Level
  /// The clause that names it; nil where no document of the province does.
  public var source: ClauseReference?
  /// One of the four that 晋医改组发〔2019〕1号 has monitored everywhere.
  public var isMonitored: Bool
  /// A place with a denominator below this is not ranked; nil where every place is.
  public var rankedFrom: Decimal?
  /// What it is a share of together with others, which then add up to 100 % (结余怎样用); nil for
  /// one that stands alone.
  public var whole: String?

  public init(
    id: ID, name: Phrase, short: Phrase? = nil, kind: Kind, definition: Phrase,
    isDefinitionPrinted: Bool = true, numerator: Part, denominator: Part?, factor: Decimal = 100,
    unit: FigureUnit = .percent, digits: Int = 2, direction: Direction? = nil,
    directionSource: ClauseReference? = nil, departments: [String] = [], collector: String? = nil,
    cycle: Cycle = .yearly,
    due: YearDay? = nil, lowestLevel: Division.Level = .county, source: ClauseReference?,
    isMonitored: Bool = false, rankedFrom: Decimal? = nil, whole: String? = nil
  ) {
    self.whole = whole
    (self.id, self.name, self.short, self.kind) = (id, name, short ?? name, kind)
    (self.definition, self.isDefinitionPrinted) = (definition, isDefinitionPrinted)
    (self.numerator, self.denominator, self.factor) = (numerator, denominator, factor)
    (self.unit, self.digits, self.direction) = (unit, digits, direction)
    self.directionSource = directionSource ?? (direction == nil ? nil : source)
    (self.departments, self.collector, self.cycle) = (departments, collector, cycle)
    (self.due, self.lowestLevel, self.source) = (due, lowestLevel, source)
    (self.isMonitored, self.rankedFrom) = (isMonitored, rankedFrom)
  }

  /// The day by which the figures of a period are due, in the year after it.
  public func dueDay(for period: Period) -> Day? { due?.day(in: period.year + 1) }

  /// The formula in words: 分子 ÷ 分母 × 100.
  public var formula: Phrase {
    guard let denominator else { return numerator.name }
    let times = factor == 1 ? "" : " × \(factor)"
    return Phrase(
      "\(numerator.name.zh) ÷ \(denominator.name.zh)\(times)",
      "\(numerator.name.en) ÷ \(denominator.name.en)\(times)")
  }
}

/// A clause of a document, by the document's key and the path within it.
public struct ClauseReference: Hashable, Codable, Sendable {
  public var document: Document.ID
  /// `2.1`, `annex-9`; empty for the document as a whole.
  public var clause: String
  /// As printed (二（一）); empty where only the path is known.
  public var place: Phrase

  public init(_ document: Document.ID, _ clause: String, place: Phrase = Phrase("", "")) {
    (self.document, self.clause, self.place) = (document, clause, place)
  }

  /// `jyg-2019-1/2.1`.
  public var key: String { clause.isEmpty ? document : "\(document)/\(clause)" }
}
