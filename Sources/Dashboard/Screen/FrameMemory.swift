import Cells
import Reform

/// What tells the panes of a frame apart; the number is that of a lane, a card or a row.
struct PaneName: Hashable {
  enum Kind {
    case header, footer, head, lane, card, row, overview, map, facts, matrix, history
    case list, chart, years, about
    case crumbs, report, strip, box, side, acts, text, rows, fields
  }
  var kind: Kind
  var number = 0

  init(_ kind: Kind, _ number: Int = 0) { (self.kind, self.number) = (kind, number) }
}

/// What all panes of a frame depend on.
struct FrameGround: Equatable {
  var size: Size
  var ruler: Ruler
  var language: Language
  var isASCII: Bool
  /// That of the model, and that of the screen in front.
  var revision: Int
  var arrangement: Int
  var tab: Tab
  /// The task that stands open in front, and how many do.
  var task: ReformTask.ID?
  var tasks: Int
}

/// The last frame and its panes, so that a key redraws only what it changes.
///
/// A short cut only: a frame drawn with it is the frame drawn without, and the walks of the tests
/// hold the one against the other at every step.
public final class FrameMemory {
  private struct Shown: Hashable {
    var area: Rect
    var stamp: [Int]
  }

  private struct Kept: Hashable {
    var name: PaneName
    var size: Size
    var stamp: [Int]
  }

  private var watched: FrameGround?
  private var canvas: Canvas?
  private var shown: [PaneName: Shown] = [:]
  private var kept: [Kept: ContiguousArray<Cell>] = [:]
  private var values: [PaneName: (area: Rect, pane: any Pane)] = [:]

  public init() {}

  /// The last frame to draw on, where what all panes depend on is still the same.
  func begin(_ now: FrameGround) -> Canvas? {
    if now != watched { (canvas, kept) = (nil, [:]) }
    if canvas == nil { (shown, values) = ([:], [:]) }
    watched = now
    defer { canvas = nil }
    return canvas
  }

  /// Keeps a frame of which nothing lies over the panes.
  func end(_ frame: Canvas) { canvas = frame }

  func shows(_ name: PaneName, in area: Rect, _ stamp: [Int]) -> Bool {
    guard let pane = shown[name] else { return false }
    return pane.area == area && pane.stamp == stamp
  }

  func note(_ name: PaneName, in area: Rect, _ stamp: [Int]) {
    shown[name] = Shown(area: area, stamp: stamp)
  }

  func shows(_ pane: some Pane, as name: PaneName, in area: Rect) -> Bool {
    guard let last = values[name], last.area == area else { return false }
    return pane.isSame(as: last.pane)
  }

  func note(_ pane: some Pane, as name: PaneName, in area: Rect) { values[name] = (area, pane) }

  /// Forgets the panes that a redrawn one covered.
  func forget(within area: Rect) {
    for (name, pane) in values where !pane.area.intersection(area).isEmpty { values[name] = nil }
    for (name, pane) in shown where !pane.area.intersection(area).isEmpty { shown[name] = nil }
  }

  func forget(_ name: PaneName) { shown[name] = nil }

  func cells(of name: PaneName, in area: Rect, _ stamp: [Int]) -> ContiguousArray<Cell>? {
    guard name.kind == .card || name.kind == .row else { return nil }
    let size = Size(columns: area.columns, rows: area.rows)
    return kept[Kept(name: name, size: size, stamp: stamp)]
  }

  func keep(_ cells: ContiguousArray<Cell>, of name: PaneName, in area: Rect, _ stamp: [Int]) {
    if kept.count > 2_000 { kept = [:] }
    let size = Size(columns: area.columns, rows: area.rows)
    kept[Kept(name: name, size: size, stamp: stamp)] = cells
  }
}
