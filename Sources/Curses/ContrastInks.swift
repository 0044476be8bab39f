import Cells

/// 256 colours for projectors and bright rooms: black behind, white and bright words, a yellow cursor.
enum ContrastInks {
  static func paint(_ role: Role, on ground: Background) -> Paint {
    switch role {
    case .sample: return Paint(foreground: 16, background: 214)
    case .match: return Paint(foreground: 16, background: 51)
    default: break
    }
    var paint = Paint(foreground: foreground(role, on: ground), background: background(ground))
    paint.isBold = role == .title || role == .bad || role == .accent
    return paint
  }

  private static func background(_ ground: Background) -> Int {
    switch ground {
    case .none: 16
    case .bar: 17
    case .selected, .warning: 226
    case .shaded, .idle: 252
    case .raised: 234
    case .field: 238
    case .good: 46
    case .bad: 160
    default: DarkInks.paint(.plain, on: ground).background
    }
  }

  private static func foreground(_ role: Role, on ground: Background) -> Int {
    switch ground {
    case .none, .bar, .raised, .field: bright(role)
    case .selected, .shaded, .good, .warning, .idle: 16
    case .bad: 231
    default: DarkInks.paint(.plain, on: ground).foreground
    }
  }

  private static func bright(_ role: Role) -> Int {
    switch role {
    case .plain, .title, .sample, .match: 231
    case .faint, .idle, .border: 252
    case .accent: 51
    case .good: 46
    case .warning: 226
    case .bad: 217
    case .progress: 117
    }
  }
}
