import Reform

extension DocumentReader {
  /// The deadlines in a few words that a person has typed (2025年底前, 每年2月底前, 持续推进).
  ///
  /// Throws where the words name no time that one could hold anybody to.
  public static func deadlines(in words: String, issued: Day?) throws(Fault) -> [Deadline] {
    let source = SourceText(Glyphs.folded(scalars(words)))
    let scan = Scan(LineJoiner.join(source), source)
    let read = DeadlineReader.read(field: 0..<max(0, scan.chars.count - 1), scan, issued: issued)
    guard !read.deadlines.isEmpty else {
      throw Fault(
        "没有读出时限；如：2025年底前、每年2月底前、持续推进", "no deadline was read; such as 2025年底前, 每年2月底前, 持续推进")
    }
    return read.deadlines.map { $0.value }
  }
}
