import Foundation
import Reform

/// A figure as the commands on figures give it in JSON; the shape is part of the product.
struct FigureShape: Encodable {
  var place: String
  var name: String
  var numerator: Decimal?
  var denominator: Decimal?
  var value: Decimal?
  var rank: Int?
  var change: Decimal?
  /// The value to reach, in the unit of the indicator.
  var target: Decimal?
  /// What is missing, in the unit of the numerator; 0 where the target is met.
  var gap: Decimal?
  var flags: [String]
  var more: More

  /// Fields beyond those that were promised.
  struct More {
    var targetOp: String?
    var targetYear: Int?
    var targetSource: String?
    var gapValue: Decimal?
    var rankBefore: Int?
    var apart: String?
    var complete: Bool
    var missing: [String]
    var basis: String?
    /// Which one it is in the order, highest first where no direction is known.
    var position: Int?
    var breakInSeries: Bool
    var changeAcrossBreak: Decimal?
    /// The mean change a year, and how many it rests on.
    var pace: Decimal?
    var paceYears: Int?
    /// What `gap` takes for granted: `constant-denominator`.
    var gapAssumes: String?
    /// Of a county its ranks in the province, in its city and among places of like size.
    var pools: JSONValue?
    /// The own level (市本级、省本级) that the place's sum has among its parts.
    var ownLevel: JSONValue?
    /// What the parts come to, beside a figure that was entered for the place itself.
    var sum: JSONValue?
  }

  enum CodingKeys: CodingKey {
    case place, name, numerator, denominator, value, rank, change, target, gap, flags
    case targetOp, targetYear, targetSource, gapValue, rankBefore, apart, complete, missing, basis
    case pools, ownLevel, sum, position, breakInSeries, changeAcrossBreak, pace, paceYears
    case gapAssumes
  }

  init(
    _ row: Ranking.Row, _ divisions: Divisions, _ language: Language, pools: PoolRanks? = nil,
    own: Reading? = nil
  ) {
    let reading = row.reading
    (place, name) = (row.place, divisions[row.place]?.name(in: language) ?? row.place)
    (numerator, denominator, value) = (reading?.numerator, reading?.denominator, reading?.value)
    (rank, change, target, gap) = (row.rank, row.change, row.target?.value, row.gap?.numerator)
    flags = reading?.flags.keys ?? []
    let basis: String? =
      switch reading?.basis {
      case .entered: "entered"
      case .summed: "summed"
      case nil: nil
      }
    more = More(
      targetOp: row.target?.op.rawValue, targetYear: row.target?.year,
      targetSource: row.target.map { TargetSource.key($0) }, gapValue: row.gap?.value,
      rankBefore: row.rankBefore, apart: row.apart?.rawValue,
      complete: reading?.isComplete ?? false, missing: reading?.missing ?? [], basis: basis,
      position: row.position, breakInSeries: row.isBreak,
      changeAcrossBreak: row.changeAcrossBreak, pace: row.gap?.pace,
      paceYears: row.gap?.paceYears,
      gapAssumes: row.gap?.numerator != nil && row.gap?.holdsDenominator == true
        ? "constant-denominator" : nil,
      pools: pools.map(JSONValue.pools),
      ownLevel: own.map { JSONValue.part($0, divisions[$0.place]?.name(in: language)) },
      sum: reading?.sum.map(JSONValue.sum))
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(place, forKey: .place)
    try values.encode(name, forKey: .name)
    try values.encode(numerator, forKey: .numerator)
    try values.encode(denominator, forKey: .denominator)
    try values.encode(value, forKey: .value)
    try values.encode(rank, forKey: .rank)
    try values.encode(change, forKey: .change)
    try values.encode(target, forKey: .target)
    try values.encode(gap, forKey: .gap)
    try values.encode(flags, forKey: .flags)
    try values.encode(more.targetOp, forKey: .targetOp)
    try values.encode(more.targetYear, forKey: .targetYear)
    try values.encode(more.targetSource, forKey: .targetSource)
    try values.encode(more.gapValue, forKey: .gapValue)
    try values.encode(more.rankBefore, forKey: .rankBefore)
    try values.encode(more.apart, forKey: .apart)
    try values.encode(more.complete, forKey: .complete)
    try values.encode(more.missing, forKey: .missing)
    try values.encode(more.basis, forKey: .basis)
    try values.encode(more.position, forKey: .position)
    try values.encode(more.breakInSeries, forKey: .breakInSeries)
    try values.encode(more.changeAcrossBreak, forKey: .changeAcrossBreak)
    try values.encode(more.pace, forKey: .pace)
    try values.encode(more.paceYears, forKey: .paceYears)
    try values.encode(more.gapAssumes, forKey: .gapAssumes)
    try values.encodeIfPresent(more.pools, forKey: .pools)
    try values.encodeIfPresent(more.ownLevel, forKey: .ownLevel)
    try values.encodeIfPresent(more.sum, forKey: .sum)
  }
}

