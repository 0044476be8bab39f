/// What was sent of one line (任务填报的一行): how far it has got, in the sender's words.
public struct LineReport: Hashable, Sendable {
  public var line: Line
  /// The status that the sender had before him; nil where the file does not say.
  public var seen: Status?
  /// Nil where the cell was left empty, as everything below.
  public var status: Status?
  public var progress: String?
  public var problem: String?
  public var next: String?
  public var evidence: String?
  /// The day as of which it is so.
  public var day: Day?
  /// Who filled the form in.
  public var sender: String?
  public var language = Language.zh
  /// The row, by the cell of its first column.
  public var source: SourcePlace
  /// The columns of the cells that are filled in.
  public var columns: [TaskFormLayout.Column: Int] = [:]

  public init(_ line: Line, at source: SourcePlace) { (self.line, self.source) = (line, source) }

  /// Whether any words are sent beside status, evidence and day.
  public var hasWords: Bool { progress != nil || problem != nil || next != nil }

  /// All words as one note; nil where there are none.
  ///
  /// 进展：…；问题：…；下一步：…；截至 2024-11-20；填报 张三
  public var note: String? {
    let separator = Phrase("；", "; ")(language)
    let said = [
      (Phrase("进展：", "Progress: "), progress), (Phrase("问题：", "Problem: "), problem),
      (Phrase("下一步：", "Next: "), next), (Phrase("截至 ", "as of "), day?.description),
      (Phrase("填报 ", "sent by "), sender),
    ].compactMap { head, words in words.map { head(language) + $0 } }
    return said.isEmpty ? nil : said.joined(separator: separator)
  }

  /// The cell of something that is filled in; of the row where its column is not known.
  public func cell(_ column: TaskFormLayout.Column) -> SourcePlace {
    var place = source
    place.column = columns[column] ?? source.column
    return place
  }
}

/// What the ledger holds of a line already, as far as it stands.
public struct LineRecord: Hashable, Sendable {
  public var notes: Set<String> = []
  public var evidence: Set<String> = []
  /// Whether anything shows that the line is done, on it or on the task in the place.
  public var hasEvidence = false

  public init() {}

  /// Takes in an entry on the line, or on the task in its place; what was taken back says nothing.
  public mutating func take(_ entry: Entry) {
    guard !entry.isTakenBack, entry.kind != .undone else { return }
    if let note = entry.note { notes.insert(note) }
    guard let evidence = entry.evidence else { return }
    self.evidence.insert(evidence)
    if !EvidenceWords.areNone(evidence) { hasEvidence = true }
  }
}

extension LineReport {
  /// What is to be entered of it; nil where it says nothing that the ledger does not say.
  public func change(_ standing: Standing, _ record: LineRecord) -> Change? {
    let moves = status.map { $0 != standing.status } ?? false
    let speaks = hasWords && note.map { !record.notes.contains($0) } ?? false
    let proof = evidence.flatMap { record.evidence.contains($0) ? nil : $0 }
    guard moves || speaks || proof != nil else { return nil }
    return Change(
      line, status: moves || speaks ? status : nil, note: moves || speaks ? note : nil,
      evidence: proof, seen: standing.last)
  }
}
