import Cells
import Reform
import Widgets

extension AppState {
  /// What the screen of places lacks: the place, and below the city the medical groups.
  mutating func wantsOfPlaces() -> [Effect] {
    guard context.isPlaces else { return [] }
    // Ranks are reckoned from the figures: those come first.
    let isRead = figures.isWhole && figures.figures?.request.day == day
    guard isRead || !progress.hasFigures else { return [] }
    let level = places.level(self)
    let isProvince = level.place == catalogue.province
    let place = PlaceSheet.Request(
      place: level.place, day: day, figures: figures.number,
      isWide: isProvince && (places.isMap || size.columns >= 140), turn: placeShelf.turn)
    var effects: [Effect] = []
    if placeShelf.asked != place {
      placeShelf.asked = place
      effects.append(.loadPlace(place))
    }
    let groups = GroupSheet.Request(day: day, turn: placeShelf.turn)
    if catalogue.divisions[level.place]?.level == .county, placeShelf.askedGroups != groups {
      placeShelf.askedGroups = groups
      effects.append(.loadGroups(groups))
    }
    return effects
  }

  mutating func take(_ sheet: PlaceSheet) {
    placeShelf.put(sheet)
    settle()
  }

  mutating func take(_ sheet: GroupSheet) {
    placeShelf.put(sheet)
    settle()
  }

  // MARK: Commands

  /// Goes down, or opens what the line under the cursor names.
  mutating func openInPlaces() -> [Effect] {
    if places.pane == .report, !places.showsMap(self) { return openLine() }
    var screen = places
    switch screen.item(self) {
    case .place(let code): screen.go(to: PlaceLevel(code), in: self)
    case .group:
      screen.go(to: PlaceLevel(screen.level(self).place, isGroup: true), in: self)
    case .section: screen.enterReport(in: self)
    case nil: break
    }
    places = screen
    settle()
    return []
  }

  private mutating func openLine() -> [Effect] {
    switch places.line(self)?.link {
    case .task(let task, let place):
      let effects = open(task)
      openTasks[openTasks.count - 1].wanted = place
      return effects
    case .indicator(let indicator): return open(indicator: indicator, in: places.level(self).place)
    case nil where places.line(self)?.field != nil:
      writeOfGroup(.amend)
      return []
    case nil:
      toast = Toast(Words.Places.nothingToOpen(language))
      return []
    }
  }

  /// Opens an indicator for a place, whatever the standing context is.
  private mutating func open(indicator: Indicator.ID, in place: Division.Code) -> [Effect] {
    let effects = open(indicator: indicator)
    indicators.place = place
    if let known = figures.figures { show(known) }
    if let line = figures.place(of: indicator) { indicators.list.selected = line }
    settle()
    return effects
  }

  /// Forgets what the indicators were opened for; the board is that of the context again.
  mutating func leaveIndicators() {
    indicators.origin = nil
    guard indicators.place != nil else { return }
    indicators.place = nil
    if let known = figures.figures { show(known) }
  }

  /// One level up, or from the report to the list; false where the standing context ends.
  mutating func backInPlaces() -> Bool {
    var screen = places
    var isDone = true
    if screen.pane == .report, !screen.showsMap(self) {
      screen.pane = .parts
    } else {
      isDone = screen.goUp(in: self)
      if !isDone, scope != home, let parent = catalogue.divisions[scope]?.parent {
        screen.go(to: PlaceLevel(parent), in: self)
        screen.choose(at: PlaceLevel(parent), .place(scope))
      }
    }
    places = screen
    settle()
    return isDone
  }

  /// From wherever it went down, back to the standing context; the way down stays under the cursor.
  mutating func leaveLevels() {
    var screen = places
    while screen.goUp(in: self) {}
    screen.filter = ""
    places = screen
  }

  mutating func stepPlaceMeasure() {
    var screen = places
    screen.stepMeasure(in: self)
    places = screen
    settle()
  }

  mutating func sortPlaces(_ command: Command) {
    if command == .reverse { places.isReversed.toggle() } else { places.stepOrder() }
    settle()
  }

  /// The map over the whole window, or beside the list.
  mutating func toggleMap() {
    places.isMap.toggle()
    settle()
  }

  mutating func clickCrumb(_ index: Int) {
    guard let level = PlacesScreen.crumbs(self)[safe: index] else { return }
    guard level.isGroup || catalogue.divisions.isWithin(level.place, scope) else { return }
    var screen = places
    screen.go(to: level, in: self)
    places = screen
    settle()
  }

  // MARK: Why

