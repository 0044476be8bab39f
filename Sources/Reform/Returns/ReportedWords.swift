/// The note of a returned form taken apart again into what its columns said (`LineReport.note`).
public struct ReportedWords: Hashable, Sendable {
  public var progress: String?
  public var problem: String?
  public var next: String?
  /// What no column of a form said: the note of somebody who entered it by hand, day and sender.
  public var other: String?

  private static let heads: [([Phrase], WritableKeyPath<ReportedWords, String?> & Sendable)] = [
    ([Phrase("进展：", "Progress: ")], \.progress), ([Phrase("问题：", "Problem: ")], \.problem),
    ([Phrase("下一步：", "Next: ")], \.next),
    ([Phrase("截至 ", "as of "), Phrase("填报 ", "sent by ")], \.other),
  ]

  /// A note in either language; what stands before the first head is nobody's column.
  public init(_ note: String) {
    let isChinese = note.contains("；") || !note.contains("; ")
    let separator = isChinese ? "；" : "; "
    var target: WritableKeyPath<ReportedWords, String?> = \.other
    for piece in note.split(separator: separator, omittingEmptySubsequences: false) {
      var words = String(piece)
      for (phrases, path) in Self.heads {
        guard
          let head = phrases.flatMap({ [$0.zh, $0.en] }).first(where: { words.hasPrefix($0) })
        else { continue }
        target = path
        if path != \.other { words = String(words.dropFirst(head.count)) }
        break
      }
      self[keyPath: target] = self[keyPath: target].map { $0 + separator + words } ?? words
    }
  }
}
