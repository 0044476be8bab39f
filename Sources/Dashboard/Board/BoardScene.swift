import Cells
import Reform
import Widgets

/// What is shown on the board: the words of the tasks that were seen, kept until the model, the
/// window or the order changes.
struct BoardScene: Equatable, Sendable {
  private struct Key: Equatable {
    var edition: Edition
    var arranging: Int
    var layout: BoardLayout
  }

  private var key: Key?
  private var items: [Int: BoardItem] = [:]
  private var columns: [Int: BoardColumns] = [:]
  private var preview: BoardPreview?
  fileprivate(set) var layout = BoardLayout(
    [], front: 0, in: .init(x: 0, y: 0, columns: 0, rows: 0), .zh)
  var panes = Panes()

  /// It follows from all the rest.
  static func == (one: BoardScene, other: BoardScene) -> Bool { true }

  mutating func renew(_ screen: BoardScreen, _ model: Model) {
    layout = BoardLayout(
      screen.groups.map(\.items.count), front: screen.group, in: model.body, model.language)
    let now = Key(edition: Edition(model), arranging: screen.arranging, layout: layout)
    guard now != key else { return }
    (key, items, columns, preview) = (now, [:], [:], nil)
  }

  /// The words of a task in a group, once it was seen.
  subscript(group: Int, index: Int) -> BoardItem? {
    get { items[group << 24 | index] }
    set { items[group << 24 | index] = newValue }
  }

  subscript(columns group: Int) -> BoardColumns? {
    get { columns[group] }
    set { columns[group] = newValue }
  }

  /// The task that is looked at beside, made when the cursor comes to it.
  mutating func preview(_ task: ReformTask, in area: Rect, _ model: Model) -> BoardPreview {
    if let preview, preview.id == task.id { return preview }
    let facts = TaskFacts(TaskScreen(task.id), model)
    let made = BoardPreview(
      title: task.title(model.language), id: task.id,
      lines: facts.lines(width: area.columns - 2, model))
    preview = made
    return made
  }
}

extension BoardScreen {
  /// Makes the panes, the cursor in each.
  mutating func makePanes(_ model: Model) {
    var panes = Panes()
    panes.put(headPane(model), as: "head", in: model.body.row(0))
    let layout = scene.layout
    if count == 0 {
      let text =
        isReadingCities(model)
        ? Words.Places.reading(model.language)
        : filter.isEmpty
          ? nothing(model)(model.language)
          : Words.Board.emptyFilter(model.language).replacing("{query}", with: filter)
      panes.put(BoardNotice(text: text), as: "nothing", in: model.body.dropping(rows: 1))
    } else {
      if let lanes = layout.lanes {
        for (number, area) in lanes.enumerated() { putLane(number, model, in: area, on: &panes) }
      } else {
        putTable(layout, model, on: &panes)
      }
      if let area = layout.preview, let selected {
        let preview = scene.preview(model.catalogue.tasks[selected.task], in: area, model)
        panes.put(preview, as: "preview", in: area)
      }
    }
    scene.panes = panes
  }

  /// That nothing matches; where nothing is narrowed, that there is nothing.
  private func nothing(_ model: Model) -> Phrase {
    if model.catalogue.tasks.isEmpty || model.isPast && model.report.standings.isEmpty {
      return EmptyWords.said(Words.Board.noTasks, but: EmptyWords.tasks, model)
    }
    return isFiltered || !model.report.standings.isEmpty
      ? Words.Board.nothing : Words.Board.noneAsked
  }

