import Cells
import Reform
import Widgets

/// The documents, and the clauses of the one that is selected with what they set.
public struct DocumentsScreen: Equatable, Sendable {
  enum Pane: Int { case documents, clauses }

  var pane = Pane.documents
  var documents = Scroll()
  var clauses = Scroll()

  func document(_ state: AppState) -> Document? {
    state.catalogue.documents[safe: documents.selected]
  }

  /// Tasks of the selected document, in clause order.
  func tasks(_ state: AppState) -> [ReformTask] {
    guard let document = document(state) else { return [] }
    return state.catalogue.tasks.filter { $0.document == document.id }
  }

  func layout(_ state: AppState) -> (documents: Rect, clauses: Rect) {
    let count = state.catalogue.documents.count
    if state.body.columns >= 96 {
      let columns = state.body.splitColumns([.share(2), .share(3)])
      return (columns[0], columns[1])
    }
    let rows = state.body.splitRows([.fixed(min(count + 2, state.body.rows / 2)), .share(1)])
    return (rows[0], rows[1])
  }

  mutating func move(_ command: Command, in state: AppState) {
    let count = pane == .documents ? state.catalogue.documents.count : tasks(state).count
    let layout = layout(state)
    let page = max(1, (pane == .documents ? layout.documents : layout.clauses).rows - 3)
    switch command {
    case .nextPane, .previousPane: pane = pane == .documents ? .clauses : .documents
    case .left: pane = .documents
    case .right: pane = .clauses
    case .up: step(-1, of: count)
    case .down: step(1, of: count)
    case .pageUp: step(-page, of: count)
    case .pageDown: step(page, of: count)
    case .top: step(-count, of: count)
    case .bottom: step(count, of: count)
    default: break
    }
  }

  private mutating func step(_ rows: Int, of count: Int) {
    if pane == .documents {
      documents.move(by: rows, of: count)
      clauses = Scroll()
    } else {
      clauses.move(by: rows, of: count)
    }
  }

  mutating func settle(in state: AppState) {
    let layout = layout(state)
    documents.settle(
      count: state.catalogue.documents.count, height: rowsOfDocuments(layout.documents))
    clauses.settle(count: tasks(state).count, height: layout.clauses.rows - 2)
  }

  private func rowsOfDocuments(_ area: Rect) -> Int { max(1, area.rows - 2) }

  func draw(_ state: AppState, on frame: inout Frame) {
    let layout = layout(state)
    drawDocuments(state, in: layout.documents, on: &frame)
    drawClauses(state, in: layout.clauses, on: &frame)
  }

  private func drawDocuments(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let all = state.catalogue.documents
    let inside = Box(
      Words.Documents.title(state.language), remark: "\(all.count)", isFocused: pane == .documents
    ).draw(in: area, on: &frame.canvas, marks: state.marks)
    let window = documents.window(count: all.count, height: inside.rows)
    for (line, index) in window.enumerated() {
      let (row, document) = (inside.row(line), all[index])
      let ground: Ground =
        index == documents.selected ? (pane == .documents ? .selected : .shaded) : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      let tasks = state.catalogue.tasks.count { $0.document == document.id }
      let right = "\(document.issued)  \(tasks)"
      frame.put(
        "\(document.short(state.language))  \(document.number)", x: row.x + 1, y: row.y,
        width: row.columns - frame.ruler.columns(of: right) - 3, Style(on: ground, bold: true))
      frame.putRight(right, maxX: row.maxX - 1, y: row.y, width: 20, Style(.faint, on: ground))
      frame.hit(row, .item(pane: Pane.documents.rawValue, index: index))
    }
    drawAbout(state, in: inside.dropping(rows: all.count + 1), on: &frame)
  }

  private func drawAbout(_ state: AppState, in area: Rect, on frame: inout Frame) {
    guard let document = document(state), area.rows > 1 else { return }
    var lines = state.ruler.wrap(document.title(state.language), to: area.columns - 2)
    lines.append("\(document.issuer)\(state.marks.dot)\(document.issued)")
    lines.append(state.name(of: document.region))
    if document.isTruncated { lines.append(Words.Documents.truncated(state.language)) }
    if document.kind == .bulletin { lines.append(Words.Documents.bulletin(state.language)) }
    for (line, text) in lines.prefix(area.rows).enumerated() {
      frame.put(
        text, x: area.x + 1, y: area.y + line, width: area.columns - 2,
        Style(line == 0 ? .plain : .faint))
    }
  }

  private func drawClauses(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let tasks = tasks(state)
    let inside = Box(
      Words.Documents.clauses(state.language), remark: "\(tasks.count)", isFocused: pane == .clauses
    ).draw(in: area, on: &frame.canvas, marks: state.marks)
    for (line, index) in clauses.window(count: tasks.count, height: inside.rows).enumerated() {
      let (row, task) = (inside.row(line), tasks[index])
      let ground: Ground = pane == .clauses && index == clauses.selected ? .selected : .none
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      let place = state.catalogue.clause(of: task)?.place(state.language) ?? task.clause
      frame.put(place, x: row.x + 1, y: row.y, width: 14, Style(.accent, on: ground))
      var right = ""
      if let position = state.catalogue.position(of: task.id), let standing = state.report[position]
      {
        right = Words.status(standing.status)(state.language)
        frame.light(standing.light.signal, x: row.maxX - 4, y: row.y)
      }
      let width = frame.ruler.columns(of: right)
      frame.put(
        task.title(state.language), x: row.x + 16, y: row.y, width: row.columns - 16 - width - 7,
        Style(on: ground))
      frame.putRight(right, maxX: row.maxX - 5, y: row.y, width: width, Style(.faint, on: ground))
      frame.hit(row, .item(pane: Pane.clauses.rawValue, index: index))
    }
  }
}
