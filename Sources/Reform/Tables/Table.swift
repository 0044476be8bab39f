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

  /// Where a column stands.
  public enum Use: Hashable, Sendable {
    /// Wherever the report is written.
    case everywhere
    /// Only where people read it.
    case reading
    /// Only in files for spreadsheets and programs.
    case filing
  }

  public var heads: [Head]
  public var rows: [[Cell]]
  public var language: Language
  /// Whether what it says is made up, which every form of it says first.
  public var isSample: Bool

  /// Lays rows out under the columns that describe them.
  public init<Row>(
    _ columns: [Column<Row>], _ rows: [Row], _ language: Language, isSample: Bool = false
  ) {
    heads = columns.map(\.head)
    self.rows = rows.map { row in columns.map { $0.cell(row) } }
    (self.language, self.isSample) = (language, isSample)
  }

  /// The table for people: titles, then what each cell says.
  public var read: [[String]] { written(without: .filing) { $0.said } }

  /// The table for a spreadsheet: titles, then every value exactly.
  public var filed: [[String]] { written(without: .reading) { $0.value.exact } }

  private func written(without use: Use, _ words: (Cell) -> String) -> [[String]] {
    let kept = heads.indices.filter { heads[$0].use != use }
    return [kept.map { heads[$0].title(language) }]
      + rows.map { row in kept.map { words(row[$0]) } }
  }
}

extension Table {
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
  }

  /// What stands in a row under a column: a value, and how people are told of it.
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
    }

    public var value: Value
    /// What people read; nil where that is the value itself.
    public var shown: String?

    public var said: String { shown ?? value.exact }

    public static func text(_ text: String?, shown: String? = nil) -> Cell {
      Cell(value: text.map { .text($0) } ?? .nothing, shown: shown)
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
  }
}
