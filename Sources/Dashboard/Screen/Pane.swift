import Cells

/// A part of a screen as a value: it draws from its own fields and the frame alone, so that panes
/// that are equal look alike, and nothing has to name what a pane depends on.
protocol Pane: Equatable {
  func draw(in area: Rect, on frame: inout Frame)
}

extension Pane {
  func isSame(as other: any Pane) -> Bool { (other as? Self) == self }
}
