import Cells
import Reform
import Widgets

/// Draws the whole screen, and says what a click on each part of it means.
///
/// With a memory of the last frame only the panes that have changed are drawn; the result is the
/// same.
public func view(_ state: AppState, reusing memory: FrameMemory? = nil) -> Frame {
  var frame = Frame(state.ground, state.model.symbols, memory)
  guard !state.isTooSmall else {
    frame.drawTooSmall(state)
    return frame
  }
  let top = Rect(x: 0, y: 0, columns: state.size.columns, rows: 1)
  frame.draw(HeaderPane(state), as: "header", in: top)
  state.room.draw(state.model, on: &frame)
  let bottom = Rect(x: 0, y: state.size.rows - 1, columns: state.size.columns, rows: 1)
  var isCovered = state.overlay != nil
  if let room = state.overlay, room.isInHintLine {
    frame.canvas.fill(bottom, with: " ", style: Style(on: .bar))
    room.draw(state.model, on: &frame)
  } else if let toast = state.toast {
    let pane = ToastPane(toast: toast)
    let rows = pane.rows(in: state.size, frame.ruler)
    if rows == 1 {
      frame.draw(pane, as: "footer", in: bottom)
    } else {
      pane.draw(
        in: Rect(
          x: 0, y: state.size.rows - rows, columns: state.size.columns, rows: rows), on: &frame)
      isCovered = true
    }
  } else {
    frame.draw(state.hints, as: "footer", in: bottom)
  }
  if let room = state.overlay, !room.isInHintLine { room.draw(state.model, on: &frame) }
  if !isCovered { memory?.end(frame.canvas) }
  return frame
}

extension AppState {
  /// Whether the last line holds the hints, not a line that passes or one that is written.
  public var showsHints: Bool {
    toast == nil && !isTooSmall && !(overlay?.isInHintLine ?? false)
  }

  fileprivate var hints: HintPane {
    if let overlay { return HintPane(overlay.hints, language) }
    return HintPane(
      model.keymap, context, language, without: room.idle, band: Words.past(model))
  }

  /// What all panes of a frame depend on.
  fileprivate var ground: FrameGround {
    FrameGround(
      size: size, ruler: ruler, language: language, isASCII: model.symbols.isASCII, tab: tab,
      arrangement: room.arrangement, tasks: openTasks.count)
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
}
