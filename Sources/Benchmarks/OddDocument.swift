/// Text of a kind, as long as one likes.
struct OddDocument: Sendable {
  let name: String
  private let head: String
  private let part: @Sendable (Int) -> String
  private let wrap: @Sendable ([UInt8]) -> [UInt8]

  private init(
    _ name: String, head: String = "一、做好工作。\n",
    wrap: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 },
    _ part: @escaping @Sendable (Int) -> String
  ) {
    (self.name, self.head, self.wrap, self.part) = (name, head, wrap, part)
  }

  private init(_ name: String, head: String = "一、做好工作。\n", only part: String) {
    self.init(name, head: head) { _ in part }
  }

  /// About so many bytes of it.
  func bytes(_ size: Int) -> [UInt8] {
    var bytes = Array(head.utf8)
    bytes.reserveCapacity(size + 1000)
    var count = 0
    while bytes.count < size {
      bytes += part(count).utf8
      count += 1
    }
    return wrap(bytes)
  }

  private static let word =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"

  @Sendable private static func packed(_ body: [UInt8]) -> [UInt8] {
    StoredZip.archive("word/document.xml", body + Array("</w:body></w:document>".utf8))
  }

  @Sendable private static func packedTable(_ body: [UInt8]) -> [UInt8] {
    packed(body + Array("</w:tbl>".utf8))
  }

  private static let clause =
    "做好县域工作，2025年底前覆盖率达到90%以上，在太原市、临汾市先行试点，每县新建2所。（责任单位：省卫生健康委、省医保局）\n"
  private static let web = "<html><body>"
  private static let header = "序号\t任务\t牵头单位\t责任单位\t完成时限\n"

  static let all: [OddDocument] = [
    OddDocument("ordinary clauses") { "\($0 % 900 + 1).\(clause)" },
    OddDocument("one line without a break") { _ in String(clause.dropLast()) },
    OddDocument("figures of places", head: "一、培训5000名") {
      "，其中太原市\($0 % 90 + 1)名、大同市\($0 % 70 + 1)名"
    },
    OddDocument("days of places", head: "一、做好工作") {
      "，2026年\($0 % 12 + 1)月底前太原市完成，2027年\($0 % 9 + 1)月底前大同市完成"
    },
    OddDocument("no sign at all", only: "做好工作"),
    OddDocument("hard line breaks", only: "做好县域医疗卫生服务体系建设工作推动优质资源下沉基层扩\n"),
    OddDocument("opening brackets", only: "（"),
    OddDocument("closing brackets", only: "）"),
    OddDocument("brackets in brackets", only: "（省局（省局）"),
    OddDocument("opening quotes", only: "《“"),
    OddDocument("numbering, a line each", only: "一、\n"),
    OddDocument("numbering in one line", only: "一、（一）1.①"),
    OddDocument("all levels, over and over") { _ in "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n" },
    OddDocument("decimals ever deeper") { "\($0 % 9 + 1).\($0 % 7 + 1).\($0 % 5 + 1) 做好。\n" },
    OddDocument("dates", only: "2025年6月底前、"),
    OddDocument("years", only: "2025年"),
    OddDocument("every year", only: "每年"),
    OddDocument("digits", only: "1234567890"),
    OddDocument("names of departments", only: "省卫生健康委、"),
    OddDocument("names in one note", head: "一、做好。（责任单位：", only: "省医保局、"),
    OddDocument("notes", only: "（责任单位：省医保局）"),
    OddDocument("safeguards beside noted clauses") {
      "\($0 % 900 + 1).\($0 % 2 == 0 ? "做好（责任单位：省局）" : "加强组织领导。各市要落实")\n"
    },
    OddDocument("labels", only: "责任单位："),
    OddDocument("who leads with whom", only: "由省医保局牵头会同"),
    OddDocument("told to do something", only: "省医保局要"),
    OddDocument("names of places", only: "太原市、"),
    OddDocument("per cents", only: "达到90%以上，"),
    OddDocument("tabbed rows", head: header) { "\($0 + 1)\t做好工作\t省局\t省厅\t2025年\n" },
    OddDocument("tabs", head: header, only: "\t"),
    OddDocument("rows with a huge cell", head: header + "1\t", only: "做好工作，"),
    OddDocument("strokes") { _ in "| 1 | 做好工作 | 省局 |\n" },
    OddDocument("blanks set as a table", head: "序号 任务 责任单位\n") { "\($0 + 1) 做好工作 省医保局\n" },
    OddDocument("blanks", only: " "),
    OddDocument("empty lines", only: "\n"),
    OddDocument("page numbers", only: "— 13 —\n做好\n"),
    OddDocument("annexes", only: "附件1\n"),
    OddDocument("days alone", only: "2025年1月1日\n"),
    OddDocument("web: nested divisions", head: web, only: "<div>做"),
    OddDocument("web: nested tables", head: web, only: "<table><tr><td>做"),
    OddDocument("web: lists", head: web, only: "<ol><li>做好。"),
    OddDocument("web: unclosed tags", head: web, only: "<a "),
    OddDocument("web: entities", head: web, only: "&nbsp;&#20570;"),
    OddDocument("web: rows", head: web + "<table>") {
      "<tr><td>\($0)</td><td>做好</td><td rowspan=2>省局</td></tr>"
    },
    OddDocument("Word: paragraphs", head: word, wrap: packed) { _ in
      "<w:p><w:r><w:t>一、\(clause)</w:t></w:r></w:p>"
    },
    OddDocument("Word: runs of one character", head: word, wrap: packed) { _ in
      "<w:p><w:r><w:t>一</w:t></w:r><w:r><w:t>、做好。</w:t></w:r></w:p>"
    },
    OddDocument("Word: rows", head: word + "<w:tbl>", wrap: packedTable) { _ in
      "<w:tr><w:tc><w:p><w:r><w:t>做好</w:t></w:r></w:p></w:tc></w:tr>"
    },
  ]
}
