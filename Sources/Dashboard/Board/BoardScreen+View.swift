import Cells
import Reform
import Widgets

/// Where things stand on the board.
enum BoardLayout {
  static let cardHeight = 3

  static func content(_ body: Rect) -> Rect { body.dropping(rows: 1) }

  /// How many cards fit one above the other.
  static func cards(in body: Rect) -> Int {
    max(1, (content(body).rows - 2) / cardHeight)
  }

  static func listHeight(in body: Rect) -> Int { max(1, content(body).rows) }

  enum Row: Equatable {
    case head(Int)
    case item(Int, Int)
  }

  static func listRows(_ groups: [BoardScreen.Group]) -> [Row] {
    var rows: [Row] = []
    for (number, group) in groups.enumerated() where !group.items.isEmpty {
      rows.append(.head(number))
      rows += group.items.indices.map { .item(number, $0) }
    }
    return rows
  }

  /// Widths of the lanes: an empty one takes little, the others share the rest alike.
  static func lanes(
    _ groups: [BoardScreen.Group], in area: Rect, _ language: Language
  ) -> [Rect] {
    let narrow = language == .zh ? 14 : 18
    let empty = groups.count { $0.items.isEmpty }
    let filled = max(1, groups.count - empty)
    let room = area.columns - (empty == groups.count ? 0 : empty * narrow)
    var (x, number) = (area.x, 0)
    return groups.map { group in
      var width = narrow
      if !group.items.isEmpty || empty == groups.count {
        let share = empty == groups.count ? groups.count : filled
        width = room / share + (number < room % share ? 1 : 0)
        number += 1
      }
      defer { x += width }
      return Rect(x: x, y: area.y, columns: width, rows: area.rows)
    }
  }
}

extension BoardScreen {
  func draw(_ model: Model, in body: Rect, on frame: inout Frame) {
    frame.pane(PaneName(.head), in: body.row(0), stamp: [marked.count]) {
      drawHead(model, in: body.row(0), on: &$0)
    }
    let content = BoardLayout.content(body)
    guard count > 0 else {
      let text =
        filter.isEmpty
        ? Words.Board.nothing(model.language)
        : Words.Board.emptyFilter(model.language).replacing("{query}", with: filter)
      frame.put(text, x: content.x + 2, y: content.y + 1, Style(.faint))
      return
    }
    if isLanes(in: model.size) {
      for (number, area) in BoardLayout.lanes(groups, in: content, model.language)
        .enumerated()
      {
        drawLane(number, model, in: area, on: &frame)
      }
    } else {
      drawList(model, in: content, on: &frame)
    }
  }

  private func drawHead(_ model: Model, in row: Rect, on frame: inout Frame) {
    let language = model.language
    let dot = model.marks.dot
    var parts = [
      Words.Tabs.tasks(language), grouping.words(language),
      Words.Board.sort(language) + " " + order.words(language)
        + (isReversed ? (language == .zh ? "（倒）" : " (reversed)") : ""),
    ]
    if let onlyStatus { parts.append(Words.status(onlyStatus)(language)) }
    if let onlySignal { parts.append(Words.signal(onlySignal)(language)) }
    if let theme = onlyTheme.flatMap(model.catalogue.theme) { parts.append(theme.name(language)) }
    if onlyProblems { parts.append(Words.Board.problems(language)) }
    let end = row.maxX - 1
    var right =
      "\(Set(groups.flatMap { $0.items.map(\.task) }).count)/\(model.report.standings.count)"
    right += language == .zh ? " 项" : " tasks"
    if !filter.isEmpty {
      right += "  \(Words.Board.filter(language)): \(filter)"
      let found = hitWords(language)
      if !found.isEmpty { right += language == .zh ? "（\(found)）" : " (\(found))" }
    }
    if !marked.isEmpty { right += "  \(Words.Board.marked(language)) \(marked.count)" }
    let width = min(frame.ruler.columns(of: right), row.columns / 2)
    frame.put(
      parts.joined(separator: dot), x: row.x + 1, y: row.y, width: row.columns - width - 4,
      Style(.title))
    frame.putRight(
      right, maxX: end, y: row.y, width: width,
      Style(isFiltered || !marked.isEmpty ? .accent : .faint))
  }

