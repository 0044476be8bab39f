import Reform

/// Writes a paper as one HTML file without scripts, which prints as the Word file does.
struct HTMLWriter {
  private let paper: Paper

  init(_ paper: Paper) { self.paper = paper }

  func text() -> String {
    let language = paper.language == .zh ? "zh-CN" : "en"
    let body = paper.numbered.map(block).joined(separator: "\n")
    let number = paper.number.map { "<p class=\"remark\">\(PaperText.marked($0))</p>\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(PaperText.marked(paper.title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <div class="paper">
      <div class="every">\(PaperText.marked(paper.remark))</div>
      <div class="text">
      <h1>\(PaperText.marked(paper.title))</h1>
      \(number)<p class="remark">\(PaperText.marked(paper.remark))</p>
      \(body)
      </div>
      </div>
      </body>
      </html>

      """
  }

  private func block(_ block: Paper.Block) -> String {
    switch block {
    case .heading(let level, let text):
      "<h\(level + 1)>\(PaperText.marked(text))</h\(level + 1)>"
    case .paragraph(let text): "<p>\(PaperText.marked(text))</p>"
    case .address(let text): "<p class=\"address\">\(PaperText.marked(text))</p>"
    case .list(let items):
      "<ol>" + items.map { "<li>\(PaperText.marked($0))</li>" }.joined() + "</ol>"
    case .table(let table): self.table(table)
    case .chart(let chart): "<figure>\(ChartSVG(chart).text())</figure>"
    case .note(let text):
      "<p class=\"note\">\(PaperText.marked(PaperWords.note(paper.language) + text))</p>"
    case .pageBreak: "<div class=\"break\"></div>"
    case .signature(let unit, let day):
      "<p class=\"signature\"><span>\(PaperText.marked(unit))<br>"
        + PaperText.marked(PaperWords.day(day)(paper.language)) + "</span></p>"
    }
  }

  private func table(_ table: PaperTable) -> String {
    let widths = table.widths(of: 1000)
    let columns = widths.map { "<col style=\"width:\($0 / 10).\($0 % 10)%\">" }.joined()
    let head = table.columns.map { "<th>\(PaperText.marked($0.title))</th>" }.joined()
    let rows = table.rows.map { row in
      "<tr>"
        + row.indices.map { index in
          let style = table.columns[index].isCentered ? " class=\"center\"" : ""
          return "<td\(style)>\(PaperText.marked(row[index]))</td>"
        }.joined() + "</tr>"
    }
    return
      "<table\(table.isRoomy ? " class=\"roomy\"" : "")><colgroup>\(columns)</colgroup>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
      + rows.joined(separator: "\n") + "\n</tbody></table>"
  }

  /// The remark is the head of a table, which browsers print again on every page as long as it is
  /// not to be broken.
  private static let style = """
    @page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; } }
    body { margin: 0; color: #000; background: #fff; font: 16pt/28pt \(families(.text)); }
    .paper { display: table; width: 100%; max-width: 156mm; margin: 0 auto; }
    .every { display: table-header-group; break-inside: avoid; font-size: 10.5pt; text-align: center; }
    .text { display: table-row-group; }
    h1 { font: 22pt/32pt \(families(.title)); text-align: center; margin: 0; }
    h2, h3, h4 { font-size: 16pt; font-weight: normal; margin: 0; text-indent: 2em; break-after: avoid; }
    h2 { font-family: \(families(.heading)); }
    h3 { font-family: \(families(.second)); }
    h4 { font-weight: bold; }
    p { margin: 0; text-indent: 2em; text-align: justify; }
    ol { margin: 0; padding-left: 3em; }
    .remark { font-family: \(families(.second)); text-align: center; text-indent: 0; margin-bottom: 14pt; }
    .address { text-indent: 0; }
    .note { font: 12pt/20pt \(families(.second)); text-indent: 0; margin-bottom: 8pt; }
    figure { margin: 0 0 8pt; break-inside: avoid; }
    figure svg { width: 100%; height: auto; }
    .signature { text-align: right; text-indent: 0; margin-top: 28pt; break-inside: avoid; }
    .signature span { display: inline-block; text-align: center; margin-right: 4em; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 10.5pt; line-height: 15pt; \
    margin-bottom: 8pt; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { border: 0.5pt solid #000; padding: 1pt 3pt; overflow-wrap: anywhere; }
    th { font: 10.5pt/15pt \(families(.heading)); }
    .roomy td { height: 34pt; }
    .center { text-align: center; }
    .break { break-after: page; }
    """

  private static func families(_ font: PaperFont) -> String {
    ([PaperFont.latin, font.name] + font.others).map { "\"\($0)\"" }.joined(separator: ", ")
      + ", serif"
  }
}
