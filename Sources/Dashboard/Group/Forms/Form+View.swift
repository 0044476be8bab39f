import Cells
import Reform
import Widgets

/// How the parts of a form share its box.
private struct FormLayout {
  let box: Rect
  let list: FieldList
  let labels: Int
  let notes: [(label: String, text: String, role: Role)]
  let foot: [(text: String, role: Role)]
  let words: [(text: String, role: Role)]

  init(_ model: Model, _ form: Form) {
    let width = min(84, model.size.columns - 4)
    let (inner, ruler) = (width - 4, model.ruler)
    let widest = form.notes.map { ruler.columns(of: $0.label) }.max() ?? 0
    var list = form.list
    list.leastLabels = widest > 0 ? widest + 4 : 0
    self.list = list
    labels = list.labelColumns(in: inner, ruler)
    var notes: [(String, String, Role)] = []
    for note in form.notes {
      let room = note.label.isEmpty ? inner : inner - labels
      for (line, text) in ruler.wrap(note.text, to: room).enumerated() {
        notes.append((line == 0 ? note.label : "", text, note.role))
      }
    }
    foot = model.footing(of: form)
    words = model.closing(of: form).flatMap { text, role in
      ruler.wrap(text, to: inner).map { ($0, role) }
    }
    // The fields and the last lines come first where there is little room.
    let most = model.size.rows - 4
    let least = foot.count + words.count + min(form.list.fields.count, 4)
    let room = max(0, most - least - 1)
    self.notes =
      Array(notes.prefix(notes.count > room ? max(0, room - 1) : room))
      + (notes.count > room && room > 0 ? [("", "…", .faint)] : [])
    let gap = self.notes.isEmpty ? 0 : 1
    let rows =
      self.notes.count + gap + list.rowCount(in: inner, ruler) + 1 + foot.count + words.count
    box = OverlayLayout.box(model, columns: width, rows: rows + 2)
  }
}

extension Form {
  /// What should be known, the fields, what they come to, and the keys or what is wrong.
  func draw(_ model: Model, on frame: inout Frame) {
    let layout = FormLayout(model, self)
    let inside = frame.drawBox(title, layout.box).inset(x: 1, y: 0)
    for (line, note) in layout.notes.enumerated() where line < inside.rows {
      let isWide = note.label.isEmpty && notes.allSatisfy(\.label.isEmpty)
      let x = isWide ? inside.x : inside.x + layout.labels
      frame.put("  " + note.label, x: inside.x, y: inside.y + line, Style(.faint, on: .raised))
      frame.put(note.text, x: x, y: inside.y + line, Style(note.role, on: .raised))
    }
    let gap = layout.notes.isEmpty ? 0 : 1
    let below = layout.foot.count + layout.words.count + 1
    let fields = inside.dropping(rows: layout.notes.count + gap)
    let drawn = layout.list.draw(
      in: fields.prefix(rows: max(1, fields.rows - below)), on: &frame.canvas,
      symbols: model.symbols,
      ground: .raised)
    for row in drawn.rows { frame.hit(row.area, .overlayItem(row.index)) }
    frame.tell(drawn, in: layout.box)
    for (line, words) in (layout.foot + layout.words).reversed().enumerated() {
      let y = inside.maxY - 1 - line
      guard y > inside.y else { break }
      frame.put(
        words.text, x: inside.x, y: y, width: inside.columns, Style(words.role, on: .raised))
    }
  }
}

extension Frame {
  /// How many fields stand above and below those that show.
  fileprivate mutating func tell(_ drawn: FieldList.Drawn, in box: Rect) {
    let style = Style(.accent, on: .raised)
    for (count, y) in [(drawn.above, box.y), (drawn.below, box.maxY - 1)] where count > 0 {
      putRight(" +\(count) ", maxX: box.maxX - 2, y: y, width: 8, style)
    }
  }
}

extension Model {
  /// The last lines of a form: what is wrong with the whole, or the keys.
  fileprivate func closing(of form: Form) -> [(String, Role)] {
    if form.isLeaving { return [(Words.Forms.leaving(language), .warning)] }
    if let complaint = form.complaint { return [(complaint, .bad)] }
    let isLast = form.list.selected == form.list.fields.count - 1
    if isLast { return [(Words.Forms.lastHint(language), .accent)] }
    guard case .choice? = form.list.fields[safe: form.list.selected]?.content else {
      return [(Words.Forms.hint(language), .accent)]
    }
    return [(Words.Forms.choiceHint(language), .accent)]
  }
}
