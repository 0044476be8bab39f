import Foundation
import Reform

/// Reads a workbook (.xlsx): a zip of XML, taken piece by piece.
enum XLSXReader {
  /// A sheet may unpack to so much; it is never in memory as a whole.
  static let sheetLimit: UInt64 = 512 << 20

  static func read(_ bytes: [UInt8], name: String) throws(Fault) -> Workbook {
    let archive = try ZipArchive(bytes, name: name, as: .workbook)
    let parts = try WorkbookParts(archive, name: name)
    let formats = try NumberFormats(archive, parts.styles, name: name)
    let strings = try SharedStrings.read(archive, parts.strings, name: name)
    var room = SheetParser.Room()
    var sheets: [Sheet] = []
    for part in parts.sheets {
      let parser = SheetParser(
        strings: strings, formats: formats, from1904: parts.from1904, room: room)
      let feed = XMLFeed(
        name: name, start: parser.open, end: parser.close, text: parser.take)
      let isThere = try archive.pour(part.entry, limit: sheetLimit) { (chunk) throws(Fault) in
        try feed.take(chunk)
        if let fault = parser.excess(of: name, part.name) { throw fault }
      }
      guard isThere else { throw WorkbookFaults.broken(name) }
      try feed.finish()
      if let fault = parser.excess(of: name, part.name) { throw fault }
      if let cell = parser.damaged { throw WorkbookFaults.lostText(name, part.name, cell) }
      room = parser.room
      var sheet = parser.sheet(named: part.name, isHidden: part.isHidden)
      sheet.comments = try CellComments.read(archive, of: part.entry, name: name)
      sheets.append(sheet)
    }
    return Workbook(file: name, sheets: sheets)
  }
}

/// Where the parts of a workbook are in its archive.
struct WorkbookParts {
  struct SheetPart {
    var name: String
    var isHidden: Bool
    var entry: String
  }

  /// In the order of the workbook.
  private(set) var sheets: [SheetPart] = []
  private(set) var strings = "xl/sharedStrings.xml"
  private(set) var styles = "xl/styles.xml"
  private(set) var from1904 = false

  init(_ archive: borrowing ZipArchive, name: String) throws(Fault) {
    let root = try Self.relations(archive, of: "", name: name)
    let entry = root.first { $0.kind.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    guard archive.has(entry), !archive.has("word/document.xml"), !archive.has("content.xml") else {
      throw archive.has("EncryptedPackage")
        ? WorkbookFaults.encrypted(name) : WorkbookFaults.notWorkbook(name)
    }
    guard !entry.hasSuffix(".bin") else { throw WorkbookFaults.binaryWorkbook(name) }
    let relations = try Self.relations(archive, of: entry, name: name)
    for relation in relations {
      if relation.kind.hasSuffix("/sharedStrings") { strings = relation.target }
      if relation.kind.hasSuffix("/styles") { styles = relation.target }
    }
    let worksheets = Dictionary(
      relations.filter { $0.kind.hasSuffix("/worksheet") }.map { ($0.id, $0.target) },
      uniquingKeysWith: { first, _ in first })
    try list(archive, entry, worksheets, name: name)
    try refuseExcess(name)
  }

  private mutating func list(
    _ archive: borrowing ZipArchive, _ entry: String, _ worksheets: [String: String], name: String
  ) throws(Fault) {
    guard let bytes = try archive.bytes(of: entry) else { throw WorkbookFaults.broken(name) }
    var (found, from1904): ([SheetPart], Bool) = ([], false)
    let feed = XMLFeed(
      name: name,
      start: { element, values in
        if element == "workbookPr" { from1904 = values.isSet("date1904") }
        guard element == "sheet", let id = values["id"], let entry = worksheets[id] else { return }
        let state = values["state"] ?? "visible"
        found.append(
          SheetPart(name: values["name"] ?? "", isHidden: state != "visible", entry: entry))
      }, end: { _ in }, text: { _ in })
    try feed.take(bytes[...], isLast: true)
    (sheets, self.from1904) = (found, from1904)
  }

  /// Throws for more sheets than anyone keeps, and for one part that stands for several.
  private func refuseExcess(_ name: String) throws(Fault) {
    guard sheets.count <= Limits.sheets else { throw LimitFaults.tooManySheets(name) }
    var seen: Set<String> = []
    for sheet in sheets where !seen.insert(sheet.entry).inserted {
      throw LimitFaults.sheetTwice(name, sheet.name)
    }
  }

  struct Relation {
    var id: String
    var kind: String
    var target: String
  }

  /// What a part refers to; targets from the root of the archive.
  static func relations(
    _ archive: borrowing ZipArchive, of entry: String, name: String
  ) throws(Fault) -> [Relation] {
    let folder = entry.split(separator: "/").dropLast().map(String.init)
    let file = entry.split(separator: "/").last.map(String.init) ?? ""
    let path = (folder + ["_rels", file + ".rels"]).joined(separator: "/")
    guard let bytes = try archive.bytes(of: path) else { return [] }
    var found: [Relation] = []
    let feed = XMLFeed(
      name: name,
      start: { element, values in
        guard element == "Relationship", let id = values["Id"], let target = values["Target"],
          values["TargetMode"] != "External"
        else { return }
        found.append(
          Relation(id: id, kind: values["Type"] ?? "", target: resolved(target, in: folder)))
      }, end: { _ in }, text: { _ in })
    try feed.take(bytes[...], isLast: true)
    return found
  }

  /// A target from the root, whether it is written from there or from its folder.
  private static func resolved(_ target: String, in folder: [String]) -> String {
    var steps = target.hasPrefix("/") || target.hasPrefix("\\") ? [] : folder
    for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
    }
    return steps.joined(separator: "/")
  }
}

/// The texts that cells share, without the readings beside them, as cells say them.
enum SharedStrings {
  static func read(
    _ archive: borrowing ZipArchive, _ entry: String, name: String
  ) throws(Fault) -> [String] {
    let gathered = Gathered()
    let feed = XMLFeed(
      name: name, start: { element, _ in gathered.open(element) }, end: gathered.close,
      text: { if gathered.isInText { gathered.take($0) } })
    let isThere = try archive.pour(entry) { (chunk) throws(Fault) in
      try feed.take(chunk)
      if gathered.isTooLong { throw LimitFaults.longCell(name, nil) }
    }
    if isThere { try feed.finish() }
    if gathered.isTooLong { throw LimitFaults.longCell(name, nil) }
    return gathered.strings
  }

  private final class Gathered {
    var strings: [String] = []
    var bytes: [UInt8] = []
    var isInText = false
    private(set) var isTooLong = false
    private var isReading = false

    func take(_ text: UnsafeRawBufferPointer) {
      guard bytes.count <= 4 * Limits.cellSigns else {
        isTooLong = true
        return
      }
      bytes += text
    }

    func open(_ element: String) {
      switch element {
      case "si": bytes.removeAll(keepingCapacity: true)
      case "rPh": isReading = true
      case "t": isInText = !isReading
      default: break
      }
    }

    func close(_ element: String) {
      switch element {
      case "si":
        isTooLong = isTooLong || Limits.isTooLong(cell: bytes)
        if !isTooLong { strings.append(CellWords.read(bytes)) }
      case "rPh": isReading = false
      case "t": isInText = false
      default: break
      }
    }
  }
}
