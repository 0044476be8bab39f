import Reform

/// Writes a paper as a Word file (.docx) of GB/T 9704-2012.
struct DocxWriter {
  private let paper: Paper
  /// The charts by the position of their blocks.
  private let charts: [Int: DocxChart]

  init(_ paper: Paper) {
    self.paper = paper
    var charts: [Int: DocxChart] = [:]
    for (index, block) in paper.blocks.enumerated() {
      guard case .chart(let chart) = block else { continue }
      charts[index] = DocxChart(chart, charts.count + 1, paper.language)
    }
    self.charts = charts
  }

  private var drawn: [DocxChart] { charts.sorted { $0.key < $1.key }.map(\.value) }

  /// The file; throws where it cannot be packed.
  func bytes() throws(Fault) -> [UInt8] {
    var files = parts().map { (name: $0.name, bytes: Array($0.text.utf8)) }
    for chart in drawn { files.append(try chart.workbook(paper.day)) }
    return try ZipPacker.pack(files)
  }

  /// The parts of the package, what they are made of first.
  func parts() -> [(name: String, text: String)] {
    [
      ("[Content_Types].xml", DocxPackage.types(drawn)), ("_rels/.rels", DocxPackage.roots),
      ("docProps/core.xml", DocxPackage.properties(paper)),
      ("word/document.xml", document()),
      ("word/_rels/document.xml.rels", DocxPackage.links(drawn)),
      ("word/styles.xml", DocxStyles.text()), ("word/settings.xml", DocxPackage.settings),
      ("word/fontTable.xml", DocxStyles.fontTable()),
    ] + DocxPackage.margins(remark: paper.remark) + drawn.flatMap(\.parts)
  }

  private func document() -> String {
    var body = paragraph("Title", paper.title)
    if let number = paper.number { body += paragraph("Remark", number) }
    body += paragraph("Remark", paper.remark)
    body += paper.numbered.enumerated().map(block).joined()
    return DocxPart.xml("w:document", "<w:body>\(body)\(DocxPackage.section)</w:body>")
  }

  private func block(_ index: Int, _ block: Paper.Block) -> String {
    switch block {
    case .heading(let level, let text): paragraph("Heading\(level)", text)
    case .paragraph(let text): paragraph("BodyText", text)
    case .address(let text): paragraph("Address", text)
    case .list(let items):
      items.enumerated().map { paragraph("BodyText", "\($0.offset + 1). \($0.element)") }.joined()
    case .table(let table): self.table(table) + paragraph("Gap", "")
    case .chart:
      "<w:p><w:pPr><w:pStyle w:val=\"Chart\"/></w:pPr>\(charts[index]?.run ?? "")</w:p>"
    case .note(let text): paragraph("Note", PaperWords.note(paper.language) + text)
    case .pageBreak:
      "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr><w:r><w:br w:type=\"page\"/></w:r></w:p>"
    case .signature(let unit, let day): signature(unit, day)
    }
  }

  private func paragraph(_ style: String, _ text: String, _ properties: String = "") -> String {
    let run =
      text.isEmpty
      ? "" : "<w:r><w:t xml:space=\"preserve\">\(PaperText.marked(text))</w:t></w:r>"
    return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(properties)</w:pPr>\(run)</w:p>"
  }

  /// The day four characters from the right, the unit in the middle above it, both kept together.
  private func signature(_ unit: String, _ day: Day) -> String {
    let printed = PaperWords.day(day)(paper.language)
    let middle = 400 + (halves(printed) - halves(unit)) * 25
    func line(_ text: String, _ right: Int, keep: Bool) -> String {
      let twips = right * PaperPage.textSize / 10
      return paragraph(
        "Signature", text,
        (keep ? "<w:keepNext/>" : "")
          + "<w:ind w:rightChars=\"\(right)\" w:right=\"\(twips)\"/>")
    }
    return paragraph("Address", "") + line(unit, max(200, middle), keep: true)
      + line(printed, 400, keep: false)
  }

  /// The width of a line in half characters.
  private func halves(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) }
  }

  private func table(_ table: PaperTable) -> String {
    let widths = table.widths(of: PaperPage.textWidth)
    let border = { (side: String) in
      "<w:\(side) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    }
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).joined()
    let properties =
      "<w:tblPr><w:tblW w:w=\"\(PaperPage.textWidth)\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>"
      + "<w:tblBorders>\(sides)</w:tblBorders><w:tblLayout w:type=\"fixed\"/>"
      + "<w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/>"
      + "</w:tblCellMar></w:tblPr>"
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    let head = row(table.columns.map(\.title), table, widths, isHead: true)
    let rows = table.rows.map { row($0, table, widths, isHead: false) }.joined()
    return "<w:tbl>\(properties)<w:tblGrid>\(grid)</w:tblGrid>\(head)\(rows)</w:tbl>"
  }

  private func row(
    _ cells: [String], _ table: PaperTable, _ widths: [Int], isHead: Bool
  ) -> String {
    let content = cells.indices.map { index in
      let isCentered = table.columns[index].isCentered && !isHead
      return "<w:tc><w:tcPr><w:tcW w:w=\"\(widths[index])\" w:type=\"dxa\"/>"
        + "<w:vAlign w:val=\"center\"/></w:tcPr>"
        + paragraph(
          isHead ? "TableHead" : "TableText", cells[index],
          isCentered ? "<w:jc w:val=\"center\"/>" : "") + "</w:tc>"
    }
    let room = table.isRoomy && !isHead ? "<w:trHeight w:val=\"680\"/>" : ""
    return "<w:tr><w:trPr><w:cantSplit/>\(room)" + (isHead ? "<w:tblHeader/>" : "") + "</w:trPr>"
      + content.joined() + "</w:tr>"
  }
}
