/// Measures text in columns.
///
/// Some characters (“ ” … — · ① ● █ │) take one column in most terminals and two in those set up for
/// Chinese; `ambiguous` says which. All others are as the C library's `wcwidth` has them.
public struct Ruler: Sendable, Hashable {
  /// The columns of an ambiguous character, 1 or 2.
  public var ambiguous: Int

  public init(ambiguous: Int = 1) { self.ambiguous = ambiguous == 2 ? 2 : 1 }

  /// The columns a text takes when it is put on a canvas.
  public func columns(of text: some StringProtocol) -> Int {
    columns(ofScalars: text.description.unicodeScalars)
  }

  private func columns(ofScalars scalars: String.UnicodeScalarView) -> Int {
    scalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns a scalar takes when it is put on a canvas, in whatever form it is shown there.
  public func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return 1 }
    if Glyphs.isPlainHan(value) { return 2 }
    guard let shown = Glyphs.safe(scalar) else { return 0 }
    return columns(ofSafe: shown.value)
  }

  /// The columns of a scalar that `Glyphs.safe` has let through.
  func columns(ofSafe value: UInt32) -> Int {
    if value >= 0x20 && value < 0x7F { return 1 }
    if Glyphs.isPlainHan(value) { return 2 }
    switch widthClass(value) {
    case .zero: return 0
    case .narrow: return 1
    case .wide, .unprintable: return 2
    case .ambiguous: return ambiguous
    }
  }
}

/// Where a text stands in a room wider than itself.
public enum Alignment: Hashable, Sendable {
  case leading, center, trailing
}

extension Ruler {
  /// The text cut or padded to take exactly that many columns.
  ///
  /// A wide character of which only half would fit is left out, and a blank stands in for it.
  public func fitted(
    _ text: some StringProtocol, to columns: Int, alignment: Alignment = .leading
  ) -> String {
    let (kept, used) = start(of: text.description, within: columns)
    let room = max(0, columns - used)
    let before: Int
    switch alignment {
    case .leading: before = 0
    case .center: before = room / 2
    case .trailing: before = room
    }
    return blanks(before) + kept + blanks(room - before)
  }

  /// The text itself where it fits, otherwise its beginning and `…`.
  public func cut(
    _ text: some StringProtocol, to columns: Int, ellipsis: Bool = true
  ) -> String {
    let text = text.description
    let (kept, _) = start(of: text, within: columns)
    guard kept.utf8.count < text.utf8.count, ellipsis else { return kept }
    let mark = self.columns(of: "…" as Unicode.Scalar)
    guard mark <= columns else { return kept }
    return start(of: text, within: columns - mark).kept + "…"
  }

  private func start(of text: String, within columns: Int) -> (kept: String, used: Int) {
    var used = 0
    let scalars = text.unicodeScalars
    var end = scalars.startIndex
    while end < scalars.endIndex {
      let width = self.columns(of: scalars[end])
      guard used + width <= columns else { break }
      used += width
      end = scalars.index(after: end)
    }
    return (String(scalars[..<end]), used)
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
