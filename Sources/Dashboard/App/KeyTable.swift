import Cells
import Reform

extension Keymap {
  public static let standard = Keymap(bindings: Binding.table)
}

extension Command {
  /// The command of a name; nil where no key table has it.
  public init?(rawValue: String) {
    guard Binding.table.contains(where: { $0.command.rawValue == rawValue }) else { return nil }
    self.rawValue = rawValue
  }
}

extension Context {
  /// Every one there is, in the order of the screens.
  public static var all: [Context] { Rooms.contexts }
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
      Binding(.top, ["g"], "到顶", "to the top", except: [.board, .compare, .meetings]),
      Binding(.bottom, [.end, "G"], "到底", "to the end"),
      Binding(.previousPane, [.backTab], "上一栏", "previous pane"),
      Binding(.nextTab, ["]", .controlPageDown], "下一屏", "next screen"),
      Binding(.previousTab, ["[", .controlPageUp], "上一屏", "previous screen"),
    ] + Rooms.tabs.map(\.binding) + [
      Binding(
        .meet, ["m"], "上会", "put on the agenda",
        except: [.meetings, .agenda, .item, .review, .group, .collection]),
      Binding(.look, ["@"], "看某一天", "as of a day"),
      Binding(.backdate, ["B"], "补登", "enter for a past day", except: [.review, .group]),
      Binding(.export, [.control("s")], "导出", "export"),
      Binding(.synchronise, ["S"], "现在同步", "synchronise"),
      Binding(.sharing, ["H"], "共享情况", "sharing"),
      Binding(.start, ["0"], "从这里开始", "where to begin"),
      Binding(.language, ["L"], "中文/English", "English/中文"),
      Binding(.theme, ["T"], "换配色", "colours"),
      Binding(.redraw, [.control("l")], "重画", "redraw"),
      Binding(.suspend, [.control("z")], "挂起", "suspend"),
      Binding(.quit, ["q", .function(10), .control("c")], "退出", "quit"),
    ]

  /// A key of everywhere, some places left out.
  init(
    _ command: Command, _ keys: [Key], _ zh: String, _ en: String, hint: Int? = nil,
    except: Set<Context> = []
  ) {
    self.init(
      command, keys, zh, en, in: Set(Rooms.contexts).subtracting(except), hint: hint)
  }
}
