import Cells
import Reform

/// What tells the panes of a frame apart: what it is, and its number among others of the kind.
struct PaneName: Hashable, ExpressibleByStringLiteral {
  var kind: String
  var number: Int

  init(_ kind: String, _ number: Int = 0) { (self.kind, self.number) = (kind, number) }
  init(stringLiteral kind: String) { self.init(kind) }
}

/// What all panes of a frame are drawn with, and where they stand.
struct FrameGround: Equatable {
  var size: Size
  var ruler: Ruler
  var language: Language
  var isASCII: Bool
  var tab: Tab
  /// That of the screen in front, and how many tasks stand open over it.
  var arrangement: Int
  var tasks: Int
}

/// The last frame and its panes, so that a key redraws only what it changes.
///
/// A short cut only: a frame drawn with it is the frame drawn without, and the walks of the tests
/// hold the one against the other at every step.
public final class FrameMemory {
  private var watched: FrameGround?
  private var canvas: Canvas?
  private var values: [PaneName: (area: Rect, pane: any Pane)] = [:]

  public init() {}

  /// The last frame to draw on, where what all panes are drawn with is still the same.
  func begin(_ now: FrameGround) -> Canvas? {
    if now != watched { canvas = nil }
    if canvas == nil { values = [:] }
    watched = now
    defer { canvas = nil }
    return canvas
  }

  /// Keeps a frame of which nothing lies over the panes.
  func end(_ frame: Canvas) { canvas = frame }

  func shows(_ pane: some Pane, as name: PaneName, in area: Rect) -> Bool {
    guard let last = values[name], last.area == area else { return false }
    return pane.isSame(as: last.pane)
  }

  /// The pane of the same kind that stands there.
  func last<P: Pane>(of pane: P, as name: PaneName, in area: Rect) -> P? {
    guard let last = values[name], last.area == area else { return nil }
    return last.pane as? P
  }

  func note(_ pane: some Pane, as name: PaneName, in area: Rect) { values[name] = (area, pane) }

  /// Forgets the panes that a redrawn one covered.
  func forget(within area: Rect) {
    for (name, pane) in values where !pane.area.intersection(area).isEmpty { values[name] = nil }
  }

  func forget(_ name: PaneName) { values[name] = nil }
}
