import Reform

/// What of a text cannot be read: bytes that make no sense, and characters that no table knows.
enum DamageFindings {
  private static let most = 20

  static func all(_ source: SourceText, damaged: [Int]) -> [Finding] {
    let bytes = damaged.prefix(most).map { offset in
      Finding(
        "undecodable", .warning, Phrase("这里有无法识别的字节。", "There are bytes here that make no sense."),
        at: source.place(of: offset))
    }
    return bytes + characters(source, areTold: !damaged.isEmpty)
  }

  /// One finding for a character, at its first place, however often it comes again.
  private static func characters(_ source: SourceText, areTold: Bool) -> [Finding] {
    var counts: [UInt32: Int] = [:]
    var first: [Int] = []
    for offset in Glyphs.unreadable(in: source.scalars) {
      let scalar = source.scalars[offset]
      guard !areTold || scalar != 0xFFFD else { continue }
      if counts[scalar, default: 0] == 0, first.count < most { first.append(offset) }
      counts[scalar, default: 0] += 1
    }
    return first.map { offset in
      let scalar = source.scalars[offset]
      let code = "U+" + String(scalar, radix: 16, uppercase: true)
      let count = counts[scalar] ?? 1
      let (zh, en) =
        count > 1 ? ("，共\(count)处，此为第一处", ", \(count) times, here first") : ("", "")
      return Finding(
        "unreadable-character", .warning,
        Phrase(
          "这里有读不出的字符（\(code)\(zh)），请对照原件补上。",
          "There is a character here that cannot be read (\(code)\(en)); enter it from the original."
        ),
        at: source.place(of: offset), words: words(around: offset, source))
    }
  }

  private static func words(around offset: Int, _ source: SourceText) -> String {
    let low = max(0, offset - 8)
    let high = min(source.scalars.count, offset + 9)
    return text(source.scalars[low..<high].filter { $0 >= 0x20 })
  }
}

extension SourceText {
  /// Where an offset stands, for a finding.
  fileprivate func place(of offset: Int) -> Finding.Source {
    let (line, column) = position(of: max(0, min(offset, scalars.count - 1)))
    return .init(line: line, column: column)
  }
}
