import Cells
import Reform
import Widgets

/// What a person may set, in the configuration file or on the command line.
public struct Settings: Equatable, Sendable {
  public typealias Theme = Cells.ColorTheme
  public enum Ambiguous: String, Sendable, CaseIterable {
    case auto
    case one = "1"
    case two = "2"
  }
  public enum Chart: String, Sendable, CaseIterable { case auto, braille, blocks, ascii }

  public var language: Language
  public var theme: Theme
  public var ambiguous: Ambiguous
  public var chart: Chart
  public var mouse: Bool
  /// Whether colours may be shown at all (`NO_COLOR`).
  public var hasColors = true
  /// Who enters: the name written beside every entry.
  public var name: String
  /// The place to begin with, as it is called; empty for the province.
  public var place = ""
  /// The ledger to open where none is named; empty for the usual one.
  public var ledger = ""
  /// The province of a ledger that is made; empty asks.
  public var province = ""
  /// The folder in which the office keeps tables of its own, beside its configuration.
  public var tables = ""
  /// The copies that are kept of an own ledger.
  public var copies = Copies()
  /// Every how many seconds a shared ledger is exchanged with its hub while the dashboard is open; 0
  /// only when asked.
  public var exchangeEvery = 300
  /// Commands whose keys are others than those of the key table.
  public var keys: [Command: [Key]] = [:]

  /// How many copies of a ledger are kept, one a day, and where.
  public struct Copies: Equatable, Sendable {
    /// None are made for 0.
    public var keep = 7
    /// Nil is beside the ledger.
    public var folder: String?

    public init() {}
  }

  public init(
    language: Language = .zh, theme: Theme = .auto, ambiguous: Ambiguous = .auto,
    chart: Chart = .auto, mouse: Bool = true, name: String = ""
  ) {
    (self.language, self.theme, self.ambiguous) = (language, theme, ambiguous)
    (self.chart, self.mouse, self.name) = (chart, mouse, name)
  }

  /// The symbols that a terminal measured by a ruler can show.
  func marks(_ ruler: Ruler) -> Symbols {
    switch chart {
    case .auto, .braille: Symbols(.unicode, plot: .braille, ruler: ruler)
    case .blocks: Symbols(.unicode, plot: .blocks, ruler: ruler)
    case .ascii: Symbols(.ascii, ruler: ruler)
    }
  }

  /// The ruler to begin with; the terminal's own answer comes later.
  public var ruler: Ruler { Ruler(ambiguous: ambiguous == .two ? 2 : 1) }
}
