import Cells
import Reform
import Widgets

/// How large overlays are.
enum OverlayLayout {
  static func box(_ state: AppState, columns: Int, rows: Int) -> Rect {
    let width = min(columns, state.size.columns - 4)
    let height = min(rows, state.size.rows - 2)
    return Rect(
      x: (state.size.columns - width) / 2, y: max(0, (state.size.rows - height) / 2),
      columns: width, rows: height)
  }

  static func width(of question: Question, _ state: AppState) -> Int {
    question.isWide ? state.size.columns - 4 : min(70, state.size.columns - 4)
  }

  /// How far a question can be scrolled: until its last lines show.
  static func mostOffset(of question: Question, _ state: AppState) -> Int {
    let width = width(of: question, state)
    let count = question.lines.reduce(0) { $0 + state.ruler.wrap($1, to: width - 4).count }
    // The frame, a line without words, the keys; then how many are below, and what is asked.
    let room = box(state, columns: width, rows: count + 4).rows - 4
    return count > room ? max(0, count - 1 - max(0, room - 2)) : 0
  }

  static func pickerRows(_ state: AppState) -> Int {
    guard case .picker(let picker) = state.overlay else { return 1 }
    let most = state.size.rows - 6 - (picker.field == nil ? 0 : 2)
    return max(1, min(picker.items.count, most))
  }
}

extension AppState {
  /// The help sheet of the screen in front, from the key table.
  func helpLines() -> [(keys: String, words: String)] {
    settings.keymap.help(in: context).map { binding in
      (binding.keys.map { $0.name(in: language) }.joined(separator: "  "), binding.words(language))
    }
  }
}

extension Frame {
  mutating func drawOverlay(_ state: AppState) {
    switch state.overlay {
    case .help(let offset): drawHelp(state, offset)
    case .picker(let picker): drawPicker(state, picker)
    case .prompt(let prompt):
      if case .filter = prompt.purpose { return }
      drawPrompt(state, prompt)
    case .explanation(let lines, let offset):
      drawExplanation(state, Phrase("为什么", "Why")(language), lines, offset)
    case .report(let title, let lines, let offset):
      drawExplanation(state, title, lines, offset, hasLabels: false)
    case .moved(let entries, _): drawMoved(state, entries)
    case .question(let question): drawQuestion(state, question)
    case .form(let form): drawForm(state, form)
    case nil: break
    }
  }

  mutating func drawBox(_ title: String, _ area: Rect, remark: String = "") -> Rect {
    hit(area, .overlay)
    return Box(title, remark: remark, isFocused: true, ground: .raised)
      .draw(in: area, on: &canvas, marks: marks)
  }

  private mutating func drawHelp(_ state: AppState, _ offset: Int) {
    let lines = state.helpLines()
    let area = OverlayLayout.box(
      state, columns: language == .zh ? 64 : 76, rows: (lines.count + 1) / 2 + 4)
    let inside = drawBox(
      "\(Words.program(language))\(marks.dot)\(Phrase("按键", "Keys")(language))", area,
      remark: Phrase("Esc 关闭", "Esc closes")(language))
    let isDouble = inside.columns >= 60
    let half = isDouble ? (lines.count + 1) / 2 : lines.count
    let width = isDouble ? inside.columns / 2 : inside.columns
    let most = max(0, half - inside.rows + 1)
    let start = min(offset, most)
    for row in 0..<max(0, inside.rows - 1) {
      for column in 0..<(isDouble ? 2 : 1) {
        let index = column * half + row + start
        guard row + start < half, lines.indices.contains(index) else { continue }
        let x = inside.x + 1 + column * width
        put(
          lines[index].keys, x: x, y: inside.y + row, width: width / 2 - 1,
          Style(.accent, on: .raised, bold: true))
        put(
          lines[index].words, x: x + width / 2, y: inside.y + row, width: width / 2 - 2,
          Style(on: .raised))
      }
    }
    let note = Phrase(
      "输入法开着时也能用：方向键、Enter、Esc、F1–F10", "Without letters: arrows, Enter, Esc, F1–F10")
    put(
      note(language), x: inside.x + 1, y: inside.maxY - 1, width: inside.columns - 2,
      Style(.faint, on: .raised))
  }