  private func headPane(_ model: Model) -> BoardHead {
    let language = model.language
    var parts = [
      Words.Tabs.tasks(language),
      grouping.words(model.catalogue.divisions.parting(of: model.ground))(language),
      Words.Board.sort(language) + " " + order.words(language)
        + (isReversed ? (language == .zh ? "（倒）" : " (reversed)") : ""),
    ]
    if let onlyStatus { parts.append(Words.status(onlyStatus)(language)) }
    if let onlySignal { parts.append(Words.signal(onlySignal)(language)) }
    if let theme = onlyTheme.flatMap(model.catalogue.theme) { parts.append(theme.name(language)) }
    if onlyProblems { parts.append(Words.Board.problems(language)) }
    var right = "\(taskCount)/\(model.report.standings.count)"
    right += language == .zh ? " 项" : " tasks"
    if !filter.isEmpty {
      right += "  \(Words.Board.filter(language)): \(filter)"
      let found = hitWords(language)
      if !found.isEmpty { right += language == .zh ? "（\(found)）" : " (\(found))" }
    }
    let left = model.catalogue.hand.leftOut(on: model.day).count
    if left > 0 { right += "  " + HandPhrases.count(left)(language) }
    if !marked.isEmpty { right += "  \(Words.Board.marked(language)) \(marked.count)" }
    return BoardHead(
      left: parts.joined(separator: model.symbols.dot), right: right,
      isNarrowed: isFiltered || !marked.isEmpty)
  }

  private mutating func putLane(
    _ number: Int, _ model: Model, in area: Rect, on panes: inout Panes
  ) {
    let (group, scroll) = (groups[number], scrolls[number])
    let isFront = number == self.group
    let name = PaneName("lane", number)
    guard area.columns > BoardLayout.spine else {
      return panes.put(
        BoardSpine(name: group.name, count: group.items.count, group: number), as: name, in: area)
    }
    let height = scene.layout.height(of: number)
    panes.put(
      BoardLane(
        name: group.name, count: group.items.count, isFront: isFront,
        below: group.items.count - scroll.offset - height),
      as: name, in: area)
    for slot in 0..<height {
      let (index, card) = (scroll.offset + slot, BoardLayout.card(slot, in: area))
      let name = PaneName("card", number << 12 | slot)
      guard group.items.indices.contains(index) else {
        panes.put(BoardGap(), as: name, in: card)
        continue
      }
      let standing = group.items[index]
      let item = scene[number, index] ?? self.card(standing, width: card.columns, model)
      scene[number, index] = item
      panes.put(
        BoardCard(
          item: item, group: number, index: index,
          isSelected: isFront && index == scroll.selected,
          isMarked: marked.contains(standing.task)),
        as: name, in: card)
    }
  }

  private mutating func putTable(
    _ layout: BoardLayout, _ model: Model, on panes: inout Panes
  ) {
    guard let front = groups[safe: group] else { return }
    let strip = groups.indices.map {
      BoardStrip.Group(
        name: groups[$0].name, count: groups[$0].items.count, index: scrolls[$0].selected)
    }
    panes.put(BoardStrip(groups: strip, front: group), as: "strip", in: layout.strip)
    for index in front.items.indices where scene[group, index] == nil {
      scene[group, index] = row(front.items[index], model)
    }
    let columns =
      scene[columns: group]
      ?? BoardColumns(
        front.items.indices.compactMap { scene[group, $0] }, width: layout.table.columns,
        showsStatus: grouping != .status,
        showsUnit: grouping != .department, model)
    scene[columns: group] = columns
    let offset = scrolls[group].offset
    let (count, height) = (front.items.count, layout.table.rows)
    let shown = count > height ? "\(offset + 1)–\(min(count, offset + height))/\(count)" : ""
    panes.put(
      BoardHeadings(columns: columns, shown: shown), as: "headings", in: layout.headings)
    for line in 0..<layout.table.rows {
      let (name, place) = (PaneName("row", line), layout.table.row(line))
      guard let item = scene[group, offset + line], front.items.indices.contains(offset + line)
      else {
        panes.put(BoardGap(), as: name, in: place)
        continue
      }
      panes.put(
        BoardRow(
          item: item, columns: columns, group: group, index: offset + line,
          isSelected: offset + line == scrolls[group].selected,
          isMarked: marked.contains(item.task)),
        as: name, in: place)
    }
  }
}
