import Cells

/// 256 colours on the terminal's own light background.
///
/// The dark theme turned over: dark inks on pale grounds, the same contrasts.
enum LightInks {
  static func paint(_ role: Role, on ground: Background) -> Paint {
    if let badge = badge(role) { return badge }
    var paint = Paint(foreground: foreground(role, on: ground), background: background(ground))
    paint.isBold = role == .title || role == .bad && ground != .none
    return paint
  }

  private static func badge(_ role: Role) -> Paint? {
    switch role {
    case .sample: Paint(foreground: 16, background: 214)
    case .match: Paint(foreground: 16, background: 221)
    default: nil
    }
  }

  private static func background(_ ground: Background) -> Int {
    switch ground {
    case .none: -1
    case .bar: 254
    case .selected: 153
    case .shaded: 253
    case .raised: 255
    case .field: 254
    case .heat0: 217
    case .heat1: 223
    case .heat2: 254
    case .heat3: 252
    case .heat4: 194
    case .heat5: 157
    case .heatNone: 255
    case .tone0: 255
    case .tone1: 195
    case .tone2: 159
    case .tone3: 152
    case .tone4: 116
    case .tone5: 80
    case .good: 35
    case .warning: 220
    case .bad: 160
    case .idle: 246
    }
  }

  private static func foreground(_ role: Role, on ground: Background) -> Int {
    switch ground {
    case .none: role == .plain ? -1 : usual(role)
    case .bar, .raised, .field: usual(role)
    case .selected, .shaded: deepened(role)
    case .heat0, .heat1, .heat2, .heat3, .heat4, .heat5, .heatNone, .good, .warning, .idle: 16
    case .tone0, .tone1, .tone2, .tone3, .tone4, .tone5: 16
    case .bad: 231
    }
  }

  private static func usual(_ role: Role) -> Int {
    switch role {
    case .plain, .sample, .match: 235
    case .faint, .idle: 240
    case .title: 24
    case .accent: 23
    case .border: 243
    case .good: 22
    case .warning: 94
    case .bad: 124
    case .progress: 25
    }
  }

  /// Darker tones for darker grounds.
  private static func deepened(_ role: Role) -> Int {
    switch role {
    case .plain, .title, .sample, .match: 16
    case .faint, .idle: 238
    case .accent: 17
    case .border: 243
    case .good: 22
    case .warning: 52
    case .bad: 88
    case .progress: 18
    }
  }
}
