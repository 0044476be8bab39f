import Bundle
import Foundation
import Intake
import Reform

/// Small files that would make much of themselves: how long each takes to be read or refused, and how
/// much memory.
struct HostileBenchmark {
  let folder: String

  private static let table = "地区,2024年基本医保参保率（%）\n"
  private static let word =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"

  private static let files: [(name: String, bytes: @Sendable () -> [UInt8])] = [
    ("CSV: rows, 1.5 million", { text(table, "太原市,95.1\n", 1_500_000) }),
    ("CSV: one row of 10 MB", { text(table + "太原市,", "9,", 5_000_000) }),
    ("CSV: one cell of 20 MB", { text(table + "太原市,", "9", 20_000_000) }),
    ("CSV: an office's 200,000 rows", { text(table, "太原市,95.1\n", 200_000) }),
    ("text: 20 MB in a line", { text("一、", "健全紧密型医共体，", 700_000) }),
    ("web: 30 MB of unclosed tags", { text("<html><body>", "<p a=\"", 5_000_000) }),
    (
      "Word: one paragraph of 5 MB",
      {
        let text = String(repeating: "做好县域工作，", count: 240_000)
        return StoredZip.archive(
          "word/document.xml",
          Array("\(word)<w:p><w:r><w:t>一、\(text)</w:t></w:r></w:p></w:body></w:document>".utf8))
      }
    ),
  ]

  private static func text(_ head: String, _ part: String, _ count: Int) -> [UInt8] {
    Array(head.utf8) + Array(String(repeating: part, count: count).utf8)
  }

  func run() throws {
    Report.title("Reading or refusing files that would make much of themselves: ms, MB at most")
    for file in Self.files {
      let path = "\(folder)/hostile" + (file.name.hasPrefix("CSV") ? ".csv" : "")
      try Data(file.bytes()).write(to: URL(fileURLWithPath: path))
      let found = try DocumentBenchmark(folder: folder).read(path)
      Report.row(file.name, [found.milliseconds, found.megabytes])
      fflush(nil)
    }
  }

  /// Reads a table as figures.
  static func readTable(_ path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let tables = BundledCatalogue.tables()
    let intake = FigureIntake(
      book: BundledCatalogue.indicators(), divisions: tables.divisions, year: 2024)
    _ = intake.read(bytes, file: path)
  }
}
