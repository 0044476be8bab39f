import Cells

/// Places as tiles of one size, each about where it lies.
public struct TileMap {
  public struct Tile: Hashable, Sendable {
    public var row: Int
    public var column: Int
    /// The name, and the value below it where tiles are high enough.
    public var label: String
    public var words: String
    public var level: Heat.Level?

    public init(row: Int, column: Int, label: String, words: String, level: Heat.Level?) {
      (self.row, self.column) = (max(0, row), max(0, column))
      (self.label, self.words, self.level) = (label, words, level)
    }
  }

  public var tiles: [Tile]
  public var heat: Heat
  public var selected: Int?
  /// Tiles that belong to what is selected; their level stays at the left edge.
  public var marked: Set<Int>

  public init(_ tiles: [Tile], heat: Heat, selected: Int? = nil, marked: Set<Int> = []) {
    (self.tiles, self.heat, self.selected, self.marked) = (tiles, heat, selected, marked)
  }

  /// How many columns and rows of tiles there are.
  private var grid: (rows: Int, columns: Int) {
    ((tiles.map(\.row).max() ?? -1) + 1, (tiles.map(\.column).max() ?? -1) + 1)
  }

  /// The columns and rows of one tile with the gap after it; nil where the area is too small.
  public func tileSize(in area: Rect) -> Size? {
    let grid = grid
    guard grid.rows > 0, grid.columns > 0 else { return nil }
    let size = Size(
      columns: min(18, area.columns / grid.columns), rows: min(7, area.rows / grid.rows))
    return size.columns >= 2 && size.rows >= 1 ? size : nil
  }

  /// The rectangle of each tile, in their order; empty where the area is too small for the map.
  public func places(in area: Rect) -> [Rect] {
    guard let size = tileSize(in: area) else { return [] }
    let grid = grid
    let left = area.x + (area.columns - grid.columns * size.columns) / 2
    let top = area.y + (area.rows - grid.rows * size.rows) / 2
    return tiles.map { tile in
      Rect(
        x: left + tile.column * size.columns, y: top + tile.row * size.rows,
        columns: size.columns - (size.columns >= 4 ? 1 : 0),
        rows: size.rows - (size.rows >= 4 ? 1 : 0))
    }
  }

  public func draw(in area: Rect, on canvas: inout Canvas, symbols: Symbols) {
    let area = canvas.bounds.intersection(area)
    for (index, (tile, place)) in zip(tiles, places(in: area)).enumerated() {
      let isMarked = marked.contains(index)
      draw(
        tile, in: place, isSelected: index == selected, isMarked: isMarked, on: &canvas,
        symbols: symbols)
    }
  }

  private func draw(
    _ tile: Tile, in place: Rect, isSelected: Bool, isMarked: Bool, on canvas: inout Canvas,
    symbols: Symbols
  ) {
    let ground = heat.ground(of: tile.level)
    // What is selected keeps its level and is framed.
    let style = Style(on: ground, bold: true, underlined: isMarked || isSelected && place.rows < 3)
    canvas.fill(place, with: " ", style: Style(on: ground, bold: true))
    if isSelected { outline(place, ground, on: &canvas, symbols: symbols) }
    guard place.columns >= 6 else {
      // No room for words: the level as a number, so that colour is not alone.
      let digit = tile.level.map { "\($0 + 1)" } ?? "-"
      let x = place.x + (place.columns - 1) / 2
      if isSelected, place.columns > 2 {
        canvas.put(String(symbols.pointer), at: Point(x: place.x, y: place.y), style: style)
      }
      canvas.put(
        digit, at: Point(x: x, y: place.y + (place.rows - 1) / 2), style: style, in: place)
      return
    }
    let top = place.y + max(0, place.rows - 2) / 2
    if place.rows < 2 || isSelected && place.rows < 3 {
      let sign = isSelected ? symbols.pointer : Heat.sign(of: tile.level, symbols: symbols)
      canvas.put(String(sign), at: Point(x: place.x, y: top), style: style, in: place)
    }
    let isFramed = isSelected && place.rows >= 3
    let room = place.dropping(columns: 1).prefix(columns: place.columns - (isFramed ? 2 : 1))
    canvas.put(
      canvas.ruler.cut(tile.label, to: room.columns),
      at: Point(x: room.x, y: top), style: style, in: room)
    guard place.rows >= 2 else { return }
    canvas.put(
      canvas.ruler.cut(tile.words, to: room.columns), at: Point(x: room.x, y: top + 1),
      style: Style(on: style.ground), in: room)
  }

  /// A frame along the edges of a tile that is high enough.
  private func outline(
    _ place: Rect, _ ground: Background, on canvas: inout Canvas, symbols: Symbols
  ) {
    guard place.rows >= 3, place.columns >= 6 else { return }
    let (style, right, bottom) = (Style(on: ground, bold: true), place.maxX - 1, place.maxY - 1)
    for y in [place.y, bottom] {
      let line = Rect(x: place.x + 1, y: y, columns: place.columns - 2, rows: 1)
      canvas.fill(line, with: symbols.horizontal, style: style)
    }
    for x in [place.x, right] {
      let side = Rect(x: x, y: place.y + 1, columns: 1, rows: place.rows - 2)
      canvas.fill(side, with: symbols.vertical, style: style)
    }
    for (x, corner, y) in [
      (place.x, symbols.corners.0, place.y), (right, symbols.corners.1, place.y),
      (place.x, symbols.corners.2, bottom), (right, symbols.corners.3, bottom),
    ] {
      canvas.put(String(corner), at: Point(x: x, y: y), style: style)
    }
  }
}
