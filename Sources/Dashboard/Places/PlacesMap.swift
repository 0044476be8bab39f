import Cells
import Reform
import Widgets

/// The parts of a place as tiles; of the province every county where the map has room for them.
struct PlacesMap {
  private let screen: PlacesScreen
  private let model: Model
  private let table: PlacesTable

  init(_ screen: PlacesScreen, _ model: Model) {
    self.model = model
    self.screen = screen
    table = PlacesTable(screen, model)
  }

  /// The places on the map that has the window to itself.
  static func places(_ screen: PlacesScreen, _ model: Model) -> [Division.Code] {
    let body = model.body.dropping(rows: 1)
    let counties = places(screen, model, isWide: true)
    return canRead(tiles(counties, model), in: body.prefix(rows: body.rows - 1))
      ? counties : places(screen, model, isWide: false)
  }

  /// Whether a map of the parts can be read in an area.
  static func fits(_ area: Rect, _ screen: PlacesScreen, _ model: Model) -> Bool {
    canRead(tiles(places(screen, model, isWide: false), model), in: area)
  }

  private static func canRead(_ tiles: [TileMap.Tile], in area: Rect) -> Bool {
    guard let size = TileMap(tiles, heat: Heat([], direction: .up)).tileSize(in: area) else {
      return false
    }
    return size.columns >= 7
  }

  private static func places(
    _ screen: PlacesScreen, _ model: Model, isWide: Bool
  ) -> [Division.Code] {
    let (divisions, place) = (model.catalogue.divisions, screen.level(model).place)
    let isProvince = divisions[place]?.level == .province
    let all =
      isWide && isProvince ? divisions.all(.county, within: place) : divisions.parts(of: place)
    return all.filter { $0.tile != nil }.map(\.id)
  }

  /// Tiles about where they lie, without what is empty at the edges.
  private static func tiles(_ places: [Division.Code], _ model: Model) -> [TileMap.Tile] {
    let tiles = places.map {
      model.catalogue.divisions[$0]?.tile ?? Division.Tile(row: 0, column: 0)
    }
    let (row, column) = (tiles.map(\.row).min() ?? 0, tiles.map(\.column).min() ?? 0)
    return zip(places, tiles).map { place, tile in
      TileMap.Tile(
        row: tile.row - row, column: tile.column - column, label: model.short(of: place),
        words: "-",
        level: nil)
    }
  }

  private var isProgress: Bool { screen.measure == nil || table.indicator == nil }

  private func value(of place: Division.Code) -> (height: Double, words: String)? {
    let level = screen.level(model).place
    guard !isProgress, let indicator = table.indicator, let year = table.year else {
      let sheet = model.placeShelf.sheet(of: level, on: model.day)
      let part = sheet?.report.parts.first { $0.place == place } ?? sheet?.counties[place]
      guard let rate = part?.rate, let height = rate.height else { return nil }
      return (height, rate.words)
    }
    return model.figures.figures?.report.reading(indicator.id, in: place, year)?.value.map {
      ($0.approximate, indicator.shown($0) + indicator.sign)
    }
  }

  func draw(in area: Rect, on frame: inout Frame) {
    let isAlone = screen.showsMap(model)
    let language = model.language
    let title =
      isProgress ? Words.Overview.finished(language) : table.indicator?.short(language) ?? ""
    var places = isAlone ? Self.places(screen, model) : Self.places(screen, model, isWide: false)
    // On a small window every county needs the room of the border too.
    let needsAll =
      isAlone && !Self.canRead(Self.tiles(places, model), in: Self.room(area.inset(by: 1)))
    let inside =
      needsAll
      ? area
      : Box(title, remark: remark(isAlone), isFocused: isAlone)
        .draw(in: area, on: &frame.canvas, marks: model.marks)
    if !isAlone {
      // Every county of the province where that can be read beside the list.
      let counties = Self.places(screen, model, isWide: true)
      if hasCounties, Self.canRead(Self.tiles(counties, model), in: Self.room(inside)) {
        places = counties
      }
    }
    draw(places, in: inside, isAlone: isAlone, on: &frame)
  }

