import Foundation
import Reform

/// What was read out of one column of a table, or out of one row where indicators stand in rows.
///
/// One for each meaning: a column that gives figures of two years by its rows is told twice.
public struct ColumnReading: Hashable, Sendable {
  /// Why the numbers of a column were not taken; `taken` where they were.
  public enum Use: String, Hashable, Sendable {
    case taken
    /// Of the year before (上年、去年同期), without saying which year.
    case lastYear = "last-year"
    /// A plan, a budget or a target (计划、预算、目标).
    case plan
    /// A part of what another column gives as a whole (其中：县级医院).
    case part
    /// A change or a rank computed from others (同比、增减、排名).
    case computed
    /// A part of the year beside the whole year (一季度).
    case partOfYear = "part-of-year"
    /// Another year than the one that was asked for with `--year`.
    case otherYear = "other-year"
    /// Last year's figures and computed ones in a form of our own (grey).
    case shown
    case hidden
    /// Nobody knows what it means.
    case unknown

    /// What stands beside the numbers of a year and is none of them.
    static let otherNumbers: Set<Use> = [.lastYear, .plan, .computed]
  }

  public var use: Use
  /// Where the heading stands: file, sheet, row and column of its last text.
  public var source: SourcePlace
  /// Letters of the column (C); of a table with indicators in rows, the row (3).
  public var name: String
  /// Headings above each other, from the top.
  public var path: [String]
  public var indicator: Indicator.ID?
  public var part: FigurePart?
  public var period: Period?
  /// The unit as it was read, in words (元); nil where none was written and that of the catalogue holds.
  public var unit: String?
  /// What a number is multiplied by to be in the catalogue's unit.
  public var factor: Decimal
  /// What the heading says beyond name, unit and year (不含村卫生室): words to be asked about.
  public var qualifiers: [String]
  /// How many numbers were read.
  public var count: Int

  public init(
    _ use: Use, at source: SourcePlace, name: String, path: [String],
    indicator: Indicator.ID? = nil, part: FigurePart? = nil, period: Period? = nil,
    unit: String? = nil, factor: Decimal = 1, qualifiers: [String] = [], count: Int = 0
  ) {
    (self.use, self.source, self.name, self.path) = (use, source, name, path)
    (self.indicator, self.part, self.period) = (indicator, part, period)
    (self.unit, self.factor, self.qualifiers, self.count) = (unit, factor, qualifiers, count)
  }
}
