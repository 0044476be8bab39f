import Cells
import Reform
import Widgets

/// What is shown of the comparison, made when the screen settles and kept as long as it holds: every
/// key and the frame after it read it.
struct CompareScene: Equatable, Sendable {
  /// For which question the grounds were found.
  struct Question: Equatable, Sendable {
    var edition: Edition
    var isCollecting: Bool
    var level: Division.Level?
    var year: Int?
    var indicator: Indicator.ID?
    var group: Int?
    var city: Division.Code?
  }

  /// What the layout follows from besides the grounds.
  struct Arranged: Equatable, Sendable {
    var question: Question
    var look: CompareScreen.Look
    var isSideBySide: Bool
  }

  /// For which order the places were sorted.
  struct Sorted: Equatable, Sendable {
    var key: CompareTable.Key
    var order: CompareScreen.Order
    var measure: CompareScreen.Measure
    var beside: Division.Code?
  }

  var question: Question?
  var arranged: Arranged?
  var layout: CompareLayout?
  var sorted: Sorted?
  var order: [Division.Code] = []
  var cells: CompareCells?
  var names: CompareNames?
  var bars: RankBars?
  var panes = Panes()

  /// It follows from all the rest.
  static func == (one: CompareScene, other: CompareScene) -> Bool { true }
}

/// The heads of the rows of the matrix, with how wide the widest is.
struct CompareNames: Sendable {
  /// For which rows they were made.
  struct Key: Equatable, Sendable {
    var edition: Edition
    var rows: [Division.Code]
    var marked: [Division.Code]
    var corner: String
  }

  let key: Key
  let words: [String]
  let widest: Int

  init(_ key: Key, _ model: Model) {
    self.key = key
    words = key.rows.map { place in
      (key.marked.contains(place) ? String(model.symbols.tick) : " ") + model.short(of: place)
    }
    widest = (words + [key.corner]).map { model.ruler.columns(of: $0) }.max() ?? 0
  }
}

extension CompareScreen {
  private func question(_ model: Model) -> CompareScene.Question {
    .init(
      edition: Edition(model), isCollecting: look == .collection, level: level, year: year,
      indicator: indicator, group: group, city: city)
  }

  /// What places are compared on now; found anew where anything was chosen or has come.
  mutating func ground(in model: Model, _ reports: ComparedReports) -> ComparisonScope {
    let question = question(model)
    if scene.question == question, let grounds { return grounds }
    let found = ComparisonScope(self, model, reports)
    (grounds, scene.question) = (found, question)
    return found
  }

  /// Where the parts stand.
  func layout(_ model: Model) -> CompareLayout {
    let now = CompareScene.Arranged(
      question: question(model), look: look, isSideBySide: isSideBySide)
    if scene.arranged == now, let layout = scene.layout { return layout }
    return CompareLayout(model, self)
  }

  mutating func keepLayout(_ model: Model) -> CompareLayout {
    let layout = layout(model)
    scene.arranged = .init(
      question: question(model), look: look, isSideBySide: isSideBySide)
    scene.layout = layout
    return layout
  }

  /// The places in the order of a column, sorted once for all keys that follow.
  mutating func ordered(_ table: CompareTable) -> [Division.Code] {
    guard let order else { return table.places }
    let now = CompareScene.Sorted(key: table.key, order: order, measure: measure, beside: beside)
    if scene.sorted != now {
      (scene.sorted, scene.order) = (now, sorted(table, by: order))
    }
    return scene.order
  }

  private func sorted(_ table: CompareTable, by order: Order) -> [Division.Code] {
    let all = table.order(by: order.column, measure, isReversed: order.isReversed)
    guard let beside, let ranked = table[order.column] else { return all }
    let rank = ranked.rows.prefix(ranked.ranked).map(\.place)
    guard let place = rank.firstIndex(of: beside) else { return all }
    let near = Set(rank[max(0, place - 3)...min(rank.count - 1, place + 3)])
    return all.filter { near.contains($0) }
  }

  /// Makes the panes of what is shown.
  mutating func makePanes(_ model: Model) {
    var panes = Panes()
    let layout = layout(model)
    panes.put(strip(model), as: "strip", in: layout.strip)
    defer { scene.panes = panes }
    guard let grounds, let reports = model.reports,
      look == .collection || grounds.years != nil && grounds.indicator != nil
    else {
      let isLoading = !model.figures.isWhole
      let empty = EmptyWords.said(Words.Indicators.empty, but: EmptyWords.figures, model)
      let notice = CompareNotice(
        words: (isLoading ? Words.Indicators.loading : empty)(model.language))
      return panes.put(notice, as: "about", in: layout.box)
    }
    if isSideBySide { return putSides(grounds, reports, model, layout, &panes) }
    switch look {
    case .indicators, .years:
      putMatrix(grounds, model, layout, &panes)
      CompareBelow(self, reports, model)?.put(layout, &scene.bars, &panes)
    case .points: putPoints(grounds, reports, model, layout, &panes)
    case .movers: putMovers(grounds, model, layout, &panes)
    case .collection: putBoard(grounds, model, layout, &panes)
    }
  }
}

/// Words in place of what is not there.
struct CompareNotice: Pane {
  var words: String

  func draw(in area: Rect, on frame: inout Frame) {
    let inside = Box(Words.Compare.title(frame.language), isFocused: true)
      .draw(in: area, on: &frame.canvas, symbols: frame.symbols)
    let lines = words.split(separator: "\n").flatMap {
      frame.ruler.wrap(String($0), to: max(1, inside.columns - 2))
    }
    for (row, text) in lines.prefix(inside.rows).enumerated() {
      frame.put(text, x: inside.x + 1, y: inside.y + row, Style(.accent))
    }
  }
}

/// Lines on what is under the cursor, the first one in bold.
struct CompareFacts: Pane {
  var lines: [String]

  func draw(in area: Rect, on frame: inout Frame) {
    for (row, text) in lines.prefix(area.rows).enumerated() {
      frame.put(
        text, x: area.x + 1, y: area.y + row, width: area.columns - 2,
        Style(row == 0 ? .plain : .faint, bold: row == 0))
    }
  }
}
