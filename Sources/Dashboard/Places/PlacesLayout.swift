import Cells
import Reform

/// Where the panes of the places stand.
struct PlacesLayout {
  var crumbs: Rect
  var list: Rect
  /// The map beside the list, where there is room.
  var map: Rect?
  /// The map alone.
  var wholeMap: Rect?
  var report: Rect

  /// Rows of the list, below its heads.
  var rows: Int { max(1, list.rows - 3) }
  var reportRows: Int { max(1, report.rows - 2) }

  init(_ screen: PlacesScreen, _ model: Model) {
    let body = model.body
    crumbs = body.prefix(rows: 1)
    let rest = body.dropping(rows: 1)
    let nothing = Rect(x: rest.x, y: rest.y, columns: 0, rows: 0)
    if screen.showsMap(model) {
      (wholeMap, list, report) = (rest, nothing, nothing)
      return
    }
    let isWide = body.columns >= 140
    let columns = rest.splitColumns([
      .fixed(body.columns >= 160 ? 80 : isWide ? 74 : max(34, min(44, body.columns * 2 / 5))),
      .share(1),
    ])
    (list, report) = (columns[0], columns[1])
    let level = screen.level(model)
    guard !level.isGroup, let division = model.catalogue.divisions[level.place],
      division.level != .county, model.catalogue.divisions.hasTiles
    else { return }
    let count = model.catalogue.divisions.parts(of: level.place).count
    let area = list.dropping(rows: count + 3)
    guard PlacesMap.fits(area.inset(by: 1), screen, model) else { return }
    map = area
    list = list.prefix(rows: count + 3)
  }
}

extension PlacesScreen {
  /// Shows the map or the list; says so where there is no map.
  mutating func turn(_ model: Model) -> [Request] {
    let place = level(model).place
    guard model.catalogue.divisions.isMapped(place) else {
      let level = model.catalogue.divisions[place]?.level
      return [.say(Words.Places.noMap(of: level, model.name(of: place)), model.language)]
    }
    isMap.toggle()
    return []
  }
}
