import Cells
import Reform
import Widgets

/// A line of the help sheet.
enum HelpLine: Equatable {
  case heading(Phrase)
  /// What must be typed, and what it does.
  case keys(String, Phrase)
  /// A sign that is explained.
  case sign(String, Phrase, Role)
  case light(Signal, Phrase)
  case blank
}

/// What the help sheet says: keys in four groups, then the signs.
enum HelpText {
  /// What a command is for.
  enum Group: CaseIterable {
    case move, enter, look, window

    var words: Phrase {
      switch self {
      case .move: Phrase("移动", "Move")
      case .enter: Phrase("登记", "Record")
      case .look: Phrase("查看", "Look")
      case .window: Phrase("窗口", "Window")
      }
    }

    init(_ command: Command) {
      if Command.moves.contains(command) || Self.going.contains(command) {
        self = .move
      } else if Self.entering.contains(command) {
        self = .enter
      } else {
        self = Self.around.contains(command) ? .window : .look
      }
    }

    private static let going: Set<Command> = [
      .open, .back, .nextTab, .previousTab, .place, .showOverview, .showTasks, .showIndicators,
      .showPlaces, .showCompare, .showDocuments,
    ]
    private static let entering: Set<Command> = [
      .close, .setStatus, .note, .evidence, .setDue, .undo, .redo, .mark, .backdate,
      .importDocument,
      .add, .accept, .acceptSure, .file, .drop, .amend, .sendBack, .sendFormBack, .lock,
    ]
    private static let around: Set<Command> = [
      .help, .palette, .language, .export, .template, .start, .redraw, .suspend, .quit, .theme,
    ]
  }

  /// The keys of a place, group by group.
  static func keys(
    _ keymap: Keymap, in context: Context, _ language: Language, _ symbols: Symbols
  ) -> [HelpLine] {
    let bindings = keymap.help(in: context)
    return Group.allCases.flatMap { group -> [HelpLine] in
      let own = bindings.filter { Group($0.command) == group }
      guard !own.isEmpty else { return [] }
      return [.heading(group.words)] + lines(of: own, language, symbols) + [.blank]
    }
  }

  /// Commands that stand in one line: what goes one way and the other, and the screens.
  private static let together: [(commands: [Command], words: Phrase)] = [
    ([.up, .down], Phrase("上下移", "up, down")),
    ([.left, .right], Phrase("左右移", "left, right")),
    ([.pageUp, .pageDown], Phrase("翻页", "a page")),
    ([.top, .bottom], Phrase("到顶、到底", "first, last")),
    ([.nextPane, .previousPane], Phrase("下一栏、上一栏", "next pane, back")),
    ([.nextTab, .previousTab], Phrase("下一屏、上一屏", "next screen, back")),
    (
      [.showOverview, .showTasks, .showIndicators, .showPlaces, .showCompare, .showDocuments],
      Phrase("各屏", "the screens")
    ),
    ([.undo, .redo], Phrase("撤销、重做", "undo, redo")),
    ([.nextMatch, .previousMatch], Phrase("下一个匹配、上一个", "next, previous")),
    ([.sort, .reverse], Phrase("排序、倒序", "sort, back")),
    ([.earlier, .later], Phrase("上一年（项）、下一年", "other years")),
  ]

  private static func lines(
    of bindings: [Binding], _ language: Language, _ symbols: Symbols
  ) -> [HelpLine] {
    var left = bindings
    var lines: [HelpLine] = []
    while let first = left.first {
      let pair = together.first { $0.commands.contains(first.command) }
      let mates = pair?.commands ?? [first.command]
      let same = left.filter { mates.contains($0.command) }
      left.removeAll { mates.contains($0.command) }
      // Arrows are drawn wherever they can be: their English names would take the room.
      let initial = same.compactMap(\.keys.first)
      let isPair = same.count > 1 && !initial.allSatisfy(Command.arrows.contains)
      let keys = (isPair ? initial : same.flatMap(\.keys)).map {
        Command.arrows.contains($0) && !symbols.isASCII ? $0.name(in: .zh) : $0.name(in: language)
      }
      let words = same.count > 1 ? pair?.words : nil
      lines.append(.keys(keys.joined(separator: " "), words ?? first.words))
    }
    return lines
  }

  /// What lights, statuses and signs mean.
  static func legend(_ rules: SignalRules, _ symbols: Symbols) -> [HelpLine] {
    let lights = rules.rules.map { HelpLine.light($0.signal, $0.summary) }
    let statuses = Status.allCases.map {
      HelpLine.sign($0.mark(symbols), Words.status($0), $0.role)
    }
    return [.heading(Phrase("亮灯（按编号先到先用）", "Lights: red, yellow, green, grey"))] + lights
      + [.blank, .heading(Phrase("状态", "Statuses"))] + statuses
      + [.blank, .heading(Phrase("符号", "Signs"))] + signs(symbols)
  }

  private static func signs(_ symbols: Symbols) -> [HelpLine] {
    let levels = String(symbols.levels)
    return [
      .sign(String(symbols.pointer), Phrase("光标所在", "under the cursor"), .accent),
      .sign("*", Phrase("选中的", "selected"), .accent),
      .sign("+9 …", Phrase("下面还有 9 行；放不下而省略", "nine more below; cut here"), .accent),
      .sign(
        "!", Phrase("合计缺数，或口径有变，不排名次", "not whole, or counted anew"), .warning),
      .sign(
        levels,
        Phrase("由低到高 <50 50 60 70 80 90", "<50 50 60 70 80 90"), .plain),
    ]
  }
}

extension Command {
  fileprivate static let arrows: Set<Key> = [.up, .down, .left, .right]
}

extension SignalRule {
  /// What the rule asks for, in few words with its number.
  var summary: Phrase {
    let status = status.map { FieldWords.status($0) }
    let due = dueWords
    let zh = [status?.zh, due?.zh].compactMap { $0 }.joined(separator: "，")
    let late = status == nil ? due?.en : due?.en.replacing("due in ", with: "")
    let en = [status?.en, late].compactMap { $0 }.joined(separator: ": ")
    return Phrase("\(number) \(zh)", "\(number) \(en)")
  }

  private var dueWords: Phrase? {
    guard hasDue != nil else { return nil }
    guard hasDue == true else { return Phrase("无时限", "no date") }
    switch (from, to) {
    case (0?, 0?): return Phrase("今天到期", "due today")
    case (let from?, let to?) where to < 0:
      return Phrase("逾期 \(-to)–\(-from) 天", "\(-to)–\(-from) days late")
    case (nil, let to?) where to < 0:
      return Phrase("逾期 \(-to) 天以上", "\(-to)+ days late")
    case (let from?, let to?):
      return Phrase("还有 \(from)–\(to) 天到期", "due in \(from)–\(to) days")
    case (let from?, nil): return Phrase("还有 \(from) 天以上到期", "due in \(from)+ days")
    default: return nil
    }
  }
}
