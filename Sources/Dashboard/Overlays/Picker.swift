import Cells
import Reform
import Widgets

/// A list to choose from, with a line to narrow it; each item carries what choosing it asks for.
struct Picker: OverlayRoom {
  var hints: [OverlayHint] { [.choose, .enter, .cancel] }

  struct Item: Sendable {
    var label: String
    /// A key that chooses it at once, or a remark.
    var remark: String
    /// More words to find it by.
    var words: String = ""
    /// Which of those called the same stands first: the lowest.
    var weight = 0
    var requests: [Request]

    func isCalled(_ text: String) -> Bool {
      let text = text.lowercased()
      return label.lowercased() == text
        || words.lowercased().split(separator: " ").contains { $0 == text }
    }

    init(
      _ label: String, remark: String = "", words: String = "", weight: Int = 0,
      _ requests: [Request]
    ) {
      (self.label, self.remark, self.words, self.requests) = (label, remark, words, requests)
      self.weight = weight
    }
  }

  var title: Phrase
  var items: [Item]
  var field: TextField?
  var scroll = Scroll()
  /// Whether whatever is written also finds tasks.
  var findsTasks = false
  /// What the letter does that opened the menu, pressed again.
  var again: (key: Key, command: Command)?

  static func == (one: Picker, other: Picker) -> Bool {
    one.title == other.title && one.field == other.field && one.scroll == other.scroll
      && one.items.map(\.label) == other.items.map(\.label)
      && one.items.map(\.remark) == other.items.map(\.remark)
  }

  /// The items that the line leaves; where tasks are looked for as well, with what they are found by.
  func shown(_ model: Model) -> [Item] {
    guard let field, !field.isEmpty else { return items }
    let query = SearchQuery(field.text, pinyin: model.pinyin ?? .none)
    let matching = items.filter { query.matches([$0.label, $0.words]) }
    // What is called exactly so comes first: 城区 before 平城区.
    let called = matching.filter { $0.isCalled(field.text) }
    let exact = Dictionary(grouping: called, by: \.weight).sorted { $0.key < $1.key }
      .flatMap(\.value)
    // Then what begins so: 移出 before 看移出的.
    let others = matching.filter { !$0.isCalled(field.text) }
    let start = field.text.lowercased()
    let known =
      exact + others.filter { $0.label.lowercased().hasPrefix(start) }
      + others.filter { !$0.label.lowercased().hasPrefix(start) }
    guard findsTasks, !query.isEmpty, let index = model.search else { return known }
    return known
      + model.catalogue.tasks.indices.compactMap { position in
        guard let hits = index.hits(of: query, in: position), let hit = hits.last else {
          return nil
        }
        let task = model.catalogue.tasks[position]
        let excerpt = hit.field == .title ? "" : " " + index.excerpt(hit, in: position, reach: 6)
        return Item(
          task.title(model.language), remark: hit.field.words(model.language) + excerpt,
          [.open(task.id)])
      }
  }

  func rows(_ model: Model) -> Int {
    let most = model.size.rows - 6 - (field == nil ? 0 : 2)
    return max(1, min(items.count, most))
  }

  mutating func press(_ key: Key, in model: Model) -> [Request] {
    let shown = shown(model)
    switch key {
    case .escape, .function(10): return [.close]
    case .enter: return choose(shown[safe: scroll.selected])
    case .up, .control("p"): scroll.move(by: -1, of: shown.count)
    case .down, .control("n"): scroll.move(by: 1, of: shown.count)
    case .pageUp: scroll.move(by: -10, of: shown.count)
    case .pageDown: scroll.move(by: 10, of: shown.count)
    default:
      guard field != nil else { return pressLetter(key, shown) }
      if field?.press(key) == true { scroll = Scroll() }
    }
    scroll.reveal(count: self.shown(model).count, height: rows(model))
    return []
  }

  /// In a menu without a field a letter chooses at once.
  private mutating func pressLetter(_ key: Key, _ shown: [Item]) -> [Request] {
    if let again, key.halfWidth == again.key { return [.close, .perform(again.command)] }
    if let item = shown.first(where: { Key(name: $0.remark) == key.halfWidth }) {
      return choose(item)
    }
    switch key {
    case "j": scroll.move(by: 1, of: shown.count)
    case "k": scroll.move(by: -1, of: shown.count)
    case "q": return [.close]
    default: break
    }
    return []
  }

  private func choose(_ item: Item?) -> [Request] { item.map { [.close] + $0.requests } ?? [] }

  mutating func write(_ text: String, in model: Model) -> [Request] {
    field?.write(text)
    return []
  }

  mutating func click(_ index: Int, in model: Model) -> [Request] {
    choose(shown(model)[safe: index])
  }

  func draw(_ model: Model, on frame: inout Frame) {
    let (language, shown) = (model.language, shown(model))
    let fieldRows = field == nil ? 0 : 2
    // The upper edge stays where it is while the list shrinks to what is found.
    let area = OverlayLayout.box(model, columns: 58, rows: rows(model) + fieldRows + 2)
      .prefix(rows: max(1, min(shown.count, rows(model))) + fieldRows + 2)
    let inside = frame.drawBox(title(language), area, remark: field == nil ? "" : "\(shown.count)")
    if let field {
      field.draw(in: inside.row(0).inset(x: 1, y: 0), on: &frame.canvas, style: Style(on: .field))
    }
    let list = inside.dropping(rows: fieldRows)
    if shown.isEmpty {
      frame.put(
        Words.Board.noItem(language), x: list.x + 2, y: list.y, width: list.columns - 2,
        Style(.faint, on: .raised))
    }
    let window = scroll.window(count: shown.count, height: list.rows)
    for (line, index) in window.enumerated() {
      let (row, item) = (list.row(line), shown[index])
      let isChosen = index == scroll.selected
      let ground: Background = isChosen ? .selected : .raised
      frame.canvas.fill(row, with: " ", style: Style(on: ground))
      let remarkWidth = frame.ruler.columns(of: item.remark)
      frame.put(
        (isChosen ? "\(frame.symbols.pointer) " : "  ") + item.label, x: row.x, y: row.y,
        width: row.columns - remarkWidth - 2, Style(on: ground, bold: isChosen))
      frame.putRight(
        item.remark, maxX: row.maxX - 1, y: row.y, width: min(remarkWidth, row.columns / 2),
        Style(.accent, on: ground))
      frame.hit(row, .overlayItem(index))
    }
    frame.drawRest(shown.count - scroll.offset - list.rows, in: area, on: .raised)
  }
}
