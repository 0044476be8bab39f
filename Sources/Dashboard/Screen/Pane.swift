import Cells

/// A part of a screen as a value: it draws from its own fields and the frame alone, so that panes
/// that are equal look alike, and nothing has to name what a pane depends on.
protocol Pane: Equatable, Sendable {
  func draw(in area: Rect, on frame: inout Frame)
  /// Draws what differs from the one that stands in the area; false where all has to be drawn.
  func amend(_ last: Self, in area: Rect, on frame: inout Frame) -> Bool
}

extension Pane {
  func amend(_ last: Self, in area: Rect, on frame: inout Frame) -> Bool { false }
  func isSame(as other: any Pane) -> Bool { (other as? Self) == self }
}

/// The panes of a screen, each where it stands: what `refresh` makes and `draw` draws.
struct Panes: Equatable, Sendable {
  private var all: [(name: PaneName, area: Rect, pane: any Pane)] = []

  mutating func put(_ pane: some Pane, as name: PaneName, in area: Rect) {
    all.append((name, area, pane))
  }

  func draw(on frame: inout Frame) {
    for (name, area, pane) in all { frame.draw(pane, as: name, in: area) }
  }

  /// They follow from all the rest of a screen.
  static func == (one: Panes, other: Panes) -> Bool { true }

  /// Another one where panes stand elsewhere, so that nothing stays between them.
  var arrangement: Int {
    var hasher = Hasher()
    for (name, area, _) in all {
      hasher.combine(name)
      hasher.combine(area)
    }
    return hasher.finalize()
  }
}
