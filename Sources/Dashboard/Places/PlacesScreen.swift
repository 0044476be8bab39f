import Cells
import Reform
import Widgets

/// A step on the way down: a place, or the medical group of a county.
public struct PlaceLevel: Hashable, Sendable {
  var place: Division.Code
  var isGroup = false

  init(_ place: Division.Code, isGroup: Bool = false) {
    (self.place, self.isGroup) = (place, isGroup)
  }
}

/// The drill down from the province to a county's medical group; each level remembers its cursor.
public struct PlacesScreen: Equatable, Sendable {
  enum Pane: Int, CaseIterable { case parts, report, map, crumbs }

  enum Order: CaseIterable, Sendable { case name, finished, red, due, indicator, rank }

  /// A row of the list at the left.
  enum Item: Hashable, Sendable {
    case place(Division.Code)
    case group
    case section(GroupSection)
  }

  /// What the report at the right is of.
  struct Subject: Hashable, Sendable {
    var level: PlaceLevel
    var section: GroupSection?
  }

  /// Nil until somebody went down or up.
  var wanted: PlaceLevel?
  /// The level that another screen has opened; nil where it was gone down to.
  var arrival: PlaceLevel?
  var pane = Pane.parts
  var order = Order.name
  var isReversed = false
  /// What the list is narrowed by.
  var filter = ""
  /// Which monitored indicator colours the map and stands in the table; nil for progress.
  var measure: Int?
  /// The ranks of the parts that show, kept from one key to the next.
  var measured: MeasuredParts?
  /// Whether the map has the window to itself.
  var isMap = false
  /// The row under the cursor, and the first that shows, at every level that was looked at.
  private(set) var chosen: [PlaceLevel: Item] = [:]
  private(set) var offsets: [PlaceLevel: Int] = [:]
  private(set) var scrolls: [Subject: Scroll] = [:]

  var scene = PlacesScene()

  /// The level that shows: never above the standing context.
  func level(_ model: Model) -> PlaceLevel {
    guard let wanted, model.catalogue.divisions[wanted.place] != nil,
      model.catalogue.divisions.isWithin(wanted.place, model.scope)
    else { return PlaceLevel(model.scope) }
    return wanted
  }

  func items(_ model: Model) -> [Item] {
    if let known = known(model) { return known.items }
    let level = level(model)
    if level.isGroup { return sections(model).map(Item.section) }
    let isCounty = model.catalogue.divisions[level.place]?.level == .county
    if isCounty, filter.isEmpty { return [.group] }
    if showsMap(model) { return PlacesMap.places(self, model).map(Item.place) }
    return PlacesTable(self, model).rows.map { .place($0.place) }
  }

  /// The item under the cursor.
  func item(_ model: Model) -> Item? {
    let items = items(model)
    guard let chosen = chosen[level(model)] else { return items.first }
    if items.contains(chosen) { return chosen }
    guard case .place(let code) = chosen else { return items.first }
    // From the map of counties to the list of cities and back: the city, or its first county.
    let divisions = model.catalogue.divisions
    return items.first { item in
      guard case .place(let other) = item else { return false }
      return divisions.isWithin(code, other) || divisions.isWithin(other, code)
    } ?? items.first
  }

  func subject(_ model: Model) -> Subject {
    let level = level(model)
    guard level.isGroup, case .section(let section) = item(model) else {
      return Subject(level: level, section: nil)
    }
    return Subject(level: level, section: section)
  }

  /// Whether the map has the window to itself here: a county has no parts to map.
  func showsMap(_ model: Model) -> Bool {
    isMap && !level(model).isGroup && model.catalogue.divisions.isMapped(level(model).place)
  }

  func scroll(_ model: Model) -> Scroll { scrolls[subject(model)] ?? Scroll(selected: -1) }

  /// The line of the report under the cursor.
  func line(_ model: Model) -> PlaceLine? {
    guard pane == .report else { return nil }
    return lines(model)[safe: scroll(model).selected]
  }
}

// MARK: - Going down and up

extension PlacesScreen {
  /// Goes to a place, so that every level above has it under its cursor.
  mutating func go(to level: PlaceLevel, in model: Model) {
    wanted = level
    (pane, arrival, filter) = (.parts, nil, "")
    if level.isGroup { chosen[PlaceLevel(level.place)] = .group }
    var code = level.place
    while let parent = model.catalogue.divisions[code]?.parent {
      // The map of the province holds counties: its cursor stays on the county.
      if !(isMap && isCounty(chosen[PlaceLevel(parent)], within: code, model)) {
        chosen[PlaceLevel(parent)] = .place(code)
      }
      code = parent
    }
  }

  private func isCounty(
    _ item: Item?, within code: Division.Code, _ model: Model
  ) -> Bool {
    guard case .place(let place) = item else { return false }
    return place != code && model.catalogue.divisions.isWithin(place, code)
  }

  /// One level up; false at the standing context.
  mutating func goUp(in model: Model) -> Bool {
    let level = level(model)
    if level.isGroup {
      wanted = PlaceLevel(level.place)
    } else {
      guard level.place != model.scope, let parent = model.catalogue.divisions[level.place]?.parent
      else { return false }
      wanted = PlaceLevel(parent)
      if chosen[PlaceLevel(parent)] == nil { chosen[PlaceLevel(parent)] = .place(level.place) }
    }
    (pane, filter) = (.parts, "")
    return true
  }

  mutating func choose(_ item: Item, in model: Model) { choose(at: level(model), item) }