  /// Why the light, the number or the rule under the cursor; nil where the task is to be asked.
  mutating func explainInPlaces() -> [Effect]? {
    guard context.isPlaces else { return nil }
    guard let line = places.line(self) else {
      overlay = .explanation(reasons(), offset: 0)
      return []
    }
    if case .task = line.shape { return nil }
    if case .figure(let figure, _) = line.shape {
      let key = Figure.Key(
        figure.indicator, in: places.level(self).place, .year(figure.year))
      return [.loadExplanation(key, day: day)]
    }
    guard !line.why.isEmpty else {
      toast = Toast(Words.Places.nothingToExplain(language))
      return []
    }
    overlay = .explanation(line.why, offset: 0)
    return []
  }

  /// The standing of the task under the cursor.
  var placeStanding: TaskStanding? {
    guard case .task(let standing)? = places.line(self)?.shape else { return nil }
    return standing
  }

  /// What the numbers of the part under the cursor are made of.
  private func reasons() -> [Overlay.Explained] {
    guard case .place(let code) = places.item(self) else { return groupReasons() }
    let sheet = placeShelf.sheet(of: places.level(self).place, on: day)
    var lines: [Overlay.Explained] = [.init("", name(of: code), .title)]
    if let part = sheet?.report.parts.first(where: { $0.place == code }) ?? sheet?.counties[code] {
      lines += self.lines(of: part.rate, part.counts, part.lights)
      let due = part.next?.description ?? Words.Overview.nothingDue(language)
      lines.append(.init(Words.Places.due(language), due))
    }
    return lines + measured(code)
  }

  /// What is kept of the medical group under the cursor, section by section.
  private func groupReasons() -> [Overlay.Explained] {
    let county = places.level(self).place
    var lines = [
      Overlay.Explained("", name(of: county) + marks.dot + Words.Places.group(language), .title)
    ]
    guard let desk = placeShelf.desk(on: day) else { return lines }
    let group = desk.book.group(of: county)
    lines.append(.init("", group.name ?? Words.Groups.noName(language), .accent))
    if let lead = group.leadHospital { lines.append(.init(Words.Groups.lead(language), lead)) }
    let asked: GroupSection? =
      if case .section(let section) = places.item(self) { section } else { nil }
    return lines
      + GroupSection.all(of: county, self).filter { asked == nil || $0 == asked }.map {
        .init($0.name(desk, language), $0.remark(desk, of: county, language))
      }
  }

  private func measured(_ code: Division.Code) -> [Overlay.Explained] {
    let (indicator, year) = PlacesTable.measured(self)
    guard let indicator, let year, let report = figures.figures?.report,
      let ranking = MeasuredParts.of(places.level(self).place, in: self)?.ranking
    else { return [] }
    let reading = report.reading(indicator.id, in: code, year)
    let value = reading?.value.map { indicator.shown($0) + indicator.sign } ?? "-"
    let parts = [reading?.numerator?.plain, reading?.denominator?.plain].compactMap(\.self)
    let rank = ranking.row(of: code)?.rank.map { "\($0)/\(ranking.rows.count)" } ?? "-"
    return [
      .init(indicator.short(language), "\(parts.joined(separator: " ÷ ")) = \(value) (\(year))"),
      .init(
        Words.Places.rank(language),
        indicator.direction == nil ? Words.Indicators.noDirection(language) : rank),
    ]
  }

  // MARK: Out

  /// The list and the report that show, as rows of a table.
  func placeRows() -> [[String]] {
    let level = places.level(self)
    let crumbs = PlacesScreen.crumbs(self).map {
      $0.isGroup ? Words.Places.group(language) : name(of: $0.place)
    }
    var rows = [crumbs]
    if !level.isGroup, catalogue.divisions[level.place]?.level != .county {
      rows += partRows()
    }
    return rows + PlaceLines.of(self).map { $0.cells(self) }.filter { !$0.isEmpty }
  }

  private func partRows() -> [[String]] {
    let table = PlacesTable(self)
    let orders: [PlacesScreen.Order] = [.name, .finished, .red, .due, .indicator, .rank]
    let heads = [
      Words.Places.name(language), Words.Places.finished(language), Words.Places.red(language),
      Words.Places.due(language), table.indicator?.name(language) ?? "",
      Words.Places.rank(language),
    ]
    return [heads]
      + table.rows.map { row in
        orders.map { order in
          order == .name
            ? name(of: row.place)
            : order == .due ? row.part?.next?.description ?? "" : table.text(row, order)
        }
      }
  }
}
