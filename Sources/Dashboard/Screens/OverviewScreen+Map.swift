import Cells
import Reform
import Widgets

/// The tile map: every city a tile where it lies, every county a small one below, where there is
/// room; coloured by how much is finished, or by one of the monitored indicators.
struct OverviewMap {
  private let state: AppState
  /// The indicator that colours the map; nil for progress.
  let measure: IndicatorBoard.Line?

  init(_ state: AppState) {
    self.state = state
    measure = state.overview.measure.flatMap { number in
      state.figures.board?.monitored[safe: number]
    }
  }

  func draw(in area: Rect, on frame: inout Frame) {
    let language = state.language
    let title = measure?.indicator.short(language) ?? Words.Overview.finished(language)
    let remark = measure?.lastYear.map { "\($0)" } ?? ""
    let inside = Box(
      Words.Overview.map(language) + state.marks.dot + title, remark: remark
    ).draw(in: area, on: &frame.canvas, marks: state.marks)
    let divisions = state.catalogue.divisions
    let counties = tiles(divisions.all(.county, within: state.catalogue.province))
    let room = inside.rows - 21
    let hasCounties = measure != nil && room >= 12 && counties.map.tileSize(in: inside) != nil
    let cities = tiles(divisions.parts(of: state.catalogue.province))
    draw(cities, in: hasCounties ? inside.prefix(rows: room) : inside, on: &frame)
    guard hasCounties else { return }
    draw(counties, in: inside.dropping(rows: room + 1), on: &frame)
  }
}
