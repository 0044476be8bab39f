import Cells
import Reform
import Widgets

/// The parts of a place as tiles; of the province every county where the map has room for them.
///
/// Everything but the cursor, which `choose` puts on it.
struct PlacesMap: Sendable {
  let area: Rect
  private(set) var pane: PlacesMapPane
  private let places: [Division.Code]

  init(_ screen: PlacesScreen, _ model: Model, _ table: PlacesTable, in area: Rect) {
    self.area = area
    let isAlone = screen.showsMap(model)
    let values = MapValues(screen, model, table)
    var places =
      isAlone ? Self.places(screen, model) : Self.places(screen, model, isWide: false)
    // On a small window every county needs the room of the border too.
    let needsAll =
      isAlone && !Self.canRead(Self.tiles(places, model), in: Self.room(area.inset(by: 1)))
    let inside = needsAll ? area : Self.inside(area)
    if !isAlone, values.hasCounties {
      // Every county of the province where that can be read beside the list.
      let counties = Self.places(screen, model, isWide: true)
      if Self.canRead(Self.tiles(counties, model), in: Self.room(inside)) { places = counties }
    }
    self.places = places
    let known = places.map { values[$0] }
    let heat = values.heat(known.compactMap { $0?.height })
    let tiles = zip(Self.tiles(places, model), known).map { tile, value in
      TileMap.Tile(
        row: tile.row, column: tile.column, label: tile.label, words: value?.words ?? "-",
        level: heat.level(of: value?.height))
    }
    let items = screen.items(model)
    pane = PlacesMapPane(
      title: values.title, isAlone: isAlone, isBoxed: !needsAll, tiles: tiles, heat: heat,
      targets: places.indices.map { index in
        isAlone ? index : items.firstIndex(of: .place(places[index]))
      },
      isProgress: values.isProgress, year: values.year,
      scale: values.scale(heat, known.compactMap(\.self), isAlone: isAlone))
  }

  /// Puts the cursor on a place, or on all counties of a city; what is looked for stands at the top.
  mutating func choose(_ chosen: PlacesScreen.Item?, isAlone filter: String?, _ model: Model) {
    pane.remark = [filter, pane.year].compactMap(\.self).joined(separator: " ")
    guard case .place(let code)? = chosen else { return }
    pane.selected = places.firstIndex(of: code)
    if let selected = pane.selected {
      pane.legend = "\(model.name(of: code)) \(pane.known(selected) ?? "-")"
    } else {
      let divisions = model.catalogue.divisions
      pane.marked = Set(places.indices.filter { divisions.isWithin(places[$0], code) })
    }
  }

  private static func inside(_ area: Rect) -> Rect {
    guard area.columns >= 4, area.rows >= 2 else { return Rect(x: 0, y: 0, columns: 0, rows: 0) }
    return area.inset(by: 1)
  }

  /// What the legend leaves of an area.
  static func room(_ area: Rect) -> Rect { area.prefix(rows: area.rows - 1) }

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

  static func places(
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
        row: tile.row - row, column: tile.column - column, label: model.bare(of: place),
        words: "-",
        level: nil)
    }
  }
}

/// What the tiles of the map say.
private struct MapValues {
  let screen: PlacesScreen
  let model: Model
  let table: PlacesTable

  init(_ screen: PlacesScreen, _ model: Model, _ table: PlacesTable) {
    (self.screen, self.model, self.table) = (screen, model, table)
  }

  var isProgress: Bool { screen.measure == nil || table.indicator == nil }

  var title: String {
    isProgress
      ? Words.Overview.finished(model.language) : table.indicator?.short(model.language) ?? ""
  }

  /// The year of an indicator, or what progress is a share of.
  var year: String? {
    isProgress ? FinishedRate.Base.local.words(model.language) : table.year.map { "\($0)" }
  }

  subscript(place: Division.Code) -> PlacesMapPane.Value? {
    let level = screen.level(model).place
    guard !isProgress, let indicator = table.indicator, let year = table.year else {
      let sheet = model.placeCache.sheet(of: level, on: model.day)
      let part = sheet?.report.parts.first { $0.place == place } ?? sheet?.counties[place]
      guard let rate = part?.rate, let height = rate.height else { return nil }
      return .init(height: height, words: rate.words)
    }
    return model.figures.figures?.report.reading(indicator.id, in: place, year)?.value.map {
      .init(height: $0.approximate, words: indicator.shown($0) + indicator.sign)
    }
  }

  func heat(_ heights: [Double]) -> Heat {
    guard !isProgress else { return FinishedRate.heat }
    return Heat(heights, direction: table.indicator?.direction.map { $0 == .up ? .up : .down })
  }

  var hasCounties: Bool {
    let place = screen.level(model).place
    return !isProgress
      || model.placeCache.sheet(of: place, on: model.day)?.counties.isEmpty == false
  }

  /// What the shades stand for.
  func scale(_ heat: Heat, _ known: [PlacesMapPane.Value], isAlone: Bool) -> String {
    let ends = [known.min { $0.height < $1.height }, known.max { $0.height < $1.height }]
    let signs = [0, 4].map { String(Heat.sign(of: $0, symbols: model.symbols)) }
    return (isAlone ? title + "  " : "")
      + (isProgress ? heat.legend(symbols: model.symbols) : "")
      + zip(isProgress ? [] : signs, ends).compactMap { sign, end in
        end.map { "\(sign) \($0.words)" }
      }
      .joined(separator: " … ")
  }
}
