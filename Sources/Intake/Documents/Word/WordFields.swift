/// The fields that a place of the text stands in: their codes are not printed, their results are.
struct WordFields {
  private struct Field {
    var isCode = true
    var code = ""
    /// A table of contents: its lines say again what the headings say.
    var isContents = false
  }

  private var open: [Field] = []
  var isInCode = false

  var isHidden: Bool { open.contains { $0.isCode || $0.isContents } }

  mutating func take(_ kind: String?) {
    switch kind {
    case "begin" where open.count < 64: open.append(Field())
    case "separate":
      guard let last = open.indices.last else { return }
      let word = open[last].code.split(separator: " ").first ?? ""
      open[last].isCode = false
      open[last].isContents = word.uppercased() == "TOC"
    case "end": _ = open.popLast()
    default: break
    }
  }

  /// A code ends with its paragraph at the latest; a damaged one hides no more.
  mutating func endParagraph() { open.removeAll { $0.isCode } }

  /// Words of the code, which may come in pieces.
  mutating func code(_ words: String) {
    isInCode = false
    guard let last = open.indices.last, open[last].code.utf8.count < 200 else { return }
    open[last].code += words
  }
}
