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

  /// A screen that a level was opened from.
  struct Arrival: Equatable, Sendable {
    var tab: Tab
    var level: PlaceLevel
    var scope: Division.Code
  }

  /// Nil until somebody went down or up.
  var wanted: PlaceLevel?
  /// Where the level was opened from, to go back there; nil where it was gone down to.
  var arrival: Arrival?
  var pane = Pane.parts
  var order = Order.name
  var isReversed = false
  /// What the list is narrowed by.
  var filter = ""
  /// Which monitored indicator colours the map and stands in the table; nil for progress.
  var measure: Int?
  /// The ranks of the parts that show, kept from one key to the next.
  private(set) var measured: MeasuredParts?
  /// Whether the map has the window to itself.
  var isMap = false
  /// The row under the cursor, and the first that shows, at every level that was looked at.
  private(set) var chosen: [PlaceLevel: Item] = [:]
  private(set) var offsets: [PlaceLevel: Int] = [:]
  private(set) var scrolls: [Subject: Scroll] = [:]

  /// What is shown, made once when the screen settles: every key and the frame after it read it.
  struct Scene: Equatable, Sendable {
    var rows: [PlacesTable.Row]?
    var sections: [GroupSection]?
    var lines: [PlaceLine]?

    /// It follows from all the rest.
    static func == (one: Scene, other: Scene) -> Bool { true }
  }
  var scene = Scene()

  /// The level that shows: never above the standing context.
  func level(_ state: AppState) -> PlaceLevel {
    guard let wanted, state.catalogue.divisions[wanted.place] != nil,
      state.catalogue.divisions.isWithin(wanted.place, state.scope)
    else { return PlaceLevel(state.scope) }
    return wanted
  }

  func items(_ state: AppState) -> [Item] {
    let level = level(state)
    if level.isGroup { return sections(state).map(Item.section) }
    let isCounty = state.catalogue.divisions[level.place]?.level == .county
    if isCounty, filter.isEmpty { return [.group] }
    if showsMap(state) { return PlacesMap.places(state).map(Item.place) }
    return PlacesTable(state).rows.map { .place($0.place) }
  }

  /// The item under the cursor.
  func item(_ state: AppState) -> Item? {
    let items = items(state)
    guard let chosen = chosen[level(state)] else { return items.first }
    if items.contains(chosen) { return chosen }
    guard case .place(let code) = chosen else { return items.first }
    // From the map of counties to the list of cities and back: the city, or its first county.
    let divisions = state.catalogue.divisions
    return items.first { item in
      guard case .place(let other) = item else { return false }
      return divisions.isWithin(code, other) || divisions.isWithin(other, code)
    } ?? items.first
  }

  func subject(_ state: AppState) -> Subject {
    let level = level(state)
    guard level.isGroup, case .section(let section) = item(state) else {
      return Subject(level: level, section: nil)
    }
    return Subject(level: level, section: section)
  }

  /// Whether the map has the window to itself here: a county has no parts to map.
  func showsMap(_ state: AppState) -> Bool {
    let level = level(state)
    return isMap && !level.isGroup && state.catalogue.divisions[level.place]?.level != .county
  }

  func scroll(_ state: AppState) -> Scroll { scrolls[subject(state)] ?? Scroll(selected: -1) }

  /// The line of the report under the cursor.
  func line(_ state: AppState) -> PlaceLine? {
    guard pane == .report else { return nil }
    return PlaceLines.of(state)[safe: scroll(state).selected]
  }
}

// MARK: - Going down and up

extension PlacesScreen {
  /// Goes to a place, so that every level above has it under its cursor.
  mutating func go(to level: PlaceLevel, in state: AppState) {
    wanted = level
    (pane, arrival, filter) = (.parts, nil, "")
    if level.isGroup { chosen[PlaceLevel(level.place)] = .group }
    var code = level.place
    while let parent = state.catalogue.divisions[code]?.parent {
      // The map of the province holds counties: its cursor stays on the county.
      if !(isMap && isCounty(chosen[PlaceLevel(parent)], within: code, state)) {
        chosen[PlaceLevel(parent)] = .place(code)
      }
      code = parent
    }
  }

  private func isCounty(
    _ item: Item?, within code: Division.Code, _ state: AppState
  ) -> Bool {
    guard case .place(let place) = item else { return false }
    return place != code && state.catalogue.divisions.isWithin(place, code)
  }

  /// One level up; false at the standing context.
  mutating func goUp(in state: AppState) -> Bool {
    let level = level(state)
    if level.isGroup {
      wanted = PlaceLevel(level.place)
    } else {
      guard level.place != state.scope, let parent = state.catalogue.divisions[level.place]?.parent
      else { return false }
      wanted = PlaceLevel(parent)
      if chosen[PlaceLevel(parent)] == nil { chosen[PlaceLevel(parent)] = .place(level.place) }
    }
    (pane, filter) = (.parts, "")
    return true
  }

