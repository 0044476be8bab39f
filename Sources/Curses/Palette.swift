import Cells

/// The colours and attributes of a cell; a colour of -1 is the terminal's own.
public struct Paint: Hashable, Sendable {
  public var foreground = -1
  public var background = -1
  public var isBold = false
  public var isUnderlined = false
  public var isReversed = false
  public var isDim = false
}

/// Turns roles and grounds into colours, as many as the terminal has.
public struct Palette: Hashable, Sendable {
  public let theme: ColorTheme
  public let colors: Int
  /// Whether the theme brings its own paper, so that it is read on any terminal.
  public let hasPaper: Bool

  /// The palette of a theme that is not `auto`, on a terminal with that many colours.
  public init(theme: ColorTheme, colors: Int, hasPaper: Bool = false) {
    self.theme = colors < 8 ? .monochrome : theme
    self.colors = colors
    self.hasPaper = hasPaper && colors >= 8 && theme != .monochrome
  }

  /// How a style is painted.
  public func paint(_ style: Style) -> Paint {
    var paint: Paint
    switch (theme, colors) {
    case (.monochrome, _): paint = Self.monochrome(style)
    case (.contrast, 256...): paint = ContrastInks.paint(style.role, on: style.ground)
    case (.light, 256...): paint = LightInks.paint(style.role, on: style.ground)
    case (_, 256...): paint = DarkInks.paint(style.role, on: style.ground)
    default:
      paint = FewInks(isLight: theme == .light, hasSixteen: colors >= 16)
        .paint(style.role, on: style.ground)
    }
    if hasPaper {
      let (ink, paper) = paper
      if paint.foreground < 0 { paint.foreground = ink }
      if paint.background < 0 { paint.background = paper }
    }
    if style.isBold { paint.isBold = true }
    if style.isUnderlined { paint.isUnderlined = true }
    return paint
  }

  /// Ink and paper in place of the terminal's own.
  private var paper: (ink: Int, paper: Int) {
    let isLight = theme == .light
    return colors >= 256 ? (isLight ? 16 : 252, isLight ? 231 : 234) : isLight ? (0, 7) : (7, 0)
  }

  /// Attributes alone: what has the focus is reversed, what is bad stands out most.
  ///
  /// The bar stays plain, or the selected tab in it could not be told apart.
  private static func monochrome(_ style: Style) -> Paint {
    var paint = Paint()
    switch style.role {
    case .plain, .border, .good, .progress: break
    case .faint, .idle: paint.isDim = true
    case .title, .accent, .warning: paint.isBold = true
    case .bad: (paint.isBold, paint.isUnderlined) = (true, true)
    case .sample, .match: paint.isReversed = true
    }
    switch style.ground {
    case .none, .bar, .raised, .heat2, .heat3, .heatNone, .tone0, .tone1, .tone2, .tone3: break
    case .selected: (paint.isReversed, paint.isDim) = (style.role != .match, false)
    case .shaded, .field: paint.isUnderlined = true
    case .heat0, .bad: (paint.isReversed, paint.isBold) = (true, true)
    case .heat1, .warning: paint.isReversed = true
    case .heat4, .heat5, .good, .tone4, .tone5: paint.isBold = true
    case .idle: paint.isDim = true
    }
    return paint
  }
}
