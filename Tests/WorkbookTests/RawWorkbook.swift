import CZip
import Foundation

/// A workbook of raw XML, for what no program writes on purpose.
struct RawWorkbook {
  var entries: [(name: String, text: String)] = []

  /// A workbook with one sheet of the given rows, and whatever else is named.
  init(
    sheet: String, more: String = "", strings: String? = nil, styles: String? = nil,
    properties: String = ""
  ) {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    entries = [
      (
        "_rels/.rels",
        "<Relationships xmlns='\(package)'><Relationship Id='r1' Type='\(office)/officeDocument' "
          + "Target='xl/workbook.xml'/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns='\(main)' xmlns:r='\(office)'>\(properties)<sheets>"
          + "<sheet name='表一' sheetId='1' r:id='r1'/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='\(package)'><Relationship Id='r1' Type='\(office)/worksheet' "
          + "Target='worksheets/sheet1.xml'/></Relationships>"
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='\(main)'><sheetData>\(sheet)</sheetData>\(more)</worksheet>"
      ),
    ]
    if let strings {
      entries.append(("xl/sharedStrings.xml", "<sst xmlns='\(main)'>\(strings)</sst>"))
    }
    if let styles {
      entries.append(("xl/styles.xml", "<styleSheet xmlns='\(main)'>\(styles)</styleSheet>"))
    }
  }

  /// Puts another text in place of an entry's.
  mutating func put(_ text: String, in entry: String) {
    entries.removeAll { $0.name == entry }
    entries.append((entry, text))
  }

  /// The zipped bytes.
  func bytes() throws -> [UInt8] {
    try Self.zip(entries.map { ($0.name, [UInt8]($0.text.utf8)) })
  }

  static func zip(_ entries: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.path + "/yigai-zip-\(UUID().uuidString)"
    defer { unlink(path) }
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, nil) else {
      throw CocoaError(.fileWriteUnknown)
    }
    for entry in entries {
      let copy = malloc(max(1, entry.bytes.count))
      entry.bytes.withUnsafeBytes { raw in
        if let base = raw.baseAddress { copy?.copyMemory(from: base, byteCount: raw.count) }
      }
      let source = zip_source_buffer(archive, copy, UInt64(entry.bytes.count), 1)
      zip_file_add(archive, entry.name, source, 0)
    }
    guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
