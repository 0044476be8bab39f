import Cells
import Reform
import Widgets

/// What has gone between ledger and hub: what waits, what came, what was not taken and why.
struct SharingRoom: OverlayRoom {
  var book: SharingBook
  var scroll = Scroll()
  /// A choice or a question about what was not taken, in front of the list.
  var inner = Front()
  private var complaint: String?

  init(_ book: SharingBook, in model: Model) {
    self.book = book
    scroll.selected = SharingLines(book, model).all.firstIndex { $0.refusal != nil } ?? 0
    reveal(model)
  }

  var hints: [OverlayHint] { inner.room?.hints ?? [.scroll, .enter, .close] }
  var holdsNumbers: Bool { false }

  /// Takes it as it is by now; the cursor stays on the act that it was on.
  mutating func take(_ book: SharingBook, in model: Model) {
    let before = SharingLines(self.book, model).all[safe: scroll.selected]?.refusal
    self.book = book
    let lines = SharingLines(book, model).all
    let same = before.flatMap { act in lines.firstIndex { $0.refusal == act } }
    let next = before == nil ? nil : lines.firstIndex { $0.refusal != nil }
    scroll.selected = same ?? next ?? min(scroll.selected, max(0, lines.count - 1))
    inner = Front()
    reveal(model)
  }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    complaint = nil
    if inner.room != nil { return ask { room in room.press(key, in: model) } }
    let command = model.keymap.command(for: key, in: .overview)
    switch (key, command) {
    case (.escape, _), (.function(10), _), ("q", _), (_, .sharing?): return [.close]
    case (_, .synchronise?): return [.perform(.synchronise)]
    case (.enter, _):
      let refusal = SharingLines(book, model).all[safe: scroll.selected]?.refusal
      guard let refusal = book.refused.first(where: { $0.id == refusal }) else {
        complaint = book.refused.isEmpty ? nil : SharingPhrases.noRefusal(model.language)
        return []
      }
      if let reason = model.refusal { return reason }
      inner.room = RefusalChoice(refusal, in: book, model).menu()
    case (_, let command?): move(command, model)
    default: break
    }
    return []
  }

  private mutating func move(_ command: Command, _ model: Model) {
    let count = SharingLines(book, model).all.count
    switch command {
    case .up: scroll.move(by: -1, of: count)
    case .down: scroll.move(by: 1, of: count)
    case .pageUp: scroll.move(by: -10, of: count)
    case .pageDown: scroll.move(by: 10, of: count)
    case .top: scroll.move(by: -count, of: count)
    case .bottom: scroll.move(by: count, of: count)
    default: break
    }
    reveal(model)
  }

  private mutating func reveal(_ model: Model) {
    let count = SharingLines(book, model).all.count
    scroll.reveal(count: count, height: area(model, count).rows - 4)
  }

  private func area(_ model: Model, _ count: Int) -> Rect {
    OverlayLayout.box(model, columns: SharingLines.most, rows: count + 4)
  }

  mutating func click(_ index: Int, in model: Model) -> [Request] {
    guard inner.room == nil else { return ask { room in room.click(index, in: model) } }
    scroll.selected = index
    return []
  }

  mutating func complain(_ fault: Fault, in model: Model) -> Bool {
    complaint = fault.message(model.language)
    return true
  }

  /// Has what stands in front of the list answer; what that closes and asks stays within this room.
  private mutating func ask(_ what: (inout any OverlayRoom) -> [Request]) -> [Request] {
    guard var room = inner.room else { return [] }
    let requests = what(&room)
    inner.room = room
    return requests.filter { request in
      switch request {
      case .close: inner.room = nil
      case .ask(let next): inner.room = next
      default: return true
      }
      return false
    }
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let lines = SharingLines(book, model).all
    let area = area(model, lines.count)
    let office = book.state.membership.office
    let inside = frame.drawBox(
      SharingPhrases.title(model.language) + model.symbols.dot + office, area,
      remark: Phrase("Esc 关闭", "Esc closes")(model.language))
    let keys = book.refused.isEmpty ? SharingPhrases.keysIdle : SharingPhrases.keys
    let foot = frame.ruler.wrap(complaint ?? keys(model.language), to: inside.columns - 2)
      .prefix(max(1, inside.rows / 2))
    let list = Rect(
      x: inside.x, y: inside.y, columns: inside.columns,
      rows: max(0, inside.rows - 1 - foot.count))
    let window = scroll.window(count: lines.count, height: list.rows)
    for (number, index) in window.enumerated() {
      let (line, row) = (lines[index], list.row(number))
      let ground: Background = index == scroll.selected ? .selected : .raised
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      let mark = index == scroll.selected ? String(model.symbols.pointer) : " "
      frame.put(mark, x: row.x, y: row.y, Style(.accent, on: ground))
      frame.put(
        line.text, x: row.x + 2 + line.indent, y: row.y, width: row.columns - 3 - line.indent,
        Style(line.role, on: ground, bold: line.isBold))
      frame.hit(row, .overlayItem(index))
    }
    frame.drawRest(lines.count - window.upperBound, in: area, on: .raised)
    for (line, words) in foot.enumerated() {
      frame.put(
        words, x: inside.x + 1, y: inside.maxY - foot.count + line, width: inside.columns - 2,
        Style(complaint == nil ? .accent : .bad, on: .raised))
    }
    inner.room?.draw(model, on: &frame)
  }
}
