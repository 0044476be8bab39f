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
  /// Whether there is a map of what is looked at.
  let hasMap: Bool

  /// Rows of the list, below its heads.
  var rows: Int { max(1, list.rows - 3) }
  var reportRows: Int { max(1, report.rows - 2) }

  init(_ screen: PlacesScreen, _ model: Model) {
    let (body, level) = (model.body, screen.level(model))
    hasMap = !level.isGroup && model.catalogue.divisions.isMapped(level.place)
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

extension [Request] {
  /// Shows the map or the list; says so where there is no map of a place.
  static func turning(_ isMap: inout Bool, at place: Division.Code, _ model: Model) -> [Request] {
    guard model.catalogue.divisions.isMapped(place) else {
      let name = model.name(of: place)
      let words =
        model.catalogue.divisions[place]?.level == .county
        ? Phrase("\(name)下面没有再分的地区，没有地图", "\(name) has no parts and no map")
        : Phrase("\(name)还没有地图，只有列表", "there is no map of \(name), only the list")
      return [.say(words, model.language)]
    }
    isMap.toggle()
    return []
  }
}
