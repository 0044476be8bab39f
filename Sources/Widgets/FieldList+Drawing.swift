import Cells

extension FieldList {
  /// What was drawn: where each field stands, and how many did not fit.
  public struct Drawn: Sendable {
    public var rows: [(index: Int, area: Rect)] = []
    public var above = 0
    public var below = 0
  }

  /// A row on the screen: a field, or a part of what is wrong with it.
  private struct Row {
    var field: Int
    var complaint: String?
  }

  /// The columns that labels need, two behind them and the pointer before them included.
  public func labelColumns(in columns: Int, _ ruler: Ruler) -> Int {
    let widest = fields.map { ruler.columns(of: $0.label) }.max() ?? 0
    return min(max(widest + 4, leastLabels), max(8, columns / 2))
  }

  /// How many rows all fields take with what is wrong with them.
  public func rowCount(in columns: Int, _ ruler: Ruler) -> Int { rows(in: columns, ruler).count }

  private func rows(in columns: Int, _ ruler: Ruler) -> [Row] {
    let room = max(10, columns - labelColumns(in: columns, ruler))
    return fields.indices.flatMap { index in
      let wrong = fields[index].complaint.map { ruler.wrap("! " + $0, to: room) } ?? []
      return [Row(field: index)] + wrong.map { Row(field: index, complaint: $0) }
    }
  }

  /// Draws the fields, scrolled so that the one with the cursor shows, and puts the terminal's
  /// cursor where the next character goes.
  @discardableResult
  public func draw(
    in area: Rect, on canvas: inout Canvas, symbols: Symbols, ground: Background = .none
  ) -> Drawn {
    var drawn = Drawn()
    guard area.columns > 12, area.rows > 0 else { return drawn }
    let ruler = canvas.ruler
    let all = rows(in: area.columns, ruler)
    let width = labelColumns(in: area.columns, ruler)
    let first = firstRow(all, height: area.rows)
    for (line, row) in all.dropFirst(first).prefix(area.rows).enumerated() {
      let rect = area.row(line)
      if let words = row.complaint {
        let start = Point(x: area.x + width, y: rect.y)
        canvas.put(words, at: start, style: Style(.bad, on: ground), in: rect)
      } else {
        draw(row.field, in: rect, width, on: &canvas, symbols, ground)
        drawn.rows.append((row.field, rect))
      }
    }
    drawn.above = Set(all.prefix(first).map(\.field)).count
    drawn.below =
      Set(all.dropFirst(first + area.rows).filter { $0.complaint == nil }.map(\.field))
      .count
    return drawn
  }

  /// The first row that shows: the field with the cursor stands in the middle of a long list.
  private func firstRow(_ rows: [Row], height: Int) -> Int {
    guard rows.count > height else { return 0 }
    let own = rows.indices.filter { rows[$0].field == selected }
    guard let first = own.first, let last = own.last else { return 0 }
    // Where what is wrong with a field is longer than the window, the field itself shows.
    let middle = min(first, max((first + last) / 2 - height / 2, last - height + 1))
    return max(0, min(middle, rows.count - height))
  }

  private func draw(
    _ index: Int, in row: Rect, _ width: Int, on canvas: inout Canvas, _ symbols: Symbols,
    _ ground: Background
  ) {
    let (field, isChosen, ruler) = (fields[index], index == selected, canvas.ruler)
    let role: Role = field.complaint == nil ? (isChosen ? .accent : .plain) : .bad
    let label = (isChosen ? "\(symbols.pointer) " : "  ") + ruler.cut(field.label, to: width - 4)
    canvas.put(
      label, at: Point(x: row.x, y: row.y), style: Style(role, on: ground, bold: isChosen), in: row)
    let rest = row.dropping(columns: width)
    let remark = ruler.columns(of: field.remark)
    let isRoomy = remark > 0 && rest.columns >= remark + 14
    let room = min(field.columns, rest.columns - (isRoomy ? remark + 1 : 0))
    let place = rest.prefix(columns: room)
    switch field.content {
    case .text(let text):
      draw(text, of: index, in: place, on: &canvas)
    case .choice(let words, let chosen):
      drawChoice(words, chosen, isChosen, in: rest, on: &canvas, ground)
    }
    guard isRoomy else { return }
    canvas.put(
      field.remark, at: Point(x: place.maxX + 1, y: row.y), style: Style(.faint, on: ground),
      in: row)
  }

  private func draw(
    _ text: TextField, of index: Int, in place: Rect, on canvas: inout Canvas
  ) {
    let isChosen = index == selected
    let width = min(canvas.ruler.columns(of: text.text), max(0, place.columns - 1))
    canvas.fill(place, with: " ", style: Style(on: .field))
    let start = fields[index].endsRight ? place.columns - width - 1 : 0
    let area = place.dropping(columns: start)
    text.draw(in: area, on: &canvas, style: Style(on: .field), isFocused: isChosen)
    guard isChosen, isTypingOver else { return }
    canvas.restyle(area.prefix(columns: width)) { _ in Style(on: .selected) }
  }

  /// All words side by side with the chosen one in brackets; only that one where there is no room.
  private func drawChoice(
    _ words: [String], _ chosen: Int, _ isFocused: Bool, in area: Rect, on canvas: inout Canvas,
    _ ground: Background
  ) {
    let ruler = canvas.ruler
    let whole = words.reduce(0) { $0 + ruler.columns(of: $1) + 3 }
    let shown = whole <= area.columns ? Array(words.indices) : [chosen]
    var x = area.x
    for index in shown where words.indices.contains(index) {
      let isChosen = index == chosen
      let style = Style(
        isChosen ? (isFocused ? .accent : .plain) : .faint,
        on: isChosen ? (isFocused ? .selected : .field) : ground, bold: isChosen)
      if isChosen, isFocused { canvas.cursor = Point(x: x, y: area.y) }
      let word = ruler.cut(words[index], to: max(0, area.columns - 2))
      let text = isChosen ? "[\(word)]" : " \(word) "
      x += canvas.put(text, at: Point(x: x, y: area.y), style: style, in: area) + 1
    }
  }
}
