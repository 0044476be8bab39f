import Files
import Reform

/// In which form a paper is written.
public enum PaperFormat: String, Sendable, CaseIterable {
  case docx
  case html
  case md
}

extension Paper {
  /// The file of a paper: the same paper gives the same bytes.
  public func bytes(as format: PaperFormat) throws(Fault) -> [UInt8] {
    switch format {
    case .docx: try DocxWriter(self).bytes()
    case .html: Array(HTMLWriter(self).text().utf8)
    case .md: Array(MarkdownWriter(self).text().utf8)
    }
  }

  /// Writes the file whole or not at all, in place of one that is there.
  public func write(as format: PaperFormat, to path: String) throws(Fault) {
    try UserFile.write(try bytes(as: format), to: path)
  }
}

/// The names of papers' files.
public enum PaperFile {
  /// A name made of words of the ledger, without what a file system would take for its own.
  ///
  /// At most 60 signs; never empty, hidden, or a path.
  public static func name(_ words: String) -> String {
    let kept = PaperText.line(words).map { "/\\:*?\"<>|".contains($0) ? "-" : $0 }
    let bare = kept.drop { $0 == "." || $0 == " " || $0 == "-" }.prefix(60)
    return bare.isEmpty ? "yigai" : String(bare)
  }
}
