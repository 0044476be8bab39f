import Cells
import Reform
import Widgets

extension PlacesScreen {
  func draw(_ state: AppState, on frame: inout Frame) {
    let layout = PlacesLayout(state)
    drawCrumbs(state, in: layout.crumbs, on: &frame)
    if let map = layout.wholeMap {
      PlacesMap(state).draw(in: map, on: &frame)
      return
    }
    drawList(state, in: layout.list, on: &frame)
    if let map = layout.map { PlacesMap(state).draw(in: map, on: &frame) }
    drawReport(state, in: layout.report, on: &frame)
  }

  // MARK: Crumbs

  /// The way from the province down to what is looked at.
  static func crumbs(_ state: AppState) -> [PlaceLevel] {
    let level = state.places.level(state)
    var crumbs = level.isGroup ? [level] : []
    var next: Division.Code? = level.place
    while let code = next, crumbs.count < 6 {
      crumbs.insert(PlaceLevel(code), at: 0)
      next = state.catalogue.divisions[code]?.parent
    }
    return crumbs
  }

  private func drawCrumbs(_ state: AppState, in row: Rect, on frame: inout Frame) {
    let crumbs = Self.crumbs(state)
    var x = row.x + 1
    for (index, crumb) in crumbs.enumerated() {
      let isLast = index == crumbs.count - 1
      let words =
        crumb.isGroup ? Words.Places.group(state.language) : state.name(of: crumb.place)
      let style = Style(isLast ? .title : .accent, bold: isLast)
      let used = frame.put(words, x: x, y: row.y, width: row.maxX - x - 1, style)
      frame.hit(
        Rect(x: x, y: row.y, columns: used, rows: 1),
        .item(pane: Pane.crumbs.rawValue, index: index))
      x += used
      if !isLast {
        x += frame.put(state.marks.isASCII ? " > " : " › ", x: x, y: row.y, Style(.faint))
      }
    }
    let level = level(state)
    guard let people = state.catalogue.divisions[level.place]?.population else { return }
    let shown = Fen(Int64(people) * 100).grouped.dropLast(3)
    let words =
      "\(Words.Places.population(state.language)) \(shown)"
      + (state.language == .zh
        ? "（\(Words.Places.census(.zh))）" : " (\(Words.Places.census(.en)))")
    let width = frame.ruler.columns(of: words)
    guard x + width + 2 < row.maxX else { return }
    frame.putRight(words, maxX: row.maxX - 1, y: row.y, width: width, Style(.faint))
  }

  // MARK: The list

  private func drawList(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let level = level(state)
    let isCounty = !level.isGroup && state.catalogue.divisions[level.place]?.level == .county
    let isOfGroup = isCounty && filter.isEmpty
    let title =
      level.isGroup ? Words.Places.sections : isOfGroup ? Words.Places.group : Words.Places.parts
    let remark =
      filterWords(state)
      ?? (level.isGroup || isCounty ? "" : Words.Places.order(order)(state.language))
    let inside = Box(title(state.language), remark: remark, isFocused: pane == .parts)
      .draw(in: area, on: &frame.canvas, marks: state.marks)
    guard inside.rows > 0 else { return }
    if !filter.isEmpty, items(state).isEmpty {
      let words = Words.Places.noMatch(state.language)
      for (row, text) in frame.ruler.wrap(words, to: inside.columns - 2).enumerated() {
        frame.put(text, x: inside.x + 1, y: inside.y + row, Style(.warning))
      }
      return
    }
    if level.isGroup || isOfGroup {
      drawItems(state, in: inside, on: &frame)
      if isCounty { drawGroup(state, of: level.place, in: inside.dropping(rows: 2), on: &frame) }
      return
    }
    let table = PlacesTable(state)
    table.drawHeads(in: inside.row(0), on: &frame)
    let base = FinishedRate.Base.local.words(state.language)
    frame.put(
      " \(Words.Places.finished(state.language))\(DocumentRow.colon(state.language))\(base) ",
      x: area.x + 2, y: area.maxY - 1, width: area.columns - 4, Style(.faint))
    let (body, chosen) = (inside.dropping(rows: 1), item(state))
    let window = Scroll(offset: offsets[level] ?? 0)
      .window(count: table.rows.count, height: body.rows)
    for (number, index) in window.enumerated() {
      let row = table.rows[index]
      let ground = ground(chosen == .place(row.place))
      table.draw(row, in: body.row(number), ground, on: &frame)
      frame.hit(body.row(number), .item(pane: Pane.parts.rawValue, index: index))
    }
  }

