import Foundation

/// What the yearly assessment of a medical group looks at (考核内容), named by its clause.
public struct AssessmentMeasure: Hashable, Sendable, Identifiable {
  public typealias ID = String

  /// How the clause ranks it.
  public enum Emphasis: String, Codable, Sendable, CaseIterable {
    /// The core (以…为核心).
    case core
    /// Its weight is to be raised (加大…权重).
    case raised
    /// To be brought out (突出…).
    case stressed
    /// One of several aspects that the clause names without ranking them (从…等方面).
    case aspect

    public var name: Phrase {
      switch self {
      case .core: Phrase("核心", "core")
      case .raised: Phrase("加大权重", "more weight")
      case .stressed: Phrase("突出", "stressed")
      case .aspect: Phrase("方面", "aspect")
      }
    }
  }

  public var id: ID
  public var name: Phrase
  public var emphasis: Emphasis

  /// The name with how the clause ranks it; an aspect has no rank.
  public var title: Phrase {
    guard emphasis != .aspect else { return name }
    return Phrase("\(name.zh)（\(emphasis.name.zh)）", "\(name.en) (\(emphasis.name.en))")
  }

  public init(id: ID, name: Phrase, emphasis: Emphasis) {
    (self.id, self.name, self.emphasis) = (id, name, emphasis)
  }
}

/// The rules of the assessment as a document prints them; it prints no weights.
public struct AssessmentRules: Hashable, Sendable, Identifiable {
  /// `four-aspects`.
  public var id: String
  public var source: ClauseReference
  public var measures: [AssessmentMeasure]
  /// What the result is linked to (挂钩), in printed order; empty where the clause links nothing.
  public var links: [Phrase]
  /// What the clause says, in our own words.
  public var words: Phrase
  /// Why they give way where rules before them govern as well.
  public var yields: Phrase

  public init(
    id: String, source: ClauseReference, measures: [AssessmentMeasure] = [], links: [Phrase] = [],
    words: Phrase = Phrase("", ""), yields: Phrase = Phrase("", "")
  ) {
    (self.id, self.source, self.measures, self.links) = (id, source, measures, links)
    (self.words, self.yields) = (words, yields)
  }

  public subscript(id: AssessmentMeasure.ID) -> AssessmentMeasure? {
    measures.first { $0.id == id }
  }

  /// Throws where weights are of no measure, not between 0 and 100, or do not add up to 100.
  public func refuse(weights: [AssessmentMeasure.ID: Decimal]) throws {
    for (id, weight) in weights.sorted(by: { $0.key < $1.key }) {
      guard self[id] != nil else {
        throw Fault(
          "考核里没有“\(id)”这一项；可用：\(measures.map(\.id).joined(separator: "、"))。",
          "The assessment has no measure “\(id)”: \(measures.map(\.id).joined(separator: ", ")).")
      }
      guard weight >= 0, weight <= 100 else {
        throw Fault(
          "权重要在 0 到 100 之间，\(self[id]?.name.zh ?? id)写的是 \(weight)。",
          "Weights lie between 0 and 100; \(self[id]?.name.en ?? id) has \(weight).")
      }
    }
    let sum = weights.values.reduce(Decimal(0), +)
    guard sum == 100 else {
      throw Fault(
        "权重加起来是 \(sum)，应为 100；\(sum < 100 ? "还差 \(100 - sum)" : "多出 \(sum - 100)")。",
        "The weights add up to \(sum), not to 100: \(sum < 100 ? "\(100 - sum) missing" : "\(sum - 100) too much")."
      )
    }
  }
}

/// The assessment of a group in a year (年度绩效考核).
public struct Assessment: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var measure: AssessmentMeasure
    /// In per cent of the whole; nil where no weights are entered for the year.
    public var weight: Decimal?
    /// From 0 to 100; nil where none is entered.
    public var score: Decimal?

    /// What it adds to the whole: weight × score ÷ 100.
    public var points: Decimal? {
      guard let weight, let score else { return nil }
      return weight * score / 100
    }
  }

  public var county: Division.Code
  public var year: Int
  /// The rules that its measures are of; nil where no document has any for the county and year.
  public var rules: AssessmentRules?
  /// Why they govern, why none does, or, of what stands beside, why they do not.
  public var reason: Phrase
  public var rows: [Row]
  /// Where the weights were entered: the county itself, its city or its province.
  public var weightsOf: Division.Code?
  /// The verdict in words, as the office gave it; the document prints no grades.
  public var verdict: String?
  /// Rules that were looked at and do not govern, with the reasons.
  public var rejected: [GoverningAssessment.Rejected] = []
  /// What is entered for the year under rules that do not govern it: kept to be read, not counted.
  public var beside: [Assessment] = []

  public init(
    county: Division.Code, year: Int, rules: AssessmentRules?, reason: Phrase = Phrase("", ""),
    rows: [Row], weightsOf: Division.Code? = nil, verdict: String? = nil
  ) {
    (self.county, self.year, self.rules, self.reason) = (county, year, rules, reason)
    (self.rows, self.weightsOf, self.verdict) = (rows, weightsOf, verdict)
  }

  /// Whether neither a score nor weights are entered.
  public var isEmpty: Bool { weightsOf == nil && rows.allSatisfy { $0.score == nil } }

  /// Measures that have a weight above 0 and no score yet.
  public var missing: [AssessmentMeasure] {
    rows.filter { ($0.weight ?? 0) > 0 && $0.score == nil }.map(\.measure)
  }

  /// The whole, from 0 to 100; nil without weights or while a score is missing.
  public var total: Decimal? {
    guard rows.contains(where: { $0.weight != nil }), missing.isEmpty else { return nil }
    return rows.compactMap(\.points).reduce(0, +)
  }
}

extension Assessment {
  /// Weight, score and points of a row with as many decimals as any row of the assessment has, `-`
  /// for what is not known.
  public func numbers(of row: Row) -> [String] {
    [\Row.weight, \.score, \.points].map { part in
      let digits = rows.compactMap { $0[keyPath: part].map { max(0, -$0.exponent) } }.max() ?? 0
      return row[keyPath: part].map { $0.shown(digits) } ?? "-"
    }
  }
}
