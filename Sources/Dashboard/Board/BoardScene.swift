import Cells
import Reform
import Widgets

/// What is shown on the board: the words of the tasks that were seen, kept until the model, the
/// window or the order changes.
struct BoardScene: Equatable, Sendable {
  private var edition: Edition?
  private var arranging = -1
  private var isLanes = false
  private var items: [Int: BoardItem] = [:]
  /// The rows of the list.
  fileprivate(set) var rows: [BoardLayout.Row] = []
  var panes = Panes()

  /// It follows from all the rest.
  static func == (one: BoardScene, other: BoardScene) -> Bool { true }

  mutating func renew(_ screen: BoardScreen, _ model: Model) {
    let (now, isLanes) = (Edition(model), screen.isLanes(in: model.size))
    guard now != edition || screen.arranging != arranging || isLanes != self.isLanes else {
      return
    }
    (edition, arranging, self.isLanes, items) = (now, screen.arranging, isLanes, [:])
    rows = isLanes ? [] : BoardLayout.listRows(screen.groups)
  }

  /// The words of a task in a group, once it was seen.
  subscript(group: Int, index: Int) -> BoardItem? {
    get { items[group << 24 | index] }
    set { items[group << 24 | index] = newValue }
  }
}

extension BoardScreen {
  /// Makes the panes, the cursor in each.
  mutating func makePanes(_ model: Model) {
    var panes = Panes()
    let content = BoardLayout.content(model.body)
    panes.put(headPane(model), as: "head", in: model.body.row(0))
    if count == 0 {
      let text =
        filter.isEmpty
        ? Words.Board.nothing(model.language)
        : Words.Board.emptyFilter(model.language).replacing("{query}", with: filter)
      panes.put(BoardNotice(text: text), as: "nothing", in: content)
    } else if isLanes(in: model.size) {
      for (number, area) in BoardLayout.lanes(groups, in: content, model.language).enumerated() {
        putLane(number, model, in: area, on: &panes)
      }
    } else {
      putList(model, in: content, on: &panes)
    }
    scene.panes = panes
  }

  private func headPane(_ model: Model) -> BoardHead {
    let language = model.language
    var parts = [
      Words.Tabs.tasks(language), grouping.words(language),
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
    if !marked.isEmpty { right += "  \(Words.Board.marked(language)) \(marked.count)" }
    return BoardHead(
      left: parts.joined(separator: model.marks.dot), right: right,
      isNarrowed: isFiltered || !marked.isEmpty)
  }

  private mutating func putLane(
    _ number: Int, _ model: Model, in area: Rect, on panes: inout Panes
  ) {
    let (group, scroll) = (groups[number], scrolls[number])
    let isFront = number == self.group
    let height = max(1, area.inset(by: 1).rows / BoardLayout.cardHeight)
    panes.put(
      BoardLane(
        name: group.name, count: group.items.count, isFront: isFront,
        below: group.items.count - scroll.offset - height),
      as: PaneName("lane", number), in: area)
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

  private mutating func putList(_ model: Model, in area: Rect, on panes: inout Panes) {
    let rows = scene.rows
    for line in 0..<max(0, area.rows) {
      let (name, place) = (PaneName("row", line), area.row(line))
      switch rows[safe: listOffset + line] {
      case nil: panes.put(BoardGap(), as: name, in: place)
      case .head(let number):
        let words = "\(groups[number].name(model.language)) \(groups[number].items.count)"
        panes.put(BoardHeading(words: words), as: name, in: place)
      case .item(let number, let index):
        let standing = groups[number].items[index]
        let item = scene[number, index] ?? row(standing, model)
        scene[number, index] = item
        panes.put(
          BoardRow(
            item: item, group: number, index: index,
            isSelected: number == group && index == scrolls[number].selected,
            isMarked: marked.contains(standing.task), showsStatus: grouping != .status),
          as: name, in: place)
      }
    }
  }
}
