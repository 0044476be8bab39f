import Reform

/// The names that the template of a paper may use, in Chinese and in English.
struct TemplateNames {
  /// What a name stands for, by the key under which the values are kept.
  enum Meaning: Hashable {
    case text(key: String)
    /// Blocks, which need a line of their own.
    case blocks(key: String)
    case rows(key: String, columns: [String: String])
  }

  private var meanings: [String: Meaning] = [:]
  /// The values, texts guarded (`TemplateText`) and blocks as references.
  private(set) var values: [String: Any] = [:]
  /// What the references lead to.
  private(set) var blocks: [Paper.Block] = []
  private let language: Language

  init(_ paper: Paper) {
    language = paper.language
    for fact in paper.allFacts { add(fact) }
    for part in paper.parts { add(part) }
  }

  subscript(name: String) -> Meaning? { meanings[name] }

  /// The names of a language, for whoever has mistyped one.
  var list: String {
    meanings.keys.filter { $0.allSatisfy(\.isASCII) == (language == .en) && !$0.contains(".") }
      .sorted().joined(separator: language == .zh ? "、" : ", ")
  }

  /// The key that says whether there is anything under another.
  static func presence(_ key: String) -> String { key + "-has" }

  private mutating func add(_ fact: Paper.Fact) {
    let key = fact.name.key
    switch fact.value {
    case .text(let text):
      name(fact.name, .text(key: key))
      values[key] = TemplateText.guarded(text)
      values[Self.presence(key)] = !text.isEmpty
    case .rows(let columns, let rows):
      let names = columns.flatMap { [($0.zh, $0.key), ($0.key, $0.key)] }
      name(
        fact.name,
        .rows(key: key, columns: Dictionary(names, uniquingKeysWith: { first, _ in first })))
      values[key] = rows.map { row in
        var cells: [String: Any] = [:]
        for (column, cell) in zip(columns, row) {
          cells[column.key] = TemplateText.guarded(cell)
          cells[Self.presence(column.key)] = !cell.isEmpty
        }
        return cells
      }
    }
  }

  private mutating func add(_ part: Paper.Part) {
    let key = part.name.key
    name(part.name, .blocks(key: key))
    name(.init(part.name.zh + ".正文", key: key + ".body"), .blocks(key: key + "-body"))
    name(.init(part.name.zh + ".标题", key: key + ".heading"), .text(key: key + "-heading"))
    values[key] = reference(to: part.blocks)
    values[key + "-body"] = reference(to: part.body)
    values[key + "-heading"] = TemplateText.guarded(part.heading)
    values[Self.presence(key)] = !part.blocks.isEmpty
    values[Self.presence(key + "-body")] = !part.body.isEmpty
    values[Self.presence(key + "-heading")] = !part.heading.isEmpty
  }

  private mutating func name(_ name: Paper.Name, _ meaning: Meaning) {
    (meanings[name.zh], meanings[name.key]) = (meaning, meaning)
  }

  private mutating func reference(to blocks: [Paper.Block]) -> String {
    guard !blocks.isEmpty else { return "" }
    defer { self.blocks += blocks }
    return TemplateText.reference(self.blocks.count..<self.blocks.count + blocks.count)
  }
}
