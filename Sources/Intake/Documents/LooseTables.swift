import Reform

/// Rows of figures, parted by tabs, of tables whose header no rule knows: they came in as plain text, and
/// are told.
struct LooseTables {
  private let source: SourceText
  private let joined: JoinedText

  static func findings(_ source: SourceText, _ joined: JoinedText) -> [Finding] {
    LooseTables(source: source, joined: joined).findings
  }

  private static let most = 40

  private var findings: [Finding] {
    let known = knownLines
    var findings: [Finding] = []
    var run: [Int] = []
    for number in 0...source.lineCount {
      let isRow = number < source.lineCount && !known[number] && cells(of: number).count > 2
      if isRow {
        run.append(number)
        continue
      }
      if run.contains(where: holdsFigure), findings.count < Self.most {
        findings.append(finding(run))
      }
      run = []
    }
    return findings
  }

  /// The lines that were read as rows.
  private var knownLines: [Bool] {
    var known = [Bool](repeating: false, count: source.lineCount)
    for paragraph in joined.paragraphs {
      guard case .row = paragraph.kind, let first = paragraph.range.first,
        let last = paragraph.range.last, last < joined.origins.count
      else { continue }
      let low = source.position(of: Int(joined.origins[first])).line
      let high = source.position(of: Int(joined.origins[last])).line
      for line in low...max(low, high) where known.indices.contains(line - 1) {
        known[line - 1] = true
      }
    }
    return known
  }

  private func cells(of number: Int) -> [Scalars] {
    let line = source.scalars[source.scalars.trimmed(source.line(number))]
    guard line.contains(Sign.tab) else { return [] }
    return line.split(separator: Sign.tab).map { cell in cell.map(\.folded).filter { !$0.isBlank } }
  }

  /// A cell behind the first that is a figure and no more.
  private func holdsFigure(_ number: Int) -> Bool {
    cells(of: number).dropFirst().contains { CellFigure.isPlain($0[...]) }
  }

  private func finding(_ run: [Int]) -> Finding {
    var finding = Finding(
      "left-out", .warning,
      Phrase(
        "这张表没有读作任务表或指标表，里面的数没有记入，请核对。",
        "This table was read neither as one of tasks nor as one of targets, and its figures were not "
          + "taken. Please check."), at: .init(line: (run.first ?? 0) + 1, column: 1))
    let rows = run.prefix(12).map { cells(of: $0).map { Intake.text($0) }.joined(separator: " ") }
    finding.words = rows.joined(separator: "；")
    return finding
  }
}
