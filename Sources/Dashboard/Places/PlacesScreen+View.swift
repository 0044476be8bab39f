import Cells
import Reform
import Widgets

extension PlacesScreen {
  func draw(_ model: Model, on frame: inout Frame) {
    let layout = PlacesLayout(self, model)
    drawCrumbs(model, in: layout.crumbs, on: &frame)
    if let map = layout.wholeMap {
      PlacesMap(self, model).draw(in: map, on: &frame)
      return
    }
    drawList(model, in: layout.list, on: &frame)
    if let map = layout.map { PlacesMap(self, model).draw(in: map, on: &frame) }
    drawReport(model, in: layout.report, on: &frame)
  }

  // MARK: Crumbs

  /// The way from the province down to what is looked at.
  func crumbs(_ model: Model) -> [PlaceLevel] {
    let level = level(model)
    var crumbs = level.isGroup ? [level] : []
    var next: Division.Code? = level.place
    while let code = next, crumbs.count < 6 {
      crumbs.insert(PlaceLevel(code), at: 0)
      next = model.catalogue.divisions[code]?.parent
    }
    return crumbs
  }

  private func drawCrumbs(_ model: Model, in row: Rect, on frame: inout Frame) {
    let crumbs = crumbs(model)
    var x = row.x + 1
    for (index, crumb) in crumbs.enumerated() {
      let isLast = index == crumbs.count - 1
      let words =
        crumb.isGroup ? Words.Places.group(model.language) : model.name(of: crumb.place)
      let style = Style(isLast ? .title : .accent, bold: isLast)
      let used = frame.put(words, x: x, y: row.y, width: row.maxX - x - 1, style)
      frame.hit(
        Rect(x: x, y: row.y, columns: used, rows: 1),
        .item(pane: Pane.crumbs.rawValue, index: index))
      x += used
      if !isLast {
        x += frame.put(model.marks.isASCII ? " > " : " › ", x: x, y: row.y, Style(.faint))
      }
    }
    let level = level(model)
    guard let people = model.catalogue.divisions[level.place]?.population else { return }
    let shown = Fen(Int64(people) * 100).grouped.dropLast(3)
    let words =
      "\(Words.Places.population(model.language)) \(shown)"
      + (model.language == .zh
        ? "（\(Words.Places.census(.zh))）" : " (\(Words.Places.census(.en)))")
    let width = frame.ruler.columns(of: words)
    guard x + width + 2 < row.maxX else { return }
    frame.putRight(words, maxX: row.maxX - 1, y: row.y, width: width, Style(.faint))
  }

  // MARK: The list

  private func drawList(_ model: Model, in area: Rect, on frame: inout Frame) {
    let level = level(model)
    let isCounty = !level.isGroup && model.catalogue.divisions[level.place]?.level == .county
    let isOfGroup = isCounty && filter.isEmpty
    let title =
      level.isGroup ? Words.Places.sections : isOfGroup ? Words.Places.group : Words.Places.parts
    let remark =
      filterWords(model)
      ?? (level.isGroup || isCounty ? "" : Words.Places.order(order)(model.language))
    let inside = Box(title(model.language), remark: remark, isFocused: pane == .parts)
      .draw(in: area, on: &frame.canvas, marks: model.marks)
    guard inside.rows > 0 else { return }
    if !filter.isEmpty, items(model).isEmpty {
      let words = Words.Places.noMatch(model.language)
      for (row, text) in frame.ruler.wrap(words, to: inside.columns - 2).enumerated() {
        frame.put(text, x: inside.x + 1, y: inside.y + row, Style(.warning))
      }
      return
    }
    if level.isGroup || isOfGroup {
      drawItems(model, in: inside, on: &frame)
      if isCounty { drawGroup(model, of: level.place, in: inside.dropping(rows: 2), on: &frame) }
      return
    }
    let table = PlacesTable(self, model)
    table.drawHeads(in: inside.row(0), on: &frame)
    let base = FinishedRate.Base.local.words(model.language)
    frame.put(
      " \(Words.Places.finished(model.language))\(DocumentRow.colon(model.language))\(base) ",
      x: area.x + 2, y: area.maxY - 1, width: area.columns - 4, Style(.faint))
    let (body, chosen) = (inside.dropping(rows: 1), item(model))
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
  private func drawItems(_ model: Model, in area: Rect, on frame: inout Frame) {
    let (items, level, language) = (items(model), level(model), model.language)
    let (desk, chosen) = (model.placeShelf.desk(on: model.day), item(model))
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
    _ model: Model, of county: Division.Code, in area: Rect, on frame: inout Frame
  ) {
    guard let desk = model.placeShelf.desk(on: model.day) else { return }
    let (language, group) = (model.language, desk.book.group(of: county))
    var lines: [(String, Role)] = [
      (group.name ?? Words.Groups.noName(language), group.name == nil ? .faint : .title)
    ]
    if let lead = group.leadHospital { lines.append((lead, .plain)) }
    for section in GroupSection.all(of: county, model) where isTold(section) {
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

  private func drawReport(_ model: Model, in area: Rect, on frame: inout Frame) {
    let subject = subject(model)
    let title =
      subject.section?.name(model.placeShelf.desk(on: model.day), model.language)
      ?? model.name(of: subject.level.place)
    let lines = PlaceLines.of(self, model)
    let inside = Box(title, isFocused: pane == .report)
      .draw(in: area, on: &frame.canvas, marks: model.marks)
    let scroll = scroll(model)
    let window = scroll.window(count: lines.count, height: inside.rows)
    for (number, index) in window.enumerated() {
      let isChosen = pane == .report && index == scroll.selected
      lines[index].draw(model, in: inside.row(number), isChosen ? .selected : .none, on: &frame)
      guard lines[index].isRest else { continue }
      frame.hit(inside.row(number), .item(pane: Pane.report.rawValue, index: index))
    }
    let below = lines.count - window.upperBound
    if below > 0 {
      frame.putRight(" +\(below) ", maxX: area.maxX - 2, y: area.maxY - 1, width: 8, Style(.accent))
    }
  }
}
