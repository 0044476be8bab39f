import Cells
import Reform
import Widgets

/// Draws the whole screen, and says what a click on each part of it means.
///
/// With a memory of the last frame only the panes that have changed are drawn; the result is the
/// same.
public func view(_ state: AppState, reusing memory: FrameMemory? = nil) -> Frame {
  var frame = Frame(state.ground, state.model.marks, memory)
  guard !state.isTooSmall else {
    frame.drawTooSmall(state)
    return frame
  }
  let top = Rect(x: 0, y: 0, columns: state.size.columns, rows: 1)
  frame.pane(PaneName(.header), in: top, stamp: [state.tab.number]) { $0.drawHeader(state) }
  state.room.draw(state.model, on: &frame)
  let bottom = Rect(x: 0, y: state.size.rows - 1, columns: state.size.columns, rows: 1)
  if state.toast == nil, state.overlay == nil {
    frame.pane(PaneName(.footer), in: bottom, stamp: [state.context.hashValue]) {
      $0.drawFooter(state)
    }
  } else {
    frame.drawFooter(state)
    memory?.forget(PaneName(.footer))
  }
  if let room = state.overlay, !room.isInHintLine { room.draw(state.model, on: &frame) }
  if state.overlay == nil { memory?.end(frame.canvas) }
  return frame
}

extension AppState {
  /// What all panes of a frame depend on.
  fileprivate var ground: FrameGround {
    FrameGround(
      size: size, ruler: ruler, language: language, isASCII: model.marks.isASCII,
      revision: model.revision, arrangement: room.arrangement, tab: tab,
      task: openTasks.last?.task, tasks: openTasks.count)
  }
}

extension Frame {
  mutating func drawTooSmall(_ state: AppState) {
    let (least, size) = (AppState.smallest, state.size)
    let text =
      state.language == .zh
      ? "窗口太小：至少要 \(least.columns)×\(least.rows)，现在 \(size.columns)×\(size.rows)。"
      : "The window is too small: \(least.columns)×\(least.rows) is needed, this is "
        + "\(size.columns)×\(size.rows)."
    for (line, words) in ruler.wrap(text, to: max(2, size.columns)).enumerated() {
      put(words, x: 0, y: line)
    }
  }

  /// The program, the place, the tabs; at the right the sample's badge and the day.
  mutating func drawHeader(_ state: AppState) {
    let bar = Rect(x: 0, y: 0, columns: state.size.columns, rows: 1)
    canvas.fill(bar, with: " ", style: Style(on: .bar))
    var x = 1
    x += put(Words.program(language), x: x, y: 0, Style(.title, on: .bar, bold: true)) + 1
    let place = state.model.name(of: state.scope)
    let isAway = state.scope != state.catalogue.province
    let placeWidth = put(
      place, x: x, y: 0, width: 16, Style(isAway ? .accent : .plain, on: .bar, bold: isAway))
    hit(Rect(x: x, y: 0, columns: placeWidth, rows: 1), .command(.place))
    x += placeWidth + 2
    // First the gaps between the tabs give way, then the names of those behind.
    let room = state.size.columns - badgesWidth(state) - x
    let gap = tabsWidth + Rooms.tabs.count <= room ? 1 : 0
    let isTight = tabsWidth > room
    for tab in Rooms.tabs {
      let isFront = tab == state.tab
      let words = tabWords(tab, isShort: isTight && !isFront)
      let style =
        isFront ? Style(.title, on: .selected, bold: true) : Style(.plain, on: .bar)
      let width = put(words, x: x, y: 0, style)
      hit(Rect(x: x, y: 0, columns: width, rows: 1), .tab(tab))
      x += width + gap
    }
    drawBadges(state, from: x)
  }

  /// A tab's number and name; where the window is narrow only the number.
  private func tabWords(_ tab: Tab, isShort: Bool) -> String {
    guard !isShort else { return " \(tab.number) " }
    return " \(tab.number)\(language == .zh ? "" : " ")\(tab.words(language)) "
  }

  private var tabsWidth: Int {
    Rooms.tabs.reduce(0) { $0 + ruler.columns(of: tabWords($1, isShort: false)) }
  }

  /// The columns that the sample's badge and the shortest day need.
  private func badgesWidth(_ state: AppState) -> Int {
    (state.isSample ? ruler.columns(of: Words.sample(language)) + 2 : 0) + 12
  }

  private mutating func drawBadges(_ state: AppState, from x: Int) {
    let sample = state.isSample ? ruler.columns(of: Words.sample(language)) + 2 : 0
    var day = "\(Words.asOf(language)) \(state.day)"
    if x + sample + ruler.columns(of: day) + 2 > state.size.columns { day = "\(state.day)" }
    var parts = [
      (day, Style(state.model.isPast ? .warning : .faint, on: .bar, bold: state.model.isPast))
    ]
    if state.isReadOnly, state.model.saysReadOnly {
      parts.append((Words.readOnly(language), Style(.warning, on: .bar)))
    }
    if state.isSample {
      // The sample's badge is never left out, whatever else must give way.
      parts.insert((Words.sample(language), Style(.sample, on: .bar, bold: true)), at: 0)
    }
    var right = state.size.columns - 1
    for (text, style) in fitting(parts, in: right - x).reversed() {
      right -= ruler.columns(of: text)
      put(text, x: max(0, right), y: 0, style)
      right -= 2
    }
  }

  /// The first of some parts that fit a width, two columns between them; the first always.
  private func fitting(_ parts: [(String, Style)], in width: Int) -> [(String, Style)] {
    var left = width
    return parts.enumerated().filter { index, part in
      left -= ruler.columns(of: part.0) + 2
      return left >= -2 || index == 0
    }.map(\.element)
  }

  /// The hint line, made from the key table; a toast takes its place.
  mutating func drawFooter(_ state: AppState) {
    let y = state.size.rows - 1
    let bar = Rect(x: 0, y: y, columns: state.size.columns, rows: 1)
    canvas.fill(bar, with: " ", style: Style(on: .bar))
    if let room = state.overlay, room.isInHintLine { return room.draw(state.model, on: &self) }
    if let toast = state.toast {
      let role: Role = toast.tone == .good ? .good : toast.tone == .bad ? .bad : .accent
      put(toast.text, x: 1, y: y, width: state.size.columns - 2, Style(role, on: .bar, bold: true))
      return
    }
    var x = 1
    for binding in state.model.keymap.hints(in: state.context) {
      let key = binding.keys[0].name(in: language)
      let width = ruler.columns(of: key) + ruler.columns(of: binding.words(language)) + 1
      guard x + width < state.size.columns else { continue }
      let start = x
      x += put(key, x: x, y: y, Style(.accent, on: .bar, bold: true)) + 1
      x += put(binding.words(language), x: x, y: y, Style(.plain, on: .bar))
      hit(Rect(x: start, y: y, columns: width, rows: 1), .command(binding.command))
      x += 2
    }
  }
}

extension Key {
  /// The key's name as the language calls it.
  func name(in language: Language) -> String {
    guard language == .zh else { return name }
    switch self {
    case .character(" "): return "空格"
    case .up: return "↑"
    case .down: return "↓"
    case .left: return "←"
    case .right: return "→"
    default: return name
    }
  }
}
