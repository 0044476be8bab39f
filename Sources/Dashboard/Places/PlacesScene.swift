import Cells
import Reform
import Widgets

/// What is shown of the places, made when the screen settles and kept as long as it holds: every key
/// and the frame after it read it.
struct PlacesScene: Equatable, Sendable {
  /// What list, map and layout follow from.
  struct Key: Equatable, Sendable {
    var edition: Edition
    var level: PlaceLevel
    var order: PlacesScreen.Order
    var isReversed: Bool
    var filter: String
    var measure: Int?
    var isMap: Bool
  }

  /// What the report follows from.
  struct ReportKey: Equatable, Sendable {
    var edition: Edition
    var subject: PlacesScreen.Subject
  }

  var key: Key?
  var layout: PlacesLayout?
  var items: [PlacesScreen.Item] = []
  var rows: [PlacesTable.Row] = []
  var sections: [GroupSection] = []
  var list: PlacesList?
  var map: PlacesMap?
  var crumbs: PlacesCrumbs?
  var reportKey: ReportKey?
  var lines: [PlaceLine] = []
  var shapes: [PlaceLine.Shape] = []
  var panes = Panes()

  /// It follows from all the rest.
  static func == (one: PlacesScene, other: PlacesScene) -> Bool { true }
}

extension PlacesScreen {
  private func key(_ model: Model) -> PlacesScene.Key {
    .init(
      edition: Edition(model), level: level(model), order: order, isReversed: isReversed,
      filter: filter, measure: measure, isMap: isMap)
  }

  /// What was made for what is chosen now; nil where it is of something else.
  func known(_ model: Model) -> PlacesScene? { scene.key == key(model) ? scene : nil }

  /// Where the panes stand.
  func layout(_ model: Model) -> PlacesLayout {
    known(model)?.layout ?? PlacesLayout(self, model)
  }

  /// The lines of the report that shows.
  func lines(_ model: Model) -> [PlaceLine] {
    let now = PlacesScene.ReportKey(edition: Edition(model), subject: subject(model))
    return scene.reportKey == now ? scene.lines : PlaceLines.made(self, model)
  }

  /// Makes anew what is shown, where it is of something else.
  mutating func makeScene(_ model: Model) {
    let key = key(model)
    if scene.key != key {
      scene.key = nil
      measured = MeasuredParts.of(key.level.place, self, in: model)
      let table = PlacesTable(self, model)
      scene.layout = PlacesLayout(self, model)
      scene.sections = key.level.isGroup ? sections(model) : []
      scene.rows = key.level.isGroup ? [] : table.rows
      scene.items = items(model)
      scene.key = key
      makeParts(table, model)
    }
    let report = PlacesScene.ReportKey(edition: key.edition, subject: subject(model))
    guard scene.reportKey != report else { return }
    scene.lines = PlaceLines.made(self, model)
    scene.shapes = scene.lines.map(\.shape)
    scene.reportKey = report
  }

  private mutating func makeParts(_ table: PlacesTable, _ model: Model) {
    guard let layout = scene.layout else { return }
    scene.crumbs = crumbsPane(model)
    scene.map = (layout.wholeMap ?? layout.map).map { PlacesMap(self, model, table, in: $0) }
    scene.list = layout.wholeMap == nil ? list(table, model, in: layout.list) : nil
  }

  /// Makes the panes, the cursor in each.
  mutating func makePanes(_ model: Model) {
    var panes = Panes()
    defer { scene.panes = panes }
    guard let layout = scene.layout else { return }
    if let crumbs = scene.crumbs { panes.put(crumbs, as: "crumbs", in: layout.crumbs) }
    let chosen = item(model)
    if var map = scene.map {
      map.choose(chosen, isAlone: layout.wholeMap != nil ? filterWords(model) : nil, model)
      panes.put(map.pane, as: "map", in: map.area)
    }
    guard layout.wholeMap == nil else { return }
    if var list = scene.list {
      list.isFocused = pane == .parts
      list.scroll = Scroll(
        selected: chosen.flatMap { scene.items.firstIndex(of: $0) } ?? -1,
        offset: offsets[level(model)] ?? 0)
      panes.put(list, as: "list", in: layout.list)
    }
    let (subject, scroll) = (subject(model), scroll(model))
    let group = subject.section == nil ? "" : Words.Places.group(model.language)
    let space = model.language == .zh || group.isEmpty ? "" : ": "
    let title = model.name(of: subject.level.place) + space + group
    let window = scroll.window(count: scene.shapes.count, height: layout.reportRows)
    panes.put(
      PlaceReportPane(
        title: title, isFocused: pane == .report, shapes: Array(scene.shapes[window]),
        first: window.lowerBound, selected: pane == .report ? scroll.selected : nil,
        below: scene.shapes.count - window.upperBound),
      as: "report", in: layout.report)
  }
}

/// What is known of a place or of a group: the lines that show.
struct PlaceReportPane: Pane {
  var title: String
  var isFocused: Bool
  var shapes: [PlaceLine.Shape]
  /// The number of the first line that shows, and that of the one under the cursor.
  var first: Int
  var selected: Int?
  var below: Int

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, isFocused: isFocused)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    for (number, shape) in shapes.prefix(inside.rows).enumerated() {
      let row = inside.row(number)
      shape.draw(in: row, first + number == selected ? .selected : .none, on: &frame)
      guard shape.isSelectable else { continue }
      frame.hit(row, .item(pane: PlacesScreen.Pane.report.rawValue, index: first + number))
    }
    frame.drawRest(below, in: area)
  }
}
