import Reform

/// The text of a Word document: a line a paragraph, a tabbed line a row.
final class DocxReader {
  private var lines = LineGatherer()
  private var numbering: WordNumbering
  private var bytes: [UInt8] = []
  private var isInText = false
  /// Depth inside what is not the text: deletions, fall-backs, field codes.
  private var hidden = 0
  private var number: (id: String?, level: Int) = (nil, 0)
  private var style: String?
  private var hasMarked = false

  private init(_ numbering: WordNumbering) { self.numbering = numbering }

  static func read(_ bytes: [UInt8], name: String) throws(Fault) -> Scalars {
    let archive = try ZipArchive(bytes, name: name)
    guard let document = try archive.bytes(of: "word/document.xml") else {
      throw fault(of: archive, name)
    }
    let definitions = try archive.bytes(of: "word/numbering.xml") ?? []
    let numbering =
      definitions.isEmpty ? WordNumbering() : try WordNumbering(definitions, name: name)
    let reader = DocxReader(numbering)
    try XMLStream.walk(
      document, name: name, start: { reader.open($0, $1) }, end: { reader.close($0) },
      text: { reader.take($0) })
    return reader.lines.finish()
  }

  /// What an archive is that holds no Word document.
  private static func fault(of archive: borrowing ZipArchive, _ name: String) -> Fault {
    if archive.has("EncryptedPackage") { return Faults.encryptedZip(name) }
    if archive.has("xl/workbook.xml") { return Faults.workbook(name) }
    return archive.has("OFD.xml") ? Faults.ofd(name) : Faults.notWord(name)
  }

  private func open(_ name: String, _ values: [String: String]) {
    switch name {
    case "w:del", "mc:Fallback", "w:instrText", "w:moveFrom": hidden += 1
    case "w:t": isInText = true
    case "w:tab" where number.id == nil || hasMarked: lines.add(Sign.space)
    case "w:br", "w:cr": lines.breakLine()
    case "w:p": (number, hasMarked) = ((nil, 0), false)
    case "w:numId": number.id = values["w:val"]
    case "w:ilvl": number.level = WordNumbering.level(values["w:val"]) ?? 0
    case "w:r": mark()
    case "w:tbl": lines.openTable()
    case "w:tr": lines.openRow()
    case "w:tc": lines.openCell()
    case "w:gridSpan": lines.span(columns: Int(values["w:val"] ?? "") ?? 1)
    case "w:vMerge": if values["w:val"] != "restart" { lines.repeatAbove() }
    default: break
    }
  }

  private func close(_ name: String) {
    switch name {
    case "w:del", "mc:Fallback", "w:instrText", "w:moveFrom": hidden = max(0, hidden - 1)
    case "w:t":
      isInText = false
      flush()
    case "w:p": lines.endParagraph()
    case "w:tc": lines.closeCell()
    case "w:tr": lines.closeRow()
    case "w:tbl": lines.closeTable()
    default: break
    }
  }

  /// The numbering that Word would print, before the first run of the paragraph.
  private func mark() {
    guard !hasMarked, hidden == 0 else { return }
    hasMarked = true
    guard let id = number.id, id != "0" else { return }
    for scalar in numbering.next(id, level: number.level) { lines.add(scalar) }
  }

  private func take(_ more: [UInt8]) {
    if isInText, hidden == 0 { bytes += more }
  }

  private func flush() {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { lines.add(scalar.value) }
    bytes = []
  }
}
