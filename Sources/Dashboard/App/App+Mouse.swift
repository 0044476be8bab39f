import Cells
import Reform

extension AppState {
  /// Chinese typed where no field is open starts a search.
  mutating func startSearching(with key: Key) -> [Effect] {
    guard case .character(let character) = key, !character.isASCII, character.isLetter else {
      return []
    }
    return perform(.filter) + writeInFront(String(character))
  }

  mutating func receive(_ mouse: Mouse) -> [Effect] {
    guard settings.mouse else { return [] }
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      let isUp = mouse.kind == .wheelUp
      return (0..<3).flatMap { _ in
        overlay == nil ? perform(isUp ? .up : .down) : pressInFront(isUp ? .up : .down)
      }
    case .press:
      toast = nil
      guard let target = view(self).target(at: mouse.at) else {
        return overlay == nil ? [] : pressInFront(.escape)
      }
      return click(target)
    }
  }

  private mutating func click(_ target: Target) -> [Effect] {
    if overlay != nil {
      switch target {
      case .overlayItem(let index): return clickInFront(index)
      case .overlay: return []
      default: return pressInFront(.escape)
      }
    }
    switch target {
    case .tab(let tab): return perform(tab.command)
    case .command(let command): return perform(command)
    case .item(let pane, let index): return clickItem(pane, index)
    case .overlayItem, .overlay: return []
    }
  }

  /// The first click on something selects it, the second opens it.
  private mutating func clickItem(_ pane: Int, _ index: Int) -> [Effect] {
    var room = room
    let isNew = room.click(pane, index, in: model)
    self.room = room
    refresh()
    return isNew ? [] : perform(.open)
  }
}
