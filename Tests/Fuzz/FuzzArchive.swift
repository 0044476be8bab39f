import Papers

/// Office files of which one part is what is tried.
enum FuzzArchive {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  static func workbook(_ sheet: [UInt8]) throws -> [UInt8] {
    try ZipPacker.pack([
      (
        "_rels/.rels",
        Array(
          "<Relationships xmlns='\(package)'><Relationship Id='r1' Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            .utf8)
      ),
      (
        "xl/workbook.xml",
        Array(
          "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets><sheet name='表一' sheetId='1' r:id='r1'/></sheets></workbook>"
            .utf8)
      ),
      (
        "xl/_rels/workbook.xml.rels",
        Array(
          "<Relationships xmlns='\(package)'><Relationship Id='r1' Type='\(office)/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
            .utf8)
      ),
      ("xl/worksheets/sheet1.xml", sheet),
    ])
  }

  static func word(_ document: [UInt8]) throws -> [UInt8] {
    try ZipPacker.pack([("word/document.xml", document)])
  }

  private static func row(_ cells: [String]) -> String {
    "<row>" + cells.map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }.joined() + "</row>"
  }

  static let sheets = [
    "<worksheet xmlns='\(main)'><sheetData>" + row(["长治市2023年度医改指标"])
      + row(["地区", "公立医院医疗服务收入（万元）", "公立医院医疗收入（万元）"]) + row(["潞州区", "13000", "46000"])
      + "<row r='4'><c r='A4' t='inlineStr'><is><t>武乡县</t></is></c><c r='B4'><v>800</v></c>"
      + "<c r='C4' t='e'><v>#N/A</v></c></row></sheetData>"
      + "<mergeCells><mergeCell ref='A1:C1'/></mergeCells></worksheet>",
    "<worksheet xmlns='\(main)'><cols><col min='2' max='2' hidden='1'/></cols><sheetData>"
      + row(["合计", "1", "2"]) + "</sheetData></worksheet>",
  ]

  static let bodies = [
    "<w:document xmlns:w='\(words)'><w:body><w:p><w:r><w:t>关于做好工作的通知</w:t></w:r></w:p>"
      + "<w:p><w:r><w:t>晋政办发〔2025〕3号</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val='0'/>"
      + "<w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>一、做好。（省卫健委负责，2025年底前完成）</w:t></w:r></w:p>"
      + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge w:val='restart'/></w:tcPr>"
      + "<w:p><w:r><w:t>序号</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
  ]
}
