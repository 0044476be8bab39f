import Cells
import Reform
import Widgets

/// The tile map: every city a tile where it lies, every county a small one below where there is
/// room; coloured by how much is finished, or by one of the monitored indicators.
struct OverviewMap {
  private let model: Model
  /// The indicator that colours the map; nil for progress.
  private let line: IndicatorBoard.Line?

  init(_ screen: OverviewScreen, _ model: Model) {
    self.model = model
    line = screen.measure.flatMap { model.figures.board?.monitored[safe: $0] }
  }

  /// Rows that the map of counties takes, one a tile, with a blank one above.
  private static let countyRows = 21

  func draw(in area: Rect, on frame: inout Frame) {
    let language = model.language
    let title = line?.indicator.short(language) ?? Words.Overview.finished(language)
    let base = FinishedRate.Base.shared.words(language)
    let inside = Box(title, remark: line?.lastYear.map { "\($0)" } ?? (line == nil ? base : ""))
      .draw(in: area, on: &frame.canvas, marks: model.marks)
    let province = model.catalogue.province
    let cities = map(model.catalogue.divisions.parts(of: province))
    let counties = map(model.catalogue.divisions.all(.county, within: province))
    let room = inside.rows - Self.countyRows
    let below = inside.dropping(rows: room + 1)
    guard line != nil else {
      draw(cities.map, cities.places, in: inside.prefix(rows: inside.rows - 1), on: &frame)
      frame.put(
        FinishedRate.heat.legend(marks: model.marks), x: inside.x + 1, y: inside.maxY - 1,
        width: inside.columns - 2, Style(.faint))
      return
    }
    guard room >= 12, counties.map.tileSize(in: below) != nil else {
      draw(cities.map, cities.places, in: inside, on: &frame)
      return
    }
    draw(cities.map, cities.places, in: inside.prefix(rows: room), on: &frame)
    draw(counties.map, counties.places, in: below, on: &frame)
    drawLegend(counties.map.heat, in: inside.row(room), on: &frame)
  }

  /// What the numbers on small tiles stand for.
  private func drawLegend(_ heat: Heat, in row: Rect, on frame: inout Frame) {
    let ends = [(0, heat.low), (4, heat.high)].map { level, value in
      "\(level + 1)=\(Int(value.rounded()))\(line?.sign ?? "")"
    }
    frame.put(ends.joined(separator: " … "), x: row.x, y: row.y, width: row.columns, Style(.faint))
  }

  private func draw(
    _ map: TileMap, _ places: [Division.Code], in area: Rect, on frame: inout Frame
  ) {
    map.draw(in: area, on: &frame.canvas, marks: model.marks)
    for (place, rect) in zip(places, map.places(in: area)) {
      guard let index = model.league.rows.firstIndex(where: { $0.place == place }) else { continue }
      frame.hit(rect, .item(pane: OverviewScreen.Pane.league.rawValue, index: index))
    }
  }

  /// Tiles of divisions that have a place on the map.
  private func map(_ divisions: [Division]) -> (map: TileMap, places: [Division.Code]) {
    let known = divisions.filter { $0.tile != nil }
    let values = known.map { value(of: $0.id) }
    let heat =
      line == nil
      ? FinishedRate.heat : Heat(values.compactMap { $0?.height }, direction: line?.direction)
    let tiles = zip(known, values).map { division, value in
      TileMap.Tile(
        row: division.tile?.row ?? 0, column: division.tile?.column ?? 0,
        label: division.short(in: model.language), words: value?.words ?? "-",
        level: heat.level(of: value?.height))
    }
    return (TileMap(tiles, heat: heat), known.map(\.id))
  }

  private func value(of place: Division.Code) -> (height: Double, words: String)? {
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
