import Cells

/// What the tabs say in the room that they have.
///
/// First the gaps between them give way, then the program's name, then the ends of the longest names, and
/// at last all names but those that must be read.
struct TabRow {
  /// A tab with its name whole.
  struct Item {
    var number: String
    var words: String
    var isFront: Bool
    /// Whether it says that a meeting is in session, which is never cut.
    var isSession: Bool
  }

  let words: [String]
  /// The columns between two tabs.
  let gap: Int
  /// Whether the program's name has room before them.
  let hasProgram: Bool
  let width: Int

  init(_ items: [Item], in room: Int, _ program: Int, _ ruler: Ruler) {
    func columns(_ words: [String]) -> Int { words.reduce(0) { $0 + ruler.columns(of: $1) } }
    let whole = items.map { " \($0.words) " }
    let isWide = columns(whole) + whole.count + program <= room
    gap = isWide ? 1 : 0
    words =
      isWide
      ? whole
      : Self.fitting(items, in: room) {
        columns($0)
      } cut: {
        ruler.cut($0, to: $1)
      }
    width = columns(words) + gap * words.count
    hasProgram = isWide || columns(words) + program <= room
  }

  private static func fitting(
    _ items: [Item], in room: Int, columns: ([String]) -> Int, cut: (String, Int) -> String
  ) -> [String] {
    let whole = items.map { " \($0.words) " }
    if columns(whole) <= room { return whole }
    // Close together, only the one in front keeps the space behind its name.
    let close = items.map { $0.isFront ? " \($0.words) " : " \($0.words)" }
    if columns(close) <= room { return close }
    let longest = items.map { columns([$0.words]) }.max() ?? 0
    for most in (5...max(5, longest)).reversed() {
      let shortened = items.map { item in
        item.isFront
          ? " \(item.words) " : item.isSession ? " \(item.words)" : " " + cut(item.words, most)
      }
      if columns(shortened) <= room { return shortened }
    }
    return items.map { $0.isFront || $0.isSession ? " \($0.words) " : " \($0.number) " }
  }
}
