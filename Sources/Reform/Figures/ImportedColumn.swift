import Foundation

/// What an import read from one column of a table (读入汇总): a line that a person checks at a glance.
public struct ImportedColumn: Hashable, Sendable {
  /// Sheet, and letters of the column, or the number of the row where indicators stand in rows.
  public var sheet: String?
  public var name: String
  /// Headings above each other, from the top.
  public var path: [String]
  /// Whether its numbers are taken, or why they are not.
  public var use: String
  public var reason: Phrase?
  public var indicator: Indicator.ID?
  /// `numerator`, `denominator` or `value`.
  public var part: String?
  public var period: Period?
  /// As it was read (元); nil where none was written and the catalogue's holds.
  public var unit: String?
  /// What its numbers are multiplied by to be in the catalogue's unit.
  public var factor: Decimal
  /// Words of the heading that may change what is counted.
  public var qualifiers: [String]
  /// Numbers that were read, and in how many places.
  public var count: Int
  public var places: Int
  /// Of the parts alone, in the catalogue's unit: a city beside its counties is not added again.
  public var least: Decimal?
  public var most: Decimal?
  /// Nil for values that are not added, such as percentages.
  public var sum: Decimal?

  public init(
    sheet: String?, name: String, path: [String], use: String, reason: Phrase? = nil,
    indicator: Indicator.ID? = nil, part: String? = nil, period: Period? = nil,
    unit: String? = nil, factor: Decimal = 1, qualifiers: [String] = [], count: Int = 0
  ) {
    (self.sheet, self.name, self.path, self.use, self.reason) = (sheet, name, path, use, reason)
    (self.indicator, self.part, self.period, self.unit) = (indicator, part, period, unit)
    (self.factor, self.qualifiers, self.count) = (factor, qualifiers, count)
    (places, least, most, sum) = (0, nil, nil, nil)
  }

  public var isTaken: Bool { use == "taken" }

  /// Adds up what was read; `numbers` are by place.
  public mutating func count(
    _ numbers: [(place: Division.Code, number: Decimal)], _ divisions: Divisions
  ) {
    let all = Set(numbers.map(\.place))
    places = all.count
    let wholes = Set(all.compactMap { divisions[$0]?.parent })
    let own = numbers.filter { !wholes.contains($0.place) }.map(\.number)
    (least, most) = (own.min(), own.max())
    if part != "value" { sum = own.reduce(0, +) }
  }

  /// To two digits, in groups of three.
  static func shown(_ number: Decimal) -> String {
    var (source, rounded) = (number, number)
    NSDecimalRound(&rounded, &source, 2, .plain)
    let parts = "\(rounded.magnitude)".split(separator: ".", omittingEmptySubsequences: false)
    var grouped = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return (number < 0 ? "-" : "") + grouped + (parts.count > 1 ? "." + parts[1] : "")
  }
}
