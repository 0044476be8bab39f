/// The colours of a picture of the screen, as SVG has them.
public struct SVGTheme: Sendable {
  /// What lies behind everything.
  public var paper: String
  var ink: @Sendable (Role, Background) -> String
  var ground: @Sendable (Background) -> String?

  /// Light words on a dark screen, for the README.
  public static let dark = SVGTheme(
    paper: "#16181d", ink: darkInk(_:on:), ground: darkGround)

  /// The colour of the paper behind one cell; nil where the screen itself shows.
  func background(of style: Style) -> String? {
    switch style.role {
    case .sample: "#f0a830"
    case .match: "#f6e6a0"
    default: ground(style.ground)
    }
  }

  func foreground(of style: Style) -> String {
    style.role == .sample || style.role == .match ? "#1b1b1b" : ink(style.role, style.ground)
  }

  private static func darkGround(_ ground: Background) -> String? {
    switch ground {
    case .none: nil
    case .bar: "#2a2e36"
    case .selected: "#1f5a8a"
    case .shaded: "#3d434d"
    case .raised: "#22262d"
    case .field: "#343a44"
    case .heat0: "#8c2322"
    case .heat1: "#8a5310"
    case .heat2: "#3a3f47"
    case .heat3: "#464c55"
    case .heat4: "#1f6330"
    case .heat5: "#128040"
    case .heatNone: "#23262b"
    case .tone0: "#2b3036"
    case .tone1: "#1f4a4d"
    case .tone2: "#1f5f66"
    case .tone3: "#257a80"
    case .tone4: "#2b8a91"
    case .tone5: "#2f7f9e"
    case .good: "#2fae66"
    case .warning: "#f2c230"
    case .bad: "#cf3a34"
    case .idle: "#9096a0"
    }
  }

  private static func darkInk(_ role: Role, on ground: Background) -> String {
    switch ground {
    case .none, .bar, .raised, .field: usualInk(role)
    case .selected, .shaded: liftedInk(role)
    case .heat0, .heat1, .heat2, .heat3, .heat4, .heat5, .heatNone, .bad: "#ffffff"
    case .tone0, .tone1, .tone2, .tone3, .tone4, .tone5: "#ffffff"
    case .good, .warning, .idle: "#15171b"
    }
  }

  private static func usualInk(_ role: Role) -> String {
    switch role {
    case .plain, .sample, .match: "#dfe3ea"
    case .faint, .idle: "#9aa1ad"
    case .title: "#8fd3ff"
    case .accent: "#5fd2d0"
    case .border: "#5a626f"
    case .good: "#5fd38a"
    case .warning: "#f5d560"
    case .bad: "#ff8585"
    case .progress: "#67b3ff"
    }
  }

  private static func liftedInk(_ role: Role) -> String {
    switch role {
    case .plain, .title, .sample, .match: "#ffffff"
    case .faint, .idle: "#d3d8e0"
    case .accent: "#b0fbf8"
    case .border: "#aab2bf"
    case .good: "#b2f5c8"
    case .warning: "#fbee92"
    case .bad: "#ffc0c0"
    case .progress: "#b6daff"
    }
  }
}
