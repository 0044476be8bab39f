import Cells
import Reform
import Widgets

/// The documents and those that wait for review; of the selected one its clauses, the lines of
/// descent that pass through it, or where it differs from others.
public struct DocumentsScreen: Equatable, Sendable {
  enum Pane: Int, CaseIterable { case documents, clauses, text }

  /// What is shown of a document.
  enum Look: Int, CaseIterable { case clauses, lineage, differences }

  /// The number of the pane that clicks on the names of the looks go to.
  static let tabsPane = -1

  /// A row of the left pane.
  enum Entry: Equatable {
    case review(Review)
    case document(Document)
  }

  var pane = Pane.documents
  var look = Look.clauses
  var documents = Scroll()
  var clauses = Scroll()
  var textOffset = 0
  /// What the clauses are narrowed by; empty shows all.
  var filter = ""
  /// Clauses word for word, by document, once loaded.
  var texts: [Document.ID: [String: String]] = [:]
  /// The review that stands open over the documents.
  var review: ReviewScreen?
  /// The rows of the selected document, found once for all keys that follow.
  private var found = Found()
  var panes = Panes()
  /// Positions of the tasks by document, found once for all keys that follow.
  private(set) var byDocument: [Document.ID: [Int]] = [:]
  private var grouped: Edition?

  /// Finds the tasks of all documents, where the catalogue may have changed.
  mutating func group(_ model: Model) {
    let now = Edition(model)
    guard grouped != now else { return }
    grouped = now
    let tasks = model.catalogue.tasks
    byDocument = Dictionary(
      grouping: tasks.indices.filter { model.catalogue.isThere(tasks[$0], by: model.pastDay) }
    ) { tasks[$0].document }
  }

  private struct Found: Equatable, Sendable {
    /// What the rows follow from.
    struct Key: Equatable, Sendable {
      var edition: Edition
      var document: Int
      var look: Look
      var filter: String
      var reviews: [Review]
      var achievements: [Achievement]?
      var texts: Int
    }

    var key: Key?
    var rows: [DocumentRow] = []

    /// It follows from all the rest.
    static func == (one: Found, other: Found) -> Bool { true }
  }

  private func key(_ model: Model) -> Found.Key {
    .init(
      edition: Edition(model), document: documents.selected, look: look, filter: filter,
      reviews: DocumentEntries(model).reviews, achievements: model.achievements, texts: texts.count)
  }

  mutating func makeRows(_ model: Model) {
    group(model)
    let key = key(model)
    guard found.key != key else { return }
    found = Found(key: key, rows: rows(model))
  }

  func entries(_ model: Model) -> [Entry] { DocumentEntries(model).all }
  func entryCount(_ model: Model) -> Int { DocumentEntries(model).count }
  func entry(at index: Int, _ model: Model) -> Entry? { DocumentEntries(model)[index] }

  func entry(_ model: Model) -> Entry? { entry(at: documents.selected, model) }

  func document(_ model: Model) -> Document? {
    guard case .document(let document) = entry(model) else { return nil }
    return document
  }

  func rows(_ model: Model) -> [DocumentRow] {
    if found.key == key(model) { return found.rows }
    let all = DocumentRow.rows(of: self, model)
    let query = SearchQuery(filter, pinyin: model.pinyin ?? .none)
    guard !query.isEmpty else { return all }
    let plain = filter.lowercased()
    return all.filter { row in
      query.matches(row.names(model))
        || row.words(self, model).contains { $0.0.lowercased().contains(plain) }
    }
  }

  /// Narrows the clauses while the filter is written.
  mutating func narrow(by text: String) {
    (filter, clauses, textOffset) = (text, Scroll(), 0)
    if pane == .documents, !text.isEmpty { pane = .clauses }
  }

  func row(_ model: Model) -> DocumentRow? { rows(model)[safe: clauses.selected] }

  mutating func select(_ document: Document.ID, in model: Model) {
    let index = entries(model).firstIndex { entry in
      guard case .document(let other) = entry else { return false }
      return other.id == document
    }
    guard let index else { return }
    documents.selected = index
    (clauses, textOffset, filter) = (Scroll(), 0, "")
  }

