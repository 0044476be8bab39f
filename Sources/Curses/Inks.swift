import CNcurses
import Cells

/// The attributes and pair numbers of styles in a running ncurses, made when first needed.
struct Inks {
  struct Ink {
    var attributes: attr_t
    var pair: Int32
  }

  private let palette: Palette
  /// Whether a terminal's own colours can be asked for; otherwise grey on black stands in.
  private let hasDefaults: Bool
  private var pairs: ColorPairs
  private var known: [Ink?]

  /// Begins colours; to be called once, when ncurses runs.
  init(theme: ColorTheme, wantsColors: Bool, hasPaper: Bool) {
    let colored = wantsColors && theme != .monochrome && has_colors() && start_color() == OK
    hasDefaults = colored && use_default_colors() == OK
    palette = Palette(theme: theme, colors: colored ? Int(yigai_colors()) : 0, hasPaper: hasPaper)
    pairs = ColorPairs(limit: colored ? Int(min(yigai_color_pairs(), 32_767)) : 1)
    known = Array(repeating: nil, count: Role.allCases.count * Background.allCases.count * 4)
  }

  /// The ink of a style.
  mutating func ink(_ style: Style) -> Ink {
    let place =
      (Int(style.role.rawValue) * Background.allCases.count + Int(style.ground.rawValue)) * 4
      + (style.isBold ? 2 : 0) + (style.isUnderlined ? 1 : 0)
    if let ink = known[place] { return ink }
    let ink = make(palette.paint(style))
    known[place] = ink
    return ink
  }

  private mutating func make(_ paint: Paint) -> Ink {
    var attributes: attr_t = 0
    if paint.isBold { attributes |= yigai_bold }
    if paint.isUnderlined { attributes |= yigai_underline }
    if paint.isReversed { attributes |= yigai_reverse }
    if paint.isDim { attributes |= yigai_dim }
    let foreground = paint.foreground < 0 && !hasDefaults ? 7 : paint.foreground
    let background = paint.background < 0 && !hasDefaults ? 0 : paint.background
    let (number, isNew) = pairs.number(foreground: foreground, background: background)
    if isNew { init_extended_pair(Int32(number), Int32(foreground), Int32(background)) }
    return Ink(attributes: attributes, pair: Int32(number))
  }
}