  mutating func choose(_ item: Item, in state: AppState) { choose(at: level(state), item) }

  mutating func choose(at level: PlaceLevel, _ item: Item) { chosen[level] = item }
}

// MARK: - Moving about

extension PlacesScreen {
  mutating func move(_ command: Command, in state: AppState) {
    if showsMap(state) { return moveOnMap(command, in: state) }
    switch command {
    case .nextPane, .previousPane: pane = pane == .parts ? .report : .parts
    case .left: pane = .parts
    case .right: pane = .report
    default: pane == .parts ? moveInList(command, in: state) : moveInReport(command, in: state)
    }
  }

  private mutating func moveInList(_ command: Command, in state: AppState) {
    let items = items(state)
    let index = item(state).flatMap { items.firstIndex(of: $0) } ?? 0
    let page = max(1, PlacesLayout(state).rows - 1)
    let steps: [Command: Int] = [
      .up: -1, .down: 1, .pageUp: -page, .pageDown: page, .top: -items.count,
      .bottom: items.count,
    ]
    guard let step = steps[command], !items.isEmpty else { return }
    choose(items[max(0, min(items.count - 1, index + step))], in: state)
  }

  private mutating func moveInReport(_ command: Command, in state: AppState) {
    let lines = PlaceLines.of(state)
    var scroll = scroll(state)
    let page = max(1, PlacesLayout(state).reportRows - 2)
    let steps: [Command: Int] = [
      .up: -1, .down: 1, .pageUp: -page, .pageDown: page, .top: -lines.count,
      .bottom: lines.count,
    ]
    guard let step = steps[command], !lines.isEmpty else { return }
    var index = max(0, min(lines.count - 1, scroll.selected + step))
    // Headings are passed over, onwards where there is anything and else back.
    let direction = step.signum()
    while lines.indices.contains(index), !lines[index].isRest { index += direction }
    if !lines.indices.contains(index) {
      index = direction < 0 ? 0 : lines.count - 1
      while lines.indices.contains(index), !lines[index].isRest { index -= direction }
    }
    guard lines.indices.contains(index) else { return }
    scroll.selected = index
    scrolls[subject(state)] = scroll
  }

  private mutating func moveOnMap(_ command: Command, in state: AppState) {
    let places = PlacesMap.places(state).compactMap { state.catalogue.divisions[$0] }
    guard case .place(let code) = item(state),
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
    if let near { choose(.place(near.0), in: state) }
    if command == .top, let first = places.first { choose(.place(first.id), in: state) }
    if command == .bottom, let last = places.last { choose(.place(last.id), in: state) }
  }

  /// Goes to the report of a section, on the first line where something can be written.
  mutating func enterReport(in state: AppState) {
    pane = .report
    let lines = PlaceLines.of(state)
    var scroll = scroll(state)
    guard scroll.selected <= lines.firstIndex(where: \.isRest) ?? 0,
      let first = lines.firstIndex(where: { $0.field != nil })
    else { return }
    scroll.selected = first
    scrolls[subject(state)] = scroll
  }

  /// Puts the cursor on an item, as a click does; false where it was there already.
  mutating func click(_ pane: Pane, _ index: Int, in state: AppState) -> Bool {
    let before = (self.pane, item(state), scroll(state).selected)
    if pane == .report {
      self.pane = .report
      scrolls[subject(state), default: Scroll()].selected = index
      return before.0 != .report || before.2 != index
    }
    let found = pane == .map ? PlacesMap.places(state).map(Item.place) : items(state)
    guard let item = found[safe: index] else { return true }
    self.pane = .parts
    choose(item, in: state)
    return before.0 == .report || before.1 != item
  }

  /// The next order of the table.
  mutating func stepOrder() {
    let all = Order.allCases
    order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
  }

  /// The next measure that colours the map: progress, then each monitored indicator.
  mutating func stepMeasure(in state: AppState) {
    let count = state.figures.book?.monitored.count ?? 0
    measure = measure.map { $0 + 1 < count ? $0 + 1 : nil } ?? (count > 0 ? 0 : nil)
  }

  mutating func settle(in state: AppState) {
    let (level, layout) = (level(state), PlacesLayout(state))
    measured = MeasuredParts.of(level.place, in: state)
    let items = items(state)
    var list = Scroll(
      selected: item(state).flatMap { items.firstIndex(of: $0) } ?? 0, offset: offsets[level] ?? 0)
    list.settle(count: items.count, height: layout.rows)
    offsets[level] = list.offset
    guard !showsMap(state) else { return }
    let lines = PlaceLines.of(state)
    var scroll = scroll(state)
    let first = lines.firstIndex(where: \.isRest) ?? 0
    scroll.selected = max(first, min(scroll.selected, lines.count - 1))
    scroll.settle(count: lines.count, height: layout.reportRows)
    // Headings above the first line come into view with it.
    if scroll.selected == first, first < layout.reportRows { scroll.offset = 0 }
    scrolls[subject(state)] = scroll
  }
}
