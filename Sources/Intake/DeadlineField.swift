import Reform

extension DocumentReader {
  /// The deadlines in a few words that a person has typed (2025年底前, 每年2月底前, 持续推进).
  ///
  /// Throws where the words name no time that one could hold anybody to.
  public static func deadlines(in words: String, issued: Day?) throws(Fault) -> [Deadline] {
    let source = SourceText(words.unicodeScalars.map(\.value))
    let scan = Scan(LineJoiner.join(source), source)
    let read = DeadlineReader.read(field: 0..<max(0, scan.chars.count - 1), scan, issued: issued)
    guard !read.deadlines.isEmpty else {
      throw Fault(
        "没有从“\(words)”读出时限；请写成：2025年底前、2025年6月30日前、每年2月底前、持续推进。",
        "No deadline was read from “\(words)”; write for example 2025年底前, 每年2月底前 or 持续推进.")
    }
    return read.deadlines.map { $0.value }
  }
}
