import Cells
import Curses
import Foundation
import Testing

@Suite struct PaletteTests {
  private static let styles = Role.allCases.flatMap { role in
    Background.allCases.map { Style(role, on: $0) }
  }

  @Test(arguments: [8, 16, 88, 256], [ColorTheme.dark, .light, .contrast])
  func coloursAreWithinTheTerminals(colors: Int, theme: ColorTheme) {
    let palette = Palette(theme: theme, colors: colors)
    for style in Self.styles {
      let paint = palette.paint(style)
      #expect(-1..<colors ~= paint.foreground && -1..<colors ~= paint.background)
      #expect(paint.foreground == -1 || paint.foreground != paint.background)
    }
  }

  @Test(arguments: [8, 64, 256, 32_767]) func pairsNeverExceed(limit: Int) {
    for theme in [ColorTheme.dark, .light] {
      var book = ColorPairs(limit: limit)
      let palette = Palette(theme: theme, colors: limit > 64 ? 256 : 8)
      var seen = Set<Int>()
      for style in Self.styles + Self.styles {
        let paint = palette.paint(style)
        let (number, isNew) = book.number(
          foreground: paint.foreground, background: paint.background)
        #expect(0..<limit ~= number)
        #expect(isNew == (number != 0 && seen.insert(number).inserted))
      }
    }
  }

  @Test func withoutColoursThereAreAttributes() {
    let palette = Palette(theme: .monochrome, colors: 256)
    for style in Self.styles {
      #expect(palette.paint(style).foreground == -1 && palette.paint(style).background == -1)
    }
    #expect(palette.paint(Style(.plain, on: .selected)).isReversed)
    #expect(palette.paint(Style(.bad)).isBold && palette.paint(Style(.bad)).isUnderlined)
    #expect(Palette(theme: .dark, colors: 2).theme == .monochrome)
    let bar = palette.paint(Style(.plain, on: .bar))
    #expect(bar != palette.paint(Style(.plain, on: .selected)))
  }

  @Test func boldAndUnderlineAreKept() {
    let paint = Palette(theme: .dark, colors: 256).paint(Style(bold: true, underlined: true))
    #expect(paint.isBold && paint.isUnderlined)
  }

  @Test(arguments: [ColorTheme.dark, .light, .contrast]) func wordsCanBeRead(theme: ColorTheme) {
    let palette = Palette(theme: theme, colors: 256)
    // Words need 4.5 to 1, lines and other signs 3 to 1; lines lie on two grounds only.
    for style in Self.styles
    where style.role != .border || [.none, .raised].contains(style.ground) {
      let paint = palette.paint(style)
      let paper = paint.background < 0 ? (theme == .light ? 231 : 234) : paint.background
      let ink = paint.foreground < 0 ? (theme == .light ? 16 : 252) : paint.foreground
      let contrast = Self.contrast(ink, paper)
      let least = style.role == .border ? 3 : 4.5
      #expect(contrast >= least, "\(style.role) on \(style.ground): \(contrast)")
    }
  }

  @Test(arguments: [8, 16, 256], [ColorTheme.dark, .light, .contrast])
  func aThemeThatWasChosenBringsItsOwnPaper(colors: Int, theme: ColorTheme) {
    let palette = Palette(theme: theme, colors: colors, hasPaper: true)
    for style in Self.styles {
      let paint = palette.paint(style)
      #expect(paint.foreground >= 0 && paint.background >= 0)
      #expect(paint.foreground != paint.background)
    }
    let plain = Palette(theme: .monochrome, colors: 256, hasPaper: true).paint(Style())
    #expect(plain.foreground == -1 && plain.background == -1)
  }

  @Test func autoTakesTheTerminalsWord() {
    #expect(ColorTheme.auto.settled(colorFGBG: nil) == .dark)
    #expect(ColorTheme.auto.settled(colorFGBG: "15;0") == .dark)
    #expect(ColorTheme.auto.settled(colorFGBG: "0;default;15") == .light)
    #expect(ColorTheme.light.settled(colorFGBG: "15;0") == .light)
  }

  /// The contrast of two of the 256 colours, as WCAG computes it.
  private static func contrast(_ one: Int, _ other: Int) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ color: Int) -> Double {
    let steps = [0, 95, 135, 175, 215, 255]
    let grey = 8 + (color - 232) * 10
    let parts =
      color >= 232
      ? [grey, grey, grey]
      : [steps[(color - 16) / 36], steps[(color - 16) / 6 % 6], steps[(color - 16) % 6]]
    let linear = parts.map { part in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