  private func drawLane(_ number: Int, _ model: Model, in area: Rect, on frame: inout Frame) {
    let group = groups[number]
    let isFront = number == self.group
    let scroll = scrolls[number]
    let inside = area.inset(by: 1)
    let height = max(1, inside.rows / BoardLayout.cardHeight)
    let below = group.items.count - scroll.offset - height
    frame.pane(PaneName(.lane, number), in: area, stamp: [isFront ? 1 : 0, below]) { frame in
      Box(group.name(model.language), remark: "\(group.items.count)", isFocused: isFront)
        .draw(in: area, on: &frame.canvas, marks: model.marks)
      guard below > 0 else { return }
      frame.putRight(
        " +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent))
    }
    for (row, index) in scroll.window(count: group.items.count, height: height).enumerated() {
      let card = Rect(
        x: inside.x, y: inside.y + row * BoardLayout.cardHeight, columns: inside.columns,
        rows: BoardLayout.cardHeight
      ).intersection(inside)
      let item = group.items[index]
      let isSelected = isFront && index == scroll.selected
      frame.pane(
        PaneName(.card, number << 20 | index), in: card,
        stamp: [isSelected ? 1 : 0, marked.contains(item.task) ? 1 : 0]
      ) { frame in
        drawCard(item, in: card, isSelected: isSelected, model, on: &frame)
        frame.hit(card, .item(pane: number, index: index))
      }
    }
  }

  /// Three lines: light and title over two of them, then who and when.
  private func drawCard(
    _ item: TaskStanding, in card: Rect, isSelected: Bool, _ model: Model,
    on frame: inout Frame
  ) {
    let task = model.catalogue.tasks[item.task]
    let language = model.language
    let ground: Ground = isSelected ? .selected : .none
    frame.canvas.fill(card, with: " ", style: Style(on: ground))
    let mark =
      marked.contains(item.task)
      ? String(model.marks.tick) : isSelected ? String(model.marks.pointer) : " "
    frame.put(mark, x: card.x, y: card.y, Style(.accent, on: ground, bold: true))
    frame.light(item.light.signal, x: card.x + 1, y: card.y)
    let x = card.x + frame.lightWidth + 2
    let width = card.maxX - x
    let lines = frame.ruler.wrap(task.title(language), to: max(4, width))
    let found =
      filter.isEmpty
      ? nil
      : SearchQuery(filter, pinyin: model.pinyin ?? .none)
        .range(in: lines[0])
    frame.put(
      lines[0], found: found, x: x, y: card.y, width: width,
      Style(.plain, on: ground, bold: isSelected))
    let rest = lines.dropFirst().joined(separator: language == .zh ? "" : " ")
    let due = dueText(item, task, model, in: width)
    let dueWidth = frame.ruler.columns(of: due)
    let dueStyle = Style(dueRole(item), on: ground)
    var y = card.y + 1
    if !rest.isEmpty {
      frame.put(rest, x: x, y: y, width: width, Style(.plain, on: ground, bold: isSelected))
      y += 1
    }
    guard y < card.maxY else { return }
    let room = width - dueWidth - 1
    if room >= 6 {
      frame.put(
        Spoken.departments(task, of: model.catalogue, in: language), x: x, y: y, width: room,
        Style(.faint, on: ground))
    }
    frame.putRight(due, maxX: card.maxX, y: y, width: width, dueStyle)
    guard y + 1 < card.maxY else { return }
    let hit = self.found(item.task, model)
    frame.put(
      hit ?? placeWords(task, model), x: x, y: y + 1, width: width,
      Style(hit == nil ? .faint : .accent, on: ground))
  }

  /// What is left of a card with a short title: the document and its clause.
  private func placeWords(_ task: ReformTask, _ model: Model) -> String {
    let document = model.catalogue.document(task.document)?.short(model.language) ?? task.document
    return document + model.marks.dot
      + (model.catalogue.clause(of: task)?.place(model.language) ?? task.clause)
  }

  /// How many places are finished, and the deadline; the short form where room is scarce.
  private func dueText(
    _ item: TaskStanding, _ task: ReformTask, _ model: Model, in width: Int
  ) -> String {
    let lines = Spoken.lines(item, of: task, in: model.language)
    guard item.isOwed || (lines.isEmpty && !item.status.isFinished) else { return lines }
    let due = Spoken.due(
      item.due, of: task, finished: !item.isOwed, on: model.day, in: model.language)
    guard !lines.isEmpty else { return due }
    let whole = lines + " " + due
    guard model.ruler.columns(of: whole) > width else { return whole }
    let short = "\(item.current.finished)/\(item.current.total) " + due
    return model.ruler.columns(of: short) > width ? due : short
  }

  private func dueRole(_ item: TaskStanding) -> Role {
    item.status.isFinished ? .faint : item.light.signal == .grey ? .faint : item.light.signal.role
  }
}

// MARK: - The list

extension BoardScreen {
  private func drawList(_ model: Model, in area: Rect, on frame: inout Frame) {
    let rows = BoardLayout.listRows(groups)
    let scroll = Scroll(offset: listOffset)
    for (line, row) in scroll.window(count: rows.count, height: area.rows).enumerated() {
      let place = Rect(x: area.x, y: area.y + line, columns: area.columns, rows: 1)
      switch rows[row] {
      case .head(let number):
        frame.canvas.fill(place)
        let used = frame.put(
          "\(groups[number].name(model.language)) \(groups[number].items.count) ", x: place.x + 1,
          y: place.y, width: place.columns - 2, Style(.title, bold: true))
        frame.canvas.fill(
          Rect(x: place.x + 1 + used, y: place.y, columns: place.columns - used - 2, rows: 1),
          with: model.marks.horizontal, style: Style(.border))
      case .item(let number, let index):
        let isSelected = number == group && index == scrolls[number].selected
        let item = groups[number].items[index]
        frame.pane(
          PaneName(.row, number << 20 | index), in: place,
          stamp: [isSelected ? 1 : 0, marked.contains(item.task) ? 1 : 0]
        ) { frame in
          drawRow(item, in: place, isSelected: isSelected, model, on: &frame)
          frame.hit(place, .item(pane: number, index: index))
        }
      }
    }
  }