  private func ground(_ isChosen: Bool) -> Ground {
    !isChosen ? .none : pane == .parts ? .selected : .shaded
  }

  /// The group of a county, or the sections of a group.
  private func drawItems(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let (items, level, language) = (items(state), level(state), state.language)
    let (desk, chosen) = (state.placeShelf.desk(on: state.day), item(state))
    let window = Scroll(offset: offsets[level] ?? 0).window(count: items.count, height: area.rows)
    for (number, index) in window.enumerated() {
      let row = area.row(number)
      let ground = ground(chosen == items[index])
      var (words, remark) = (Words.Places.group(language), "")
      if case .section(let section) = items[index] {
        words = section.name(desk, language)
        remark = desk.map { section.remark($0, of: level.place, language) } ?? ""
      }
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      let width = frame.ruler.columns(of: remark)
      frame.put(
        words, x: row.x + 1, y: row.y, width: row.columns - width - 3, Style(on: ground, bold: true)
      )
      frame.putRight(
        remark, maxX: row.maxX - 1, y: row.y, width: width, Style(.faint, on: ground))
      frame.hit(row, .item(pane: Pane.parts.rawValue, index: index))
    }
  }

  /// The group of a county in a few lines.
  private func drawGroup(
    _ state: AppState, of county: Division.Code, in area: Rect, on frame: inout Frame
  ) {
    guard let desk = state.placeShelf.desk(on: state.day) else { return }
    let (language, group) = (state.language, desk.book.group(of: county))
    var lines: [(String, Role)] = [
      (group.name ?? Words.Groups.noName(language), group.name == nil ? .faint : .title)
    ]
    if let lead = group.leadHospital { lines.append((lead, .plain)) }
    for section in GroupSection.all(of: county, state) where isTold(section) {
      let remark = section.remark(desk, of: county, language)
      lines.append(("\(section.name(desk, language)) \(remark)", .plain))
    }
    if group.isMadeUp { lines.append((Words.Groups.sample(language), .sample)) }
    let wrapped = lines.flatMap { line in
      frame.ruler.wrap(line.0, to: max(4, area.columns - 2)).map { ($0, line.1) }
    }
    for (number, line) in wrapped.prefix(area.rows).enumerated() {
      frame.put(
        line.0, x: area.x + 1, y: area.y + number, width: area.columns - 2, Style(line.1))
    }
  }

  private func isTold(_ section: GroupSection) -> Bool {
    if case .list(let id) = section { return id == GroupCharter.gate }
    return true
  }

  // MARK: The report

  private func drawReport(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let subject = subject(state)
    let title =
      subject.section?.name(state.placeShelf.desk(on: state.day), state.language)
      ?? state.name(of: subject.level.place)
    let lines = PlaceLines.of(state)
    let inside = Box(title, isFocused: pane == .report)
      .draw(in: area, on: &frame.canvas, marks: state.marks)
    let scroll = scroll(state)
    let window = scroll.window(count: lines.count, height: inside.rows)
    for (number, index) in window.enumerated() {
      let isChosen = pane == .report && index == scroll.selected
      lines[index].draw(state, in: inside.row(number), isChosen ? .selected : .none, on: &frame)
      guard lines[index].isRest else { continue }
      frame.hit(inside.row(number), .item(pane: Pane.report.rawValue, index: index))
    }
    let below = lines.count - window.upperBound
    if below > 0 {
      frame.putRight(" +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent))
    }
  }
}
