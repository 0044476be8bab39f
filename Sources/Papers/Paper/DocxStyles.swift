/// The styles of a Word paper (GB/T 9704-2012).
///
/// The grid of the page says 22 lines of 28 characters to Word. LibreOffice gives a character of 三号 two
/// cells of it, so every style leaves the grid and comes to the same by its own line and spacing.
enum DocxStyles {
  /// A style of paragraphs.
  private struct Style {
    var id: String
    /// Names that Word knows are shown in its own language.
    var name: String
    var font = PaperFont.text
    /// In half points.
    var size = PaperPage.textSize
    var isBold = false
    /// Properties of the paragraph in the order of the schema.
    var paragraph = ""
  }

  /// `w:ind` of two characters.
  private static let indent = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"
  private static let line =
    "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"\(PaperPage.line)\" w:lineRule=\"exact\"/>"
  private static let cell =
    "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"300\" w:lineRule=\"atLeast\"/>"

  private static func heading(_ level: Int) -> String {
    "<w:keepNext/>\(line)\(indent)<w:jc w:val=\"left\"/><w:outlineLvl w:val=\"\(level - 1)\"/>"
  }

  private static let styles = [
    Style(
      id: "Title", name: "Title", font: .title, size: 44,
      paragraph: "<w:keepNext/>\(line)<w:jc w:val=\"center\"/>"),
    Style(
      id: "Remark", name: "Remark", font: .second,
      paragraph:
        "<w:snapToGrid w:val=\"0\"/><w:spacing w:after=\"280\" w:line=\"\(PaperPage.line)\" w:lineRule=\"exact\"/>"
        + "<w:jc w:val=\"center\"/>"),
    Style(id: "Heading1", name: "heading 1", font: .heading, paragraph: heading(1)),
    Style(id: "Heading2", name: "heading 2", font: .second, paragraph: heading(2)),
    Style(id: "Heading3", name: "heading 3", isBold: true, paragraph: heading(3)),
    Style(id: "BodyText", name: "Body Text", paragraph: line + indent),
    Style(id: "Address", name: "Address", paragraph: line),
    Style(
      id: "Signature", name: "Signature",
      paragraph: "<w:keepLines/>\(line)<w:jc w:val=\"right\"/>"),
    Style(
      id: "TableHead", name: "Table Head", font: .heading, size: 21,
      paragraph: "<w:keepNext/>\(cell)<w:jc w:val=\"center\"/>"),
    Style(
      id: "TableText", name: "Table Text", size: 21, paragraph: "\(cell)<w:jc w:val=\"left\"/>"),
    Style(
      id: "Note", name: "Note", font: .second, size: 24,
      paragraph: "<w:snapToGrid w:val=\"0\"/><w:spacing w:after=\"160\" w:line=\"400\" "
        + "w:lineRule=\"exact\"/>"),
    Style(
      id: "Chart", name: "Chart",
      paragraph: "<w:snapToGrid w:val=\"0\"/><w:spacing w:after=\"120\"/><w:jc w:val=\"center\"/>"),
    Style(
      id: "Gap", name: "Gap", size: 8,
      paragraph: "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"160\" w:lineRule=\"exact\"/>"),
    Style(
      id: "Header", name: "header", size: 21,
      paragraph: "<w:snapToGrid w:val=\"0\"/><w:jc w:val=\"center\"/>"),
    Style(
      id: "Footer", name: "footer", size: 28, paragraph: "<w:snapToGrid w:val=\"0\"/>"),
  ]

  static func text() -> String {
    let defaults =
      "<w:docDefaults><w:rPrDefault><w:rPr>\(fonts(.text))<w:kern w:val=\"2\"/>"
      + "<w:sz w:val=\"\(PaperPage.textSize)\"/><w:szCs w:val=\"\(PaperPage.textSize)\"/>"
      + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
      + "<w:pPrDefault/></w:docDefaults>"
    let normal =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
      + "<w:qFormat/><w:pPr><w:widowControl w:val=\"0\"/><w:jc w:val=\"both\"/></w:pPr></w:style>"
    return DocxPart.xml(
      "w:styles", defaults + normal + styles.map(style).joined())
  }

  private static func style(_ style: Style) -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"\(style.id)\"><w:name w:val=\"\(style.name)\"/>"
      + "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>\(style.paragraph)</w:pPr>"
      + "<w:rPr>\(fonts(style.font))" + (style.isBold ? "<w:b/><w:bCs/>" : "")
      + "<w:snapToGrid w:val=\"0\"/>"
      + (style.size == PaperPage.textSize
        ? "<w:spacing w:val=\"\(PaperPage.characterSpacing)\"/>" : "")
      + "<w:sz w:val=\"\(style.size)\"/><w:szCs w:val=\"\(style.size)\"/></w:rPr></w:style>"
  }

  private static func fonts(_ font: PaperFont) -> String {
    let latin = PaperFont.latin
    return "<w:rFonts w:ascii=\"\(latin)\" w:hAnsi=\"\(latin)\" w:eastAsia=\"\(font.name)\" "
      + "w:cs=\"\(latin)\"/>"
  }

  /// The table of fonts, by which Word and WPS find what stands in.
  static func fontTable() -> String {
    let fonts = PaperFont.allCases.map { font in
      "<w:font w:name=\"\(font.name)\"><w:altName w:val=\"\(font.others.joined(separator: ","))\"/>"
        + "<w:charset w:val=\"86\"/><w:family w:val=\"auto\"/><w:pitch w:val=\"variable\"/></w:font>"
    }
    return DocxPart.xml("w:fonts", fonts.joined())
  }
}

/// What parts of a Word file have in common.
enum DocxPart {
  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006"
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// A part of Word's own with its root.
  static func xml(_ root: String, _ content: String) -> String {
    "\(declaration)<\(root) xmlns:w=\"\(word)\" xmlns:r=\"\(office)\">\(content)</\(root)>"
  }
}
