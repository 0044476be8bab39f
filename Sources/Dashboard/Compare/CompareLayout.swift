import Cells
import Reform
import Widgets

/// Where the parts of the comparison stand.
struct CompareLayout {
  /// The names of the looks, and what is compared.
  let strip: Rect
  let box: Rect
  /// What the matrix leaves free: the ranks of its column, and the years of the place.
  let ranks: Rect
  let trend: Rect
  /// Two lines on what is under the cursor.
  let facts: Rect
  /// The collection board, what departments lack beside it, and the acts of the year below.
  let board: Rect
  let departments: Rect
  let acts: Rect
  let columnWidth: Int
  /// Two where heads of columns do not fit into one row.
  let headRows: Int
  /// As wide as the name of any place of the level, so that ordering moves no column.
  let corner: String
  private let ruler: Ruler

  var inside: Rect { box.inset(by: 1) }

  init(_ model: Model, _ screen: CompareScreen) {
    let body = model.body
    ruler = model.ruler
    strip = body.row(0)
    let rows = body.dropping(rows: 1).splitRows([.share(1), .fixed(2)])
    facts = rows[1]
    corner = Self.corner(model, screen)
    columnWidth = Self.columnWidth(screen, in: body.columns - 2 - ruler.columns(of: corner), model)
    headRows = Self.headRows(screen, columnWidth, model)
    let needed =
      headRows - 1 + (screen.grounds?.places.count ?? 11) + (screen.table?.own == nil ? 4 : 5)
    let hasRoom = screen.look.isMatrix && !screen.isSideBySide && rows[0].rows - needed >= 8
    let halves = rows[0].splitRows([.share(1), .fixed(hasRoom ? rows[0].rows - needed : 0)])
    box = halves[0]
    let below = halves[1].splitColumns([.share(1), .share(body.columns >= 96 ? 1 : 0)])
    (ranks, trend) = (below[0], below[1])
    let places = (screen.grounds?.all.count ?? 11) + 4
    let spare = body.rows - 1 - places
    let parts = body.dropping(rows: 1)
      .splitRows([.share(1), .fixed(max(4, min(9, spare)))])
    let isWide = body.columns >= 140
    let columns = parts[0].splitColumns([.share(3), .fixed(isWide ? body.columns * 2 / 5 : 0)])
    (board, departments, acts) = (columns[0].inset(by: 1), columns[1], parts[1])
  }

  private static func corner(_ model: Model, _ screen: CompareScreen) -> String {
    let places = (screen.grounds?.all ?? []) + [model.catalogue.province]
    let widest = places.map { model.ruler.columns(of: model.short(of: $0)) }.max() ?? 4
    let words = Words.Compare.place(model.language)
    let padding = max(0, widest + 1 - model.ruler.columns(of: words))
    return words + String(repeating: " ", count: padding)
  }

  private static func columnWidth(
    _ screen: CompareScreen, in room: Int, _ model: Model
  ) -> Int {
    guard screen.isByYear, let years = screen.grounds?.ownYears else {
      return model.size.columns >= 140 ? 17 : model.size.columns >= 96 ? 15 : 13
    }
    return max(13, min(18, room / max(1, years.count)))
  }

  /// What stands above a column of the matrix: the indicator, with its unit where that is no %.
  static func head(
    _ indicator: Indicator, _ measure: CompareScreen.Measure, _ language: Language
  ) -> String {
    let kind = measure == .gap ? indicator.numerator.unit : indicator.unit
    let unit = kind == .percent ? "" : " " + kind.name(language)
    return indicator.short(language) + unit
  }

  private static func headRows(_ screen: CompareScreen, _ width: Int, _ model: Model) -> Int {
    guard !screen.isByYear, let indicators = screen.grounds?.indicators else { return 1 }
    let isTight = indicators.contains {
      model.ruler.columns(of: head($0, screen.measure, model.language)) > width - 1
    }
    return isTight ? 2 : 1
  }

  /// How many rows and columns of cells show.
  func matrixWindow(rows: Int, of columns: Int) -> (rows: Int, columns: Int) {
    var matrix = Matrix(
      heads: [], rows: [], corner: corner, columnWidth: columnWidth, cell: { _, _ in .init("") })
    matrix.headRows = headRows
    return matrix.window(in: inside, ruler: ruler)
  }
}