extension JSONValue {
  /// A part of a sum with its numbers.
  static func part(_ reading: Reading, _ name: String?) -> JSONValue {
    .object([
      "place": .text(reading.place), "name": .text(name ?? reading.place),
      "numerator": .number(reading.numerator), "denominator": .number(reading.denominator),
      "value": .number(reading.value?.rounded(10)),
    ])
  }

  /// What the parts of a place come to.
  static func sum(_ sum: Reading.Sum) -> JSONValue {
    .object([
      "numerator": .number(sum.numerator), "denominator": .number(sum.denominator),
      "value": .number(sum.value?.rounded(10)), "missing": .list(sum.missing) { .text($0) },
    ])
  }
}

/// Where a target comes from, in a word: a clause, the office, or made up.
enum TargetSource {
  static func key(_ target: Target) -> String {
    switch target.origin {
    case .document(let clause): clause.key
    case .ledger(_, _, _, let isMadeUp): isMadeUp ? "made-up" : "ledger"
    }
  }
}

/// `yigai compare --json`.
struct CompareShape: Encodable {
  var indicator: String
  var year: Int
  var level: String
  var name: Phrase
  var unit: String
  var direction: String?
  var directionSource: JSONValue
  var rows: [FigureShape]
  /// The own level of the region, which is added up and not ranked; nil where it has no figure.
  var own: FigureShape?
  var total: FigureShape
  var sample: Bool?
}

/// One indicator of `yigai indicators --json`.
struct IndicatorShape: Encodable {
  struct Source: Encodable {
    var document: String
    var clause: String
  }

  struct Point: Encodable {
    var year: Int
    var numerator: Decimal?
    var denominator: Decimal?
    var value: Decimal?
    var change: Decimal?
    var changeAcrossBreak: Decimal?
    var flags: [String]

    enum CodingKeys: CodingKey {
      case year, numerator, denominator, value, change, changeAcrossBreak, flags
    }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(year, forKey: .year)
      try values.encode(numerator, forKey: .numerator)
      try values.encode(denominator, forKey: .denominator)
      try values.encode(value, forKey: .value)
      try values.encode(change, forKey: .change)
      try values.encode(changeAcrossBreak, forKey: .changeAcrossBreak)
      try values.encode(flags, forKey: .flags)
    }
  }

  var indicator: String
  var name: Phrase
  var definition: Phrase
  var definitionPrinted: Bool
  var kind: String
  var formula: Phrase
  var numeratorUnit: String
  var denominatorUnit: String?
  var factor: Decimal
  var unit: String
  var direction: String?
  var directionSource: Source?
  var departments: [String]
  var collector: String?
  var due: String?
  var source: Source
  var tasks: [String]
  var year: Int?
  var figure: FigureShape
  var trend: [Point]
  var sample: Bool?
}