  private mutating func drawPicker(_ state: AppState, _ picker: Picker) {
    let shown = picker.shown(state)
    let height = OverlayLayout.pickerRows(state)
    let fieldRows = picker.field == nil ? 0 : 2
    let area = OverlayLayout.box(state, columns: 58, rows: height + fieldRows + 2)
    let title: Phrase =
      switch picker.purpose {
      case .command: Words.Prompt.commands
      case .status: Words.Prompt.status
      case .group: Words.Prompt.group
      case .peers: Words.Compare.peers
      case .place: Words.Prompt.place
      case .comparedPlace: Words.Prompt.comparedPlace
      case .actualPlace: Words.Prompt.actualPlace
      case .region: Words.Review.head(.region)
      case .amend(let field, _): Words.Review.field(field)
      case .task: Words.Indicators.chooseTask
      }
    let inside = drawBox(title(language), area, remark: picker.field == nil ? "" : "\(shown.count)")
    if let field = picker.field {
      field.draw(in: inside.row(0).inset(x: 1, y: 0), on: &canvas, style: Style(on: .field))
    }
    let list = inside.dropping(rows: fieldRows)
    if shown.isEmpty {
      put(
        Words.Board.noItem(language), x: list.x + 2, y: list.y, width: list.columns - 2,
        Style(.faint, on: .raised))
    }
    let window = picker.scroll.window(count: shown.count, height: list.rows)
    for (line, index) in window.enumerated() {
      let (row, item) = (list.row(line), shown[index])
      let isChosen = index == picker.scroll.selected
      let ground: Ground = isChosen ? .selected : .raised
      canvas.fill(row, with: " ", style: Style(on: ground))
      let remarkWidth = ruler.columns(of: item.remark)
      put(
        (isChosen ? "\(marks.pointer) " : "  ") + item.label, x: row.x, y: row.y,
        width: row.columns - remarkWidth - 2, Style(on: ground, bold: isChosen))
      putRight(
        item.remark, maxX: row.maxX - 1, y: row.y, width: min(remarkWidth, row.columns / 2),
        Style(.accent, on: ground))
      hit(row, .overlayItem(index))
    }
  }

  private mutating func drawPrompt(_ state: AppState, _ prompt: Prompt) {
    let width = min(76, state.size.columns - 4)
    let lines = prompt.lines.flatMap { ruler.wrap($0, to: width - 4) }
    let area = OverlayLayout.box(state, columns: width, rows: lines.count + 6)
    let inside = drawBox(prompt.title, area)
    let shown = lines.prefix(max(0, inside.rows - 4))
    for (line, text) in shown.enumerated() {
      put(text, x: inside.x + 1, y: inside.y + line, Style(on: .raised))
    }
    let y = inside.y + shown.count
    var label = ""
    if case .act(let intent, _) = prompt.purpose {
      label =
        Words.Prompt.note(language) + (intent.needsText ? "" : Words.Prompt.optional(language))
      if intent == .evidence { label = Words.Task.evidence(language) }
    } else if case .collect(let act) = prompt.purpose {
      label = Words.Compare.reason(language)
      if !act.needsReason { label += Words.Prompt.optional(language) }
    }
    put(label, x: inside.x + 1, y: y, Style(.faint, on: .raised))
    prompt.field.draw(
      in: Rect(x: inside.x + 1, y: y + 1, columns: inside.columns - 2, rows: 1), on: &canvas,
      style: Style(on: .field))
    let enter: Phrase =
      switch prompt.purpose {
      case .day: Words.Prompt.enterLooks
      case .importFile: Words.Review.importHint
      default: Words.Prompt.enterKey
      }
    let keys = enter(language) + "   " + Words.Prompt.escape(language)
    put(
      prompt.complaint ?? keys, x: inside.x + 1, y: inside.maxY - 1, width: inside.columns - 2,
      Style(prompt.complaint == nil ? .accent : .bad, on: .raised))
  }

