import Foundation

/// A report as rows under columns: text, CSV and JSON are written from it.
public struct Table: Hashable, Sendable {
  /// What a column says of a report, apart from what stands in its rows.
  public struct Head: Hashable, Sendable {
    /// The name in JSON.
    public var key: String
    public var name: Phrase
    /// The unit of its numbers, where all of them have the same.
    public var unit: Phrase?
    public var use: Use

    /// The name with the unit behind it.
    public func title(_ language: Language) -> String {
      name(language) + (unit.map { " " + $0(language) } ?? "")
    }
  }

  /// In which forms of a report a column stands.
  public struct Use: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Where people read it.
    public static let reading = Use(rawValue: 1)
    /// In files for spreadsheets.
    public static let filing = Use(rawValue: 2)
    /// In JSON, for programs.
    public static let keying = Use(rawValue: 4)
    /// On papers alone, which choose their columns by key.
    public static let papers = Use(rawValue: 8)
    public static let everywhere: Use = [.reading, .filing, .keying]
    /// Wherever there is a head over it.
    public static let headed: Use = [.reading, .filing]
  }

  public var heads: [Head]
  /// A row may end before the last column, where what follows in it has nothing to say.
  public var rows: [[Cell]]
  public var language: Language
  /// Whether what it says is made up, which every form of it says first.
  public var isSample: Bool
  /// Whether titles stand over the columns; JSON has its keys in any case.
  public var isHeaded = true

  /// Lays rows out under the columns that describe them.
  public init<Row>(
    _ columns: [Column<Row>], _ rows: [Row], _ language: Language, isSample: Bool = false,
    isHeaded: Bool = true
  ) {
    heads = columns.map(\.head)
    self.rows = rows.map { row in columns.map { $0.cell(row) } }
    (self.language, self.isSample, self.isHeaded) = (language, isSample, isHeaded)
  }

  /// Lines of a report that stand under no heads, each with as many cells as it has.
  public init(lines: [[Cell]], _ language: Language, isSample: Bool = false) {
    let width = lines.map(\.count).max() ?? 0
    heads = (0..<width).map { Head(key: "\($0)", name: Phrase("", ""), use: .headed) }
    rows = lines
    (self.language, self.isSample, isHeaded) = (language, isSample, false)
  }

  /// The table for people: titles, then what each cell says.
  public var read: [[String]] { written(for: .reading) { $0.said } }

  /// The table for a spreadsheet: titles, then every value exactly.
  public var filed: [[String]] { written(for: .filing) { $0.value.exact } }

  /// What is said of a whole report, in a column at the right of every row, so that the first row is
  /// that of the titles and another program reads the rest.
  public struct Remark: Hashable, Sendable {
    public var name: Phrase
    public var text: String

    public init(_ name: Phrase, _ text: String) { (self.name, self.text) = (name, text) }

    /// That what is said is made up.
    public static func madeUp(_ language: Language) -> Remark {
      Remark(Phrase("示例", "Sample"), FieldWords.sample(language))
    }
  }

  /// Rows with the columns of some remarks behind the last that any of them has; the first row has
  /// their names, where titles stand in it.
  public static func remarked(
    _ rows: [[String]], with remarks: [Remark], isHeaded: Bool = true, _ language: Language
  ) -> [[String]] {
    let width = rows.map(\.count).max() ?? 0
    guard !remarks.isEmpty else { return rows }
    return rows.enumerated().map { index, row in
      row + Array(repeating: "", count: width - row.count)
        + remarks.map { index == 0 && isHeaded ? $0.name(language) : $0.text }
    }
  }

  /// The rows for programs: an object each, by the keys of the columns.
  public var json: JSONValue { .list(rows.indices, json) }

  /// One row for programs.
  public func json(of row: Int) -> JSONValue {
    let kept = heads.indices.filter { heads[$0].use.contains(.keying) }
    return .object(
      Dictionary(
        kept.map { (heads[$0].key, rows[row][$0].json) }, uniquingKeysWith: { first, _ in first }))
  }

  private func written(for use: Use, _ words: (Cell) -> String) -> [[String]] {
    let kept = heads.indices.filter { heads[$0].use.contains(use) }
    let titles = isHeaded ? [kept.map { heads[$0].title(language) }] : []
    return titles
      + rows.map { row in kept.prefix { $0 < row.count }.map { words(row[$0]) } }
  }

  /// A column of a report, with what stands in it for a row.
  public struct Column<Row> {
    public let head: Table.Head
    public let cell: (Row) -> Cell

    public init(
      _ key: String, _ name: Phrase, unit: Phrase? = nil, _ use: Table.Use = .everywhere,
      _ cell: @escaping (Row) -> Cell
    ) {
      head = Table.Head(key: key, name: name, unit: unit, use: use)
      self.cell = cell
    }

    /// A column that programs alone are given, under its key.
    public init(_ key: String, _ value: @escaping (Row) -> JSONValue) {
      self.init(key, Phrase("", ""), .keying) { Cell(value: .nothing, keyed: value($0)) }
    }
  }

  /// What stands in a row under a column: a value, and how people and programs are told of it.
  public struct Cell: Hashable, Sendable {
    /// A value as programs take it.
    public enum Value: Hashable, Sendable {
      case nothing
      case text(String)
      case number(Decimal)
      case day(Day)

      /// All digits that matter, none invented.
      public var exact: String {
        switch self {
        case .nothing: ""
        case .text(let text): text
        case .number(let number): "\(number.rounded(10))"
        case .day(let day): day.description
        }
      }

      var json: JSONValue {
        switch self {
        case .nothing: .null
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .day(let day): .day(day)
        }
      }
    }

    public var value: Value
    /// What people read; nil where that is the value itself.
    public var shown: String?
    /// What JSON has; nil where that is the value itself.
    public var keyed: JSONValue?

    public var said: String { shown ?? value.exact }
    public var json: JSONValue { keyed ?? value.json }

    public static func text(
      _ text: String?, shown: String? = nil, keyed: JSONValue? = nil
    ) -> Cell {
      Cell(value: text.map { .text($0) } ?? .nothing, shown: shown, keyed: keyed)
    }

    public static func number(_ number: Decimal?, shown: String? = nil) -> Cell {
      Cell(value: number.map { .number($0) } ?? .nothing, shown: shown)
    }

    public static func count(_ count: Int?, shown: String? = nil) -> Cell {
      number(count.map { Decimal($0) }, shown: shown)
    }

    public static func day(_ day: Day?, shown: String? = nil) -> Cell {
      Cell(value: day.map { .day($0) } ?? .nothing, shown: shown)
    }

    /// An amount in yuan with two digits, for people with commas; nil says `none` to them.
    public static func fen(_ fen: Fen?, none: String = FigureWords.none) -> Cell {
      text(fen?.description, shown: fen?.grouped ?? none, keyed: .fen(fen))
    }

    /// A value of the field that has a word of its own: the word, and its key for programs.
    public static func word<Key: RawRepresentable<String>>(
      _ key: Key, _ words: Phrase, _ language: Language
    ) -> Cell {
      text(words(language), keyed: .text(key.rawValue))
    }
  }
}
