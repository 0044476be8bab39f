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

  /// The palette of a theme that is not `auto`, on a terminal with that many colours.
  public init(theme: ColorTheme, colors: Int) {
    self.theme = colors < 8 ? .monochrome : theme
    self.colors = colors
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
    if style.isBold { paint.isBold = true }
    if style.isUnderlined { paint.isUnderlined = true }
    return paint
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
