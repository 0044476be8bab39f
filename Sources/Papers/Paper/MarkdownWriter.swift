import Reform

/// Writes a paper as Markdown, lines ending in a line feed.
struct MarkdownWriter {
  private let paper: Paper

  init(_ paper: Paper) { self.paper = paper }

  func text() -> String {
    var parts = ["# " + PaperText.plain(paper.title)]
    if let number = paper.number { parts.append(PaperText.plain(number)) }
    parts.append("**" + PaperText.plain(paper.remark) + "**")
    parts += paper.numbered.map(block)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func block(_ block: Paper.Block) -> String {
    switch block {
    case .heading(let level, let text):
      String(repeating: "#", count: level + 1) + " " + PaperText.plain(text)
    case .paragraph(let text), .address(let text): PaperText.plain(text)
    case .list(let items):
      items.enumerated().map { "\($0.offset + 1). \(PaperText.plain($0.element))" }
        .joined(separator: "\n")
    case .table(let table): self.table(table)
    case .chart(let chart):
      "**" + PaperText.plain(chart.heading) + "**\n\n" + table(chart.table)
    case .note(let text): PaperText.plain(PaperWords.note(paper.language) + text)
    case .pageBreak: "---"
    case .signature(let unit, let day):
      PaperText.plain(unit) + "  \n" + PaperWords.day(day)(paper.language)
    }
  }

  private func table(_ table: PaperTable) -> String {
    func row(_ cells: [String]) -> String {
      "| " + cells.map(PaperText.plain).joined(separator: " | ") + " |"
    }
    let rule =
      "| " + table.columns.map { $0.isCentered ? ":---:" : "---" }.joined(separator: " | ") + " |"
    return ([row(table.columns.map(\.title)), rule] + table.rows.map(row)).joined(separator: "\n")
  }
}
