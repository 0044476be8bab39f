/// Many words at once, by their first characters: the longest that stands at a place.
struct WordTrie<Value: Sendable>: Sendable {
  private var next: [UInt64: Int32] = [:]
  private var values: [Value?] = [nil]
  /// A bit for the low twelve bits of every first character: most places fail here, at no cost.
  private var firsts = [UInt64](repeating: 0, count: 64)

  init() {}

  init(_ words: [(String, Value)]) {
    for (word, value) in words { insert(scalars(word), value) }
  }

  mutating func insert(_ word: Scalars, _ value: Value) {
    guard !word.isEmpty else { return }
    var node: Int32 = 0
    for scalar in word {
      let key = UInt64(node) << 32 | UInt64(scalar.folded)
      if let found = next[key] {
        node = found
      } else {
        values.append(nil)
        node = Int32(values.count - 1)
        next[key] = node
      }
    }
    values[Int(node)] = value
    let first = (word.first ?? 0).folded & 0xFFF
    firsts[Int(first >> 6)] |= 1 << UInt64(first & 63)
  }

  /// False where no word begins so; true where one may.
  func mayBegin(_ scalar: UInt32) -> Bool {
    firsts[Int((scalar & 0xFFF) >> 6)] & (1 << UInt64(scalar & 63)) != 0
  }

  /// The longest word at `index` that ends within `limit`.
  func match(_ text: Scalars, at index: Int, limit: Int) -> (length: Int, value: Value)? {
    guard index < limit, mayBegin(text[index]) else { return nil }
    var node: Int32 = 0
    var position = index
    var best: (Int, Value)?
    while position < limit, let found = next[UInt64(node) << 32 | UInt64(text[position])] {
      node = found
      position += 1
      if let value = values[Int(node)] { best = (position - index, value) }
    }
    return best
  }

  func match(_ text: Scalars, at index: Int) -> (length: Int, value: Value)? {
    match(text, at: index, limit: text.count)
  }

  /// The longest word of the trie, written backwards, that ends before `end`.
  func matchBackwards(_ text: Scalars, before end: Int, from start: Int) -> (
    length: Int, value: Value
  )? {
    guard end > start, mayBegin(text[end - 1]) else { return nil }
    var node: Int32 = 0
    var position = end
    var best: (Int, Value)?
    while position > start, let found = next[UInt64(node) << 32 | UInt64(text[position - 1])] {
      node = found
      position -= 1
      if let value = values[Int(node)] { best = (end - position, value) }
    }
    return best
  }
}

extension WordTrie where Value == Void {
  init(_ words: [String]) { self.init(words.map { ($0, ()) }) }

  /// A trie of single characters.
  init(letters: String) { self.init(letters.map { String($0) }) }

  /// A trie of words read from their ends.
  init(endings words: [String]) {
    self.init()
    for word in words { insert(scalars(word).reversed(), ()) }
  }
}
