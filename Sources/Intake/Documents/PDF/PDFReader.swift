import Foundation
import Reform

/// The text of a PDF that has a text layer, through poppler's `pdftotext`.
///
/// Asked for are the words with their places on the page (`-bbox`): they tell paragraphs from lines,
/// and the columns of tables, which the blanks of `-layout` do not.
enum PDFReader {
  static let tool = "pdftotext"

  static func read(_ bytes: [UInt8], name: String) throws(Fault) -> PaperText {
    let output = try words(bytes, name: name)
    var pages = PDFPage.pages(in: output.bytes)
    let signs = pages.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.text.count } }
    let hans = pages.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.text.count(where: \.isHan) } }
    guard signs <= Limits.signs else { throw Faults.tooLong(name) }
    guard signs > 0 else { throw Faults.scannedPDF(name) }
    guard hans * 10 >= signs else {
      // A few words of a stamp or of a scanner's own are no text layer; letters for all is garble.
      throw signs < 40 * max(1, pages.count) ? Faults.scannedPDF(name) : Faults.garbledPDF(name)
    }
    let blank = pages.indices.filter { pages[$0].words.isEmpty }.map { $0 + 1 }
    PDFFurniture.drop(from: &pages)
    PDFColumns.unfold(&pages)
    var text = PDFText(pages)
    text.write()
    var findings = text.findings
    if !blank.isEmpty { findings.insert(noText(on: blank), at: 0) }
    if String(decoding: output.complaint, as: UTF8.self).contains("Syntax Error") {
      findings.insert(Self.damaged, at: 0)
    }
    return PaperText(scalars: text.output, findings: findings)
  }

  /// Pages without text between pages with text: pictures, most likely.
  private static func noText(on pages: [Int]) -> Finding {
    let shown = pages.prefix(8).map(String.init).joined(separator: "、")
    let more = pages.count > 8 ? "…" : ""
    return Finding(
      "page-without-text", .warning,
      Phrase(
        "PDF第\(shown)\(more)页没有文字（可能是扫描件），没有读；请识别文字后补上。",
        "Page \(shown)\(more) of the PDF has no text (scanned, perhaps) and was not read."),
      at: .init(line: 1, column: 1))
  }

  private static let damaged = Finding(
    "damaged-pdf", .warning,
    Phrase(
      "这个PDF有损坏之处，可能缺页少字，请对照原件核对。",
      "This PDF is damaged in places; pages or words may be missing. Please check it against the original."
    ),
    at: .init(line: 1, column: 1))

  private static func words(_ bytes: [UInt8], name: String) throws(Fault) -> ToolRun.Output {
    let path = FileManager.default.temporaryDirectory.path + "/yigai-\(UUID().uuidString).pdf"
    guard write(bytes, to: path) else { throw Faults.noRoom(name) }
    defer { unlink(path) }
    let output: ToolRun.Output
    do {
      output = try ToolRun.run(tool, ["-bbox", "-enc", "UTF-8", path, "-"])
    } catch {
      throw error == .notInstalled ? Faults.noPDFTool(name) : Faults.heavyPDF(name)
    }
    guard output.status == 0 else {
      let complaint = String(decoding: output.complaint, as: UTF8.self)
      if complaint.contains("password") || complaint.contains("encrypt") || output.status == 3 {
        throw Faults.encryptedPDF(name)
      }
      throw output.status == nil ? Faults.heavyPDF(name) : Faults.brokenPDF(name)
    }
    return output
  }

  /// Writes a file that only its owner may read; false where there is no room.
  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        Foundation.write(file, raw.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        unlink(path)
        return false
      }
      done += count
    }
    return true
  }
}
