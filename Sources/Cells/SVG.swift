extension Canvas {
  /// A picture of the screen that needs nothing but itself.
  ///
  /// Every character has its own place, so columns stay straight in whatever font the viewer has;
  /// lines, blocks and braille are drawn as shapes, so that they join.
  public func svg(theme: SVGTheme = .dark) -> String {
    var picture = Picture(theme: theme)
    for y in 0..<size.rows { picture.draw(Array(cells(inRow: y)), row: y) }
    return picture.document(size: size)
  }
}

/// The measures of a cell in a picture, in its units.
enum PictureCell {
  static let width = 9.0
  static let height = 20.0
  static let baseline = 15.0
  static let fontSize = 15.0
  static let margin = 10.0
}

/// A number with at most two decimals, as short as it goes.
func short(_ number: Double) -> String {
  let hundredths = Int((number * 100).rounded())
  guard hundredths % 100 != 0 else { return String(hundredths / 100) }
  let sign = hundredths < 0 ? "-" : ""
  let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
  let decimals = rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest)
  return "\(sign)\(whole).\(decimals)"
}

/// Gathers the pieces of a picture: grounds first, then what stands on them.
private struct Picture {
  let theme: SVGTheme
  private var grounds = ""
  private var marks = ""

  init(theme: SVGTheme) { self.theme = theme }

  mutating func draw(_ cells: [Cell], row: Int) {
    var x = 0
    while x < cells.count {
      let style = cells[x].style
      let end = cells[x...].firstIndex { $0.style != style } ?? cells.count
      ground(style, from: x, to: end, row: row)
      drawRun(cells, x..<end, style: style, row: row)
      x = end
    }
  }

  func document(size: Size) -> String {
    let width = short(Double(size.columns) * PictureCell.width + 2 * PictureCell.margin)
    let height = short(Double(size.rows) * PictureCell.height + 2 * PictureCell.margin)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-size="\(short(PictureCell.fontSize))" \
      font-family="\(Self.fonts)" xml:space="preserve">
      <rect width="\(width)" height="\(height)" rx="8" fill="\(theme.paper)"/>
      <g transform="translate(\(short(PictureCell.margin)) \(short(PictureCell.margin)))">
      \(grounds)\(marks)</g>
      </svg>

      """
  }

  /// Latin first: in Chinese fonts the ambiguous characters are too wide for one cell.
  private static let fonts =
    "'DejaVu Sans Mono',Menlo,Consolas,'Sarasa Mono SC','Noto Sans Mono CJK SC',"
    + "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',monospace"

  private mutating func ground(_ style: Style, from x: Int, to end: Int, row: Int) {
    guard let color = theme.background(of: style) else { return }
    let place = "x=\"\(left(x))\" y=\"\(short(Double(row) * PictureCell.height))\""
    // A hair wider, so that no seam shows between neighbours.
    let width = short(Double(end - x) * PictureCell.width + 0.3)
    grounds += "<rect \(place) width=\"\(width)\" height=\"20.3\" fill=\"\(color)\"/>\n"
  }

  private mutating func drawRun(_ cells: [Cell], _ span: Range<Int>, style: Style, row: Int) {
    let color = theme.foreground(of: style)
    let top = Double(row) * PictureCell.height
    var (letters, places, shapes) = ("", [String](), "")
    // A text a word: viewers that heed only the first place of a text still set words apart.
    func flush() {
      if !letters.isEmpty { marks += text(letters, at: places, row, color, style) }
      (letters, places) = ("", [])
    }
    for x in span where !cells[x].isRightHalf {
      guard !cells[x].isBlank else {
        flush()
        continue
      }
      let isWide = x + 1 < cells.count && cells[x + 1].isRightHalf
      let width = PictureCell.width * (isWide ? 2 : 1)
      let corner = (x: Double(x) * PictureCell.width, y: top)
      if let shape = Shapes.shape(of: cells[x].scalar, at: corner, width: width) {
        shapes += shape
      } else if cells[x].mark != 0 || cells[x].scalar > 0xFFFF {
        marks += text(escaped(cells[x].character), at: [place(x, isWide)], row, color, style)
      } else {
        letters += escaped(cells[x].character)
        places.append(place(x, isWide))
      }
    }
    flush()
    if !shapes.isEmpty { marks += "<g fill=\"\(color)\" stroke=\"\(color)\">\(shapes)</g>\n" }
    if style.isUnderlined {
      let y = short(top + PictureCell.baseline + 3)
      marks += "<path d=\"M\(left(span.lowerBound)) \(y)H\(left(span.upperBound))\" "
      marks += "stroke=\"\(color)\"/>\n"
    }
  }

  private func text(
    _ letters: String, at places: [String], _ row: Int, _ color: String, _ style: Style
  ) -> String {
    let y = short(Double(row) * PictureCell.height + PictureCell.baseline)
    let weight = style.isBold || style.role == .title ? " font-weight=\"bold\"" : ""
    let x = places.joined(separator: " ")
    return "<text x=\"\(x)\" y=\"\(y)\" fill=\"\(color)\"\(weight)>\(letters)</text>\n"
  }

  private func left(_ x: Int) -> String { short(Double(x) * PictureCell.width) }

  /// Where a letter begins: a wide one is as wide as the font is high, less than two cells.
  private func place(_ x: Int, _ isWide: Bool) -> String {
    let shift = isWide ? PictureCell.width - PictureCell.fontSize / 2 : 0
    return short(Double(x) * PictureCell.width + shift)
  }

  private func escaped(_ character: Character) -> String {
    switch character {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    default: String(character)
    }
  }
}
