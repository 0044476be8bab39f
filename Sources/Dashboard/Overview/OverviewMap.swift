import Cells
import Reform
import Widgets

/// The tile map: every city a tile where it lies, every county a small one below where there is
/// room; coloured by how much is finished, or by one of the monitored indicators.
struct OverviewMap: Pane {
  /// Tiles with the row of the league that a click on each opens.
  struct Tiles: Equatable {
    var tiles: [TileMap.Tile] = []
    var heat: Heat
    var targets: [Int?] = []

    var map: TileMap { TileMap(tiles, heat: heat) }
  }

  private var title: Phrase
  private var remark: Phrase
  /// The unit of what colours the map, written close to the number; nil for progress.
  private var sign: String?
  private var cities: Tiles
  private var counties: Tiles

  /// Rows that the map of counties takes, one a tile, with a blank one above.
  private static let countyRows = 21

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title(frame.language), remark: remark(frame.language))
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    let room = inside.rows - Self.countyRows
    let below = inside.dropping(rows: room + 1)
    guard let sign else {
      draw(cities, in: inside.prefix(rows: inside.rows - 1), on: &frame)
      frame.put(
        FinishedRate.heat.legend(symbols: frame.symbols), x: inside.x + 1, y: inside.maxY - 1,
        width: inside.columns - 2, Style(.faint))
      return
    }
    guard room >= 12, counties.map.tileSize(in: below) != nil else {
      return draw(cities, in: inside, on: &frame)
    }
    draw(cities, in: inside.prefix(rows: room), on: &frame)
    draw(counties, in: below, on: &frame)
    drawLegend(sign, in: inside.row(room), on: &frame)
  }

  /// What the numbers on small tiles stand for.
  private func drawLegend(_ sign: String, in row: Rect, on frame: inout Frame) {
    let ends = [(0, counties.heat.low), (4, counties.heat.high)].map { level, value in
      "\(level + 1)=\(Int(value.rounded()))\(sign)"
    }
    frame.put(ends.joined(separator: " … "), x: row.x, y: row.y, width: row.columns, Style(.faint))
  }

  private func draw(_ tiles: Tiles, in area: Rect, on frame: inout Frame) {
    let map = tiles.map
    map.draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    for (target, rect) in zip(tiles.targets, map.places(in: area)) {
      guard let target else { continue }
      frame.hit(rect, .item(pane: OverviewScreen.Pane.league.rawValue, index: target))
    }
  }
}

extension OverviewMap {
  /// Coloured by a monitored indicator, by its number; nil for progress.
  init(measure: Int?, _ model: Model) {
    let line = measure.flatMap { model.figures.board?.monitored[safe: $0] }
    let year = line?.lastYear.map { "\($0)" } ?? ""
    title = line?.indicator.short ?? Words.Overview.finished
    remark = line == nil ? model.league.base.words : Phrase(year, year)
    sign = line?.sign
    let province = model.ground
    cities = Self.tiles(model.catalogue.divisions.parts(of: province), line, model)
    counties =
      line == nil
      ? Tiles(heat: FinishedRate.heat)
      : Self.tiles(model.catalogue.divisions.all(.county, within: province), line, model)
  }

  /// Tiles of divisions that have a place on the map.
  private static func tiles(
    _ divisions: [Division], _ line: IndicatorBoard.Line?, _ model: Model
  ) -> Tiles {
    let known = divisions.filter { $0.tile != nil }
    let values = known.map { value(of: $0.id, line, model) }
    let heat =
      line == nil
      ? FinishedRate.heat : Heat(values.compactMap { $0?.height }, direction: line?.direction)
    let tiles = zip(known, values).map { division, value in
      TileMap.Tile(
        row: division.tile?.row ?? 0, column: division.tile?.column ?? 0,
        label: division.bare(in: model.language), words: value?.words ?? "-",
        level: heat.level(of: value?.height))
    }
    let targets = known.map { division in
      model.league.rows.firstIndex { $0.place == division.id }
    }
    return Tiles(tiles: tiles, heat: heat, targets: targets)
  }

  private static func value(
    of place: Division.Code, _ line: IndicatorBoard.Line?, _ model: Model
  ) -> (height: Double, words: String)? {
    guard let line else {
      let rate = model.league.rows.first { $0.place == place }?.rate
      return rate?.height.map { ($0, rate?.words ?? "-") }
    }
    guard let year = line.lastYear,
      let value = model.figures.figures?.report
        .reading(line.indicator.id, in: place, year)?.value
    else { return nil }
    return (value.approximate, line.indicator.shown(value) + line.sign)
  }
}

extension IndicatorBoard.Line {
  /// Which way is better, for colours; nil where no document says.
  var direction: Heat.Direction? {
    indicator.direction.map { $0 == .up ? .up : .down }
  }
}

extension OverviewScreen {
  /// The next measure that colours the map: progress, then each monitored indicator.
  mutating func stepMeasure(in model: Model) {
    let count = model.figures.board?.monitored.count ?? 0
    measure = measure.map { $0 + 1 < count ? $0 + 1 : nil } ?? (count > 0 ? 0 : nil)
  }
}

extension Words.Overview {
  /// Why there is no map.
  static func noMap(_ model: Model) -> Phrase {
    model.catalogue.divisions.hasTiles
      ? Phrase("窗口再大些才有地图：宽 132 列、高 26 行", "a map takes a larger window: 132 columns, 26 rows")
      : Phrase("这个地方没有地图", "there is no map of this place")
  }
}
