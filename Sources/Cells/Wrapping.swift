extension Ruler {
  /// The text broken into lines of at most that many columns.
  ///
  /// Chinese breaks anywhere, but no line begins with closing punctuation (、，。；）》”) or ends with
  /// opening (（《“). Latin words and numbers stay whole where they fit. Blanks at a break go. Every
  /// `\n` begins a line, so the empty text is one empty line.
  public func wrap(_ text: some StringProtocol, to columns: Int) -> [String] {
    var wrapping = Wrapping(ruler: self, columns: max(1, columns))
    for scalar in text.description.unicodeScalars { wrapping.take(scalar) }
    wrapping.endLine()
    return wrapping.lines
  }
}

/// The state of wrapping a text, scalar by scalar, each looked at once.
private struct Wrapping {
  let ruler: Ruler
  let columns: Int
  var lines: [String] = []

  private var line = String.UnicodeScalarView()
  private var width = 0
  private var hasInk = false
  /// Whether the line goes on from the one before without a `\n` between.
  private var isContinuing = false
  /// The last place where the line may be broken: what is before it, and its width.
  private var breakPlace: (index: String.Index, width: Int)?
  private var last: Unicode.Scalar?

  init(ruler: Ruler, columns: Int) { (self.ruler, self.columns) = (ruler, columns) }

  mutating func take(_ scalar: Unicode.Scalar) {
    guard scalar != "\n" else { return endLine() }
    guard scalar != "\r" else { return }
    let taken = ruler.columns(of: scalar)
    if taken == 0 { return line.append(scalar) }
    if Breaks.isBlank(scalar) {
      if isContinuing && !hasInk { return }
    } else {
      if let last, hasInk, Breaks.allowed(between: last, and: scalar) {
        breakPlace = (line.endIndex, width)
      }
      while width + taken > columns && !line.isEmpty { breakLine() }
      hasInk = true
    }
    line.append(scalar)
    width += taken
    last = scalar
  }

  mutating func endLine() {
    lines.append(trimmed(line[...]))
    (line, width, breakPlace, last) = (.init(), 0, nil, nil)
    (hasInk, isContinuing) = (false, false)
  }

  private mutating func breakLine() {
    let place = breakPlace ?? (line.endIndex, width)
    if hasInk { lines.append(trimmed(line[..<place.index])) }
    line = String.UnicodeScalarView(line[place.index...])
    width -= place.width
    (breakPlace, hasInk, isContinuing) = (nil, !line.isEmpty, true)
  }

  private func trimmed(_ scalars: Substring.UnicodeScalarView) -> String {
    var scalars = scalars
    while let end = scalars.last, Breaks.isBlank(end) { scalars.removeLast() }
    return String(scalars)
  }
}

/// Where a line may be broken, after GB/T 15834.
private enum Breaks {
  static func allowed(between one: Unicode.Scalar, and next: Unicode.Scalar) -> Bool {
    guard !Glyphs.isPlainHan(one.value) || !Glyphs.isPlainHan(next.value) else { return true }
    guard mayStart(next), mayEnd(one) else { return false }
    return isBlank(one) || isHan(one) || isHan(next)
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{3000}" || scalar == "\t"
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    Glyphs.isPlainHan(scalar.value) || scalar.value > 0x7F && widthClass(scalar.value) == .wide
  }

  private static func mayStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "，", "。", "．", "；", "：", "？", "！", "）", "》", "〉", "」", "』", "】", "〕", "〗", "｝", "］",
      "”", "’", "…", "—", "～", "·", "％", "‰", "℃", "々", "ー", "〜", ",", ".", ";", ":", "?", "!", ")",
      "]", "}", "%", "/":
      false
    default: true
    }
  }

  private static func mayEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "《", "〈", "「", "『", "【", "〔", "〖", "｛", "［", "“", "‘", "￥", "＄", "№", "(", "[", "{",
      "¥", "$", "/":
      false
    default: true
    }
  }
}