  /// The year of an indicator, and what is looked for on a map that stands alone.
  private func remark(_ isAlone: Bool) -> String {
    let year =
      isProgress
      ? FinishedRate.Base.local.words(model.language) : table.year.map { "\($0)" }
    return [isAlone ? screen.filterWords(model) : nil, year].compactMap(\.self)
      .joined(separator: " ")
  }

  /// What the legend leaves of an area.
  private static func room(_ area: Rect) -> Rect { area.prefix(rows: area.rows - 1) }

  private var hasCounties: Bool {
    let place = screen.level(model).place
    return !isProgress
      || model.placeShelf.sheet(of: place, on: model.day)?.counties.isEmpty == false
  }

  private func draw(
    _ places: [Division.Code], in inside: Rect, isAlone: Bool, on frame: inout Frame
  ) {
    let values = places.map { value(of: $0) }
    let direction: Heat.Direction? =
      table.indicator?.direction.map { $0 == .up ? .up : .down }
    let heat =
      isProgress
      ? FinishedRate.heat : Heat(values.compactMap { $0?.height }, direction: direction)
    let tiles = zip(Self.tiles(places, model), values).map { tile, value in
      TileMap.Tile(
        row: tile.row, column: tile.column, label: tile.label, words: value?.words ?? "-",
        level: heat.level(of: value?.height))
    }
    let chosen = screen.item(model)
    let selected = places.firstIndex { .place($0) == chosen }
    let map = TileMap(
      tiles, heat: heat, selected: selected, marked: selected == nil ? within(chosen, places) : [])
    let isLow = map.tileSize(in: inside)?.rows == 1
    let area = isAlone || isLow || isProgress ? Self.room(inside) : inside
    map.draw(in: area, on: &frame.canvas, marks: model.marks)
    let items = screen.items(model)
    for (index, rect) in map.places(in: area).enumerated() {
      let target = isAlone ? index : items.firstIndex(of: .place(places[index]))
      guard let target else { continue }
      let pane = isAlone ? PlacesScreen.Pane.map : .parts
      frame.hit(rect, .item(pane: pane.rawValue, index: target))
    }
    guard area.rows < inside.rows else { return }
    let row = inside.row(inside.rows - 1)
    drawLegend(heat, values, selected.map { (places[$0], values[$0]?.words) }, in: row, on: &frame)
  }

  /// Counties of the city under the cursor, where the map shows counties beside a list of cities.
  private func within(_ chosen: PlacesScreen.Item?, _ places: [Division.Code]) -> Set<Int> {
    guard case .place(let city) = chosen else { return [] }
    let divisions = model.catalogue.divisions
    return Set(places.indices.filter { divisions.isWithin(places[$0], city) })
  }

  /// What the place under the cursor comes to, and what the shades stand for.
  private func drawLegend(
    _ heat: Heat, _ values: [(height: Double, words: String)?],
    _ selected: (place: Division.Code, words: String?)?, in row: Rect, on frame: inout Frame
  ) {
    let known = values.compactMap { $0 }
    let ends = [known.min { $0.height < $1.height }, known.max { $0.height < $1.height }]
    let signs = [0, 4].map { String(Heat.sign(of: $0, marks: model.marks)) }
    let title =
      isProgress ? Words.Overview.finished(model.language) : table.indicator?.short(model.language)
    let head = screen.showsMap(model) ? (title ?? "") + "  " : ""
    let scale =
      head
      + (isProgress ? heat.legend(marks: model.marks) : "")
      + zip(isProgress ? [] : signs, ends).compactMap { sign, end in
        end.map { "\(sign) \($0.words)" }
      }
      .joined(separator: " … ")
    let room = isProgress && selected != nil ? row.columns - 13 : row.columns / 2
    frame.putRight(scale, maxX: row.maxX - 1, y: row.y, width: room, Style(.faint))
    guard let selected else { return }
    let name = model.name(of: selected.place)
    frame.put(
      "\(name) \(selected.words ?? "-")", x: row.x + 1, y: row.y,
      width: row.columns - frame.ruler.columns(of: scale) - 4, Style(.title, bold: true))
  }
}
