import Cells
import Reform

/// What a person can ask for: each has a name, words, and keys in one table.
///
/// What means something on one screen only is named in that screen's room.
public struct Command: Hashable, Sendable, CustomStringConvertible {
  /// The name in the configuration file.
  public let rawValue: String

  init(_ name: String) { rawValue = name }

  public var description: String { rawValue }
}

extension Command {
  static let up = Command("up")
  static let down = Command("down")
  static let left = Command("left")
  static let right = Command("right")
  static let pageUp = Command("page-up")
  static let pageDown = Command("page-down")
  static let top = Command("top")
  static let bottom = Command("bottom")
  static let nextPane = Command("next-pane")
  static let previousPane = Command("previous-pane")
  static let nextTab = Command("next-tab")
  static let previousTab = Command("previous-tab")
  static let open = Command("open")
  static let back = Command("back")
  public static let quit = Command("quit")
  static let help = Command("help")
  static let palette = Command("palette")
  static let filter = Command("filter")
  static let nextMatch = Command("next-match")
  static let previousMatch = Command("previous-match")
  static let mark = Command("mark")
  static let sort = Command("sort")
  static let reverse = Command("sort-backwards")
  static let group = Command("group")
  static let problems = Command("problems")
  static let place = Command("place")
  static let close = Command("close")
  static let undo = Command("undo")
  static let redo = Command("redo")
  static let explain = Command("explain")
  static let measure = Command("measure")
  static let look = Command("as-of")
  static let backdate = Command("backdate")
  static let nextView = Command("switch-view")
  static let drop = Command("drop")
  static let amend = Command("amend")
  static let export = Command("export")
  /// The table of the screen at once; chosen in the menu of `export`, it has no key.
  static let exportTable = Command("export-table")
  static let papers = Command("papers")
  static let start = Command("start")
  static let importDocument = Command("import")
  static let template = Command("template")
  static let language = Command("language")
  static let theme = Command("theme")
  static let redraw = Command("redraw")
  static let suspend = Command("suspend")

  /// What moves the cursor about.
  static let moves: Set<Command> = [
    .up, .down, .left, .right, .pageUp, .pageDown, .top, .bottom, .nextPane, .previousPane,
  ]
}

/// A command with its keys and words: help, hint line, palette and manual are made from these.
public struct Binding: Sendable, Equatable {
  public var command: Command
  public var keys: [Key]
  public var words: Phrase
  public var places: Set<Context>
  /// Where it stands on the hint line, small first; nil keeps it off.
  public var hint: Int?

  /// A key of some places.
  init(
    _ command: Command, _ keys: [Key], _ zh: String, _ en: String, in places: Set<Context>,
    hint: Int? = nil
  ) {
    (self.command, self.keys, self.words) = (command, keys, Phrase(zh, en))
    (self.places, self.hint) = (places, hint)
  }
}

extension Binding {
  /// The keys by which figures come in and the forms for them go out.
  static let collecting: [Binding] = {
    let places: Set<Context> = [.indicators, .compare, .collection]
    return [
      Binding(.importDocument, ["i", .function(4)], "导入", "import", in: places, hint: 16),
      Binding(.template, ["F"], "做填报表", "make a form", in: places, hint: 17),
    ]
  }()

  /// The key by which the papers of a screen are written.
  static func papers(_ places: Set<Context>) -> Binding {
    Binding(.papers, ["x"], "出材料", "papers", in: places, hint: 18)
  }

  /// The keys of a list that can be narrowed.
  static func narrowing(_ context: Context) -> [Binding] {
    [
      Binding(.filter, ["/", .function(3)], "筛选", "filter", in: [context], hint: 7),
      Binding(.nextMatch, ["n"], "下一个匹配", "next match", in: [context]),
      Binding(.previousMatch, ["N"], "上一个匹配", "previous match", in: [context]),
    ]
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}
