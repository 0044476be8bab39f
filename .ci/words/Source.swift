import Foundation

struct Token {
  var range: Range<Int>
  /// Of a string literal what stands between its quotes; else nil.
  var body: Range<Int>?
  var isWide = false
}

/// A source file as bytes and tokens; the code of interpolations is a stream of tokens of its own.
struct Source {
  let path: String
  let bytes: [UInt8]
  var streams: [[Token]] = []

  init(_ path: String) throws {
    self.path = path
    bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    var open = [0..<bytes.count]
    while let range = open.popLast() { streams.append(lex(range, &open)) }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  func text(_ token: Token) -> String { text(token.range) }
  func line(_ offset: Int) -> Int { bytes[..<offset].count { $0 == 10 } + 1 }

  private func has(_ word: String, at index: Int) -> Bool {
    bytes[index...].starts(with: word.utf8)
  }

  private func lex(_ range: Range<Int>, _ inner: inout [Range<Int>]) -> [Token] {
    var (tokens, index) = ([Token](), range.lowerBound)
    while index < range.upperBound {
      let (byte, start) = (bytes[index], index)
      if has("//", at: index) {
        while index < range.upperBound, bytes[index] != 10 { index += 1 }
      } else if byte <= 32 {
        index += 1
      } else if byte == 34 || (byte == 35 && quote(at: index) != nil) {
        let token = literal(at: index, &inner)
        tokens.append(token)
        index = token.range.upperBound
      } else {
        index += 1
        if isWord(byte) { while index < range.upperBound, isWord(bytes[index]) { index += 1 } }
        tokens.append(Token(range: start..<index))
      }
    }
    return tokens
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte == 95 || byte >= 128 || (48...57).contains(byte) || (65...90).contains(byte)
      || (97...122).contains(byte)
  }

  /// Where the quotation mark behind number signs stands.
  private func quote(at index: Int) -> Int? {
    let found = bytes[index...].firstIndex { $0 != 35 }
    return found.flatMap { bytes[$0] == 34 ? $0 : nil }
  }

  private func literal(at start: Int, _ inner: inout [Range<Int>]) -> Token {
    let quote = quote(at: start) ?? start
    let signs = String(repeating: "#", count: quote - start)
    let isWide = has("\"\"\"", at: quote)
    let (mark, first) = ((isWide ? "\"\"\"" : "\"") + signs, quote + (isWide ? 3 : 1))
    var index = first
    while index < bytes.count, !has(mark, at: index) {
      guard has("\\" + signs, at: index) else {
        index += 1
        continue
      }
      index += 1 + signs.count
      guard bytes[index] == 40 else {
        index += 1
        continue
      }
      let end = closing(index, &inner)
      inner.append(index + 1..<end)
      index = end + 1
    }
    return Token(range: start..<index + mark.utf8.count, body: first..<index, isWide: isWide)
  }

  /// Where a parenthesis of an interpolation closes; strings within are passed over.
  private func closing(_ start: Int, _ inner: inout [Range<Int>]) -> Int {
    var (index, depth, unused) = (start, 0, [Range<Int>]())
    while index < bytes.count {
      if bytes[index] == 34 {
        index = literal(at: index, &unused).range.upperBound
        continue
      }
      if bytes[index] == 40 { depth += 1 }
      if bytes[index] == 41 { depth -= 1 }
      if depth == 0 { return index }
      index += 1
    }
    return index
  }
}
