import Cells

/// The symbols that screens are drawn with, of one column each.
///
/// Where the terminal draws ambiguous characters two columns wide, or cannot draw them at all,
/// plain ASCII takes their place.
public struct Symbols: Hashable, Sendable {
  public enum Charset: String, Hashable, Sendable, CaseIterable { case unicode, ascii }
  /// What charts are made of: dots of braille, eighths of blocks, or letters.
  public enum Plot: Hashable, Sendable { case braille, blocks, ascii }

  public var horizontal: Character
  public var vertical: Character
  public var corners: (Character, Character, Character, Character) {
    isASCII ? ("+", "+", "+", "+") : ("╭", "╮", "╰", "╯")
  }
  public var pointer: Character
  public var full: Character
  public var empty: Character
  /// Bars that leave a gap to the row above them: a whole one, and a half one beside it.
  public var bar: Character
  public var halfBar: Character
  public var tick: Character
  public var dot: String
  public var arrow: String
  public var isASCII: Bool
  public var plot: Plot

  public init(
    _ charset: Charset = .unicode, plot: Plot = .braille, ruler: Ruler = Ruler()
  ) {
    isASCII = charset == .ascii || ruler.ambiguous == 2
    (horizontal, vertical) = isASCII ? ("-", "|") : ("─", "│")
    pointer = charset == .ascii ? ">" : "▸"
    (full, empty) = isASCII ? ("#", ".") : ("█", "▁")
    (bar, halfBar) = isASCII ? ("#", "=") : ("▆", "▃")
    tick = charset == .ascii ? "v" : "✓"
    dot = isASCII ? " / " : " · "
    arrow = isASCII ? "->" : "→"
    // Blocks are of ambiguous width, braille never is.
    self.plot = charset == .ascii || plot == .blocks && isASCII ? .ascii : plot
  }
}