  private func drawRow(
    _ item: TaskStanding, in row: Rect, isSelected: Bool, _ model: Model, on frame: inout Frame
  ) {
    let task = model.catalogue.tasks[item.task]
    let language = model.language
    let ground: Ground = isSelected ? .selected : .none
    frame.canvas.fill(row, with: " ", style: Style(on: ground))
    let mark =
      marked.contains(item.task)
      ? String(model.marks.tick) : isSelected ? String(model.marks.pointer) : " "
    frame.put(mark, x: row.x, y: row.y, Style(.accent, on: ground, bold: true))
    frame.light(item.light.signal, x: row.x + 1, y: row.y)
    let statusWidth = grouping == .status ? 0 : language == .zh ? 6 : 11
    let dueWidth = language == .zh ? 18 : 20
    let due = dueText(item, task, model, in: dueWidth)
    let sourceWidth = row.columns < 130 ? 0 : 34
    let departmentWidth =
      row.columns < 70 ? 0 : row.columns < 90 ? (language == .zh ? 14 : 0) : row.columns / 4
    let x = row.x + frame.lightWidth + 2
    let titleWidth = row.columns - x - statusWidth - dueWidth - departmentWidth - sourceWidth - 5
    let title = task.title(language)
    let found =
      filter.isEmpty ? nil : SearchQuery(filter, pinyin: model.pinyin ?? .none).range(in: title)
    frame.put(
      title, found: found, x: x, y: row.y, width: titleWidth,
      Style(.plain, on: ground, bold: isSelected))
    let hit = self.found(item.task, model)
    frame.put(
      hit ?? Spoken.departments(task, of: model.catalogue, in: language), x: x + titleWidth + 1,
      y: row.y, width: departmentWidth, Style(hit == nil ? .faint : .accent, on: ground))
    frame.put(
      placeWords(task, model), x: x + titleWidth + departmentWidth + 2, y: row.y,
      width: sourceWidth - 1, Style(.faint, on: ground))
    let right = row.maxX - 1
    if statusWidth > 0 {
      frame.put(
        Words.status(item.status)(language), x: right - dueWidth - statusWidth - 1, y: row.y,
        width: statusWidth, Style(item.status.role, on: ground))
    }
    frame.putRight(due, maxX: right, y: row.y, width: dueWidth, Style(dueRole(item), on: ground))
  }
}
