import Cells

/// 256 colours on the terminal's own dark background.
///
/// Calm greys and one blue carry the frame, so that green, yellow and red are left to mean
/// something. Words keep a contrast of about 4.5 to 1 against their ground, for projectors.
enum DarkInks {
  static func paint(_ role: Role, on ground: Background) -> Paint {
    if let badge = badge(role) { return badge }
    var paint = Paint(foreground: foreground(role, on: ground), background: background(ground))
    paint.isBold = role == .title || role == .bad && ground != .none
    return paint
  }

  /// Badges bring their own ground, the same wherever they stand.
  private static func badge(_ role: Role) -> Paint? {
    switch role {
    case .sample: Paint(foreground: 16, background: 214)
    case .match: Paint(foreground: 16, background: 229)
    default: nil
    }
  }

  private static func background(_ ground: Background) -> Int {
    switch ground {
    case .none: -1
    case .bar: 236
    case .selected: 24
    case .shaded: 238
    case .raised: 235
    case .field: 237
    // Red and brown for the two worst, greens for the two best, calm greys between: of like
    // darkness, so that white words hold on all of them.
    case .heat0: 88
    case .heat1: 94
    case .heat2: 238
    case .heat3: 240
    case .heat4: 22
    case .heat5: 28
    case .heatNone: 235
    // One teal from dusk to bright: much and little, neither good nor bad.
    case .tone0: 236
    case .tone1: 23
    case .tone2: 24
    case .tone3: 66
    case .tone4: 73
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
    case .selected, .shaded: lifted(role)
    case .heat0, .heat1, .heat2, .heat3, .heat4, .heat5, .bad: 231
    case .heatNone: 248
    case .tone0, .tone1, .tone2: 231
    case .tone3, .tone4, .tone5: 16
    case .good, .warning, .idle: 16
    }
  }

  private static func usual(_ role: Role) -> Int {
    switch role {
    case .plain, .sample, .match: 253
    case .faint, .idle: 248
    case .title: 117
    case .accent: 80
    case .border: 243
    case .good: 78
    case .warning: 221
    case .bad: 210
    case .progress: 75
    }
  }

  /// Lighter tones for lighter grounds.
  private static func lifted(_ role: Role) -> Int {
    switch role {
    case .plain, .title, .sample, .match: 231
    case .faint, .idle: 252
    case .accent: 159
    case .border: 248
    case .good: 157
    case .warning: 228
    case .bad: 224
    case .progress: 153
    }
  }
}
