import Cells
import Reform
import Widgets

extension CompareScreen {
  func draw(_ model: Model, on frame: inout Frame) {
    let layout = CompareLayout(model, self)
    drawStrip(model, in: layout.strip, on: &frame)
    guard let grounds, let reports = model.reports,
      look == .collection || grounds.years != nil && grounds.indicator != nil
    else {
      return drawNothing(model, layout, on: &frame)
    }
    if isSideBySide { return drawSides(grounds, reports, model, layout, on: &frame) }
    switch look {
    case .indicators, .years: drawMatrix(grounds, model, layout, on: &frame)
    case .points: drawPoints(grounds, reports, model, layout, on: &frame)
    case .movers: drawMovers(grounds, model, layout, on: &frame)
    case .collection: drawBoard(grounds, model, layout, on: &frame)
    }
  }

  private func drawNothing(_ model: Model, _ layout: CompareLayout, on frame: inout Frame) {
    let inside = Box(Words.Compare.title(model.language), isFocused: true)
      .draw(in: layout.box, on: &frame.canvas, marks: model.marks)
    let isLoading = !model.figures.isWhole
    let words = isLoading ? Words.Indicators.loading : Words.Indicators.empty
    let lines = frame.ruler.wrap(words(model.language), to: max(1, inside.columns - 2))
    for (row, text) in lines.prefix(inside.rows).enumerated() {
      frame.put(text, x: inside.x + 1, y: inside.y + row, Style(.accent))
    }
  }

  // MARK: What is looked at

  private func drawStrip(_ model: Model, in area: Rect, on frame: inout Frame) {
    let language = model.language
    var x = area.x
    for one in Look.allCases {
      let isFront = one == look
      let words = " \(Words.Compare.look(one)(language)) "
      let style = isFront ? Style(.title, on: .selected, bold: true) : Style(.accent)
      let width = frame.put(words, x: x, y: area.y, style)
      frame.hit(
        Rect(x: x, y: area.y, columns: width, rows: 1), .item(pane: -1, index: one.rawValue))
      x += width + 1
    }
    let remark = remark(model)
    frame.putRight(
      remark, maxX: area.maxX - 1, y: area.y, width: max(0, area.maxX - x - 2), Style(.faint))
  }

  /// The year, how many places of which level and group, and that figures are made up.
  private func remark(_ model: Model) -> String {
    guard let grounds else { return "" }
    let language = model.language
    let count = look == .collection ? grounds.all.count : grounds.places.count
    let level =
      grounds.level == .city
      ? Phrase("\(count) 市", "\(count) cities")
      : Phrase("\(count) 县", "\(count) counties")
    var parts = [model.short(of: grounds.region), level(language)]
    if !isByYear { parts.insert("\(grounds.year)", at: 0) }
    if let group, look != .collection {
      parts.append(Phrase("同类 \(group)", "group \(group)")(language))
    }
    if !marked.isEmpty {
      parts.append(Phrase("选中 \(marked.count)", "\(marked.count) picked")(language))
    }
    return parts.joined(separator: model.marks.dot)
  }

  /// The word for figures that were made up; empty for all others.
  static func sample(_ flags: FigureFlags, _ language: Language) -> String {
    flags.intersection(.madeUp).words.map { $0(language) }.joined()
  }

  // MARK: The matrix

  private func drawMatrix(
    _ grounds: CompareGrounds, _ model: Model, _ layout: CompareLayout, on frame: inout Frame
  ) {
    guard let table else { return }
    let language = model.language
    let isWide = model.size.columns >= 100
    let name = isWide ? grounds.indicator?.name : grounds.indicator?.short
    let subject = isByYear ? (name?(language) ?? "") + model.marks.dot : ""
    let title = subject + Words.Compare.measure(measure)(language)
    let sample = Self.sample(chosen?.row.reading?.flags ?? [], language)
    let inside = Box(title, remark: sample, isFocused: true)
      .draw(in: layout.box, on: &frame.canvas, marks: model.marks)
    let matrix = matrix(table, model, layout)
    matrix.draw(position, in: inside, on: &frame.canvas, marks: model.marks)
    if let x = matrix.dividerX(position, in: inside, ruler: frame.ruler) {
      let ruler = frame.ruler
      let first = max(x, layout.box.x + ruler.columns(of: title) + 5)
      let room = layout.box.maxX - ruler.columns(of: sample) - 5 - first
      let words = " \(Words.Places.group(language)) "
      if ruler.columns(of: words) <= room {
        frame.put(words, x: first, y: layout.box.y, Style(.accent, bold: true))
      }
    }
    for (row, column, place) in matrix.places(position, in: inside, ruler: frame.ruler) {
      frame.hit(place, .item(pane: column + 1, index: row))
    }
    drawRest(matrix, model, layout, on: &frame)
    drawFacts(said, in: layout.facts, on: &frame)
  }

  private func matrix(
    _ table: CompareTable, _ model: Model, _ layout: CompareLayout
  ) -> Matrix {
    let language = model.language
    let heats = Dictionary(
      uniqueKeysWithValues: table.columns.indices.filter { table[$0] != nil }
        .map { ($0, table.heat(of: $0, measure)) })
    let cells = CompareCells(table: table, measure: measure, heats: heats, marks: model.marks)
    let names = rows.map { place in
      (marked.contains(place) ? String(model.marks.tick) : " ") + model.short(of: place)
    }
    return Matrix(
      heads: table.columns.map { isByYear ? "\($0.year)" : $0.indicator.short(language) },
      rows: names, corner: layout.corner, columnWidth: layout.columnWidth,
      sort: order.map { .init(column: $0.column, isAscending: $0.isReversed) },
      divider: table.firstOfGroups,
      cell: { row, column in cells.cell(rows[row], column) })
  }

  /// How many rows and columns lie outside the window, and what the signs mean.
  private func drawRest(
    _ matrix: Matrix, _ model: Model, _ layout: CompareLayout, on frame: inout Frame
  ) {
    let language = model.language
    let window = matrix.window(in: layout.inside, ruler: frame.ruler)
    let below = rows.count - position.row.offset - window.rows
    let right = matrix.heads.count - position.column.offset - window.columns
    var parts: [String] = []
    if below > 0 { parts.append(Phrase("下 +\(below)", "+\(below) below")(language)) }
    if right > 0 { parts.append(Phrase("右 +\(right)", "+\(right) right")(language)) }
    if beside != nil { parts.append(Phrase("前后三名", "neighbours")(language)) }
    let y = layout.box.maxY - 1
    if !parts.isEmpty {
      frame.put(" \(parts.joined(separator: " ")) ", x: layout.box.x + 2, y: y, Style(.accent))
    }
    let levels = String(model.marks.levels)
    let legend = Words.Compare.legend(language).replacing("{levels}", with: levels)
    frame.putRight(
      " \(legend) ", maxX: layout.box.maxX - 2, y: y, width: layout.box.columns - 28, Style(.faint))
  }

  func drawFacts(_ lines: [String], in area: Rect, on frame: inout Frame) {
    for (row, text) in lines.prefix(area.rows).enumerated() {
      frame.put(
        text, x: area.x + 1, y: area.y + row, width: area.columns - 2,
        Style(row == 0 ? .plain : .faint, bold: row == 0))
    }
  }
}
