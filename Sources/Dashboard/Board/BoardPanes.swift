import Cells
import Reform
import Widgets

/// The line above the board: how it is grouped and sorted, what of it shows.
struct BoardHead: Pane {
  var left: String
  var right: String
  var isNarrowed: Bool

  func draw(in row: Rect, on frame: inout Frame) {
    let width = min(frame.ruler.columns(of: right), row.columns / 2)
    frame.put(left, x: row.x + 1, y: row.y, width: row.columns - width - 4, Style(.title))
    frame.putRight(
      right, maxX: row.maxX - 1, y: row.y, width: width, Style(isNarrowed ? .accent : .faint))
  }
}

/// What stands in place of tasks.
struct BoardNotice: Pane {
  var text: String

  func draw(in area: Rect, on frame: inout Frame) {
    for (line, words) in frame.ruler.wrap(text, to: area.columns - 3).enumerated()
    where line + 1 < area.rows {
      frame.put(words, x: area.x + 2, y: area.y + 1 + line, Style(.faint))
    }
  }
}

/// Where nothing stands.
struct BoardGap: Pane {
  func draw(in area: Rect, on frame: inout Frame) {}
}

/// The frame of a lane.
struct BoardLane: Pane {
  var name: Phrase
  var count: Int
  var isFront: Bool
  var below: Int

  func draw(in area: Rect, on frame: inout Frame) {
    Box(name(frame.language), remark: "\(count)", isFocused: isFront)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    frame.drawRest(below, in: area)
  }
}

/// A lane that holds nothing, or one card and not the cursor: its count, and its name downwards.
struct BoardSpine: Pane {
  var name: Phrase
  var count: Int
  /// The lane; a click opens it.
  var group: Int

  func draw(in area: Rect, on frame: inout Frame) {
    let line = Rect(x: area.x + 1, y: area.y, columns: 1, rows: area.rows)
    frame.canvas.fill(line, with: frame.symbols.vertical, style: Style(.border))
    let role: Role = count == 0 ? .faint : .title
    frame.put("\(count)", x: area.x + 2, y: area.y, width: 2, Style(role, bold: count > 0))
    for (row, letter) in name(frame.language).prefix(area.rows - 2).enumerated() {
      frame.put(String(letter), x: area.x + 2, y: area.y + 2 + row, width: 2, Style(role))
    }
    if count > 0 { frame.hit(area, .item(pane: group, index: 0)) }
  }
}

/// A task in a lane, in three lines: light and title over two of them, then who and when.
struct BoardCard: Pane {
  var item: BoardItem
  /// What a click means: the lane, and the number in it.
  var group: Int
  var index: Int
  var isSelected: Bool
  var isMarked: Bool

  func draw(in card: Rect, on frame: inout Frame) {
    let ground = frame.begin(item, in: card, isSelected: isSelected, isMarked: isMarked)
    frame.hit(card, .item(pane: group, index: index))
    let x = card.x + frame.lightWidth + 2
    let width = card.maxX - x
    let title = Style(.plain, on: ground, bold: isSelected)
    frame.put(item.title[0], found: item.found, x: x, y: card.y, width: width, title)
    let rest = item.title.dropFirst().joined(separator: frame.language == .zh ? "" : " ")
    var y = card.y + 1
    if !rest.isEmpty {
      frame.put(rest, x: x, y: y, width: width, title)
      y += 1
    }
    guard y < card.maxY else { return }
    let room = width - frame.ruler.columns(of: item.both) - 1
    if room >= 6 {
      let fits = frame.ruler.columns(of: item.departments) <= room
      frame.put(
        fits ? item.departments : item.units(in: room, frame.ruler), x: x, y: y, width: room,
        Style(.faint, on: ground))
    }
    frame.putRight(item.both, maxX: card.maxX, y: y, width: width, Style(item.dueRole, on: ground))
    guard y + 1 < card.maxY else { return }
    frame.put(
      item.hit ?? item.place, x: x, y: y + 1, width: width,
      Style(item.hit == nil ? .faint : .accent, on: ground))
  }
}

extension Frame {
  /// The ground of a task, its mark or the cursor, and its light.
  mutating func begin(
    _ item: BoardItem, in area: Rect, isSelected: Bool, isMarked: Bool
  ) -> Background {
    let ground: Background = isSelected ? .selected : isMarked ? .shaded : .none
    canvas.fill(area, with: " ", style: Style(on: ground))
    let mark = isMarked ? String(symbols.tick) : isSelected ? String(symbols.pointer) : " "
    put(mark, x: area.x, y: area.y, Style(.accent, on: ground, bold: true))
    light(item.signal, x: area.x + 1, y: area.y, on: ground)
    return ground
  }
}
