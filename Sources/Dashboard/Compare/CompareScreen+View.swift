import Cells
import Reform
import Widgets

extension CompareScreen {
  func draw(_ model: Model, on frame: inout Frame) { scene.panes.draw(on: &frame) }

  // MARK: What is looked at

  func strip(_ model: Model) -> CompareStrip {
    CompareStrip(
      looks: Look.allCases.map { Words.Compare.look($0)(model.language) },
      front: look.rawValue, remark: remark(model))
  }

  /// The year, how many places of which level and group, and that figures are made up.
  private func remark(_ model: Model) -> String {
    guard let grounds else { return "" }
    let language = model.language
    let count = look == .collection ? grounds.all.count : grounds.places.count
    var parts = [model.short(of: grounds.region), grounds.counted(count, model)]
    if !isByYear { parts.insert("\(grounds.year)", at: 0) }
    if let group, look != .collection {
      parts.append(Phrase("同类 \(group)", "group \(group)")(language))
    }
    if !marked.isEmpty {
      parts.append(Phrase("选中 \(marked.count)", "\(marked.count) picked")(language))
    }
    return parts.joined(separator: model.symbols.dot)
  }

  /// The word for figures that were made up; empty for all others.
  static func sample(_ flags: FigureFlags, _ language: Language) -> String {
    flags.intersection(.madeUp).words.map { $0(language) }.joined()
  }

  // MARK: The matrix

  mutating func putMatrix(
    _ grounds: ComparisonScope, _ model: Model, _ layout: CompareLayout, _ panes: inout Panes
  ) {
    guard let table else { return }
    let language = model.language
    let isWide = model.size.columns >= 100
    let name = isWide ? grounds.indicator?.name : grounds.indicator?.short
    let subject = isByYear ? (name?(language) ?? "") + model.symbols.dot : ""
    let names = rowNames(model, layout)
    var pane = CompareMatrix(
      title: subject + Words.Compare.measure(measure)(language),
      remark: Self.sample(chosen?.row.reading?.flags ?? [], language),
      heads: table.columns.map {
        isByYear ? "\($0.year)" : CompareLayout.head($0.indicator, measure, language)
      },
      names: names.words, widest: names.widest, corner: layout.corner,
      columnWidth: layout.columnWidth, headRows: layout.headRows,
      sort: order.map { .init(column: $0.column, isAscending: $0.isReversed) },
      divider: table.firstOfGroups, position: position)
    let matrix = pane.matrix
    let window = matrix.window(in: layout.inside, ruler: model.ruler)
    let shown = position.column.window(count: pane.heads.count, height: window.columns)
    var cells = cells(of: table, model)
    pane.cells = position.row.window(count: rows.count, height: window.rows).map { row in
      shown.map { cells.cell(rows[row], $0) }
    }
    scene.cells = cells
    pane.rest = rest(
      below: rows.count - position.row.offset - window.rows,
      right: pane.heads.count - position.column.offset - window.columns, language)
    panes.put(pane, as: "matrix", in: layout.box)
    panes.put(CompareFacts(lines: said), as: "facts", in: layout.facts)
  }

  private mutating func rowNames(_ model: Model, _ layout: CompareLayout) -> CompareNames {
    let key = CompareNames.Key(
      edition: Edition(model), rows: rows, marked: marked, corner: layout.corner)
    if let names = scene.names, names.key == key { return names }
    let names = CompareNames(key, model)
    scene.names = names
    return names
  }

  /// The cells that are known already, where they hold still.
  mutating func cells(of table: CompareTable, _ model: Model) -> CompareCells {
    let cells = scene.cells
    // What is filled further on must find nobody else who holds it.
    scene.cells = nil
    let key = CompareCells.Key(table, measure, isASCII: model.symbols.isASCII)
    if var cells, cells.key == key {
      cells.table = table
      return cells
    }
    return CompareCells(key, table, model.symbols)
  }

  /// How many rows and columns lie outside the window.
  private func rest(below: Int, right: Int, _ language: Language) -> String {
    var parts: [String] = []
    if below > 0 { parts.append(Phrase("下 +\(below)", "+\(below) below")(language)) }
    if right > 0 { parts.append(Phrase("右 +\(right)", "+\(right) right")(language)) }
    if beside != nil { parts.append(Phrase("前后三名", "neighbours")(language)) }
    return parts.joined(separator: " ")
  }
}

/// The looks, the one in front set off, and what is compared.
struct CompareStrip: Pane {
  var looks: [String]
  var front: Int
  var remark: String

  func draw(in area: Rect, on frame: inout Frame) {
    let x = frame.drawTabs(looks, front: front, x: area.x, y: area.y, hits: -1)
    frame.putRight(
      remark, maxX: area.maxX - 1, y: area.y, width: max(0, area.maxX - x - 2), Style(.faint))
  }
}

/// Places by indicators or by years, with the cells that the window holds.
struct CompareMatrix: Pane {
  var title: String
  var remark: String
  var heads: [String]
  var names: [String]
  var widest: Int
  var corner: String
  var columnWidth: Int
  var headRows: Int
  var sort: Matrix.Sort?
  var divider: Int?
  var position: Matrix.Position
  /// Row by row.
  var cells: [[Matrix.Cell]] = []
  /// What lies outside the window.
  var rest = ""

  var matrix: Matrix {
    let (top, left) = (position.row.offset, position.column.offset)
    var matrix = Matrix(
      heads: heads, rows: names, corner: corner, columnWidth: columnWidth, sort: sort,
      divider: divider,
      cell: { [cells] row, column in
        cells[safe: row - top]?[safe: column - left] ?? Matrix.Cell("")
      })
    (matrix.widestHead, matrix.headRows) = (widest, headRows)
    return matrix
  }

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(title, remark: remark, isFocused: true)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    let (matrix, ruler) = (matrix, frame.ruler)
    matrix.draw(position, in: inside, on: &frame.canvas, symbols: frame.symbols)
    if let x = matrix.dividerX(position, in: inside, ruler: ruler) {
      let first = max(x, area.x + ruler.columns(of: title) + 5)
      let room = area.maxX - ruler.columns(of: remark) - 5 - first
      let words = " \(Words.Places.group(frame.language)) "
      if ruler.columns(of: words) <= room {
        frame.put(words, x: first, y: area.y, Style(.accent, bold: true))
      }
    }
    for (row, column, place) in matrix.places(position, in: inside, ruler: ruler) {
      frame.hit(place, .item(pane: column + 1, index: row))
    }
    drawRest(in: area, on: &frame)
  }

  /// Where the cursor alone has gone to another row, that one and the one that it left.
  func amend(_ last: CompareMatrix, in area: Rect, on frame: inout Frame) -> Bool {
    var moved = last
    moved.position.row.selected = position.row.selected
    guard moved == self else { return false }
    let (inside, matrix) = (area.inset(by: 1), matrix)
    for row in Set([last.position.row.selected, position.row.selected]) {
      matrix.draw(row: row, position, in: inside, on: &frame.canvas, symbols: frame.symbols)
    }
    return true
  }

  /// What lies outside the window, and what the signs mean.
  private func drawRest(in area: Rect, on frame: inout Frame) {
    let y = area.maxY - 1
    if !rest.isEmpty { frame.put(" \(rest) ", x: area.x + 2, y: y, Style(.accent)) }
    let legend = Words.Compare.legend(frame.language)
      .replacing("{levels}", with: String(frame.symbols.levels))
    frame.putRight(
      " \(legend) ", maxX: area.maxX - 2, y: y, width: area.columns - 28, Style(.faint))
  }
}
