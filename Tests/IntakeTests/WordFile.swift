/// A small Word file, made of raw XML.
struct WordFile {
  var body = ""
  var numbering: String?
  var styles: String?
  var main = "word/document.xml"
  var namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  var prefix = "w"

  init(_ body: String) { self.body = body }

  /// The head of a document, its clauses still to come.
  static let head =
    p("某市人民政府办公室关于印发测试方案的通知") + p("某政办发〔2025〕1号") + p("2025年1月16日")

  static func p(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(r(text))</w:p>"
  }

  static func r(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  /// The properties of a numbered paragraph.
  static func number(_ id: Int, _ level: Int = 0) -> String {
    "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(id)\"/></w:numPr>"
  }

  static func style(_ id: String) -> String { "<w:pStyle w:val=\"\(id)\"/>" }

  static func table(_ rows: [[String]]) -> String {
    let rows = rows.map { row in
      "<w:tr>" + row.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr>"
    }
    return "<w:tbl>\(rows.joined())</w:tbl>"
  }

  static func level(_ level: Int, _ format: String, _ text: String, _ more: String = "") -> String {
    "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>"
      + "<w:lvlText w:val=\"\(text)\"/>\(more)</w:lvl>"
  }

  /// Three levels as offices number them: 一、 then （一） then 1, with a point.
  static let usual =
    "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.") + "</w:abstractNum>"
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
    + "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"

  func bytes() -> [UInt8] {
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let own = main.split(separator: "/").last ?? ""
    func part(_ name: String, _ content: String) -> String {
      let text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:\(name) xmlns:w=\"\(namespace)\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">"
        + content + "</w:\(name)>"
      guard prefix != "w" else { return text }
      return text.replacing("<w:", with: "<\(prefix):").replacing("</w:", with: "</\(prefix):")
        .replacing(" w:", with: " \(prefix):").replacing("xmlns:w=", with: "xmlns:\(prefix)=")
    }
    func link(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }
    var entries = [
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(package)\">\(link("r1", "officeDocument", main))</Relationships>"
      ), (main, part("document", "<w:body>\(body)</w:body>")),
      (
        "\(folder)/_rels/\(own).rels",
        "<Relationships xmlns=\"\(package)\">" + link("r1", "numbering", "lists.xml")
          + link("r2", "styles", "/\(folder)/styles.xml") + "</Relationships>"
      ),
    ]
    if let numbering { entries.append(("\(folder)/lists.xml", part("numbering", numbering))) }
    if let styles { entries.append(("\(folder)/styles.xml", part("styles", styles))) }
    return SmallZip.archive(entries.map { ($0.0, Array($0.1.utf8)) })
  }
}

/// A zip archive, not compressed.
enum SmallZip {
  static func archive(_ entries: [(name: String, content: [UInt8])]) -> [UInt8] {
    var (files, index) = ([UInt8](), [UInt8]())
    for (name, content) in entries {
      let path = Array(name.utf8)
      let facts = four(checksum(content)) + four(content.count) + four(content.count)
      let common = two(20) + two(0x800) + two(0) + four(0) + facts + two(path.count)
      index +=
        four(0x0201_4B50) + two(20) + common + two(0) + two(0) + two(0) + two(0) + four(0)
        + four(files.count) + path
      files += four(0x0403_4B50) + common + two(0) + path + content
    }
    return files + index + four(0x0605_4B50) + two(0) + two(0) + two(entries.count)
      + two(entries.count) + four(index.count) + four(files.count) + two(0)
  }

  private static func two(_ value: Int) -> [UInt8] {
    [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)]
  }

  private static func four(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
