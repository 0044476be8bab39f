import Reform

/// The parts of a Word file beside its text: what belongs together, the page, and its margins.
enum DocxPackage {
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  /// Parts with the kinds and the numbers by which the text names them.
  private static let named = [
    ("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml"),
    ("rId3", "fontTable", "fontTable.xml"), ("rId4", "header", "header1.xml"),
    ("rId5", "header", "header2.xml"), ("rId6", "footer", "footer1.xml"),
    ("rId7", "footer", "footer2.xml"),
  ]

  static func types(_ charts: [DocxChart]) -> String {
    let drawn = charts.map {
      "<Override PartName=\"/word/\($0.name)\" "
        + "ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"
    }
    let books =
      charts.isEmpty
      ? ""
      : "<Default Extension=\"xlsx\" ContentType=\"application/"
        + "vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>"
    let own = named.map { _, kind, file in
      "<Override PartName=\"/word/\(file)\" ContentType=\"\(word).\(kind)+xml\"/>"
    }
    return DocxPart.declaration + "<Types xmlns=\"\(DocxPart.package)/content-types\">"
      + "<Default Extension=\"rels\" "
      + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + books
      + "<Override PartName=\"/word/document.xml\" ContentType=\"\(word).document.main+xml\"/>"
      + "<Override PartName=\"/docProps/core.xml\" "
      + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
      + own.joined() + drawn.joined() + "</Types>"
  }

  static var roots: String {
    links([
      ("rId1", "\(DocxPart.office)/officeDocument", "word/document.xml"),
      (
        "rId2", "\(DocxPart.package)/relationships/metadata/core-properties", "docProps/core.xml"
      ),
    ])
  }

  static func links(_ charts: [DocxChart]) -> String {
    links(
      named.map { id, kind, file in (id, "\(DocxPart.office)/\(kind)", file) }
        + charts.map { ($0.link, "\(DocxPart.office)/chart", $0.name) })
  }

  static func links(_ all: [(id: String, kind: String, target: String)]) -> String {
    let content = all.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return DocxPart.declaration
      + "<Relationships xmlns=\"\(DocxPart.package)/relationships\">\(content.joined())"
      + "</Relationships>"
  }

  static func properties(_ paper: Paper) -> String {
    let language = paper.language == .zh ? "zh-CN" : "en-GB"
    return DocxPart.declaration
      + "<cp:coreProperties xmlns:cp=\"\(DocxPart.package)/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      + "<dc:title>\(PaperText.marked(paper.title))</dc:title>"
      + "<dc:description>\(PaperText.marked(paper.remark))</dc:description>"
      + "<dc:language>\(language)</dc:language></cp:coreProperties>"
  }

  /// Page numbers stand outside: right on odd pages, left on even ones.
  static let settings = DocxPart.xml(
    "w:settings",
    "<w:zoom w:percent=\"100\"/><w:evenAndOddHeaders/>"
      + "<w:drawingGridVerticalSpacing w:val=\"\(PaperPage.linePitch / 2)\"/>"
      + "<w:characterSpacingControl w:val=\"compressPunctuation\"/>"
      + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
      + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
      + "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>")

  static let section =
    "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>"
    + "<w:headerReference w:type=\"even\" r:id=\"rId5\"/>"
    + "<w:footerReference w:type=\"default\" r:id=\"rId6\"/>"
    + "<w:footerReference w:type=\"even\" r:id=\"rId7\"/>"
    + "<w:pgSz w:w=\"\(PaperPage.width)\" w:h=\"\(PaperPage.height)\"/>"
    + "<w:pgMar w:top=\"\(PaperPage.top)\" w:right=\"\(PaperPage.right)\" "
    + "w:bottom=\"\(PaperPage.bottom)\" w:left=\"\(PaperPage.left)\" "
    + "w:header=\"\(PaperPage.header)\" w:footer=\"\(PaperPage.footer)\" w:gutter=\"0\"/>"
    + "<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"\(PaperPage.linePitch)\" "
    + "w:charSpace=\"\(PaperPage.characterSpace)\"/></w:sectPr>"

  /// What stands in the margins of odd and even pages: the remark above, the number below.
  static func margins(remark: String) -> [(name: String, text: String)] {
    let header = DocxPart.xml(
      "w:hdr",
      "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r>"
        + "<w:t xml:space=\"preserve\">\(PaperText.marked(remark))</w:t></w:r></w:p>")
    return [
      ("word/header1.xml", header), ("word/header2.xml", header),
      ("word/footer1.xml", footer("right")), ("word/footer2.xml", footer("left")),
    ]
  }

  /// `— 1 —` one character from the edge (四号宋体).
  private static func footer(_ side: String) -> String {
    let font =
      "<w:rPr><w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\"/></w:rPr>"
    func run(_ content: String) -> String { "<w:r>\(font)\(content)</w:r>" }
    func mark(_ kind: String) -> String { run("<w:fldChar w:fldCharType=\"\(kind)\"/>") }
    return DocxPart.xml(
      "w:ftr",
      "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/>"
        + "<w:ind w:\(side)Chars=\"100\" w:\(side)=\"280\"/><w:jc w:val=\"\(side)\"/></w:pPr>"
        + run("<w:t xml:space=\"preserve\">— </w:t>") + mark("begin")
        + run("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>") + mark("separate")
        + run("<w:t>1</w:t>") + mark("end") + run("<w:t xml:space=\"preserve\"> —</w:t>")
        + "</w:p>")
  }
}
