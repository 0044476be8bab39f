import Foundation

/// One figure as it was sent (指标数据): an indicator in a place for a period.
public struct Figure: Hashable, Codable, Sendable {
  /// Which figure: the last batch that gives it stands.
  public struct Key: Hashable, Sendable {
    public var indicator: Indicator.ID
    public var place: Division.Code
    public var period: Period

    public init(_ indicator: Indicator.ID, in place: Division.Code, _ period: Period) {
      (self.indicator, self.place, self.period) = (indicator, place, period)
    }
  }

  public var indicator: Indicator.ID
  public var place: Division.Code
  public var period: Period
  /// In the unit of the indicator's numerator; nil where only a value was given.
  public var numerator: Decimal?
  /// In the unit of the denominator; nil for plain amounts, and where only a value was given.
  public var denominator: Decimal?
  /// The value as sent beside its parts, or instead of them; in the unit of the indicator.
  ///
  /// A figure with a stated value alone cannot be added up: its parts are not known.
  public var stated: Decimal?
  public var flags: FigureFlags
  public var note: String?
  public var source: SourcePlace
  /// The batch it came in; nil before it is posted.
  public var batch: Batch.ID?

  public init(
    _ indicator: Indicator.ID, in place: Division.Code, _ period: Period,
    numerator: Decimal? = nil, denominator: Decimal? = nil, stated: Decimal? = nil,
    flags: FigureFlags = [], note: String? = nil, source: SourcePlace = SourcePlace(),
    batch: Batch.ID? = nil
  ) {
    (self.indicator, self.place, self.period) = (indicator, place, period)
    (self.numerator, self.denominator, self.stated) = (numerator, denominator, stated)
    (self.flags, self.note, self.source, self.batch) = (flags, note, source, batch)
  }

  public var key: Key { Key(indicator, in: place, period) }
}

/// What must be known beside a number (数据标记); carried into every export.
public struct FigureFlags: OptionSet, Hashable, Codable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let provisional = FigureFlags(rawValue: 1)
  public static let estimated = FigureFlags(rawValue: 2)
  public static let revised = FigureFlags(rawValue: 4)
  /// Not comparable with the year before (口径调整).
  public static let breakInSeries = FigureFlags(rawValue: 8)
  /// Made up for trying the program (示例).
  public static let madeUp = FigureFlags(rawValue: 16)

  /// Each flag with its name in files and its words.
  public static let names: [(flag: FigureFlags, key: String, words: Phrase)] = [
    (.provisional, "provisional", Phrase("初步", "provisional")),
    (.estimated, "estimated", Phrase("估计", "estimated")),
    (.revised, "revised", Phrase("修订", "revised")),
    (.breakInSeries, "break", Phrase("口径调整", "break in series")),
    (.madeUp, "made-up", Phrase("示例", "made up")),
  ]

  /// Names in files, in a fixed order: `provisional`, `break`.
  public var keys: [String] { Self.names.filter { contains($0.flag) }.map { $0.key } }
  public var words: [Phrase] { Self.names.filter { contains($0.flag) }.map { $0.words } }

  /// The flags of names in files; names that are not known are left out.
  public init(keys: some Sequence<some StringProtocol>) {
    self = []
    for key in keys {
      if let known = Self.names.first(where: { $0.key == key }) { insert(known.flag) }
    }
  }
}

/// Where a number stood in what was handed in; rows and columns count from 1.
public struct SourcePlace: Hashable, Codable, Sendable {
  public var file: String?
  public var sheet: String?
  public var row: Int?
  public var column: Int?

  public init(file: String? = nil, sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
    (self.file, self.sheet, self.row, self.column) = (file, sheet, row, column)
  }

  /// As a spreadsheet names it (C12); nil without row and column.
  public var cell: String? {
    guard let row, let column, column > 0 else { return nil }
    return Self.letters(column) + String(row)
  }

  /// The letters of a column: 1 is A, 27 is AA.
  public static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// The same place for a finding.
  public var finding: Finding.Source {
    Finding.Source(file: file, sheet: sheet, line: row, column: column)
  }
}
