import Reform
import Widgets

extension CompareScreen {
  /// Brings what is computed up to what is chosen, and the cursor into the window.
  mutating func reveal(in model: Model) {
    guard let reports = model.reports else { return }
    let grounds = ground(in: model, reports)
    // A measure of groups that are still being read stays chosen.
    if reports.groups != nil || !(indicator.map(LedgerMeasure.names) ?? false) {
      indicator = grounds.indicator?.id
    }
    if other == indicator || !grounds.indicators.contains(where: { $0.id == other }) {
      other = grounds.indicators.first { $0.id != indicator }?.id
    }
    marked.removeAll { !grounds.all.contains($0) }
    if marked.count < 2 { isSideBySide = false }
    if let beside, !grounds.places.contains(beside) { self.beside = nil }
    // A county that the program looks at has the cursor among those of its city.
    let known = look == .collection ? grounds.sending : grounds.all
    let isKnown =
      place.map { [grounds.region, table?.own].contains($0) || known.contains($0) } ?? false
    if !isKnown, grounds.places.contains(model.scope) { place = model.scope }
    renew(grounds, model)
    if order == nil { beside = nil }
    let layout = keepLayout(model)
    let chosen = place
    arrange(reports, in: layout)
    switch look {
    case .movers:
      // Cities move the province, also where the matrix holds its counties.
      place = chosen
      reckonMovers(grounds, model, reports, layout)
    case .collection: reckonBoard(grounds, model, reports.figures, layout)
    default: break
    }
    if grounds.level == .county { table?.rank(position.column.selected, reports) }
    said = facts(grounds, model)
  }

  private mutating func renew(_ grounds: ComparisonScope, _ model: Model) {
    let groups = model.placeCache.measures(on: model.day) == nil ? 0 : model.placeCache.groupNumber
    let key = grounds.key(self, number: model.figures.number, groups: groups)
    guard table?.key != key else { return }
    if (table?.key.year == nil) != (key.year == nil) { order = nil }
    table = CompareTable(key, places: grounds.places, columns: grounds.columns(self))
  }

  /// Fills the columns that show, orders the rows and finds the cursor in them.
  private mutating func arrange(_ reports: ComparedReports, in layout: CompareLayout) {
    guard var table else { return }
    let columns = table.columns
    position.column.selected =
      columns.firstIndex { isByYear ? $0.year == grounds?.year : $0.indicator.id == indicator }
      ?? (isByYear ? max(0, columns.count - 1) : 0)
    if let order, !columns.indices.contains(order.column) { self.order = nil }
    let window = layout.matrixWindow(rows: table.places.count, of: columns.count)
    position.column.reveal(count: columns.count, height: window.columns)
    let shown = position.column.window(count: columns.count, height: window.columns)
    let needed = isSideBySide ? Set(columns.indices) : Set(shown)
    for column in needed.union([position.column.selected, order?.column ?? 0]) {
      table.fill(column, reports)
    }
    self.table = table
    let own = beside == nil ? [table.own].compactMap(\.self) : []
    show([table.key.region] + own + ordered(table), height: window.rows)
  }

  /// Shows rows, the cursor on the place where it was.
  private mutating func show(_ rows: [Division.Code], height: Int) {
    self.rows = rows
    if place.map({ !rows.contains($0) }) ?? true { place = rows.first }
    position.row.selected = place.flatMap { rows.firstIndex(of: $0) } ?? 0
    position.row.reveal(count: rows.count, height: max(1, height))
  }

  private mutating func reckonMovers(
    _ grounds: ComparisonScope, _ model: Model, _ reports: ComparedReports,
    _ layout: CompareLayout
  ) {
    guard let indicator = grounds.indicator, let years = grounds.span(isLongSpan) else {
      moved = nil
      return
    }
    let isOfGroups = LedgerMeasure.names(indicator.id)
    let number = isOfGroups ? model.placeCache.groupNumber : model.figures.number
    var next = Moved(
      number: number, region: grounds.region, indicator: indicator.id, years: years)
    if let moved, moved.number == number, moved.region == next.region,
      moved.indicator == next.indicator, moved.years == years
    {
      next = moved
    } else {
      next.result = Decomposition(
        reports[indicator.id], indicator, in: grounds.region, from: years.lowerBound,
        to: years.upperBound)
    }
    moved = next
    show([grounds.region] + (next.result?.rows.map(\.place) ?? []), height: layout.inside.rows - 2)
  }

  private mutating func reckonBoard(
    _ grounds: ComparisonScope, _ model: Model, _ report: IndicatorReport,
    _ layout: CompareLayout
  ) {
    guard let collected, collected.day == model.day else {
      board = nil
      return
    }
    let number = [Int64(model.figures.number), model.progress.filings]
    show([grounds.region] + grounds.sending, height: layout.board.rows - 1)
    if let board, board.number == number, board.seen == collected.lastAct,
      board.region == grounds.region, board.level == grounds.level, board.year == grounds.year
    {
      return
    }
    board = Board(
      number: number, seen: collected.lastAct, region: grounds.region, level: grounds.level,
      year: grounds.year,
      whole: CollectionBoard(
        report.figures, year: grounds.year, places: rows, asked: grounds.asked,
        batches: collected.batches, collecting: collected.entries),
      forms: TaskFormBoard(
        collected.forms, returns: collected.entries, on: model.day, of: rows, in: model.catalogue))
  }
}
