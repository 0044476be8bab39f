/// Which colours are taken.
public enum ColorTheme: String, Hashable, Sendable, CaseIterable {
  /// Dark, unless the terminal says that its background is light (`COLORFGBG`).
  case auto
  case dark, light
  /// Black, white and bright: for projectors.
  case contrast
  /// Attributes alone.
  case monochrome

  /// The theme `auto` stands for.
  public func settled(colorFGBG: String?) -> ColorTheme {
    guard self == .auto else { return self }
    guard let ground = colorFGBG?.split(separator: ";").last.flatMap({ Int($0) }) else {
      return .dark
    }
    return ground == 7 || (9...15).contains(ground) ? .light : .dark
  }
}
