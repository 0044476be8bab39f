import Cells
import Reform
import Widgets

/// Places against each other: by indicators, by years, as points, by what each moved, and by what
/// they have sent.
public struct CompareScreen: Equatable, Sendable {
  /// What is shown of the places.
  enum Look: Int, CaseIterable {
    case indicators, years, points, movers, collection

    /// Whether places stand in rows of cells.
    var isMatrix: Bool { self == .indicators || self == .years }
  }

  /// What a cell of the matrix says.
  enum Measure: Int, CaseIterable { case value, change, gap }

  struct Order: Equatable, Sendable {
    var column: Int
    var isReversed = false
  }

  /// At most so many places side by side.
  static let most = 4

  var look = Look.indicators
  var measure = Measure.value
  /// Nil orders by code.
  var order: Order?
  /// What was chosen; nil stands for what there is (the next level, the last year, the first
  /// indicator).
  var level: Division.Level?
  var year: Int?
  var indicator: Indicator.ID?
  /// The indicator, or the measure of groups, that was gone from to the other kind.
  var left: Indicator.ID?
  /// The second indicator of the points.
  var other: Indicator.ID?
  /// The group of places of like size.
  var group: Int?
  /// The city whose counties are compared, chosen from the province.
  var city: Division.Code?
  /// The place under the cursor; nil is the region as a whole.
  var place: Division.Code?
  /// The place whose neighbours in rank are shown alone.
  var beside: Division.Code?
  var marked: [Division.Code] = []
  var isSideBySide = false
  /// Over all years that there are, and not over the last one only.
  var isLongSpan = false
  /// What is lacking by department, and not by place.
  var isByDepartment = false

  /// Where the window of the matrix stands; the cursor follows from what is chosen.
  var position = Matrix.Position()
  var table: CompareTable?
  /// The places in the order shown, the region first.
  var rows: [Division.Code] = []
  var moved: Moved?
  var board: Board?
  var grounds: ComparisonScope?
  /// Acts, batches and locks, once loaded.
  var collected: Collected?

  /// What is said of the cell under the cursor, made when the screen settles.
  var said: [String] = []
  var scene = CompareScene()

  /// Who moved the whole, and for which question.
  struct Moved: Equatable, Sendable {
    var number: Int
    var region: Division.Code
    var indicator: Indicator.ID
    var years: ClosedRange<Int>
    var result: Decomposition?
  }

  /// Who has sent what, and for which question.
  struct Board: Equatable, Sendable {
    /// Of the figures, and of what was filed: which places have tasks follows from it.
    var number: [Int64]
    var seen: Int
    var region: Division.Code
    var level: Division.Level
    var year: Int
    var whole: CollectionBoard
    var forms: TaskFormBoard
  }

  /// Whether columns of the matrix are years.
  var isByYear: Bool { look == .years && !isSideBySide }

  /// The indicator that is looked at; where figures are collected never a measure of groups.
  var sentIndicator: Indicator.ID? {
    guard look == .collection, let id = indicator, LedgerMeasure.names(id) else { return indicator }
    return grounds?.indicators.first.flatMap { LedgerMeasure.names($0.id) ? nil : $0.id }
  }

  /// One step back within the screen; false where there is none.
  mutating func stepBack() -> Bool {
    if isSideBySide {
      isSideBySide = false
    } else if !marked.isEmpty {
      marked = []
    } else if beside != nil {
      beside = nil
    } else if group != nil {
      group = nil
    } else if city != nil {
      city = nil
    } else if look != .indicators {
      look = .indicators
    } else {
      return false
    }
    return true
  }

  /// Goes on to the next look, or to the one before.
  mutating func turn(by step: Int) {
    let count = Look.allCases.count
    if isSideBySide {
      isSideBySide = false
    } else {
      look = Look(rawValue: (look.rawValue + step + count) % count) ?? .indicators
    }
  }

  /// Symbols the place under the cursor or unmarks it; false where there are four already.
  mutating func mark() -> Bool {
    guard let place, let grounds, place != grounds.region, place != table?.own else { return true }
    if let index = marked.firstIndex(of: place) {
      marked.remove(at: index)
    } else {
      guard marked.count < Self.most else { return false }
      marked.append(place)
    }
    return true
  }