  private mutating func drawExplanation(
    _ state: AppState, _ title: String, _ lines: [Overlay.Explained], _ offset: Int,
    hasLabels: Bool = true
  ) {
    let width = min(80, state.size.columns - 4)
    let labelWidth = !hasLabels ? 0 : language == .zh ? 10 : 14
    var shown: [(String, String, Role)] = []
    for line in lines {
      let indent = line.label.isEmpty && line.role == .title ? 0 : labelWidth
      for (index, text) in ruler.wrap(line.text, to: width - indent - 4).enumerated() {
        shown.append((index == 0 ? line.label : "", text, line.role))
      }
    }
    let area = OverlayLayout.box(state, columns: width, rows: shown.count + 2)
    let inside = drawBox(
      title, area, remark: Phrase("Esc 关闭", "Esc closes")(language))
    let start = min(offset, max(0, shown.count - inside.rows))
    for (row, line) in shown.dropFirst(start).prefix(inside.rows).enumerated() {
      put(line.0, x: inside.x + 1, y: inside.y + row, width: labelWidth, Style(.faint, on: .raised))
      let x = inside.x + 1 + (line.2 == .title ? 0 : labelWidth)
      put(line.1, x: x, y: inside.y + row, Style(line.2, on: .raised, bold: line.2 == .title))
    }
    let below = shown.count - start - inside.rows
    if below > 0 {
      putRight(
        " +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent, on: .raised))
    }
  }

  private mutating func drawQuestion(_ state: AppState, _ question: Question) {
    let width = OverlayLayout.width(of: question, state)
    let lines = question.lines.flatMap { ruler.wrap($0, to: width - 4) }
    let area = OverlayLayout.box(state, columns: width, rows: lines.count + 4)
    let inside = drawBox(question.title, area)
    // What does not fit is counted; the last line, which says what is asked, always stands.
    let room = max(0, inside.rows - 2)
    var shown = Array(lines.prefix(room))
    if lines.count > room, room > 1, let last = lines.last {
      let above = lines.dropLast().dropFirst(question.offset).prefix(room - 2)
      let below = lines.count - 1 - question.offset - above.count
      shown = above + ["… +\(below)", last]
    }
    for (line, text) in shown.enumerated() {
      put(text, x: inside.x + 1, y: inside.y + line, Style(on: .raised))
    }
    put(
      Words.Review.confirm(language), x: inside.x + 1, y: inside.maxY - 1,
      width: inside.columns - 2, Style(.accent, on: .raised))
  }

  private mutating func drawMoved(_ state: AppState, _ entries: [Entry]) {
    let area = OverlayLayout.box(state, columns: 76, rows: min(entries.count, 6) + 6)
    let inside = drawBox(Words.Prompt.moved(language), area)
    let help = ruler.wrap(Words.Prompt.movedHelp(language), to: inside.columns - 2)
    for (line, text) in help.enumerated() {
      put(text, x: inside.x + 1, y: inside.y + line, Style(on: .raised))
    }
    for (line, entry) in entries.prefix(6).enumerated() {
      let words = [
        entry.day.description, entry.who, state.short(of: entry.line.place),
        entry.status.map { Words.status($0)(language) } ?? "",
        entry.due.map { "\(Words.Task.due(language)) \($0)" } ?? "", entry.note ?? "",
      ].filter { !$0.isEmpty }
      put(
        words.joined(separator: " "), x: inside.x + 2, y: inside.y + help.count + line,
        width: inside.columns - 3, Style(.warning, on: .raised))
    }
    put(
      Words.Prompt.movedKeys(language), x: inside.x + 1, y: inside.maxY - 1,
      width: inside.columns - 2, Style(.accent, on: .raised))
  }
}