  /// Goes on to the next look: clauses, lineage, differences.
  mutating func turn() {
    look = Look(rawValue: (look.rawValue + 1) % Look.allCases.count) ?? .clauses
    (clauses, textOffset) = (Scroll(), 0)
  }

  mutating func move(_ command: Command, in model: Model) {
    let layout = DocumentsLayout(self, model)
    switch command {
    case .nextPane, .previousPane: stepPane(command == .nextPane ? 1 : -1, layout)
    case .left: pane = .documents
    case .right: pane = pane == .documents ? .clauses : pane
    default:
      let page = max(1, layout.area(of: pane).rows - 3)
      let steps: [Command: Int] = [
        .up: -1, .down: 1, .pageUp: -page, .pageDown: page, .top: -100_000, .bottom: 100_000,
      ]
      if let step = steps[command] { self.step(step, model) }
    }
  }

  private mutating func stepPane(_ step: Int, _ layout: DocumentsLayout) {
    let panes = layout.text.rows > 0 ? Pane.allCases : [.documents, .clauses]
    let index = panes.firstIndex(of: pane) ?? 0
    pane = panes[(index + step + panes.count) % panes.count]
  }

  private mutating func step(_ rows: Int, _ model: Model) {
    switch pane {
    case .documents:
      documents.move(by: rows, of: entryCount(model))
      (clauses, textOffset) = (Scroll(), 0)
    case .clauses:
      clauses.move(by: rows, of: self.rows(model).count)
      textOffset = 0
    case .text: textOffset = max(0, textOffset + rows)
    }
  }

  /// Selects what was clicked; false where it was selected already.
  mutating func click(_ pane: Pane, _ index: Int) -> Bool {
    let selected =
      switch pane {
      case .documents: documents.selected
      case .clauses: clauses.selected
      case .text: index
      }
    let isNew = self.pane != pane || selected != index
    self.pane = pane
    switch pane {
    case .documents:
      documents.selected = index
      if isNew { (clauses, textOffset) = (Scroll(), 0) }
    case .clauses:
      clauses.selected = index
      if isNew { textOffset = 0 }
    case .text: return true
    }
    return isNew
  }

  mutating func reveal(in model: Model) {
    let layout = DocumentsLayout(self, model)
    documents.reveal(count: entryCount(model), height: max(1, layout.list.rows))
    clauses.reveal(count: rows(model).count, height: max(1, layout.clauses.rows - 2))
    let lines = selectedText(model, width: layout.text.columns - 4).count
    textOffset = max(0, min(textOffset, lines - max(1, layout.text.rows - 2)))
  }

  /// What the text pane says of the selected row.
  func selectedText(_ model: Model, width: Int) -> [(text: String, role: Role)] {
    guard let row = row(model) else { return [] }
    return row.words(self, model).flatMap { words, role in
      model.ruler.wrap(words, to: max(2, width)).map { ($0, role) }
    }
  }
}

/// Where the panes of the documents stand.
struct DocumentsLayout {
  var documents, clauses, text: Rect
  /// The rows of the list of documents, inside its box.
  var list: Rect

  init(_ screen: DocumentsScreen, _ model: Model) {
    let (body, count) = (model.body, screen.entryCount(model))
    let right: Rect
    if body.columns >= 96 {
      let columns = body.splitColumns([.share(4), .share(5)])
      (documents, right) = (columns[0], columns[1])
    } else {
      let rows = body.splitRows([.fixed(max(4, min(count + 2, body.rows / 3))), .share(1)])
      (documents, right) = (rows[0], rows[1])
    }
    if right.rows >= 12 {
      let rows = right.splitRows([.share(3), .share(2)])
      (clauses, text) = (rows[0], rows[1])
    } else {
      (clauses, text) = (right, Rect(x: right.x, y: right.maxY, columns: right.columns, rows: 0))
    }
    let inside = documents.inset(by: 1)
    // On a wide window what the document is stands below the list.
    let about = body.columns >= 96 ? min(6, inside.rows / 3) : 0
    list = Rect(
      x: inside.x, y: inside.y, columns: inside.columns,
      rows: max(1, min(count, inside.rows - about)))
  }

  func area(of pane: DocumentsScreen.Pane) -> Rect {
    switch pane {
    case .documents: list
    case .clauses: clauses
    case .text: text
    }
  }
}
