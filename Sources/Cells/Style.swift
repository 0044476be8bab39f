/// What a cell is for; the palette turns it into colours.
public enum Role: UInt8, Sendable, CaseIterable {
  case plain
  /// Less important words.
  case faint
  /// Headings and the program's own name.
  case title
  /// Names of keys, links, the crumb that can be opened.
  case accent
  /// Lines of boxes.
  case border
  /// Lights and statuses: 绿 黄 红 灰.
  case good, warning, bad, idle
  /// Under way, neutral progress.
  case progress
  /// The badge of made-up data (示例数据).
  case sample
  /// The part of a text that a search found.
  case match
}

/// What lies behind a cell.
public enum Background: UInt8, Sendable, CaseIterable {
  case none
  /// The header and the hint line.
  case bar
  /// The tab, card or row that has the focus.
  case selected
  /// Selected, but in a pane that does not have the focus.
  case shaded
  /// Overlays.
  case raised
  /// Text fields.
  case field
  /// Steps of a coloured map, worst to best; `heatNone` where nothing is known.
  case heat0, heat1, heat2, heat3, heat4, heat5, heatNone
  /// Steps of a coloured map from little to much, where neither is better.
  case tone0, tone1, tone2, tone3, tone4, tone5
  /// Filled lights.
  case good, warning, bad, idle
}

/// How a cell looks, in roles and never in colours.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var ground: Background
  public var isBold: Bool
  public var isUnderlined: Bool

  public init(
    _ role: Role = .plain, on ground: Background = .none, bold: Bool = false,
    underlined: Bool = false
  ) {
    (self.role, self.ground, isBold, isUnderlined) = (role, ground, bold, underlined)
  }

  public static let plain = Style()

  /// The same style on another ground.
  public func on(_ ground: Background) -> Style {
    var copy = self
    copy.ground = ground
    return copy
  }
}
