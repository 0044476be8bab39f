/// Readings of characters, for finding 太原 by `ty` or `taiyuan`.
public struct Pinyin: Sendable, Equatable {
  /// Readings by character; every reading of those that have several.
  private let readings: [UInt32: [[UInt8]]]

  /// Reads the bundled table: a line a syllable, `tai 太态泰`.
  public init(table: some Sequence<UInt8>) {
    var found: [UInt32: [[UInt8]]] = [:]
    found.reserveCapacity(8000)
    for line in table.split(separator: UInt8(ascii: "\n")) {
      guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      let syllable = Array(line[..<space])
      for scalar in String(decoding: line[(space + 1)...], as: UTF8.self).unicodeScalars {
        found[scalar.value, default: []].append(syllable)
      }
    }
    readings = found
  }

  public static let none = Pinyin(table: [])

  func of(_ scalar: Unicode.Scalar) -> [[UInt8]] { readings[scalar.value] ?? [] }
}

/// What somebody looks for: Chinese, English, full readings or initials, words in any order.
public struct SearchQuery: Sendable, Equatable {
  public let text: String
  private let words: [[Unicode.Scalar]]
  private let pinyin: Pinyin

  public init(_ text: String, pinyin: Pinyin) {
    self.text = text
    self.pinyin = pinyin
    words = text.lowercased().split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) }
  }

  public var isEmpty: Bool { words.isEmpty }

  /// Whether every word is found somewhere in one of the texts.
  public func matches(_ texts: [String]) -> Bool {
    guard !words.isEmpty else { return true }
    let scalars = texts.map { Array($0.lowercased().unicodeScalars) }
    return words.allSatisfy { word in scalars.contains { range(of: word, in: $0) != nil } }
  }

  /// Where the first word that is found stands in a text, in scalars.
  public func range(in text: String) -> Range<Int>? {
    let scalars = Array(text.lowercased().unicodeScalars)
    return words.lazy.compactMap { range(of: $0, in: scalars) }.first
  }

  /// Where each word is first found, each field once; nil where one is found nowhere.
  func hits(in parts: [SearchIndex.Part]) -> [SearchIndex.Hit]? {
    var hits: [SearchIndex.Hit] = []
    for word in words {
      guard let hit = hit(of: word, in: parts) else { return nil }
      if !hits.contains(where: { $0.field == hit.field }) { hits.append(hit) }
    }
    return hits
  }

  private func hit(
    of word: [Unicode.Scalar], in parts: [SearchIndex.Part]
  ) -> SearchIndex.Hit? {
    for (index, part) in parts.enumerated() {
      let found =
        part.field.isName
        ? range(of: word, in: part.scalars) : Self.range(spelling: word, in: part.scalars)
      if let found { return SearchIndex.Hit(field: part.field, part: index, range: found) }
    }
    return nil
  }

  /// Where a word stands letter by letter.
  private static func range(
    spelling word: [Unicode.Scalar], in text: [Unicode.Scalar]
  ) -> Range<Int>? {
    guard let first = word.first, text.count >= word.count else { return nil }
    return text.withUnsafeBufferPointer { text in
      word.withUnsafeBufferPointer { word in
        for start in 0...(text.count - word.count) where text[start] == first {
          var length = 1
          while length < word.count, text[start + length] == word[length] { length += 1 }
          if length == word.count { return start..<(start + length) }
        }
        return nil
      }
    }
  }

  private func range(of word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Range<Int>? {
    for start in text.indices {
      if let end = end(of: word[...], in: text, from: start, isFirst: true) { return start..<end }
    }
    return nil
  }

  /// Matches what is left of a word from a position: characters as they are, or by reading.
  private func end(
    of word: ArraySlice<Unicode.Scalar>, in text: [Unicode.Scalar], from position: Int,
    isFirst: Bool
  ) -> Int? {
    guard let wanted = word.first else { return position }
    guard position < text.count else { return nil }
    let here = text[position]
    if here == wanted,
      let found = end(of: word.dropFirst(), in: text, from: position + 1, isFirst: false)
    {
      return found
    }
    guard wanted.isASCII, !here.isASCII else { return nil }
    for reading in pinyin.of(here) {
      for length in matchingLengths(of: reading, with: word) {
        if let found = end(
          of: word.dropFirst(length), in: text, from: position + 1, isFirst: false)
        {
          return found
        }
      }
    }
    return nil
  }

  /// How many letters of the word a reading may take: all of it, its initial, or, at the end of
  /// the word, as much as is typed.
  private func matchingLengths(
    of reading: [UInt8], with word: ArraySlice<Unicode.Scalar>
  ) -> [Int] {
    var common = 0
    for (letter, wanted) in zip(reading, word) {
      guard UInt32(letter) == wanted.value else { break }
      common += 1
    }
    guard common > 0 else { return [] }
    if common == reading.count || common == word.count { return common > 1 ? [common, 1] : [1] }
    return [1]
  }
}