  /// Orders by the column under the cursor; the same again orders by code.
  mutating func sort() {
    let column = position.column.selected
    order = order?.column == column ? nil : Order(column: column)
  }

  /// The same order from the other end.
  mutating func reverse() {
    if order == nil { sort() }
    order?.isReversed.toggle()
  }

  /// Shows the neighbours in rank of the place under the cursor alone, or all again.
  mutating func toggleNeighbours() -> Bool {
    guard beside == nil else {
      beside = nil
      return true
    }
    guard let place, table?[position.column.selected]?.row(of: place)?.position != nil else {
      return false
    }
    beside = place
    order = Order(column: position.column.selected)
    return true
  }

  /// Puts the cursor where a click was; false where it was there already.
  mutating func click(_ pane: Int, _ index: Int) -> Bool {
    if pane < 0 {
      look = Look(rawValue: index) ?? look
      isSideBySide = false
      return true
    }
    let before = (place, indicator, year)
    if let chosen = rows[safe: index] { place = chosen }
    if let column = table?.columns[safe: pane - 1] { choose(column) }
    return before != (place, indicator, year)
  }

  /// The row of a place under the cursor, with the column that it stands in.
  var chosen: (column: CompareTable.Column, filled: CompareTable.Filled, row: Ranking.Row)? {
    let column = position.column.selected
    guard let table, let head = table.columns[safe: column], let filled = table[column],
      let place, let row = filled.row(of: place)
    else { return nil }
    return (head, filled, row)
  }

  private mutating func choose(_ column: CompareTable.Column) {
    if isByYear { year = column.year } else { indicator = column.indicator.id }
  }
}

extension CompareScreen {
  mutating func move(_ command: Command, in model: Model) {
    let page = max(1, layout(model).inside.rows - 3)
    let rows: [Command: Int] = [
      .up: -1, .down: 1, .pageUp: -page, .pageDown: page, .top: -10_000, .bottom: 10_000,
    ]
    if let step = rows[command] {
      isSideBySide ? stepIndicator(step) : stepRow(step)
    } else if command == .left || command == .right {
      stepColumn(command == .left ? -1 : 1)
    }
  }

  private mutating func stepRow(_ step: Int) {
    var scroll = Scroll(selected: place.flatMap { rows.firstIndex(of: $0) } ?? 0)
    scroll.move(by: step, of: rows.count)
    place = rows[safe: scroll.selected] ?? place
  }

  private mutating func stepColumn(_ step: Int) {
    guard !isSideBySide, look != .points, look != .movers else { return stepIndicator(step) }
    guard look != .collection, let table else { return }
    var scroll = position.column
    scroll.move(by: step, of: table.columns.count)
    if let column = table.columns[safe: scroll.selected] { choose(column) }
  }

  /// Another indicator than the one that is looked at.
  mutating func stepIndicator(_ step: Int) {
    guard let grounds, let now = grounds.indicators.firstIndex(where: { $0.id == indicator })
    else { return }
    let next = max(0, min(grounds.indicators.count - 1, now + step))
    indicator = grounds.indicators[safe: next]?.id
  }

  /// The year before or after; among years the indicator before or after.
  mutating func stepAcross(_ step: Int) {
    guard !isByYear else { return stepIndicator(step) }
    guard let grounds else { return }
    let years = look == .collection ? grounds.collectable : grounds.years ?? grounds.collectable
    year = max(years.lowerBound, min(years.upperBound, grounds.year + step))
  }

  /// Shows something else of the same: value, change, gap; the next second indicator; the last
  /// year or all; places or departments.
  mutating func showOtherwise() {
    switch look {
    case .indicators, .years:
      measure = Measure(rawValue: (measure.rawValue + 1) % Measure.allCases.count) ?? .value
    case .points:
      guard let all = grounds?.indicators.filter({ $0.id != indicator }),
        let now = all.firstIndex(where: { $0.id == other })
      else { return }
      other = all[(now + 1) % all.count].id
    case .movers: isLongSpan.toggle()
    case .collection: isByDepartment.toggle()
    }
  }
}
