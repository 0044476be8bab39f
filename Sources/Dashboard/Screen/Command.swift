import Cells
import Reform

/// What a person can ask for: each has a name, words, and keys in one table.
///
/// What means something on one screen only is named in that screen's room.
public struct Command: Hashable, Sendable, CustomStringConvertible {
  /// The name in the configuration file.
  public let rawValue: String

  init(_ name: String) { rawValue = name }

  /// The command of a name; nil where no key table has it.
  public init?(rawValue: String) {
    guard Binding.table.contains(where: { $0.command.rawValue == rawValue }) else { return nil }
    self.rawValue = rawValue
  }

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
  static let nextView = Command("switch-view")
  static let drop = Command("drop")
  static let amend = Command("amend")
  static let export = Command("export")
  static let language = Command("language")
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

  /// A key of everywhere, some places left out.
  init(
    _ command: Command, _ keys: [Key], _ zh: String, _ en: String, hint: Int? = nil,
    except: Set<Context> = []
  ) {
    self.init(
      command, keys, zh, en, in: Set(Rooms.contexts).subtracting(except), hint: hint)
  }
}

extension Binding {
  /// The one table of keys: what opens and leaves, the rooms' own, and what holds everywhere.
  public static let table: [Binding] = joined(first + Rooms.bindings + everywhere)

  /// The same key with the same words in several rooms is one line.
  private static func joined(_ bindings: [Binding]) -> [Binding] {
    var found: [Binding] = []
    for binding in bindings {
      let same = found.firstIndex {
        $0.command == binding.command && $0.keys == binding.keys && $0.words == binding.words
          && $0.hint == binding.hint
      }
      if let same {
        found[same].places.formUnion(binding.places)
      } else {
        found.append(binding)
      }
    }
    return found
  }

  private static let first: [Binding] = [
    Binding(.open, [.enter], "打开", "open", hint: 1),
    Binding(.back, [.escape], "返回", "back", hint: 2, except: [.overview]),
    Binding(.undo, ["u"], "撤销", "undo", hint: 6),
  ]

  private static let everywhere: [Binding] =
    [
      Binding(.place, ["p"], "地区", "place", hint: 10, except: [.review, .group]),
      Binding(.explain, ["w", .function(7)], "为什么", "why", hint: 11, except: [.review]),
      Binding(.nextPane, [.tab], "下一栏", "next pane", hint: 12),
      Binding(.help, ["?", .function(1)], "帮助", "help", hint: 13),
      Binding(.palette, [":", .control("p"), .function(2)], "命令", "commands", hint: 14),
      Binding(.redo, [.control("r")], "重做", "redo"),
      Binding(.up, [.up, "k"], "上移", "up"),
      Binding(.down, [.down, "j"], "下移", "down"),
      Binding(.left, [.left, "h"], "左移", "left"),
      Binding(.right, [.right, "l"], "右移", "right"),
      Binding(.pageUp, [.pageUp, .control("u")], "上一页", "page up"),
      Binding(.pageDown, [.pageDown, .control("d")], "下一页", "page down"),
      Binding(.top, [.home], "到顶", "to the top"),
      Binding(.top, ["g"], "到顶", "to the top", except: [.board, .compare]),
      Binding(.bottom, [.end, "G"], "到底", "to the end"),
      Binding(.previousPane, [.backTab], "上一栏", "previous pane"),
      Binding(.nextTab, ["]", .controlPageDown], "下一屏", "next screen"),
      Binding(.previousTab, ["[", .controlPageUp], "上一屏", "previous screen"),
    ] + Rooms.tabs.map(\.binding) + [
      Binding(.look, ["@"], "看某一天", "as of a day"),
      Binding(.export, [.control("s")], "导出", "export"),
      Binding(.language, ["L"], "中文/English", "English/中文"),
      Binding(.redraw, [.control("l")], "重画", "redraw"),
      Binding(.suspend, [.control("z")], "挂起", "suspend"),
      Binding(.quit, ["q", .function(10), .control("c")], "退出", "quit"),
    ]

  /// The keys of a list that can be narrowed.
  static func narrowing(_ context: Context) -> [Binding] {
    [
      Binding(.filter, ["/", .function(3)], "筛选", "filter", in: [context], hint: 7),
      Binding(.nextMatch, ["n"], "下一个匹配", "next match", in: [context]),
      Binding(.previousMatch, ["N"], "上一个匹配", "previous match", in: [context]),
    ]
  }

  /// The keys by which work on a task is entered.
  static func work(_ context: Context) -> [Binding] {
    [
      Binding(.close, ["d", .function(8)], "办结", "close", in: [context], hint: 3),
      Binding(.setStatus, ["s", .function(9)], "状态", "status", in: [context], hint: 4),
      Binding(.note, ["n", .function(4)], "备注", "note", in: [context], hint: 5),
      Binding(.evidence, ["e"], "佐证", "evidence", in: [context]),
      Binding(.setDue, ["t"], "定时限", "set due day", in: [context]),
      Binding(.mark, [" ", .insert], "选中", "select", in: [context]),
    ]
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}
