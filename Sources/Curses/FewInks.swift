import Cells

/// Sixteen or eight colours, whose tones every terminal chooses for itself.
///
/// Words are taken from the colours that stand off both black and white, and with eight colours
/// bold makes up for the bright half.
struct FewInks {
  let isLight: Bool
  let hasSixteen: Bool

  func paint(_ role: Role, on ground: Background) -> Paint {
    if role == .sample || role == .match { return Paint(foreground: 0, background: 3) }
    var paint = Paint(background: background(ground))
    switch ground {
    case .none, .raised: ink(role, &paint)
    case .field:
      ink(role, &paint)
      paint.isUnderlined = true
    case .bar: bar(role, &paint)
    case .selected: paint.foreground = 0
    case .shaded: paint.foreground = hasSixteen && !isLight ? 15 : 0
    case .heat0, .bad: (paint.foreground, paint.isBold) = (hasSixteen ? 15 : 7, true)
    case .tone0, .tone1, .tone2: paint.foreground = hasSixteen ? 15 : 7
    case .heat2, .heat3, .heatNone: paint.foreground = isLight ? 0 : hasSixteen ? 15 : 7
    case .tone3, .tone4, .tone5, .idle, .heat1, .heat4, .heat5, .good, .warning:
      paint.foreground = 0
    }
    return paint
  }

  private func background(_ ground: Background) -> Int {
    switch ground {
    case .none, .raised, .field: -1
    case .bar: 4
    case .selected: 6
    case .shaded: hasSixteen && !isLight ? 8 : 7
    case .heat0, .bad: 1
    case .heat1: hasSixteen ? 9 : 3
    case .warning: 3
    case .heat2, .heat3, .heatNone: isLight ? 7 : hasSixteen ? 8 : 0
    case .heat4: hasSixteen ? 10 : 2
    case .heat5, .good: 2
    case .idle: 7
    case .tone0: isLight ? 0 : hasSixteen ? 8 : 0
    case .tone1, .tone2: 4
    case .tone3, .tone4: 6
    case .tone5: hasSixteen ? 14 : 6
    }
  }

  private func bar(_ role: Role, _ paint: inout Paint) {
    paint.foreground = hasSixteen ? 15 : 7
    paint.isBold = role == .title || role == .accent
  }

  private func ink(_ role: Role, _ paint: inout Paint) {
    let bright = hasSixteen && !isLight ? 8 : 0
    switch role {
    case .plain, .sample, .match: break
    case .faint, .idle, .border: paint.isDim = true
    case .title: (paint.foreground, paint.isBold) = ((isLight ? 4 : 6) + bright, true)
    case .accent: paint.foreground = (isLight ? 4 : 6) + bright
    case .good: paint.foreground = 2 + bright
    case .warning: (paint.foreground, paint.isBold) = (3 + bright, !hasSixteen)
    case .bad: (paint.foreground, paint.isBold) = (1 + bright, true)
    case .progress: paint.foreground = isLight ? 4 : 6 + bright
    }
  }
}
