/// Gathers the bytes of a bracketed paste up to its end mark.
struct PasteText: Sendable {
  private static let end = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var matched = 0

  /// Takes a byte; true when it was the last of the end mark.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    // Only its first byte can begin the end mark anew.
    keep(Self.end[..<matched])
    matched = byte == Self.end[0] ? 1 : 0
    if matched == 0 { keep(CollectionOfOne(byte)[...]) }
    return false
  }

  /// The text so far, line breaks as `\n`, and a fresh start.
  mutating func finish() -> String {
    defer { self = PasteText() }
    trimBrokenEnd()
    var text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    if bytes.contains(0x0D) {
      var lines = String.UnicodeScalarView()
      var last: Unicode.Scalar = " "
      for scalar in text {
        if !(scalar == "\n" && last == "\r") { lines.append(scalar == "\r" ? "\n" : scalar) }
        last = scalar
      }
      text = lines
    }
    return String(text)
  }

  private mutating func keep(_ more: some Sequence<UInt8>) {
    for byte in more where bytes.count < KeyReader.pasteLimit { bytes.append(byte) }
  }

  /// A paste that was cut at the limit may end in the midst of a character.
  private mutating func trimBrokenEnd() {
    guard bytes.count == KeyReader.pasteLimit else { return }
    while let byte = bytes.last, 0x80...0xBF ~= byte { bytes.removeLast() }
    if let byte = bytes.last, byte >= 0xC0 { bytes.removeLast() }
  }
}
