import Reform

/// What the columns of a table mean.
struct TableLayout {
  enum Column: Hashable {
    case place
    case province
    case city
    case code
    case year
    case indicator
    case unit
    case flag([Indicator.ID])
    case note
    case numbers(NumberHead)
    /// Known and not read, for the reason given; nil for what holds no numbers of figures.
    case passed(ColumnReading.Use?)
    case unknown(String)
  }

  var columns: [Int: Column] = [:]
  /// Headings of each column from the top.
  var paths: [Int: [String]] = [:]
  /// The row in which the last heading of a column stands.
  var headRows: [Int: Int] = [:]
  /// The row behind the header.
  var firstRow = 0
  /// Position of the first row of the header among the rows of the sheet, and of the row behind.
  var positions = 0..<0
  /// Columns that mean the same, with nothing that sets them apart.
  var repeated: [[Int]] = []
  /// Columns with a word in a unit's place that is no known unit.
  var unknownUnits: [Int: String] = [:]
  /// The columns of this table, where others stand beside it.
  var scope = 1...Int(Int32.max)

  /// Whether the headings of another table say the same in the same columns.
  func isSame(as other: TableLayout) -> Bool {
    columns == other.columns && paths == other.paths && scope == other.scope
  }

  /// Heading of a column in one line.
  func head(_ column: Int) -> String { paths[column]?.joined(separator: " ") ?? "" }

  func column(_ wanted: Column) -> Int? {
    columns.filter { $0.value == wanted }.map(\.key).min()
  }

  func columns(_ wanted: Column) -> [Int] {
    columns.filter { $0.value == wanted }.map(\.key).sorted()
  }

  /// Columns of periods, those of a day behind those of a year.
  var yearColumns: [Int] {
    let all = columns(.year)
    let days = all.filter { PeriodHeads.isDay(NameKey.folded(paths[$0]?.last ?? "")) }
    return all.filter { !days.contains($0) } + days
  }

  /// Columns with numbers of figures, from the left.
  var numbered: [(column: Int, head: NumberHead)] {
    columns.compactMap { column, meaning in
      if case .numbers(let head) = meaning { (column, head) } else { nil }
    }.sorted { $0.column < $1.column }
  }

  var flags: [(column: Int, indicators: [Indicator.ID])] {
    columns.compactMap { column, meaning in
      guard case .flag(let indicators) = meaning else { return nil }
      return (column, indicators)
    }.sorted { $0.column < $1.column }
  }
}

/// What the headings of a column, or of a row, say of the numbers in it.
struct NumberHead: Hashable {
  /// What the numbers are; empty where the other side of the table says so.
  var aims: [ColumnNames.Aim] = []
  /// A part of the indicator that the other side names.
  var part: FigurePart?
  /// Whether that is a share (占比), and no number of whatever kind the other side names.
  var isShare = false
  var unit: UnitScale?
  var unitWords: String?
  var period = PeriodText()
  /// The name of a place in the heading, of a table with places in its columns.
  var place: String?
  var isTotal = false
  /// Whether it says that it is a part of something (其中).
  var isPart = false
  /// Words beyond name, unit and period.
  var qualifiers: [String] = []

  /// Whether it gives the numbers of its indicator without any reserve.
  var isPlain: Bool { !isPart && qualifiers.isEmpty }
}
