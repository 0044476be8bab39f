import TestSupport

/// Inputs made of others by chance: bytes changed, runs cut out, doubled, or taken from another.
struct Mutation {
  private var corpus: [[UInt8]]
  private var dice: Dice

  init(_ corpus: [[UInt8]], seed: UInt64) { (self.corpus, dice) = (corpus, Dice(seed: seed)) }

  private static let pieces = [
    "0", "-1", "9223372036854775808", "99999999999999999999", "1e999", "NaN", "\u{0}", "\u{1B}[A",
    "\r\n", "\"", ",", "，", "（", "）", "〔", "<", ">", "&#x0;", "]]>", "'", "\\", "[", "=", "万", "%",
    "2024年", "合计", "\u{FEFF}", "\u{202E}", "太原市", "q", "Enter", "　",
  ].map { Array($0.utf8) }

  /// Goes on from an input as well.
  mutating func keep(_ input: [UInt8]) { corpus.append(input) }

  mutating func next() -> [UInt8] {
    var bytes = dice.pick(corpus)
    for _ in 0...dice.roll(6) { change(&bytes) }
    return Array(bytes.prefix(1 << 20))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let start = dice.roll(bytes.count + 1)
    let end = min(bytes.count, start + dice.roll(dice.roll(8) == 0 ? 4_096 : 16))
    switch dice.roll(7) {
    case 0: if start < bytes.count { bytes[start] ^= UInt8(1 << dice.roll(8)) }
    case 1: if start < bytes.count { bytes[start] = UInt8(dice.roll(256)) }
    case 2: bytes.removeSubrange(start..<end)
    case 3: bytes.insert(contentsOf: bytes[start..<end], at: end)
    case 4, 5: bytes.insert(contentsOf: dice.pick(Self.pieces), at: start)
    default:
      let other = dice.pick(corpus)
      let from = dice.roll(other.count + 1)
      let to = min(other.count, from + dice.roll(256))
      bytes.replaceSubrange(start..<end, with: other[from..<to])
    }
  }
}
