import Reform

/// How numbers are shown in a workbook: as they are, in per cent, or as dates.
struct NumberFormats {
  enum Kind: Sendable {
    case plain
    case percent
    case date
  }

  private var codes: [Int: Kind] = [:]
  private var styles: [Kind] = []

  init() {}

  /// Reads `styles.xml`.
  init(_ archive: borrowing ZipArchive, _ entry: String, name: String) throws(Fault) {
    let gathered = Gathered()
    let feed = XMLFeed(
      name: name, start: gathered.open, end: { if $0 == "cellXfs" { gathered.isInCells = false } },
      text: { _ in })
    if try archive.pour(entry, { (chunk) throws(Fault) in try feed.take(chunk) }) {
      try feed.finish()
    }
    (codes, styles) = (gathered.codes, gathered.styles)
  }

  /// The kind of a cell's style; plain where the workbook has none.
  func kind(of style: Int) -> Kind { styles.indices.contains(style) ? styles[style] : .plain }

  private final class Gathered {
    var codes: [Int: Kind] = [:]
    var styles: [Kind] = []
    var isInCells = false

    func open(_ element: String, _ values: XMLFeed.Attributes) {
      switch element {
      case "numFmt":
        if let id = values.number("numFmtId") {
          codes[id] = NumberFormats.kind(ofCode: values["formatCode"] ?? "")
        }
      case "cellXfs": isInCells = true
      case "xf" where isInCells:
        let id = values.number("numFmtId") ?? 0
        styles.append(codes[id] ?? NumberFormats.kind(ofBuiltIn: id))
      default: break
      }
    }
  }

  static func kind(ofBuiltIn id: Int) -> Kind {
    switch id {
    case 9, 10: .percent
    case 14...22, 27...36, 45...47, 50...58: .date
    default: .plain
    }
  }

  /// The kind of a format's code: its letters outside quotes, brackets and escapes tell.
  static func kind(ofCode code: String) -> Kind {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for sign in code.lowercased().unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if sign == "\\" || sign == "_" || sign == "*" {
        isEscaped = true
      } else if sign == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, sign == "[" || sign == "]" {
        isBracketed = sign == "["
      } else if !isQuoted, !isBracketed {
        if sign == "%" { return .percent }
        if sign == "y" || sign == "d" || sign == "h" || sign == "m" || sign == "s" { return .date }
        if sign == ";" { return .plain }
        if sign == "g" { return .plain }
      }
    }
    return .plain
  }
}
