import Cells
import Reform
import Widgets

/// A line of the help sheet.
enum HelpLine: Equatable {
  case heading(Phrase)
  /// What must be typed, or the sign that is explained, and what it means.
  case entry(String, Phrase, Role)
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
      case .enter: Phrase("登记", "Enter")
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
      .close, .setStatus, .note, .evidence, .setDue, .undo, .redo, .mark, .importDocument, .add,
      .accept, .acceptSure, .file, .drop, .amend, .sendBack, .lock,
    ]
    private static let around: Set<Command> = [
      .help, .palette, .language, .export, .redraw, .suspend, .quit, .theme,
    ]
  }

  /// The keys of a place, group by group.
  static func keys(_ keymap: Keymap, in context: Context, _ language: Language) -> [HelpLine] {
    let bindings = keymap.help(in: context)
    return Group.allCases.flatMap { group -> [HelpLine] in
      let own = bindings.filter { Group($0.command) == group }
      guard !own.isEmpty else { return [] }
      let entries = own.map { binding in
        let keys = binding.keys.map { $0.name(in: language) }.joined(separator: " ")
        return HelpLine.entry(keys, binding.words, .accent)
      }
      return [.heading(group.words)] + entries + [.blank]
    }
  }

  /// What lights, statuses and signs mean.
  static func legend(_ rules: SignalRules, _ symbols: Symbols) -> [HelpLine] {
    let lights = rules.rules.map { HelpLine.light($0.signal, $0.summary) }
    let statuses = Status.allCases.map {
      HelpLine.entry($0.mark(symbols), Words.status($0), $0.role)
    }
    return [.heading(Phrase("亮灯（按编号先到先用）", "Lights (the first rule that holds)"))] + lights
      + [.blank, .heading(Phrase("状态", "Statuses"))] + statuses
      + [.blank, .heading(Phrase("符号", "Signs"))] + signs(symbols)
  }

  private static func signs(_ symbols: Symbols) -> [HelpLine] {
    let levels = String(symbols.levels)
    return [
      .entry(String(symbols.pointer), Phrase("光标所在", "under the cursor"), .accent),
      .entry("*", Phrase("选中的", "selected"), .accent),
      .entry("+9", Phrase("下面还有 9 行", "nine more lines below"), .accent),
      .entry(
        "!", Phrase("合计缺数，或口径有变，不排名次", "a sum lacks parts, or counted anew: no rank"), .warning),
      .entry(
        levels,
        Phrase("由低到高：<50 50 60 70 80 90", "low to high: <50 50 60 70 80 90"), .plain),
      .entry("…", Phrase("放不下，后面省略", "cut: there was no room"), .faint),
    ]
  }
}

extension SignalRule {
  /// What the rule asks for, in few words with its number.
  var summary: Phrase {
    let status = status.map { FieldWords.status($0) }
    let due = dueWords
    let zh = [status?.zh, due?.zh].compactMap { $0 }.joined(separator: "，")
    let en = [status?.en, due?.en].compactMap { $0 }.joined(separator: ", ")
    return Phrase("\(number) \(zh)", "\(number) \(en)")
  }

  private var dueWords: Phrase? {
    guard hasDue != nil else { return nil }
    guard hasDue == true else { return Phrase("无时限", "no due day") }
    switch (from, to) {
    case (0?, 0?): return Phrase("今天到期", "due today")
    case (let from?, let to?) where to < 0:
      return Phrase("逾期 \(-to)–\(-from) 天", "\(-to) to \(-from) days late")
    case (nil, let to?) where to < 0:
      return Phrase("逾期 \(-to) 天以上", "\(-to) days late or more")
    case (let from?, let to?):
      return Phrase("还有 \(from)–\(to) 天到期", "due in \(from) to \(to) days")
    case (let from?, nil): return Phrase("还有 \(from) 天以上到期", "due in \(from) days or more")
    default: return nil
    }
  }
}