  mutating func choose(at level: PlaceLevel, _ item: Item) { chosen[level] = item }
}

// MARK: - Moving about

extension PlacesScreen {
  mutating func move(_ command: Command, in model: Model) {
    if showsMap(model) { return moveOnMap(command, in: model) }
    switch command {
    case .nextPane, .previousPane: pane = pane == .parts ? .report : .parts
    case .left: pane = .parts
    case .right: pane = .report
    default: pane == .parts ? moveInList(command, in: model) : moveInReport(command, in: model)
    }
  }

  private mutating func moveInList(_ command: Command, in model: Model) {
    let items = items(model)
    let index = item(model).flatMap { items.firstIndex(of: $0) } ?? 0
    let page = max(1, layout(model).rows - 1)
    let steps: [Command: Int] = [
      .up: -1, .down: 1, .pageUp: -page, .pageDown: page, .top: -items.count,
      .bottom: items.count,
    ]
    guard let step = steps[command], !items.isEmpty else { return }
    choose(items[max(0, min(items.count - 1, index + step))], in: model)
  }

  private mutating func moveInReport(_ command: Command, in model: Model) {
    let lines = self.lines(model)
    var scroll = scroll(model)
    let page = max(1, layout(model).reportRows - 2)
    let steps: [Command: Int] = [
      .up: -1, .down: 1, .pageUp: -page, .pageDown: page, .top: -lines.count,
      .bottom: lines.count,
    ]
    guard let step = steps[command], !lines.isEmpty else { return }
    var index = max(0, min(lines.count - 1, scroll.selected + step))
    // Headings are passed over, onwards where there is anything and else back.
    let direction = step.signum()
    while lines.indices.contains(index), !lines[index].isSelectable { index += direction }
    if !lines.indices.contains(index) {
      index = direction < 0 ? 0 : lines.count - 1
      while lines.indices.contains(index), !lines[index].isSelectable { index -= direction }
    }
    guard lines.indices.contains(index) else { return }
    scroll.selected = index
    scrolls[subject(model)] = scroll
  }

  private mutating func moveOnMap(_ command: Command, in model: Model) {
    let places = PlacesMap.places(self, model).compactMap { model.catalogue.divisions[$0] }
    guard case .place(let code) = item(model),
      let from = places.first(where: { $0.id == code })?.tile
    else { return }
    func offset(_ tile: Division.Tile) -> (ahead: Int, aside: Int)? {
      let (rows, columns) = (tile.row - from.row, tile.column - from.column)
      switch command {
      case .up: return rows < 0 ? (-rows, abs(columns)) : nil
      case .down: return rows > 0 ? (rows, abs(columns)) : nil
      case .left: return columns < 0 ? (-columns, abs(rows)) : nil
      case .right: return columns > 0 ? (columns, abs(rows)) : nil
      default: return nil
      }
    }
    let near = places.compactMap { place in
      place.tile.flatMap(offset).map { (place.id, $0.ahead + $0.aside * 3) }
    }.min { $0.1 < $1.1 }
    if let near { choose(.place(near.0), in: model) }
    if command == .top, let first = places.first { choose(.place(first.id), in: model) }
    if command == .bottom, let last = places.last { choose(.place(last.id), in: model) }
  }

  /// Goes to the report of a section, on the first line where something can be written.
  mutating func enterReport(in model: Model) {
    pane = .report
    let lines = self.lines(model)
    var scroll = scroll(model)
    guard scroll.selected <= lines.firstIndex(where: \.isSelectable) ?? 0,
      let first = lines.firstIndex(where: { $0.field != nil })
    else { return }
    scroll.selected = first
    scrolls[subject(model)] = scroll
  }

  /// Puts the cursor on an item, as a click does; false where it was there already.
  mutating func click(_ pane: Pane, _ index: Int, in model: Model) -> Bool {
    let before = (self.pane, item(model), scroll(model).selected)
    if pane == .report {
      self.pane = .report
      scrolls[subject(model), default: Scroll()].selected = index
      return before.0 != .report || before.2 != index
    }
    let found = pane == .map ? PlacesMap.places(self, model).map(Item.place) : items(model)
    guard let item = found[safe: index] else { return true }
    self.pane = .parts
    choose(item, in: model)
    return before.0 == .report || before.1 != item
  }

  /// The next measure that colours the map: progress, then each monitored indicator.
  mutating func stepMeasure(in model: Model) {
    let count = model.figures.book?.monitored.count ?? 0
    measure = measure.map { $0 + 1 < count ? $0 + 1 : nil } ?? (count > 0 ? 0 : nil)
  }

  mutating func reveal(in model: Model) {
    let (level, layout) = (level(model), layout(model))
    let items = items(model)
    var list = Scroll(
      selected: item(model).flatMap { items.firstIndex(of: $0) } ?? 0, offset: offsets[level] ?? 0)
    list.reveal(count: items.count, height: layout.rows)
    offsets[level] = list.offset
    guard !showsMap(model) else { return }
    let lines = self.lines(model)
    var scroll = scroll(model)
    let first = lines.firstIndex(where: \.isSelectable) ?? 0
    scroll.selected = max(first, min(scroll.selected, lines.count - 1))
    scroll.reveal(count: lines.count, height: layout.reportRows)
    // Headings above the first line come into view with it.
    if scroll.selected == first, first < layout.reportRows { scroll.offset = 0 }
    scrolls[subject(model)] = scroll
  }
}
