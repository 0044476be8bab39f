import Cells
import Reform
import Widgets

/// A map of tiles with its legend.
struct PlacesMapPane: Pane {
  /// What a place comes to.
  struct Value: Equatable {
    var height: Double
    var words: String
  }

  var title: String
  var remark = ""
  /// Whether it has the window to itself.
  var isAlone: Bool
  var isBoxed: Bool
  var tiles: [TileMap.Tile]
  var heat: Heat
  /// The item of the list that a click on a tile chooses.
  var targets: [Int?]
  var isProgress: Bool
  var year: String?
  /// What the shades stand for, and what the place under the cursor comes to.
  var scale: String
  var legend: String?
  var selected: Int?
  /// Counties of the city under the cursor, where counties show beside a list of cities.
  var marked: Set<Int> = []

  /// The value that a tile shows.
  func known(_ index: Int) -> String? { tiles[safe: index]?.words }

  func draw(in whole: Rect, on frame: inout Frame) {
    let inside =
      isBoxed
      ? Box(title, remark: remark, isFocused: isAlone)
        .draw(in: whole, on: &frame.canvas, symbols: frame.symbols) : whole
    let map = TileMap(tiles, heat: heat, selected: selected, marked: marked)
    let isLow = map.tileSize(in: inside)?.rows == 1
    let area = isAlone || isLow || isProgress ? PlacesMap.room(inside) : inside
    map.draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    for (index, rect) in map.places(in: area).enumerated() {
      guard let target = targets[index] else { continue }
      let pane = isAlone ? PlacesScreen.Pane.map : .parts
      frame.hit(rect, .item(pane: pane.rawValue, index: target))
    }
    guard area.rows < inside.rows else { return }
    drawLegend(in: inside.row(inside.rows - 1), on: &frame)
  }

  private func drawLegend(in row: Rect, on frame: inout Frame) {
    // What is under the cursor goes before the scale, which the help explains too.
    let used =
      legend.map {
        frame.put($0, x: row.x + 1, y: row.y, width: row.columns - 2, Style(.title, bold: true))
      } ?? 0
    let room = row.columns - used - 4
    frame.putRight(scale, maxX: row.maxX - 1, y: row.y, width: max(0, room), Style(.faint))
  }
}
