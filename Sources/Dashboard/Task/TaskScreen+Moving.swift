import Cells
import Reform
import Widgets

extension TaskScreen {
  mutating func move(_ command: Command) {
    switch command {
    case .nextPane: stepPane(1)
    case .previousPane: stepPane(-1)
    default:
      switch pane {
      case .matrix: moveInMatrix(command)
      case .history: moveInHistory(command)
      case .facts: moveInFacts(command)
      }
    }
  }

  private mutating func stepPane(_ step: Int) {
    let count = Pane.allCases.count
    pane = Pane(rawValue: (pane.rawValue + step + count) % count) ?? .matrix
  }

  private mutating func moveInMatrix(_ command: Command) {
    let layout = scene.matrix
    let page = max(1, scene.matrixHeight - 1)
    switch command {
    case .up: cell = layout.line(from: cell, by: -1)
    case .down: cell = layout.line(from: cell, by: 1)
    case .pageUp: cell = layout.line(from: cell, by: -page)
    case .pageDown: cell = layout.line(from: cell, by: page)
    case .left where layout.isGrid: cell = max(0, cell - 1)
    case .right where layout.isGrid: cell = min(standings.count - 1, cell + 1)
    case .left: pane = .facts
    case .right: pane = .history
    case .top: cell = 0
    case .bottom: cell = max(0, standings.count - 1)
    default: break
    }
  }

  private mutating func moveInHistory(_ command: Command) {
    let count = detail?.history.count ?? 0
    let page = max(1, scene.layout.history.rows - 3)
    switch command {
    case .up: history.move(by: -1, of: count)
    case .down: history.move(by: 1, of: count)
    case .pageUp: history.move(by: -page, of: count)
    case .pageDown: history.move(by: page, of: count)
    case .top: history.selected = 0
    case .bottom: history.selected = max(0, count - 1)
    case .left: pane = .matrix
    default: break
    }
  }

  private mutating func moveInFacts(_ command: Command) {
    let links = scene.facts.links
    let height = max(1, scene.layout.facts.rows - 2)
    let most = max(0, scene.lines.count - height)
    switch command {
    case .up:
      if link > 0 { link -= 1 } else { factsOffset = max(0, factsOffset - 1) }
    case .down:
      if link + 1 < links.count {
        link += 1
      } else {
        factsOffset = min(most, factsOffset + 1)
      }
    case .pageUp: factsOffset = max(0, factsOffset - height)
    case .pageDown: factsOffset = min(most, factsOffset + height)
    case .top: (link, factsOffset) = (0, 0)
    case .bottom: (link, factsOffset) = (max(0, links.count - 1), most)
    case .right: pane = .matrix
    default: break
    }
    if command == .up || command == .down, !links.isEmpty,
      let line = scene.lines.firstIndex(where: { $0.link == link })
    {
      if line < factsOffset { factsOffset = line }
      if line >= factsOffset + height { factsOffset = line - height + 1 }
    }
  }

  mutating func reveal() {
    let (layout, matrix) = (scene.layout, scene.matrix)
    var scroll = Scroll(selected: matrix.row(of: cell), offset: matrixOffset)
    scroll.reveal(count: matrix.rows.count, height: scene.matrixHeight)
    if scroll.offset > 0, scroll.selected == scroll.offset,
      case .head? = matrix.rows[safe: scroll.offset - 1]
    {
      scroll.offset -= 1
    }
    matrixOffset = scroll.offset
    history.reveal(count: detail?.history.count ?? 0, height: layout.history.rows - 2)
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
